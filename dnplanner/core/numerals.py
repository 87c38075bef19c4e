"""Vietnamese numerals, strictly: 170.550 is a count, 5,18 a rate; nothing else is guessed.

Thousands are parted by dots in groups of three, or not at all; decimals follow a comma.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from dnplanner.core.errors import NumeralError
from dnplanner.core.rates import scaled

if TYPE_CHECKING:
    import re

MAX_COUNT = 99_999_999
"""The largest count a cell takes: the whole country has fewer than 30 million households."""

NO_VALUE = "–"
"""What stands where a number does not exist."""
MINUS = "−"

_NUMERAL = r"([+\-−]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?"
_DOT_DECIMAL = r"[+\-−]?\d+\.\d+"
_MAX_DIGITS = 15


def parse_count(text: str) -> int:
    """The whole number of households that ``text`` writes.

    Raises NumeralError with code ``empty``, ``not_a_number``, ``dot_in_count``, ``fraction``,
    ``negative`` or ``too_large`` (above MAX_COUNT).
    """
    sign, digits = _whole_parts(text)
    count = _within_limit(digits, text)
    if sign and count:
        raise NumeralError("negative", text=text)
    return count


def parse_change(text: str) -> int:
    """A number of households that may be negative, such as a reduction that is a rise."""
    sign, digits = _whole_parts(text)
    return (-1 if sign else 1) * _within_limit(digits, text)


def parse_percent(text: str) -> Fraction:
    """The percentage or drop in points that ``text`` writes, exactly; a closing % is allowed.

    Raises NumeralError with code ``empty``, ``not_a_number``, ``dot_decimal`` or ``too_large``.
    """
    body = text.strip()
    body = body.removesuffix("%")
    sign, digits, decimals = _parts(body)
    fraction = decimals or ""
    if len(digits) + len(fraction) > _MAX_DIGITS:
        raise NumeralError("too_large", text=text, limit=MAX_COUNT)
    value = Fraction(int(digits + fraction), 10 ** len(fraction))
    return -value if sign else value


def format_count(value: int | None) -> str:
    """``170550`` as ``170.550``; None as a dash."""
    if value is None:
        return NO_VALUE
    text = f"{abs(value):,}".replace(",", ".")
    return MINUS + text if value < 0 else text


def format_ratio(value: Fraction | None, decimals: int) -> str:
    """``value`` rounded half-up to ``decimals`` decimals, as ``5,18``; None as a dash."""
    if value is None:
        return NO_VALUE
    number = scaled(value, decimals)
    whole, rest = divmod(abs(number), 10**decimals)
    text = format_count(whole) + (f",{rest:0{decimals}d}" if decimals else "")
    return MINUS + text if number < 0 else text


def format_exact(value: Fraction) -> str:
    """A typed percentage with just the decimals it has: 4, 0,8, 2,25."""
    return format_ratio(value, _decimals_of(value))


def format_alike(*values: Fraction) -> list[str]:
    """Figures to be held against each other, with as many decimals as one of them has."""
    decimals = max(map(_decimals_of, values))
    return [format_ratio(value, decimals) for value in values]


def _decimals_of(value: Fraction) -> int:
    """The decimals that write a number exactly, at most those that are read."""
    exact = (at for at in range(_MAX_DIGITS) if (value * 10**at).denominator == 1)
    return next(exact, _MAX_DIGITS)


def decimal_point(value: Fraction | None, decimals: int) -> str | None:
    """``value`` rounded half-up, with a decimal point, for files and JSON: ``5.18``."""
    if value is None:
        return None
    number = scaled(value, decimals)
    whole, rest = divmod(abs(number), 10**decimals)
    return ("-" if number < 0 else "") + str(whole) + (f".{rest:0{decimals}d}" if decimals else "")


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """A pattern, made when the first number is read: the first paint only writes numbers."""
    import re

    return re.compile(text, re.ASCII)


def _whole_parts(text: str) -> tuple[bool, str]:
    """Sign and digits of a number of households, which has no decimals."""
    sign, digits, decimals = _parts(text, "dot_in_count")
    if decimals is not None:
        raise NumeralError("fraction", text=text)
    return sign, digits


def _parts(text: str, misplaced_dot: str = "dot_decimal") -> tuple[bool, str, str | None]:
    """Sign (True when negative), digits without dots, decimals or None.

    Raises NumeralError, with the code ``misplaced_dot`` for a dot that parts no thousands.
    """
    body = text.strip()
    if not body:
        raise NumeralError("empty", text=text)
    match = _pattern(_NUMERAL).fullmatch(body)
    if match is None:
        code = misplaced_dot if _pattern(_DOT_DECIMAL).fullmatch(body) else "not_a_number"
        raise NumeralError(code, text=text)
    sign, digits, decimals = match.groups()
    return sign in ("-", MINUS), digits.replace(".", ""), decimals


def _within_limit(digits: str, text: str) -> int:
    # The length first: int() refuses thousands of digits with an error of its own.
    if len(digits) > _MAX_DIGITS or int(digits) > MAX_COUNT:
        raise NumeralError("too_large", text=text, limit=MAX_COUNT)
    return int(digits)
