"""What a column is about, by the words above it, in Vietnamese with or without diacritics.

The words of the column itself decide; those of merged headings above it add the year, the group and
what is only implied below ("Hộ nghèo | Số hộ | Tỷ lệ %").
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.series import Measure
from dnplanner.core.unit_names import plain

if TYPE_CHECKING:
    from collections.abc import Sequence


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    NAME = "name"
    PARENT = "parent"
    CODE = "code"
    COUNT = "count"
    RATE = "rate"
    REDUCTION = "reduction"
    POINTS = "points"
    OTHER = "other"


class Meaning(NamedTuple):
    """A column's meaning.

    ``year`` is the year whose end it describes, None where not said; ``planned`` whether it is a
    plan's figure; ``moment`` is start or end where only words like "đầu năm" say so.
    """

    role: Role
    measure: Measure | None = None
    year: int | None = None
    planned: bool = False
    moment: str = ""


FIGURES = frozenset((Role.COUNT, Role.RATE, Role.REDUCTION, Role.POINTS))

_NUMBER = re.compile(r"(stt|tt|so tt|so thu tu|s t t|no)")
_CODE = re.compile(r"ma( so)?( (don vi|dv|dvhc|xa|huyen|tinh|hanh chinh|thon))?")
_PLACE = (
    r"(huyen|xa|phuong|thi tran|thi xa|thanh pho|tp|tx|tt|dac khu|quan|tinh|thon|bon|buon|ban|lang|"
    r"to dan pho|tdp|dia phuong|dia ban|don vi( hanh chinh)?|dvhc|khu vuc|noi dung|chi tieu)"
)
_NAME = re.compile(rf"(ten )?(cac )?{_PLACE}( ?(va )?{_PLACE})*( truc thuoc)?|ten|ho va ten xa")
_PERSONS = re.compile(r"\b(nhan khau|so khau|khau|nguoi(?! dan toc)|lao dong|thanh vien)\b")
_FLOWS = re.compile(
    r"\b(thoat ngheo|thoat can ngheo|tai ngheo|phat sinh|tai can ngheo|tang|tach ho|"
    r"chuyen|nhap ho)\b"
)
_SHARES = re.compile(
    r"\b(co cau|ty trong|dat|hoan thanh|so voi|ti trong|tren tong so ho ngheo|xep)\b"
)
_RATE = re.compile(r"\b(ty le|ti le|tyle|tl|ty suat)\b|%|^ty le")
_FALL = re.compile(r"\b(giam|giam duoc|muc giam)\b")
_PLAN = re.compile(r"\b(du kien|ke hoach|kh|chi tieu|muc tieu|phan dau|uoc|dang ky|giao)\b")
_FOUND = re.compile(r"\b(ket qua|ra soat|thuc hien|th|hien trang|thuc te|hien co)\b")
_YEAR = re.compile(r"\b(20[0-4]\d)\b")
_START = re.compile(r"\b(dau nam|dau ky|hien tai|hien trang|nam truoc|hien co|nam goc)\b")
_END = re.compile(r"\b(cuoi ky|nam nay|den cuoi nam)\b")
_ALL_HOUSEHOLDS = re.compile(
    r"\b(tong so ho|tong ho|ts ho|t so ho|tong so ho dan|so ho chung|ho chung|ho dan( cu)?|"
    r"so ho dan|"
    r"ho toan|tong so ho gia dinh|tong so ho tren dia ban)\b"
)
_BARE = re.compile(
    r"(tong )?(so )?(luong )?(ho|so|chung|tong|tong so|so luong|sl|so ho)( ho| \(ho\))*"
)
_NOT_WORDS = re.compile(r"[^a-z0-9%/]+")


@lru_cache(maxsize=4096)
def words(text: str) -> str:
    """Text as lower-case words without diacritics or punctuation; ``%`` and ``/`` stay."""
    return " ".join(_NOT_WORDS.sub(" ", plain(text)).replace("%", " % ").split())


def meaning(headings: Sequence[str]) -> Meaning | None:
    """The meaning of a column whose headings, top to bottom, are these; None when unknown."""
    stack = [words(text) for text in headings]
    stack = [text for at, text in enumerate(stack) if text and text not in stack[:at]]
    if not stack:
        return None
    own, above = stack[-1], stack[:-1]
    simple = _simple(own) or (_simple(above[-1]) if above and _is_numbering(own) else None)
    if simple is not None:
        return Meaning(simple)
    return _figure(own, above)


def _is_numbering(text: str) -> bool:
    return re.fullmatch(r"[0-9a-d ]{1,3}", text) is not None


def _simple(own: str) -> Role | None:
    if _NUMBER.fullmatch(own):
        return Role.NUMBER
    if _CODE.fullmatch(own):
        return Role.CODE
    if _NAME.fullmatch(own.replace("/", " ").replace("  ", " ")):
        return Role.NAME
    return None


def _figure(own: str, above: Sequence[str]) -> Meaning | None:
    everything = " ".join((*above, own))
    measure = _measure(own, above)
    role = _role(own, above, measure)
    if role is None:
        return None
    if role is not Role.COUNT:
        measure = _NUMERATORS[_group((own, *reversed(above)))] if measure in _WHOLES else measure
    return Meaning(
        role,
        measure,
        _year(own, above),
        _planned(own, above),
        "start" if _START.search(everything) else "end" if _END.search(everything) else "",
    )


def _role(own: str, above: Sequence[str], measure: Measure | None) -> Role | None:
    if _PERSONS.search(own) or _FLOWS.search(own) or _SHARES.search(own):
        return Role.OTHER
    if above and _FLOWS.search(above[-1]) and not _ALL_HOUSEHOLDS.search(own):
        return Role.OTHER
    falls = bool(_FALL.search(own)) or (_weak(own) and bool(above) and _is_fall(above[-1]))
    if _RATE.search(own):
        return Role.POINTS if falls else Role.RATE
    if falls:
        points = own in ("giam", "muc giam") and bool(above) and _RATE.search(above[-1])
        return Role.POINTS if points or "diem" in own else Role.REDUCTION
    if _is_rate_group(own, above):
        return Role.RATE
    return Role.COUNT if measure is not None else None


def _is_fall(text: str) -> bool:
    """Whether a heading speaks of a fall, and not of "chỉ tiêu giảm nghèo" as such."""
    return bool(_FALL.search(text)) and not re.search(r"giam (ngheo|ty le)", text)


def _weak(own: str) -> bool:
    """Whether a heading says so little that the one above must be asked."""
    bare = _BARE.fullmatch(_YEAR.sub("", own).replace("nam", "").strip())
    return bare is not None or re.fullmatch(r"(ty le|ti le|tl)?( ?%)?", own) is not None


def _is_rate_group(own: str, above: Sequence[str]) -> bool:
    """Years or groups under one heading "Tỷ lệ hộ nghèo (%)"."""
    narrow = re.sub(
        r"\b(nam|cuoi|den|20\d\d|31/12/?|dtts|dan toc thieu so|tai cho|chung|kh|th)\b", "", own
    )
    return bool(above) and not narrow.strip() and bool(_RATE.search(above[-1]))


def _measure(own: str, above: Sequence[str]) -> Measure | None:
    """Which households are counted, by the nearest heading that says so."""
    group = _group((own, *reversed(above)))
    if _ALL_HOUSEHOLDS.search(own) and "ngheo" not in own:
        return _DENOMINATORS[group]
    for text in (own, *reversed(above)):
        found = _subject(text, group)
        if found is not None:
            return found
    if re.search(r"\bho\b", own) or re.search(r"\bho\b", " ".join(above)):
        return _DENOMINATORS[group]
    return None


def _subject(text: str, group: str) -> Measure | None:
    if re.search(r"\b(can ngheo|hcn|ho cn|can n)\b", text) and not re.search(
        r"ngheo (va )?(ho )?can", text
    ):
        return Measure.NEAR_POOR
    if re.search(r"\b(ho ngheo|hn|ho n|ngheo|so ho ngheo)\b", text) and not re.search(
        r"giam ngheo|ra soat ho ngheo|ngheo da chieu", text
    ):
        return _NUMERATORS[group]
    if "ra soat ho ngheo" in text and text.endswith("so ho ngheo"):
        return _NUMERATORS[group]
    return None


def _group(texts: Sequence[str]) -> str:
    for text in texts:
        if re.search(r"\b(dtts tai cho|dttstc|thieu so tai cho|dan toc tai cho|tai cho)\b", text):
            return "local"
        if re.search(r"\b(dtts|dan toc thieu so|dan toc)\b", text):
            return "dtts"
    return "all"


_DENOMINATORS = {
    "all": Measure.HOUSEHOLDS,
    "dtts": Measure.DTTS_HOUSEHOLDS,
    "local": Measure.DTTS_LOCAL_HOUSEHOLDS,
}
_WHOLES = (None, *_DENOMINATORS.values())
_NUMERATORS = {
    "all": Measure.POOR,
    "dtts": Measure.DTTS_POOR,
    "local": Measure.DTTS_LOCAL_POOR,
}


def _year(own: str, above: Sequence[str]) -> int | None:
    """The year whose end is meant; the start of a year is the end of the year before."""
    for text in (own, *reversed(above)):
        found = _YEAR.findall(text)
        if found:
            year = int(found[-1])
            early = re.search(r"\b(dau (nam|ky)|01/01|1/1)\b", text)
            return year - 1 if early else year
    return None


def _planned(own: str, above: Sequence[str]) -> bool:
    for text in (own, *reversed(above)):
        if _PLAN.search(text):
            return True
        if _FOUND.search(text):
            return False
    return False
