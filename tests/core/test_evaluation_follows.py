"""The law of the evaluation: following edits gives just what evaluating afresh gives."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from dnplanner.core.edits import Edit, apply, combined, edit_of
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Growth,
    GrowthKey,
    GrowthKind,
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Pinned,
    Plan,
    Target,
    TargetKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.territory import add_unit, move_unit, remove_unit, rename_unit
from dnplanner.core.units import Unit
from tests.core.plans import ROOT, SCENARIO, plan_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.targets import Row

QUESTIONS = (
    Question(SCENARIO, 2024, Series.POOR),
    Question(SCENARIO, 2025, Series.POOR),
    Question(SCENARIO, 2025, Series.NEAR_POOR),
)
WITH_DERIVED = (*QUESTIONS, Question(SCENARIO, 2025, Series.MULTIDIMENSIONAL))

counts = st.integers(0, 60)
measures = st.sampled_from([Measure.HOUSEHOLDS, Measure.POOR, Measure.NEAR_POOR])
series = st.sampled_from([Series.POOR, Series.NEAR_POOR])
years = st.sampled_from([2024, 2025])
targets = st.builds(
    Target, st.sampled_from(Pinned), st.fractions(-20, 60, max_denominator=4)
) | st.builds(Target, st.sampled_from([Pinned.REDUCTION, Pinned.POOR_END]), counts.map(Fraction))
growths = st.builds(Growth, st.sampled_from(GrowthKind), st.integers(-30, 30).map(Fraction))


def unit_facts(unit: str) -> st.SearchStrategy[tuple[Key, Value | None]]:
    """A fact about one unit, or that it is not known (any more)."""
    observed = st.builds(ObservedKey, st.just(unit), st.sampled_from([2023, 2024]), measures)
    typed = st.builds(
        HouseholdsEndKey, st.just(SCENARIO), st.just(unit), years, st.just(Measure.HOUSEHOLDS)
    )
    target = st.builds(TargetKey, st.just(SCENARIO), st.just(unit), years, series)
    return st.one_of(
        st.tuples(observed, counts),
        st.tuples(observed, counts),
        st.tuples(observed | typed | target, st.none()),
        st.tuples(typed, counts),
        st.tuples(target, targets),
    )


def whole_facts() -> st.SearchStrategy[tuple[Key, Value | None]]:
    """A fact on which the rows of many units depend."""
    growth = st.just(GrowthKey(SCENARIO, Measure.HOUSEHOLDS))
    base_year = st.just(DocumentKey(DocumentField.BASE_YEAR))
    return st.tuples(growth, growths | st.none()) | st.tuples(
        base_year, st.sampled_from([2022, 2023, 2024])
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan over a random tree; a parent may have figures of its own, children may lack theirs."""
    names = [f"u{number}" for number in range(draw(st.integers(1, 7)))]
    parents = {
        name: draw(st.sampled_from([ROOT, *names[:number]])) for number, name in enumerate(names)
    }
    facts: dict[Key, Value] = {}
    for name in draw(st.lists(st.sampled_from([ROOT, *names]), unique=True)):
        households = draw(st.integers(20, 60))
        facts[ObservedKey(name, 2023, Measure.HOUSEHOLDS)] = households
        facts[ObservedKey(name, 2023, Measure.POOR)] = draw(st.integers(0, households))
    return plan_of(facts, parents=parents)


def draw_edit(draw: st.DrawFn, plan: Plan, number: int) -> Edit:
    """Any edit of ``plan``: a cell, a block, an assumption, the tree."""
    units = sorted(plan.tree.units)
    unit = draw(st.sampled_from(units))
    kind = draw(st.sampled_from(["cell", "cell", "cell", "block", "whole", "tree"]))
    if kind == "tree":
        return draw_tree_edit(draw, plan, unit, number)
    if kind == "block":
        facts = draw(st.lists(st.sampled_from(units).flatmap(unit_facts), min_size=2, max_size=6))
    else:
        facts = [draw(whole_facts() if kind == "whole" else unit_facts(unit))]
    return edit_of(plan, kind, dict(facts))


