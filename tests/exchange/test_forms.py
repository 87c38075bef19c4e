"""Forms go out and come back without guessing."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.plan import Pinned, Plan, Target, TargetKey, UnitKey
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.exchange.forms import (
    HEADER_ROW,
    FormQuestion,
    FormWording,
    units_without_form,
    write_forms,
)
from dnplanner.exchange.intake import read_proposal
from dnplanner.exchange.slots import What
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from pathlib import Path


def heading(cell: Cell, series: Series, year: int) -> str:
    return f"{cell} {series} {year}"


WORDING = FormWording(
    "BIỂU",
    "Đơn vị: {unit}",
    "Stt",
    "Đơn vị",
    heading,
    "Nhập ô vàng.",
    "Chưa đúng",
    "Số từ 0 đến {limit}.",
    "Không nhiều hơn tổng số hộ.",
    "Nhập",
    "Gõ số.",
    "Biểu",
)


def forms(folder: Path, what: What, plan: Plan | None = None) -> list[Path]:
    plan = plan or sample()
    return write_forms(plan, folder, FormQuestion.of(plan, what, None, Series.POOR), WORDING)


def filled(path: Path, entries: dict[str, int | str]) -> Path:
    book = openpyxl.load_workbook(path)
    for cell, value in entries.items():
        book.worksheets[0][cell] = value
    book.save(path)
    return path


def sheet_of(path: Path) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(path.read_bytes())).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def with_communes() -> Plan:
    communes = {f"c{n}": Unit("Xã Một" if n else "=1+1", "tuy-duc", n) for n in range(2)}
    return Plan.of([*sample().facts(), *((UnitKey(key), unit) for key, unit in communes.items())])


FIRST = HEADER_ROW + 1


def test_every_unit_below_the_whole_gets_a_form(tmp_path: Path) -> None:
    names = [path.name for path in forms(tmp_path, What.ACTUAL)]
    assert len(names) == 8
    assert names[0] == "01-krong-no.xlsx"


def test_a_form_comes_back_as_the_review_it_asked_for(tmp_path: Path) -> None:
    path = forms(tmp_path, What.ACTUAL)[5]
    filled(path, {f"C{FIRST}": 16900, f"D{FIRST}": 1700})
    found = read_proposal(path, sample(), What.ACTUAL, read=read_here)
    assert found.certain
    assert [unit.how for unit in found.units] == ["keyed"]
    after = apply(sample(), found.edit(sample()))
    assert after.observed("tuy-duc", 2024, Measure.HOUSEHOLDS) == 16900
    assert after.observed("tuy-duc", 2024, Measure.POOR) == 1700
    assert len(found.edit(sample()).changes) == 2


def test_a_plan_form_shows_what_is_known_and_asks_for_the_target(tmp_path: Path) -> None:
    path = forms(tmp_path, What.PLAN)[5]
    sheet = sheet_of(path)
    assert [sheet.cell(FIRST, column).value for column in (3, 4, 5, 6)] == [
        16674,
        3131,
        16874,
        None,
    ]
    filled(path, {f"F{FIRST}": 1397})
    found = read_proposal(path, sample(), What.PLAN, read=read_here)
    (change,) = found.edit(sample()).changes
    assert change.key == TargetKey("pa-1", "tuy-duc", 2024, Series.POOR)
    assert change.after == Target(Pinned.REDUCTION, Fraction(1397))


def test_only_entry_cells_are_open(tmp_path: Path) -> None:
    sheet = sheet_of(forms(tmp_path, What.PLAN)[0])
    assert sheet.protection.sheet
    locked = [sheet.cell(FIRST, column).protection.locked for column in range(1, 7)]
    assert locked == [True, True, True, True, False, False]


def test_entry_cells_refuse_what_is_no_count_in_vietnamese(tmp_path: Path) -> None:
    rules = sheet_of(forms(tmp_path, What.ACTUAL)[0]).data_validations.dataValidation
    assert [(rule.type, rule.operator) for rule in rules] == [("whole", "between")] * 2
    assert rules[0].error == "Số từ 0 đến 99999999."
    assert rules[1].formula2 == f"C{FIRST}"


def test_a_form_is_printed_on_the_width_of_one_page(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(forms(tmp_path, What.PLAN)[0])["Biểu"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == f"${HEADER_ROW}:${HEADER_ROW}"
    fonts = {cell.font.name for row in sheet.iter_rows() for cell in row if cell.value}
    assert fonts == {"Times New Roman"}


def test_the_key_is_hidden(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(forms(tmp_path, What.ACTUAL)[0])
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "veryHidden"]


def test_a_form_lists_the_units_below_and_names_stay_text(tmp_path: Path) -> None:
    path = forms(tmp_path, What.ACTUAL, with_communes())[5]
    sheet = sheet_of(path)
    assert [sheet.cell(FIRST + n, 2).data_type for n in range(2)] == ["s", "s"]
    assert sheet.cell(FIRST, 2).value == "=1+1"


def test_renamed_rows_are_not_taken_for_what_the_key_says(tmp_path: Path) -> None:
    path = forms(tmp_path, What.ACTUAL)[5]
    filled(path, {f"B{FIRST}": "Huyện Cư Jút", f"C{FIRST}": 16900, f"D{FIRST}": 1700})
    found = read_proposal(path, sample(), What.ACTUAL, read=read_here)
    assert [unit.unit for unit in found.units] == ["cu-jut"]


def test_a_form_shows_the_evaluation_it_was_made_from(tmp_path: Path) -> None:
    plan = sample()
    asked = FormQuestion.of(plan, What.REVIEW, None, Series.POOR)
    assert asked.question.year == 2024
    assert asked.entered == (Cell.HOUSEHOLDS_START, Cell.POOR_START)
    assert Evaluation(plan, asked.question).row("tuy-duc").poor_start == 3131
    assert units_without_form(plan, ["tuy-duc"])[0] == "krong-no"
    assert forms(tmp_path, What.REVIEW)
