"""The commands import and form."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

import pytest

from dnplanner.cli_import import add_parsers
from dnplanner.core.edits import difference
from dnplanner.core.errors import NotFound
from dnplanner.core.series import Measure
from dnplanner.storage.document_file import load
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import HEAD, HEAD_GROUPS, numbers, written
from tests.exchange.layouts import FLAT, LETTERHEAD, TOPS, shifted
from tests.exchange.registers import HEAD as REGISTER_HEAD
from tests.exchange.registers import MIXED, household

if TYPE_CHECKING:
    from pathlib import Path


def run(*argv: str | Path) -> int:
    parser = argparse.ArgumentParser()
    commands = add_parsers(parser.add_subparsers(dest="command"))
    arguments = parser.parse_args([str(part) for part in argv])
    return commands[arguments.command](arguments)


def appendix(folder: Path, **changed: object) -> Path:
    """The appendix with some cells changed: ``D2`` is the first unit's poor households."""
    rows = numbers()
    for cell, value in changed.items():
        rows[int(cell[1:]) - 2]["ABCDEFGHIJ".index(cell[0])] = value
    return written([FLAT, *rows], folder / "phu-luc.xlsx")


def test_what_is_certain_is_written(tmp_path: Path) -> None:
    out = tmp_path / "out.dnplan"
    assert run("import", appendix(tmp_path, G7=1397, I7=1734), "-o", out) == 0
    edit = difference("enter", sample(), load(out))
    assert [getattr(change.key, "unit", "") for change in edit.changes] == ["tuy-duc"]


def test_doubts_are_listed_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.dnplan"
    path = appendix(tmp_path, B3="Cư Júit", D2="khoảng 750")
    assert run("import", path, "-o", out, "--json") == 1
    listed = json.loads(capsys.readouterr().out)
    assert not out.exists()
    assert not listed["written"]
    assert [(one["cell"], one["reason"], one["suggested"]) for one in listed["doubts"]] == [
        ("B3", "unit_suggested", "cu-jut"),
        ("D2", "not_a_number", None),
    ]


def test_answers_and_suggestions_settle_doubts(tmp_path: Path) -> None:
    out = tmp_path / "out.dnplan"
    path = appendix(tmp_path, B3="Cư Júit", D2="khoảng 750")
    accepted = ("--accept", "Sheet!D2=748", "--accept-suggestions")
    assert run("import", path, "-o", out, *accepted) == 0
    assert load(out).tables == sample().tables


def test_with_several_files_an_answer_names_its_file(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][3], rows[1][3] = "?748", "?811"
    first = written([FLAT, rows[0]], tmp_path / "a.xlsx")
    other = written([FLAT, rows[1]], tmp_path / "b.xlsx")
    out = tmp_path / "out.dnplan"
    assert run("import", first, other, "-o", out, "--accept", "Sheet!D2=748") == 1
    answers = ("--accept", "a.xlsx:Sheet!D2=748", "--accept", "b.xlsx:Sheet!D2=811")
    assert run("import", first, other, "-o", out, *answers) == 0
    assert load(out).tables == sample().tables


def test_doubts_are_told_in_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", appendix(tmp_path, B3="Cư Júit"), "-o", tmp_path / "o.dnplan") == 1
    assert capsys.readouterr().out == "phu-luc.xlsx: Sheet!B3: “Cư Júit” có phải là Cư Jút không?\n"


def test_a_total_that_does_not_tie_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", appendix(tmp_path, D10=8839), "-o", tmp_path / "o.dnplan") == 0
    assert "in 8.839, cộng các đơn vị được 8.838" in capsys.readouterr().out


def test_an_unreadable_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    assert run("import", tmp_path / "a.xlsx", "-o", tmp_path / "o.dnplan") == 2
    assert capsys.readouterr().err == "Tệp rỗng: hãy xin gửi lại.\n"


def test_answers_name_a_cell_and_a_unit_as_people_write_them(tmp_path: Path) -> None:
    path = appendix(tmp_path, B3="Cư Júit", D2="khoảng 750")
    out = tmp_path / "o.dnplan"
    accepted = ("--accept", "B3=cu jut", "--accept", "D2=748")
    assert run("import", path, "-o", out, *accepted) == 0
    assert load(out).observed("krong-no", 2023, Measure.POOR) == 748


def test_an_answer_that_names_no_unit_is_asked_again_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "o.dnplan"
    assert run("import", appendix(tmp_path, B3="Cư Júit"), "-o", out, "--accept", "B3=Huế") == 1
    assert "Cư Júit" in capsys.readouterr().out
    assert not out.exists()


def test_an_answer_without_a_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        run("import", appendix(tmp_path), "-o", tmp_path / "o.dnplan", "--accept", "748")


def test_a_new_plan_from_one_file(tmp_path: Path) -> None:
    rows = [*LETTERHEAD, HEAD_GROUPS, HEAD, *numbers()]
    path = written(rows, tmp_path / "phu-luc.xlsx", shifted(TOPS, 5))
    out = tmp_path / "out.dnplan"
    assert run("import", path, "--as-new", "-o", out) == 0
    assert load(out).unit("dak-nong").name == "Đắk Nông"


def test_files_that_differ_are_listed_side_by_side(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = written([FLAT, numbers()[0]], tmp_path / "a.xlsx")
    row = numbers()[0]
    row[6], row[8] = 151, 597
    other = written([FLAT, row], tmp_path / "b.xlsx")
    row[6], row[8] = 152, 596
    third = written([FLAT, row], tmp_path / "c.xlsx")
    out = tmp_path / "out.dnplan"
    assert run("import", first, other, third, "-o", out, "--json") == 1
    (conflict,) = json.loads(capsys.readouterr().out)["conflicts"]
    assert set(conflict["versions"]) == {"a.xlsx", "b.xlsx", "c.xlsx"}
    assert not out.exists()


def test_forms_are_written_into_a_folder(tmp_path: Path) -> None:
    assert run("form", "sample", "-o", tmp_path / "forms") == 0
    assert len(list((tmp_path / "forms").glob("*.xlsx"))) == 8


def test_a_register_is_known_by_itself_counted_and_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.dnplan"
    rows = [*MIXED, household(1, "Krông Nô", "Nghèo")]
    path = written([REGISTER_HEAD, *rows], tmp_path / "so ho.csv")
    assert run("import", path, "-o", out) == 1
    said = capsys.readouterr().out
    assert said == "so ho.csv: Sheet!B2: Mã hộ HN00001 có ở nhiều dòng: 2, 11.\n"
    assert run("import", path, "-o", out, "--accept", "Sheet!B2=once") == 0
    assert load(out).observed("krong-no", 2023, Measure.POOR) == 3
    assert run("import", path, "-o", out, "--what", "plan") == 1
