"""From what a column is about to what it becomes in a plan: which fact, of which year."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.entry import Cell
from dnplanner.core.series import Measure, Series
from dnplanner.exchange.headers import Meaning, Role
from dnplanner.exchange.number_meaning import Wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from dnplanner.exchange.table_finding import Column


class What(StrEnum):
    """What a file is taken for: the base year's review, a plan's targets, or a later review.

    A register lists households one by one; counted up, they are a review.
    """

    REVIEW = "review"
    PLAN = "plan"
    ACTUAL = "actual"
    REGISTER = "register"


class Aim(NamedTuple):
    """What a file is taken for, and the plan year or the year at whose end a review was made.

    Without a year it is the one that the plan expects.
    """

    what: What
    year: int | None = None


class Slot(NamedTuple):
    """What a column's figures become: the cell of a row, of one series.

    For a review the counts found at the end of ``year`` are the start cells of the year after.
    """

    cell: Cell
    series: Series
    year: int

    @property
    def wanted(self) -> Wanted:
        """How its numbers are written."""
        return wanted_in(self.cell)


def wanted_in(cell: Cell) -> Wanted:
    """How the numbers of a cell are written."""
    if cell in (Cell.RATE_START, Cell.POINTS, Cell.RATE_END):
        return Wanted.PERCENT
    return Wanted.CHANGE if cell is Cell.REDUCTION else Wanted.COUNT


class Slotted(NamedTuple):
    """The slots by column, and the columns of which two claim the same slot."""

    slots: Mapping[int, Slot]
    doubled: tuple[int, ...]


_SERIES = {
    Measure.HOUSEHOLDS: Series.POOR,
    Measure.POOR: Series.POOR,
    Measure.NEAR_POOR: Series.NEAR_POOR,
    Measure.DTTS_HOUSEHOLDS: Series.DTTS_POOR,
    Measure.DTTS_POOR: Series.DTTS_POOR,
    Measure.DTTS_LOCAL_HOUSEHOLDS: Series.DTTS_LOCAL_POOR,
    Measure.DTTS_LOCAL_POOR: Series.DTTS_LOCAL_POOR,
}
_START = {
    Cell.HOUSEHOLDS_END: Cell.HOUSEHOLDS_START,
    Cell.POOR_END: Cell.POOR_START,
    Cell.RATE_END: Cell.RATE_START,
}


def slots_of(
    columns: Sequence[Column], what: What, year: int, chosen: Mapping[int, Cell | None]
) -> Slotted:
    """The slots of a table's columns; ``chosen`` overrides by column, None leaves one out."""
    slots: dict[int, Slot] = {}
    doubled = []
    taken: set[Slot] = set()
    for column, found in _figures(columns, chosen):
        slot = _slot(found, what, year, taken)
        if column in chosen:
            cell = chosen[column]
            slot = None if cell is None else Slot(cell, _series(found), _row_year(what, year))
        if slot is None:
            continue
        if slot in taken:
            doubled.append(column)
            continue
        taken.add(slot)
        slots[column] = slot
    return Slotted(slots, tuple(doubled))


def _row_year(what: What, year: int) -> int:
    """The plan year of the row: what a review finds at a year's end starts the year after."""
    return year if what is What.PLAN else year + 1


def _figures(
    columns: Iterable[Column], chosen: Mapping[int, Cell | None]
) -> Iterable[tuple[int, Meaning]]:
    for column in columns:
        found = column.meaning
        if column.column in chosen:
            yield column.column, found or Meaning(Role.COUNT, Measure.POOR)
        elif found is not None and found.role in _CELLS:
            yield column.column, found


def _series(found: Meaning) -> Series:
    return _SERIES[found.measure or Measure.POOR]


def _slot(found: Meaning, what: What, year: int, taken: set[Slot]) -> Slot | None:
    cell = _CELLS[found.role]
    if found.role is Role.COUNT and found.measure in _HOUSEHOLDS:
        cell = Cell.HOUSEHOLDS_END
    if what is What.PLAN:
        return _planned(Slot(cell, _series(found), year), found, taken)
    if found.planned or found.year not in (None, year) or cell not in _START:
        return None
    if found.moment == "start" and found.year is None:
        return None
    return Slot(_START[cell], _series(found), _row_year(what, year))


_CELLS = {
    Role.COUNT: Cell.POOR_END,
    Role.RATE: Cell.RATE_END,
    Role.REDUCTION: Cell.REDUCTION,
    Role.POINTS: Cell.POINTS,
}
_HOUSEHOLDS = (Measure.HOUSEHOLDS, Measure.DTTS_HOUSEHOLDS, Measure.DTTS_LOCAL_HOUSEHOLDS)


def _planned(end: Slot, found: Meaning, taken: set[Slot]) -> Slot | None:
    """In a plan: the year before is the start; without years the words, then the order tell."""
    if end.cell not in _START:
        return end if found.year in (None, end.year) else None
    start = end._replace(cell=_START[end.cell])
    if found.year is not None:
        return {end.year: end, end.year - 1: start}.get(found.year)
    if found.moment or found.planned:
        return start if found.moment == "start" else end
    return end if start in taken else start


def year_in(columns: Iterable[Column], title: str, what: What) -> int | None:
    """The year a table is about by its own words: the plan's, or the last one found."""
    meanings = [column.meaning for column in columns if column.meaning is not None]
    planned = [found.year for found in meanings if found.year is not None and found.planned]
    dated = [found.year for found in meanings if found.year is not None]
    if what is What.PLAN and planned:
        return max(planned)
    if what is not What.PLAN and dated:
        return max([one.year for one in meanings if one.year and not one.planned] or dated)
    if dated:
        return max(dated)
    years = [int(text) for text in re.findall(r"\b(20[0-4]\d)\b", title)]
    return max(years) if years else None
