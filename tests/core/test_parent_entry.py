"""Typing a parent's number shares it out; what cannot be typed says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell
from dnplanner.core.errors import EntryRefused, NumeralError
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.parent_entry import can_type, enter_parent_text
from dnplanner.core.series import Series
from dnplanner.storage.samples import SAMPLE, TRAINING, sample

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

ROOT = "dak-nong"


def asked(plan: Plan, series: Series = Series.POOR) -> Evaluation:
    return Evaluation(plan, Question(plan.outline.scenarios[0], plan.plan_years[0], series))


@pytest.fixture(scope="module", params=[SAMPLE, TRAINING])
def plan(request: pytest.FixtureRequest) -> Plan:
    return sample(request.param)


@pytest.mark.parametrize(
    ("cell", "text", "reduction"),
    [
        (Cell.REDUCTION, "3.500", 3500),
        (Cell.POINTS, "2", 3361),
        (Cell.POOR_END, "5000", 3838),
        (Cell.RATE_END, "3,15 %", 3415),
    ],
)
def test_any_plan_cell_of_the_whole_is_shared_to_the_last_household(
    plan: Plan, cell: Cell, text: str, reduction: int
) -> None:
    after = apply(plan, enter_parent_text(plan, asked(plan), ROOT, cell, text))
    assert asked(after).row(ROOT).reduction == reduction


def test_the_present_total_leaves_every_unit_as_it_is(plan: Plan) -> None:
    edit = enter_parent_text(plan, asked(plan), ROOT, Cell.REDUCTION, "3415")
    after = asked(apply(plan, edit))
    for unit in plan.tree.children_of(ROOT):
        assert after.row(unit).reduction == asked(plan).row(unit).reduction


@pytest.mark.parametrize("cell", [Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.HOUSEHOLDS_END])
def test_counts_of_a_sum_stay_sums(plan: Plan, cell: Cell) -> None:
    assert not can_type(asked(plan), ROOT, cell)
    with pytest.raises(EntryRefused, match="sum_of_children"):
        enter_parent_text(plan, asked(plan), ROOT, cell, "1")


def test_emptying_a_sum_is_refused(plan: Plan) -> None:
    with pytest.raises(EntryRefused, match="empty_cell"):
        enter_parent_text(plan, asked(plan), ROOT, Cell.REDUCTION, " ")


def test_a_badly_written_number_is_refused(plan: Plan) -> None:
    with pytest.raises(NumeralError, match="not_a_number"):
        enter_parent_text(plan, asked(plan), ROOT, Cell.REDUCTION, "nhiều")


def test_more_than_there_are_says_by_how_many_households(plan: Plan) -> None:
    with pytest.raises(EntryRefused) as refused:
        enter_parent_text(plan, asked(plan), ROOT, Cell.REDUCTION, "9000")
    assert refused.value.params["by"] == 162


def test_a_derived_series_takes_households_only(plan: Plan) -> None:
    evaluation = asked(plan, Series.MULTIDIMENSIONAL)
    leaf = next(unit for unit in plan.tree.below(ROOT) if not plan.tree.children_of(unit))
    assert not can_type(evaluation, leaf, Cell.REDUCTION)
    assert not can_type(evaluation, leaf, Cell.POOR_START)
    assert can_type(evaluation, leaf, Cell.HOUSEHOLDS_END)
    with pytest.raises(EntryRefused, match="derived_series"):
        enter_parent_text(plan, evaluation, ROOT, Cell.REDUCTION, "1")


def test_the_start_rate_is_never_typed(plan: Plan) -> None:
    assert not can_type(asked(plan), "tuy-duc", Cell.RATE_START)
