"""set and export: what they write, and that a refusal writes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from dnplanner import cli
from dnplanner.core.series import Measure
from dnplanner.exchange.appendix_figures import saved_figures
from dnplanner.self_test import golden
from dnplanner.storage.document_file import load
from dnplanner.storage.samples import sample
from tests.shell import refusal, saved, shown

EMPTY = "Ô này cần một con số, không để trống được: muốn bỏ số đã nhập, chọn ô rồi nhấn Delete."


@pytest.mark.parametrize(
    ("written", "cell", "value"),
    [
        ("poor_end=1.731", "poor_end", 1731),
        ("poor_end=1731", "poor_end", 1731),
        ("reduction=1.350", "reduction", 1350),
        ("points=8,5", "points", "8.5"),
        ("rate_end=10", "rate_end", "10.00"),
        ("households_start=16.700", "households_start", 16700),
        ("poor_start=3.000", "poor_start", 3000),
        ("households_end=17.000", "households_end", 17000),
    ],
)
def test_set_writes_a_cell_of_a_unit(
    written: str,
    cell: str,
    value: object,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    out = str(tmp_path / "x.dnplan")
    arguments = ["set", "sample", "--unit", "Tuy Đức", "--cell", written, "-o", out]
    assert cli.main(arguments) == cli.DONE
    assert capsys.readouterr().out.endswith(f"Đã ghi: {out}\n")
    row = shown(capsys, "show", out, "--json")["units"][5]
    assert row[cell] == value
    if cell in {"poor_end", "reduction", "points", "rate_end"}:
        assert row["pinned"] == cell


def test_set_applies_several_cells_in_order_and_says_what_it_did(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = str(tmp_path / "x.dnplan")
    arguments = ["--cell", "poor_start=3200", "--cell", "reduction=3.150", "-o", out]
    assert cli.main(["set", "sample", "--unit", "huyện tuy đức", *arguments]) == cli.DONE
    assert capsys.readouterr().out.splitlines() == [
        "Tuy Đức, hộ nghèo cuối năm 2023: 3.131 → 3.200",
        "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 3.150",
        f"Đã ghi: {out}",
    ]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            "rate_end=1.5",
            "“1.5” không đúng cách viết số: dùng dấu phẩy cho phần thập phân, ví dụ 1,5.",
        ),
        ("poor_end=abc", "“abc” không phải là số: chỉ viết chữ số, ví dụ 1.400 hoặc 5,18."),
        ("poor_end=-5", "“-5” là số âm: số hộ phải từ 0 trở lên, hãy bỏ dấu trừ."),
        (
            "reduction=3132",
            "Không thể giảm 3.132 hộ vì chỉ có 3.131 hộ nghèo: nhập không quá 3.131.",
        ),
        (
            "poor_start=",
            EMPTY,
        ),
        (
            "reduction=",
            EMPTY,
        ),
        ("poor_end", "“poor_end” viết chưa đúng: hãy viết TÊN_Ô=SỐ, ví dụ poor_end=1731."),
    ],
)
def test_one_refused_cell_writes_nothing(
    written: str, sentence: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "x.dnplan"
    arguments = ["--cell", "households_end=17000", "--cell", written, "-o", str(out)]
    assert refusal(capsys, "set", "sample", "--unit", "Tuy Đức", *arguments) == sentence
    assert not out.exists()


def test_an_unknown_cell_is_refused_with_the_names_there_are(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = str(tmp_path / "x.dnplan")
    sentence = refusal(capsys, "set", "sample", "--unit", "667", "--cell", "x=1", "-o", out)
    assert sentence.startswith("Không có ô nào tên “x”")
    assert "poor_end" in sentence


def test_a_refused_set_leaves_the_document_it_would_replace(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = saved(tmp_path, sample())
    before = Path(file).read_bytes()
    refusal(capsys, "set", file, "--unit", "Krông Bông", "--cell", "poor_end=1", "-o", file)
    assert Path(file).read_bytes() == before


def test_a_document_can_be_set_in_place(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = saved(tmp_path, sample())
    assert cli.main(["set", file, "--unit", "667", "--cell", "poor_start=3.130", "-o", file]) == 0
    assert load(Path(file)).observed("tuy-duc", 2023, Measure.POOR) == 3130


def test_export_writes_the_official_appendix(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "phụ lục.xlsx"
    assert cli.main(["export", "sample", "--appendix", str(target)]) == cli.DONE
    assert capsys.readouterr().out == f"Đã xuất phụ lục: {target}\n"
    assert [list(map(str, row)) for row in saved_figures(target.read_bytes()).values()] == [
        [str(float(f.replace(",", "."))) if "," in f else f.replace(".", "") for f in figures]
        for figures in golden().values()
    ]


def test_an_export_that_cannot_be_written_leaves_the_old_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"old")
    target.chmod(0o444)
    assert refusal(capsys, "export", "--appendix", str(target)).startswith("a.xlsx: Chưa ghi được")
    assert target.read_bytes() == b"old"
    missing = tmp_path / "none" / "a.xlsx"
    assert "thư mục" in refusal(capsys, "export", "--appendix", str(missing))


@pytest.mark.parametrize(
    ("arguments", "suffix"),
    [
        (["export", "sample", "--appendix", "phu-luc.pdf"], ".xlsx"),
        (["screenshot", "sample"], ".png"),  # the picture's name was forgotten
        (["screenshot", "sample", "anh.jpg"], ".png"),
    ],
)
def test_a_file_is_not_written_under_the_name_of_another_kind(
    arguments: list[str],
    suffix: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    named = arguments[-1]
    told = f"Tên tệp “{named}” phải có đuôi {suffix}: hãy viết lại tên tệp."
    assert refusal(capsys, *arguments) == told
    assert list(tmp_path.iterdir()) == []
