"""Sharing a total on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner import cli
from tests.core.test_sharing import GOLDEN
from tests.shell import refusal, shown

if TYPE_CHECKING:
    from pathlib import Path


def test_a_reduction_is_shared_and_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = str(tmp_path / "out.dnplan")
    told = shown(
        capsys, "allocate", "sample", "--reduction", "3.415", "--by", "poor", "-o", out, "--json"
    )
    assert told["total"] == 3415
    assert [share["reduction"] for share in told["shares"]] == list(GOLDEN.values())
    assert told["shares"][0] == {
        "code": "664",
        "name": "Krông Nô",
        "before": 150,
        "reduction": 289,
        "difference": 139,
        "points": "1.5",
        "rate_end": "2.30",
        "reason": "rounded_down",
        "explanation": "Phần tính được 289,03 hộ, bỏ phần lẻ vì hộ lẻ đã giao cho phần lẻ lớn hơn.",
    }
    after = shown(capsys, "show", out, "--json")
    assert after["total"]["reduction"] == 3415
    assert [unit["reduction"] for unit in after["units"]] == list(GOLDEN.values())


def test_locks_floors_and_caps_are_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    told = shown(
        capsys, "allocate", "sample", "--points", "2", "--by", "progressive",
        "--lock", "Tuy Đức", "--floor", "Gia Nghĩa=40", "--cap", "Huyện Đắk Glong=900",
        "-o", str(tmp_path / "out.dnplan"), "--json",
    )  # fmt: skip
    shares = {share["name"]: share["reduction"] for share in told["shares"]}
    assert (shares["Tuy Đức"], shares["Gia Nghĩa"], shares["Đắk Glong"]) == (1400, 40, 900)
    assert told["total"] == 3361


def test_an_end_rate_is_shared_with_a_table_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out.dnplan"
    argv = ["allocate", "sample", "--rate", "3,15", "--by", "equal-points", "-o", str(out)]
    assert cli.main(argv) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["Trước", "Sau", "Điểm", "%", "%", "cuối"]
    assert lines[8].startswith("Gia Nghĩa")
    assert "Giảm hết 87 hộ nghèo hiện có" in lines[8]
    assert lines[9].split() == ["Tổng", "3.415"]
    assert out.exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            ["--reduction", "1.300", "--lock", "Tuy Đức"],
            "Tuy Đức khóa ở 1.400 hộ, riêng số này đã vượt tổng 1.300 hộ: thừa 100 hộ, "
            "hãy bỏ khóa hoặc tăng tổng.",
        ),
        (
            ["--reduction", "9.000"],
            "Không thể giảm 9.000 hộ vì chỉ có 8.838 hộ nghèo: vượt 162 hộ.",
        ),
        (
            ["--reduction", "100", "--floor", "Cư Jút"],
            "“Cư Jút” viết chưa đúng: hãy viết TÊN=SỐ, ví dụ “Tuy Đức=1.400”.",
        ),
        (
            ["--reduction", "100", "--lock", "Đắk Nông"],
            "Đắk Nông không nằm ngay dưới Đắk Nông nên không khóa hay giới hạn được ở đây.",
        ),
        (
            ["--reduction", "100", "--cap", "Cư Jút=1.5"],
            "“1.5” không phải số hộ: dấu chấm chỉ để ngăn hàng nghìn, ví dụ 1.400, và số hộ là "
            "số nguyên.",
        ),
        (
            ["--reduction", "3.415", "--floor", "Cư Jút=100", "--floor", "Cư Jút=200"],
            "Cư Jút được giới hạn hai lần, 100 rồi 200 hộ: hãy chỉ giữ một số.",
        ),
        (
            ["--reduction", "3.415", "--lock", "Cư Jút", "--cap", "cu jut=50"],
            "Cư Jút đã khóa thì không đặt thêm mức tối thiểu hay tối đa: "
            "hãy bỏ khóa hoặc bỏ giới hạn.",
        ),
        (
            ["--reduction", "3.415", "--lock", "Chư Jút"],
            "Không có đơn vị nào tên “Chư Jút”: nếu là Cư Jút, hãy viết lại cho đúng.",
        ),
        (
            ["--reduction", "5", "--unit", "Cư Jút"],
            "Cư Jút không có đơn vị bên dưới để phân bổ: hãy chọn đơn vị cấp trên.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    more: list[str], sentence: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "out.dnplan"
    argv = ["allocate", "sample", "--by", "poor", "-o", str(out), *more]
    assert refusal(capsys, *argv) == sentence
    assert not out.exists()


def test_one_total_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    assert refusal(capsys, "allocate", "sample", "--by", "poor", "-o", "x.dnplan") == (
        "Lệnh còn thiếu một trong: --reduction --points --rate."
    )
    both = ("--points", "2", "--rate", "3")
    assert refusal(capsys, "allocate", "sample", "--by", "poor", "-o", "x.dnplan", *both) == (
        "--rate và --points không dùng cùng nhau: chỉ chọn một."
    )
