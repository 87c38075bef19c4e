"""Nghèo đa chiều: poor and near-poor households together, computed and never entered."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.checks import check
from dnplanner.core.edits import apply, edit_of
from dnplanner.core.entry import Cell, clear, enter_text
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.goals import judge
from dnplanner.core.plan import Goal, GoalKey, GoalKind, ObservedKey, Reading, TargetKey
from dnplanner.core.scenarios import scale_reductions
from dnplanner.core.series import Measure, Series
from dnplanner.core.sharing import share_parent_number
from dnplanner.core.trajectory import actual_lines
from tests.core.planned_units import QUESTION, numbered, province, reduction

if TYPE_CHECKING:
    from dnplanner.core.plan import Key, Plan, Value

MULTI = QUESTION._replace(series=Series.MULTIDIMENSIONAL)


def near(unit: str, count: int) -> dict[Key, Value]:
    return {ObservedKey(unit, 2023, Measure.NEAR_POOR): count}


def plan_with_near_poor() -> Plan:
    return province(
        numbered([(1000, 100), (500, 50)]),
        growth=10,
        more={
            **near("u00", 200),
            **near("u01", 30),
            TargetKey("pa", "u00", 2024, Series.POOR): reduction(40),
            TargetKey("pa", "u00", 2024, Series.NEAR_POOR): reduction(60),
        },
    )


def test_its_counts_are_the_sums_of_both() -> None:
    row = Evaluation(plan_with_near_poor(), MULTI).row("u00")
    assert row[:5] == (1000, 300, 1010, 200, None)
    assert row.rate_start == Fraction(30)
    assert row.reduction == 100


def test_a_unit_without_near_poor_counts_is_not_known() -> None:
    plan = province(numbered([(1000, 100), (500, 50)]), more=near("u00", 200))
    evaluation = Evaluation(plan, MULTI)
    assert not evaluation.row("u01").known
    assert (evaluation.row("tinh").poor_start, evaluation.row("tinh").missing) == (300, 1)


def test_a_goal_on_it_is_judged_like_any_other() -> None:
    goal = Goal("tinh", 2024, Series.MULTIDIMENSIONAL, GoalKind.REDUCTION, Fraction(101))
    row = Evaluation(plan_with_near_poor(), MULTI).row("tinh")
    assert judge(goal, row, Reading.EXACT).spare == -1


def test_a_missed_goal_on_it_has_no_fix_of_its_own() -> None:
    goal = Goal("tinh", 2024, Series.MULTIDIMENSIONAL, GoalKind.REDUCTION, Fraction(101))
    plan = plan_with_near_poor()
    plan = apply(plan, edit_of(plan, "goal", {GoalKey("g"): goal}))
    missed = [one for one in check(plan, Evaluation(plan, MULTI)) if one.code == "goal_missed"]
    assert [(one.missing, one.fix) for one in missed] == [(1, None)]


@pytest.mark.parametrize("cell", [Cell.POOR_START, Cell.REDUCTION, Cell.POINTS, Cell.RATE_END])
def test_it_cannot_be_entered(cell: Cell) -> None:
    plan = plan_with_near_poor()
    with pytest.raises(EntryRefused, match="derived_series"):
        enter_text(plan, Evaluation(plan, MULTI), "u00", cell, "5")


def test_it_cannot_be_cleared() -> None:
    plan = plan_with_near_poor()
    with pytest.raises(EntryRefused, match="derived_series"):
        clear(plan, MULTI, "u00", Cell.REDUCTION)


def test_its_households_can_be_entered() -> None:
    plan = plan_with_near_poor()
    edit = enter_text(plan, Evaluation(plan, MULTI), "u00", Cell.HOUSEHOLDS_START, "2.000")
    assert Evaluation(apply(plan, edit), QUESTION).row("u00").households_start == 2000


def test_it_is_neither_shared_nor_scaled() -> None:
    plan = plan_with_near_poor()
    evaluation = Evaluation(plan, MULTI)
    with pytest.raises(EntryRefused, match="derived_series"):
        share_parent_number(plan, evaluation, "tinh", reduction(10))
    with pytest.raises(EntryRefused, match="derived_series"):
        scale_reductions(plan, evaluation, evaluation, 50)


def test_its_trajectory_follows_from_the_counts() -> None:
    (line,) = actual_lines(plan_with_near_poor(), Series.MULTIDIMENSIONAL, "tinh")
    assert [(point.year, point.poor) for point in line.points] == [(2023, 380)]


changes = st.tuples(
    st.sampled_from(("u00", "u01")),
    st.sampled_from((Measure.POOR, Measure.NEAR_POOR, Measure.HOUSEHOLDS)),
    st.none() | st.integers(0, 400),
    st.sampled_from((Series.POOR, Series.NEAR_POOR)),
    st.integers(0, 50),
)


@given(st.lists(changes, max_size=6))
def test_following_edits_of_its_parts_is_evaluating_afresh(
    steps: list[tuple[str, Measure, int | None, Series, int]],
) -> None:
    plan = plan_with_near_poor()
    evaluation = Evaluation(plan, MULTI)
    for unit, measure, count, series, fewer in steps:
        wanted: dict[Key, Value | None] = {
            ObservedKey(unit, 2023, measure): count,
            TargetKey("pa", unit, 2024, series): reduction(fewer),
        }
        edit = edit_of(plan, "typed", wanted)
        plan = apply(plan, edit)
        evaluation.follow(plan, edit)
        assert evaluation.rows == Evaluation(plan, MULTI).rows
