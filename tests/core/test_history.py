"""What undo and redo lead to, from a history alone."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.edits import Edit, apply, edit_of
from dnplanner.core.errors import EditOutdated
from dnplanner.core.history import Act, UndoState, latest_first, plan_before, undo_state
from dnplanner.core.plan import DocumentKey, Plan, UnitKey
from dnplanner.core.units import Unit

DONE, JOINED, UNDONE, REDONE = Act


class Entry(NamedTuple):
    """A change as a history holds it."""

    sequence: int
    act: Act
    edit: Edit


def state(*acts: Act) -> UndoState:
    return undo_state(enumerate(acts, start=1))


def test_an_empty_history_has_nothing_to_undo() -> None:
    assert state() == UndoState((), ())


def test_changes_are_undone_one_by_one_the_last_first() -> None:
    assert state(DONE, DONE).undoable == ((1,), (2,))


def test_joined_changes_are_one_step() -> None:
    assert state(DONE, JOINED, JOINED, DONE).undoable == ((1, 2, 3), (4,))


def test_undoing_moves_a_step_to_redo_and_redoing_back() -> None:
    assert state(DONE, DONE, UNDONE) == UndoState(((1,),), ((2,),))
    assert state(DONE, DONE, UNDONE, REDONE) == UndoState(((1,), (2,)), ())


def test_a_new_change_ends_what_could_be_redone() -> None:
    assert state(DONE, UNDONE, DONE) == UndoState(((3,),), ())


def test_nothing_joins_across_an_undo() -> None:
    assert state(DONE, DONE, UNDONE, JOINED).undoable == ((1,), (4,))


def test_a_history_cut_off_at_its_start_is_no_error() -> None:
    assert state(UNDONE, REDONE, JOINED) == UndoState(((3,),), ())


@given(st.lists(st.sampled_from(Act)))
def test_every_change_done_is_in_one_step_at_most(acts: list[Act]) -> None:
    found = state(*acts)
    numbers = [number for step in (*found.undoable, *found.redoable) for number in step]
    assert len(numbers) == len(set(numbers))
    assert all(acts[number - 1] in (DONE, JOINED) for number in numbers)


def titles(*wanted: str) -> tuple[list[Plan], list[Entry]]:
    """Plans that are given one title after another, and the history of that."""
    plans = [Plan.of([(UnitKey("whole"), Unit("Whole", None, 0))])]
    entries = []
    for number, title in enumerate(wanted, start=1):
        edit = edit_of(plans[-1], "entitle", {DocumentKey("title"): title})
        entries.append(Entry(number, DONE, edit))
        plans.append(apply(plans[-1], edit))
    return plans, entries


@pytest.mark.parametrize("since", [0, 1, 2, 3])
def test_any_earlier_plan_follows_from_the_present_and_the_history(since: int) -> None:
    plans, entries = titles("một", "hai", "ba")
    assert plan_before(plans[-1], latest_first(entries, since)).tables == plans[since].tables


def test_a_history_of_another_plan_is_refused() -> None:
    plans, entries = titles("một", "hai", "ba")
    with pytest.raises(EditOutdated):
        plan_before(plans[0], latest_first(entries, 0))
