"""Findings in order, worst first, while some of ten thousand come and go."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from dnplanner.core.finding import Finding, badness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_Key: TypeAlias = tuple[tuple[int, int], int, int, int]
"""How bad, place of the unit in the tree, number of the group, place in the group."""


class FindingOrder:
    """By level, then by households missing, then in tree order, then by groups.

    A *group* is a list of findings that are found together; its number orders those on one unit.
    """

    def __init__(
        self, places: Mapping[str, int], groups: Iterable[tuple[int, Sequence[Finding]]]
    ) -> None:
        """Sort everything; ``places`` are those of the units in the tree."""
        self._places = places
        entries = sorted(
            (entry for number, group in groups for entry in self._entries(number, group)),
            key=_key_of,
        )
        self._keys = [key for key, _ in entries]
        self._listed = [finding for _, finding in entries]
        self._of: dict[str, list[tuple[_Key, Finding]]] = {}
        for key, finding in entries:
            self._of.setdefault(finding.unit, []).append((key, finding))

    def listed(self) -> list[Finding]:
        """All of them, a live view."""
        return self._listed

    def of(self, unit: str) -> tuple[Finding, ...]:
        """Those on one unit."""
        return tuple(finding for _, finding in self._of.get(unit, ()))

    def exchange(self, number: int, before: Sequence[Finding], after: Sequence[Finding]) -> None:
        """One group with other findings in it; ``before`` is all that it held so far."""
        for key, finding in self._entries(number, before):
            at = bisect_left(self._keys, key)
            del self._keys[at], self._listed[at]
            mine = self._of[finding.unit]
            del mine[bisect_left(mine, key, key=_key_of)]
        for key, finding in self._entries(number, after):
            at = bisect_left(self._keys, key)
            self._keys.insert(at, key)
            self._listed.insert(at, finding)
            mine = self._of.setdefault(finding.unit, [])
            mine.insert(bisect_left(mine, key, key=_key_of), (key, finding))

    def _entries(self, number: int, group: Sequence[Finding]) -> Iterator[tuple[_Key, Finding]]:
        for at, finding in enumerate(group):
            yield (badness(finding), self._places[finding.unit], number, at), finding


def _key_of(entry: tuple[_Key, Finding]) -> _Key:
    return entry[0]
