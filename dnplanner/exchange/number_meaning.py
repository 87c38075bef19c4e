"""What the numbers of a foreign column mean, decided for the column as a whole.

"19.775" may be nineteen thousand households or nineteen and three quarters; one cell cannot tell,
its column often can. What stays open is asked with the possible values, never guessed, and the
original is kept. Rates are only ever compared with what the counts say.
"""

from __future__ import annotations

import datetime
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.numerals import MAX_COUNT
from dnplanner.exchange.grid import GridCell, Kind
from dnplanner.exchange.written_numbers import Style, readings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Wanted(StrEnum):
    """What a column holds: whole households, changes of them, or percentages."""

    COUNT = "count"
    CHANGE = "change"
    PERCENT = "percent"


class Meant(NamedTuple):
    """What a cell means. ``value`` is None for an empty cell and for an open question.

    ``doubt`` then says what is open, ``choices`` what it could be and ``suggested`` the likeliest.
    ``converted`` marks a value that is not simply the number in the cell.
    """

    value: Fraction | None
    original: str = ""
    doubt: str = ""
    choices: tuple[Fraction, ...] = ()
    suggested: Fraction | None = None
    converted: bool = False


_BLANKS = frozenset(("", "-", "–", "—", "…", "...", "−", "x", "//", "_"))
_THOUSAND = Fraction(1000)
_Lost: TypeAlias = tuple[Fraction, Fraction] | None


def decide(cells: Sequence[GridCell | None], wanted: Wanted) -> list[Meant]:
    """What each cell of one column means."""
    if wanted is Wanted.PERCENT:
        return _decide_percentages(cells)
    return _decide_counts(cells, wanted)


def _text(cell: GridCell) -> str:
    return cell.original or cell.text


def _blank(cell: GridCell | None) -> bool:
    return cell is None or (cell.kind is Kind.TEXT and cell.text.strip().casefold() in _BLANKS)


_DOUBTS = {
    Kind.ERROR: "error_cell",
    Kind.UNCACHED: "formula_without_value",
    Kind.TRUTH: "not_a_number",
}


def _strange(cell: GridCell) -> Meant | None:
    """The question that a cell of another kind raises, None for numbers and texts."""
    if cell.kind is Kind.DATE:
        return Meant(None, cell.text, "date", _date_choices(cell.text))
    code = _DOUBTS.get(cell.kind)
    return Meant(None, _text(cell), code) if code else None


def _date_choices(text: str) -> tuple[Fraction, ...]:
    """The decimals that a spreadsheet may have taken for a date: 3.5 for the third of May."""
    try:
        day = datetime.date.fromisoformat(text[:10])
    except ValueError:
        return ()
    pairs = dict.fromkeys(((day.day, day.month), (day.month, day.day), (day.month, day.year % 100)))
    return tuple(Fraction(f"{whole}.{rest}") for whole, rest in pairs)


# Counts


def _decide_counts(cells: Sequence[GridCell | None], wanted: Wanted) -> list[Meant]:
    groups = _groupings(cell for cell in cells if cell is not None and cell.kind is Kind.TEXT)
    lost = _lost_thousands(cells)
    return [
        Meant(None) if cell is None or _blank(cell) else _count(cell, wanted, groups, lost)
        for cell in cells
    ]


def _groupings(cells: Iterable[GridCell]) -> dict[Style, int]:
    """How often each separator certainly or possibly parts thousands in a column of texts."""
    found: dict[Style, int] = {}
    for cell in cells:
        for style in {reading.style for reading in readings(cell.text)}:
            if style in (Style.DOT_GROUPS, Style.COMMA_GROUPS):
                found[style] = found.get(style, 0) + 1
    return found


def _lost_thousands(cells: Iterable[GridCell | None]) -> tuple[Fraction, Fraction] | None:
    """The range of numbers such as 19.775 where a spreadsheet took thousands for decimals.

    That needs two with just three decimals, and none that is no thousandth; None otherwise.
    """
    values = [abs(_exact(cell)) for cell in cells if _fractional(cell)]
    full = [value for value in values if (value * 100).denominator != 1]
    if len(full) < 2 or any((value * _THOUSAND).denominator != 1 for value in values):
        return None
    return min(full), max(full)


def _fractional(cell: GridCell | None) -> bool:
    if cell is None or cell.kind is not Kind.NUMBER or type(cell.value) is int:
        return False
    return _exact(cell).denominator != 1


def _exact(cell: GridCell | None) -> Fraction:
    """A number as it is written in the file, not as a binary fraction."""
    if cell is None:
        return Fraction(0)
    return Fraction(cell.value if type(cell.value) is int else str(cell.value))


