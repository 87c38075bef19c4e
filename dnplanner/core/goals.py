"""Goals from above: are they met, and by how many households (domain, §1 and §2)."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.plan import Goal, GoalKind, Reading
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded
from dnplanner.core.targets import Row, most_poor_for_points

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dnplanner.core.plan import Plan


class GoalResult(NamedTuple):
    """A goal held against a row.

    ``met`` and ``spare`` are None without data. ``spare`` counts the households by which the
    reduction exceeds the fewest that reach the goal exactly; negative when households are missing.
    ``reached`` is what the goal demands, as planned: points, households or a rate.

    For a range, ``room`` counts the households that may still leave poverty before the range is
    left at its other end (negative beyond it), and ``within`` says whether that end is kept.
    """

    goal: Goal
    reached: Fraction | None
    met: bool | None
    spare: int | None
    room: int | None = None
    within: bool | None = None


def judge(goal: Goal, row: Row, reading: Reading) -> GoalResult:
    """Whether ``row`` meets ``goal``; by the rounded reading also where the printed figure does."""
    reached = _reached(goal, row)
    spare = spare_households(goal, row)
    if reached is None or spare is None:
        return GoalResult(goal, reached, None, None)
    room = room_households(goal, row)
    met, within = spare >= 0, None if room is None else room >= 0
    if reading is Reading.ROUNDED:
        shown = rounded(reached, _DECIMALS[goal.kind])
        met = met or _reaches(goal.kind, shown, goal.at_least)
        if goal.at_most is not None:
            within = within or _reaches(goal.kind, goal.at_most, shown)
    return GoalResult(goal, reached, met, spare, room, within)


def most_poor(goal: Goal, row: Row) -> int | None:
    """The most poor households at the year's end that still meet the goal; may be negative."""
    h0, p0, h1, _ = row[:4]
    if h0 is None or p0 is None or h1 is None:
        return None
    value = goal.at_least
    if goal.kind is GoalKind.REDUCTION:
        return p0 - -(-value.numerator // value.denominator)
    if goal.kind is GoalKind.RATE_END:
        return h1 * value.numerator // (100 * value.denominator)
    return most_poor_for_points(value, h0, p0, h1)


def fewest_poor(goal: Goal, row: Row) -> int | None:
    """The fewest poor households at the year's end that do not leave the goal's range.

    None for a goal that is no range, or without data.
    """
    h0, p0, h1, _ = row[:4]
    value = goal.at_most
    if value is None or h0 is None or p0 is None or h1 is None:
        return None
    if goal.kind is GoalKind.REDUCTION:
        return p0 - value.numerator // value.denominator
    if goal.kind is GoalKind.RATE_END:
        return -(-h1 * value.numerator // (100 * value.denominator))
    if h0 == 0:
        return None
    top, bottom = value.numerator, value.denominator
    return -(-h1 * (100 * p0 * bottom - top * h0) // (100 * h0 * bottom))


def spare_households(goal: Goal, row: Row) -> int | None:
    """Households to spare (or missing, negative) against the exact goal; None without data."""
    most = most_poor(goal, row)
    return None if most is None or row.poor_end is None else most - row.poor_end


def room_households(goal: Goal, row: Row) -> int | None:
    """Households up to the far end of a range (negative beyond it); None without one."""
    fewest = fewest_poor(goal, row)
    return None if fewest is None or row.poor_end is None else row.poor_end - fewest


class Contradiction(NamedTuple):
    """Two goals on one unit, year and series that no number of households meets together.

    ``first`` demands more than the range of ``second`` allows, by ``households`` where counts are
    known.
    """

    first: Goal
    second: Goal
    households: int | None


def contradictions(goals: Iterable[Goal], row: Row) -> list[Contradiction]:
    """The pairs among one unit's goals of a year and series that exclude each other."""
    found = []
    for first, second in permutations(goals, 2):
        most, fewest = most_poor(first, row), fewest_poor(second, row)
        if most is not None and fewest is not None:
            if max(0, fewest) > most:
                found.append(Contradiction(first, second, max(0, fewest) - most))
        elif _excludes(first, second):
            found.append(Contradiction(first, second, None))
    return found


def contradicted(
    plan: Plan, goal: Goal, row: Row, itself: str | None = None
) -> Contradiction | None:
    """The first of the plan's goals that cannot be met together with ``goal``.

    ``row`` is that of the goal's unit, year and series; ``itself`` names the goal where it is one
    of the plan's already.
    """
    asked = (goal.unit, goal.year, goal.series)
    for name in plan.outline.goals:
        other = plan.goal(name)
        if name == itself or (other.unit, other.year, other.series) != asked:
            continue
        found = contradictions((goal, other), row)
        if found:
            return found[0]
    return None


def _excludes(first: Goal, second: Goal) -> bool:
    """Whether two goals of one kind contradict each other whatever the counts are."""
    if first.kind is not second.kind or second.at_most is None:
        return False
    return not _reaches(first.kind, second.at_most, first.at_least)


_DECIMALS = {
    GoalKind.POINTS: POINTS_DECIMALS,
    GoalKind.REDUCTION: 0,
    GoalKind.RATE_END: RATE_DECIMALS,
}


def _reached(goal: Goal, row: Row) -> Fraction | None:
    if goal.kind is GoalKind.POINTS:
        return row.points
    if goal.kind is GoalKind.RATE_END:
        return row.rate_end
    return None if row.reduction is None else Fraction(row.reduction)


def _reaches(kind: GoalKind, value: Fraction, demanded: Fraction) -> bool:
    """Whether ``value`` is as much as demanded; of rates, less is more."""
    return value <= demanded if kind is GoalKind.RATE_END else value >= demanded


def stated_points(row: Row) -> Fraction | None:
    """The X of "giảm từ X trở lên" as the appendix prints it: the points, rounded half-up."""
    points = row.points
    return None if points is None else rounded(points, POINTS_DECIMALS)


def missing_for_stated_points(row: Row) -> int:
    """Households missing until the drop really reaches the printed points; 0 if none.

    The document itself falls short in four of its eight districts (domain, §2).
    """
    stated = stated_points(row)
    h0, p0, h1, p1 = row[:4]
    if stated is None or stated <= 0 or h0 is None or p0 is None or h1 is None or p1 is None:
        return 0
    most = most_poor_for_points(stated, h0, p0, h1)
    return 0 if most is None else max(0, p1 - max(0, most))
