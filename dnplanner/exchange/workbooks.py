"""Workbooks into grids. Runs in the reading process only: these libraries may hang or abort.

openpyxl tells fonts, number formats and what is hidden; calamine reads the other formats, and large
workbooks, whose cells need no such detail. What calamine keeps quiet about, error cells and
formulas nobody computed, is looked up in the sheets themselves.
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
import warnings
import zipfile
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from dnplanner.exchange.grid import (
    Content,
    Grid,
    GridCell,
    GridRow,
    Kind,
    Range,
    Sheet,
    as_cell,
    column_number,
)
from dnplanner.exchange.legacy_fonts import decoder_for, guessed_decoder
from dnplanner.exchange.preflight import (
    MAX_COLUMNS,
    MAX_ROWS,
    Form,
    Preflight,
    WorkbookRefused,
    preflight,
)
from dnplanner.exchange.text_tables import read_text_table

if TYPE_CHECKING:
    from pathlib import Path

Report: TypeAlias = Callable[[int], None]
"""Told the rows read so far."""

DETAIL_BYTES = 3 * 2**20
"""Sheets up to this many inflated bytes are read with fonts and formats: about 70,000 cells."""


def silent(_rows: int) -> None:
    """A Report that tells nobody."""


def read_here(path: Path, report: Report = silent, found: Preflight | None = None) -> Grid:
    """Read a file in this process. Raises WorkbookRefused; libraries may raise what they like.

    ``found`` is what the preflight said, where it was done already.
    """
    found = found or preflight(path)
    if found.form is Form.CSV:
        return read_text_table(path)
    grid = _workbook(path, found, report)
    _decode_without_fonts(grid)
    return grid


def _workbook(path: Path, found: Preflight, report: Report) -> Grid:
    if found.form is Form.XLSX and found.sheet_bytes <= DETAIL_BYTES:
        try:
            return Grid(found.form, _detailed(path, report), found.planted)
        except WorkbookRefused:
            raise
        except Exception:
            return Grid(found.form, _plain(path, found.form, report), found.planted)
    return Grid(found.form, _plain(path, found.form, report), found.planted)


def _detailed(path: Path, report: Report) -> list[Sheet]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True, keep_links=False)
    marked = _Marked.of(path)
    return [
        _detailed_sheet(sheet, marked.get(at, _Marked()), report)
        for at, sheet in enumerate(book.worksheets)
    ]


def _detailed_sheet(sheet: Any, marks: _Marked, report: Report) -> Sheet:
    looks: dict[int, tuple[str, str]] = {}
    rows: list[GridRow] = []
    for row, cells in enumerate(sheet.iter_rows()):
        rows.append(
            tuple(
                _detailed_cell(cell, looks, (row, column) in marks.uncached)
                for column, cell in enumerate(cells)
            )
        )
        if row % 1000 == 0:
            report(row)
    ranges = tuple(_range(merged) for merged in sheet.merged_cells.ranges)
    hidden = sheet.sheet_state != "visible"
    return Sheet(sheet.title, _trimmed(rows), ranges, hidden, marks.rows, marks.columns)


def _detailed_cell(cell: Any, looks: dict[int, tuple[str, str]], uncached: bool) -> Content:
    value = cell.value
    if value is None:
        return GridCell(Kind.UNCACHED, "") if uncached else None
    if not cell.has_style:
        number_format = font = ""
    else:
        style = cell.style_id
        if style not in looks:
            looks[style] = (cell.number_format, cell.font.name or "")
        number_format, font = looks[style]
    if cell.data_type == "e":
        return GridCell(Kind.ERROR, str(value))
    made = _cell(value, "" if number_format == "General" else number_format)
    decode = decoder_for(font) if isinstance(value, str) else None
    full = as_cell(made)
    if full is None or decode is None:
        return made
    return full._replace(value=decode(full.text), font=font, original=full.text)


def _range(merged: Any) -> Range:
    return merged.min_row - 1, merged.min_col - 1, merged.max_row - 1, merged.max_col - 1


def _plain(path: Path, form: Form, report: Report) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    marked = _Marked.of(path) if form is Form.XLSX else {}
    sheets = []
    with CalamineWorkbook.from_path(str(path)) as book:
        for at, seen in enumerate(book.sheets_metadata):
            source = book.get_sheet_by_index(at)
            rows = _plain_rows(source, report)
            marks = marked.get(at, _Marked())
            _mark(rows, marks.errors, Kind.ERROR)
            _mark(rows, marks.uncached, Kind.UNCACHED)
            ranges = source.merged_cell_ranges or ()
            merged = tuple((a, b, c, d) for (a, b), (c, d) in ranges)
            hidden = seen.visible is not SheetVisibleEnum.Visible
            sheets.append(
                Sheet(seen.name, _trimmed(rows), merged, hidden, marks.rows, marks.columns)
            )
    return sheets


def _plain_rows(source: Any, report: Report) -> list[GridRow]:
    if source.total_height > MAX_ROWS:
        raise WorkbookRefused("too_many_rows", limit=MAX_ROWS)
    rows: list[GridRow] = []
    for row in source.to_python(skip_empty_area=False):
        rows.append(tuple([_cell(value, "") for value in row]))
        if len(rows) % 1000 == 0:
            report(len(rows))
    return rows


def _mark(rows: list[GridRow], places: Iterable[tuple[int, int]], kind: Kind) -> None:
    for row, column in places:
        if row < len(rows) and column < len(rows[row]) and rows[row][column] in (None, ""):
            cells = list(rows[row])
            cells[column] = GridCell(kind, "#ERROR" if kind is Kind.ERROR else "")
            rows[row] = tuple(cells)


def _cell(value: Any, number_format: str) -> Content:
    """A library's value as a cell. Whole floats are whole numbers: 19775.0 is 19775."""
    make = _MAKERS.get(type(value))
    if make is not None:
        return make(value, number_format)
    return None if value is None else _text(str(value), number_format)


