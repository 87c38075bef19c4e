"""Printed rates and totals held against the counts they are printed beside."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.entry import Cell
from dnplanner.core.rates import rounded
from dnplanner.exchange.intake_facts import DECIMALS, UnitFigures, agrees, decimals_of, row_of
from dnplanner.exchange.slots import Slot
from dnplanner.exchange.table_finding import RowKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class ReadRow(NamedTuple):
    """A row with the numbers read from it, by slot.

    ``top`` when no other row includes it; ``parts`` are the units it is the sum of, where all of
    them stand in the table too.
    """

    row: int
    kind: RowKind
    unit: str | None
    values: Mapping[Slot, Fraction]
    top: bool = True
    parts: frozenset[str] = frozenset()


class Difference(NamedTuple):
    """A printed figure of a row and slot that the counts do not give."""

    kind: str
    row: int
    slot: Slot
    printed: Fraction
    computed: Fraction


_SUMMED = (
    Cell.HOUSEHOLDS_START,
    Cell.POOR_START,
    Cell.HOUSEHOLDS_END,
    Cell.REDUCTION,
    Cell.POOR_END,
)


def figures_of(row: ReadRow) -> Iterator[UnitFigures]:
    """A row's numbers by series and year."""
    grouped: dict[tuple[object, int], dict[Cell, Fraction]] = {}
    for slot, value in row.values.items():
        grouped.setdefault((slot.series, slot.year), {})[slot.cell] = value
    by_question = {(slot.series, slot.year): slot for slot in row.values}
    for question, values in grouped.items():
        slot = next(s for key, s in by_question.items() if key == question)
        yield UnitFigures(row.unit or "", slot.series, slot.year, values)


def rate_differences(row: ReadRow) -> Iterator[Difference]:
    """Printed rates, points and year-ends that the row's own counts do not give."""
    for one in figures_of(row):
        made = row_of(one, None)
        for cell, value in one.values.items():
            if cell in (*DECIMALS, Cell.POOR_END) and getattr(made, cell.value) is not None:
                if agrees(made, cell, value):
                    continue
                kind = "rate" if cell in DECIMALS else "derived"
                computed = Fraction(getattr(made, cell.value))
                decimals = max(DECIMALS.get(cell, 0), decimals_of(value))
                slot = Slot(cell, one.series, one.year)
                yield Difference(kind, row.row, slot, value, rounded(computed, decimals))


def total_differences(rows: Sequence[ReadRow]) -> Iterator[Difference]:
    """Printed totals that neither all units nor the units of their block add up to.

    A total stands under its block, or above it; sums are of whole columns, so that a unit without
    a figure leaves that column uncompared.
    """
    for at, total in enumerate(rows):
        if total.parts:
            blocks = [[row for row in rows if row.unit in total.parts]]
        elif total.kind is RowKind.TOTAL:
            blocks = [_units(rows), _units(_before(rows, at)), _units(_after(rows, at))]
        else:
            continue
        for slot, printed in total.values.items():
            if slot.cell not in _SUMMED:
                continue
            sums = [_sum(block, slot) for block in blocks]
            known = [found for found in sums if found is not None]
            if known and printed not in known:
                yield Difference("total", total.row, slot, printed, known[0])


def _units(rows: Iterable[ReadRow]) -> list[ReadRow]:
    return [row for row in rows if row.kind is RowKind.UNIT and row.top]


def _before(rows: Sequence[ReadRow], at: int) -> list[ReadRow]:
    """The rows between the heading or total above and row ``at``."""
    start = at
    while start and rows[start - 1].kind is RowKind.UNIT:
        start -= 1
    return list(rows[start:at])


def _after(rows: Sequence[ReadRow], at: int) -> list[ReadRow]:
    end = at + 1
    while end < len(rows) and rows[end].kind is RowKind.UNIT:
        end += 1
    return list(rows[at + 1 : end])


def _sum(rows: Iterable[ReadRow], slot: Slot) -> Fraction | None:
    values = [row.values.get(slot) for row in rows]
    known = [value for value in values if value is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(values) else None
