"""The columns of the district table, declared once: what they hold and how they are headed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import PINNABLE, Cell
from dnplanner.core.numerals import format_count, format_ratio
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.core.series import Measure, Series

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
    Column("households_start", Cell.HOUSEHOLDS_START, 12),
    Column("poor_start", Cell.POOR_START, 10),
    Column("rate_start", Cell.RATE_START, 9),
    Column("households_end", Cell.HOUSEHOLDS_END, 12),
    Column("reduction", Cell.REDUCTION, 13),
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


def heading(place: int, series: Series) -> str:
    """A column's own heading; lines are parted where a narrow column should part them."""
    return _headings(series)[place]


def group_heading(place: int, question: Question) -> str:
    """The heading over several columns, empty for those that stand alone."""
    series = _about(question.series)
    about = series[:1].upper() + series[1:]
    words = {"series": series, "Series": about, "base": question.year - 1, "year": question.year}
    if place in START_GROUP:
        if question.series is Series.POOR:
            return translate("Columns", "Kết quả rà soát cuối năm {base}").format_map(words)
        return translate("Columns", "{Series} cuối năm {base}").format_map(words)
    if place in PLAN_GROUP:
        if question.series is Series.POOR:
            return translate("Columns", "Kế hoạch năm {year}").format_map(words)
        return translate("Columns", "Kế hoạch {series} năm {year}").format_map(words)
    return ""


def _about(series: Series) -> str:
    """What a table is about, in the few words that fit over its columns."""
    words = {
        Series.POOR: translate("Columns", "hộ nghèo"),
        Series.NEAR_POOR: translate("Columns", "hộ cận nghèo"),
        Series.DTTS_POOR: translate("Columns", "hộ nghèo DTTS"),
        Series.DTTS_LOCAL_POOR: translate("Columns", "DTTS tại chỗ"),
        Series.MULTIDIMENSIONAL: translate("Columns", "nghèo đa chiều"),
    }
    return words[series]


def _counted(series: Series) -> tuple[str, str, str]:
    """The headings of the households counted: at the start, their reduction, at the end."""
    if series is Series.NEAR_POOR:
        return (
            translate("Columns", "Hộ cận\nnghèo"),
            translate("Columns", "Cận nghèo\ngiảm"),
            translate("Columns", "Cận nghèo\ncuối năm"),
        )
    if series is Series.MULTIDIMENSIONAL:
        return (
            translate("Columns", "Nghèo\nđa chiều"),
            translate("Columns", "Đa chiều\ngiảm"),
            translate("Columns", "Đa chiều\ncuối năm"),
        )
    return (
        translate("Columns", "Hộ nghèo"),
        translate("Columns", "Hộ nghèo\ngiảm"),
        translate("Columns", "Hộ nghèo\ncuối năm"),
    )


def _all(series: Series) -> str:
    """The heading of the households that the counted ones are a share of."""
    words = {
        Measure.DTTS_HOUSEHOLDS: translate("Columns", "Tổng số\nhộ DTTS"),
        Measure.DTTS_LOCAL_HOUSEHOLDS: translate("Columns", "Hộ DTTS\ntại chỗ"),
    }
    return words.get(series.denominator, translate("Columns", "Tổng số hộ"))


def _headings(series: Series) -> tuple[str, ...]:
    start, reduction, end = _counted(series)
    return (
        translate("Columns", "Stt"),
        translate("Columns", "Đơn vị"),
        _all(series),
        start,
        translate("Columns", "Tỷ lệ (%)"),
        translate("Columns", "Số hộ\ndự kiến"),
        reduction,
        translate("Columns", "Giảm\n(điểm %)"),
        end,
        translate("Columns", "Tỷ lệ\ncuối năm (%)"),
    )
