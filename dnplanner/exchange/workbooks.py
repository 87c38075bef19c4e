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
from pathlib import Path
from typing import Any, TypeAlias

from dnplanner.exchange.grid import Grid, GridCell, GridRow, Kind, Range, Sheet, column_number
from dnplanner.exchange.legacy_fonts import decoder_for, guessed_decoder
from dnplanner.exchange.preflight import MAX_ROWS, Form, Preflight, WorkbookRefused, preflight
from dnplanner.exchange.text_tables import read_text_table

Report: TypeAlias = Callable[[int], None]
"""Told the rows read so far."""

DETAIL_BYTES = 12 * 2**20
"""Sheets up to this many inflated bytes are read with fonts and formats: about 150,000 cells."""


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
        except Exception:  # noqa: BLE001 openpyxl fails on styles that other programs write
            return Grid(found.form, _plain(path, found.form, report), found.planted)
    return Grid(found.form, _plain(path, found.form, report), found.planted)


def _detailed(path: Path, report: Report) -> list[Sheet]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path, data_only=True, keep_links=False)
    uncached = _marked_cells(path, _UNCACHED)
    return [
        _detailed_sheet(sheet, at, uncached, report) for at, sheet in enumerate(book.worksheets)
    ]


def _detailed_sheet(
    sheet: Any, at: int, uncached: Mapping[int, set[tuple[int, int]]], report: Report
) -> Sheet:
    looks: dict[int, tuple[str, str]] = {}
    computed_by_nobody = uncached.get(at, set())
    rows: list[GridRow] = []
    for row, cells in enumerate(sheet.iter_rows()):
        rows.append(
            tuple(
                _detailed_cell(cell, looks, (row, column) in computed_by_nobody)
                for column, cell in enumerate(cells)
            )
        )
        if row % 1000 == 0:
            report(row)
    ranges = tuple(_range(merged) for merged in sheet.merged_cells.ranges)
    hidden_rows = {row - 1 for row, look in sheet.row_dimensions.items() if look.hidden}
    hidden_columns: set[int] = set()
    for letters, look in sheet.column_dimensions.items():
        if look.hidden:
            first = look.min or column_number(letters) + 1
            hidden_columns.update(range(first - 1, min(look.max or first, 2000)))
    hidden = sheet.sheet_state != "visible"
    return Sheet(
        sheet.title,
        _trimmed(rows),
        ranges,
        hidden,
        frozenset(hidden_rows),
        frozenset(hidden_columns),
    )


def _detailed_cell(cell: Any, looks: dict[int, tuple[str, str]], uncached: bool) -> GridCell | None:
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
    decode = decoder_for(font) if made is not None and made.kind is Kind.TEXT else None
    if made is None or decode is None:
        return made
    return made._replace(value=decode(made.text), font=font, original=made.text)


def _range(merged: Any) -> Range:
    return merged.min_row - 1, merged.min_col - 1, merged.max_row - 1, merged.max_col - 1


def _plain(path: Path, form: Form, report: Report) -> list[Sheet]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    marked: dict[Kind, Mapping[int, set[tuple[int, int]]]] = {}
    if form is Form.XLSX:
        marked = {
            Kind.ERROR: _marked_cells(path, _ERROR),
            Kind.UNCACHED: _marked_cells(path, _UNCACHED),
        }
    sheets = []
    with CalamineWorkbook.from_path(str(path)) as book:
        for at, seen in enumerate(book.sheets_metadata):
            source = book.get_sheet_by_index(at)
            rows = _plain_rows(source, report)
            for kind, by_sheet in marked.items():
                _mark(rows, by_sheet.get(at, set()), kind)
            ranges = source.merged_cell_ranges or ()
            merged = tuple((a, b, c, d) for (a, b), (c, d) in ranges)
            hidden = seen.visible is not SheetVisibleEnum.Visible
            sheets.append(Sheet(seen.name, _trimmed(rows), merged, hidden))
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
        if row < len(rows) and column < len(rows[row]) and not rows[row][column]:
            cells = list(rows[row])
            cells[column] = GridCell(kind, "#ERROR" if kind is Kind.ERROR else "")
            rows[row] = tuple(cells)


def _cell(value: Any, number_format: str) -> GridCell | None:
    """A library's value as a cell. Whole floats are whole numbers: 19775.0 is 19775."""
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value).strip()
        return GridCell(Kind.TEXT, text, number_format) if text else None
    if isinstance(value, bool):
        return GridCell(Kind.TRUTH, str(value).upper())
    if isinstance(value, int):
        return GridCell(Kind.NUMBER, value, number_format)
    if isinstance(value, float):
        return _number(value, number_format)
    if isinstance(value, datetime.date | datetime.time | datetime.timedelta):
        return GridCell(Kind.DATE, _iso(value), number_format)
    return None if value is None else GridCell(Kind.TEXT, str(value))


def _number(value: float, number_format: str) -> GridCell:
    if not math.isfinite(value):
        return GridCell(Kind.ERROR, str(value))
    whole = value.is_integer() and abs(value) < 1e15
    return GridCell(Kind.NUMBER, int(value) if whole else value, number_format)


def _iso(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value.isoformat()


def _trimmed(rows: list[GridRow]) -> list[GridRow]:
    """Without empty rows at the end, which formatting alone can make a million of."""
    end = len(rows)
    while end and not any(rows[end - 1]):
        end -= 1
    return rows[:end]


_UNCACHED = re.compile(
    rb"""<c r="([A-Z]+)(\d+)"[^>]*>\s*<f[^>]*?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>"""
)
_ERROR = re.compile(rb"""<c r="([A-Z]+)(\d+)"[^>]*\bt="e\"""")


def _marked_cells(path: Path, pattern: re.Pattern[bytes]) -> dict[int, set[tuple[int, int]]]:
    """The cells a pattern finds, by number of the sheet in the order of the workbook."""
    found: dict[int, set[tuple[int, int]]] = {}
    with zipfile.ZipFile(path) as archive:
        for at, name in enumerate(_sheet_parts(archive)):
            content = archive.read(name)
            found[at] = {
                (int(match[2]) - 1, column_number(match[1].decode()))
                for match in pattern.finditer(content)
            }
    return found


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
        cells = [cell for row in sheet.rows for cell in row if cell and cell.kind is Kind.TEXT]
        if any(cell.font for cell in cells):
            continue
        decode = guessed_decoder(cell.text for cell in cells)
        if decode is not None:
            sheet.rows = [tuple(_decoded(cell, decode) for cell in row) for row in sheet.rows]


def _decoded(cell: GridCell | None, decode: Callable[[str], str]) -> GridCell | None:
    if cell is None or cell.kind is not Kind.TEXT or cell.text.isascii():
        return cell
    return cell._replace(value=decode(cell.text), original=cell.text)
