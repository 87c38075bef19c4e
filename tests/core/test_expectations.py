"""Expected gross flows are facts of the plan, per scenario, unit, year and series."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.comparison import FlowDifference, compare, compare_expected
from dnplanner.core.edits import apply
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Question
from dnplanner.core.expectations import expect, expected_below, own_or_below
from dnplanner.core.flows import Expected, Flow
from dnplanner.core.scenarios import delete_scenario, duplicate_scenario
from dnplanner.core.series import Series
from dnplanner.core.territory import remove_unit
from dnplanner.storage.samples import COMMUNES, sample

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

UNIT = "tuy-duc"
SOME = Expected(50, 120)
NOTHING = Expected()


def question_of(plan: Plan) -> Question:
    return Question(plan.outline.scenarios[0], 2024, Series.POOR)


def expecting(plan: Plan, expected: Expected = SOME) -> Plan:
    return apply(plan, expect(plan, question_of(plan), UNIT, expected))


def expected_of(plan: Plan, question: Question) -> Expected:
    return plan.expected(question.scenario, UNIT, question.year, question.series)


def test_nothing_is_expected_until_said() -> None:
    plan = sample()
    assert expected_of(plan, question_of(plan)) == NOTHING


def test_what_is_expected_is_one_edit_with_an_inverse() -> None:
    plan = sample()
    edit = expect(plan, question_of(plan), UNIT, Expected(50, 120))
    after = apply(plan, edit)
    assert expected_of(after, question_of(plan)) == Expected(50, 120)
    assert apply(after, edit.inverse()).tables == plan.tables


def test_expecting_nothing_again_leaves_no_fact() -> None:
    assert not expecting(expecting(sample()), NOTHING).tables.expected


def test_what_is_expected_below_a_unit_adds_up_to_its_nearest_figures() -> None:
    plan = sample(COMMUNES)
    question, root = question_of(plan), plan.tree.root
    district = plan.tree.children_of(root)[0]
    first, second = plan.tree.children_of(district)[:2]
    for unit, expected in ((first, Expected(5, 7)), (second, Expected(0, 4))):
        plan = apply(plan, expect(plan, question, unit, expected))
    assert expected_below(plan, question, district) == Expected(5, 11)
    assert expected_below(plan, question, root) == Expected(5, 11)
    plan = apply(plan, expect(plan, question, district, Expected(9)))
    assert expected_below(plan, question, root) == Expected(9, 11)
    assert expected_below(plan, question, district) == Expected(5, 11)
    assert expected_below(plan, question._replace(year=2030), root) == NOTHING


def test_a_figure_of_its_own_counts_before_the_sum_below() -> None:
    assert own_or_below(Expected(9), Expected(5, 11, 0, 2)) == Expected(9, 11, 0, 2)


def test_another_year_or_series_expects_for_itself() -> None:
    plan = expecting(sample())
    question = question_of(plan)
    assert expected_of(plan, question._replace(year=2025)) == NOTHING
    assert expected_of(plan, question._replace(series=Series.DTTS_POOR)) == NOTHING


def test_a_copy_of_a_scenario_expects_the_same_and_takes_it_along_when_it_goes() -> None:
    plan = expecting(sample())
    question = question_of(plan)
    copied = apply(plan, duplicate_scenario(plan, question.scenario, "copy", "PA 2"))
    assert expected_of(copied, question._replace(scenario="copy")) == Expected(50, 120)
    gone = apply(copied, delete_scenario(copied, "copy"))
    assert gone.tables.expected == plan.tables.expected


def test_two_scenarios_and_two_plans_are_compared_in_it() -> None:
    plan = expecting(sample())
    question = question_of(plan)
    copied = apply(plan, duplicate_scenario(plan, question.scenario, "copy", "PA 2"))
    other = question._replace(scenario="copy")
    assert compare_expected(copied, question, other) == ()
    changed = apply(copied, expect(copied, other, UNIT, Expected(50, 100)))
    assert compare_expected(changed, question, other) == (
        FlowDifference(other, UNIT, Flow.NEWLY_POOR, 120, 100),
    )
    (change,) = compare(copied, changed).others
    assert (change.before, change.after) == (120, 100)


def test_a_unit_that_goes_takes_it_along() -> None:
    plan = expecting(sample())
    assert not apply(plan, remove_unit(plan, UNIT)).tables.expected


def test_fewer_than_none_and_derived_series_are_refused() -> None:
    plan = sample()
    with pytest.raises(EntryRefused) as negative:
        expect(plan, question_of(plan), UNIT, Expected(-1))
    assert negative.value.code == "flow_negative"
    derived = question_of(plan)._replace(series=Series.MULTIDIMENSIONAL)
    with pytest.raises(EntryRefused) as refused:
        expect(plan, derived, UNIT, Expected(1))
    assert refused.value.code == "derived_series"
