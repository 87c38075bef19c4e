"""Forms to send out: a workbook per unit that asks for its figures and comes back unambiguous.

Names and known figures are locked, entry cells refuse what is no count of households, and a hidden
key says which cell is what, so that nothing needs to be understood when the form returns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.numerals import MAX_COUNT
from dnplanner.core.unit_names import plain
from dnplanner.durable import write_file
from dnplanner.exchange.form_key import KEY_SHEET, form_key
from dnplanner.exchange.grid import column_letters
from dnplanner.exchange.slots import What

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from dnplanner.core.plan import Plan
    from dnplanner.core.series import Series

HEADER_ROW = 5
"""The row of the column headings, from 1."""

_FIRST_FIGURE = 3
_HEADER_HEIGHT, _ROW_HEIGHT = 34, 21
"""Points: two lines, and one with air to write in."""


class FormWording(NamedTuple):
    """The texts of a form. ``cell_heading`` names a cell for a series and plan year."""

    title: str
    unit_line: str
    number_heading: str
    unit_heading: str
    cell_heading: Callable[[Cell, Series, int], str]
    instruction: str
    error_title: str
    count_error: str
    poor_error: str
    prompt_title: str
    prompt: str
    sheet: str


class FormQuestion(NamedTuple):
    """What a form asks, and for which plan year: known cells are shown, entered ones asked."""

    question: Question
    known: tuple[Cell, ...]
    entered: tuple[Cell, ...]

    @classmethod
    def of(cls, plan: Plan, what: What, year: int | None, series: Series) -> FormQuestion:
        """The question of a review at the end of ``year``, or of a plan for ``year``."""
        scenario = plan.outline.scenarios[0]
        reviewed = (Cell.HOUSEHOLDS_START, Cell.POOR_START)
        if what is What.PLAN:
            asked = Question(scenario, year or plan.base_year + 1, series)
            return cls(asked, reviewed, (Cell.HOUSEHOLDS_END, Cell.REDUCTION))
        last = plan.base_year if what is What.REVIEW else plan.base_year + 1
        asked = Question(scenario, (year or last) + 1, series)
        return cls(asked, (), reviewed)


def write_forms(
    plan: Plan,
    folder: Path,
    asked: FormQuestion,
    wording: FormWording,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Path]:
    """A form for each unit directly below the whole, in a folder. Raises WriteFailed.

    A form lists the units below its own, or the unit itself when there are none. ``progress`` is
    told before each form; forms written before ``cancelled`` stay.
    """
    evaluation = Evaluation(plan, asked.question)
    paths: list[Path] = []
    units = plan.tree.children_of(plan.tree.root)
    for at, unit in enumerate(units, 1):
        progress(at - 1, len(units))
        if cancelled():
            break
        name = re.sub(r"[^a-z0-9]+", "-", plain(plan.unit(unit).name)).strip("-")
        path = folder / f"{at:02}-{name}.xlsx"
        write_file(path, form_bytes(plan, evaluation, unit, asked, wording))
        paths.append(path)
    return paths


def form_bytes(
    plan: Plan, evaluation: Evaluation, unit: str, asked: FormQuestion, wording: FormWording
) -> bytes:
    """One unit's form as the bytes of a workbook."""
    import io

    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = wording.sheet
    units = plan.tree.children_of(unit) or (unit,)
    named = plan.unit(unit)
    _put(sheet, 1, 1, wording.title)
    _put(sheet, 2, 1, wording.unit_line.format(unit=f"{named.kind} {named.name}".strip()))
    _put(sheet, 3, 1, wording.instruction)
    _head(sheet, asked, wording)
    for row, one in enumerate(units, HEADER_ROW + 1):
        _put(sheet, row, 1, f"{row - HEADER_ROW:02}")
        _put(sheet, row, 2, f"{plan.unit(one).kind} {plan.unit(one).name}".strip())
        _figures(sheet, row, evaluation, one, asked)
    _validate(sheet, asked, len(units), wording)
    _dress(sheet)
    _lock(sheet)
    _hide_key(book, sheet.title, asked, units)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A text that stays one, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"


