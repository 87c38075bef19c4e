"""Numbers of a pasted block: each column's meaning decided as a whole, as for a foreign file.

What comes out is written the way the table reads numbers; what a column leaves open is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.entry import Cell, read
from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import MINUS, NO_VALUE, format_exact
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.exchange.grid import GridCell, Kind
from dnplanner.exchange.number_meaning import Meant, decide
from dnplanner.exchange.proposals import Doubt
from dnplanner.exchange.slots import wanted_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

_EMPTY = frozenset({"", NO_VALUE, MINUS, "-"})
"""What empties a cell of the table; other signs that foreign files use are refused there."""


class AskedNumber(NamedTuple):
    """A cell of the block, from 0, whose number could be several."""

    row: int
    column: int
    doubt: Doubt


class NumbersRead(NamedTuple):
    """The block with certain numbers as the table writes them, and the cells to ask about."""

    block: list[list[str]]
    asked: tuple[AskedNumber, ...]


def read_numbers(cells: Sequence[Cell], block: Sequence[Sequence[str]]) -> NumbersRead:
    """What the texts under each of ``cells`` mean; what can be no number stays as it is.

    So do doubtful rates beside counts: the table compares them with what it computes.
    """
    written = [list(row) for row in block]
    asked = []
    width = max(map(len, written), default=0)
    deciding = _deciding(cells[:width])
    for column, cell in enumerate(cells):
        texts = dict.fromkeys(row[column] for row in written if column < len(row))
        meanings = _meanings(cell, texts)
        for at, row in enumerate(written):
            if column >= len(row):
                continue
            meant = meanings.get(row[column])
            if meant is None:
                continue
            if meant.value is not None:
                row[column] = format_exact(meant.value)
            elif cell in deciding:
                asked.append(AskedNumber(at, column, _doubt(row[column], meant)))
    return NumbersRead(written, tuple(sorted(asked)))


def _deciding(cells: Sequence[Cell]) -> frozenset[Cell]:
    """The cells that decide anything: rates beside counts are only compared with them."""
    exact = any(cell in (Cell.REDUCTION, Cell.POOR_END) for cell in cells)
    compared = {Cell.RATE_START, *((Cell.POINTS, Cell.RATE_END) if exact else ())}
    return frozenset(cell for cell in cells if cell not in compared)


def _meanings(cell: Cell, texts: Iterable[str]) -> dict[str, Meant]:
    """What is to be written otherwise, or asked: each text once, for one fact is no evidence."""
    found = [text for text in texts if text.strip() not in _EMPTY]
    decided = decide([GridCell(Kind.TEXT, text) for text in found], wanted_in(cell))
    shares = any(_has_more_decimals(text) for text in found)
    meanings = {}
    for text, meant in zip(found, decided, strict=True):
        if meant.doubt == "share_or_percent" and not shares:
            continue
        is_other = meant.value is not None and _typed(cell, text) != meant.value
        if is_other or meant.choices:
            meanings[text] = meant
    return meanings


def _has_more_decimals(text: str) -> bool:
    """Whether a percentage has more decimals than any document prints: it may be a share of 1."""
    return len(text.rstrip("% ").replace(".", ",").rpartition(",")[2]) > RATE_DECIMALS


def _typed(cell: Cell, text: str) -> Fraction | None:
    """What the table itself reads."""
    try:
        return read(cell, text)
    except PlannerError:
        return None


def _doubt(text: str, meant: Meant) -> Doubt:
    choices = tuple(format_exact(choice) for choice in meant.choices)
    suggested = None if meant.suggested is None else format_exact(meant.suggested)
    return Doubt("", "", text, meant.doubt, choices, suggested)
