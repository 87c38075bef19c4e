"""A look at a file before anything reads it: what it is, and whether reading it is safe.

Parts of a zip are inflated in pieces, their real bytes counted, and nothing is kept. The limits
leave room for a register of a hundred thousand rows; what is beyond them is refused within a second
and a few megabytes, where spreadsheet libraries hang, abort the process or fill the memory.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from dnplanner.core.errors import PlannerError
from dnplanner.exchange.grid import column_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_FILE = 64 * 2**20
"""Bytes of a file."""
MAX_PART = 160 * 2**20
"""Bytes of one inflated part."""
MAX_INFLATED = 240 * 2**20
"""Bytes of all inflated parts."""
MAX_RATIO = 250
"""Inflated bytes per stored byte, of parts above RATIO_FROM."""
RATIO_FROM = 4 * 2**20
MAX_PARTS = 3_000
MAX_ROWS = 300_000
"""Rows of one sheet, with or without content."""
MAX_COLUMNS = 2_000
"""Columns of a cell far to the right that is taken for one."""
MAX_MERGED = 200_000
"""Cells under merged ranges of one sheet."""
PIECE = 2**20


class Form(StrEnum):
    """File formats, by content, never by name."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"


class WorkbookRefused(PlannerError):
    """A file that is not read.

    ``code``: missing, empty, too_large, zip_bomb, too_many_parts, dtd, far_cell, huge_merge,
    too_many_rows, encrypted, encoding_unknown, letters_lost, html, dnplan, not_a_table, damaged,
    too_slow, too_much_memory, reader_failed, cancelled, no_table, year_unknown.
    """


class Preflight(NamedTuple):
    """What a file is, what it carries that is never run, and the bytes of its largest sheet."""

    form: Form
    planted: tuple[str, ...] = ()
    sheet_bytes: int = 0


def preflight(path: Path) -> Preflight:
    """Look at the file. Raises WorkbookRefused."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError as error:
        raise WorkbookRefused("missing", name=path.name) from error
    if not size:
        raise WorkbookRefused("empty", name=path.name)
    if size > MAX_FILE:
        raise WorkbookRefused("too_large", size=size, limit=MAX_FILE)
    if head.startswith(b"PK"):
        return _zip(path, size)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(path)
    return _text(head)


def _text(head: bytes) -> Preflight:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"sqlite format 3"):
        raise WorkbookRefused("dnplan")
    if start.startswith((b"<", b"{\\rtf", b"%pdf")):
        raise WorkbookRefused("html" if start.startswith(b"<") else "not_a_table")
    if head[:2] not in (b"\xff\xfe", b"\xfe\xff") and _binary(head):
        raise WorkbookRefused("not_a_table")
    return Preflight(Form.CSV)


def _binary(head: bytes) -> bool:
    zeros = head.count(0)
    if zeros and abs(head[::2].count(0) - head[1::2].count(0)) > len(head) // 8:
        return False  # every other byte is 0: UTF-16 without its mark
    controls = sum(head.count(code) for code in range(32) if code not in (9, 10, 11, 12, 13, 26))
    return controls > 0


def _ole(path: Path) -> Preflight:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise WorkbookRefused("encrypted")
    names = {"macros": "_VBA_PROJECT", "ole": "ObjectPool", "word": "WordDocument"}
    found = {name for name, entry in names.items() if entry.encode("utf-16-le") in content}
    books = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    if not any(book in content for book in books):
        raise WorkbookRefused("not_a_table")
    return Preflight(Form.XLS, tuple(sorted(found - {"word"})), len(content))


_PLANTED = (
    (re.compile(r"vbaproject\.bin$|/macrosheets/|^basic/|^scripts/", re.IGNORECASE), "macros"),
    (re.compile(r"externallinks/", re.IGNORECASE), "external_links"),
    (re.compile(r"embeddings/|activex/|oleobject|^object ", re.IGNORECASE), "ole"),
    (re.compile(r"xl/connections\.xml$|/querytables/", re.IGNORECASE), "connections"),
)


def _zip(path: Path, size: int) -> Preflight:
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _refuse_crowd(parts, size)
            form = _form({part.filename for part in parts})
            sheet_bytes = _scan(archive, parts, form)
    except WorkbookRefused:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise WorkbookRefused("damaged") from error
    except (RuntimeError, NotImplementedError) as error:  # how zipfile says that an entry is locked
        raise WorkbookRefused("encrypted") from error
    names = [part.filename for part in parts]
    planted = {code for pattern, code in _PLANTED if any(pattern.search(name) for name in names)}
    return Preflight(form, tuple(sorted(planted)), sheet_bytes)


def _refuse_crowd(parts: list[zipfile.ZipInfo], size: int) -> None:
    if len(parts) > MAX_PARTS:
        raise WorkbookRefused("too_many_parts", parts=len(parts), limit=MAX_PARTS)
    if len({part.filename for part in parts}) != len(parts):
        raise WorkbookRefused("damaged")
    if sum(part.compress_size for part in parts) > size:
        raise WorkbookRefused("zip_bomb")


def _form(names: set[str]) -> Form:
    if any(re.fullmatch(r"xl/workbook.*\.xml", name, re.IGNORECASE) for name in names):
        return Form.XLSX
    if any(name.lower() == "xl/workbook.bin" for name in names):
        return Form.XLSB
    if "content.xml" in names:
        return Form.ODS
    workbooks = [name for name in names if re.search(r"workbook\d*\.xml$", name, re.IGNORECASE)]
    if workbooks:
        return Form.XLSX
    raise WorkbookRefused("not_a_table")


def _scan(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], form: Form) -> int:
    """Inflate all parts once; the bytes of the largest sheet."""
    total = largest = 0
    for part in parts:
        scanner = _scanner(part.filename, form)
        bytes_here = 0
        for piece in _pieces(archive, part):
            bytes_here += len(piece)
            total += len(piece)
            _refuse_bomb(part, bytes_here, total)
            if scanner is not None:
                scanner.take(piece)
        if scanner is not None and scanner.is_sheet:
            largest = max(largest, bytes_here)
    return largest


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            yield piece


def _refuse_bomb(part: zipfile.ZipInfo, here: int, total: int) -> None:
    if here > MAX_PART or total > MAX_INFLATED:
        raise WorkbookRefused("zip_bomb")
    if here > RATIO_FROM and here > MAX_RATIO * max(1, part.compress_size):
        raise WorkbookRefused("zip_bomb")


def _scanner(name: str, form: Form) -> _Scanner | None:
    if not name.lower().endswith((".xml", ".rels", ".vml")):
        return None
    if form is Form.ODS and name == "content.xml":
        return _OdsScanner()
    if "worksheets/" in name and not name.endswith(".rels"):
        return _SheetScanner()
    return _Scanner()


class _Scanner:
    """Looks through an XML part for what no spreadsheet needs."""

    is_sheet = False

    def __init__(self) -> None:
        self._tail = b""

    def take(self, piece: bytes) -> None:
        """The next piece; its end is kept, since what is looked for may lie across two."""
        if not self._tail and piece[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<"):
            raise WorkbookRefused("damaged")  # UTF-16 parts would hide from these searches
        window = self._tail + piece
        if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
            raise WorkbookRefused("dtd")
        self.look(window, len(self._tail))
        self._tail = window[-256:]

    def look(self, window: bytes, seen: int) -> None:
        """Search a window whose first ``seen`` bytes were searched before."""


_FAR = re.compile(rb"""\br=["']([A-Z]{3})\d+["']|\br=["'][A-Z]{0,3}(\d{6,})["']""")
_MERGED = re.compile(rb"""mergeCell\s+ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']""")
_VALUED = re.compile(rb"[^>]*/>")


