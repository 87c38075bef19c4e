"""Finding tables on sheets: headers by their words, rows by what stands in them.

Letterheads above, notes below, numbering rows, totals in any wording and group rows are told apart
from units; what a sheet's author hid is counted. A person can point to the header instead.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.exchange.grid import Grid, GridCell, Kind, Sheet
from dnplanner.exchange.headers import FIGURES, Meaning, Role, meaning, words
from dnplanner.exchange.row_words import ROMAN, is_group, is_total
from dnplanner.exchange.written_numbers import readings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

MAX_HEADER_ROWS = 4
SEARCHED_ROWS = 400
"""Rows from the top in which headers are looked for."""
MAX_WIDTH = 200
"""Columns looked at."""
_WORST = -1.0


class RowKind(StrEnum):
    """What a row under the header is."""

    UNIT = "unit"
    TOTAL = "total"
    GROUP = "group"
    NOTE = "note"
    NUMBERING = "numbering"
    BLANK = "blank"


class TableRow(NamedTuple):
    """One row: its place on the sheet, kind, name as written, and whether it is hidden."""

    row: int
    kind: RowKind
    name: str
    hidden: bool = False
    number: str = ""


class Column(NamedTuple):
    """One column: its place on the sheet, its headings joined, and its meaning if known."""

    column: int
    heading: str
    meaning: Meaning | None
    hidden: bool = False


@dataclass(slots=True)
class Table:
    """A table found on a sheet. Rows and columns count from 0."""

    sheet: Sheet
    header: tuple[int, int]
    columns: list[Column]
    rows: list[TableRow] = field(default_factory=list)
    title: str = ""
    keyed: Mapping[int, str] = field(default_factory=dict)
    """The units of rows that a hidden key of ours names."""

    def column_of(self, role: Role) -> int | None:
        """The first column with this role."""
        for column in self.columns:
            if column.meaning is not None and column.meaning.role is role:
                return column.column
        return None


class Pointed(NamedTuple):
    """Where a person says a header stands: a sheet's name, first and last row from 0."""

    sheet: str
    first: int
    last: int


def find_tables(grid: Grid, pointed: Pointed | None = None) -> list[Table]:
    """All tables of a file, in the order of its sheets; hidden sheets are left out."""
    if pointed is not None:
        sheets = [sheet for sheet in grid.sheets if sheet.name == pointed.sheet]
        return [_pointed(sheet, pointed) for sheet in sheets]
    return [table for sheet in grid.sheets if not sheet.hidden for table in _tables(sheet)]


def _pointed(sheet: Sheet, pointed: Pointed) -> Table:
    spread = Spread(sheet)
    columns = _columns(spread, pointed.first, pointed.last)
    return _with_rows(spread, Table(sheet, (pointed.first, pointed.last), columns), len(sheet.rows))


def _tables(sheet: Sheet) -> Iterator[Table]:
    spread = Spread(sheet)
    headers = list(_headers(spread))
    for at, (first, last, columns) in enumerate(headers):
        end = headers[at + 1][0] if at + 1 < len(headers) else len(sheet.rows)
        table = _with_rows(spread, Table(sheet, (first, last), columns), end)
        table.title = title_above(sheet, first)
        if any(row.kind is RowKind.UNIT for row in table.rows):
            yield table


def title_above(sheet: Sheet, first: int) -> str:
    """The texts above a header, for years and names in them."""
    above = range(max(0, first - 15), first)
    return "\n".join(cell.text for row in above for cell in sheet.cells(row) if cell)


