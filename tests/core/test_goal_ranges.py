"""Goals as ranges, as rates and as households; goals that contradict each other."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.goals import GoalResult, contradictions, judge
from dnplanner.core.plan import Goal, GoalKind, Reading
from dnplanner.core.series import Series
from dnplanner.core.targets import Row

RANGES = Path(__file__).parent.parent / "data" / "quangbinh_2017_ranges.csv"


def goal(kind: GoalKind, at_least: str, at_most: str | None = None) -> Goal:
    top = None if at_most is None else Fraction(at_most)
    return Goal("tinh", 2024, Series.POOR, kind, Fraction(at_least), top)


def judged(goal: Goal, row: Row, reading: Reading = Reading.EXACT) -> tuple[object, ...]:
    result = judge(goal, row, reading)
    return result.met, result.spare, result.within, result.room


ROW = Row(1000, 200, 1000, 150)  # 20 % → 15 %: 50 households, 5 points


@pytest.mark.parametrize(
    ("demand", "expected"),
    [
        (goal(GoalKind.POINTS, "4.5", "5.5"), (True, 5, True, 5)),
        (goal(GoalKind.POINTS, "5.1", "5.5"), (False, -1, True, 5)),
        (goal(GoalKind.POINTS, "4", "4.9"), (True, 10, False, -1)),
        (goal(GoalKind.REDUCTION, "45", "60"), (True, 5, True, 10)),
        (goal(GoalKind.REDUCTION, "40", "48"), (True, 10, False, -2)),
        (goal(GoalKind.RATE_END, "16", "14"), (True, 10, True, 10)),
        (goal(GoalKind.RATE_END, "14.9", "14"), (False, -1, True, 10)),
        (goal(GoalKind.RATE_END, "17", "15.5"), (True, 20, False, -5)),
        (goal(GoalKind.POINTS, "5"), (True, 0, None, None)),
    ],
)
def test_a_range_counts_households_to_both_its_ends(
    demand: Goal, expected: tuple[object, ...]
) -> None:
    assert judged(demand, ROW) == expected


def test_read_as_printed_a_range_may_be_kept_that_is_missed_exactly() -> None:
    row = Row(1000, 200, 1001, 150)  # 5,015 points, printed 5,0
    demand = goal(GoalKind.POINTS, "4", "5")
    assert judged(demand, row) == (True, 10, False, -1)
    assert judged(demand, row, Reading.ROUNDED)[2] is True


def test_a_goal_without_data_is_neither_met_nor_missed() -> None:
    demand = goal(GoalKind.POINTS, "4", "5")
    assert judge(demand, Row(1000, None, 1000, None), Reading.EXACT) == GoalResult(
        demand, None, None, None
    )


@given(
    st.integers(1, 5000).flatmap(
        lambda h: st.tuples(st.just(h), st.integers(0, h), st.integers(0, h), st.integers(0, 200))
    ),
    st.sampled_from(GoalKind),
    st.fractions(0, 100, max_denominator=100),
    st.fractions(0, 100, max_denominator=100),
)
def test_spare_and_room_are_the_first_households_that_change_the_verdict(
    counts: tuple[int, int, int, int], kind: GoalKind, one: Fraction, other: Fraction
) -> None:
    households, poor, poor_end, more = counts
    row = Row(households, poor, households + more, poor_end)
    ends = sorted((one, other), reverse=kind is GoalKind.RATE_END)
    demand = Goal("tinh", 2024, Series.POOR, kind, ends[0], ends[1])
    result = judge(demand, row, Reading.EXACT)
    assert result.spare is not None
    assert result.room is not None
    last_met = row._replace(poor_end=poor_end + result.spare)
    assert judge(demand, last_met, Reading.EXACT).met
    assert not judge(
        demand, last_met._replace(poor_end=poor_end + result.spare + 1), Reading.EXACT
    ).met
    last_within = row._replace(poor_end=poor_end - result.room)
    assert judge(demand, last_within, Reading.EXACT).within
    beyond = last_within._replace(poor_end=poor_end - result.room - 1)
    assert not judge(demand, beyond, Reading.EXACT).within


def test_two_goals_that_no_number_meets_contradict_each_other() -> None:
    high, low = goal(GoalKind.POINTS, "6"), goal(GoalKind.REDUCTION, "30", "50")
    found = contradictions([low, high], ROW)
    assert [(c.first, c.second, c.households) for c in found] == [(high, low, 10)]


def test_goals_that_can_be_met_together_do_not_contradict_each_other() -> None:
    demands = [
        goal(GoalKind.POINTS, "4", "6"),
        goal(GoalKind.RATE_END, "15.5"),
        goal(GoalKind.REDUCTION, "45"),
    ]
    assert contradictions(demands, ROW) == []


def test_without_counts_only_goals_of_one_kind_can_contradict_each_other() -> None:
    empty = Row(None, None, None, None)
    strict, wide = goal(GoalKind.RATE_END, "3"), goal(GoalKind.RATE_END, "6", "4")
    assert len(contradictions([strict, wide], empty)) == 1
    assert contradictions([strict, goal(GoalKind.POINTS, "1", "2")], empty) == []


def test_rounding_never_takes_away_a_goal_that_is_really_met() -> None:
    demand = goal(GoalKind.POINTS, "0.84")  # finer than the appendix prints
    row = Row(10_000, 1000, 10_000, 916)  # 0.84 points, printed 0.8
    assert judged(demand, row, Reading.ROUNDED) == judged(demand, row) == (True, 0, None, None)


def quang_binh() -> list[dict[str, str]]:
    with RANGES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_ranges_of_quang_binh_2017_bind_both_households_and_points() -> None:
    """The households of each range, over a base that they imply, lie within the points' range."""
    for line in quang_binh()[:8]:
        low, high = Fraction(line["giam_ty_le_tu_pp"]), Fraction(line["giam_ty_le_den_pp"])
        few, many = int(line["giam_so_ho_tu"]), int(line["giam_so_ho_den"])
        base = many * 100 / high
        households = base.numerator // base.denominator
        row = Row(households, households // 4, households, households // 4 - (few + many) // 2)
        by_count = Goal("x", 2017, Series.POOR, GoalKind.REDUCTION, Fraction(few), Fraction(many))
        by_points = Goal("x", 2017, Series.POOR, GoalKind.POINTS, low, high)
        for demand in (by_count, by_points):
            result = judge(demand, row, Reading.EXACT)
            assert (result.met, result.within) == (True, True), line["don_vi"]
        assert contradictions([by_count, by_points], row) == []


def test_the_headline_of_quang_binh_does_not_tie_with_its_districts() -> None:
    lines = quang_binh()
    low = sum(int(line["giam_so_ho_tu"]) for line in lines[:8])
    assert (low, int(lines[8]["giam_so_ho_tu"])) == (5347, 5374)
