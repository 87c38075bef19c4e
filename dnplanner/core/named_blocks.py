"""Blocks that bring their unit names along: rows copied whole from a document or a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.unit_names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.core.pasting import Block
    from dnplanner.core.plan import Plan


class NamedBlock(NamedTuple):
    """The units that the rows of a block name, and the cells to the right of the names.

    ``left_out`` are the rows, from 0, that name no unit: headings, notes, totals in other words.
    """

    units: list[str]
    block: list[list[str]]
    left_out: tuple[int, ...]


def by_names(plan: Plan, block: Block) -> NamedBlock | None:
    """The block sorted to the units it names; None when no column holds names of units.

    Names match by their folded form. A name that several units share, or that occurs twice, is
    taken for none: the rows would have to be guessed.
    """
    known = _single_names(plan)
    width = max((len(row) for row in block), default=0)
    columns = [[_unit(known, row, column) for row in block] for column in range(width)]
    best = max(columns, key=_named, default=[])
    named = [unit for unit in best if unit is not None]
    if not named or len(set(named)) != len(named):
        return None
    column = columns.index(best)
    kept = [at for at, unit in enumerate(best) if unit is not None]
    cells = [list(block[at][column + 1 :]) for at in kept]
    return NamedBlock(named, cells, tuple(at for at in range(len(block)) if at not in set(kept)))


def _named(units: list[str | None]) -> int:
    return sum(unit is not None for unit in units)


def _unit(known: dict[str, str], row: Sequence[str], column: int) -> str | None:
    if column >= len(row) or not any(letter.isalpha() for letter in row[column]):
        return None
    return known.get(fold(row[column]).key)


def _single_names(plan: Plan) -> dict[str, str]:
    """The units by folded name, without those whose name another has too."""
    known: dict[str, str] = {}
    shared: set[str] = set()
    for identifier, unit in plan.tree.units.items():
        key = fold(unit.name).key
        if known.setdefault(key, identifier) != identifier:
            shared.add(key)
    return {key: unit for key, unit in known.items() if key not in shared}