class Spread:
    """A sheet whose merged cells say their text everywhere they cover."""

    def __init__(self, sheet: Sheet) -> None:
        """Only headers are looked up: merged cells further down stay as they are."""
        self.sheet = sheet
        self.covered: dict[tuple[int, int], tuple[int, int, int, int]] = {}
        self.width = min(sheet.width, MAX_WIDTH)
        for area in sheet.merged:
            top, left, bottom, right = area
            for row in range(top, min(bottom, SEARCHED_ROWS) + 1):
                for column in range(left, min(right, MAX_WIDTH) + 1):
                    self.covered[row, column] = area

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell that shows here."""
        area = self.covered.get((row, column))
        return self.sheet.cell(area[0], area[1]) if area else self.sheet.cell(row, column)

    def text(self, row: int, column: int) -> str:
        """Its words or figure; dates, errors and formulas without value say nothing."""
        cell = self.cell(row, column)
        return cell.text if cell is not None and cell.kind in (Kind.TEXT, Kind.NUMBER) else ""

    def texts(self, row: int) -> list[str]:
        """The texts of a row."""
        return [self.text(row, column) for column in range(self.width)]


_Header = tuple[int, int, list[Column]]


def _headers(spread: Spread) -> Iterator[_Header]:
    """The headers of a sheet from top to bottom."""
    row = 0
    last_row = min(len(spread.sheet.rows), SEARCHED_ROWS)
    while row < last_row:
        found = _best_header(spread, row, last_row)
        if found is None:
            row += 1
            continue
        yield found
        row = found[1] + 1


def _best_header(spread: Spread, first: int, last_row: int) -> _Header | None:
    """The best header that starts in row ``first``, None where none does."""
    if not heading_like(spread, first):
        return None
    best: _Header | None = None
    best_score = _WORST
    for last in range(first, min(first + MAX_HEADER_ROWS, last_row)):
        if last > first and not heading_like(spread, last):
            break
        columns = _columns(spread, first, last)
        score = _score(columns)
        if score > best_score:
            best, best_score = (first, last, columns), score
    return best


def heading_like(spread: Spread, row: int) -> bool:
    """Whether a row can belong to a header: words, no figures, no text across all columns."""
    texts = spread.texts(row)
    filled = [text for text in texts if text]
    if not filled or is_numbering(texts):
        return False
    figures = sum(1 for text in filled if readings(text) and not re.fullmatch(r"20\d\d", text))
    return figures == 0 and len(set(filled)) > 1


def _columns(spread: Spread, first: int, last: int) -> list[Column]:
    columns = []
    for column in range(spread.width):
        texts = [spread.text(row, column) for row in range(first, last + 1)]
        texts = _continued(spread, first, last, column, texts)
        joined = " | ".join(dict.fromkeys(text for text in texts if text))
        hidden = column in spread.sheet.hidden_columns
        columns.append(Column(column, joined, meaning(texts), hidden))
    return columns


def _continued(spread: Spread, first: int, last: int, column: int, texts: list[str]) -> list[str]:
    """Group headings that were not merged but stand left of empty cells reach over those."""
    for at in range(len(texts) - 1):
        left = column
        while not texts[at] and left > 0 and not texts[at] and any(texts[at + 1 :]):
            left -= 1
            here = spread.text(first + at, left)
            if (first + at, left) in spread.covered or (
                here and not any(spread.text(row, left) for row in range(first + at + 1, last + 1))
            ):
                break
            texts[at] = here
    return texts


def _score(columns: Sequence[Column]) -> float:
    """How much of a table the columns make; _WORST without names or figures."""
    meanings = [column.meaning for column in columns if column.meaning is not None]
    roles = [found.role for found in meanings]
    figures = {found for found in meanings if found.role in FIGURES}
    if not figures or (Role.NAME not in roles and len(figures) < 3):
        return _WORST
    dated = sum(0.1 for found in figures if found.year is not None)
    doubled = sum(1 for found in meanings if found.role in FIGURES) - len(figures)
    return len(figures) + dated + 0.05 * len(set(roles)) - 0.5 * doubled


def _with_rows(spread: Spread, table: Table, end: int) -> Table:
    _find_names(spread, table, end)
    name = table.column_of(Role.NAME)
    number = table.column_of(Role.NUMBER)
    figures = [
        column.column
        for column in table.columns
        if column.meaning is not None and column.meaning.role in FIGURES | {Role.OTHER}
    ]
    for row in range(table.header[1] + 1, end):
        table.rows.append(_row(spread, row, name, number, figures))
    _settle_groups(table)
    return table


def _find_names(spread: Spread, table: Table, end: int) -> None:
    """Where no heading says so, names stand in the first column of texts."""
    if table.column_of(Role.NAME) is not None:
        return
    for at, column in enumerate(table.columns):
        rows = range(table.header[1] + 1, min(end, table.header[1] + 40))
        texts = [spread.text(row, column.column) for row in rows]
        if column.meaning is None and sum(1 for text in texts if _wordy(text)) >= 2:
            table.columns[at] = column._replace(meaning=Meaning(Role.NAME))
            return


def _wordy(text: str) -> bool:
    return bool(text) and not readings(text) and len(words(text)) > 2


def _row(
    spread: Spread, row: int, name: int | None, number: int | None, figures: Sequence[int]
) -> TableRow:
    hidden = row in spread.sheet.hidden_rows
    order = spread.text(row, number) if number is not None else ""
    written = spread.text(row, name) if name is not None else ""
    if not _wordy(written) and _wordy(order) and not ROMAN.fullmatch(order):
        written = order
    filled = [spread.sheet.cell(row, column) for column in figures]
    has_figures = any(cell is not None and _figure_like(cell) for cell in filled)
    kind = _kind(spread, row, written, order, has_figures)
    return TableRow(row, kind, written, hidden, order)


def _figure_like(cell: GridCell) -> bool:
    if cell.kind is not Kind.TEXT:
        return True
    return bool(readings(cell.text)) or len(cell.text) < 8


def _kind(spread: Spread, row: int, written: str, order: str, has_figures: bool) -> RowKind:
    if has_figures and _wordy(written) and not is_total(written):
        return RowKind.GROUP if is_group(written, order) else RowKind.UNIT
    texts = spread.texts(row)
    if not any(texts):
        return RowKind.BLANK
    if is_numbering(texts):
        return RowKind.NUMBERING
    if has_figures and is_total(written or order or _first(texts)):
        return RowKind.TOTAL
    if _wordy(written) and is_group(written, order):
        return RowKind.GROUP
    return RowKind.UNIT if has_figures and written else RowKind.NOTE


def _first(texts: Sequence[str]) -> str:
    return next((text for text in texts if text), "")


_NUMBERED = re.compile(r"\(?\s*(?:\d{1,2}|[A-Da-d])\s*\)?(?:\s*=.*)?")


def is_numbering(texts: Sequence[str]) -> bool:
    """A row of column numbers: (1) (2) (3), A B 1 2 3=2/1."""
    filled = [text for text in texts if text]
    if len(filled) < 3 or not all(_NUMBERED.fullmatch(text) for text in filled):
        return False
    numbers = [
        int(text.strip("() ").partition("=")[0])
        for text in filled
        if text.strip("( ")[:1].isdigit()
    ]
    return len(numbers) >= 2 and all(b - a in (1, 2) for a, b in itertools.pairwise(numbers))


def _settle_groups(table: Table) -> None:
    """A row with a Roman number above rows with plain ones heads them when it says their kind."""
    kinds = [row.kind for row in table.rows]
    if RowKind.UNIT not in kinds:
        return
    last = len(kinds) - 1 - kinds[::-1].index(RowKind.UNIT)
    for at, row in enumerate(table.rows):
        if row.kind is RowKind.GROUP and at > last:
            table.rows[at] = row._replace(kind=RowKind.NOTE)


def headings(table: Table) -> Mapping[int, str]:
    """The headings by column, for showing."""
    return {column.column: column.heading for column in table.columns if column.heading}
