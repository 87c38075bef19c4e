"""Thousands of findings in their order, of which an edit changes a few.

The order is by level, then by households missing, then by unit as the tree lists them; on one unit,
what concerns it beside others comes before what its own figures show.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from dnplanner.core.finding import Finding, Level, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_Entry: TypeAlias = tuple[int, int, int, int, Finding]

_OWN = 10**9
"""From here on count the entries of units' own findings; below, those of units beside others."""

_MANY = 500
"""So many entries at once are sorted in rather than looked up."""


class FindingList:
    """Findings kept sorted; those that an edit changes are taken out and put in one by one."""

    def __init__(self, places: Mapping[str, int]) -> None:
        """An empty list; ``places`` gives the order of units."""
        self._places = places
        self._entries: list[_Entry] = []
        self._listed: list[Finding] = []
        self._own: dict[int, list[_Entry]] = {}
        self._beside: list[_Entry] = []
        self._beside_of: dict[int, list[_Entry]] = {}

    def __iter__(self) -> Iterator[Finding]:
        """The findings in order."""
        return iter(self._listed)

    @property
    def listed(self) -> list[Finding]:
        """The findings in order, a live view."""
        return self._listed

    def of(self, unit: str) -> tuple[Finding, ...]:
        """The findings on one unit, in order."""
        place = self._places.get(unit, -1)
        found = [*self._own.get(place, ()), *self._beside_of.get(place, ())]
        return tuple(entry[4] for entry in sorted(found, key=_key))

    def counts(self) -> dict[Level, int]:
        """How many there are of each level."""
        starts = [bisect_left(self._entries, (number,), key=_level) for number in range(4)]
        return {level: starts[at + 1] - starts[at] for at, level in enumerate(Level)}

    def replace(
        self,
        units: Iterable[str],
        own: Iterable[Finding],
        beside: Iterable[Finding],
    ) -> None:
        """Put ``own`` for the own findings of ``units``, and ``beside`` for all others'."""
        gone = [entry for unit in units for entry in self._own.pop(self._places[unit], ())]
        come = list(self._numbered(own, _OWN))
        for entry in come:
            self._own.setdefault(entry[2], []).append(entry)
        others = list(self._numbered(beside, 0))
        if others != self._beside:
            gone += self._beside
            come += others
            self._beside, self._beside_of = others, {}
            for entry in others:
                self._beside_of.setdefault(entry[2], []).append(entry)
        self._exchange(gone, come)

    def _exchange(self, gone: list[_Entry], come: list[_Entry]) -> None:
        """Some entries for others; sorted anew where that is quicker than one by one."""
        entries, listed = self._entries, self._listed
        if len(gone) + len(come) > _MANY:
            lost = {_key(entry) for entry in gone}
            kept = [entry for entry in entries if _key(entry) not in lost] if lost else entries
            # No two entries have the same first four: the findings themselves are not compared.
            entries[:] = sorted([*kept, *come])
            listed[:] = [entry[4] for entry in entries]
            return
        for entry in gone:
            at = bisect_left(entries, _key(entry), key=_key)
            del entries[at], listed[at]
        for entry in come:
            at = bisect_left(entries, _key(entry), key=_key)
            entries.insert(at, entry)
            listed.insert(at, entry[4])

    def _numbered(self, findings: Iterable[Finding], first: int) -> Iterator[_Entry]:
        places = self._places
        for number, finding in enumerate(findings, first):
            level, missing = rank(finding)
            yield level, missing, places[finding.unit], number, finding


def _key(entry: _Entry) -> tuple[int, int, int, int]:
    return entry[:4]


def _level(entry: _Entry) -> tuple[int]:
    return entry[:1]
