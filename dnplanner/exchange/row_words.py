"""What the name of a row says: a sum, a heading over others, or else perhaps a unit."""

from __future__ import annotations

import re

from dnplanner.exchange.headers import words

_WHOLE = r"(tinh|huyen|xa|thi xa|thanh pho|tp|vung|quoc|nganh|khu vuc|dia ban|phuong|quan|bo|doan)"
_TOTAL = re.compile(
    rf"(tong|tong so|tong cong|tong chung|tong so chung|tc|cong|cong chung|"
    rf"tong cong chung|total|chung|"
    rf"(tong |cong |tong cong |chung )?(toan|ca|trong) {_WHOLE}\b.*|"
    rf"(cong|tong|tong so|tong cong|binh quan|trung binh|bq) ?(chung )?{_WHOLE}\b.*|"
    rf"(binh quan|bq)( chung)?|tong (cong|so)\b.*|cong (so|don)\b.*|"
    rf"{_WHOLE} (tong|cong|tong cong|tong so))"
)
ROMAN = re.compile(r"\(?(?:[IVX]{1,5}|[A-D])\)?\.?")
"""The numbers of groups: I, II, (III), A."""
_ORDER = re.compile(r"^\s*\(?[IVX\dA-D]{1,4}[.)]\s*")
_GROUP = re.compile(
    r"((khu vuc|vung|khoi|nhom|cac) .*|(thanh thi|nong thon|do thi|mien nui|vung cao)\b.*|"
    r"(phuong|xa|huyen|thi tran)(( va)? (phuong|xa|thi tran|thanh pho|thi xa|huyen))*|trong do.*)"
)


def is_total(name: str) -> bool:
    """Whether a row's name says that it is a sum: Toàn tỉnh, Tổng cộng, CỘNG, Tổng số.

    Xã Tông Lạnh and Xã Cộng Hòa are units.
    """
    folded = words(_ORDER.sub("", name))
    return _TOTAL.fullmatch(folded) is not None


def is_group(name: str, order: str) -> bool:
    """Whether a row only heads others: Khu vực thành thị, Các xã, I. Vùng 1."""
    folded = words(_ORDER.sub("", name))
    return _GROUP.fullmatch(folded) is not None and (bool(order) or not folded.startswith("ban"))
