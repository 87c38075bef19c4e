"""A plan is frozen facts, each found by its key."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.edits import apply, difference, edit_of
from dnplanner.core.errors import NotFound, PlanBroken
from dnplanner.core.plan import (
    NO_GROWTH,
    TABLE_OF,
    DocumentField,
    DocumentKey,
    Goal,
    GoalKey,
    GoalKind,
    Key,
    ObservedKey,
    Pinned,
    Plan,
    Reading,
    Scenario,
    ScenarioKey,
    StandardKey,
    Tables,
    UnitKey,
    Value,
    entries,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from tests.core.plans import (
    ROOT,
    SCENARIO,
    frame,
    more_households,
    plan_of,
    reviewed,
    targeted,
)

FACTS: dict[Key, Value] = {
    **reviewed("a", 100, 20),
    **targeted("a", Pinned.REDUCTION, 5),
    **more_households(3),
    StandardKey(2023): "2022-2025",
}


def test_a_plan_holds_just_its_facts() -> None:
    facts: dict[Key, Value] = {**dict(frame()), **FACTS}
    plan = Plan.of(facts.items())
    assert dict(plan.facts()) == facts
    assert all(plan.get(key) == value for key, value in facts.items())


def test_every_kind_of_key_has_a_table() -> None:
    assert sorted(TABLE_OF.values()) == sorted(Tables._fields)


def test_keys_of_different_kinds_are_different_even_with_the_same_name() -> None:
    keys: list[Key] = [UnitKey("a"), ScenarioKey("a"), GoalKey("a"), DocumentKey("a")]
    assert len(set(keys)) == len(keys)
    assert [keys.index(key) for key in keys] == [0, 1, 2, 3]
    assert UnitKey("a") == UnitKey("a")
    assert not UnitKey("a") != UnitKey("a")  # noqa: SIM202 - both operators are at stake


def test_an_edit_keeps_a_unit_and_a_scenario_of_one_name_apart() -> None:
    plan = plan_of()
    scenario, unit = Scenario("PA a", 1), Unit("Xã a", ROOT, 0)
    edit = edit_of(plan, "x", {ScenarioKey("a"): scenario, UnitKey("a"): unit})
    after = apply(plan, edit)
    assert after.scenario("a") == scenario
    assert after.unit("a") == unit
    assert set(difference("x", plan, after).changes) == set(edit.changes)


def test_what_a_plan_does_not_say_is_none_or_the_default() -> None:
    plan = plan_of(parents={"a": ROOT})
    assert plan.observed("a", 2023, Measure.POOR) is None
    assert plan.target(SCENARIO, "a", 2024, Series.POOR) is None
    assert plan.households_end(SCENARIO, "a", 2024, Measure.HOUSEHOLDS) is None
    assert plan.growth(SCENARIO, Measure.HOUSEHOLDS) == NO_GROWTH
    assert plan.standard(2023) == ""
    assert plan.text(DocumentField.TITLE) == ""
    assert plan.reading is Reading.EXACT
    assert plan.get(StandardKey(2023)) is None


def test_the_plan_years_follow_the_base_year() -> None:
    plan = plan_of()
    assert plan.base_year == 2023
    assert list(plan.plan_years) == [2024, 2025]


def test_a_document_without_years_has_no_plan_years() -> None:
    plan = Plan.of([(UnitKey(ROOT), Unit("Tỉnh", None, 0))])
    assert list(plan.plan_years) == []
    with pytest.raises(PlanBroken, match="no_base_year"):
        _ = plan.base_year


def test_the_reading_is_a_property_of_the_document() -> None:
    rounded: dict[Key, Value] = {DocumentKey(DocumentField.READING): Reading.ROUNDED}
    assert plan_of(rounded).reading is Reading.ROUNDED


def test_scenarios_and_goals_are_listed_by_their_positions() -> None:
    goals: dict[Key, Value] = {
        GoalKey(name): Goal(ROOT, 2024, Series.POOR, GoalKind.POINTS, Fraction(2), position=at)
        for at, name in enumerate(("z", "a"))
    }
    scenarios: dict[Key, Value] = {
        ScenarioKey("z"): Scenario("PA z", -1),
        ScenarioKey("y"): Scenario("PA y", 5),
    }
    plan = plan_of(goals, scenarios)
    assert plan.outline.goals == ("z", "a")
    assert plan.outline.scenarios == ("z", SCENARIO, "y")


@pytest.mark.parametrize("what", ["unit", "scenario", "goal"])
def test_asking_for_what_does_not_exist_says_what_was_asked_for(what: str) -> None:
    with pytest.raises(NotFound) as refused:
        getattr(plan_of(), what)("nowhere")
    assert (refused.value.code, refused.value.params) == (what, {"name": "nowhere"})


def test_a_goal_about_an_unknown_unit_is_refused() -> None:
    goal: dict[Key, Value] = {
        GoalKey("g"): Goal("nowhere", 2024, Series.POOR, GoalKind.POINTS, Fraction(2))
    }
    with pytest.raises(PlanBroken, match="unknown_goal_unit"):
        plan_of(goal)


def test_the_outline_is_shared_until_something_structural_changes() -> None:
    plan = plan_of(FACTS, parents={"a": ROOT})
    counted = apply(plan, edit_of(plan, "x", {ObservedKey("a", 2023, Measure.POOR): 7}))
    renamed = apply(plan, edit_of(plan, "x", {UnitKey("a"): Unit("Xã khác", ROOT, 0)}))
    assert counted.outline is plan.outline
    assert renamed.outline is not plan.outline
    assert renamed.unit("a").name == "Xã khác"


def test_all_entries_of_a_table_are_listed_also_of_an_empty_one() -> None:
    tables = Plan.of(frame()).tables
    for table in tables:
        assert sorted(entries(table)) == sorted(table.items())
    assert entries(tables.printed) == []
