"""Is a planned cut realistic: against the unit's own past cuts, and against similar units.

The plan forbids chasing numbers (chạy theo thành tích); a cut that the unit never managed is worth
a second look. Cuts are in points a year and never reach across a change of standard.
"""

from __future__ import annotations

from fractions import Fraction
from heapq import nsmallest
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.ground import Ground, RatesFound, Records, rates_found
from dnplanner.core.plan import Nature, Plan

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Evaluation


class Cut(NamedTuple):
    """How fast a rate fell between two years, in points a year; negative when it rose."""

    first_year: int
    last_year: int
    points: Fraction


class Similar(NamedTuple):
    """A unit at the same level with about the same rate, and what it plans."""

    unit: str
    rate_start: Fraction
    points: Fraction


class Realism(NamedTuple):
    """A unit's planned points beside what it managed and what units like it plan.

    ``fastest`` is None where no past cut is known, ``median`` (points) where no unit is similar.
    """

    planned: Fraction | None
    past: tuple[Cut, ...]
    fastest: Cut | None
    similar: tuple[Similar, ...]
    median: Fraction | None


def realism(ground: Ground, unit: str, neighbours: int = 3) -> Realism:
    """What is known to judge a unit's planned cut by; ``neighbours`` similar units at most.

    The ground has its records.
    """
    past = past_cuts(ground, unit)
    similar = similar_units(ground.plan, ground.evaluation, unit, neighbours)
    return Realism(
        ground.evaluation.row(unit).points,
        past,
        fastest_cut(past),
        similar,
        _median([other.points for other in similar]),
    )


def past_cuts(ground: Ground, unit: str) -> tuple[Cut, ...]:
    """The cuts a unit is known to have made before the plan year, in order of years."""
    records = ground.records.get(unit) or Records({}, {})
    found = rates_found(ground.plan, records, ground.question, ground.evaluation.row(unit))
    return cuts_known(ground, records, found)


def cuts_known(ground: Ground, records: Records, found: RatesFound) -> tuple[Cut, ...]:
    """The cuts between the rates found, and those that documents report, in order of years."""
    return tuple(sorted({*cuts_between(found), *_cuts_printed(ground, records)}))


def cuts_between(found: RatesFound) -> list[Cut]:
    """The average cut a year between each two years that follow each other under one standard."""
    return [
        Cut(first, last, (rates[first] - rates[last]) / (last - first))
        for rates in found.values()
        for first, last in pairwise(sorted(rates))
    ]


def fastest_cut(cuts: tuple[Cut, ...]) -> Cut | None:
    """The largest of the cuts, of equal ones the latest; None where there is none."""
    return max(cuts, key=lambda cut: (cut.points, cut.last_year), default=None)


def similar_units(plan: Plan, evaluation: Evaluation, unit: str, count: int) -> tuple[Similar, ...]:
    """The units at the same depth whose rates at the start are nearest, nearest first."""
    h0, p0 = evaluation.row(unit)[:2]
    if not h0 or p0 is None:
        return ()
    ranked = []
    for place, other in enumerate(_at_depth(plan, plan.tree.depth(unit))):
        households, poor, households_end, poor_end = evaluation.row(other)[:4]
        if other == unit or not households or not households_end:
            continue
        if poor is not None and poor_end is not None:
            # Divided whole numbers rank as the exact rates do, in a tenth of the time.
            ranked.append((abs(poor * h0 - p0 * households) / (households * h0), place, other))
    nearest = nsmallest(count, ranked)
    return tuple(_similar(evaluation, other) for _, _, other in nearest)


def _at_depth(plan: Plan, depth: int) -> list[str]:
    """All units with so many above them, in official order."""
    level = [plan.tree.root]
    for _ in range(depth):
        level = [child for unit in level for child in plan.tree.children_of(unit)]
    return level


def _similar(evaluation: Evaluation, unit: str) -> Similar:
    row = evaluation.row(unit)
    return Similar(unit, row.rate_start or Fraction(0), row.points or Fraction(0))


def _cuts_printed(ground: Ground, records: Records) -> list[Cut]:
    """Cuts of single years as documents report them."""
    _, year, series = ground.question
    return [
        Cut(key.year - 1, key.year, printed.points)
        for key, printed in records.printed.items()
        if key.nature is Nature.ACTUAL
        and key.series is series
        and key.year < year
        and printed.points is not None
    ]


def _median(values: list[Fraction]) -> Fraction | None:
    """The middle value, of an even number the mean of the middle two."""
    if not values:
        return None
    ranked = sorted(values)
    middle = len(ranked) // 2
    if len(ranked) % 2:
        return ranked[middle]
    return (ranked[middle - 1] + ranked[middle]) / 2
