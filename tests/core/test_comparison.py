"""Two plans held against each other: every difference once, in its cell or beside the table."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.comparison import compare, compare_scenarios, within
from dnplanner.core.edits import apply, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.errors import PlannerError
from dnplanner.core.evaluation import Question
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Growth,
    GrowthKey,
    GrowthKind,
    ObservedKey,
    Pinned,
    Plan,
    Target,
    TargetKey,
    UnitKey,
)
from dnplanner.core.scenarios import duplicate_scenario
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from tests.core.plans import DISTRICTS, ROOT, SCENARIO, dak_nong


def after_reducing(plan: Plan, unit: str, households: int, scenario: str = SCENARIO) -> Plan:
    key = TargetKey(scenario, unit, 2024, Series.POOR)
    value = Target(Pinned.REDUCTION, Fraction(households))
    return apply(plan, edit_of(plan, "enter", {key: value}))


def test_equal_plans_have_no_difference() -> None:
    assert compare(dak_nong(), dak_nong()) == ((), ())


def test_one_target_changes_its_row_and_the_whole_only() -> None:
    before = dak_nong()
    found = compare(before, after_reducing(before, "Tuy Đức", 1350))
    assert found.others == ()
    year = [each for each in found.cells if each.question.year == 2024]
    assert {each.unit for each in year} == {"Tuy Đức", ROOT}
    (reduction,) = [e for e in year if e.unit == "Tuy Đức" and e.cell is Cell.REDUCTION]
    found_there = (reduction.before, reduction.after, reduction.change)
    assert found_there == (Fraction(1400), Fraction(1350), Fraction(-50))


def test_what_is_in_no_cell_is_told_as_a_fact() -> None:
    before = dak_nong()
    key = DocumentKey(DocumentField.TITLE)
    after = apply(before, edit_of(before, "entitle", {key: "Kế hoạch 97"}))
    found = compare(before, after)
    assert found.cells == ()
    assert [(change.key, change.after) for change in found.others] == [(key, "Kế hoạch 97")]


def test_results_at_the_end_of_the_last_year_are_told_although_no_row_starts_from_them() -> None:
    before = dak_nong()
    key = ObservedKey(DISTRICTS[0], before.plan_years[-1], Measure.POOR)
    after = apply(before, edit_of(before, "enter", {key: 580}))
    found = compare(before, after)
    assert found.cells == ()
    assert [(change.key, change.after) for change in found.others] == [(key, 580)]


def test_a_unit_that_only_one_plan_has_is_without_value_in_the_other() -> None:
    before = dak_nong()
    after = apply(before, edit_of(before, "add", {UnitKey("new"): Unit("Xã mới", ROOT, 99)}))
    added = [each for each in compare(before, after).cells if each.unit == "new"]
    removed = [each for each in compare(after, before).cells if each.unit == "new"]
    assert all(each.before is None and each.change is None for each in added)
    assert [(e.cell, e.after) for e in added] == [(e.cell, e.before) for e in removed]


def test_scenarios_are_compared_within_one_plan() -> None:
    plan = dak_nong()
    plan = apply(plan, duplicate_scenario(plan, SCENARIO, "low", "PA thấp"))
    plan = after_reducing(plan, "Tuy Đức", 1000, "low")
    first = Question(SCENARIO, 2024, Series.POOR)
    found = compare_scenarios(plan, first, first._replace(scenario="low"))
    (reduction,) = [e for e in found if e.unit == "Tuy Đức" and e.cell is Cell.REDUCTION]
    assert (reduction.question.scenario, reduction.change) == ("low", Fraction(-400))


@given(st.dictionaries(st.sampled_from(DISTRICTS), st.integers(0, 400), max_size=4))
def test_the_other_way_round_before_and_after_change_places(typed: dict[str, int]) -> None:
    before = after = dak_nong()
    for unit, households in typed.items():
        after = after_reducing(after, unit, min(households, 80))
    there, back = compare(before, after).cells, compare(after, before).cells
    assert [(e.unit, e.cell, e.before, e.after) for e in there] == [
        (e.unit, e.cell, e.after, e.before) for e in back
    ]


def test_a_change_of_one_scenario_is_looked_for_there_only_and_a_shared_one_everywhere() -> None:
    plan = dak_nong()
    first = plan.outline.scenarios[0]
    plan = apply(plan, duplicate_scenario(plan, first, "second", "PA 2"))
    growth = GrowthKey("second", Measure.HOUSEHOLDS)
    more = edit_of(plan, "enter", {growth: Growth(GrowthKind.HOUSEHOLDS, Fraction(300))})
    fewer = edit_of(plan, "enter", {ObservedKey("Tuy Đức", 2023, Measure.POOR): 3000})
    for edit, scenarios in ((more, {"second"}), (fewer, {first, "second"})):
        after = apply(plan, edit)
        found = compare(plan, after, edit)
        assert found == compare(plan, after)
        assert {each.question.scenario for each in found.cells} == scenarios


def test_the_steps_are_told_up_to_the_last_question() -> None:
    before = dak_nong()
    told: list[tuple[int, int]] = []
    after = after_reducing(before, "Tuy Đức", 1350)
    compare(before, after, progress=lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[0][0] == 0
    assert {total for _, total in told} == {told[0][1]}


def test_whoever_is_told_can_end_the_comparison() -> None:
    def stop(_done: int, _total: int) -> None:
        raise PlannerError("cancelled")

    before = dak_nong()
    with pytest.raises(PlannerError, match="cancelled"):
        compare(before, after_reducing(before, "Tuy Đức", 1350), progress=stop)


def test_parts_of_the_work_follow_each_other_in_one_count() -> None:
    told: list[float] = []

    def tell(done: int, total: int) -> None:
        told.append(done / total)

    for part in (0, 1):
        for done in (0, 5, 10):
            within(tell, part, 2)(done, 10)
    assert told == [0, 0.25, 0.5, 0.5, 0.75, 1]
