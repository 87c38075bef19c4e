"""Changing the tree of units: add, rename, remove, reorder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused, NotFound
from dnplanner.core.names import cleaned, folded, new_name
from dnplanner.core.plan import Key, Plan, UnitKey, Value

if TYPE_CHECKING:
    from dnplanner.core.units import Unit


def add_unit(plan: Plan, identifier: str, unit: Unit) -> Edit:
    """A new unit at the end of its siblings. Raises EntryRefused for an empty or taken name."""
    parent = unit.parent or plan.tree.root
    name = new_name(unit.name, _siblings(plan, parent))
    last = max((plan.unit(u).position for u in plan.tree.children_of(parent)), default=-1)
    added = unit._replace(name=name, parent=parent, position=last + 1)
    return edit_of(plan, "add_unit", {UnitKey(identifier): added})


def rename_unit(plan: Plan, identifier: str, name: str) -> Edit:
    """Another name. Raises EntryRefused when it is empty or a sibling has it."""
    unit = plan.unit(identifier)
    if cleaned(name) == unit.name:
        return Edit("rename_unit", ())
    kept = new_name(name, _siblings(plan, unit.parent, identifier))
    return edit_of(plan, "rename_unit", {UnitKey(identifier): unit._replace(name=kept)})


def remove_unit(plan: Plan, identifier: str) -> Edit:
    """The unit, all below it and all facts about them go. The whole itself stays."""
    if identifier == plan.tree.root:
        raise EntryRefused("root_stays")
    gone = {identifier, *plan.tree.below(identifier)}
    wanted: dict[Key, Value | None] = {}
    for key, value in plan.facts():
        about = getattr(key, "unit", None) or getattr(value, "unit", None)
        if about in gone:
            wanted[key] = None
    return edit_of(plan, "remove_unit", wanted)


def move_unit(plan: Plan, identifier: str, steps: int) -> Edit:
    """The unit ``steps`` places down among its siblings (up when negative), as far as it goes."""
    parent = plan.unit(identifier).parent
    if parent is None:
        raise EntryRefused("root_stays")
    order = list(plan.tree.children_of(parent))
    at = order.index(identifier)
    order.insert(max(0, min(len(order) - 1, at + steps)), order.pop(at))
    wanted: dict[Key, Value | None] = {
        UnitKey(name): plan.unit(name)._replace(position=position)
        for position, name in enumerate(order)
    }
    return edit_of(plan, "move_unit", wanted)


def find_unit(plan: Plan, name: str) -> str:
    """The identifier of the one unit with this code or name (with or without its kind).

    Raises NotFound, with code ``unit`` or, when several match, ``unit_ambiguous``.
    """
    wanted = folded(name)
    found = [
        identifier
        for identifier, unit in plan.tree.units.items()
        if wanted in {folded(unit.name), folded(f"{unit.kind} {unit.name}"), folded(unit.code)}
    ]
    if len(found) != 1 or not wanted:
        raise NotFound("unit_ambiguous" if found else "unit", name=name)
    return found[0]


def _siblings(plan: Plan, parent: str | None, itself: str | None = None) -> list[str]:
    """The names of the units below ``parent`` other than ``itself``."""
    below = plan.tree.children_of(parent) if parent else ()
    return [plan.unit(unit).name for unit in below if unit != itself]
