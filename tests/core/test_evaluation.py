"""Rows of a plan year: chained from the year before, summed up the tree."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.edits import Edit, apply, edit_of
from dnplanner.core.errors import NotFound
from dnplanner.core.evaluation import Evaluation, Question, own_row
from dnplanner.core.plan import (
    GrowthKind,
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Pinned,
    Plan,
    StandardKey,
    Target,
    TargetKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.territory import add_unit, rename_unit
from dnplanner.core.units import Unit
from tests.core.plans import ROOT, SCENARIO, more_households, plan_of, reviewed, targeted

Q2024 = Question(SCENARIO, 2024, Series.POOR)
Q2025 = Question(SCENARIO, 2025, Series.POOR)

ONE = plan_of(
    reviewed("a", 1000, 100),
    targeted("a", Pinned.REDUCTION, 30),
    targeted("a", Pinned.REDUCTION, 20, year=2025),
    more_households(100),
    parents={"a": ROOT},
)


def district(*communes: dict[Key, Value], own: dict[Key, Value] | None = None) -> Plan:
    """A district d with three communes a, b, c."""
    parents = {"d": ROOT, "a": "d", "b": "d", "c": "d"}
    return plan_of(*communes, own or {}, parents=parents)


def test_a_year_not_observed_yet_starts_where_the_year_before_is_planned_to_end() -> None:
    assert Evaluation(ONE, Q2024).row("a")[:4] == (1000, 100, 1100, 70)
    assert Evaluation(ONE, Q2025).row("a")[:4] == (1100, 70, 1200, 50)


def test_an_observed_year_end_stands_above_the_planned_one() -> None:
    after = apply(ONE, edit_of(ONE, "x", dict(reviewed("a", 1080, 65, year=2024))))
    assert Evaluation(after, Q2025).row("a")[:4] == (1080, 65, 1180, 45)
    assert Evaluation(after, Q2024).row("a")[:4] == (1000, 100, 1100, 70)


def test_of_a_half_observed_year_end_the_other_count_is_the_planned_one() -> None:
    poor_only = edit_of(ONE, "x", {ObservedKey("a", 2024, Measure.POOR): 65})
    assert Evaluation(apply(ONE, poor_only), Q2025).row("a")[:4] == (1100, 65, 1200, 45)


def test_nothing_is_chained_into_the_first_plan_year_or_beyond_the_last() -> None:
    unknown = plan_of(reviewed("a", 1000, 100, year=2022), parents={"a": ROOT})
    assert Evaluation(unknown, Q2024).row("a")[:4] == (None, None, None, None)
    assert Evaluation(ONE, Q2025._replace(year=2026)).row("a").households_start == 1200
    assert Evaluation(ONE, Q2025._replace(year=2027)).row("a").households_start is None


def test_typed_year_end_households_stand_above_the_growth_rule() -> None:
    key = HouseholdsEndKey(SCENARIO, "a", 2024, Measure.HOUSEHOLDS)
    after = apply(ONE, edit_of(ONE, "x", {key: 1050}))
    assert Evaluation(after, Q2024).row("a").households_end == 1050
    assert Evaluation(after, Q2025).row("a").households_end == 1150


def test_growth_in_percent_holds_for_each_unit_by_itself() -> None:
    plan = plan_of(
        reviewed("a", 1010, 1),
        reviewed("b", 1030, 1),
        more_households("0.5", GrowthKind.PERCENT),
        parents={"a": ROOT, "b": ROOT},
    )
    evaluation = Evaluation(plan, Q2024)
    assert evaluation.row("a").households_end == 1015
    assert evaluation.row("b").households_end == 1035
    assert evaluation.row(ROOT).households_end == 2050


def test_a_parent_is_the_sum_of_its_children_and_its_rates_come_from_the_sums() -> None:
    evaluation = Evaluation(
        district(reviewed("a", 1000, 100), reviewed("b", 3000, 60), reviewed("c", 0, 0)), Q2024
    )
    row = evaluation.row("d")
    assert row[:4] == (4000, 160, 4000, 160)
    assert row.rate_start == 4
    assert (row.summed, row.counted, row.missing) == (True, 3, 0)
    assert evaluation.row(ROOT)[:4] == row[:4]


def test_a_parent_without_own_figures_sums_what_is_known_and_says_what_is_missing() -> None:
    row = Evaluation(district(reviewed("a", 1000, 100)), Q2024).row("d")
    assert row[:2] == (1000, 100)
    assert (row.counted, row.missing) == (1, 2)


def test_a_parent_keeps_its_own_figures_until_its_children_are_complete() -> None:
    own = reviewed("d", 5000, 500)
    partly = district(reviewed("a", 1000, 100), reviewed("b", 3000, 60), own=own)
    evaluation = Evaluation(partly, Q2024)
    assert evaluation.row("d")[:2] == (5000, 500)
    assert not evaluation.row("d").summed
    below = evaluation.below("d")
    assert below is not None
    assert below[:2] == (4000, 160)

    last = edit_of(partly, "x", dict(reviewed("c", 500, 5)))
    changed = evaluation.follow(apply(partly, last), last)
    assert evaluation.row("d")[:2] == (4500, 165)
    assert changed == {"c", "d", ROOT}
    assert own_row(apply(partly, last), Q2024, "d")[:2] == (5000, 500)


def test_a_parent_of_nothing_known_is_not_known_and_has_no_sum_of_zeros() -> None:
    row = Evaluation(district(), Q2024).row("d")
    assert row[:4] == (None, None, None, None)
    assert not row.summed


def test_a_bottom_unit_has_nothing_below() -> None:
    assert Evaluation(ONE, Q2024).below("a") is None


def test_groups_have_their_own_denominators() -> None:
    facts: dict[Key, Value] = {
        ObservedKey("a", 2023, Measure.DTTS_HOUSEHOLDS): 400,
        ObservedKey("a", 2023, Measure.DTTS_POOR): 80,
        TargetKey(SCENARIO, "a", 2024, Series.DTTS_POOR): Target(Pinned.POINTS, Fraction(5)),
    }
    plan = apply(ONE, edit_of(ONE, "x", dict(facts)))
    row = Evaluation(plan, Q2024._replace(series=Series.DTTS_POOR)).row("a")
    assert row[:4] == (400, 80, 400, 60)
    assert Evaluation(plan, Q2024).row("a")[:4] == (1000, 100, 1100, 70)


def test_an_unknown_scenario_is_refused() -> None:
    with pytest.raises(NotFound):
        Evaluation(ONE, Q2024._replace(scenario="nowhere"))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (TargetKey("other", "a", 2024, Series.POOR), Target(Pinned.REDUCTION, Fraction(1))),
        (TargetKey(SCENARIO, "a", 2025, Series.POOR), Target(Pinned.REDUCTION, Fraction(1))),
        (TargetKey(SCENARIO, "a", 2024, Series.NEAR_POOR), Target(Pinned.REDUCTION, Fraction(1))),
        (ObservedKey("a", 2024, Measure.POOR), 5),
        (ObservedKey("a", 2023, Measure.NEAR_POOR), 5),
        (HouseholdsEndKey(SCENARIO, "a", 2024, Measure.DTTS_HOUSEHOLDS), 5),
        (StandardKey(2023), "2022-2025"),
    ],
)
def test_an_edit_about_something_else_changes_no_row(key: Key, value: Value) -> None:
    edit = edit_of(ONE, "x", {key: value})
    assert Evaluation(ONE, Q2024).follow(apply(ONE, edit), edit) == frozenset()


def test_renaming_a_unit_changes_no_row() -> None:
    edit = rename_unit(ONE, "a", "Xã Đắk Sắk")
    assert Evaluation(ONE, Q2024).follow(apply(ONE, edit), edit) == frozenset()


def test_the_rows_are_a_live_view_also_after_the_tree_has_changed() -> None:
    evaluation = Evaluation(ONE, Q2024)
    rows = evaluation.rows
    edit = add_unit(ONE, "b", Unit("Xã b", ROOT, 0))
    assert evaluation.follow(apply(ONE, edit), edit) == {"b", ROOT}
    assert set(rows) == {ROOT, "a", "b"}


def test_an_edit_of_a_unit_gone_by_the_same_edit_is_followed() -> None:
    changes = edit_of(ONE, "x", {key: None for key, _ in ONE.facts() if "a" in key[:2]})
    assert any(isinstance(change.key, UnitKey) for change in changes.changes)
    evaluation = Evaluation(ONE, Q2024)
    evaluation.follow(apply(ONE, changes), changes)
    assert set(evaluation.rows) == {ROOT}


def test_an_empty_edit_changes_no_row() -> None:
    assert Evaluation(ONE, Q2024).follow(ONE, Edit("x", ())) == frozenset()
