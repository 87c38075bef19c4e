"""Why a unit got its share of a total, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.apportionment import Reason
from dnplanner.core.numerals import format_count, format_ratio
from dnplanner.core.sharing import Weighting
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.apportionment import Share

REASONS: Mapping[Reason, str] = {
    Reason.LOCKED: QT_TRANSLATE_NOOP("Share", "Khóa ở {count} hộ."),
    Reason.NO_POOR: QT_TRANSLATE_NOOP("Share", "Không có hộ nghèo nên không nhận phần nào."),
    Reason.NO_WEIGHT: QT_TRANSLATE_NOOP("Share", "Trọng số bằng 0 nên chỉ giữ {count} hộ."),
    Reason.AT_POOR: QT_TRANSLATE_NOOP(
        "Share", "Giảm hết {count} hộ nghèo hiện có, không thể hơn; phần dư chuyển cho đơn vị khác."
    ),
    Reason.AT_CAP: QT_TRANSLATE_NOOP(
        "Share", "Dừng ở mức tối đa {count} hộ; phần dư chuyển cho đơn vị khác."
    ),
    Reason.AT_ZERO: QT_TRANSLATE_NOOP(
        "Share", "Phần tính được không quá 0 nên không giao; số hộ tăng đã làm tỷ lệ giảm đủ."
    ),
    Reason.AT_FLOOR: QT_TRANSLATE_NOOP("Share", "Nâng lên mức tối thiểu {count} hộ."),
    Reason.WHOLE: QT_TRANSLATE_NOOP("Share", "Phần tính được vừa đúng {count} hộ."),
    Reason.ROUNDED_UP: QT_TRANSLATE_NOOP(
        "Share", "Phần tính được {exact} hộ, nhận thêm một hộ lẻ vì phần lẻ thuộc nhóm lớn nhất."
    ),
    Reason.ROUNDED_DOWN: QT_TRANSLATE_NOOP(
        "Share", "Phần tính được {exact} hộ, bỏ phần lẻ vì hộ lẻ đã giao cho phần lẻ lớn hơn."
    ),
}
"""The sentence of each reason."""

WEIGHTINGS: Mapping[Weighting, str] = {
    Weighting.POOR: QT_TRANSLATE_NOOP("Share", "Theo số hộ nghèo"),
    Weighting.EQUAL_POINTS: QT_TRANSLATE_NOOP("Share", "Giảm cùng số điểm %"),
    Weighting.PROGRESSIVE: QT_TRANSLATE_NOOP("Share", "Lũy tiến: hộ nghèo nhân tỷ lệ nghèo"),
    Weighting.PRESENT: QT_TRANSLATE_NOOP("Share", "Theo tỷ trọng hiện tại của phương án"),
    Weighting.COLUMN: QT_TRANSLATE_NOOP("Share", "Theo cột trọng số tự nhập"),
}
"""The name of each way of sharing."""

_DECIMALS = 2


def share_reason(share: Share) -> str:
    """One sentence that explains a unit's share."""
    template = QCoreApplication.translate("Share", REASONS[share.reason])
    return template.format(
        count=format_count(share.households), exact=format_ratio(share.exact, _DECIMALS)
    )


def weighting_name(weighting: Weighting) -> str:
    """A way of sharing, as a dialog names it."""
    return QCoreApplication.translate("Share", WEIGHTINGS[weighting])
