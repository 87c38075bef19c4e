"""The words of household registers: what a column holds, and what stands in its cells.

Only whole expressions are known. What merely resembles one is asked, with a suggestion.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from dnplanner.exchange.headers import Role, meaning, words
from dnplanner.exchange.proposals import LEFT_OUT

if TYPE_CHECKING:
    from collections.abc import Sequence

POOR, NEAR_POOR = "poor", "near_poor"
"""What a household is, beside LEFT_OUT for neither; also the answers to questions about it."""
KINH, DTTS = "kinh", "dtts"
"""The majority, and everybody else."""
MARKED = "x"


class Held(StrEnum):
    """What a column of a register holds. The first five name places, the lowest first."""

    VILLAGE = "village"
    COMMUNE = "commune"
    UNIT = "unit"
    DISTRICT = "district"
    PROVINCE = "province"
    CLASS = "class"
    POOR = "poor_mark"
    NEAR_POOR = "near_poor_mark"
    ETHNICITY = "ethnicity"
    DTTS = "dtts_mark"
    LOCAL = "local_mark"
    CODE = "code"
    HEAD = "head"

    __hash__ = str.__hash__


PLACES = (Held.VILLAGE, Held.COMMUNE, Held.UNIT, Held.DISTRICT, Held.PROVINCE)
"""Columns of places, the lowest first; a UNIT may be of any level."""

_DATED = r"( (cuoi |dau )?nam 20\d\d)?"
_HEADINGS = (
    (Held.CODE, r"(so )?ma( so| dinh danh)? ho( gia dinh| ngheo| dan)?"),
    (Held.HEAD, r"(ho (va )?ten|ten)( nguoi)?( dai dien)?( chu)? ho|chu ho|ho (va )?ten"),
    (Held.LOCAL, r"((la )?(ho )?(dtts|dan toc( thieu so)?) )?tai cho|dttstc"),
    (Held.DTTS, r"(la )?(ho )?(dtts|dan toc thieu so)"),
    (Held.ETHNICITY, r"(thanh phan )?dan toc( cua)?( chu ho)?"),
    (Held.NEAR_POOR, rf"(la )?(ho can ngheo|can ngheo|hcn){_DATED}"),
    (Held.POOR, rf"(la )?(ho ngheo|ngheo|hn){_DATED}"),
    (Held.CLASS, rf"(phan loai|loai ho|dien|dien ho|loai|doi tuong)( ho)?( ngheo)?{_DATED}"),
    (Held.CLASS, rf"ket qua( phan loai| ra soat| binh xet)?( ho)?( ngheo)?{_DATED}"),
    (Held.CLASS, rf"(phan loai )?(ho )?ngheo ?(/|va|hoac)? ?(ho )?can ngheo{_DATED}"),
)
_LEVELS = (
    (Held.VILLAGE, r"(ten )?(thon|bon|buon|ban|lang|to dan pho|tdp|khu pho|ap)\b.*"),
    (Held.COMMUNE, r"(ten )?(cac )?(xa|phuong|thi tran|dac khu)\b.*"),
    (Held.DISTRICT, r"(ten )?(cac )?(huyen|quan|thi xa|thanh pho|tp|tx)\b.*"),
    (Held.PROVINCE, r"(ten )?tinh\b.*"),
)


def held(headings: Sequence[str]) -> Held | None:
    """What a column with these headings, top to bottom, holds; the lowest that says so decides."""
    for text in reversed(headings):
        found = _held(words(text))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=1024)
def _held(said: str) -> Held | None:
    for role, pattern in _HEADINGS:
        if re.fullmatch(pattern, said):
            return role
    place = meaning((said,))
    if place is None or place.role is not Role.NAME or said.endswith("ten"):
        return None
    if re.search(r"\b(xa|phuong)\b.*\bhuyen\b|\bhuyen\b.*(?<!thi )\b(xa|phuong)\b", said):
        return Held.UNIT  # any of the two: "Xã/Huyện"
    levels = (role for role, pattern in _LEVELS if re.fullmatch(pattern, said))
    return next(levels, Held.UNIT)


_CLASSES = {
    **dict.fromkeys(("ho ngheo", "ngheo", "hn"), POOR),
    **dict.fromkeys(("ho can ngheo", "can ngheo", "hcn"), NEAR_POOR),
    **dict.fromkeys(
        (
            "",
            "thoat ngheo",
            "ho thoat ngheo",
            "moi thoat ngheo",
            "ho moi thoat ngheo",
            "thoat can ngheo",
            "ho thoat can ngheo",
            "khong ngheo",
            "ho khong ngheo",
        ),
        LEFT_OUT,
    ),
}
_MARKS = {
    **dict.fromkeys(("x", "1", "co", "v", "✓", "✔"), MARKED),
    **dict.fromkeys(("", "0", "khong", "-"), LEFT_OUT),
}


def class_of(text: str) -> str | None:
    """POOR, NEAR_POOR or LEFT_OUT, as a classification says; None when it is to be asked."""
    return _CLASSES.get(words(text)) if words(text) or not text else None


def likely_class(text: str) -> str | None:
    """What a longer classification may mean: "Tái nghèo" is poor, but somebody must say so."""
    said = words(text)
    if re.search(r"\b(thoat|khong|da chieu)\b", said):
        return None
    if re.search(r"\bcan ngheo\b", said):
        return NEAR_POOR
    return POOR if re.search(r"\bngheo\b", said) else None


def mark_of(text: str) -> str | None:
    """MARKED or LEFT_OUT; None when it is to be asked."""
    return _MARKS.get(words(text) or text)


def ethnicity_of(text: str) -> str | None:
    """KINH, DTTS, or empty where nothing is said; None for numbers and signs."""
    said = words(text)
    if not said and not text:
        return ""
    if said in ("kinh", "dan toc kinh", "nguoi kinh"):
        return KINH
    letters = re.sub(r"[\W\d_]", "", said)
    return DTTS if len(letters) > 1 and said not in _MARKS else None
