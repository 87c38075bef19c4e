"""Scenarios are made, copied, renamed and deleted with all that belongs to them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.edits import Edit, apply
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    Growth,
    GrowthKey,
    GrowthKind,
    HouseholdsEndKey,
    Pinned,
    Plan,
    ScenarioKey,
    Target,
    TargetKey,
)
from dnplanner.core.scenarios import (
    create_scenario,
    delete_scenario,
    duplicate_scaled,
    duplicate_scenario,
    intensity,
    rename_scenario,
    scale_reductions,
    set_growth,
)
from dnplanner.core.series import Measure, Series
from tests.core.plans import (
    APPENDIX,
    DISTRICTS,
    ROOT,
    SCENARIO,
    dak_nong,
    more_households,
    plan_of,
    reviewed,
    targeted,
)

TYPED = HouseholdsEndKey(SCENARIO, "a", 2024, Measure.HOUSEHOLDS)
PLAN = plan_of(
    reviewed("a", 1000, 100),
    targeted("a", Pinned.REDUCTION, 30),
    more_households(100),
    {TYPED: 1050},
    parents={"a": ROOT},
)
NAME = PLAN.scenario(SCENARIO).name


def evaluated(plan: Plan, scenario: str = SCENARIO) -> Evaluation:
    return Evaluation(plan, Question(scenario, 2024, Series.POOR))


def changed(plan: Plan, edit: Edit) -> dict[object, object]:
    """The facts that ``edit`` changes, after it; taking it back leaves the plan as it was."""
    after = apply(plan, edit)
    assert dict(apply(after, edit.inverse()).facts()) == dict(plan.facts())
    return {change.key: change.after for change in edit.changes}


def test_a_new_scenario_is_empty_and_last() -> None:
    after = apply(PLAN, create_scenario(PLAN, "second", "Phương án 2"))
    assert after.outline.scenarios == (SCENARIO, "second")
    assert evaluated(after, "second").row("a")[:4] == (1000, 100, 1000, 100)


def test_a_copy_has_the_same_rows_and_is_measured_against_its_source() -> None:
    edit = duplicate_scenario(PLAN, SCENARIO, "copy", "Bản sao")
    after = apply(PLAN, edit)
    assert evaluated(after, "copy").rows == evaluated(PLAN).rows
    assert after.scenario("copy").reference == SCENARIO
    assert len(changed(PLAN, edit)) == 4


def test_a_copy_goes_its_own_way() -> None:
    after = apply(PLAN, duplicate_scenario(PLAN, SCENARIO, "copy", "Bản sao"))
    faster = Growth(GrowthKind.PERCENT, Fraction(5))
    after = apply(after, set_growth(after, "copy", Measure.HOUSEHOLDS, faster))
    assert after.growth(SCENARIO, Measure.HOUSEHOLDS) == PLAN.growth(SCENARIO, Measure.HOUSEHOLDS)
    assert after.growth("copy", Measure.HOUSEHOLDS) == faster


@pytest.mark.parametrize("name", [NAME, NAME.upper(), f"  {NAME} "])
def test_two_scenarios_never_have_one_name(name: str) -> None:
    with pytest.raises(EntryRefused, match="name_taken"):
        create_scenario(PLAN, "second", name)
    with pytest.raises(EntryRefused, match="name_taken"):
        duplicate_scenario(PLAN, SCENARIO, "second", name)


def test_a_scenario_has_a_name() -> None:
    with pytest.raises(EntryRefused, match="name_empty"):
        create_scenario(PLAN, "second", "  ")
    with pytest.raises(EntryRefused, match="name_too_long"):
        rename_scenario(PLAN, SCENARIO, "x" * 121)


def test_blanks_around_a_name_are_not_part_of_it() -> None:
    after = apply(PLAN, create_scenario(PLAN, "second", "  PA   2 "))
    assert after.scenario("second").name == "PA 2"


def test_renaming_changes_the_name_alone() -> None:
    edit = rename_scenario(PLAN, SCENARIO, " PA cao ")
    assert changed(PLAN, edit) == {
        ScenarioKey(SCENARIO): PLAN.scenario(SCENARIO)._replace(name="PA cao")
    }
    assert not rename_scenario(PLAN, SCENARIO, NAME)


def test_a_scenario_may_change_the_case_of_its_own_name() -> None:
    after = apply(PLAN, rename_scenario(PLAN, SCENARIO, NAME.upper()))
    assert after.scenario(SCENARIO).name == NAME.upper()


def test_deleting_takes_all_facts_along_and_the_references_to_it() -> None:
    copied = apply(PLAN, duplicate_scenario(PLAN, SCENARIO, "copy", "Bản sao"))
    edit = delete_scenario(copied, SCENARIO)
    after = apply(copied, edit)
    assert after.outline.scenarios == ("copy",)
    assert after.scenario("copy").reference is None
    assert all(getattr(key, "scenario", "copy") == "copy" for key, _ in after.facts())
    assert len(changed(copied, edit)) == 5


def test_the_last_scenario_stays() -> None:
    with pytest.raises(EntryRefused, match="last_scenario"):
        delete_scenario(PLAN, SCENARIO)


@pytest.mark.parametrize(
    ("kind", "amount", "taken"),
    [
        (GrowthKind.PERCENT, 50, True),
        (GrowthKind.PERCENT, -50, True),
        (GrowthKind.PERCENT, 51, False),
        (GrowthKind.HOUSEHOLDS, 10**6, True),
        (GrowthKind.HOUSEHOLDS, -(10**6) - 1, False),
    ],
)
def test_a_growth_no_territory_has_is_refused(kind: GrowthKind, amount: int, taken: bool) -> None:
    growth = Growth(kind, Fraction(amount))
    if taken:
        edit = set_growth(PLAN, SCENARIO, Measure.HOUSEHOLDS, growth)
        assert changed(PLAN, edit) == {GrowthKey(SCENARIO, Measure.HOUSEHOLDS): growth}
    else:
        with pytest.raises(EntryRefused, match="growth_out_of_range"):
            set_growth(PLAN, SCENARIO, Measure.HOUSEHOLDS, growth)


def test_a_scaled_copy_asks_for_that_share_of_every_reduction_half_up() -> None:
    plan = dak_nong()
    after = apply(plan, duplicate_scaled(plan, evaluated(plan), "high", "PA cao", 110))
    high = evaluated(after, "high")
    for name in DISTRICTS:
        assert high.row(name).reduction == (APPENDIX[name].reduction * 110 + 50) // 100
    assert intensity(evaluated(plan), high, ROOT) == 110
    assert evaluated(after).rows == evaluated(plan).rows


def test_scaling_never_asks_for_more_than_the_poor_there_are() -> None:
    edit = scale_reductions(PLAN, evaluated(PLAN), evaluated(PLAN), 1000)
    assert changed(PLAN, edit) == {
        TargetKey(SCENARIO, "a", 2024, Series.POOR): Target(Pinned.REDUCTION, Fraction(100))
    }


def test_scaling_leaves_units_without_figures_and_unchanged_ones_alone() -> None:
    plan = plan_of(
        reviewed("a", 1000, 100),
        targeted("a", Pinned.REDUCTION, 30),
        parents={"a": ROOT, "b": ROOT},
    )
    assert not scale_reductions(plan, evaluated(plan), evaluated(plan), 100)


def test_there_is_no_intensity_against_a_reference_that_reduces_nothing() -> None:
    flat = evaluated(plan_of(reviewed("a", 1000, 100), parents={"a": ROOT}))
    unknown = evaluated(plan_of(parents={"a": ROOT}))
    assert intensity(flat, evaluated(PLAN), ROOT) is None
    assert intensity(unknown, evaluated(PLAN), ROOT) is None
    assert intensity(evaluated(PLAN), unknown, ROOT) is None
    assert intensity(evaluated(PLAN), flat, ROOT) == 0
