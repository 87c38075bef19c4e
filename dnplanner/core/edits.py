"""Edits: the one mechanism for change.

An edit is a set of facts, each with its value before and after. Typing a cell, pasting a block,
adding a unit or sharing a total each make one edit; its inverse undoes it, the keys in it say what
has to be computed again, and a list of edits is a document's history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from dnplanner.core.errors import EditOutdated
from dnplanner.core.plan import TABLE_OF, Key, Plan, Tables, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rpds import HashTrieMap


class Change(NamedTuple):
    """One fact before and after; None where it does not exist."""

    key: Key
    before: Value | None
    after: Value | None


class Edit(NamedTuple):
    """Facts that change together. ``kind`` says what was done, as a key for words.

    No key occurs twice, and no change leaves its fact as it was.
    """

    kind: str
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Whether the edit changes anything."""
        return bool(self.changes)

    def inverse(self) -> Edit:
        """The edit that takes every fact back."""
        return Edit(
            self.kind, tuple(Change(key, after, before) for key, before, after in self.changes)
        )

    def changed_keys(self) -> Iterable[Key]:
        """The keys of the facts that change."""
        return (change.key for change in self.changes)


def edit_of(plan: Plan, kind: str, wanted: Mapping[Key, Value | None]) -> Edit:
    """The edit that gives the facts in ``wanted`` their values; None removes a fact."""
    changes = []
    tables: tuple[Any, ...] = plan.tables
    for key, after in wanted.items():
        before = tables[_PLACE_OF[type(key)]].get(key)
        if before != after:
            changes.append(Change(key, before, after))
    return Edit(kind, tuple(changes))


def difference(kind: str, before: Plan, after: Plan) -> Edit:
    """The edit that leads from one plan to another."""
    changes: list[Change] = []
    for old, new in zip(before.tables, after.tables, strict=True):
        if old is new:
            continue
        there: dict[Any, Any] = dict(old.items())
        coming: dict[Any, Any] = dict(new.items())
        gone = ((key, value, coming.get(key)) for key, value in there.items())
        changes += (Change(*change) for change in gone if change[1] != change[2])
        changes += (Change(key, None, value) for key, value in coming.items() if key not in there)
    return Edit(kind, tuple(changes))


def combined(kind: str, edits: Iterable[Edit]) -> Edit:
    """One edit for several that follow each other."""
    first: dict[Key, Value | None] = {}
    last: dict[Key, Value | None] = {}
    for edit in edits:
        for key, before, after in edit.changes:
            first.setdefault(key, before)
            last[key] = after
    return Edit(
        kind,
        tuple(Change(key, first[key], after) for key, after in last.items() if first[key] != after),
    )


def apply(plan: Plan, edit: Edit) -> Plan:
    """The plan after ``edit``.

    Raises EditOutdated when a *before* value is not what the plan holds, PlanBroken when units
    would no longer be a tree or a goal would lose its unit; ``plan`` itself never changes.
    """
    tables: list[HashTrieMap[Any, Any]] = list(plan.tables)
    for key, before, after in edit.changes:
        at = _PLACE_OF[type(key)]
        table = tables[at]
        held = table.get(key)
        if held is not before and held != before:
            raise EditOutdated("outdated", key=key)
        tables[at] = table.discard(key) if after is None else table.insert(key, after)
    return plan.with_tables(Tables._make(tables))


_PLACE_OF = {kind: Tables._fields.index(table) for kind, table in TABLE_OF.items()}
