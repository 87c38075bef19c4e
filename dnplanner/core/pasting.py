"""Pasting a block of cells from a spreadsheet, a word processor or a web page as one Edit.

A pasted row is taken as a whole: what counts is where it ends up, not in which order its cells are
typed. Of several plan cells in one row the first of PRECEDENCE decides; the others must then say
what the program computes, or they are reported.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.edits import Edit, apply, combined, edit_of
from dnplanner.core.entry import Cell, clear, fact, read
from dnplanner.core.errors import EntryRefused, PlannerError
from dnplanner.core.evaluation import Evaluation, own_row
from dnplanner.core.numerals import MINUS, NO_VALUE
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan
    from dnplanner.core.targets import Row

Block: TypeAlias = Sequence[Sequence[str]]
"""Texts by row and column; rows may be of different lengths."""

Filled: TypeAlias = Sequence[Sequence[str | None]]
"""A block in which cells may be left out: they change nothing and are refused for nothing."""

PRECEDENCE = (Cell.REDUCTION, Cell.POOR_END, Cell.POINTS, Cell.RATE_END)
"""Which plan cell of a pasted row decides: counts say exactly what rates only round."""

_COUNTED = (Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.HOUSEHOLDS_END)
_DECIMALS = {
    Cell.RATE_START: RATE_DECIMALS,
    Cell.POINTS: POINTS_DECIMALS,
    Cell.RATE_END: RATE_DECIMALS,
}
_REVIEWED = (Cell.HOUSEHOLDS_START, Cell.POOR_START)
_BLANKS = frozenset({"", NO_VALUE, MINUS, "-"})


class Reject(NamedTuple):
    """A pasted cell that changed nothing: where it stood in the block (from 0), and why."""

    row: int
    column: int
    text: str
    error: PlannerError


class Pasted(NamedTuple):
    """What pasting would change, and which cells it leaves out."""

    edit: Edit
    rejects: tuple[Reject, ...]


def parse_block(text: str) -> list[list[str]]:
    """The cells of a tab-separated clipboard text, NFC and without surrounding blanks.

    Cells with line breaks or tabs come in double quotes, as spreadsheets write them; quotes that
    never close are plain characters. Empty lines at the end are dropped.
    """
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        rows = [line.split("\t") for line in text.splitlines()]
    block = [[_cleaned(cell) for cell in row] for row in rows]
    while block and not any(block[-1]):
        block.pop()
    return block


def transposed(block: Block) -> list[list[str]]:
    """The block with rows and columns exchanged; short rows are filled with empty cells."""
    width = max((len(row) for row in block), default=0)
    return [[row[at] if at < len(row) else "" for row in block] for at in range(width)]


def looks_transposed(units: Sequence[str], cells: Sequence[Cell], block: Block) -> bool:
    """Whether only the transposed block fits into the rows and cells from where it is pasted."""
    height, width = len(block), max((len(row) for row in block), default=0)
    fits = height <= len(units) and width <= len(cells)
    return not fits and width <= len(units) and height <= len(cells)


def paste(
    plan: Plan, evaluation: Evaluation, units: Sequence[str], cells: Sequence[Cell], block: Filled
) -> Pasted:
    """The edit (kind ``paste``) of putting ``block`` on the rows ``units`` and columns ``cells``.

    The block's first cell lands on the first of both. Cells that cannot be are in ``rejects`` with
    an EntryRefused or NumeralError and leave everything else of the block as it is: ``outside`` for
    cells beyond the table, ``differs_from_computed`` for derived cells that say something else.
    Empty cells change nothing where nothing is known, and clear a pinned cell.
    """
    lines = [
        _Line(at, unit, _by_cell(cells, row), [])
        for at, (unit, row) in enumerate(zip(units, block, strict=False))
    ]
    tree = plan.tree
    bottom = [line for line in lines if not tree.children_of(line.unit)]
    parents = [line for line in lines if tree.children_of(line.unit)]
    edits = list(_entered(plan, evaluation, bottom))
    if parents:
        below = combined("paste", edits)
        after = apply(plan, below)
        sums = Evaluation(after, evaluation.question) if below else evaluation
        edits = [below, *_entered(after, sums, parents)]
    rejects = [*_outside(units, cells, block)]
    rejects.extend(reject for line in lines for reject in line.rejects)
    return Pasted(combined("paste", edits), tuple(sorted(rejects, key=_place)))


_Texts: TypeAlias = Mapping[Cell, tuple[int, str]]


@dataclass(slots=True)
class _Line:
    """One row of the block on its unit: column and text of each cell, and what was refused."""

    at: int
    unit: str
    texts: _Texts
    rejects: list[Reject] = field(default_factory=list)

    def reject(self, cell: Cell, error: PlannerError) -> None:
        column, text = self.texts[cell]
        self.rejects.append(Reject(self.at, column, text, error))

    def text(self, cell: Cell) -> str:
        return self.texts[cell][1]


def _by_cell(cells: Sequence[Cell], row: Sequence[str | None]) -> _Texts:
    return {
        cell: (at, text)
        for at, (cell, text) in enumerate(zip(cells, row, strict=False))
        if text is not None
    }


def _entered(plan: Plan, evaluation: Evaluation, lines: Iterable[_Line]) -> Iterator[Edit]:
    for line in lines:
        row = evaluation.row(line.unit)
        if row.summed:
            for cell in line.texts:
                _compare(line, cell, row)
            continue
        yield from _Entry(plan, evaluation, line).edits()


class _Entry:
    """Entering one row, cell after cell, against the row as it stands by then."""

    def __init__(self, plan: Plan, evaluation: Evaluation, line: _Line) -> None:
        self._plan = plan
        self._question = evaluation.question
        self._line = line
        self._made: list[Edit] = []
        self._applied = 0  # of the edits made: each only when the row is asked for again
        has_own = not plan.tree.children_of(line.unit)
        self._known: Row | None = evaluation.row(line.unit) if has_own else None

    @property
    def _row(self) -> Row:
        """The unit's own row after what was entered so far."""
        if self._known is None:
            for edit in self._made[self._applied :]:
                self._plan = apply(self._plan, edit)
            self._applied = len(self._made)
            self._known = own_row(self._plan, self._question, self._line.unit)
        return self._known

    def edits(self) -> list[Edit]:
        """The edits in the order to apply them."""
        texts = self._line.texts
        counts = [cell for cell in _COUNTED if cell in texts and self._changes(cell)]
        refused = self._settle(counts)
        followers = self._pin([cell for cell in PRECEDENCE if cell in texts])
        for cell, error in self._settle(refused).items():
            self._line.reject(cell, error)
        for cell in followers:
            _compare(self._line, cell, self._row)
        if Cell.RATE_START in texts:
            _compare(self._line, Cell.RATE_START, self._row)
        return self._made

    def _settle(self, cells: Iterable[Cell]) -> dict[Cell, PlannerError]:
        """Enter counts until none more can be: 200 and 150 become 100 and 50 in one order only."""
        waiting = list(cells)
        refused: dict[Cell, PlannerError] = {}
        while waiting:
            refused = {}
            for cell in waiting:
                error = self._enter(cell)
                if error is not None:
                    refused[cell] = error
            if len(refused) == len(waiting):
                break
            waiting = list(refused)
        return refused

    def _pin(self, cells: list[Cell]) -> list[Cell]:
        """Pin the first written plan cell that can be; the cells that must follow from it."""
        written = [cell for cell in cells if not _blank(self._line.text(cell))]
        if not written:
            for cell in cells:
                self._enter(cell)
        for at, cell in enumerate(written):
            error = self._enter(cell) if self._changes(cell) else None
            if error is None:
                return written[at + 1 :]
            self._line.reject(cell, error)
        return []

    def _changes(self, cell: Cell) -> bool:
        """Whether the text says something else than the row shows."""
        return not _says(cell, self._line.text(cell), self._row)

    def _enter(self, cell: Cell) -> PlannerError | None:
        """Enter one cell; the reason where it cannot be."""
        try:
            edit = self._edit(cell)
        except PlannerError as error:
            return error
        if edit:
            self._known = None
            self._made.append(edit)
        return None

    def _edit(self, cell: Cell) -> Edit:
        question, unit, text = self._question, self._line.unit, self._line.text(cell)
        if _blank(text) and cell not in _REVIEWED:
            return clear(self._plan, question, unit, cell)
        value = read(cell, "" if _blank(text) else text)
        key, stored = fact(question, self._row, unit, cell, value)
        return edit_of(self._plan, "enter", {key: stored})


