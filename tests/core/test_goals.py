"""Goals from above are held against the exact figures, or against the printed ones."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.goals import judge, missing_for_stated_points, most_poor, stated_points
from dnplanner.core.plan import Goal, GoalKind, Reading
from dnplanner.core.series import Series
from dnplanner.core.targets import Row
from tests.core.plans import APPENDIX, WHOLE

UNKNOWN = Row(1000, None, 1000, None)


def goal(kind: GoalKind, at_least: int | str) -> Goal:
    return Goal("a", 2024, Series.POOR, kind, Fraction(at_least))


def printed_row(name: str) -> Row:
    row = APPENDIX[name]
    return Row(row.households_start, row.poor_start, row.households_end, row.poor_end)


def test_the_province_meets_its_two_points_with_54_households_to_spare() -> None:
    result = judge(goal(GoalKind.POINTS, 2), printed_row(WHOLE), Reading.EXACT)
    assert (result.met, result.spare) == (True, 54)


@pytest.mark.parametrize(
    ("name", "missing"),
    [("Krông Nô", 3), ("Cư Jút", 3), ("Đắk Mil", 10), ("Đắk Song", 2), ("Tuy Đức", 0)],
)
def test_printed_points_are_missed_exactly_and_met_as_printed(name: str, missing: int) -> None:
    row, stated = printed_row(name), goal(GoalKind.POINTS, APPENDIX[name].points)
    exact = judge(stated, row, Reading.EXACT)
    assert exact.met is (missing == 0)
    assert max(0, -(exact.spare or 0)) == missing
    assert judge(stated, row, Reading.ROUNDED).met is True
    assert stated_points(row) == Fraction(APPENDIX[name].points)
    assert missing_for_stated_points(row) == missing


@pytest.mark.parametrize(
    ("kind", "at_least", "most"),
    [
        (GoalKind.POINTS, 4, 66),
        (GoalKind.REDUCTION, 30, 70),
        (GoalKind.REDUCTION, "29.5", 70),
        (GoalKind.RATE_END, 7, 77),
        (GoalKind.RATE_END, "7.05", 77),
        (GoalKind.POINTS, 11, -11),
    ],
)
def test_just_the_most_poor_households_allowed_meet_the_goal(
    kind: GoalKind, at_least: int | str, most: int
) -> None:
    start = Row(1000, 100, 1100, 0)
    assert most_poor(goal(kind, at_least), start) == most
    if most < 0:
        assert judge(goal(kind, at_least), start, Reading.EXACT).spare == most
        return
    met, missed = (
        judge(goal(kind, at_least), start._replace(poor_end=poor), Reading.EXACT)
        for poor in (most, most + 1)
    )
    assert (met.met, met.spare) == (True, 0)
    assert (missed.met, missed.spare) == (False, -1)


@pytest.mark.parametrize("reading", Reading)
@pytest.mark.parametrize("kind", GoalKind)
def test_without_data_a_goal_is_neither_met_nor_missed(kind: GoalKind, reading: Reading) -> None:
    result = judge(goal(kind, 1), UNKNOWN, reading)
    assert (result.reached, result.met, result.spare) == (None, None, None)


def test_without_households_at_the_end_there_are_no_points_to_judge() -> None:
    assert judge(goal(GoalKind.POINTS, 1), Row(10, 1, 0, 0), Reading.EXACT).met is None


def test_a_rate_as_printed_may_meet_what_it_exactly_misses() -> None:
    row = Row(1000, 100, 3000, 151)  # 5,0333…
    seen = goal(GoalKind.RATE_END, "5.03")
    assert judge(seen, row, Reading.EXACT).met is False
    assert judge(seen, row, Reading.ROUNDED).met is True


@pytest.mark.parametrize(
    "row", [UNKNOWN, Row(0, 0, 0, 0), Row(1000, 100, 1000, 110), Row(1000, 0, 1000, 0)]
)
def test_nothing_is_missing_where_no_drop_is_stated(row: Row) -> None:
    assert missing_for_stated_points(row) == 0
