"""Texts as the numbers they may write: separators of every kind, signs, footnotes, units."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple


class Style(StrEnum):
    """How a written number parts its thousands or its decimals."""

    PLAIN = "plain"
    DOT_GROUPS = "dot_groups"
    COMMA_GROUPS = "comma_groups"
    SPACE_GROUPS = "space_groups"
    DOT_DECIMAL = "dot_decimal"
    COMMA_DECIMAL = "comma_decimal"


class WrittenNumber(NamedTuple):
    """A number that a text can write, and how it parts its digits."""

    style: Style
    value: Fraction


_UNIT_WORD = re.compile(r"\s*(?:hộ|ho|người|đ\.?v|điểm|%|℅|٪)\.?\s*(?:%|)\s*$", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?<=\d)\s*(?:\*+|\(\*+\)|[¹²³])$")
_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009\u2007'’](?=\d{3}(?:\D|$))")
_PLAIN = re.compile(r"\d+", re.ASCII)
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+", re.ASCII)
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+", re.ASCII)
_DOT_DECIMAL = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)?\.\d+", re.ASCII)
_COMMA_DECIMAL = re.compile(r"(?:\d+|\d{1,3}(?:\.\d{3})+)?,\d+", re.ASCII)
_MAX_LENGTH = 40


def readings(text: str) -> tuple[WrittenNumber, ...]:
    """All numbers that ``text`` can write; none for what is no number (nan, 1e5, 1/2 …)."""
    body, negative = _body(text)
    found = []
    if _PLAIN.fullmatch(body):
        found.append(WrittenNumber(Style.PLAIN, Fraction(int(body))))
    for pattern, style, dropped in _GROUPED:
        if pattern.fullmatch(body):
            found.append(WrittenNumber(style, Fraction(int(body.replace(dropped, "")))))
    for pattern, style, dropped in _DECIMAL:
        if pattern.fullmatch(body):
            found.append(
                WrittenNumber(style, Fraction(body.replace(dropped, "").replace(",", ".")))
            )
    sign = -1 if negative else 1
    return tuple(WrittenNumber(style, sign * value) for style, value in found)


_GROUPED = (
    (_DOTS, Style.DOT_GROUPS, "."),
    (_COMMAS, Style.COMMA_GROUPS, ","),
    (re.compile(r"\d{1,3}(?: \d{3})+", re.ASCII), Style.SPACE_GROUPS, " "),
)
_DECIMAL = (
    (_DOT_DECIMAL, Style.DOT_DECIMAL, ","),
    (_COMMA_DECIMAL, Style.COMMA_DECIMAL, "."),
)


def _body(text: str) -> tuple[str, bool]:
    """The digits with their separators, and whether the number is negative."""
    if len(text) > _MAX_LENGTH:
        return "", False
    bare = _FOOTNOTE.sub("", text.strip().lstrip("'‘`"))
    body = unicodedata.normalize("NFKC", bare).strip()
    body = _FOOTNOTE.sub("", _UNIT_WORD.sub("", body))
    body = _SPACES.sub(" ", body).strip()
    if re.fullmatch(r"\(\s*[\d., ]+\)", body):
        return body.strip("() "), True
    negative = body[:1] in ("-", "−", "–")
    return (body[1:] if negative or body[:1] == "+" else body).strip(), negative
