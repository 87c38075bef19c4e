"""The columns of the district table, declared once: what they hold and how they are headed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import PINNABLE, Cell
from dnplanner.core.numerals import format_count, format_ratio
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Question
    from dnplanner.core.targets import Row

translate = QCoreApplication.translate


class Column(NamedTuple):
    """One column: its cell (None for number and name) and whether it opens a group."""

    name: str
    cell: Cell | None
    minimum: int
    """Least width in characters of the font."""


ORDINAL, NAME = 0, 1
COLUMNS = (
    Column("ordinal", None, 5),
    Column("name", None, 19),
    Column("households_start", Cell.HOUSEHOLDS_START, 10),
    Column("poor_start", Cell.POOR_START, 10),
    Column("rate_start", Cell.RATE_START, 9),
    Column("households_end", Cell.HOUSEHOLDS_END, 10),
    Column("reduction", Cell.REDUCTION, 11),
    Column("points", Cell.POINTS, 10),
    Column("poor_end", Cell.POOR_END, 10),
    Column("rate_end", Cell.RATE_END, 13),
)
FROZEN = 2
"""The first columns stay in view."""

START_GROUP = range(2, 5)
PLAN_GROUP = range(5, 10)

ALWAYS_INPUT = frozenset({Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.HOUSEHOLDS_END})
"""Cells shown in the ink of inputs whatever is pinned."""


def column_of(cell: Cell) -> int:
    """The place of a cell's column."""
    return next(place for place, column in enumerate(COLUMNS) if column.cell is cell)


def cell_text(row: Row, cell: Cell) -> str:
    """A cell as it is shown."""
    if cell is Cell.RATE_START:
        return format_ratio(row.rate_start, RATE_DECIMALS)
    if cell is Cell.RATE_END:
        return format_ratio(row.rate_end, RATE_DECIMALS)
    if cell is Cell.POINTS:
        return format_ratio(row.points, POINTS_DECIMALS)
    return format_count(count(row, cell))


def count(row: Row, cell: Cell) -> int | None:
    """The number of households in a cell; None where it holds none or a percentage."""
    if cell is Cell.HOUSEHOLDS_START:
        return row.households_start
    if cell is Cell.POOR_START:
        return row.poor_start
    if cell is Cell.HOUSEHOLDS_END:
        return row.households_end
    if cell is Cell.POOR_END:
        return row.poor_end
    return row.reduction if cell is Cell.REDUCTION else None


def is_pinned(row: Row, cell: Cell) -> bool:
    """Whether the user typed this plan cell last."""
    return row.pinned is not None and PINNABLE.get(cell) is row.pinned


def heading(place: int) -> str:
    """A column's own heading; lines are parted where a narrow column should part them."""
    return _headings()[place]


def group_heading(place: int, question: Question) -> str:
    """The heading over several columns, empty for those that stand alone."""
    if place in START_GROUP:
        text = translate("Columns", "Kết quả rà soát cuối năm {year}")
        return text.format(year=question.year - 1)
    if place in PLAN_GROUP:
        return translate("Columns", "Kế hoạch năm {year}").format(year=question.year)
    return ""


def _headings() -> tuple[str, ...]:
    return (
        translate("Columns", "Stt"),
        translate("Columns", "Đơn vị"),
        translate("Columns", "Tổng số hộ"),
        translate("Columns", "Hộ nghèo"),
        translate("Columns", "Tỷ lệ (%)"),
        translate("Columns", "Số hộ\ndự kiến"),
        translate("Columns", "Hộ nghèo\ngiảm"),
        translate("Columns", "Giảm\n(điểm %)"),
        translate("Columns", "Hộ nghèo\ncuối năm"),
        translate("Columns", "Tỷ lệ\ncuối năm (%)"),
    )
