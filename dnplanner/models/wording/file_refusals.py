"""Why a file or a command was refused, in one sentence for each code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMANDS: Mapping[str, str] = {
    "usage": QT_TRANSLATE_NOOP(
        "Refusal", "Lệnh viết chưa đúng: hãy xem cách dùng bằng {command} --help."
    ),
    "cell": QT_TRANSLATE_NOOP(
        "Refusal", 'Không có ô nào tên "{name}": hãy dùng một trong các tên {known}.'
    ),
    "cell_form": QT_TRANSLATE_NOOP(
        "Refusal", '"{text}" viết chưa đúng: hãy viết TÊN_Ô=SỐ, ví dụ poor_end=1731.'
    ),
    "size": QT_TRANSLATE_NOOP(
        "Refusal",
        'Cỡ ảnh "{text}" không dùng được: hãy viết RỘNGxCAO từ 320 đến 8000, ví dụ 1366x768.',
    ),
    "picture_unwritten": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được ảnh: hãy xem lại thư mục và quyền ghi."
    ),
}

_FILES: Mapping[str, str] = {
    "cancelled": QT_TRANSLATE_NOOP("Refusal", "Đã dừng theo yêu cầu, chưa ghi tệp nào."),
    "file_read_only": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được vì tệp chỉ cho đọc: hãy bỏ thuộc tính chỉ đọc hoặc chọn tên khác."
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được vì thư mục không còn ở đó: hãy chọn thư mục khác."
    ),
    "unconfirmed": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp đã ghi nhưng ổ đĩa chưa xác nhận: hãy mở lại tệp để xem rồi ghi lần nữa."
    ),
    "content_unwritable": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được vì có chữ hoặc số mà tệp không chứa được: hãy xem lại tên đơn vị."
    ),
    "not_a_document": QT_TRANSLATE_NOOP(
        "Refusal", "Đây không phải tệp của DN Planner: hãy chọn tệp có đuôi .dnplan."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp bị hỏng, không mở được: hãy mở một bản sao lưu hoặc bản đã gửi."
    ),
    "truncated": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp bị cụt, có thể chép chưa xong: hãy chép lại từ nơi gửi."
    ),
    "newer_version": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp do phiên bản DN Planner mới hơn ghi: hãy cập nhật chương trình rồi mở lại."
    ),
    "unknown_content": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp có nội dung lạ nên không mở: hãy hỏi lại người gửi."
    ),
    "fact_unreadable": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp có dữ liệu không đọc được: hãy mở một bản sao lưu hoặc hỏi lại người gửi."
    ),
    "cannot_read": QT_TRANSLATE_NOOP(
        "Refusal", "Không đọc được tệp: hãy xem tệp có còn ở đó và bạn có quyền mở không."
    ),
    "file_missing": QT_TRANSLATE_NOOP(
        "Refusal", "Không tìm thấy tệp: hãy xem lại tên tệp và thư mục."
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Refusal",
        "Tệp đang được {user} mở trên máy {computer} từ {since}: hãy chờ, hoặc mở chỉ để xem.",
    ),
    "target_locked": QT_TRANSLATE_NOOP(
        "Refusal",
        "Chưa ghi được vì tệp đang mở ở chương trình khác: hãy đóng lại hoặc chọn tên khác.",
    ),
    "folder_read_only": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được vì không có quyền ghi vào thư mục: hãy chọn thư mục khác."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được vì ổ đĩa đã đầy: hãy xoá bớt tệp hoặc chọn ổ đĩa khác."
    ),
    "io_error": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được do lỗi của ổ đĩa: hãy thử lại hoặc chọn nơi khác."
    ),
}

FILE_REFUSALS: Mapping[str, str] = {**_COMMANDS, **_FILES}
"""The sentence of each code."""
