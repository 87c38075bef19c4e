"""From the figures of units to the facts of a plan: one Edit, changing no more than it must."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, apply, edit_of
from dnplanner.core.entry import PINNABLE, Cell
from dnplanner.core.evaluation import Question, own_row
from dnplanner.core.pasting import PRECEDENCE
from dnplanner.core.plan import (
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Plan,
    Target,
    TargetKey,
    Value,
)
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded
from dnplanner.core.targets import Row, grown, planned_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dnplanner.core.series import Series

DECIMALS: Mapping[Cell, int] = {
    Cell.RATE_START: RATE_DECIMALS,
    Cell.POINTS: POINTS_DECIMALS,
    Cell.RATE_END: RATE_DECIMALS,
}
"""Decimals that documents print."""


class UnitFigures(NamedTuple):
    """What a file says about one unit, series and plan year, by cell."""

    unit: str
    series: Series
    year: int
    values: Mapping[Cell, Fraction]

    def whole(self, cell: Cell) -> int | None:
        """A whole number, None where the file is silent."""
        value = self.values.get(cell)
        return None if value is None else int(value)


def edit_from(plan: Plan, figures: Iterable[UnitFigures], scenario: str) -> Edit:
    """The edit (kind ``import``) that makes the plan say what the figures say.

    A typed household count that the growth rule gives too is not stored, nor is a target replaced
    by another that leads to the same year-end: a file that went out comes back as no change.
    """
    wanted: dict[Key, Value | None] = {}
    several = tuple(figures)
    for one in several:
        wanted.update(_observed(one))
    reviewed = apply(plan, edit_of(plan, "import", wanted))
    for one in several:
        wanted.update(_households_end(reviewed, one, scenario))
    expected = apply(plan, edit_of(plan, "import", wanted))
    for one in several:
        wanted.update(_target(expected, one, scenario))
    return edit_of(plan, "import", wanted)


def spoken_keys(figures: Iterable[UnitFigures], scenario: str) -> set[Key]:
    """The facts that the figures say something about, also where the plan says the same."""
    keys: set[Key] = set()
    for one in figures:
        keys.update(_observed(one))
        if Cell.HOUSEHOLDS_END in one.values:
            keys.add(HouseholdsEndKey(scenario, one.unit, one.year, one.series.denominator))
        if any(cell in one.values for cell in PRECEDENCE):
            keys.add(TargetKey(scenario, one.unit, one.year, one.series))
    return keys


def _observed(one: UnitFigures) -> dict[Key, Value | None]:
    cells = (
        (Cell.HOUSEHOLDS_START, one.series.denominator),
        (Cell.POOR_START, one.series.counted),
    )
    counts = ((measure, one.whole(cell)) for cell, measure in cells)
    return {
        ObservedKey(one.unit, one.year - 1, measure): count
        for measure, count in counts
        if count is not None
    }


def _households_end(plan: Plan, one: UnitFigures, scenario: str) -> dict[Key, Value | None]:
    count = one.whole(Cell.HOUSEHOLDS_END)
    if count is None:
        return {}
    key = HouseholdsEndKey(scenario, one.unit, one.year, one.series.denominator)
    if plan.get(key) == count:
        return {}
    start = plan.observed(one.unit, one.year - 1, one.series.denominator)
    growth = plan.growth(scenario, one.series.denominator)
    return {key: None if start is not None and grown(start, growth) == count else count}


def _target(plan: Plan, one: UnitFigures, scenario: str) -> dict[Key, Value | None]:
    pins = [cell for cell in PRECEDENCE if cell in one.values]
    if not pins:
        return {}
    key = TargetKey(scenario, one.unit, one.year, one.series)
    held = plan.tables.targets.get(key)
    row = own_row(plan, Question(scenario, one.year, one.series), one.unit)
    if held is not None and agrees(row, pins[0], one.values[pins[0]]):
        return {}
    return {key: Target(PINNABLE[pins[0]], one.values[pins[0]])}


def agrees(row: Row, cell: Cell, value: Fraction) -> bool:
    """Whether ``value`` is what the row shows, with the decimals that it or documents have."""
    shown: int | Fraction | None = getattr(row, cell.value)
    if shown is None:
        return False
    if cell not in DECIMALS:
        return shown == value
    return rounded(Fraction(shown), max(DECIMALS[cell], decimals_of(value))) == value


def decimals_of(value: Fraction) -> int:
    """Decimals a decimal number needs, at most 9."""
    return next((n for n in range(9) if (value * 10**n).denominator == 1), 9)


def row_of(one: UnitFigures, households_end: int | None) -> Row:
    """The row that the figures make by themselves, by the first of PRECEDENCE they have.

    ``households_end`` stands in where the file has none.
    """
    pins = [cell for cell in PRECEDENCE if cell in one.values]
    target = Target(PINNABLE[pins[0]], one.values[pins[0]]) if pins else None
    end = one.whole(Cell.HOUSEHOLDS_END)
    end = households_end if end is None else end
    return planned_row(one.whole(Cell.HOUSEHOLDS_START), one.whole(Cell.POOR_START), end, target)


def impossibility(one: UnitFigures) -> tuple[Cell, str] | None:
    """The cell of a row that cannot be beside the others, and why; None when all can."""
    households, poor = one.whole(Cell.HOUSEHOLDS_START), one.whole(Cell.POOR_START)
    if households is not None and poor is not None and poor > households:
        return Cell.POOR_START, "more_poor_than_households"
    reduction = one.whole(Cell.REDUCTION)
    if reduction is not None and poor is not None and reduction > poor:
        return Cell.REDUCTION, "reduction_beyond_poor"
    end, poor_end = one.whole(Cell.HOUSEHOLDS_END), one.whole(Cell.POOR_END)
    if end is not None and poor_end is not None and poor_end > end:
        return Cell.POOR_END, "more_poor_than_households"
    if None not in (reduction, poor, poor_end) and (poor or 0) - (reduction or 0) != poor_end:
        return Cell.POOR_END, "figures_disagree"
    return None
