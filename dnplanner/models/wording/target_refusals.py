"""Why a goal, a sharing or a silence was refused, in one sentence for each code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHARING: Mapping[str, str] = {
    "sharing_no_units": QT_TRANSLATE_NOOP(
        "Refusal", "{name} không có đơn vị bên dưới để phân bổ: hãy chọn đơn vị cấp trên."
    ),
    "sharing_counts_missing": QT_TRANSLATE_NOOP(
        "Refusal",
        "{units} đơn vị chưa đủ số liệu, đầu tiên là {name}: "
        "hãy nhập tổng số hộ và số hộ nghèo trước khi phân bổ.",
    ),
    "sharing_total_negative": QT_TRANSLATE_NOOP(
        "Refusal", "Tổng cần phân bổ là {total} hộ: chỉ phân bổ được số hộ giảm từ 0 trở lên."
    ),
    "sharing_beyond_poor": QT_TRANSLATE_NOOP(
        "Refusal", "Không thể giảm {total} hộ vì chỉ có {poor} hộ nghèo: vượt {by} hộ."
    ),
    "sharing_limit_negative": QT_TRANSLATE_NOOP(
        "Refusal", "{name}: mức tối thiểu, tối đa không thể là {limit}: nhập số từ 0 trở lên."
    ),
    "sharing_floor_above_cap": QT_TRANSLATE_NOOP(
        "Refusal",
        "{name}: mức tối thiểu {floor} hộ lớn hơn mức tối đa {cap} hộ: chênh {by} hộ, hãy sửa lại.",
    ),
    "sharing_floor_beyond_poor": QT_TRANSLATE_NOOP(
        "Refusal",
        "{name}: mức tối thiểu {floor} hộ vượt {poor} hộ nghèo hiện có: bớt ít nhất {by} hộ.",
    ),
    "sharing_lock_beyond_poor": QT_TRANSLATE_NOOP(
        "Refusal", "{name}: khóa ở {lock} hộ nhưng chỉ có {poor} hộ nghèo: vượt {by} hộ."
    ),
    "sharing_lock_above_total": QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} khóa ở {lock} hộ, riêng số này đã vượt tổng {total} hộ: thừa {by} hộ, "
        "hãy bỏ khóa hoặc tăng tổng.",
    ),
    "sharing_floors_above_total": QT_TRANSLATE_NOOP(
        "Refusal",
        "Các dòng khóa và mức tối thiểu cộng lại {floors} hộ, vượt tổng {total} hộ: thừa {by} hộ.",
    ),
    "sharing_caps_below_total": QT_TRANSLATE_NOOP(
        "Refusal",
        "Các dòng khóa và mức tối đa cộng lại chỉ {caps} hộ, chưa đủ tổng {total} hộ: "
        "còn thiếu {by} hộ.",
    ),
    "sharing_without_weight": QT_TRANSLATE_NOOP(
        "Refusal",
        "Còn {by} hộ trong tổng {total} hộ không phân bổ được vì các đơn vị còn lại có trọng số 0: "
        "hãy chọn cách phân bổ khác.",
    ),
    "sharing_weight_negative": QT_TRANSLATE_NOOP(
        "Refusal", "{name}: trọng số {weight} là số âm: nhập số từ 0 trở lên."
    ),
    "limit_form": QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” viết chưa đúng: hãy viết TÊN=SỐ, ví dụ “Tuy Đức=1.400”."
    ),
    "limit_twice": QT_TRANSLATE_NOOP(
        "Refusal", "{name} được giới hạn hai lần, {first} rồi {second} hộ: hãy chỉ giữ một số."
    ),
    "limit_on_locked": QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} đã khóa thì không đặt thêm mức tối thiểu hay tối đa: hãy bỏ khóa hoặc bỏ giới hạn.",
    ),
    "not_shared_to": QT_TRANSLATE_NOOP(
        "Refusal", "{name} không nằm ngay dưới {parent} nên không khóa hay giới hạn được ở đây."
    ),
    "assigned_to_leaf": QT_TRANSLATE_NOOP(
        "Refusal", "{name} không có đơn vị bên dưới: hãy gõ thẳng chỉ tiêu vào dòng này."
    ),
    "nothing_assigned": QT_TRANSLATE_NOOP(
        "Refusal", "{name} chưa có chỉ tiêu được giao để phân bổ: hãy nhập chỉ tiêu trước."
    ),
}

_GOALS: Mapping[str, str] = {
    "goal_exists": QT_TRANSLATE_NOOP(
        "Refusal", "Đã có chỉ tiêu được giao “{name}”: hãy sửa chỉ tiêu đó hoặc đặt tên khác."
    ),
    "goal_not_whole": QT_TRANSLATE_NOOP(
        "Refusal", "{value} không phải số hộ: chỉ tiêu theo hộ là số nguyên."
    ),
    "goal_not_positive": QT_TRANSLATE_NOOP(
        "Refusal", "Chỉ tiêu giảm không thể là {value}: nhập số lớn hơn 0."
    ),
    "goal_too_large": QT_TRANSLATE_NOOP(
        "Refusal", "Chỉ tiêu {value} hộ quá lớn: nhập số không quá {limit}."
    ),
    "goal_beyond_hundred": QT_TRANSLATE_NOOP(
        "Refusal", "Chỉ tiêu {value} % không thể có: nhập số không quá 100."
    ),
    "goal_range_reversed": QT_TRANSLATE_NOOP(
        "Refusal",
        "Khoảng chỉ tiêu viết ngược, từ {at_least} đến {at_most}: hãy đổi chỗ hai số.",
    ),
    "goal_source_too_long": QT_TRANSLATE_NOOP(
        "Refusal", "Tên văn bản quá dài hoặc có ký tự lạ: viết không quá {limit} ký tự."
    ),
    "goal_twice": QT_TRANSLATE_NOOP(
        "Refusal", "Chỉ tiêu này đã có, cùng đơn vị, năm và văn bản: không cần nhập lại."
    ),
    "reason_empty": QT_TRANSLATE_NOOP("Refusal", "Cần ghi lý do thì mới ẩn được cảnh báo này."),
    "reason_too_long": QT_TRANSLATE_NOOP("Refusal", "Lý do quá dài: viết không quá {limit} ký tự."),
    "flow_negative": QT_TRANSLATE_NOOP(
        "Refusal", "Số dự kiến không thể là số âm ({value}): nhập số từ 0 trở lên."
    ),
    "derived_series": QT_TRANSLATE_NOOP(
        "Refusal",
        "Hộ nghèo đa chiều là tổng hộ nghèo và hộ cận nghèo: hãy sửa ở hai bảng đó.",
    ),
}

TARGET_REFUSALS: Mapping[str, str] = {**_SHARING, **_GOALS}
"""The sentence of each code, with its parameters in braces."""

TARGET_COUNTS = frozenset({"by", "total", "floors", "caps", "floor", "cap", "lock", "units"})
"""The parameters that are households or units."""

TARGET_EXACT = frozenset({"at_least", "at_most", "weight"})
"""The parameters that are shown as they were typed."""
