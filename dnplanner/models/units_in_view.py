"""The units that stand in the table: opened and closed, in order, numbered among their siblings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dnplanner.core.units import UnitTree


class Exchange(NamedTuple):
    """What to do to get from the rows in view to others: take some out, then put some in.

    Rows before ``first`` stay, and so do those after the ``out`` rows that go and the ``come`` rows
    that take their place.
    """

    first: int
    out: int
    come: int
    between: list[str]
    """The rows after some were taken out, before others are put in."""


class UnitsInView:
    """Either all units below the whole, closed at first, or the whole alone."""

    def __init__(self, tree: UnitTree, *, whole: bool) -> None:
        """The units of ``tree`` with all of them closed."""
        self._whole = whole
        self._opened: set[str] = set()
        self.show(self.wanted(tree))

    @property
    def units(self) -> Sequence[str]:
        """The units of the rows, in order."""
        return self._units

    def row_of(self, unit: str) -> int | None:
        """The row of a unit, None when it is not in view."""
        return self._rows.get(unit)

    def is_open(self, unit: str) -> bool:
        """Whether the units below are shown."""
        return unit in self._opened

    def toggle(self, unit: str) -> None:
        """Open or close a unit; ``wanted`` says what to show from then on."""
        self._opened ^= {unit}

    def open_all(self, units: Iterable[str]) -> None:
        """Open some units; ``wanted`` says what to show from then on."""
        self._opened.update(units)

    def wanted(self, tree: UnitTree) -> list[str]:
        """The units to show of ``tree``."""
        return [tree.root] if self._whole else list(self._walk(tree, tree.root))

    def exchange(self, wanted: Sequence[str]) -> Exchange:
        """The way to the rows of ``wanted``, leaving alone what begins and ends alike."""
        have = self._units
        most = min(len(have), len(wanted))
        first = 0
        while first < most and have[first] == wanted[first]:
            first += 1
        tail = 0
        while tail < most - first and have[-1 - tail] == wanted[-1 - tail]:
            tail += 1
        between = [*have[:first], *have[len(have) - tail :]]
        return Exchange(first, len(have) - tail - first, len(wanted) - tail - first, between)

    def show(self, units: Sequence[str]) -> None:
        """From now on these are the rows."""
        self._units = list(units)
        self._rows = {unit: row for row, unit in enumerate(units)}
        self.forget_numbers()

    def number(self, tree: UnitTree, unit: str) -> str:
        """The two-digit number among its siblings, as in the official appendix."""
        parent = tree.units[unit].parent
        if self._whole or parent is None:
            return ""
        found = self._numbers.get(parent)
        if found is None:
            siblings = tree.children_of(parent)
            found = {name: f"{place:02d}" for place, name in enumerate(siblings, 1)}
            self._numbers[parent] = found
        return found[unit]

    def forget_numbers(self) -> None:
        """Siblings came, went or changed their order."""
        self._numbers: dict[str, dict[str, str]] = {}

    def _walk(self, tree: UnitTree, above: str) -> Iterator[str]:
        for unit in tree.children_of(above):
            yield unit
            if unit in self._opened:
                yield from self._walk(tree, unit)
