"""Why files are not opened or written, and the way out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_REFUSALS: Mapping[str, str] = {
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
    "not_a_document_empty": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp rỗng, không có gì để mở: hãy chép lại từ nơi gửi hoặc mở một bản sao lưu."
    ),
    "not_a_document_html": QT_TRANSLATE_NOOP(
        "Refusal",
        "Đây là một trang web mang tên tệp kế hoạch: hãy tải lại tệp từ thư hoặc nơi gửi.",
    ),
    "not_a_document_zip": QT_TRANSLATE_NOOP(
        "Refusal",
        "Đây là tệp nén hoặc tệp Excel, Word mang tên tệp kế hoạch: hãy xem lại tệp cần mở.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp bị hỏng, không mở được: hãy mở một bản sao lưu hoặc bản đã gửi."
    ),
    "truncated": QT_TRANSLATE_NOOP(
        "Refusal", "Tệp bị cụt, có thể chép chưa xong: hãy chép lại từ nơi gửi."
    ),
    "newer_version": QT_TRANSLATE_NOOP(
        "Refusal",
        "Tệp do phiên bản DN Planner mới hơn ghi (định dạng {version}, bản này đọc đến {known}):"
        " hãy cập nhật chương trình rồi mở lại.",
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
    "target_locked": QT_TRANSLATE_NOOP(
        "Refusal",
        "Chưa ghi được vì tệp đang mở ở chương trình khác: hãy đóng lại hoặc chọn tên khác.",
    ),
    "folder_read_only": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được vì không có quyền ghi vào thư mục: hãy chọn thư mục khác."
    ),
    "disk_full": QT_TRANSLATE_NOOP(
        "Refusal",
        "Chưa ghi được vì ổ đĩa {drive} đã đầy: cần {needs}, còn trống {free}; hãy xóa bớt tệp hoặc"
        " chọn ổ đĩa khác. Các thay đổi vẫn được giữ.",
    ),
    "io_error": QT_TRANSLATE_NOOP(
        "Refusal", "Chưa ghi được do lỗi của ổ đĩa: hãy thử lại hoặc chọn nơi khác."
    ),
    "locked": QT_TRANSLATE_NOOP(
        "Refusal",
        "Tệp đang mở ở nơi khác{holder}: mở chỉ đọc, hoặc lưu thành tệp khác để sửa.",
    ),
    "changed_by_others": QT_TRANSLATE_NOOP(
        "Refusal",
        "Tệp đã bị người khác ghi đè từ khi mở: hãy chọn giữ bản nào, cả hai bản đều còn.",
    ),
    "copy_onto_itself": QT_TRANSLATE_NOOP(
        "Refusal",
        "Bản gửi đi không có lịch sử nên không ghi đè lên tệp đang mở: hãy chọn tên khác.",
    ),
    "memory_only_disk_full": QT_TRANSLATE_NOOP(
        "Refusal",
        "Ổ đĩa {drive} đã đầy (cần {needs}, còn trống {free}) nên các thay đổi mới chỉ giữ trong bộ"
        " nhớ: hãy xóa bớt tệp hoặc lưu ngay vào ổ đĩa khác; chương trình tự ghi lại khi có chỗ.",
    ),
    "memory_only": QT_TRANSLATE_NOOP(
        "Refusal",
        "Không ghi được xuống đĩa nên các thay đổi mới chỉ giữ trong bộ nhớ: hãy lưu ngay vào ổ đĩa"
        " khác; chương trình tự thử ghi lại.",
    ),
    "medium_changed": QT_TRANSLATE_NOOP(
        "Refusal",
        "Thư mục lưu tệp không còn là thư mục lúc mở (USB đã rút?): hãy cắm lại hoặc lưu vào"
        " nơi khác.",
    ),
}


def file_words(params: Mapping[str, object]) -> dict[str, str]:
    """What fills the sentences above: sizes a person reads, and who holds a lock since when."""
    words = {
        name: _size(value)
        for name in ("needs", "free")
        if isinstance(value := params.get(name), int)
    }
    if "user" in params or "computer" in params:
        words["holder"] = _holder(params)
    return words


def take_over_question(params: Mapping[str, object]) -> str:
    """Who has the file open, where and since when, and when one may take it over all the same."""
    return QCoreApplication.translate(
        "Refusal",
        "Ghi nhận tệp đang mở ở nơi khác{holder}. Chỉ nhận quyền sửa khi biết chắc chương trình ở"
        " đó không còn mở tệp này, ví dụ máy đã tắt hoặc hỏng. Nếu nơi đó vẫn đang sửa, người lưu"
        " sau sẽ được hỏi và cả hai bản đều được giữ.",
    ).format(holder=_holder(params))


def _size(count: int) -> str:
    """Bytes as kB or MB, rounded up."""
    if count < 1_000_000:
        return f"{-(-count // 1000)} kB"
    return f"{-(-count // 1_000_000)} MB"


def _holder(params: Mapping[str, object]) -> str:
    names = ", ".join(str(params[name]) for name in ("user", "computer") if params.get(name))
    since = str(params.get("since") or "")
    if not names:
        return ""
    if not since:
        return QCoreApplication.translate("Refusal", " ({names})").format(names=names)
    template = QCoreApplication.translate("Refusal", " ({names}, từ {since})")
    return template.format(names=names, since=_local(since))


def _local(time: str) -> str:
    """A moment in UTC as the clock on the wall shows it."""
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:  # another program wrote it
        return time
    return moment.astimezone().strftime("%H:%M %d/%m/%Y")
