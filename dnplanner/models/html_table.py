"""The first table of an HTML clipboard, as Word and web pages leave it, as a block of texts."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

MAX_CELLS = 2_000_000
"""Cells read at most; spans cannot ask for more."""
_MAX_SPAN = 1_000


def table_block(html: str) -> list[list[str]]:
    """The rows of the first table that is not inside another; empty where there is none.

    A cell over several columns or rows stands in the first of them, the others are empty, so that
    figures stay under their headings. Line breaks and paragraphs in a cell become blanks.
    """
    parser = _Tables()
    parser.feed(html)
    parser.close()
    block = [[" ".join(unicodedata.normalize("NFC", c).split()) for c in r] for r in parser.rows]
    while block and not any(block[-1]):
        block.pop()
    return block


class _Tables(HTMLParser):
    """Collects the cells of the first outermost table."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._done = False
        self._texts: list[str] | None = None
        self._spans = (1, 1)
        self._covered: dict[int, int] = {}
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Tables nest; only rows and cells of the outermost one count."""
        if self._done:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self.rows.append([])
            self._fill_covered()
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self.rows:
                self.rows.append([])
            said = dict(attrs)
            self._spans = (_span(said.get("colspan")), _span(said.get("rowspan")))
            self._texts = []
        elif tag in ("br", "p", "div", "li") and self._texts is not None:
            self._texts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """The end of a cell, a row or the table."""
        if self._done or not self._depth:
            return
        if tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._end_cell()
                self._done = True
        elif (self._depth == 1 and tag in ("td", "th")) or (self._depth == 1 and tag == "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Text of the present cell."""
        if self._texts is not None and not self._done:
            self._texts.append(data)

    def _end_cell(self) -> None:
        if self._texts is None:
            return
        text, self._texts = "".join(self._texts), None
        across, down = self._spans
        if self._cells + across * down > MAX_CELLS:
            across = down = 1
        row = self.rows[-1]
        for place in range(across):
            if down > 1:
                self._covered[len(row)] = down - 1
            row.append("" if place else text)
        self._cells += across
        self._fill_covered()

    def _fill_covered(self) -> None:
        """Empty cells where cells of rows above reach down."""
        row = self.rows[-1]
        while self._covered.get(len(row), 0) > 0:
            self._covered[len(row)] -= 1
            row.append("")


def _span(text: str | None) -> int:
    if text is None or not text.strip().isdecimal():
        return 1
    return max(1, min(int(text.strip()[:5]), _MAX_SPAN))
