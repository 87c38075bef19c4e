"""Entering values: what a user types into a cell, as an Edit or a refusal with its reason.

The window, a pasted block and the command line all come through here, so that a number refused in
one place is refused in all.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation, Question, own_row
from dnplanner.core.numerals import MAX_COUNT, parse_change, parse_count, parse_percent
from dnplanner.core.plan import (
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Pinned,
    Plan,
    Target,
    TargetKey,
    Value,
)
from dnplanner.core.targets import Row, poor_wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dnplanner.core.series import Series


class Cell(StrEnum):
    """The cells of a row, by the names that files and the command line use."""

    HOUSEHOLDS_START = "households_start"
    POOR_START = "poor_start"
    RATE_START = "rate_start"
    HOUSEHOLDS_END = "households_end"
    REDUCTION = "reduction"
    POINTS = "points"
    POOR_END = "poor_end"
    RATE_END = "rate_end"


ENTERED = (
    Cell.HOUSEHOLDS_START,
    Cell.POOR_START,
    Cell.HOUSEHOLDS_END,
    Cell.REDUCTION,
    Cell.POINTS,
    Cell.POOR_END,
    Cell.RATE_END,
)
"""The cells that can be typed; the start rate always follows from its counts."""

PINNABLE = {Cell(pinned.value): pinned for pinned in Pinned}

_COUNTS = frozenset({Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.HOUSEHOLDS_END, Cell.POOR_END})

_HOUSEHOLDS = frozenset({Cell.HOUSEHOLDS_START, Cell.HOUSEHOLDS_END})

HUNDRED = Fraction(100)


def read(cell: Cell, text: str) -> Fraction:
    """The number that ``text`` writes in a cell of this kind.

    Raises NumeralError, or EntryRefused with the code ``empty_cell``.
    """
    if not text.strip():
        raise EntryRefused("empty_cell")
    if cell in _COUNTS:
        return Fraction(parse_count(text))
    if cell is Cell.REDUCTION:
        return Fraction(parse_change(text))
    return parse_percent(text)


def enter_text(plan: Plan, evaluation: Evaluation, unit: str, cell: Cell, text: str) -> Edit:
    """The edit of typing ``text`` into a cell; nothing is no number, and ``clear`` empties cells.

    Raises NumeralError or EntryRefused; the plan stays as it is.
    """
    refuse_derived(evaluation, unit, cell)
    return enter(plan, evaluation, unit, cell, read(cell, text))


def enter(plan: Plan, evaluation: Evaluation, unit: str, cell: Cell, value: Fraction) -> Edit:
    """The edit that gives a cell a number. Raises EntryRefused when it cannot be."""
    refuse_derived(evaluation, unit, cell)
    row = own_row(plan, evaluation.question, unit)
    key, stored = fact(evaluation.question, row, unit, cell, value)
    return edit_of(plan, "enter", {key: stored})


def fact(question: Question, row: Row, unit: str, cell: Cell, value: Fraction) -> tuple[Key, Value]:
    """The fact that a number in a cell of the unit's own ``row`` states. Raises EntryRefused."""
    _CHECKS[cell](row, value)
    return _key(question, unit, cell), _stored(cell, value)


def clear(plan: Plan, question: Question, unit: str, cell: Cell) -> Edit:
    """The edit that empties a cell: a count is forgotten, a typed value gives way to its rule."""
    return clear_all(plan, question, [(unit, cell)])


def clear_all(plan: Plan, question: Question, cells: Iterable[tuple[str, Cell]]) -> Edit:
    """The edit that empties many cells, as ``clear``. Raises EntryRefused for a derived one."""
    wanted: dict[Key, Value | None] = {}
    for unit, cell in cells:
        if cell is Cell.RATE_START:
            raise EntryRefused("derived")
        key = _key(question, unit, cell)
        if isinstance(key, TargetKey):
            target = plan.get(key)
            if not isinstance(target, Target) or target.pinned is not PINNABLE[cell]:
                continue
        wanted[key] = None
    return edit_of(plan, "clear", wanted)


def refuse_derived(evaluation: Evaluation, unit: str, cell: Cell) -> None:
    """Raise EntryRefused when the cell follows from others and cannot be typed."""
    if cell is Cell.RATE_START:
        raise EntryRefused("derived")
    _refuse_derived_series(evaluation.question.series, cell)
    if evaluation.row(unit).summed:
        raise EntryRefused("sum_of_children")


