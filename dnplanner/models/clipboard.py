"""Blocks of cells for other programs: what Excel and LibreOffice read without guessing."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from dnplanner.core.entry import Cell
from dnplanner.core.numerals import NO_VALUE, decimal_point
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.models.columns import COLUMNS, NAME, ORDINAL, cell_text, count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.core.targets import Row
    from dnplanner.models.plan_table import PlanTableModel


def block_text(model: PlanTableModel, rows: Sequence[int], columns: Sequence[int]) -> str:
    """The cells as tab-separated lines; counts without dots, which every locale reads alike."""
    return "\n".join("\t".join(_plain(model, row, column) for column in columns) for row in rows)


def block_html(model: PlanTableModel, rows: Sequence[int], columns: Sequence[int]) -> str:
    """The cells as a table whose numbers carry their values beside their looks."""
    lines = (
        "<tr>" + "".join(_cell_html(model, row, column) for column in columns) + "</tr>"
        for row in rows
    )
    office = 'xmlns:x="urn:schemas-microsoft-com:office:excel"'
    return f'<html {office}><meta charset="utf-8"><table>{"".join(lines)}</table></html>'


def _plain(model: PlanTableModel, row: int, column: int) -> str:
    cell = COLUMNS[column].cell
    if cell is None:
        return _guarded(model.look(row, column).text)
    figures = _figures(model, row)
    number = count(figures, cell)
    return cell_text(figures, cell) if number is None else str(number)


def _cell_html(model: PlanTableModel, row: int, column: int) -> str:
    cell = COLUMNS[column].cell
    look = model.look(row, column)
    if cell is None or look.text == NO_VALUE:
        style = " style='mso-number-format:\"\\@\"'" if column in (ORDINAL, NAME) else ""
        return f"<td{style}>{escape(look.text)}</td>"
    value = _value(_figures(model, row), cell)
    return f'<td x:num="{value}" sdval="{value}">{escape(look.text)}</td>'


def _value(row: Row, cell: Cell) -> str:
    """The number in a cell as shown, with a decimal point."""
    number = count(row, cell)
    if number is not None:
        return str(number)
    rates = {
        Cell.RATE_START: (row.rate_start, RATE_DECIMALS),
        Cell.POINTS: (row.points, POINTS_DECIMALS),
        Cell.RATE_END: (row.rate_end, RATE_DECIMALS),
    }
    return decimal_point(*rates[cell]) or ""


def _figures(model: PlanTableModel, row: int) -> Row:
    return model.document.evaluation.row(model.unit_at(row))


def _guarded(text: str) -> str:
    """A name that a spreadsheet would take for a formula stays text."""
    return "'" + text if text[:1] in ("=", "+", "-", "@") else text
