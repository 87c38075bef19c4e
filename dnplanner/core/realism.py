"""Is a planned cut realistic: against the unit's own past cuts, and against similar units.

The plan forbids chasing numbers (chạy theo thành tích); a cut that the unit never managed is worth
a second look. Cuts are in points a year and never reach across a change of standard.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.ground import Ground, RatesFound, Records, rates_found
from dnplanner.core.plan import Nature, Plan

if TYPE_CHECKING:
    from fractions import Fraction

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


def realism(plan: Plan, evaluation: Evaluation, unit: str, neighbours: int = 3) -> Realism:
    """What is known to judge a unit's planned cut by; ``neighbours`` similar units at most."""
    ground = Ground(plan, evaluation)
    ground.read_records((unit,))
    past = past_cuts(ground, unit)
    similar = similar_units(plan, evaluation, unit, neighbours)
    return Realism(
        evaluation.row(unit).points,
        past,
        fastest_cut(past),
        similar,
        _median([other.points for other in similar]),
    )


def past_cuts(ground: Ground, unit: str) -> tuple[Cut, ...]:
    """The cuts a unit is known to have made before the plan year, in order of years."""
    records = ground.records.get(unit) or Records({}, {})
    found = rates_found(ground.plan, records, ground.question, ground.evaluation.row(unit))
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
    own = evaluation.row(unit).rate_start
    if own is None:
        return ()
    depth = plan.tree.depth(unit)
    found = []
    for place, other in enumerate(plan.tree.below(plan.tree.root)):
        if other == unit or plan.tree.depth(other) != depth:
            continue
        row = evaluation.row(other)
        start, points = row.rate_start, row.points
        if start is not None and points is not None:
            found.append((abs(start - own), place, Similar(other, start, points)))
    return tuple(similar for _, _, similar in sorted(found)[:count])


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
