"""Words of the sharing dialog, and reading the total that is typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import Cell, read
from dnplanner.core.plan import Pinned, Target
from dnplanner.core.sharing import Weighting
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS: Mapping[Pinned, str] = {
    Pinned.REDUCTION: QT_TRANSLATE_NOOP("Share", "hộ"),
    Pinned.POINTS: QT_TRANSLATE_NOOP("Share", "điểm % trở lên"),
    Pinned.POOR_END: QT_TRANSLATE_NOOP("Share", "hộ còn lại cuối năm"),
    Pinned.RATE_END: QT_TRANSLATE_NOOP("Share", "% là tỷ lệ cuối năm"),
}

_MEANINGS: Mapping[Weighting, str] = {
    Weighting.POOR: QT_TRANSLATE_NOOP("Share", "Đơn vị có nhiều hộ nghèo hơn thì giảm nhiều hơn."),
    Weighting.EQUAL_POINTS: QT_TRANSLATE_NOOP(
        "Share", "Tỷ lệ của mọi đơn vị giảm như nhau; nơi không đủ hộ thì nơi khác bù."
    ),
    Weighting.PROGRESSIVE: QT_TRANSLATE_NOOP(
        "Share", "Nơi tỷ lệ cao giảm mạnh hơn nơi tỷ lệ thấp."
    ),
    Weighting.PRESENT: QT_TRANSLATE_NOOP(
        "Share", "Giữ tỷ lệ giữa các đơn vị như phương án đang có."
    ),
    Weighting.COLUMN: QT_TRANSLATE_NOOP(
        "Share", "Gõ hoặc dán (Ctrl+V) trọng số vào cột “Trọng số”."
    ),
}


def total_kind_name(kind: Pinned) -> str:
    """What a total is counted in, after its number."""
    return QCoreApplication.translate("Share", _KINDS[kind])


def weighting_meaning(weighting: Weighting) -> str:
    """What a way of sharing leads to, in a sentence."""
    return QCoreApplication.translate("Share", _MEANINGS[weighting])


def read_total(kind: Pinned, text: str) -> Target:
    """The total that was typed. Raises NumeralError."""
    return Target(kind, read(Cell(kind.value), text))
