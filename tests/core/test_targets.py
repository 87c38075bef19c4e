"""One unit's year: what is typed, and what follows from it (domain, pinned cells)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dnplanner.core.plan import Growth, GrowthKind, Pinned, Target
from dnplanner.core.targets import Row, decompose, grown, most_poor_for_points, planned_row

START = (1000, 100)


def planned(pinned: Pinned, value: int | str, households_end: int = 1100) -> Row:
    return planned_row(*START, households_end, Target(pinned, Fraction(value)))


@pytest.mark.parametrize(
    ("pinned", "value", "poor_end"),
    [
        (Pinned.REDUCTION, 30, 70),
        (Pinned.REDUCTION, 0, 100),
        (Pinned.REDUCTION, 100, 0),
        (Pinned.REDUCTION, -20, 120),
        (Pinned.POINTS, 3, 77),  # 1100 · (10 − 3) %
        (
            Pinned.POINTS,
            "2.95",
            77,
        ),  # 77,55: the household that would fall short counts as one more
        (Pinned.POINTS, "2.99", 77),
        (Pinned.POINTS, "3.01", 76),
        (Pinned.POINTS, 10, 0),
        (Pinned.POINTS, 0, 110),
        (Pinned.POINTS, -1, 121),
        (Pinned.POOR_END, 64, 64),
        (Pinned.POOR_END, 0, 0),
        (Pinned.POOR_END, 1100, 1100),
        (Pinned.RATE_END, 5, 55),
        (Pinned.RATE_END, "5.04", 55),  # 55,44
        (Pinned.RATE_END, "5.05", 56),  # 55,55
        (Pinned.RATE_END, "0.05", 1),  # 0,55
        (Pinned.RATE_END, 0, 0),
        (Pinned.RATE_END, 100, 1100),
    ],
)
def test_year_end_poor_households_follow_from_the_pinned_cell(
    pinned: Pinned, value: int | str, poor_end: int
) -> None:
    row = planned(pinned, value)
    assert row.poor_end == poor_end
    assert row.reduction == 100 - poor_end
    assert row.rate_end == Fraction(100 * poor_end, 1100)
    assert row.points == 10 - Fraction(100 * poor_end, 1100)
    assert row.pinned is pinned


def test_a_rate_exactly_between_two_households_takes_the_greater() -> None:
    assert planned(Pinned.RATE_END, "0.25", 1000).poor_end == 3  # 2,5
    assert planned(Pinned.RATE_END, "0.35", 1000).poor_end == 4  # 3,5


@pytest.mark.parametrize(
    ("pinned", "value", "before", "after"),
    [
        (Pinned.REDUCTION, 30, 70, 70),
        (Pinned.POINTS, 3, 77, 140),
        (Pinned.POOR_END, 64, 64, 64),
        (Pinned.RATE_END, 5, 55, 100),
    ],
)
def test_the_others_follow_again_when_households_change(
    pinned: Pinned, value: int, before: int, after: int
) -> None:
    assert planned(pinned, value, 1100).poor_end == before
    assert planned(pinned, value, 2000).poor_end == after


@pytest.mark.parametrize(
    ("pinned", "value", "households_end", "poor_end"),
    [
        (Pinned.REDUCTION, 101, 1100, 0),
        (Pinned.REDUCTION, -2000, 1100, 1100),
        (Pinned.POINTS, 11, 1100, 0),
        (Pinned.POINTS, -95, 1100, 1100),
        (Pinned.POOR_END, 64, 50, 50),
        (Pinned.RATE_END, 150, 1100, 1100),
        (Pinned.RATE_END, -1, 1100, 0),
    ],
)
def test_year_end_poor_stay_between_none_and_all_households(
    pinned: Pinned, value: int, households_end: int, poor_end: int
) -> None:
    assert planned(pinned, value, households_end).poor_end == poor_end


def test_without_a_target_poor_households_stay_as_they_are() -> None:
    row = planned_row(1000, 100, 1100, None)
    assert (row.poor_end, row.reduction, row.pinned) == (100, 0, None)


def test_without_a_target_there_are_never_more_poor_than_households() -> None:
    assert planned_row(1000, 100, 80, None).poor_end == 80


def test_without_households_there_is_no_rate_and_no_crash() -> None:
    for pinned in Pinned:
        row = planned_row(0, 0, 0, Target(pinned, Fraction(5)))
        assert (row.poor_end, row.rate_start, row.rate_end, row.points) == (0, None, None, None)
        assert decompose(row) is None


def test_points_without_households_at_the_start_leave_poor_households_as_they_are() -> None:
    assert most_poor_for_points(Fraction(1), 0, 0, 10) is None
    row = planned_row(0, 0, 10, Target(Pinned.POINTS, Fraction(1)))
    assert row.poor_end == 0
    assert row.rate_end == 0
    assert row.points is None


@pytest.mark.parametrize("known", [(None, 100, 1100), (1000, None, 1100), (1000, 100, None)])
def test_a_row_with_an_unknown_count_keeps_the_known_ones_and_counts_as_missing(
    known: tuple[int | None, int | None, int | None],
) -> None:
    row = planned_row(*known, Target(Pinned.REDUCTION, Fraction(1)))
    assert row[:3] == known
    assert (row.poor_end, row.counted, row.missing, row.known) == (None, 0, 1, False)
    assert (row.reduction, row.points, row.rate_end) == (None, None, None)
    assert decompose(row) is None


counts = st.integers(1, 10**8)


@given(counts, st.data())
def test_points_are_at_least_what_was_asked_with_the_fewest_households(
    households_start: int, data: st.DataObject
) -> None:
    poor_start = data.draw(st.integers(0, households_start))
    households_end = data.draw(counts)
    start = Fraction(100 * poor_start, households_start)
    points = data.draw(st.fractions(0, 100, max_denominator=1000))
    assume(points <= start)
    most = most_poor_for_points(points, households_start, poor_start, households_end)
    assert most is not None
    assert start - Fraction(100 * most, households_end) >= points
    assert start - Fraction(100 * (most + 1), households_end) < points


@given(counts, counts, st.data())
def test_the_parts_of_the_drop_add_up_exactly(
    households_start: int, households_end: int, data: st.DataObject
) -> None:
    poor_start = data.draw(st.integers(0, households_start))
    poor_end = data.draw(st.integers(0, households_end))
    row = Row(households_start, poor_start, households_end, poor_end)
    parts = decompose(row)
    assert parts is not None
    assert parts.exits + parts.growth == row.points


@pytest.mark.parametrize(
    ("kind", "amount", "households", "expected"),
    [
        (GrowthKind.HOUSEHOLDS, "200", 19775, 19975),
        (GrowthKind.HOUSEHOLDS, "-200", 100, 0),
        (GrowthKind.HOUSEHOLDS, "0.5", 100, 101),
        (GrowthKind.HOUSEHOLDS, "0", 0, 0),
        (GrowthKind.PERCENT, "1.25", 1000, 1013),  # 1012,5
        (GrowthKind.PERCENT, "1.24", 1000, 1012),
        (GrowthKind.PERCENT, "-1.25", 1000, 988),  # 987,5
        (GrowthKind.PERCENT, "0", 19775, 19775),
        (GrowthKind.PERCENT, "50", 0, 0),
        (GrowthKind.PERCENT, "-150", 1000, 0),
        (GrowthKind.PERCENT, "1/3", 300, 301),
    ],
)
def test_households_grow_by_the_rule_in_whole_households(
    kind: GrowthKind, amount: str, households: int, expected: int
) -> None:
    assert grown(households, Growth(kind, Fraction(amount))) == expected
