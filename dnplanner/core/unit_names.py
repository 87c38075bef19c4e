"""Names of administrative units as people write them, folded so that spellings compare.

Diacritics, case, blanks, apostrophes and hyphens do not tell units apart here; letters do. The kind
in front (huyện, TP., xã …) is taken off, and so is a running number.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

KINDS = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "tp": "thành phố",
    "huyen": "huyện",
    "h": "huyện",
    "thi xa": "thị xã",
    "tx": "thị xã",
    "quan": "quận",
    "q": "quận",
    "xa": "xã",
    "x": "xã",
    "phuong": "phường",
    "p": "phường",
    "thi tran": "thị trấn",
    "tt": "thị trấn",
    "dac khu": "đặc khu",
    "thon": "thôn",
    "bon": "bon",
    "buon": "buôn",
    "ban": "bản",
    "lang": "làng",
    "to dan pho": "tổ dân phố",
    "tdp": "tổ dân phố",
}
"""Folded words and abbreviations of a unit's kind, and how it is written."""

_WORDS = "|".join(sorted(KINDS, key=len, reverse=True))
_KIND = re.compile(rf"({_WORDS})(?:\s*[.:]\s*|\s+)(?=\S)")
_NUMBER = re.compile(
    r"^\(?(?:\d{1,3}|(?!X\.)[IVXL]{1,6}|[a-gA-G])\s*[.)/\-–:]\s*|^\d{1,3}\s+(?=\D)"
)
_NOTE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\]|\*+)\s*$")
_MARKS = re.compile("[\u0300-\u036f]+")
_RAISED = re.compile("[¹²³⁴⁵]+")
_SEPARATORS = re.compile(r"[^a-z0-9]+")


class FoldedName(NamedTuple):
    """A name to compare: ``key`` holds only letters and digits, ``kind`` is empty if not said."""

    key: str
    kind: str


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Lower case without diacritics, blanks made single: ``Tỷ  lệ`` as ``ty le``."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold().replace("đ", "d")))
    if not bare.isascii():  # marks of other scripts
        bare = "".join(letter for letter in bare if not unicodedata.combining(letter))
    return " ".join(bare.split())


def fold(text: str) -> FoldedName:
    """The comparable form of a unit's name, with or without its kind in front.

    Running numbers before and notes in brackets after the name are left out. A name that is its
    kind and a number (Phường 1, Thôn 2) keeps the number.
    """
    body = unicodedata.normalize("NFKC", _RAISED.sub("", text))
    body = " ".join(body.split())
    body = _NOTE.sub("", body) or body
    body = plain(_NUMBER.sub("", body, count=1) or body)
    kind = _KIND.match(body)
    if kind is None or (kind[1] == "ban" and body[kind.end() :][:1].isdigit()):
        return FoldedName(_key(body), "")
    return FoldedName(_key(body[kind.end() :]), KINDS[kind[1]])


def _key(body: str) -> str:
    """Only letters and digits; the spellings Đắk, Đăk and Đắc of one word are one."""
    words = [word for word in _SEPARATORS.split(body) if word]
    return "".join("dak" if word in ("dac", "dack") else word for word in words)


def distance(one: str, other: str, limit: int) -> int:
    """Letters inserted, left out, changed or swapped; ``limit + 1`` when there are more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        line = [row]
        for column, opposite in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (letter != opposite))
            swapped = (
                row > 1 and column > 1 and (letter, opposite) == (other[column - 2], one[row - 2])
            )
            line.append(min(cost, before[column - 2] + 1) if swapped else cost)
        if min(*line, *last) > limit:
            return limit + 1
        before, last = last, line
    return min(last[-1], limit + 1)
