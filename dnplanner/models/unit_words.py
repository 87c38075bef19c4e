"""What is known of one unit's plan: is its cut realistic, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import NO_VALUE, format_ratio
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.models.wording import unit_name

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.core.realism import Realism
    from dnplanner.models.document import Document

translate = QCoreApplication.translate


class Comparison(NamedTuple):
    """A line of the panel: what the planned cut is compared with, and that cut in points."""

    words: str
    figure: str
    tip: str = ""


def unit_comparisons(document: Document, unit: str) -> list[Comparison]:
    """The planned cut beside the unit's own fastest one and those of units like it."""
    found = document.realism(unit)
    planned = Comparison(translate("Unit", "Kế hoạch năm nay"), _points(found.planned))
    return [planned, _own_past(found), _similar(document, found)]


def _own_past(found: Realism) -> Comparison:
    fastest = found.fastest
    if fastest is None:
        words = translate("Unit", "Mức cao nhất từng đạt")
        tip = translate("Unit", "Chưa có số liệu các năm trước theo cùng một chuẩn nghèo.")
        return Comparison(words, NO_VALUE, tip)
    words = translate("Unit", "Mức cao nhất từng đạt ({first}–{last})")
    years = "\n".join(
        f"{cut.first_year}–{cut.last_year}: {_points(cut.points)}" for cut in found.past
    )
    return Comparison(
        words.format(first=fastest.first_year, last=fastest.last_year),
        _points(fastest.points),
        years,
    )


def _similar(document: Document, found: Realism) -> Comparison:
    words = translate("Unit", "Đơn vị tương tự (trung vị)")
    lines = [
        translate("Unit", "{name}: tỷ lệ {rate} %, giảm {points}").format(
            name=unit_name(document.plan, other.unit),
            rate=format_ratio(other.rate_start, RATE_DECIMALS),
            points=_points(other.points),
        )
        for other in found.similar
    ]
    return Comparison(words, _points(found.median), "\n".join(lines))


def _points(value: Fraction | None) -> str:
    return format_ratio(value, RATE_DECIMALS)
