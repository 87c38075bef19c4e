"""Edits lead from plan to plan, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.edits import Change, Edit, apply, combined, difference, edit_of
from dnplanner.core.errors import EditOutdated, PlanBroken
from dnplanner.core.plan import Key, ObservedKey, Plan, UnitKey, Value
from dnplanner.core.series import Measure
from dnplanner.core.units import Unit
from tests.core.plans import ROOT, plan_of, reviewed

PLAN = plan_of(reviewed("a", 100, 20), parents={"a": ROOT, "b": ROOT})
POOR = ObservedKey("a", 2023, Measure.POOR)
HOUSEHOLDS = ObservedKey("a", 2023, Measure.HOUSEHOLDS)
UNKNOWN = ObservedKey("b", 2023, Measure.POOR)

keys = st.builds(
    ObservedKey, st.sampled_from("ab"), st.sampled_from([2022, 2023]), st.sampled_from(Measure)
)
wishes: st.SearchStrategy[dict[Key, Value | None]] = st.dictionaries(
    keys, st.none() | st.integers(0, 3)
)


def facts(plan: Plan) -> dict[Key, Value]:
    return dict(plan.facts())


def edits_in_a_row(plan: Plan, wanted: list[dict[Key, Value | None]]) -> tuple[Plan, list[Edit]]:
    edits = []
    for one in wanted:
        edits.append(edit_of(plan, "x", one))
        plan = apply(plan, edits[-1])
    return plan, edits


def test_an_edit_knows_what_stood_there_before() -> None:
    edit = edit_of(PLAN, "enter", {POOR: 21, UNKNOWN: 4, HOUSEHOLDS: None})
    assert edit == Edit(
        "enter", (Change(POOR, 20, 21), Change(UNKNOWN, None, 4), Change(HOUSEHOLDS, 100, None))
    )
    assert list(edit.changed_keys()) == [POOR, UNKNOWN, HOUSEHOLDS]


def test_an_edit_that_changes_nothing_is_false() -> None:
    assert not edit_of(PLAN, "enter", {POOR: 20, UNKNOWN: None})
    assert edit_of(PLAN, "enter", {POOR: 21})


def test_applying_changes_just_the_facts_named_and_leaves_the_plan_before_alone() -> None:
    before = facts(PLAN)
    after = apply(PLAN, edit_of(PLAN, "enter", {POOR: 21, HOUSEHOLDS: None}))
    expected = {**before, POOR: 21}
    del expected[HOUSEHOLDS]
    assert facts(after) == expected
    assert facts(PLAN) == before


def test_an_edit_made_for_another_state_is_refused_and_changes_nothing() -> None:
    edit = edit_of(PLAN, "enter", {UNKNOWN: 4, POOR: 21})
    moved_on = apply(PLAN, edit_of(PLAN, "enter", {POOR: 22}))
    before = facts(moved_on)
    with pytest.raises(EditOutdated) as refused:
        apply(moved_on, edit)
    assert refused.value.params["key"] == POOR
    assert facts(moved_on) == before


@pytest.mark.parametrize(
    "change", [Change(POOR, None, 21), Change(UNKNOWN, 4, None), Change(POOR, 21, None)]
)
def test_a_fact_that_was_otherwise_before_is_outdated(change: Change) -> None:
    with pytest.raises(EditOutdated):
        apply(PLAN, Edit("x", (change,)))


def test_units_that_would_be_no_tree_any_more_are_refused() -> None:
    with pytest.raises(PlanBroken):
        apply(PLAN, edit_of(PLAN, "x", {UnitKey("a"): Unit("Xã a", "nowhere", 0)}))
    with pytest.raises(PlanBroken):
        apply(PLAN, edit_of(PLAN, "x", {UnitKey(ROOT): None}))


@given(wishes)
def test_an_edit_then_its_inverse_is_where_it_started(wanted: dict[Key, Value | None]) -> None:
    edit = edit_of(PLAN, "x", wanted)
    after = apply(PLAN, edit)
    assert facts(apply(after, edit.inverse())) == facts(PLAN)
    assert edit.inverse().inverse() == edit


@given(st.lists(wishes))
def test_a_combined_edit_does_what_its_parts_do(wanted: list[dict[Key, Value | None]]) -> None:
    after, edits = edits_in_a_row(PLAN, wanted)
    whole = combined("all", edits)
    assert facts(apply(PLAN, whole)) == facts(after)
    assert facts(apply(after, whole.inverse())) == facts(PLAN)
    assert all(change.before != change.after for change in whole.changes)
    assert len(set(whole.changed_keys())) == len(whole.changes)


@given(st.lists(wishes))
def test_the_difference_of_two_plans_leads_from_one_to_the_other(
    wanted: list[dict[Key, Value | None]],
) -> None:
    after, edits = edits_in_a_row(PLAN, wanted)
    found = difference("compare", PLAN, after)
    assert facts(apply(PLAN, found)) == facts(after)
    assert set(found.changes) == set(combined("all", edits).changes)
