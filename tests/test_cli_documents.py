"""diff, history, verify, and setting a document without losing its history."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from dnplanner import cli
from dnplanner.core.plan import TargetKey
from dnplanner.core.series import Series
from dnplanner.storage.author import Author, this_author
from dnplanner.storage.inspection import plan_at, read_snapshot
from dnplanner.storage.lock import FileLock
from dnplanner.storage.logged import NamedVersion
from dnplanner.storage.samples import TRAINING, sample
from dnplanner.storage.saving import lock_path
from dnplanner.storage.snapshot import to_bytes
from tests.exchange.appendix_files import numbers, written
from tests.exchange.layouts import FLAT
from tests.shell import refusal, saved, shown


@pytest.fixture
def file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The sample with two changes made on the command line."""
    path = saved(tmp_path, sample(), "Kế hoạch.dnplan")
    for cell in ("reduction=1.350", "reduction=1.300"):
        argv = ["set", path, "--unit", "Tuy Đức", "--cell", cell, "-o", path]
        assert cli.main(argv) == cli.DONE
    capsys.readouterr()
    return path


def test_set_keeps_the_history_of_the_document(file: str) -> None:
    snapshot = read_snapshot(Path(file))
    assert [change.sequence for change in snapshot.changes] == [1, 2]
    assert plan_at(snapshot, 0).tables == sample().tables


