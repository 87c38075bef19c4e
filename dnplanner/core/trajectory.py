"""The rate by year: what was found, what is planned, what is demanded (lộ trình).

A figure carries its poverty standard, and no line crosses a change of standard (domain, §5).
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.plan import GoalKind, Nature, Plan, Printed, PrintedKey, entries
from dnplanner.core.rates import rate
from dnplanner.core.targets import Row

if TYPE_CHECKING:
    from dnplanner.core.series import Measure, Series
    from dnplanner.core.units import UnitTree


class Point(NamedTuple):
    """A rate in percent at a year's end, with the counts it comes from where they are known."""

    year: int
    rate: Fraction
    poor: int | None = None
    households: int | None = None
    source: str = ""
    rounded: bool = False


class Line(NamedTuple):
    """Points under one poverty standard, in order of years."""

    standard: str
    points: tuple[Point, ...]


class Trajectory(NamedTuple):
    """What the chart shows for one unit.

    ``actual`` has one line per standard, ``plan`` starts at the last year observed, ``past_plans``
    are single points; ``goal`` leads from the start of each planned year to the highest rate its
    goal allows; ``breaks`` are the years between which the standard changed.
    """

    actual: tuple[Line, ...]
    plan: tuple[Point, ...]
    past_plans: tuple[Point, ...]
    goal: tuple[Point, ...]
    breaks: tuple[tuple[int, int], ...]


_ACTUAL = (Nature.ACTUAL, Nature.ROUNDED, Nature.ESTIMATE)


PlannedRows: TypeAlias = Sequence[tuple[int, Row]]
"""The rows of one unit in the planned years, in order."""


def trajectory(
    plan: Plan,
    series: Series,
    unit: str,
    rows: PlannedRows,
    actual: tuple[Line, ...] | None = None,
) -> Trajectory:
    """The trajectory of ``unit`` with the planned ``rows`` of one scenario.

    ``actual`` are its ``actual_lines`` where they are known already.
    """
    lines = actual_lines(plan, series, unit) if actual is None else actual
    breaks = tuple(
        (before.points[-1].year, after.points[0].year)
        for before, after in itertools.pairwise(lines)
    )
    return Trajectory(
        lines,
        planned_line(rows),
        _past_plans(plan, series, unit),
        _goal_line(plan, series, unit, rows),
        breaks,
    )


def planned_line(rows: PlannedRows) -> tuple[Point, ...]:
    """The planned points, from the start of the first year on."""
    points: list[Point] = []
    for year, row in rows:
        start, end = row.rate_start, row.rate_end
        if start is None or end is None:
            continue
        if not points:
            points.append(Point(year - 1, start, row.poor_start, row.households_start))
        points.append(Point(year, end, row.poor_end, row.households_end))
    return tuple(points)


def actual_lines(plan: Plan, series: Series, unit: str) -> tuple[Line, ...]:
    """What was found, one line per standard; the plan's own counts stand above printed figures."""
    found: dict[str, dict[int, Point]] = {}
    for key, printed in plan.tables.printed.items():
        if (key.unit, key.series) == (unit, series) and key.nature in _ACTUAL:
            point = _printed_point(key, printed)
            if point is not None:
                found.setdefault(key.standard, {})[key.year] = point
    for point in _observed(plan, series, unit):
        found.setdefault(plan.standard(point.year), {})[point.year] = point
    lines = [
        Line(standard, tuple(points[year] for year in sorted(points)))
        for standard, points in found.items()
    ]
    return tuple(sorted(lines, key=lambda line: line.points[0].year))


def _printed_point(key: PrintedKey, printed: Printed) -> Point | None:
    exact = printed.rate
    if printed.poor is not None and printed.households:
        exact = rate(printed.poor, printed.households)
    if exact is None:
        return None
    about = key.nature is not Nature.ACTUAL
    return Point(key.year, exact, printed.poor, printed.households, printed.source, about)


def _observed(plan: Plan, series: Series, unit: str) -> list[Point]:
    points = []
    for year, (households, poor) in sorted(_counts(plan, series).items()):
        totals = _totals(plan.tree, unit, households, poor)
        if totals is not None and totals[0]:
            points.append(Point(year, Fraction(100 * totals[1], totals[0]), totals[1], totals[0]))
    return points


_Counts: TypeAlias = dict[str, int]
"""One measure in one year's review, by unit."""


def _counts(plan: Plan, series: Series) -> dict[int, tuple[_Counts, _Counts]]:
    """Households and poor households of each year in whose review both were counted."""
    parts = series.counted.parts or (series.counted,)
    wanted = (series.denominator, *parts)
    found: dict[tuple[int, Measure], _Counts] = {}
    for (unit, year, measure), count in entries(plan.tables.observed):
        if measure in wanted:
            found.setdefault((year, measure), {})[unit] = count
    counts = {}
    for year in {year for year, _ in found}:
        households, *poor = (found.get((year, measure), {}) for measure in wanted)
        whole = poor[0] if len(poor) == 1 else _added(poor)
        if households and whole:
            counts[year] = households, whole
    return counts


def _added(parts: Sequence[_Counts]) -> _Counts:
    """The sums of the units that every part was counted in."""
    everywhere = set.intersection(*map(set, parts))
    return {unit: sum(counts[unit] for counts in parts) for unit in everywhere}


def _totals(tree: UnitTree, top: str, households: _Counts, poor: _Counts) -> tuple[int, int] | None:
    """Households and poor households of ``top``; a parent is the sum of units that are all known.

    Else its own counts stand, where it has both.
    """
    known: dict[str, tuple[int, int]] = {}
    for unit in reversed((top, *tree.below(top))):
        below = [known.get(child) for child in tree.children_of(unit)]
        whole = [totals for totals in below if totals is not None]
        if whole and len(whole) == len(below):
            known[unit] = sum(found[0] for found in whole), sum(found[1] for found in whole)
        elif unit in households and unit in poor:
            known[unit] = households[unit], poor[unit]
    return known.get(top)


def _past_plans(plan: Plan, series: Series, unit: str) -> tuple[Point, ...]:
    points = [
        Point(key.year, printed.rate, printed.poor, printed.households, printed.source)
        for key, printed in plan.tables.printed.items()
        if (key.unit, key.series, key.nature) == (unit, series, Nature.PLAN)
        and printed.rate is not None
        and key.year <= plan.base_year
    ]
    return tuple(sorted(points))


def _goal_line(plan: Plan, series: Series, unit: str, rows: PlannedRows) -> tuple[Point, ...]:
    demanded = {
        goal.year: goal
        for goal in (plan.goal(name) for name in reversed(plan.outline.goals))
        if (goal.unit, goal.series, goal.kind) == (unit, series, GoalKind.POINTS)
    }
    points: list[Point] = []
    for year, row in rows:
        start = row.rate_start
        if year in demanded and start is not None:
            highest = max(Fraction(0), start - demanded[year].at_least)
            points += [Point(year - 1, start), Point(year, highest)]
    return tuple(points)
