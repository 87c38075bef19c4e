"""Rows of a sheet as SpreadsheetML, formulas together with their values.

openpyxl writes formulas without values, so that phones, previews and pandas show blanks, and takes
four times as long for a long table. It makes the workbook around the rows; the rows go in here.
"""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LONGEST_TEXT = 32_000
_COMPRESSION = 5


class Content(NamedTuple):
    """One cell: a whole number, a text, or a formula together with what it comes to now."""

    value: int | str
    formula: str = ""


def plain_text(text: str) -> str:
    """``text`` as a workbook can hold it, so that it says there just what it said here."""
    kept = _NOT_IN_XML.sub("", unicodedata.normalize("NFC", text))[:_LONGEST_TEXT]
    return _LOOKS_ESCAPED.sub("_x005F_", kept)


def row_xml(
    row: int, contents: Sequence[Content], styles: Sequence[int], height: int | None = None
) -> str:
    """One row from column A on, ``height`` points high, or as high as its texts need.

    A text is written as text whatever it starts with.
    """
    cells = (
        _cell_xml(f'{letter}{row}" s="{style}', content)
        for letter, content, style in zip(_LETTERS, contents, styles, strict=False)
    )
    fixed = "" if height is None else f' ht="{height}" customHeight="1"'
    return f'<row r="{row}"{fixed}>{"".join(cells)}</row>'


def _cell_xml(place: str, content: Content) -> str:
    value, formula = content
    if formula:
        kind = "" if _NUMBER.fullmatch(str(value)) else '" t="str'
        return f'<c r="{place}{kind}"><f>{escape(formula)}</f><v>{escape(str(value))}</v></c>'
    if isinstance(value, int):
        return f'<c r="{place}"><v>{value}</v></c>'
    text = escape(plain_text(value))
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def with_rows(workbook: bytes, part: str, before: int, rows: Iterable[str]) -> bytes:
    """``workbook`` with ``rows`` put into the sheet ``part`` ahead of its row ``before``."""
    source = ZipFile(io.BytesIO(workbook))
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == part:
                start, mark, rest = content.partition(f'<row r="{before}"'.encode())
                content = start + "".join(rows).encode() + mark + rest
            target.writestr(entry.filename, content, ZIP_DEFLATED, _COMPRESSION)
    return made.getvalue()
