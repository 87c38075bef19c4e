"""Which unit of the plan a row of a foreign table is about.

The same folded key matches; anything less is a suggestion that somebody must confirm. A code alone
proves nothing: the codes of abolished units were given to others in 2025.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.unit_names import FoldedName, distance, fold, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    _by_length: dict[int, list[tuple[int, str]]] = field(repr=False, compare=False)
    """The keys of each length with the letters they hold, for looking up what is near."""
    _suggestions: dict[str, UnitMatch] = field(default_factory=dict, repr=False, compare=False)
    """What was found near a key, which a register asks for again and again."""

    @classmethod
    def of(cls, plan: Plan, units: Iterable[str] | None = None) -> UnitIndex:
        """An index of ``units``, all of the plan unless given.

        That of the whole plan is kept: the files of many units are held against the same one.
        """
        global _latest  # noqa: PLW0603 - one plan is open, and its index worth keeping
        if units is None and _latest is not None and _latest.plan is plan:
            return _latest
        found: dict[str, list[str]] = {}
        for unit in plan.tree.units if units is None else units:
            found.setdefault(fold(plan.unit(unit).name).key, []).append(unit)
        lengths: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for key in found:
            lengths[len(key)].append((_letters(key), key))
        index = cls(plan, {key: tuple(named) for key, named in found.items()}, dict(lengths))
        if units is None:
            _latest = index
        return index

    def knows(self, text: str) -> bool:
        """Whether a unit has this name."""
        return fold(text).key in self.by_key

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
        found = self._suggestions.get(name.key)
        if found is None:
            found = self._suggestions[name.key] = self._nearest(name.key)
        return found

    def _nearest(self, name: str) -> UnitMatch:
        limit = 0 if len(name) < SHORTEST_FUZZY else 1 if len(name) < LONG else 2
        near = [
            (apart, unit)
            for key in self._near_enough(name, limit)
            if (apart := distance(name, key, limit)) <= limit
            for unit in self.by_key[key]
        ]
        if not near:
            return UnitMatch("unknown")
        closest = min(apart for apart, _ in near)
        choices = tuple(unit for apart, unit in sorted(near))
        alone = [unit for apart, unit in near if apart == closest]
        return UnitMatch("suggested", alone[0] if len(alone) == 1 else None, choices)

    def _near_enough(self, name: str, limit: int) -> Iterator[str]:
        """Keys that may be so near: one wrong letter takes one letter away and brings one in."""
        if not limit:
            return
        letters = _letters(name)
        for length in range(max(len(name) - limit, SHORTEST_FUZZY - 1), len(name) + limit + 1):
            for others, key in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() <= 2 * limit:
                    yield key


_latest: UnitIndex | None = None


def _letters(key: str) -> int:
    """The set of letters and digits in a folded key, one bit each."""
    bits = 0
    for letter in key:
        bits |= 1 << (ord(letter) % 64)
    return bits