def _dress(sheet: Any) -> None:
    """As offices print and sign it: on one page's width, the table in lines."""
    from openpyxl.styles import Alignment, Font

    from dnplanner.exchange.official_page import BOXED, TYPEFACE, set_up_a4

    for row in sheet.iter_rows():
        for cell in row:
            titled = cell.row in (1, HEADER_ROW)
            cell.font = Font(name=TYPEFACE, size=13 if cell.row == 1 else 12, bold=titled)
            if cell.row >= HEADER_ROW:
                cell.border = BOXED
            if cell.row > HEADER_ROW:
                across = "center" if cell.column == 1 else None
                cell.alignment = Alignment(horizontal=across, vertical="center")
                sheet.row_dimensions[cell.row].height = _ROW_HEIGHT
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    set_up_a4(sheet)


def _head(sheet: Any, asked: FormQuestion, wording: FormWording) -> None:
    from openpyxl.styles import Alignment

    texts = [wording.number_heading, wording.unit_heading]
    _, year, series = asked.question
    texts += [wording.cell_heading(cell, series, year) for cell in _cells(asked)]
    for column, text in enumerate(texts, 1):
        _put(sheet, HEADER_ROW, column, text)
        cell = sheet.cell(HEADER_ROW, column)
        cell.alignment = Alignment(wrap_text=True, horizontal="center", vertical="center")
        sheet.column_dimensions[column_letters(column - 1)].width = 6 if column == 1 else 24
    sheet.row_dimensions[HEADER_ROW].height = _HEADER_HEIGHT
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, _FIRST_FIGURE)


def _cells(asked: FormQuestion) -> tuple[Cell, ...]:
    return asked.known + asked.entered


def _figures(sheet: Any, row: int, evaluation: Evaluation, unit: str, asked: FormQuestion) -> None:
    """Known figures, and entry cells with what is known so far."""
    from openpyxl.styles import PatternFill, Protection

    shown = evaluation.row(unit)
    for column, cell in enumerate(_cells(asked), _FIRST_FIGURE):
        target = sheet.cell(row, column)
        value = getattr(shown, cell.value)
        entered = cell in asked.entered
        if not entered or cell is Cell.HOUSEHOLDS_END:
            target.value = value
        target.number_format = "#,##0"
        if entered:
            target.protection = Protection(locked=False)
            target.fill = PatternFill("solid", fgColor="FFF9C4")


def _validate(sheet: Any, asked: FormQuestion, units: int, wording: FormWording) -> None:
    """Entry cells take whole numbers from 0, poor households no more than households."""
    from openpyxl.worksheet.datavalidation import DataValidation

    first = HEADER_ROW + 1
    for column, cell in enumerate(_cells(asked), _FIRST_FIGURE):
        if cell not in asked.entered:
            continue
        letters = column_letters(column - 1)
        poor = cell is Cell.POOR_START
        limit = f"{column_letters(column - 2)}{first}" if poor else str(MAX_COUNT)
        rule = DataValidation("whole", operator="between", formula1="0", formula2=limit)
        rule.error = wording.poor_error if poor else wording.count_error.format(limit=MAX_COUNT)
        rule.errorTitle, rule.promptTitle = wording.error_title, wording.prompt_title
        rule.prompt = wording.prompt
        rule.showErrorMessage = rule.showInputMessage = True
        rule.add(f"{letters}{first}:{letters}{first + units - 1}")
        sheet.add_data_validation(rule)


def _lock(sheet: Any) -> None:
    """Against slips, not against intent: there is no password."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _hide_key(book: Any, title: str, asked: FormQuestion, units: Sequence[str]) -> None:
    _, year, series = asked.question
    columns = {at: (cell, series, year) for at, cell in enumerate(_cells(asked), _FIRST_FIGURE - 1)}
    key = book.create_sheet(KEY_SHEET)
    key.sheet_state = "veryHidden"
    _put(key, 1, 1, form_key(title, HEADER_ROW - 1, columns, units))


def units_without_form(plan: Plan, returned: Iterable[str]) -> tuple[str, ...]:
    """The units directly below the whole from which nothing came back."""
    back = set(returned)
    return tuple(
        unit
        for unit in plan.tree.children_of(plan.tree.root)
        if not back & {unit, *plan.tree.below(unit)}
    )
