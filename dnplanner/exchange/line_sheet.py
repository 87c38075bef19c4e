"""A plain table of texts and figures as a workbook: comparisons, findings."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from dnplanner.core.errors import NumeralError
from dnplanner.core.numerals import parse_change, parse_percent

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from openpyxl.worksheet._write_only import WriteOnlyWorksheet as Sheet

_FONT = "Times New Roman"
_WIDEST = 60


def line_sheet_bytes(
    title: str,
    headings: Sequence[str],
    lines: Iterable[Sequence[str]],
    figures: Container[int] = (),
) -> bytes:
    """The bytes of an .xlsx file: title, headings, then ``lines``.

    Vietnamese numerals become numbers in the columns ``figures`` (from 0); everything else stays
    text: nothing becomes a formula.
    """
    rows = [list(line) for line in lines]
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title="DN Planner")
    for place, heading in enumerate(headings):
        longest = max((len(row[place]) for row in rows), default=0)
        width = min(_WIDEST, max(len(heading), longest) + 2)
        sheet.column_dimensions[get_column_letter(place + 1)].width = width
    sheet.freeze_panes = "A3"
    sheet.append([_text(sheet, title, bold=True)])
    sheet.append([_text(sheet, heading, bold=True) for heading in headings])
    for row in rows:
        cells = enumerate(row)
        sheet.append([(_cell if at in figures else _text)(sheet, text) for at, text in cells])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _text(sheet: Sheet, text: str, *, bold: bool = False) -> Cell:
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # a text that starts with "=" is no formula,
    cell.quotePrefix = True  # and does not become one when it is edited
    cell.font = Font(name=_FONT, bold=bold)
    cell.alignment = Alignment(wrap_text=not bold, vertical="top")
    return cell


def _cell(sheet: Sheet, text: str) -> Cell:
    number = _number(text)
    if number is None:
        return _text(sheet, text)
    value, look = number
    cell = WriteOnlyCell(sheet, value=value)
    cell.font = Font(name=_FONT)
    cell.number_format = look
    return cell


def _number(text: str) -> tuple[float, str] | None:
    """The number that ``text`` writes, with the look it had; None for any other text."""
    try:
        return parse_change(text), "#,##0"
    except NumeralError:
        pass
    try:
        decimals = len(text.partition(",")[2])
        return float(parse_percent(text)), "0." + "0" * decimals
    except NumeralError:
        return None
