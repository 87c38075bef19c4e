"""Exact ratios, and halves rounded away from zero as Excel's ROUND does."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.rates import half_up, rate, rounded, scaled


@pytest.mark.parametrize(
    ("numerator", "denominator", "nearest"),
    [
        (0, 7, 0),
        (1, 2, 1),
        (3, 2, 2),
        (5, 2, 3),
        (-1, 2, -1),
        (-3, 2, -2),
        (-5, 2, -3),
        (49, 100, 0),
        (-49, 100, 0),
        (51, 100, 1),
        (-51, 100, -1),
        (7, 7, 1),
        (10**30 + 1, 2, (10**30 + 2) // 2),
    ],
)
def test_halves_go_away_from_zero(numerator: int, denominator: int, nearest: int) -> None:
    assert half_up(numerator, denominator) == nearest


@given(st.integers(-(10**12), 10**12), st.integers(1, 10**9))
def test_half_up_is_symmetric_and_never_further_than_a_half(top: int, bottom: int) -> None:
    nearest = half_up(top, bottom)
    assert half_up(-top, bottom) == -nearest
    assert abs(Fraction(top, bottom) - nearest) <= Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        ("2.675", 2, 268),
        ("0.125", 2, 13),
        ("-0.125", 2, -13),
        ("1.005", 2, 101),
        ("0.05", 1, 1),
        ("-0.05", 1, -1),
        ("0.0499", 1, 0),
        ("5.1820", 2, 518),
        ("99.995", 2, 10000),
    ],
)
def test_decimals_that_binary_floats_round_wrongly(
    value: str, decimals: int, expected: int
) -> None:
    assert scaled(Fraction(value), decimals) == expected
    assert rounded(Fraction(value), decimals) == Fraction(expected, 10**decimals)


def test_a_rate_is_the_exact_share_in_percent() -> None:
    assert rate(8838, 170550) == Fraction(883800, 170550)
    assert rate(0, 5) == 0


def test_without_households_there_is_no_rate() -> None:
    assert rate(0, 0) is None
