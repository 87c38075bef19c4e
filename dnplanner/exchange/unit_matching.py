"""Which unit of the plan a row of a foreign table is about.

The same folded key matches; anything less is a suggestion that somebody must confirm. A code alone
proves nothing: the codes of abolished units were given to others in 2025.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.unit_names import FoldedName, distance, fold, plain
from dnplanner.exchange.name_readings import other_readings

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
    _by_length: dict[int, list[tuple[int, str]]] = field(default_factory=dict, repr=False)
    """Folded names by their length, each after the set of its letters."""
    _suggestions: dict[str, UnitMatch] = field(default_factory=dict, repr=False)
    """What was found near names asked for before: registers repeat them thousands of times."""
    _read: dict[tuple[str, str | None], UnitMatch] = field(default_factory=dict, repr=False)
    """What other readings of texts led to, below a unit."""

    @classmethod
    def of(cls, plan: Plan, units: Iterable[str] | None = None) -> UnitIndex:
        """An index of ``units``, all of the plan unless given."""
        found: dict[str, list[str]] = {}
        for unit in plan.tree.units if units is None else units:
            found.setdefault(fold(plan.unit(unit).name).key, []).append(unit)
        by_length: dict[int, list[tuple[int, str]]] = {}
        for key in found:
            by_length.setdefault(len(key), []).append((_letters(key), key))
        return cls(plan, {key: tuple(units) for key, units in found.items()}, by_length)

    def match(self, text: str, within: str | None = None, code: str = "") -> UnitMatch:
        """The unit that ``text`` names, among several of a name those below ``within``.

        ``code`` is the official number beside the name, and only chooses between namesakes.
        """
        name = fold(text)
        if not name.key:
            return UnitMatch("unknown")
        found = self.by_key.get(name.key, ())
        if not found:
            return self._suggested(text, name, within)
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

    def _suggested(self, text: str, name: FoldedName, within: str | None) -> UnitMatch:
        found = self._suggestions.get(name.key)
        if found is None:
            found = self._suggestions[name.key] = self._nearest(name.key)
        if found.code == "suggested":
            return found
        read = self._read.get((text, within))
        if read is None:
            read = self._read[text, within] = self._read_otherwise(text, within)
        return read

    def _read_otherwise(self, text: str, within: str | None) -> UnitMatch:
        """The unit that another reading of the text names just so."""
        for reading in other_readings(text):
            name = fold(reading)
            units = self.by_key.get(name.key, ())
            if units:
                fitting = self._narrowed(units, name, within, "")
                return UnitMatch("suggested", fitting[0] if len(fitting) == 1 else None, fitting)
        return UnitMatch("unknown")

    def _nearest(self, name: str) -> UnitMatch:
        near = sorted((apart, unit) for apart, key in self._near(name) for unit in self.by_key[key])
        if not near:
            return UnitMatch("unknown")
        alone = [unit for apart, unit in near if apart == near[0][0]]
        choices = tuple(unit for _, unit in near)
        return UnitMatch("suggested", alone[0] if len(alone) == 1 else None, choices)

    def _near(self, name: str) -> Iterator[tuple[int, str]]:
        """The names a slip or two away, with how many.

        One slip puts at most one letter out of the set and one into it, which spares nearly all of
        the slow comparisons.
        """
        if len(name) < SHORTEST_FUZZY:
            return
        limit, letters = (1 if len(name) < LONG else 2), _letters(name)
        for length in range(max(len(name) - limit, SHORTEST_FUZZY - 1), len(name) + limit + 1):
            for others, key in self._by_length.get(length, ()):
                if (letters ^ others).bit_count() <= 2 * limit:
                    apart = distance(name, key, limit)
                    if apart <= limit:
                        yield apart, key


def _letters(key: str) -> int:
    """Which letters and digits a folded name has, as bits."""
    bits = 0
    for letter in key:
        bits |= 1 << _BITS.get(letter, len(_BITS))
    return bits


_BITS = {letter: at for at, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}
