"""What cannot be understood on the command line, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

COMMAND_REFUSALS: Mapping[str, str] = {
    "usage_one_of": QT_TRANSLATE_NOOP("Refusal", "Lệnh còn thiếu một trong: {names}."),
    "usage_missing": QT_TRANSLATE_NOOP("Refusal", "Lệnh còn thiếu: {names}."),
    "usage_choice": QT_TRANSLATE_NOOP(
        "Refusal", "{name} không nhận “{value}”: chọn một trong {names}."
    ),
    "usage_unknown": QT_TRANSLATE_NOOP(
        "Refusal", "Lệnh không hiểu {names}: hãy xem cách dùng bằng {command} --help."
    ),
    "usage_together": QT_TRANSLATE_NOOP(
        "Refusal", "{name} và {names} không dùng cùng nhau: chỉ chọn một."
    ),
    "usage_value": QT_TRANSLATE_NOOP("Refusal", "{name} cần một giá trị viết ngay sau nó."),
    "usage": QT_TRANSLATE_NOOP(
        "Refusal", "Lệnh viết chưa đúng: hãy xem cách dùng bằng {command} --help."
    ),
    "cell": QT_TRANSLATE_NOOP(
        "Refusal", "Không có ô nào tên “{name}”: hãy dùng một trong các tên {known}."
    ),
    "answer": QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” viết chưa đúng: hãy viết Ô=GIÁ TRỊ, ví dụ D7=748."
    ),
    "cell_form": QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” viết chưa đúng: hãy viết TÊN_Ô=SỐ, ví dụ poor_end=1731."
    ),
    "size": QT_TRANSLATE_NOOP(
        "Refusal",
        "Cỡ ảnh “{text}” không dùng được: hãy viết RỘNGxCAO từ 320 đến 8000, ví dụ 1366x768.",
    ),
    "wrong_suffix": QT_TRANSLATE_NOOP(
        "Refusal", "Tên tệp “{name}” phải có đuôi {suffix}: hãy viết lại tên tệp."
    ),
    "output_unwritten": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa in được kết quả vì nơi nhận đã đầy hoặc đã đóng: hãy in ra nơi khác."
    ),
    "picture_unwritten": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được ảnh: hãy xem lại thư mục và quyền ghi."
    ),
}
"""The sentence of each code."""