def test_set_writes_each_cell_as_a_change_and_leaves_the_file_it_read(
    file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, out = Path(file).read_bytes(), tmp_path / "bản hai.dnplan"
    cells = ["--cell", "poor_start=3200", "--cell", "reduction=3.150"]
    assert cli.main(["set", file, "--unit", "Tuy Đức", *cells, "-o", str(out)]) == cli.DONE
    assert len(read_snapshot(out).changes) == 4
    assert Path(file).read_bytes() == before


def test_allocate_keeps_the_history_and_is_its_latest_change(file: str, tmp_path: Path) -> None:
    before, out = read_snapshot(Path(file)), tmp_path / "phân bổ.dnplan"
    argv = ["allocate", file, "--reduction", "3.415", "--by", "poor", "-o", str(out)]
    assert cli.main(argv) == cli.DONE
    after = read_snapshot(out)
    assert (after.document, after.changes[:-1]) == (before.document, before.changes)
    change = after.changes[-1]
    assert (change.user, change.computer) == this_author()
    assert (change.sequence, change.act, change.facts) == (3, "done", 8)
    assert plan_at(after, 2).tables == before.plan.tables


def test_import_keeps_the_history_and_says_from_which_file(file: str, tmp_path: Path) -> None:
    before, out = read_snapshot(Path(file)), tmp_path / "nhập.dnplan"
    rows = numbers()
    rows[5][6], rows[5][8] = 1397, 1734
    sheet = written([FLAT, *rows], tmp_path / "phụ lục.xlsx")
    assert cli.main(["import", str(sheet), "--into", file, "-o", str(out)]) == cli.DONE
    after = read_snapshot(out)
    assert after.changes[:-1] == before.changes
    digest = hashlib.sha256(sheet.read_bytes()).hexdigest()[:16]
    assert after.changes[-1].source == f"phụ lục.xlsx · SHA-256 {digest}"
    key = TargetKey(after.plan.outline.scenarios[0], "tuy-duc", 2024, Series.POOR)
    assert after.plan.tables.targets[key].value == 1397
    assert plan_at(after, 2).tables == before.plan.tables


@pytest.mark.parametrize(
    "command",
    [
        ["set", "sample", "--unit", "Tuy Đức", "--cell", "reduction=1.350"],
        ["allocate", "sample", "--reduction", "3.415", "--by", "poor"],
    ],
)
def test_what_is_made_of_the_sample_can_be_undone_to_it(command: list[str], tmp_path: Path) -> None:
    out = tmp_path / "out.dnplan"
    assert cli.main([*command, "-o", str(out)]) == cli.DONE
    found = read_snapshot(out)
    assert len(found.changes) == 1
    assert plan_at(found, 0).tables == sample().tables


def test_a_file_that_a_command_replaces_is_kept_as_a_backup(
    file: str, tmp_path: Path, home: Path
) -> None:
    other = saved(tmp_path, sample(TRAINING), "khác.dnplan")
    replaced = Path(other).read_bytes()
    argv = ["set", file, "--unit", "Tuy Đức", "--cell", "reduction=1.200", "-o", other]
    assert cli.main(argv) == cli.DONE
    assert replaced in [path.read_bytes() for path in home.glob("backups/*/*.dnplan")]


def test_a_file_that_somebody_has_open_is_not_replaced(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(file).read_bytes()
    lock = FileLock(lock_path(Path(file)), Author("Lan", "PC-02"))
    lock.acquire()
    said = refusal(capsys, "set", file, "--unit", "Tuy Đức", "--cell", "reduction=1", "-o", file)
    lock.release()
    assert said.startswith("Kế hoạch.dnplan: Tệp đang mở ở nơi khác (Lan, PC-02, từ ")
    assert Path(file).read_bytes() == before


def test_history_tells_the_changes_latest_first(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["history", file]) == cli.DONE
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("2  ")
    assert "Tuy Đức, hộ nghèo giảm năm 2024: 1.350 → 1.300" in first
    assert "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350" in second


def test_history_is_there_for_scripts(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    latest, _ = shown(capsys, "history", file, "--json")["changes"]
    assert (latest["sequence"], latest["act"]) == (2, "done")
    assert latest["time"].endswith("+00:00")
    assert latest["versions"] == []


def test_versions_are_listed_also_that_of_the_state_before_all_changes(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = read_snapshot(Path(file))
    named = [
        NamedVersion(name, at, "2026-02-15T02:00:00+00:00", "Lan", "PC-01")
        for name, at in (("Bản tỉnh giao", 0), ("Bản trình", 2))
    ]
    Path(file).write_bytes(to_bytes(replace(found, versions=tuple(named))))
    listed = shown(capsys, "history", file, "--json")["versions"]
    assert [(version["name"], version["sequence"]) for version in listed] == [
        ("Bản tỉnh giao", 0),
        ("Bản trình", 2),
    ]
    assert cli.main(["history", file]) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].endswith("Bản trình]")
    assert lines[-1] == "0    Ban đầu, trước mọi thay đổi  [Bản tỉnh giao]"


def test_a_document_without_history_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["history", saved(tmp_path, sample())]) == cli.DONE
    assert capsys.readouterr().out == "Chưa có thay đổi nào.\n"


def test_diff_names_unit_cell_before_after_and_difference(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", "sample", file]) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.300 (−100)"
    assert any(line.startswith("Toàn tỉnh, tỷ lệ hộ nghèo dự kiến") for line in lines)


def test_diff_is_there_for_scripts(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = shown(capsys, "diff", "sample", file, "--json")
    assert found["others"] == []
    assert found["cells"][0] == {
        "code": "667",
        "name": "Tuy Đức",
        "scenario": "PA 1 – Trình UBND",
        "year": 2024,
        "series": "poor",
        "cell": "reduction",
        "before": 1400,
        "after": 1300,
        "difference": -100,
    }


def test_equal_plans_are_said_to_be_equal(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["diff", "sample", "sample"]) == cli.DONE
    assert capsys.readouterr().out == "Hai bản giống hệt nhau.\n"


def test_verify_finds_a_sound_document_sound(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", file]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Kế hoạch.dnplan: tệp lành, định dạng ")
    assert said.endswith(" 2 thay đổi trong lịch sử.\n")


@pytest.mark.parametrize("keep", [0, 50, 5000, -1])
def test_verify_finds_a_cut_document_damaged(
    keep: int, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(file).write_bytes(Path(file).read_bytes()[:keep])
    assert cli.main(["verify", file]) == 1
    assert capsys.readouterr().err.startswith("Kế hoạch.dnplan: ")


def test_verify_cannot_read_what_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "không có.dnplan"]) == 2
    assert capsys.readouterr().err.startswith("không có.dnplan: Không tìm thấy tệp")


@pytest.mark.parametrize("command", [["history"], ["diff", "sample"]])
def test_a_damaged_document_is_refused_by_name(
    command: list[str], file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(file).write_bytes(Path(file).read_bytes()[:-5000])
    assert refusal(capsys, *command, file).startswith("Kế hoạch.dnplan: Tệp bị cụt")
