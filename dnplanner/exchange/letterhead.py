"""The title of a document among the lines over its table, as Nghị định 30/2020/NĐ-CP sets them.

Issuer and state stand first, then perhaps the label of an appendix or form, then the title in one
or more lines, then in brackets what it belongs to.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dnplanner.core.unit_names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LABEL = re.compile(
    r"(?:phu luc|bieu mau|bieu|mau so|mau)(?: so)?"
    r"(?: *(?:[ivxl]+|\d+[a-z]?)(?:[-./][a-z0-9\-]*[a-z0-9])*)?(?=$| *[:.–\-])[ :.–\-]*"
)
"""Phụ lục, Phụ lục II, Biểu số 01: what an appendix or form is called, not what it says."""
_OPENING = re.compile(
    r"(?:ke hoach|phu luc|bieu|bang|bao cao|tong hop|chi tiet|chi tieu|lo trinh|ket qua|danh sach"
    r"|giao chi tieu|phan bo|du kien|dang ky)\b"
)
_ABOUT = re.compile(r"\b(?:ho|giam) ngheo\b")
_ISSUER = re.compile(
    r"(?:uy ban|ubnd|so (?!ho |luong|lieu)|chi cuc|ban |phong |van phong|hoi dong|hdnd|cong hoa"
    r"|doc lap|tinh |thanh pho|huyen |thi xa|xa |phuong |thi tran|dac khu|cuc |bo )"
)
_BESIDES = re.compile(r"\(|kem theo|don vi tinh|dvt|so ?:|ngay |.*\bngay .*thang|ban hanh|nguon ?:")
_ALONE = frozenset({"ke hoach", "bao cao", "bang", "bieu", "tong hop", "danh sach"})
_GOES_ON = re.compile(
    r"nam \d{4}|giai doan |(?:tren )?dia ban |cua |tinh |huyen |xa |ve |cuoi nam "
)
_BROKEN = (" va", "-", "–", ",")
"""How a line ends that the next one goes on with."""
_LONGEST = 250


def title_in(above: str) -> str:
    """The title among the lines over a table; empty where none is recognised."""
    lines = [" ".join(line.split()) for line in above.splitlines()]
    lines = [line for line in lines if line]
    for at, line in enumerate(lines):
        if at and plain(lines[at - 1]).endswith(_BROKEN):
            continue
        found = _title_from(line, lines[at + 1 :])
        if found:
            return found if len(found) <= _LONGEST else ""
    return ""


def _title_from(line: str, after: Sequence[str]) -> str:
    said = plain(line)
    label = _LABEL.match(said)
    if label is not None:
        rest = line[label.end() :] if len(said) == len(line) else ""
        if rest:
            return _whole([rest], after)
        named = next((one for one in after if not _BESIDES.match(plain(one))), "")
        at = after.index(named) if named else 0
        return "" if not named or _ISSUER.match(plain(named)) else _whole([named], after[at + 1 :])
    if _BESIDES.match(said) or _ISSUER.match(said):
        return ""
    if _OPENING.match(said) or (line.isupper() and _ABOUT.search(said)):
        return _whole([line], after)
    return ""


def _whole(title: list[str], after: Iterable[str]) -> str:
    """The title with the lines it goes on in; a word like KẾ HOẠCH alone says too little."""
    for line in after:
        said = plain(line)
        alone = plain(title[-1]) in _ALONE
        same = line.isupper() and title[-1].isupper() and not _LABEL.match(said)
        broken = plain(title[-1]).endswith(_BROKEN)
        if _BESIDES.match(said) or not (alone or same or broken or _GOES_ON.match(said)):
            break
        title.append(line)
    said = " ".join(title).strip(" .:–-")
    return "" if plain(said) in _ALONE else said
