"""Workbooks made to hang, kill or mislead a reader."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
_HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def ordinary() -> dict[str, bytes]:
    """The parts of a small workbook."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["Đơn vị", "Tổng số hộ", "Hộ nghèo"])
    sheet.append(["Krông Nô", 19775, 748])
    out = io.BytesIO()
    made.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], path: Path) -> Path:
    """The parts as a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def with_part(name: str, content: bytes) -> Callable[[Path], Path]:
    """A workbook with one part added or replaced."""

    def make(path: Path) -> Path:
        return zipped({**ordinary(), name: content}, path)

    return make


def with_sheet(inside: str, after: str = "") -> Callable[[Path], Path]:
    """A workbook whose sheet holds these rows."""
    return with_part(SHEET, f"{_HEAD}{inside}</sheetData>{after}</worksheet>".encode())


def many_parts(path: Path) -> Path:
    extra = {f"xl/media/image{n}.bin": b"" for n in range(10_000)}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**ordinary(), **extra}.items():
            archive.writestr(name, content)
    return path


def truncated(path: Path) -> Path:
    whole = zipped(ordinary(), path).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return path


def flipped(path: Path) -> Path:
    whole = bytearray(zipped(ordinary(), path).read_bytes())
    whole[len(whole) // 3 : len(whole) // 3 + 40] = b"\xff" * 40
    path.write_bytes(whole)
    return path


def raw(content: bytes) -> Callable[[Path], Path]:
    """A file of these bytes."""

    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


_ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
_BOMB = b"<x>" + b" " * (64 * 2**20)
_MILLION = "<row/>" * 400_000

REFUSED: dict[str, tuple[Callable[[Path], Path], set[str]]] = {
    "zip bomb": (with_part("xl/sharedStrings.xml", _BOMB), {"zip_bomb"}),
    "zip bomb in a picture": (with_part("xl/media/a.png", b"\0" * (64 * 2**20)), {"zip_bomb"}),
    "thousands of parts": (many_parts, {"too_many_parts"}),
    "entities": (
        with_part("xl/sharedStrings.xml", b'<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'),
        {"dtd"},
    ),
    "a DTD in the sheet": (with_part(SHEET, b"<!DOCTYPE a><worksheet/>"), {"dtd"}),
    "UTF-16 hides from searches": (
        with_part(SHEET, f"{_HEAD}</sheetData></worksheet>".encode("utf-16")),
        {"damaged"},
    ),
    "far cell below": (
        with_sheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
        {"far_cell"},
    ),
    "far cell to the right": (
        with_sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        {"far_cell"},
    ),
    "huge merge": (
        with_sheet(_ROW, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        {"huge_merge"},
    ),
    "many merges": (
        with_sheet(
            _ROW,
            "<mergeCells>"
            + "".join(f'<mergeCell ref="A{n}:Z{n}"/>' for n in range(1, 20_000))
            + "</mergeCells>",
        ),
        {"huge_merge"},
    ),
    "a million rows": (with_sheet(_MILLION), {"too_many_rows"}),
    "cut short": (truncated, {"damaged"}),
    "bytes changed": (flipped, {"damaged", "not_a_table"}),
    "no table at all": (raw(b"%PDF-1.7 ..."), {"not_a_table"}),
    "a web page": (raw(b"<html><table><tr><td>1</td></tr></table>"), {"html"}),
    "nothing": (raw(b""), {"empty"}),
    "a password": (
        raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") * 20),
        {"encrypted"},
    ),
}
"""What is refused, and by which reasons."""

PLANTED: dict[str, Callable[[Path], Path]] = {
    "macros": with_part("xl/vbaProject.bin", b"\0" * 64),
    "external_links": with_part("xl/externalLinks/externalLink1.xml", b"<externalLink/>"),
    "ole": with_part("xl/embeddings/oleObject1.bin", b"\0" * 64),
    "connections": with_part("xl/connections.xml", b"<connections/>"),
}
"""What is named and left alone."""
