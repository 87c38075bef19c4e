"""Changing the tree of units: add, rename, remove, reorder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused, NotFound
from dnplanner.core.names import cleaned, folded, new_name
from dnplanner.core.plan import Key, Plan, UnitKey, Value
from dnplanner.core.unit_names import distance, fold

if TYPE_CHECKING:
    from dnplanner.core.units import Unit

_SLIP = 1
"""Letters by which a name may differ from the one it may mean; two make Krông Ana of Krông Nô."""


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

    Where none is written just so, marks and blanks do not count: "dak mil" is Đắk Mil. Another
    letter does: it is never guessed. Raises NotFound, with code ``unit``, ``unit_alike`` with the
    one name that may be meant, or ``unit_ambiguous`` when several match.
    """
    wanted = folded(name)
    found = [
        identifier
        for identifier, unit in plan.tree.units.items()
        if wanted in {folded(unit.name), folded(f"{unit.kind} {unit.name}"), folded(unit.code)}
    ]
    found = found or _spelt_otherwise(plan, name)
    if len(found) > 1 and wanted:
        raise NotFound("unit_ambiguous", name=name)
    if len(found) != 1 or not wanted:
        raise _no_unit(plan, name)
    return found[0]


def _spelt_otherwise(plan: Plan, name: str) -> list[str]:
    """The units of this name without its marks; of its kind where one is said."""
    key, kind = fold(name)
    if not key:
        return []
    return [
        identifier
        for identifier, unit in plan.tree.units.items()
        if fold(unit.name).key == key and kind in {"", fold(f"{unit.kind} {unit.name}").kind}
    ]


def _no_unit(plan: Plan, name: str) -> NotFound:
    key = fold(name).key
    slips = [
        (distance(key, fold(unit.name).key, _SLIP), unit.name) for unit in plan.tree.units.values()
    ]
    least = min(slip for slip, _ in slips)
    nearest = [meant for slip, meant in slips if slip == least]
    # A word as short as the slip would be like any other.
    if least > _SLIP or len(nearest) != 1 or len(key) <= 2 * _SLIP:
        return NotFound("unit", name=name)
    return NotFound("unit_alike", name=name, alike=nearest[0])


def _siblings(plan: Plan, parent: str | None, itself: str | None = None) -> list[str]:
    """The names of the units below ``parent`` other than ``itself``."""
    below = plan.tree.children_of(parent) if parent else ()
    return [plan.unit(unit).name for unit in below if unit != itself]