def _refuse_derived_series(series: Series, cell: Cell) -> None:
    if series.parts and cell not in _HOUSEHOLDS:
        raise EntryRefused("derived_series")


def _key(question: Question, unit: str, cell: Cell) -> Key:
    scenario, year, series = question
    _refuse_derived_series(series, cell)
    if cell is Cell.HOUSEHOLDS_START:
        return ObservedKey(unit, year - 1, series.denominator)
    if cell is Cell.POOR_START:
        return ObservedKey(unit, year - 1, series.counted)
    if cell is Cell.HOUSEHOLDS_END:
        return HouseholdsEndKey(scenario, unit, year, series.denominator)
    return TargetKey(scenario, unit, year, series)


def _stored(cell: Cell, value: Fraction) -> Value:
    if cell in PINNABLE:
        return Target(PINNABLE[cell], value)
    return int(value)


def _check_households_start(row: Row, value: Fraction) -> None:
    _refuse_outside_counts(value)
    if row.poor_start is not None and value < row.poor_start:
        raise EntryRefused("fewer_households_than_poor", value=value, poor=row.poor_start)


def _check_poor_start(row: Row, value: Fraction) -> None:
    _refuse_outside_counts(value)
    if row.households_start is not None and value > row.households_start:
        raise EntryRefused(
            "more_poor_than_households", value=value, households=row.households_start
        )


def _check_households_end(row: Row, value: Fraction) -> None:
    _refuse_outside_counts(value)
    stays = row.pinned not in (Pinned.POINTS, Pinned.RATE_END)
    if stays and row.poor_end is not None and value < row.poor_end:
        raise EntryRefused("fewer_households_than_poor", value=value, poor=row.poor_end)


def _check_reduction(row: Row, value: Fraction) -> None:
    households_end, poor_start = _needed(row)
    _refuse_outside_counts(abs(value))
    if value > poor_start:
        raise EntryRefused("reduction_beyond_poor", value=value, poor=poor_start)
    if poor_start - value > households_end:
        raise EntryRefused(
            "more_poor_than_households", value=poor_start - value, households=households_end
        )


def _check_points(row: Row, value: Fraction) -> None:
    households_end, poor_start = _needed(row)
    if row.rate_start is None:
        raise EntryRefused("no_households")
    if value > row.rate_start:
        raise EntryRefused("points_beyond_rate", value=value, rate=row.rate_start)
    wanted = poor_wanted(
        Target(Pinned.POINTS, value), row.households_start or 0, poor_start, households_end
    )
    if wanted > households_end:
        raise EntryRefused("rate_above_hundred", value=row.rate_start - value)


def _check_poor_end(row: Row, value: Fraction) -> None:
    households_end, _ = _needed(row)
    _refuse_outside_counts(value)
    if value > households_end:
        raise EntryRefused("more_poor_than_households", value=value, households=households_end)


def _check_rate_end(row: Row, value: Fraction) -> None:
    _needed(row)
    if value < 0:
        raise EntryRefused("rate_below_zero", value=value)
    if value > HUNDRED:
        raise EntryRefused("rate_above_hundred", value=value)


def _needed(row: Row) -> tuple[int, int]:
    """Year-end households and poor households at the start, which every target needs."""
    if row.households_start is None or row.households_end is None or row.poor_start is None:
        raise EntryRefused("counts_missing")
    return row.households_end, row.poor_start


def _refuse_outside_counts(value: Fraction) -> None:
    if value.denominator != 1 or not 0 <= value.numerator <= MAX_COUNT:
        raise EntryRefused("not_a_count", value=value, limit=MAX_COUNT)


_CHECKS: dict[Cell, Callable[[Row, Fraction], None]] = {
    Cell.HOUSEHOLDS_START: _check_households_start,
    Cell.POOR_START: _check_poor_start,
    Cell.HOUSEHOLDS_END: _check_households_end,
    Cell.REDUCTION: _check_reduction,
    Cell.POINTS: _check_points,
    Cell.POOR_END: _check_poor_end,
    Cell.RATE_END: _check_rate_end,
}
