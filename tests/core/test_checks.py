"""Findings: what is wrong or worth a second look, and the edit that mends it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.checks import Finding, Level, check, goal_results
from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Goal,
    GoalKey,
    GoalKind,
    HouseholdsEndKey,
    Key,
    Pinned,
    Plan,
    Reading,
    Value,
)
from dnplanner.core.series import Measure, Series
from tests.core.plans import ROOT, SCENARIO, dak_nong, plan_of, reviewed, targeted

if TYPE_CHECKING:
    from collections.abc import Mapping

QUESTION = Question(SCENARIO, 2024, Series.POOR)


def findings(plan: Plan) -> list[Finding]:
    return check(plan, Evaluation(plan, QUESTION))


def of_code(code: str, plan: Plan) -> list[Finding]:
    return [finding for finding in findings(plan) if finding.code == code]


def only(code: str, plan: Plan) -> Finding:
    (found,) = of_code(code, plan)
    return found


def one_unit(*facts: Mapping[Key, Value]) -> Plan:
    return plan_of(*facts, parents={"a": ROOT})


def goal(points: int | str, unit: str = ROOT) -> dict[Key, Value]:
    return {GoalKey("g"): Goal(unit, 2024, Series.POOR, GoalKind.POINTS, Fraction(points))}


def test_the_appendix_misses_its_own_points_in_four_districts_worst_first() -> None:
    found = of_code("stated_points_missed", dak_nong())
    short = [(finding.unit, finding.missing) for finding in found]
    assert short == [("Đắk Mil", 10), ("Krông Nô", 3), ("Cư Jút", 3), ("Đắk Song", 2)]
    assert {finding.cell for finding in found} == {Cell.POINTS}


def test_the_offered_fix_asks_for_just_the_missing_households() -> None:
    plan = dak_nong()
    while found := of_code("stated_points_missed", plan):
        fix = found[0].fix
        assert fix is not None
        plan = apply(plan, fix)
    evaluation = Evaluation(plan, QUESTION)
    asked = [evaluation.row(name).reduction for name in ("Đắk Mil", "Krông Nô", "Cư Jút")]
    assert asked == [110, 153, 303]


def test_as_printed_the_appendix_misses_nothing() -> None:
    plan = dak_nong()
    reading: dict[Key, Value] = {DocumentKey(DocumentField.READING): Reading.ROUNDED}
    rounded = Plan.of([*plan.facts(), *reading.items()])
    assert of_code("stated_points_missed", rounded) == []


def test_a_missed_goal_is_an_error_with_the_households_missing() -> None:
    plan = one_unit(reviewed("a", 1000, 100), targeted("a", Pinned.REDUCTION, 15), goal(2))
    found = only("goal_missed", plan)
    assert (found.level, found.unit, found.missing) == (Level.ERROR, ROOT, 5)
    assert found.params["reached"] == Fraction(3, 2)


def test_a_goal_that_is_met_is_not_mentioned() -> None:
    plan = one_unit(reviewed("a", 1000, 100), targeted("a", Pinned.REDUCTION, 20), goal(2))
    assert findings(plan) == []


def test_a_goal_without_data_is_said_so() -> None:
    assert only("goal_without_data", one_unit(goal(2, "a"))).level is Level.INFO


def test_only_goals_of_the_year_and_series_are_judged() -> None:
    plan = one_unit(reviewed("a", 1000, 100), goal(2))
    later = Evaluation(plan, QUESTION._replace(year=2025))
    other = Evaluation(plan, QUESTION._replace(series=Series.DTTS_LOCAL_POOR))
    assert len(goal_results(plan, Evaluation(plan, QUESTION))) == 1
    assert goal_results(plan, later) == goal_results(plan, other) == []


def test_more_poor_than_households_is_an_error() -> None:
    found = only("more_poor_than_households", one_unit(reviewed("a", 100, 101)))
    assert (found.level, found.cell) == (Level.ERROR, Cell.POOR_START)


@pytest.mark.parametrize(
    ("pinned", "value", "missing"),
    [(Pinned.REDUCTION, 101, 1), (Pinned.POINTS, 11, 10), (Pinned.POOR_END, 2000, 0)],
)
def test_a_target_beyond_what_exists_is_an_error(pinned: Pinned, value: int, missing: int) -> None:
    plan = one_unit(reviewed("a", 1000, 100), targeted("a", pinned, value))
    found = only("target_out_of_reach", plan)
    assert (found.level, found.cell) == (Level.ERROR, Cell(pinned.value))
    if pinned is not Pinned.POOR_END:
        assert found.missing == missing


def test_a_planned_rise_is_a_warning_on_the_unit_and_on_a_sum_that_rises() -> None:
    plan = one_unit(reviewed("a", 1000, 100), targeted("a", Pinned.REDUCTION, -7))
    found = of_code("planned_rise", plan)
    assert [finding.unit for finding in found] == [ROOT, "a"]
    assert {(finding.level, finding.params["rise"]) for finding in found} == {(Level.WARNING, 7)}


def test_a_unit_without_counts_is_mentioned_where_its_siblings_have_theirs() -> None:
    plan = plan_of(reviewed("a", 1000, 100), parents={"a": ROOT, "b": ROOT})
    found = only("counts_missing", plan)
    assert (found.unit, found.cell) == ("b", Cell.HOUSEHOLDS_START)


def test_units_below_a_parent_with_its_own_figures_need_no_counts() -> None:
    plan = plan_of(reviewed("d", 1000, 100), parents={"d": ROOT, "a": "d", "b": "d"})
    assert of_code("counts_missing", plan) == []


def test_errors_stand_before_warnings_and_more_missing_before_fewer() -> None:
    plan = plan_of(
        reviewed("a", 1000, 100),
        targeted("a", Pinned.REDUCTION, -7),
        reviewed("b", 1000, 100),
        targeted("b", Pinned.REDUCTION, 103),
        reviewed("c", 1000, 100),
        targeted("c", Pinned.REDUCTION, 109),
        parents=dict.fromkeys("abc", ROOT),
    )
    levels = [finding.level for finding in findings(plan)]
    assert levels == sorted(levels, key=list(Level).index)
    assert [finding.unit for finding in of_code("target_out_of_reach", plan)] == ["c", "b"]


def test_too_few_households_for_the_poor_who_stay_are_found() -> None:
    typed: dict[Key, Value] = {HouseholdsEndKey(SCENARIO, "a", 2024, Measure.HOUSEHOLDS): 50}
    plan = one_unit(reviewed("a", 1000, 100), targeted("a", Pinned.REDUCTION, 10), typed)
    assert only("target_out_of_reach", plan).unit == "a"
