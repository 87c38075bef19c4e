"""Administrative units as a tree of any depth; the depth is data, never code."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.errors import PlanBroken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Unit(NamedTuple):
    """A province, district, commune or village.

    ``kind`` is the official word before the name (huyện, thị xã, xã, đặc khu …), ``level`` one of
    province, district, commune, village; both are text. ``parent`` is the identifier of the unit
    above, None for the whole; ``position`` orders siblings as the official lists do.
    """

    name: str
    parent: str | None
    position: int
    kind: str = ""
    level: str = ""
    code: str = ""


class UnitTree(NamedTuple):
    """Units in official order, with their parents and children."""

    root: str
    units: Mapping[str, Unit]
    children: Mapping[str, tuple[str, ...]]
    downwards: tuple[str, ...]
    """All units, each before its own children, in official order; the root is the first."""

    @classmethod
    def of(cls, units: Mapping[str, Unit]) -> UnitTree:
        """Build the tree. Raises PlanBroken on no or two roots, unknown parents or cycles."""
        roots = [identifier for identifier, unit in units.items() if unit.parent is None]
        if len(roots) != 1:
            raise PlanBroken("roots", count=len(roots))
        grouped: dict[str, list[tuple[int, str]]] = {}
        for identifier, unit in units.items():
            if unit.parent is None:
                continue
            if unit.parent not in units:
                raise PlanBroken("unknown_parent", unit=unit.name)
            grouped.setdefault(unit.parent, []).append((unit.position, identifier))
        children = {
            parent: tuple(identifier for _, identifier in sorted(found))
            for parent, found in grouped.items()
        }
        downwards = tuple(_walked(roots[0], children))
        if len(downwards) != len(units):
            raise PlanBroken("cycle")
        return cls(roots[0], MappingProxyType(dict(units)), MappingProxyType(children), downwards)

    def children_of(self, unit: str) -> tuple[str, ...]:
        """The units directly below, in official order."""
        return self.children.get(unit, ())

    def below(self, unit: str) -> Iterator[str]:
        """All units below ``unit``, each before its own children, in official order."""
        walked = iter(self.downwards) if unit == self.root else _walked(unit, self.children)
        next(walked)  # the unit itself
        return walked

    def bottom_up(self) -> list[str]:
        """All units, children before their parents."""
        return list(reversed(self.downwards))

    def ancestors(self, unit: str) -> Iterator[str]:
        """The units above ``unit``, nearest first."""
        above = self.units[unit].parent
        while above is not None:
            yield above
            above = self.units[above].parent

    def depth(self, unit: str) -> int:
        """How many units stand above ``unit``; the root has 0."""
        return sum(1 for _ in self.ancestors(unit))


def _walked(top: str, children: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """``top`` and all below it, each before its own children."""
    waiting = [top]
    while waiting:
        found = waiting.pop()
        yield found
        if found in children:
            waiting.extend(reversed(children[found]))
