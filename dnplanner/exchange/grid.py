"""A file of cells as it was read: values beside how they were formatted, nothing understood yet.

A Grid is neutral between file formats, and plain enough to be sent from the reading process as
JSON: a reader that was taken over by a hostile file can send wrong figures, but no code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Range: TypeAlias = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0, both ends included."""

CHUNK_ROWS = 2_000
"""Rows in one message: decoding a message must not hold up a window."""


class Kind(StrEnum):
    """What a cell holds."""

    NUMBER = "n"
    TEXT = "s"
    DATE = "d"
    TRUTH = "b"
    ERROR = "e"
    UNCACHED = "u"

    __hash__ = str.__hash__


class GridCell(NamedTuple):
    """One cell. ``value`` is a number, or text: also of dates (ISO), errors and formulas.

    UNCACHED is a formula whose value nobody computed. ``font`` is only kept where it tells the
    encoding of the text; ``original`` is then the text as it stood in the file.
    """

    kind: Kind
    value: str | int | float
    number_format: str = ""
    font: str = ""
    original: str = ""

    @property
    def text(self) -> str:
        """The value as text, for showing and for searching words."""
        return str(self.value)


Content: TypeAlias = GridCell | str | int | float | None
"""A cell as a row holds it: texts and numbers without format as they are, which keeps a register
of a million cells small and out of the garbage collector's way."""

GridRow: TypeAlias = tuple[Content, ...]


def as_cell(content: Content) -> GridCell | None:
    """The cell that a row holds, None where nothing stands."""
    if content is None or isinstance(content, GridCell):
        return content
    return GridCell(Kind.TEXT if isinstance(content, str) else Kind.NUMBER, content)


@dataclass(slots=True)
class Sheet:
    """One sheet: its rows, and what its author merged or hid. Rows and columns count from 0."""

    name: str
    rows: list[GridRow] = field(default_factory=list)
    merged: tuple[Range, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell, None where nothing stands."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return as_cell(self.rows[row][column])
        return None

    def cells(self, row: int) -> list[GridCell | None]:
        """The cells of a row."""
        return [as_cell(content) for content in self.rows[row]]

    @property
    def width(self) -> int:
        """Columns of the longest row."""
        return max((len(row) for row in self.rows), default=0)


@dataclass(slots=True)
class Grid:
    """All sheets of a file.

    ``form`` is its format; ``planted`` names what was found and left alone: macros,
    external_links, ole, connections; ``encoding`` is that of a text file.
    """

    form: str
    sheets: list[Sheet]
    planted: tuple[str, ...] = ()
    encoding: str = ""


def column_letters(column: int) -> str:
    """The spreadsheet's name of a column: 0 is A, 26 is AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The column of a spreadsheet name, from 0: A is 0."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def cell_name(row: int, column: int) -> str:
    """The spreadsheet's name of a cell: row 0, column 0 is A1."""
    return f"{column_letters(column)}{row + 1}"


def encode_grid(grid: Grid) -> Iterator[bytes]:
    """The grid as messages of bounded size."""
    head = {"form": grid.form, "planted": grid.planted, "encoding": grid.encoding}
    yield _message("grid", head)
    for sheet in grid.sheets:
        yield _message(
            "sheet",
            {
                "name": sheet.name,
                "merged": sheet.merged,
                "hidden": sheet.hidden,
                "hidden_rows": sorted(sheet.hidden_rows),
                "hidden_columns": sorted(sheet.hidden_columns),
            },
        )
        for start in range(0, len(sheet.rows), CHUNK_ROWS):
            rows = sheet.rows[start : start + CHUNK_ROWS]
            yield _message("rows", rows)  # a GridCell is written as the list of its fields


class GridDecoder:
    """Puts the messages of ``encode_grid`` together again. Raises ValueError on other ones."""

    def __init__(self) -> None:
        """Nothing received yet."""
        self._grid: Grid | None = None

    @property
    def grid(self) -> Grid:
        """The grid so far."""
        if self._grid is None:
            raise ValueError("no grid")
        return self._grid

    def take(self, kind: str, content: Any) -> None:
        """One message."""
        if kind == "grid":
            planted = tuple(str(name) for name in content["planted"])
            self._grid = Grid(str(content["form"]), [], planted, str(content["encoding"]))
        elif kind == "sheet":
            self.grid.sheets.append(_sheet(content))
        elif kind == "rows":
            self.grid.sheets[-1].rows.extend(_row(row) for row in content)
        else:
            raise ValueError(kind)


def _sheet(content: dict[str, Any]) -> Sheet:
    merged = tuple((int(a), int(b), int(c), int(d)) for a, b, c, d in content["merged"])
    return Sheet(
        str(content["name"]),
        [],
        merged,
        bool(content["hidden"]),
        frozenset(map(int, content["hidden_rows"])),
        frozenset(map(int, content["hidden_columns"])),
    )


def _row(row: Sequence[Any]) -> GridRow:
    """A row out of a message; anything but the plain values of a cell raises ValueError."""
    if not _PLAIN.issuperset(map(type, row)):
        return tuple([_content(plain) for plain in row])
    return tuple(row)


_PLAIN = frozenset((str, int, float, type(None)))


def _content(plain: Any) -> Content:
    if type(plain) is not list:
        if type(plain) in _PLAIN:
            found: Content = plain
            return found
        raise ValueError("no cell")
    kind, value, *texts = plain
    checked = value if type(value) in (int, float) else str(value)
    return GridCell(Kind(kind), checked, *map(str, texts))


def _message(kind: str, content: object) -> bytes:
    return json.dumps([kind, content], ensure_ascii=False, allow_nan=False).encode()
