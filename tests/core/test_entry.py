"""What a user types becomes an edit, or is refused with its reason and changes nothing."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.entry import ENTERED, Cell, clear, enter, enter_text
from dnplanner.core.errors import EntryRefused, PlannerError
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Pinned,
    Plan,
    Target,
    TargetKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from tests.core.plans import ROOT, SCENARIO, more_households, plan_of, reviewed, targeted

if TYPE_CHECKING:
    from dnplanner.core.targets import Row

QUESTION = Question(SCENARIO, 2024, Series.POOR)
TARGET = TargetKey(SCENARIO, "a", 2024, Series.POOR)
PARENTS = {"a": ROOT, "empty": ROOT, "unknown": ROOT}

PLAN = plan_of(
    reviewed("a", 1000, 100), reviewed("empty", 0, 0), more_households(100), parents=PARENTS
)


def typed(plan: Plan, unit: str, cell: Cell, text: str) -> Plan:
    return apply(plan, enter_text(plan, Evaluation(plan, QUESTION), unit, cell, text))


def row_after(plan: Plan, cell: Cell, text: str) -> Row:
    return Evaluation(typed(plan, "a", cell, text), QUESTION).row("a")


def refusal(plan: Plan, unit: str, cell: Cell, text: str) -> str:
    with pytest.raises(PlannerError) as refused:
        typed(plan, unit, cell, text)
    return refused.value.code


@pytest.mark.parametrize(
    ("cell", "text", "key", "value"),
    [
        (Cell.HOUSEHOLDS_START, "1.200", ObservedKey("a", 2023, Measure.HOUSEHOLDS), 1200),
        (Cell.POOR_START, "90", ObservedKey("a", 2023, Measure.POOR), 90),
        (
            Cell.HOUSEHOLDS_END,
            "1.050",
            HouseholdsEndKey(SCENARIO, "a", 2024, Measure.HOUSEHOLDS),
            1050,
        ),
        (Cell.REDUCTION, "30", TARGET, Target(Pinned.REDUCTION, Fraction(30))),
        (Cell.REDUCTION, "-5", TARGET, Target(Pinned.REDUCTION, Fraction(-5))),
        (Cell.POINTS, "2,5", TARGET, Target(Pinned.POINTS, Fraction(5, 2))),
        (Cell.POINTS, "-2", TARGET, Target(Pinned.POINTS, Fraction(-2))),
        (Cell.POOR_END, "70", TARGET, Target(Pinned.POOR_END, Fraction(70))),
        (Cell.RATE_END, "6,3 %", TARGET, Target(Pinned.RATE_END, Fraction(63, 10))),
    ],
)
def test_typing_states_one_fact(cell: Cell, text: str, key: Key, value: Value) -> None:
    after = typed(PLAN, "a", cell, text)
    assert dict(after.facts()) == {**dict(PLAN.facts()), key: value}


def test_the_cell_typed_last_is_pinned() -> None:
    row = row_after(typed(PLAN, "a", Cell.REDUCTION, "30"), Cell.RATE_END, "5")
    assert (row.pinned, row.poor_end) == (Pinned.RATE_END, 55)


@pytest.mark.parametrize(
    ("cell", "text", "code"),
    [
        (Cell.HOUSEHOLDS_START, "99", "fewer_households_than_poor"),
        (Cell.HOUSEHOLDS_START, "", "empty_cell"),
        (Cell.HOUSEHOLDS_START, "1.000,5", "fraction"),
        (Cell.HOUSEHOLDS_START, "một nghìn", "not_a_number"),
        (Cell.POOR_START, "1.001", "more_poor_than_households"),
        (Cell.POOR_START, "-1", "negative"),
        (Cell.POOR_START, "10.98", "dot_in_count"),
        (Cell.POOR_START, " ", "empty_cell"),
        (Cell.RATE_START, "5", "derived"),
        (Cell.RATE_START, "x", "derived"),
        (Cell.HOUSEHOLDS_END, "99", "fewer_households_than_poor"),
        (Cell.HOUSEHOLDS_END, "-1", "negative"),
        (Cell.HOUSEHOLDS_END, "1000000000000", "too_large"),
        (Cell.REDUCTION, "101", "reduction_beyond_poor"),
        (Cell.REDUCTION, "-1.001", "more_poor_than_households"),
        (Cell.HOUSEHOLDS_END, "", "empty_cell"),
        (Cell.REDUCTION, "  ", "empty_cell"),
        (Cell.POINTS, "", "empty_cell"),
        (Cell.POOR_END, "", "empty_cell"),
        (Cell.RATE_END, "", "empty_cell"),
        (Cell.REDUCTION, "1,5", "fraction"),
        (Cell.REDUCTION, "1000000000000", "too_large"),
        (Cell.POINTS, "10,01", "points_beyond_rate"),
        (Cell.POINTS, "-90,1", "rate_above_hundred"),
        (Cell.POINTS, "0.8", "dot_decimal"),
        (Cell.POOR_END, "1.101", "more_poor_than_households"),
        (Cell.POOR_END, "-1", "negative"),
        (Cell.POOR_END, "7,5", "fraction"),
        (Cell.RATE_END, "100,01", "rate_above_hundred"),
        (Cell.RATE_END, "-0,1", "rate_below_zero"),
        (Cell.RATE_END, "5,1,2", "not_a_number"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(cell: Cell, text: str, code: str) -> None:
    assert refusal(PLAN, "a", cell, text) == code


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell.HOUSEHOLDS_START, "100"),
        (Cell.POOR_START, "1.000"),
        (Cell.HOUSEHOLDS_END, "100"),
        (Cell.REDUCTION, "100"),
        (Cell.REDUCTION, "-1.000"),
        (Cell.POINTS, "10"),
        (Cell.POINTS, "-90"),
        (Cell.POOR_END, "1.100"),
        (Cell.POOR_END, "0"),
        (Cell.RATE_END, "100"),
        (Cell.RATE_END, "0"),
    ],
)
def test_the_most_extreme_value_that_can_be_is_taken_as_it_is(cell: Cell, text: str) -> None:
    row = row_after(PLAN, cell, text)
    shown = getattr(row, cell.value)
    assert shown == Fraction(text.replace(".", ""))


@pytest.mark.parametrize(
    ("pinned", "value", "allowed"),
    [
        (Pinned.REDUCTION, 30, False),
        (Pinned.POOR_END, 70, False),
        (Pinned.POINTS, 3, True),
        (Pinned.RATE_END, 5, True),
    ],
)
def test_year_end_households_are_never_fewer_than_the_poor_households_that_stay(
    pinned: Pinned, value: int, allowed: bool
) -> None:
    plan = apply(PLAN, edit_of(PLAN, "x", dict(targeted("a", pinned, value))))
    assert row_after(plan, Cell.HOUSEHOLDS_END, "70").households_end == 70
    if allowed:
        assert row_after(plan, Cell.HOUSEHOLDS_END, "69").households_end == 69
    else:
        assert refusal(plan, "a", Cell.HOUSEHOLDS_END, "69") == "fewer_households_than_poor"


@pytest.mark.parametrize("cell", [Cell.REDUCTION, Cell.POINTS, Cell.POOR_END, Cell.RATE_END])
def test_a_target_needs_the_counts_it_starts_from(cell: Cell) -> None:
    assert refusal(PLAN, "unknown", cell, "1") == "counts_missing"


def test_a_drop_of_the_rate_needs_households() -> None:
    assert refusal(PLAN, "empty", Cell.POINTS, "0") == "no_households"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell.HOUSEHOLDS_START, Fraction(2001, 2)),
        (Cell.POOR_START, Fraction(-1)),
        (Cell.HOUSEHOLDS_END, Fraction(10**12)),
        (Cell.REDUCTION, Fraction(1, 2)),
        (Cell.POOR_END, Fraction(1, 2)),
        (Cell.POOR_END, Fraction(-1)),
    ],
)
def test_a_number_that_is_no_count_is_refused_also_without_a_text(
    cell: Cell, value: Fraction
) -> None:
    with pytest.raises(EntryRefused, match="not_a_count"):
        enter(PLAN, Evaluation(PLAN, QUESTION), "a", cell, value)


@pytest.mark.parametrize("cell", ENTERED)
def test_a_sum_of_children_cannot_be_typed(cell: Cell) -> None:
    assert refusal(PLAN, ROOT, cell, "1") == "sum_of_children"


def test_a_parent_whose_children_are_unknown_takes_its_own_figures() -> None:
    plan = plan_of(parents={"d": ROOT, "a": "d"})
    plan = typed(plan, "d", Cell.HOUSEHOLDS_START, "500")
    plan = typed(plan, "d", Cell.POOR_START, "50")
    plan = typed(plan, "d", Cell.REDUCTION, "10")
    assert Evaluation(plan, QUESTION).row("d")[:4] == (500, 50, 500, 40)


@pytest.mark.parametrize("cell", ENTERED)
def test_a_refused_entry_can_be_corrected_and_taken_back(cell: Cell) -> None:
    edit = enter_text(
        PLAN, Evaluation(PLAN, QUESTION), "a", cell, "100" if cell not in RATES else "4"
    )
    after = apply(PLAN, edit)
    assert dict(apply(after, edit.inverse()).facts()) == dict(PLAN.facts())


RATES = (Cell.POINTS, Cell.RATE_END)


def test_typing_what_stands_there_changes_nothing() -> None:
    assert not enter_text(PLAN, Evaluation(PLAN, QUESTION), "a", Cell.POOR_START, "100")


@pytest.mark.parametrize(("cell", "text"), [(Cell.REDUCTION, "30"), (Cell.HOUSEHOLDS_END, "1.050")])
def test_clearing_a_typed_cell_gives_way_to_its_rule(cell: Cell, text: str) -> None:
    before = typed(PLAN, "a", cell, text)
    after = apply(before, clear(before, QUESTION, "a", cell))
    assert dict(after.facts()) == dict(PLAN.facts())


def test_clearing_a_cell_that_is_not_pinned_leaves_the_pinned_one() -> None:
    after = typed(PLAN, "a", Cell.REDUCTION, "30")
    assert not clear(after, QUESTION, "a", Cell.POOR_END)


def test_clearing_a_count_of_the_review_forgets_it() -> None:
    after = apply(PLAN, clear(PLAN, QUESTION, "a", Cell.POOR_START))
    assert after.observed("a", 2023, Measure.POOR) is None


def test_the_start_rate_cannot_be_cleared() -> None:
    with pytest.raises(EntryRefused, match="derived"):
        clear(PLAN, QUESTION, "a", Cell.RATE_START)