def draw_tree_edit(draw: st.DrawFn, plan: Plan, unit: str, number: int) -> Edit:
    kind = draw(st.sampled_from(["add", "remove", "order", "rename", "under"]))
    if kind == "add":
        return add_unit(plan, f"n{number}", Unit(f"Xã mới {number}", unit, 0))
    if kind == "rename":
        return rename_unit(plan, unit, f"Tên mới {number}")
    if unit == ROOT:
        return Edit(kind, ())
    if kind == "remove":
        return remove_unit(plan, unit)
    if kind == "order":
        return move_unit(plan, unit, draw(st.integers(-3, 3)))
    below = {unit, *plan.tree.below(unit)}
    elsewhere = sorted(other for other in plan.tree.units if other not in below)
    moved = Unit(plan.unit(unit).name, draw(st.sampled_from(elsewhere)), 0)
    return edit_of(plan, kind, {UnitKey(unit): moved})


@st.composite
def histories(draw: st.DrawFn) -> tuple[Plan, list[Edit]]:
    """A plan and edits that follow each other, now and then taking one back."""
    start = plan = draw(plans())
    edits: list[Edit] = []
    undoable: list[Edit] = []
    for number in range(draw(st.integers(1, 12))):
        if undoable and draw(st.integers(0, 3)) == 0:
            edit = undoable.pop().inverse()
        else:
            edit = draw_edit(draw, plan, number)
            undoable.append(edit)
        plan = apply(plan, edit)
        edits.append(edit)
    return start, edits


def sums_below(plan: Plan, evaluation: Evaluation) -> dict[str, Row | None]:
    return {unit: evaluation.below(unit) for unit in plan.tree.units}


def changed_rows(before: Mapping[str, Row], after: Mapping[str, Row]) -> set[str]:
    return {unit for unit, row in after.items() if before.get(unit) != row}


@settings(max_examples=120, deadline=None)
@given(histories())
def test_following_any_edits_gives_what_evaluating_afresh_gives(
    history: tuple[Plan, list[Edit]],
) -> None:
    plan, edits = history
    followers = [Evaluation(plan, question) for question in WITH_DERIVED]
    for edit in edits:
        plan = apply(plan, edit)
        for follower in followers:
            before = dict(follower.rows)
            told = follower.follow(plan, edit)
            fresh = Evaluation(plan, follower.question)
            assert follower.rows == fresh.rows
            assert sums_below(plan, follower) == sums_below(plan, fresh)
            assert changed_rows(before, fresh.rows) <= told


@settings(max_examples=60, deadline=None)
@given(histories())
def test_what_is_known_of_other_years_and_series_changes_no_row(
    history: tuple[Plan, list[Edit]],
) -> None:
    plan, edits = history
    for edit in edits:
        plan = apply(plan, edit)
    known: dict[Question, Evaluation] = {}
    for question in (*(each._replace(year=2024) for each in WITH_DERIVED), *WITH_DERIVED):
        known[question] = Evaluation(plan, question, known)
        fresh = Evaluation(plan, question)
        assert known[question].rows == fresh.rows
        assert sums_below(plan, known[question]) == sums_below(plan, fresh)


@settings(max_examples=60, deadline=None)
@given(histories())
def test_one_combined_edit_is_followed_like_the_edits_in_it(
    history: tuple[Plan, list[Edit]],
) -> None:
    plan, edits = history
    whole = combined("all", edits)
    after = apply(plan, whole)
    for question in QUESTIONS:
        follower = Evaluation(plan, question)
        follower.follow(after, whole)
        assert follower.rows == Evaluation(after, question).rows


@settings(max_examples=60, deadline=None)
@given(histories())
def test_rows_keep_within_their_bounds_whatever_is_typed(
    history: tuple[Plan, list[Edit]],
) -> None:
    plan, edits = history
    after = apply(plan, combined("all", edits))
    for question in QUESTIONS:
        for row in Evaluation(after, question).rows.values():
            if row.poor_end is not None and row.households_end is not None:
                assert 0 <= row.poor_end <= row.households_end


@settings(max_examples=60, deadline=None)
@given(histories())
def test_every_bottom_unit_is_either_counted_or_missing(
    history: tuple[Plan, list[Edit]],
) -> None:
    plan, edits = history
    after = apply(plan, combined("all", edits))
    for question in QUESTIONS:
        evaluation = Evaluation(after, question)
        for unit in after.tree.units:
            children = after.tree.children_of(unit)
            row = evaluation.row(unit)
            if children and row.summed:
                below = [evaluation.row(child) for child in children]
                assert row.counted + row.missing == sum(r.counted + r.missing for r in below)
                assert row.poor_end == sum(r.poor_end or 0 for r in below)
            else:
                assert (row.counted, row.missing) == ((1, 0) if row.known else (0, 1))