class _SheetScanner(_Scanner):
    """Far cells, rows without number, and merged ranges of a worksheet."""

    is_sheet = True

    def __init__(self) -> None:
        super().__init__()
        self._rows = 0
        self._merged = 0

    def look(self, window: bytes, seen: int) -> None:
        self._rows += window.count(b"<row") - window[:seen].count(b"<row")
        if self._rows > MAX_ROWS:
            raise WorkbookRefused("too_many_rows", limit=MAX_ROWS)
        for match in _FAR.finditer(window):
            self._refuse_far(window, match)
        for match in _MERGED.finditer(window):
            if match.end() > seen:
                self._add_merged(match)

    def _refuse_far(self, window: bytes, match: re.Match[bytes]) -> None:
        column, row = match.groups()
        empty = _VALUED.match(window, match.end()) is not None
        if row is not None and int(row[:9]) > MAX_ROWS and not (empty and len(row) < 8):
            raise WorkbookRefused("far_cell", limit=MAX_ROWS)
        if column is not None and not empty and column_number(column.decode()) > MAX_COLUMNS:
            raise WorkbookRefused("far_cell", limit=MAX_COLUMNS)

    def _add_merged(self, match: re.Match[bytes]) -> None:
        left, top, right, bottom = match.groups()
        wide = column_number(right.decode()) - column_number(left.decode()) + 1
        self._merged += abs(wide) * abs(int(bottom[:9]) - int(top[:9]) + 1)
        if self._merged > MAX_MERGED:
            raise WorkbookRefused("huge_merge", limit=MAX_MERGED)


class _OdsScanner(_Scanner):
    """Repeated rows and columns with content, which a few bytes can make endless."""

    is_sheet = True

    def __init__(self) -> None:
        super().__init__()
        self._row = self._column = self._merged = 0
        self._repeat = 1
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def take(self, piece: bytes) -> None:
        super().take(piece)
        try:
            self._parser.Parse(piece, False)
        except (expat.ExpatError, LookupError) as error:  # an encoding that nobody knows
            raise WorkbookRefused("damaged") from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._row = 0
        elif name == "table:table-row":
            self._column, self._repeat = 0, _times(attributes, "rows")
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._column += _times(attributes, "columns")
        spans = (attributes.get(f"table:number-{way}-spanned", "1") for way in ("rows", "columns"))
        rows, columns = (int(span) if span.isdigit() else 1 for span in spans)
        self._merged += rows * columns - 1
        if self._merged > MAX_MERGED:
            raise WorkbookRefused("huge_merge", limit=MAX_MERGED)
        valued = "office:value-type" in attributes or "table:formula" in attributes
        if valued and (self._column > MAX_COLUMNS or self._row + self._repeat > MAX_ROWS):
            raise WorkbookRefused("far_cell", limit=MAX_ROWS)

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self._row += self._repeat


def _times(attributes: dict[str, str], way: str) -> int:
    text = attributes.get(f"table:number-{way}-repeated", "1")
    return int(text) if text.isdigit() and len(text) < 10 else 1
