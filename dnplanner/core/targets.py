"""One unit's year: from what was found and the pinned cell to the whole row (domain, §2)."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from dnplanner.core.plan import Growth, GrowthKind, Pinned, Target
from dnplanner.core.rates import half_up, rate


class Row(NamedTuple):
    """Households and poor households of one unit at the start and the end of a plan year.

    Counts are None where not known. ``pinned`` is the cell the user typed, None where no target is
    set and poor households stay as they are, or where the row is the sum of ``counted`` entries;
    ``missing`` entries below it have no figures.
    """

    households_start: int | None
    poor_start: int | None
    households_end: int | None
    poor_end: int | None
    pinned: Pinned | None = None
    counted: int = 1
    missing: int = 0
    summed: bool = False

    @property
    def known(self) -> bool:
        """Whether all four counts exist."""
        return self.poor_end is not None and self.households_end is not None

    @property
    def reduction(self) -> int | None:
        """Poor households fewer at the end, net; negative for a rise."""
        if self.poor_start is None or self.poor_end is None:
            return None
        return self.poor_start - self.poor_end

    @property
    def rate_start(self) -> Fraction | None:
        """Percent at the start."""
        if self.households_start is None or self.poor_start is None:
            return None
        return rate(self.poor_start, self.households_start)

    @property
    def rate_end(self) -> Fraction | None:
        """Percent at the end."""
        if self.households_end is None or self.poor_end is None:
            return None
        return rate(self.poor_end, self.households_end)

    @property
    def points(self) -> Fraction | None:
        """The drop of the rate in points, from the unrounded rates."""
        start, end = self.rate_start, self.rate_end
        return None if start is None or end is None else start - end


class Decomposition(NamedTuple):
    """Why the rate falls, in points: households leaving poverty, and more households."""

    exits: Fraction
    growth: Fraction


def decompose(row: Row) -> Decomposition | None:
    """The two parts of the drop; they add up to ``row.points`` exactly."""
    h0, p0, h1, p1 = row[:4]
    if not h0 or not h1 or p0 is None or p1 is None:
        return None
    return Decomposition(
        Fraction(100 * (p0 - p1), h1), Fraction(100 * p0, h0) - Fraction(100 * p0, h1)
    )


def grown(households: int, growth: Growth) -> int:
    """Year-end households by the growth rule, never below 0."""
    return Grower.of(growth).grow(households)


class Grower(NamedTuple):
    """A growth rule read once for many units: × ``factor`` / ``divisor`` + ``more``."""

    factor: int
    divisor: int
    more: int

    @classmethod
    def of(cls, growth: Growth) -> Grower:
        """The rule; a fraction of a household per unit is rounded half-up."""
        amount, per = growth.amount.numerator, growth.amount.denominator
        if growth.kind is GrowthKind.HOUSEHOLDS:
            return cls(1, 1, half_up(amount, per))
        return cls(100 * per + amount, 100 * per, 0)

    def grow(self, households: int) -> int:
        """Year-end households, rounded half-up, never below 0."""
        factor, divisor, more = self
        if divisor == 1:
            grown_to = households * factor + more
        else:
            grown_to = half_up(households * factor, divisor) + more
        return max(0, grown_to)


def poor_wanted(target: Target, households_start: int, poor_start: int, households_end: int) -> int:
    """Year-end poor households the pinned cell asks for, before any limit.

    Points are "at least": the most poor households that still reach them, so the fewest that must
    leave poverty. Without households at the start no rate exists and poor households stay.
    """
    value, pinned = target.value, target.pinned
    top, bottom = value.numerator, value.denominator
    if pinned is Pinned.REDUCTION:
        return poor_start - top // bottom
    if pinned is Pinned.POOR_END:
        return top // bottom
    if pinned is Pinned.RATE_END:
        return half_up(households_end * top, 100 * bottom)
    most = most_poor_for_points(value, households_start, poor_start, households_end)
    return poor_start if most is None else most


def most_poor_for_points(
    points: Fraction, households_start: int, poor_start: int, households_end: int
) -> int | None:
    """The most poor households at the end with which the rate has really dropped by ``points``.

    floor(H1·(P0/H0 − X/100)); negative when the points are beyond reach, None without households.
    """
    if households_start == 0:
        return None
    top, bottom = points.numerator, points.denominator
    over = 100 * poor_start * bottom - top * households_start
    return households_end * over // (100 * households_start * bottom)


def planned_row(
    households_start: int | None,
    poor_start: int | None,
    households_end: int | None,
    target: Target | None,
) -> Row:
    """The whole row of a unit; year-end poor households stay within 0 … year-end households."""
    if households_start is None or poor_start is None or households_end is None:
        pinned = target.pinned if target else None
        return Row(households_start, poor_start, households_end, None, pinned, 0, 1)
    if target is None:
        return Row(households_start, poor_start, households_end, min(poor_start, households_end))
    wanted = poor_wanted(target, households_start, poor_start, households_end)
    poor_end = 0 if wanted < 0 else min(wanted, households_end)
    return Row(households_start, poor_start, households_end, poor_end, target.pinned)
