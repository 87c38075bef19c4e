"""The trajectory of a unit: what was found, planned and demanded, year by year."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    Goal,
    GoalKey,
    GoalKind,
    Key,
    Nature,
    ObservedKey,
    Plan,
    Printed,
    PrintedKey,
    StandardKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.targets import Row
from dnplanner.core.trajectory import Trajectory, actual_lines, planned_line, trajectory
from dnplanner.storage.samples import sample


@pytest.fixture(scope="module")
def province() -> Trajectory:
    """The province of the sample."""
    plan = sample()
    return of_unit(plan, plan.tree.root)


def of_unit(plan: Plan, unit: str) -> Trajectory:
    """A unit's trajectory in the sample's scenario."""
    scenario = plan.outline.scenarios[0]
    rows = [
        (year, Evaluation(plan, Question(scenario, year, Series.POOR)).row(unit))
        for year in plan.plan_years
    ]
    return trajectory(plan, Series.POOR, unit, rows)


def with_facts(*facts: tuple[Key, Value | None]) -> Plan:
    """The sample with other facts; None takes one away."""
    wanted: dict[Key, Value | None] = {**dict(sample().facts()), **dict(facts)}
    return Plan.of((key, value) for key, value in wanted.items() if value is not None)


def test_figures_found_make_one_line_per_standard(province: Trajectory) -> None:
    assert [(line.standard, [point.year for point in line.points]) for line in province.actual] == [
        ("2016-2020", [2015, 2018, 2020]),
        ("2022-2025", [2022, 2023, 2024]),
    ]


def test_the_standard_changed_between_the_two_lines(province: Trajectory) -> None:
    assert province.breaks == ((2020, 2022),)


def test_printed_rates_are_quoted_exactly(province: Trajectory) -> None:
    old, new = province.actual
    assert [point.rate for point in old.points] == [
        Fraction("19.26"),
        Fraction("13.5"),
        Fraction("6.98"),
    ]
    assert (new.points[0].rate, new.points[2].rate) == (Fraction("7.97"), Fraction("2.99"))


def test_figures_that_a_source_rounded_say_so(province: Trajectory) -> None:
    rounded = {point.year: point.rounded for line in province.actual for point in line.points}
    assert rounded == {
        2015: False, 2018: True, 2020: True, 2022: False, 2023: False, 2024: False
    }  # fmt: skip


def test_reviewed_counts_of_the_children_make_the_base_year(province: Trajectory) -> None:
    base = province.actual[1].points[1]
    assert (base.poor, base.households, base.rate) == (8838, 170550, Fraction(883800, 170550))


def test_reviewed_counts_stand_above_a_printed_rate_of_the_same_year() -> None:
    key = PrintedKey("dak-nong", 2023, Series.POOR, Nature.ACTUAL, "2022-2025")
    plan = with_facts((key, Printed(rate=Fraction(99))))
    base = of_unit(plan, "dak-nong").actual[1].points[1]
    assert base.rate == Fraction(883800, 170550)


def test_the_plan_starts_where_the_findings_end(province: Trajectory) -> None:
    start, end = province.plan
    assert (start.year, start.rate) == (2023, Fraction(883800, 170550))
    assert (end.year, end.poor, end.households) == (2024, 5423, 172150)


def test_a_past_plan_is_a_single_point(province: Trajectory) -> None:
    assert [(point.year, point.rate) for point in province.past_plans] == [(2023, Fraction("4.97"))]


def test_the_goal_leads_to_the_highest_rate_it_allows(province: Trajectory) -> None:
    start, end = province.goal
    assert (start.year, end.year, end.rate) == (2023, 2024, start.rate - 2)


def test_a_goal_beyond_the_rate_ends_at_zero() -> None:
    key = GoalKey("nq-28-chung")
    goal = Goal("dak-nong", 2024, Series.POOR, GoalKind.POINTS, Fraction(6))
    assert of_unit(with_facts((key, goal)), "dak-nong").goal[-1].rate == 0


def test_a_goal_of_another_group_is_not_on_the_chart() -> None:
    plan = with_facts((GoalKey("nq-28-chung"), None))
    assert of_unit(plan, "dak-nong").goal == ()


def test_a_parent_without_all_children_and_own_counts_has_no_finding_of_that_year() -> None:
    plan = with_facts((ObservedKey("krong-no", 2023, Measure.POOR), None))
    years = [point.year for line in of_unit(plan, "dak-nong").actual for point in line.points]
    assert 2023 not in years


def test_a_unit_without_figures_has_an_empty_trajectory() -> None:
    plan = sample()
    assert actual_lines(plan, Series.DTTS_POOR, "cu-jut") == ()
    assert trajectory(plan, Series.DTTS_POOR, "cu-jut", []) == Trajectory((), (), (), (), ())


def test_an_observed_year_joins_the_line_of_its_standard() -> None:
    plan = with_facts((StandardKey(2023), "2016-2020"))
    lines = of_unit(plan, "dak-nong").actual
    assert [point.year for point in lines[0].points] == [2015, 2018, 2020, 2023]


def test_a_year_without_rate_is_left_out_of_the_plan() -> None:
    known = Row(1000, 100, 1000, 80)
    assert [
        point.year for point in planned_line([(2024, Row(None, None, None, None)), (2025, known)])
    ] == [
        2024,
        2025,
    ]


@given(st.lists(st.integers(0, 900), min_size=1, max_size=6))
def test_chained_years_make_one_line_with_each_year_once(poor: list[int]) -> None:
    ends = [1000, *poor]
    rows = [
        (2024 + at, Row(2000, before, 2000, after))
        for at, (before, after) in enumerate(zip(ends, poor, strict=False))
    ]
    points = planned_line(rows)
    assert [point.year for point in points] == list(range(2023, 2024 + len(poor)))
    assert [point.poor for point in points] == ends
