"""Adding, changing and removing goals."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.edits import apply
from dnplanner.core.errors import EntryRefused, NotFound
from dnplanner.core.goal_edits import add_goal, change_goal, remove_goal
from dnplanner.core.plan import Goal, GoalKind, Plan
from dnplanner.core.series import Series
from tests.core.planned_units import province

GOAL = Goal("tinh", 2024, Series.POOR, GoalKind.POINTS, Fraction(2), None, "NQ 28", "30/12/2023")


@pytest.fixture
def plan() -> Plan:
    return province({"a": (100, 20), "b": (100, 30)})


def test_goals_from_several_documents_stand_side_by_side(plan: Plan) -> None:
    plan = apply(plan, add_goal(plan, "g1", GOAL))
    plan = apply(plan, add_goal(plan, "g2", GOAL._replace(source="KH 97")))
    assert plan.outline.goals == ("g1", "g2")
    assert plan.goal("g2").position == 1


def test_a_changed_goal_keeps_its_place(plan: Plan) -> None:
    plan = apply(plan, add_goal(plan, "g1", GOAL))
    plan = apply(plan, add_goal(plan, "g2", GOAL._replace(source="KH 97")))
    plan = apply(plan, change_goal(plan, "g1", GOAL._replace(at_most=Fraction(3))))
    assert plan.outline.goals == ("g1", "g2")
    assert plan.goal("g1").at_most == 3


def test_removing_a_goal_can_be_undone(plan: Plan) -> None:
    plan = apply(plan, add_goal(plan, "g1", GOAL))
    edit = remove_goal(plan, "g1")
    assert apply(plan, edit).outline.goals == ()
    assert apply(apply(plan, edit), edit.inverse()).goal("g1") == plan.goal("g1")


def test_the_source_is_kept_in_one_form(plan: Plan) -> None:
    edit = add_goal(plan, "g1", GOAL._replace(source="  Nghi\u0323  quyết 28 "))
    assert apply(plan, edit).goal("g1").source == "Ngh\u1ecb quyết 28"


def test_the_same_goal_changed_to_itself_changes_nothing(plan: Plan) -> None:
    plan = apply(plan, add_goal(plan, "g1", GOAL))
    assert not change_goal(plan, "g1", GOAL)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"at_least": Fraction(0)}, "goal_not_positive"),
        ({"at_least": Fraction(-1)}, "goal_not_positive"),
        ({"at_least": Fraction(101)}, "goal_beyond_hundred"),
        ({"at_most": Fraction(1)}, "goal_range_reversed"),
        ({"kind": GoalKind.RATE_END, "at_most": Fraction(3)}, "goal_range_reversed"),
        ({"kind": GoalKind.REDUCTION, "at_least": Fraction(1, 2)}, "goal_not_whole"),
        ({"kind": GoalKind.REDUCTION, "at_least": Fraction(10**12)}, "goal_too_large"),
        ({"source": "x" * 501}, "goal_source_too_long"),
        ({"source": "a\x00b"}, "goal_source_too_long"),
        ({}, "goal_twice"),
    ],
)
def test_goals_that_cannot_be_are_refused(plan: Plan, change: dict[str, object], code: str) -> None:
    plan = apply(plan, add_goal(plan, "g1", GOAL))
    with pytest.raises(EntryRefused, match=code):
        add_goal(plan, "g2", GOAL._replace(**change))  # type: ignore[arg-type] # fields by name


def test_an_end_rate_of_zero_may_be_demanded(plan: Plan) -> None:
    assert add_goal(plan, "g", GOAL._replace(kind=GoalKind.RATE_END, at_least=Fraction(0)))


def test_an_identifier_is_not_given_twice(plan: Plan) -> None:
    plan = apply(plan, add_goal(plan, "g1", GOAL))
    with pytest.raises(EntryRefused, match="goal_exists"):
        add_goal(plan, "g1", GOAL._replace(source="KH 97"))


def test_a_goal_needs_a_unit_of_the_plan(plan: Plan) -> None:
    with pytest.raises(NotFound):
        add_goal(plan, "g1", GOAL._replace(unit="elsewhere"))
    with pytest.raises(NotFound):
        remove_goal(plan, "none")


def test_a_goal_is_for_a_year_of_the_plan(plan: Plan) -> None:
    with pytest.raises(NotFound, match="year") as refused:
        add_goal(plan, "g1", GOAL._replace(year=2025))
    assert refused.value.params == {"name": 2025, "first": 2024, "last": 2024}
