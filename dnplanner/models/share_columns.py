"""The columns of the sharing dialog's table, declared once."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.apportionment import Reason
from dnplanner.core.numerals import NO_VALUE, format_count, format_ratio
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.models.wording.names import series_name
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.series import Series
    from dnplanner.core.share_preview import Preview


class Place(IntEnum):
    """Where each column stands: first what the user fixes, then what comes of it."""

    UNIT = 0
    POOR = 1
    LOCK = 2
    FLOOR = 3
    CAP = 4
    WEIGHT = 5
    BEFORE = 6
    AFTER = 7
    DIFFERENCE = 8
    POINTS = 9
    RATE = 10
    REASON = 11


class Heading(NamedTuple):
    """A column's heading, what it means at length, and its least width in characters."""

    text: str
    meaning: str
    minimum: int


_HEADINGS: Mapping[Place, Heading] = {
    Place.UNIT: Heading(
        QT_TRANSLATE_NOOP("Share", "Đơn vị"), QT_TRANSLATE_NOOP("Share", "Tên đơn vị"), 16
    ),
    Place.POOR: Heading(
        QT_TRANSLATE_NOOP("Share", "{series}\nđầu năm"),
        QT_TRANSLATE_NOOP("Share", "{series} đầu năm; không đơn vị nào phải giảm nhiều hơn"),
        12,
    ),
    Place.LOCK: Heading(
        QT_TRANSLATE_NOOP("Share", "Khóa"),
        QT_TRANSLATE_NOOP("Share", "Giữ nguyên số hộ giảm của đơn vị; phím cách để khóa hoặc mở"),
        7,
    ),
    Place.FLOOR: Heading(
        QT_TRANSLATE_NOOP("Share", "Ít nhất"),
        QT_TRANSLATE_NOOP("Share", "Số hộ giảm tối thiểu; để trống nếu không đặt"),
        9,
    ),
    Place.CAP: Heading(
        QT_TRANSLATE_NOOP("Share", "Nhiều nhất"),
        QT_TRANSLATE_NOOP("Share", "Số hộ giảm tối đa; để trống nếu không đặt"),
        11,
    ),
    Place.WEIGHT: Heading(
        QT_TRANSLATE_NOOP("Share", "Trọng số"),
        QT_TRANSLATE_NOOP("Share", "Trọng số tự nhập, gõ hoặc dán từ Excel; để trống là 0"),
        9,
    ),
    Place.BEFORE: Heading(
        QT_TRANSLATE_NOOP("Share", "Đang giảm"),
        QT_TRANSLATE_NOOP("Share", "Số hộ giảm theo phương án hiện tại"),
        11,
    ),
    Place.AFTER: Heading(
        QT_TRANSLATE_NOOP("Share", "Sẽ giảm"),
        QT_TRANSLATE_NOOP("Share", "Số hộ giảm sau khi phân bổ; gõ một số vào đây để khóa ở số đó"),
        10,
    ),
    Place.DIFFERENCE: Heading(
        QT_TRANSLATE_NOOP("Share", "Chênh lệch"),
        QT_TRANSLATE_NOOP("Share", "Số hộ giảm thêm (+) hoặc bớt đi (−) so với hiện tại"),
        11,
    ),
    Place.POINTS: Heading(
        QT_TRANSLATE_NOOP("Share", "Giảm\n(điểm %)"),
        QT_TRANSLATE_NOOP("Share", "Tỷ lệ giảm sau khi phân bổ, điểm phần trăm"),
        11,
    ),
    Place.RATE: Heading(
        QT_TRANSLATE_NOOP("Share", "Tỷ lệ\ncuối năm (%)"),
        QT_TRANSLATE_NOOP("Share", "Tỷ lệ cuối năm sau khi phân bổ"),
        14,
    ),
    Place.REASON: Heading(
        QT_TRANSLATE_NOOP("Share", "Vì sao"),
        QT_TRANSLATE_NOOP("Share", "Vì sao đơn vị nhận số hộ này"),
        22,
    ),
}

_REASONS: Mapping[Reason, str] = {
    Reason.LOCKED: QT_TRANSLATE_NOOP("Share", "đã khóa"),
    Reason.NO_POOR: QT_TRANSLATE_NOOP("Share", "không có hộ nghèo"),
    Reason.NO_WEIGHT: QT_TRANSLATE_NOOP("Share", "trọng số bằng 0"),
    Reason.AT_POOR: QT_TRANSLATE_NOOP("Share", "giảm hết số hộ hiện có"),
    Reason.AT_CAP: QT_TRANSLATE_NOOP("Share", "chạm mức nhiều nhất"),
    Reason.AT_ZERO: QT_TRANSLATE_NOOP("Share", "không phải giảm thêm"),
    Reason.AT_FLOOR: QT_TRANSLATE_NOOP("Share", "nâng lên mức ít nhất"),
    Reason.WHOLE: QT_TRANSLATE_NOOP("Share", "vừa đúng phần tính được"),
    Reason.ROUNDED_UP: QT_TRANSLATE_NOOP("Share", "{exact}, làm tròn lên"),
    Reason.ROUNDED_DOWN: QT_TRANSLATE_NOOP("Share", "{exact}, làm tròn xuống"),
}
_EXACT_DECIMALS = 2


def share_heading(place: Place, series: Series) -> str:
    """A column's heading where ``series`` is shared."""
    return _worded(_HEADINGS[place].text, series)


def share_meaning(place: Place, series: Series) -> str:
    """What a column holds, in a sentence."""
    return _worded(_HEADINGS[place].meaning, series)


def least_width(place: Place) -> int:
    """The least width of a column, in characters."""
    return _HEADINGS[place].minimum


def short_reason(preview: Preview) -> str:
    """Why a unit gets its share, in a few words; empty without one."""
    share = preview.share
    if share is None:
        return ""
    template = QCoreApplication.translate("Share", _REASONS[share.reason])
    return template.format(exact=format_ratio(share.exact, _EXACT_DECIMALS))


def result_text(preview: Preview, place: Place) -> str:
    """A figure of a row as it is shown: what stays, and what comes of the sharing."""
    if place is Place.POOR:
        return format_count(preview.before.poor_start)
    if place is Place.BEFORE:
        return format_count(preview.before.reduction)
    return _after_text(preview, place)


def _after_text(preview: Preview, place: Place) -> str:
    after = preview.after
    if after is None:
        return NO_VALUE
    if place is Place.AFTER:
        return format_count(after.reduction)
    if place is Place.DIFFERENCE:
        return _signed(preview.difference)
    if place is Place.POINTS:
        return format_ratio(after.points, POINTS_DECIMALS)
    return format_ratio(after.rate_end, RATE_DECIMALS)


def _worded(template: str, series: Series) -> str:
    name = series_name(series)
    words = name[:1].upper() + name[1:]
    return QCoreApplication.translate("Share", template).format(series=words)


def _signed(households: int | None) -> str:
    text = format_count(households)
    return f"+{text}" if households is not None and households > 0 else text
