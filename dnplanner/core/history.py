"""The history of a plan: every change in order, and what undo and redo lead to.

Nothing is ever taken out of the history: undoing is one more change, which says what it undid. The
order is that of the numbers, never that of the clock, which may be wrong by years.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from dnplanner.core.edits import Edit, apply

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dnplanner.core.plan import Plan


class Act(StrEnum):
    """What a change was: done anew, joined to the one before, undone, or done again."""

    DONE = "done"
    JOINED = "joined"
    UNDONE = "undone"
    REDONE = "redone"


class Change(Protocol):
    """A change in a history. ``edit`` is what happened to the plan, also when undoing."""

    @property
    def sequence(self) -> int:
        """Its number, rising from 1."""

    @property
    def act(self) -> Act:
        """What it was."""

    @property
    def edit(self) -> Edit:
        """The facts it changed."""


class UndoState(NamedTuple):
    """What can be undone and redone: steps, each the numbers of the changes that form it.

    The last of ``undoable`` is undone next, the last of ``redoable`` is redone next.
    """

    undoable: tuple[tuple[int, ...], ...] = ()
    redoable: tuple[tuple[int, ...], ...] = ()


def undo_state(changes: Iterable[tuple[int, Act]]) -> UndoState:
    """Where a history (numbers and acts, in order) leaves undo and redo.

    An undo or redo without anything to take back is passed over: histories may be cut off.
    """
    undoable: list[tuple[int, ...]] = []
    redoable: list[tuple[int, ...]] = []
    for sequence, act in changes:
        if act is Act.UNDONE:
            _move(undoable, redoable)
        elif act is Act.REDONE:
            _move(redoable, undoable)
        else:
            joins = act is Act.JOINED and undoable and not redoable
            undoable.append((*undoable.pop(), sequence) if joins else (sequence,))
            redoable.clear()
    return UndoState(tuple(undoable), tuple(redoable))


def plan_before(plan: Plan, later: Iterable[Change]) -> Plan:
    """The plan before the changes ``later`` led to ``plan``; given latest first.

    Raises EditOutdated or PlanBroken when the history does not belong to the plan.
    """
    for change in later:
        plan = apply(plan, change.edit.inverse())
    return plan


def _move(source: list[tuple[int, ...]], target: list[tuple[int, ...]]) -> None:
    if source:
        target.append(source.pop())


def latest_first(changes: Iterable[Change], since: int) -> Iterator[Change]:
    """The changes after number ``since``, latest first."""
    return reversed([change for change in changes if change.sequence > since])
