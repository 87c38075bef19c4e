"""Exact ratios of counts and half-up rounding (domain, §2 Numbers).

Rates are never stored. They are fractions in percent, rounded half-up (half away from zero, as
Excel's ROUND) only where they are shown.
"""

from __future__ import annotations

from fractions import Fraction

RATE_DECIMALS = 2
"""Decimals of a printed poverty rate."""
POINTS_DECIMALS = 1
"""Decimals of a printed drop of a rate."""


def rate(poor: int, households: int) -> Fraction | None:
    """Poor households in percent of households; None where there are no households."""
    if households == 0:
        return None
    return Fraction(100 * poor, households)


def half_up(numerator: int, denominator: int) -> int:
    """The whole number nearest to numerator / denominator, halves away from zero.

    ``denominator`` is positive.
    """
    if numerator >= 0:
        return (2 * numerator + denominator) // (2 * denominator)
    return -((-2 * numerator + denominator) // (2 * denominator))


def scaled(value: Fraction, decimals: int) -> int:
    """``value`` times 10^decimals, rounded half-up: 5.1820… with 2 decimals is 518."""
    return half_up(value.numerator * 10**decimals, value.denominator)


def rounded(value: Fraction, decimals: int) -> Fraction:
    """``value`` as it would be printed with ``decimals`` decimals."""
    return Fraction(scaled(value, decimals), 10**decimals)
