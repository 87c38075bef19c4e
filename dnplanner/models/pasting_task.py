"""Working out what a pasted block does: the work that a thread does, without Qt.

Everything needed goes in, what would change comes out, together with the cells to ask about first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.edits import Edit
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.named_blocks import by_names
from dnplanner.core.pasting import Reject, looks_transposed, parse_block, paste, transposed
from dnplanner.exchange.pasted_numbers import AskedNumber, read_numbers
from dnplanner.exchange.row_words import is_total
from dnplanner.models.foresight import Foreseen, foresee_edit
from dnplanner.models.html_table import table_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dnplanner.core.entry import Cell
    from dnplanner.core.evaluation import Question
    from dnplanner.core.pasting import Block
    from dnplanner.core.plan import Plan

Place: TypeAlias = tuple[int, int]
"""Row and column of a cell in the block as it was copied, from 0."""


class Clip(NamedTuple):
    """What the clipboard holds: text, and a table of Word or a web page."""

    text: str
    html: str = ""

    @property
    def lines(self) -> int:
        """About how many rows there are to be read."""
        return max(self.text.count("\n"), self.html.count("<tr"))

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


class AskedCell(NamedTuple):
    """A cell to ask about: where it stood in the block, its unit and column, what it may mean."""

    place: Place
    unit: str
    cell: Cell
    number: AskedNumber


class PasteFound(NamedTuple):
    """What pasting would change, what it leaves out, and what is to be asked before."""

    edit: Edit
    rejects: tuple[Reject, ...]
    asked: tuple[AskedCell, ...]
    placed: tuple[int, int] | None = None
    """Rows and columns it takes from the current cell on; None where its rows name their units."""
    foreseen: Foreseen | None = None


@dataclass(frozen=True)
class PasteTask:
    """A block on its way into a plan, with the answers to what was asked about it.

    An answer is a number as the table writes it; a cell asked about without one is left out.
    """

    plan: Plan
    question: Question
    clip: Clip
    selected: Selected
    answers: Mapping[Place, str] | None = None

    def answered(self, answers: Mapping[Place, str]) -> PasteTask:
        """The same block, and what was said about it."""
        return replace(self, answers=answers)

    def against(self, plan: Plan, question: Question) -> PasteTask:
        """The same block into the plan as it is by now."""
        return replace(self, plan=plan, question=question)


def worked_out(
    task: PasteTask, evaluation: Evaluation | None = None, *, ahead: bool = False
) -> PasteFound:
    """What a block does; nothing yet where something is to be asked first.

    ``evaluation`` are the rows of the plan where they are known. ``ahead`` also works out what the
    window needs after the edit.
    """
    arranged = _arranged(task)
    numbers = read_numbers(arranged.cells, arranged.block)
    found = (_asked(arranged, number) for number in numbers.asked)
    asked = tuple(one for one in found if one.unit)
    if asked and task.answers is None:
        return PasteFound(Edit("paste", ()), (), asked)
    filled: list[list[str | None]] = [list(row) for row in numbers.block]
    left_out = [*arranged.left_out, *_answer(filled, asked, task.answers or {})]
    evaluation = evaluation or Evaluation(task.plan, task.question)
    pasted = paste(task.plan, evaluation, arranged.units, arranged.cells, filled)
    rejects = [*left_out, *(_placed(arranged, reject) for reject in pasted.rejects)]
    rejects.sort(key=lambda reject: (reject.row, reject.column))
    seen = foresee_edit(task.plan, pasted.edit, task.question) if ahead and pasted.edit else None
    by_place = arranged.units is task.selected.units
    placed = _size(arranged.block) if by_place else None
    return PasteFound(pasted.edit, tuple(rejects), (), placed, seen)


class _Arranged(NamedTuple):
    """A block as it lies on the table: which row goes to which unit, which column to which cell.

    ``rows`` and ``first`` say where its rows and its first column stood, ``turned`` whether rows
    and columns were exchanged.
    """

    units: Sequence[str]
    cells: Sequence[Cell]
    block: list[list[str]]
    rows: Sequence[int]
    first: int
    turned: bool
    left_out: tuple[Reject, ...]

    def place(self, row: int, column: int) -> Place:
        """Where a cell stood in the block as it was copied."""
        at = self.rows[row] if row < len(self.rows) else row
        return (column + self.first, at) if self.turned else (at, column + self.first)


def _arranged(task: PasteTask) -> _Arranged:
    """Rows that name their units go there; others lie on the table as they are."""
    block, selected = task.clip.block(), task.selected
    size = _size(block)
    named = _by_names(task.plan, block, False)
    across = _by_names(task.plan, transposed(block), True)
    named = max((named, across), key=_unit_count)
    if named is not None:
        left_out = tuple(_unnamed(named))
        cells = selected.cells
        first, turned = named.first, named.turned
        return _Arranged(named.units, cells, named.cells, named.rows, first, turned, left_out)
    if size == (1, 1) and selected.rows * selected.columns > 1:
        block = [block[0] * selected.columns for _ in range(selected.rows)]
    block = [row[selected.names :] for row in block]
    turned = looks_transposed(selected.units, selected.cells, block)
    if turned:
        block = transposed(block)
    return _Arranged(
        selected.units,
        selected.cells,
        block,
        range(len(block)),
        0 if turned else selected.names,
        turned,
        (),
    )


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


def _asked(arranged: _Arranged, number: AskedNumber) -> AskedCell:
    unit = arranged.units[number.row] if number.row < len(arranged.units) else ""
    place = arranged.place(number.row, number.column)
    return AskedCell(place, unit, arranged.cells[number.column], number)


def _answer(
    filled: list[list[str | None]], asked: Sequence[AskedCell], answers: Mapping[Place, str]
) -> Iterator[Reject]:
    """Put the answers into the block; a cell without one is left out."""
    for one in asked:
        answer = answers.get(one.place)
        filled[one.number.row][one.number.column] = answer
        if answer is None:
            yield Reject(*one.place, one.number.doubt.text, EntryRefused("number_unclear"))


def _placed(arranged: _Arranged, reject: Reject) -> Reject:
    row, column = arranged.place(reject.row, reject.column)
    return reject._replace(row=row, column=column)


def _size(block: Block) -> tuple[int, int]:
    return len(block), max(map(len, block), default=0)