def _says(cell: Cell, text: str, row: Row) -> bool:
    """Whether ``text`` is what ``row`` shows in the cell, with as many decimals as it has."""
    shown: Fraction | int | None = getattr(row, cell.value)
    if _blank(text) or shown is None:
        return _blank(text) and shown is None
    try:
        value = read(cell, text)
    except PlannerError:
        return False
    if cell not in _DECIMALS:
        return value == shown
    decimals = max(_DECIMALS[cell], len(text.rstrip("% ").partition(",")[2]))
    return value == rounded(Fraction(shown), decimals)


def _compare(line: _Line, cell: Cell, row: Row) -> None:
    """Report a derived cell that says something else than is computed."""
    text = line.text(cell)
    if not _blank(text) and not _says(cell, text, row):
        params = {"cell": cell, "computed": getattr(row, cell.value)}
        line.reject(cell, EntryRefused("differs_from_computed", **params))


def _outside(units: Sequence[str], cells: Sequence[Cell], block: Filled) -> Iterator[Reject]:
    """One reject for each row that reaches beyond the table."""
    for at, row in enumerate(block):
        first = 0 if at >= len(units) else len(cells)
        beyond = ((column, text) for column, text in enumerate(row) if column >= first and text)
        for column, text in beyond:
            yield Reject(at, column, text, EntryRefused("outside"))
            break


def _blank(text: str) -> bool:
    return not text or text.strip() in _BLANKS


def _cleaned(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()


def _place(reject: Reject) -> tuple[int, int]:
    return reject.row, reject.column
