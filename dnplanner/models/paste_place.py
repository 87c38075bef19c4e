"""Where the cells of a copied block go in the table, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.errors import EntryRefused
from dnplanner.core.named_blocks import by_names
from dnplanner.core.pasting import Reject, looks_transposed, parse_block, transposed
from dnplanner.exchange.row_words import is_total
from dnplanner.models.html_table import table_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dnplanner.core.entry import Cell
    from dnplanner.core.pasting import Block
    from dnplanner.core.plan import Plan

Place: TypeAlias = tuple[int, int]
"""Row and column of a cell in the block as it was copied, from 0."""

Size: TypeAlias = tuple[int, int]
"""How many rows and columns."""


class Clip(NamedTuple):
    """What the clipboard holds: text, and a table of Word or a web page."""

    text: str
    html: str = ""

    @property
    def lines(self) -> int:
        """About how many rows there are to be read, should they turn out to be columns too."""
        across = self.text.partition("\n")[0].count("\t")
        return max(self.text.count("\n"), self.html.count("<tr"), across)

    def block(self) -> list[list[str]]:
        """The cells: the text's where it has tabs, else those of the table."""
        if "\t" not in self.text and self.html:
            table = table_block(self.html)
            if table:
                return table
        return parse_block(self.text)


class Selected(NamedTuple):
    """Where a block is put: the units from the current row on, the cells from its column on.

    ``names`` is how many of the first columns hold no cell; ``rows`` and ``columns`` count what is
    selected, which a single value fills.
    """

    units: Sequence[str]
    cells: Sequence[Cell]
    names: int
    rows: int
    columns: int


class Arranged(NamedTuple):
    """A block as it lies on the table: which row goes to which unit, which column to which cell.

    ``rows`` and ``first`` say where its rows and its first column stood, ``turned`` whether rows
    and columns were exchanged. ``copied`` is the size it had, ``placed`` the one it takes from the
    current cell on, None where its rows name their units.
    """

    units: Sequence[str]
    cells: Sequence[Cell]
    block: list[list[str]]
    rows: Sequence[int]
    first: int
    turned: bool
    left_out: tuple[Reject, ...]
    copied: Size
    placed: Size | None = None
    is_doubtful: bool = False
    """Whether it is turned only because it fits no other way: nobody has said so."""

    def place(self, row: int, column: int) -> Place:
        """Where a cell stood in the block as it was copied."""
        at = self.rows[row] if row < len(self.rows) else row
        return (column + self.first, at) if self.turned else (at, column + self.first)


def arranged(plan: Plan, clip: Clip, selected: Selected, turned: bool | None = None) -> Arranged:
    """Rows that name their units go there; others lie on the table as they are.

    ``turned`` is what somebody said about exchanging rows and columns. Until then they are where
    only the turned block fits.
    """
    block = clip.block()
    named = _by_names(plan, block, False)
    across = _by_names(plan, transposed(block), True)
    named = max((named, across), key=_unit_count)
    if named is not None:
        return Arranged(
            named.units,
            selected.cells,
            named.cells,
            named.rows,
            named.first,
            named.turned,
            tuple(_unnamed(named)),
            size_of(block),
        )
    return _from_current_cell(block, selected, turned)


def _from_current_cell(block: list[list[str]], selected: Selected, turned: bool | None) -> Arranged:
    copied = size_of(block)
    if copied == (1, 1) and selected.rows * selected.columns > 1:
        block = [block[0] * selected.columns for _ in range(selected.rows)]
    block = [row[selected.names :] for row in block]
    is_doubtful = turned is None and looks_transposed(selected.units, selected.cells, block)
    turned = turned or is_doubtful
    if turned:
        block = transposed(block)
    return Arranged(
        selected.units,
        selected.cells,
        block,
        range(len(block)),
        0 if turned else selected.names,
        turned,
        (),
        copied,
        size_of(block),
        is_doubtful,
    )


def size_of(block: Block) -> Size:
    """Rows, and columns of the longest one."""
    return len(block), max(map(len, block), default=0)


class _Named(NamedTuple):
    """Rows that bring their units along: the cells of each, where it stood, and all rows."""

    units: list[str]
    cells: list[list[str]]
    rows: list[int]
    first: int
    turned: bool
    block: Block


def _unit_count(named: _Named | None) -> int:
    return len(named.units) if named else 0


def _by_names(plan: Plan, block: Block, turned: bool) -> _Named | None:
    named = by_names(plan, block)
    if named is None or not any(any(row) for row in named.block):
        return None
    left_out = set(named.left_out)
    rows = [at for at in range(len(block)) if at not in left_out]
    units, cells = list(named.units), named.block
    first = len(block[rows[0]]) - len(cells[0])
    totals = [at for at in named.left_out if at > rows[0] and _is_total(block[at], first)]
    if len(totals) == 1 and plan.tree.root not in units:
        units.append(plan.tree.root)
        cells.append(list(block[totals[0]][first:]))
        rows.append(totals[0])
    return _Named(units, cells, rows, first, turned, block)


def _is_total(row: Sequence[str], first: int) -> bool:
    return any(is_total(text) for text in row[:first])


def _unnamed(named: _Named) -> Iterator[Reject]:
    """Rows below the headings whose units nobody knows, unless nothing stands in them."""
    for at in range(min(named.rows), len(named.block)):
        row = named.block[at]
        text = next((text for text in row if any(map(str.isalpha, text))), "")
        if at not in named.rows and any(row):
            place = (0, at) if named.turned else (at, 0)
            yield Reject(*place, text, EntryRefused("row_without_unit"))
