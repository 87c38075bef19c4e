"""Finding household registers: headers whose columns name places and classify households.

A table of sums has similar headings. It is told apart by its cells: words or marks in a register,
figures in a table of sums.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.exchange.grid import Grid, Sheet, column_letters
from dnplanner.exchange.headers import words
from dnplanner.exchange.register_words import PLACES, Held, class_of, held, mark_of
from dnplanner.exchange.table_finding import (
    SEARCHED_ROWS,
    Pointed,
    Spread,
    heading_like,
    is_numbering,
    title_above,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dnplanner.exchange.proposals import Answers

MAX_HEADER_ROWS = 3
_SAMPLED = 200
"""Rows under a header that tell a register from a table of sums."""
_MARKS = (Held.POOR, Held.NEAR_POOR)
_HOUSEHOLD = (Held.CODE, Held.HEAD)
_CONVINCING = 0.5
"""Share of the cells written that must be known words or marks."""


class RegisterColumn(NamedTuple):
    """One column: its place from 0, its headings joined, and what it holds if known."""

    column: int
    heading: str
    held: Held | None
    hidden: bool = False


class Register(NamedTuple):
    """A register on a sheet. ``first`` is its first row of data; rows and columns count from 0."""

    sheet: Sheet
    first: int
    columns: tuple[RegisterColumn, ...]
    title: str = ""

    def columns_of(self, *roles: Held) -> list[RegisterColumn]:
        """The columns that hold one of these, in the order of the roles."""
        return [column for role in roles for column in self.columns if column.held is role]


def is_register(grid: Grid) -> bool:
    """Whether a file is a register beyond doubt, and so may be taken for one unasked."""
    return any(_is_convincing(register) for register in find_registers(grid))


def find_registers(
    grid: Grid, pointed: Pointed | None = None, answers: Answers | None = None
) -> list[Register]:
    """The registers of a file, one a sheet; hidden sheets are left out.

    ``answers`` may say what a column holds: ``Sheet!D`` with a value of Held or LEFT_OUT.
    """
    found = []
    for sheet in grid.sheets:
        if pointed is not None and sheet.name == pointed.sheet:
            spread = Spread(sheet)
            columns = _columns(spread, pointed.first, pointed.last, answers or {})
            found.append(_register(spread, pointed.first, pointed.last, columns))
        elif pointed is None and not sheet.hidden:
            found.extend(_on(sheet, answers or {}))
    return found


def _on(sheet: Sheet, answers: Answers) -> Iterator[Register]:
    spread = Spread(sheet)
    end = min(len(sheet.rows), SEARCHED_ROWS)
    for first in range(end):
        if not heading_like(spread, first):
            continue
        tried = []
        for last in range(first, min(first + MAX_HEADER_ROWS, end)):
            if last > first and not _continues(spread, first, last):
                break
            tried.append((last, _columns(spread, first, last, answers)))
        last, columns = max(tried, key=lambda one: (_score(one[1]), -one[0]))
        if _is_complete(columns):
            yield _register(spread, first, last, columns)
            return


def _continues(spread: Spread, first: int, last: int) -> bool:
    """Whether a row still belongs to the header: below a place's heading no place is named yet."""
    if not heading_like(spread, last):
        return False
    for column in range(spread.width):
        above, here = spread.text(first, column), spread.text(last, column)
        if held((above,)) in (*PLACES, *_HOUSEHOLD) and here not in ("", above):
            return held((here,)) is not None
    return True


def _register(
    spread: Spread, first: int, last: int, columns: tuple[RegisterColumn, ...]
) -> Register:
    below = last + 1
    if below < len(spread.sheet.rows) and is_numbering(spread.texts(below)):
        below += 1
    return Register(spread.sheet, below, columns, title_above(spread.sheet, first))


def _columns(spread: Spread, first: int, last: int, answers: Answers) -> tuple[RegisterColumn, ...]:
    columns = []
    for column in range(spread.width):
        texts = [spread.text(row, column) for row in range(first, last + 1)]
        texts = list(dict.fromkeys(text for text in texts if text))
        role = held(texts)
        answer = answers.get(f"{spread.sheet.name}!{column_letters(column)}")
        if answer is not None:
            role = Held(answer) if answer in set(Held) else None
        hidden = column in spread.sheet.hidden_columns
        columns.append(RegisterColumn(column, " | ".join(texts), role, hidden))
    return tuple(columns)


def _score(columns: tuple[RegisterColumn, ...]) -> int:
    return len({column.held for column in columns} - {None})


def _is_complete(columns: tuple[RegisterColumn, ...]) -> bool:
    """Whether places are named, and households classified or at least listed one by one."""
    roles = {column.held for column in columns}
    return bool(roles & set(PLACES)) and bool(roles & {Held.CLASS, *_MARKS, *_HOUSEHOLD})


def _is_convincing(register: Register) -> bool:
    classes = register.columns_of(Held.CLASS)
    if classes:
        return any(_known(register, column, marks=False) for column in classes)
    households = bool(register.columns_of(*_HOUSEHOLD))
    marks = register.columns_of(*_MARKS)
    if marks:
        repeated = households or any(
            _repeats(register, one) for one in register.columns_of(*PLACES)
        )
        return repeated and all(_known(register, column, marks=True) for column in marks)
    listed = re.search(r"\bdanh sach\b.*\bho (can )?ngheo\b", words(register.title))
    return households and listed is not None


def _sample(register: Register, column: RegisterColumn) -> list[str]:
    rows = range(register.first, min(register.first + _SAMPLED, len(register.sheet.rows)))
    cells = (register.sheet.cell(row, column.column) for row in rows)
    return [cell.text.strip() for cell in cells if cell is not None and cell.text.strip()]


def _known(register: Register, column: RegisterColumn, *, marks: bool) -> bool:
    """Whether enough of a column's texts are understood."""
    texts = _sample(register, column)
    known = sum(1 for text in texts if (mark_of(text) if marks else class_of(text)) is not None)
    return known >= _CONVINCING * len(texts) if marks else known > _CONVINCING * len(texts)


def _repeats(register: Register, column: RegisterColumn) -> bool:
    texts = _sample(register, column)
    return len(set(texts)) < len(texts)