def _text(value: str, number_format: str) -> Content:
    text = value.strip()
    if not text:
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return GridCell(Kind.TEXT, text, number_format) if number_format else text


def _number(value: float, number_format: str) -> Content:
    if not math.isfinite(value):
        return GridCell(Kind.ERROR, str(value))
    number = int(value) if value.is_integer() and abs(value) < 1e15 else value
    return GridCell(Kind.NUMBER, number, number_format) if number_format else number


def _integer(value: int, number_format: str) -> Content:
    return GridCell(Kind.NUMBER, value, number_format) if number_format else value


def _truth(value: bool, _number_format: str) -> GridCell:
    return GridCell(Kind.TRUTH, str(value).upper())


def _date(value: datetime.date | datetime.time, number_format: str) -> GridCell:
    return GridCell(Kind.DATE, value.isoformat(), number_format)


def _duration(value: datetime.timedelta, number_format: str) -> GridCell:
    return GridCell(Kind.DATE, str(value), number_format)


_MAKERS: Mapping[type, Callable[[Any, str], Content]] = {
    str: _text,
    float: _number,
    int: _integer,
    bool: _truth,
    datetime.datetime: _date,
    datetime.date: _date,
    datetime.time: _date,
    datetime.timedelta: _duration,
}


def _trimmed(rows: list[GridRow]) -> list[GridRow]:
    """Without empty rows at the end, which formatting alone can make a million of."""
    end = len(rows)
    while end and all(content is None for content in rows[end - 1]):
        end -= 1
    return rows[:end]


_UNCACHED = re.compile(
    rb"""<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"""
)
_ERROR = re.compile(rb"""<c r="([A-Z]+)(\d+)"[^>]*\bt="e\"""")
_HIDDEN_ROW = re.compile(rb"""<row r="(\d+)"[^>]*\bhidden="(?:1|true)\"""")
_HIDDEN_COLUMN = re.compile(rb"""<col\b[^>]*\bhidden="(?:1|true)"[^>]*>""")
_BOUND = re.compile(rb"""\b(min|max)="(\d+)\"""")


class _Marked(NamedTuple):
    """What calamine keeps quiet about, and openpyxl in part, by the XML of a sheet."""

    uncached: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()

    @classmethod
    def of(cls, path: Path) -> dict[int, _Marked]:
        """The marks by number of the sheet, in the order of the workbook."""
        with zipfile.ZipFile(path) as archive:
            parts = enumerate(_sheet_parts(archive))
            return {at: cls._of(archive.read(name)) for at, name in parts}

    @classmethod
    def _of(cls, content: bytes) -> _Marked:
        formulas = _places(_UNCACHED, content) if b"<f" in content else frozenset()
        errors = _places(_ERROR, content) if b't="e"' in content else frozenset()
        if b' hidden="' not in content:
            return cls(formulas, errors)
        rows = frozenset(int(row) - 1 for row in _HIDDEN_ROW.findall(content))
        columns: set[int] = set()
        for element in _HIDDEN_COLUMN.findall(content):
            bounds = {key: int(value[:6]) for key, value in _BOUND.findall(element)}
            first, last = bounds.get(b"min", 1), bounds.get(b"max", 1)
            columns.update(range(first - 1, min(last, MAX_COLUMNS)))
        return cls(formulas, errors, rows, frozenset(columns))


def _places(pattern: re.Pattern[bytes], content: bytes) -> frozenset[tuple[int, int]]:
    return frozenset(
        (int(match[2]) - 1, column_number(match[1].decode())) for match in pattern.finditer(content)
    )


_SHEET = re.compile(rb"""<(?:\w+:)?sheet\b[^>]*?\br:id="([^"]+)\"""")
_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(rb"""(Id|Target)="([^"]*)\"""")


def _sheet_parts(archive: zipfile.ZipFile) -> list[str]:
    """The worksheet parts in the order of the tabs; empty when the workbook is not as usual."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return []
    targets = {}
    for relation in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels")):
        fields = dict(_ATTRIBUTE.findall(relation))
        targets[fields.get(b"Id")] = fields.get(b"Target", b"").decode()
    wanted = [targets.get(key, "") for key in _SHEET.findall(archive.read("xl/workbook.xml"))]
    parts = [target.lstrip("/") if target[:1] == "/" else f"xl/{target}" for target in wanted]
    return [part for part in parts if part in names and "worksheets/" in part]


def _decode_without_fonts(grid: Grid) -> None:
    """Decode TCVN3 and VNI text by its words where the format does not tell fonts."""
    for sheet in grid.sheets:
        contents = [content for row in sheet.rows for content in row]
        if any(isinstance(content, GridCell) and content.font for content in contents):
            continue
        decode = guessed_decoder(content for content in contents if type(content) is str)
        if decode is not None:
            sheet.rows = [tuple(_decoded(cell, decode) for cell in row) for row in sheet.rows]


def _decoded(content: Content, decode: Callable[[str], str]) -> Content:
    cell = as_cell(content)
    if cell is None or cell.kind is not Kind.TEXT or cell.text.isascii():
        return content
    return cell._replace(value=decode(cell.text), original=cell.text)
