"""Which unit of the plan a row of a foreign table is about.

The same folded key matches; anything less is a suggestion that somebody must confirm. A code alone
proves nothing: the codes of abolished units were given to others in 2025.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.unit_names import FoldedName, distance, fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dnplanner.core.plan import Plan

SHORTEST_FUZZY = 5
"""Letters a name needs before one wrong letter still suggests it."""
LONG = 9
"""Letters from which two wrong ones do."""


class UnitMatch(NamedTuple):
    """The unit meant, or units to choose from. ``code``: matched, suggested, ambiguous, unknown."""

    code: str
    unit: str | None = None
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """The units of a plan by folded name."""

    plan: Plan
    by_key: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, plan: Plan, units: Iterable[str] | None = None) -> UnitIndex:
        """An index of ``units``, all of the plan unless given."""
        found: dict[str, list[str]] = {}
        for unit in plan.tree.units if units is None else units:
            found.setdefault(fold(plan.unit(unit).name).key, []).append(unit)
        return cls(plan, {key: tuple(units) for key, units in found.items()})

    def match(self, text: str, within: str | None = None, code: str = "") -> UnitMatch:
        """The unit that ``text`` names, among several of a name those below ``within``.

        ``code`` is the official number beside the name, and only chooses between namesakes.
        """
        name = fold(text)
        if not name.key:
            return UnitMatch("unknown")
        found = self.by_key.get(name.key, ())
        if not found:
            return self._suggested(name)
        fitting = self._narrowed(found, name, within, code)
        if len(fitting) == 1:
            return UnitMatch("matched", fitting[0], fitting)
        return UnitMatch("ambiguous", None, fitting)

    def _narrowed(
        self, found: tuple[str, ...], name: FoldedName, within: str | None, code: str
    ) -> tuple[str, ...]:
        """Of namesakes, those of the kind said, then those below a unit, then that of the code."""
        units = self.plan.tree.units
        narrowings = (
            [unit for unit in found if name.kind and plain(units[unit].kind) == plain(name.kind)],
            [unit for unit in found if within and units[unit].parent == within],
            [unit for unit in found if code and units[unit].code == code],
        )
        for some in narrowings:
            kept = [unit for unit in found if unit in some]
            found = tuple(kept) or found
        return found

    def _suggested(self, name: FoldedName) -> UnitMatch:
        limit = 0 if len(name.key) < SHORTEST_FUZZY else 1 if len(name.key) < LONG else 2
        near: list[tuple[int, str]] = []
        for key, units in self.by_key.items():
            apart = distance(name.key, key, limit) if limit else limit + 1
            if apart <= limit and min(len(key), len(name.key)) >= SHORTEST_FUZZY - 1:
                near.extend((apart, unit) for unit in units)
        if not near:
            return UnitMatch("unknown")
        closest = min(apart for apart, _ in near)
        choices = tuple(unit for apart, unit in sorted(near))
        alone = [unit for apart, unit in near if apart == closest]
        return UnitMatch("suggested", alone[0] if len(alone) == 1 else None, choices)
