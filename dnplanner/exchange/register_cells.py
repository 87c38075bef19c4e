"""The cells of a register as a table of texts: nothing is taken for a number, sums are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.exchange.grid import Content, GridCell
from dnplanner.exchange.register_words import PLACES, Held
from dnplanner.exchange.row_words import is_total

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dnplanner.exchange.register_finding import Register, RegisterColumn


def cells_of(register: Register, columns: Mapping[Held, RegisterColumn]) -> pd.DataFrame:
    """The cells of ``columns`` as texts by sheet row, named by what they hold; empty if nothing."""
    import pandas as pd

    first, rows = register.first, register.sheet.rows
    read = {
        held.value: [_text(row[at]) if at < len(row) else "" for row in rows[first:]]
        for held, at in ((held, column.column) for held, column in columns.items())
    }
    for held in PLACES:
        if held in columns:
            _fill_merged(register, read[held.value], columns[held].column)
    return pd.DataFrame(read, index=pd.RangeIndex(first, len(rows)), dtype=str)


def _fill_merged(register: Register, names: list[str], column: int) -> None:
    """A place merged over several rows is that of all of them."""
    first = register.first
    for top, left, bottom, right in register.sheet.merged:
        if left <= column <= right and first <= top < bottom < first + len(names):
            names[top - first : bottom - first + 1] = [names[top - first]] * (bottom - top + 1)


def totals_in(
    register: Register, columns: Mapping[Held, RegisterColumn], cells: pd.DataFrame
) -> pd.Series[bool]:
    """Which rows say, in a place or where no place is named, that they are a sum."""
    import pandas as pd

    named = [held.value for held in PLACES if held in columns]
    total = pd.Series(False, index=cells.index)
    for name in named:
        sums = [text for text in cells[name].unique() if text and is_total(text)]
        total |= cells[name].isin(sums)
    bare = (cells[named] == "").all(axis=1)
    rows = register.sheet.rows
    said = [row for row in cells.index[bare] if any(is_total(_text(cell)) for cell in rows[row])]
    return total | cells.index.isin(said)


def _text(content: Content) -> str:
    """A cell's text; 1.0 as 1, for codes that are numbers."""
    if type(content) is str:
        return content.strip()
    if content is None:
        return ""
    if isinstance(content, GridCell):
        return _text(content.value)
    if isinstance(content, float) and content.is_integer():
        return str(int(content))
    return str(content).strip()
