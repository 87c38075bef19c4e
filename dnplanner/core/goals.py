"""Goals from above: are they met, and by how many households (domain, §1 and §2)."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from dnplanner.core.plan import Goal, GoalKind, Reading
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded
from dnplanner.core.targets import Row, most_poor_for_points


class GoalResult(NamedTuple):
    """A goal held against a row.

    ``met`` and ``spare`` are None without data. ``spare`` counts the households by which the
    reduction exceeds the fewest that reach the goal exactly; negative when households are missing.
    ``reached`` is what the goal demands, as planned: points, households or a rate.
    """

    goal: Goal
    reached: Fraction | None
    met: bool | None
    spare: int | None


def judge(goal: Goal, row: Row, reading: Reading) -> GoalResult:
    """Whether ``row`` meets ``goal``; the rounded reading compares figures as printed."""
    reached = _reached(goal, row)
    spare = spare_households(goal, row)
    if reached is None or spare is None:
        return GoalResult(goal, reached, None, None)
    met = spare >= 0
    if reading is Reading.ROUNDED:
        met = _meets(goal, rounded(reached, _DECIMALS[goal.kind]))
    return GoalResult(goal, reached, met, spare)


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


def spare_households(goal: Goal, row: Row) -> int | None:
    """Households to spare (or missing, negative) against the exact goal; None without data."""
    most = most_poor(goal, row)
    return None if most is None or row.poor_end is None else most - row.poor_end


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


def _meets(goal: Goal, value: Fraction) -> bool:
    return value <= goal.at_least if goal.kind is GoalKind.RATE_END else value >= goal.at_least


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
