"""Text tables: the encoding and the separator found, the cells as texts, nothing inferred."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from dnplanner.exchange.grid import Grid, GridRow, Sheet
from dnplanner.exchange.legacy_fonts import from_tcvn3, guessed_decoder, vietnamese_words
from dnplanner.exchange.preflight import MAX_COLUMNS, MAX_ROWS, WorkbookRefused

if TYPE_CHECKING:
    from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATORS = ";\t,|"
_SAMPLE_LINES = 60
_SAMPLE_LETTERS = 20_000
_LOST_LETTER = re.compile(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
"""A question mark inside a word: saved in an encoding without the letter, which is gone."""
_MANY_LOST = 8


def read_text_table(path: Path) -> Grid:
    """The file as one sheet of texts. Raises WorkbookRefused."""
    text, encoding = decoded(path.read_bytes())
    if len(_LOST_LETTER.findall(text[:_SAMPLE_LETTERS])) >= _MANY_LOST:
        raise WorkbookRefused("letters_lost")
    separator, text = _separator(text)
    rows: list[GridRow] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(tuple(_cell(cell) for cell in row[:MAX_COLUMNS]))
            if len(rows) > MAX_ROWS:
                raise WorkbookRefused("too_many_rows", limit=MAX_ROWS)
    except csv.Error as error:
        raise WorkbookRefused("damaged") from error
    return Grid("csv", [Sheet(path.stem, rows)], (), encoding)


def decoded(content: bytes) -> tuple[str, str]:
    """The text, and the name of the encoding it was read by."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strict(content, encoding), encoding.removesuffix("-sig")
    if b"\0" in content[:4096]:
        encoding = "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
        return _strict(content, encoding), encoding
    try:
        text, encoding = content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _single_bytes(content)
    decode = guessed_decoder(text.splitlines()[:_SAMPLE_LINES])
    if decode is None:
        return unicodedata.normalize("NFC", text), encoding
    return decode(text), decode.__name__.removeprefix("from_")


def _strict(content: bytes, encoding: str) -> str:
    try:
        return unicodedata.normalize("NFC", content.decode(encoding))
    except UnicodeDecodeError as error:
        raise WorkbookRefused("damaged") from error


def _single_bytes(content: bytes) -> tuple[str, str]:
    """Of the single-byte encodings in use, the one that makes the most words of such tables."""
    western = content.decode("latin-1")
    found = {
        "cp1258": content.decode("cp1258", "replace"),
        "tcvn3": from_tcvn3(western),
    }
    decode = guessed_decoder(western.splitlines()[:_SAMPLE_LINES])
    if decode is not None:
        found[decode.__name__.removeprefix("from_")] = decode(western)
    texts = {name: unicodedata.normalize("NFC", text) for name, text in found.items()}
    scores = {
        name: vietnamese_words(text.splitlines()[:_SAMPLE_LINES]) for name, text in texts.items()
    }
    best = max(scores, key=scores.__getitem__)
    if not scores[best] or list(scores.values()).count(scores[best]) > 1:
        raise WorkbookRefused("encoding_unknown")
    return texts[best], best


def _separator(text: str) -> tuple[str, str]:
    """The separator whose columns agree best over the first lines, and the text to split."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.rstrip("\r")) == 5:
        return first[4], rest
    lines = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]
    return max(_SEPARATORS, key=lambda separator: _agreement(lines, separator)), text


def _agreement(lines: list[str], separator: str) -> tuple[int, int]:
    """Lines with the commonest number of columns, as far as there are several columns."""
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=separator))
    except csv.Error:
        return 0, 0
    widths.pop(1, None)
    if not widths:
        return 0, 0
    width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
    return times, -_SEPARATORS.index(separator) if width > 1 else 0


def _cell(text: str) -> str | None:
    return text.strip() or None