def _count(cell: GridCell, wanted: Wanted, groups: dict[Style, int], lost: _Lost) -> Meant:
    strange = _strange(cell)
    if strange is not None:
        return strange
    is_number = cell.kind is Kind.NUMBER
    return _within(_count_number(cell, lost) if is_number else _count_text(cell, groups), wanted)


def _count_number(cell: GridCell, lost: _Lost) -> Meant:
    value, text = _exact(cell), _text(cell)
    if value.denominator == 1 and not lost:
        return Meant(value, text)
    thousandfold = value * _THOUSAND
    if value.denominator == 1:
        if lost and lost[0] / 3 <= value <= lost[1] * 3:  # 20 among 19.775 and 21.931
            return Meant(None, text, "thousands_lost", (thousandfold, value), thousandfold)
        return Meant(value, text)
    if thousandfold.denominator != 1:
        return Meant(None, text, "fraction")
    if lost and (value * 100).denominator != 1:
        return Meant(thousandfold, text, converted=True)
    return Meant(None, text, "thousands_lost", (thousandfold,), thousandfold if lost else None)


def _count_text(cell: GridCell, groups: dict[Style, int]) -> Meant:
    text = _text(cell)
    if "%" in text:
        return Meant(None, text, "rate_in_count")
    found = readings(cell.text)
    if not found:
        return Meant(None, text, "not_a_number")
    grouped = [reading for reading in found if reading.style not in _DECIMAL_STYLES]
    if not grouped:
        whole = (reading.value for reading in found if reading.value.denominator == 1)
        return Meant(None, text, "fraction", tuple(whole))
    best = grouped[0]
    doubt = _grouping_doubt(cell.text, best.style, groups)
    return Meant(None, text, doubt, (best.value,), best.value) if doubt else Meant(best.value, text)


def _grouping_doubt(text: str, style: Style, groups: dict[Style, int]) -> str:
    """Why one group of three digits may not be thousands; empty when it must be."""
    rival = _RIVALS.get(style)
    if rival is None or text.count(".") > 1 or text.count(",") > 1:
        return ""
    if groups.get(rival, 0):
        return "separators_mixed"
    return "comma_thousands" if style is Style.COMMA_GROUPS and groups[style] < 2 else ""


_RIVALS = {
    Style.DOT_GROUPS: Style.COMMA_GROUPS,
    Style.COMMA_GROUPS: Style.DOT_GROUPS,
}
_DECIMAL_STYLES = (Style.DOT_DECIMAL, Style.COMMA_DECIMAL)


def _within(found: Meant, wanted: Wanted) -> Meant:
    value = found.value
    if value is None:
        return found
    if abs(value) > MAX_COUNT:
        return Meant(None, found.original, "too_large")
    if value < 0 and wanted is Wanted.COUNT:
        return Meant(None, found.original, "negative")
    return found


# Percentages


def _decide_percentages(cells: Sequence[GridCell | None]) -> list[Meant]:
    first = [Meant(None) if cell is None or _blank(cell) else _percentage(cell) for cell in cells]
    unmarked = [
        meant
        for cell, meant in zip(cells, first, strict=True)
        if meant.value is not None and cell is not None and not _marked(cell)
    ]
    shares = [meant.value for meant in unmarked if meant.value is not None]
    if not shares or not any(shares) or any(abs(value) > 1 for value in shares):
        return first
    return [
        _share_or_percent(meant) if cell is not None and not _marked(cell) else meant
        for cell, meant in zip(cells, first, strict=True)
    ]


def _share_or_percent(meant: Meant) -> Meant:
    """In a column where nothing exceeds 1, 0,037 may be 3,7 % or 0,037 %."""
    if not meant.value:
        return meant
    return Meant(None, meant.original, "share_or_percent", (meant.value, meant.value * 100))


def _marked(cell: GridCell) -> bool:
    """Whether a percent sign or format says what is meant."""
    return "%" in cell.number_format or "%" in cell.text


def _percentage(cell: GridCell) -> Meant:
    strange = _strange(cell)
    if strange is not None:
        return strange
    text = _text(cell)
    if cell.kind is Kind.NUMBER:
        value = _exact(cell)
        marked = "%" in cell.number_format
        return _limited(value * 100 if marked else value, text, marked)
    found = {reading.value for reading in readings(cell.text) if abs(reading.value) <= 100}
    if len(found) == 1:
        return _limited(found.pop(), text, False)
    if not found:
        code = "out_of_range" if readings(cell.text) else "not_a_number"
        return Meant(None, text, code)
    return Meant(None, text, "ambiguous", tuple(sorted(found)))


def _limited(value: Fraction, text: str, converted: bool) -> Meant:
    if abs(value) > 100:
        return Meant(None, text, "out_of_range")
    return Meant(value, text, converted=converted)
