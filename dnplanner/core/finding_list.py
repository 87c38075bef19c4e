"""Thousands of findings in their order, of which an edit changes a few.

The order is by level, then by households missing, then by unit as the tree lists them; on one unit,
what concerns it beside others comes before what its own figures show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from dnplanner.core.finding import Finding, rank

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_Entry: TypeAlias = tuple[int, int, int, int, Finding]

_OWN = 10**9
"""From here on count the entries of units' own findings; below, those of units beside others."""


class FindingList:
    """Findings kept sorted; entries are replaced by unit."""

    def __init__(self, places: Mapping[str, int]) -> None:
        """An empty list; ``places`` gives the order of units."""
        self._places = places
        self._entries: list[_Entry] = []

    def __iter__(self) -> Iterator[Finding]:
        """The findings in order."""
        return (entry[4] for entry in self._entries)

    def replace(
        self,
        units: Iterable[str],
        own: Iterable[Finding],
        beside: Iterable[Finding],
    ) -> None:
        """Put ``own`` for the own findings of ``units``, and ``beside`` for all others'."""
        gone = {self._places[unit] for unit in units}
        kept = [entry for entry in self._entries if entry[3] >= _OWN and entry[2] not in gone]
        kept.extend(self._numbered(own, _OWN))
        kept.extend(self._numbered(beside, 0))
        kept.sort()  # almost sorted already, which takes one pass
        self._entries = kept

    def _numbered(self, findings: Iterable[Finding], first: int) -> Iterator[_Entry]:
        places = self._places
        for number, finding in enumerate(findings, first):
            level, missing = rank(finding)
            yield level, missing, places[finding.unit], number, finding
