"""The words of taking files in: why a file is not read, what is in doubt, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import format_alike, format_count
from dnplanner.exchange.forms import FormWording
from dnplanner.models.wording.names import printed_cell_name, unit_name
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP, Filling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.entry import Cell
    from dnplanner.core.plan import Plan
    from dnplanner.core.series import Series
    from dnplanner.exchange.preflight import WorkbookRefused
    from dnplanner.exchange.proposals import Comparison, Doubt, LeftOut

REFUSALS: Mapping[str, str] = {
    "missing": QT_TRANSLATE_NOOP(
        "Intake", "Không đọc được tệp: hãy xem tệp có còn ở đó và bạn có quyền mở không."
    ),
    "empty": QT_TRANSLATE_NOOP("Intake", "Tệp rỗng: hãy xin gửi lại."),
    "too_large": QT_TRANSLATE_NOOP("Intake", "Tệp quá lớn: hãy tách thành các tệp nhỏ hơn."),
    "zip_bomb": QT_TRANSLATE_NOOP(
        "Intake", "Tệp bung ra lớn bất thường nên không đọc: hãy hỏi lại người gửi."
    ),
    "too_many_parts": QT_TRANSLATE_NOOP(
        "Intake", "Tệp có quá nhiều thành phần bên trong nên không đọc: hãy hỏi lại người gửi."
    ),
    "dtd": QT_TRANSLATE_NOOP(
        "Intake", "Tệp chứa khai báo không an toàn nên không đọc: hãy hỏi lại người gửi."
    ),
    "far_cell": QT_TRANSLATE_NOOP(
        "Intake",
        "Tệp có ô nằm quá xa bảng: hãy xóa các dòng, cột thừa rồi lưu lại.",
    ),
    "huge_merge": QT_TRANSLATE_NOOP(
        "Intake", "Tệp có vùng trộn ô quá lớn: hãy bỏ trộn ô ngoài bảng rồi lưu lại."
    ),
    "too_many_rows": QT_TRANSLATE_NOOP(
        "Intake", "Tệp có quá nhiều dòng: hãy xóa các dòng thừa rồi lưu lại."
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "Intake", "Tệp có mật khẩu: hãy bỏ mật khẩu trong Excel rồi lưu lại."
    ),
    "encoding_unknown": QT_TRANSLATE_NOOP(
        "Intake", "Không nhận ra bảng mã của tệp: hãy lưu lại dạng xlsx hoặc CSV UTF-8."
    ),
    "letters_lost": QT_TRANSLATE_NOOP(
        "Intake",
        "Chữ tiếng Việt đã thành dấu hỏi khi lưu: hãy lưu lại bản gốc dạng xlsx hoặc CSV UTF-8.",
    ),
    "html": QT_TRANSLATE_NOOP(
        "Intake", "Đây là trang web mang tên bảng tính: hãy mở bằng Excel rồi lưu lại dạng xlsx."
    ),
    "dnplan": QT_TRANSLATE_NOOP(
        "Intake", "Đây là tệp của DN Planner: hãy dùng lệnh Mở, hoặc ghép cùng các tệp khác."
    ),
    "not_a_table": QT_TRANSLATE_NOOP(
        "Intake", "Đây không phải bảng tính: hãy chọn tệp xlsx, xls, ods, xlsb hoặc csv."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "Intake", "Tệp bị hỏng, không đọc được: hãy mở bằng Excel và lưu lại, hoặc xin gửi lại."
    ),
    "too_slow": QT_TRANSLATE_NOOP(
        "Intake", "Đọc tệp quá lâu nên đã dừng: hãy mở bằng Excel và lưu lại."
    ),
    "too_much_memory": QT_TRANSLATE_NOOP(
        "Intake", "Tệp cần quá nhiều bộ nhớ nên đã dừng: hãy xóa phần thừa rồi lưu lại."
    ),
    "reader_failed": QT_TRANSLATE_NOOP(
        "Intake", "Tệp làm bộ đọc bị dừng: hãy mở bằng Excel và lưu lại dạng xlsx."
    ),
    "cancelled": QT_TRANSLATE_NOOP("Intake", "Đã dừng đọc theo yêu cầu."),
    "no_table": QT_TRANSLATE_NOOP(
        "Intake", "Không tìm thấy bảng số liệu hộ nghèo: hãy chỉ dòng tiêu đề của bảng."
    ),
    "year_unknown": QT_TRANSLATE_NOOP("Intake", "Không rõ bảng của năm nào: hãy cho biết năm."),
}
"""Why a file is not read, by code."""

DOUBTS: Mapping[str, str] = {
    "not_a_number": QT_TRANSLATE_NOOP("Intake", "“{text}” không phải là số."),
    "fraction": QT_TRANSLATE_NOOP("Intake", "“{text}” không phải số hộ tròn."),
    "negative": QT_TRANSLATE_NOOP("Intake", "“{text}” là số âm."),
    "too_large": QT_TRANSLATE_NOOP("Intake", "“{text}” quá lớn đối với số hộ."),
    "rate_in_count": QT_TRANSLATE_NOOP("Intake", "“{text}” là tỷ lệ nhưng nằm ở cột số hộ."),
    "thousands_lost": QT_TRANSLATE_NOOP(
        "Intake", "“{text}” có thể mất dấu phân cách nghìn, hoặc là tỷ lệ nằm nhầm cột."
    ),
    "separators_mixed": QT_TRANSLATE_NOOP(
        "Intake", "“{text}”: trong cột vừa có dấu chấm vừa có dấu phẩy ngăn hàng nghìn."
    ),
    "comma_thousands": QT_TRANSLATE_NOOP(
        "Intake", "“{text}”: dấu phẩy là hàng nghìn hay phần thập phân?"
    ),
    "share_or_percent": QT_TRANSLATE_NOOP("Intake", "“{text}” là phần trăm hay là phần của 1?"),
    "out_of_range": QT_TRANSLATE_NOOP("Intake", "“{text}” vượt quá 100 %."),
    "ambiguous": QT_TRANSLATE_NOOP("Intake", "“{text}” có thể hiểu nhiều cách."),
    "date": QT_TRANSLATE_NOOP("Intake", "“{text}” là ngày tháng, có thể do Excel tự đổi từ số."),
    "error_cell": QT_TRANSLATE_NOOP("Intake", "Ô báo lỗi {text}."),
    "formula_without_value": QT_TRANSLATE_NOOP("Intake", "Công thức trong ô chưa được tính."),
    "unit_unknown": QT_TRANSLATE_NOOP("Intake", "Kế hoạch không có đơn vị “{text}”."),
    "unit_suggested": QT_TRANSLATE_NOOP("Intake", "“{text}” có phải là {suggested} không?"),
    "unit_ambiguous": QT_TRANSLATE_NOOP("Intake", "Có nhiều đơn vị tên “{text}”."),
    "unit_twice": QT_TRANSLATE_NOOP("Intake", "Đơn vị “{text}” có hai dòng."),
    "column_twice": QT_TRANSLATE_NOOP("Intake", "Cột “{text}” trùng nghĩa với một cột khác."),
    "conflict": QT_TRANSLATE_NOOP("Intake", "{text} khác số ở bảng khác trong cùng tệp."),
    "figures_disagree": QT_TRANSLATE_NOOP(
        "Intake", "{text} hộ nghèo cuối năm không bằng đầu năm trừ số giảm."
    ),
    "more_poor_than_households": QT_TRANSLATE_NOOP(
        "Intake", "{text} hộ nghèo nhiều hơn tổng số hộ."
    ),
    "reduction_beyond_poor": QT_TRANSLATE_NOOP("Intake", "Giảm {text} hộ, nhiều hơn số hộ nghèo."),
    "other_year": QT_TRANSLATE_NOOP("Intake", "Bảng không có số liệu của năm đang nhập."),
    "no_table": REFUSALS["no_table"],
    "unit_blank": QT_TRANSLATE_NOOP("Intake", "Hộ chưa ghi đơn vị."),
    "unit_above": QT_TRANSLATE_NOOP(
        "Intake", "“{text}” gồm các đơn vị khác cũng có trong danh sách: hộ thuộc đơn vị nào?"
    ),
    "class_unknown": QT_TRANSLATE_NOOP("Intake", "Phân loại “{text}” là hộ nghèo hay cận nghèo?"),
    "class_missing": QT_TRANSLATE_NOOP(
        "Intake", "Danh sách không có cột phân loại: các hộ đều là hộ nghèo hay hộ cận nghèo?"
    ),
    "class_both": QT_TRANSLATE_NOOP("Intake", "Hộ được đánh dấu cả hộ nghèo lẫn hộ cận nghèo."),
    "mark_unknown": QT_TRANSLATE_NOOP("Intake", "“{text}” có phải là đánh dấu không?"),
    "ethnicity_unknown": QT_TRANSLATE_NOOP("Intake", "Dân tộc “{text}” là DTTS hay Kinh?"),
    "kinh_local": QT_TRANSLATE_NOOP("Intake", "Hộ dân tộc Kinh được đánh dấu là DTTS tại chỗ."),
    "code_twice": QT_TRANSLATE_NOOP("Intake", "Mã hộ {text} có ở nhiều dòng: {rows}."),
    "code_differs": QT_TRANSLATE_NOOP(
        "Intake",
        "Mã hộ {text} có ở nhiều dòng khác đơn vị hoặc phân loại: {rows}; "
        "đếm một lần là theo dòng đầu.",
    ),
    "codes_twice": QT_TRANSLATE_NOOP(
        "Intake", "Cột “{text}”: nhiều mã có ở nhiều dòng, có thể mã chỉ đánh riêng từng nơi."
    ),
    "register_year": QT_TRANSLATE_NOOP(
        "Intake", "Tên danh sách ghi năm {text}: số liệu là của cuối năm nào?"
    ),
}
"""What is in doubt, by code."""

ANSWERS: Mapping[str, str] = {
    "poor": QT_TRANSLATE_NOOP("Intake", "hộ nghèo"),
    "near_poor": QT_TRANSLATE_NOOP("Intake", "hộ cận nghèo"),
    "x": QT_TRANSLATE_NOOP("Intake", "có"),
    "dtts": QT_TRANSLATE_NOOP("Intake", "DTTS"),
    "kinh": QT_TRANSLATE_NOOP("Intake", "Kinh"),
    "once": QT_TRANSLATE_NOOP("Intake", "đếm một lần"),
    "both": QT_TRANSLATE_NOOP("Intake", "đếm cả hai"),
    "all": QT_TRANSLATE_NOOP("Intake", "đếm tất cả"),
    "^": QT_TRANSLATE_NOOP("Intake", "như dòng trên"),
}
"""Answers that are neither a number nor a unit."""

HELD: Mapping[str, str] = {
    "unit": QT_TRANSLATE_NOOP("Intake", "tên đơn vị"),
    "class": QT_TRANSLATE_NOOP("Intake", "phân loại hộ"),
    "poor_mark": QT_TRANSLATE_NOOP("Intake", "đánh dấu hộ nghèo"),
    "near_poor_mark": QT_TRANSLATE_NOOP("Intake", "đánh dấu hộ cận nghèo"),
    "ethnicity": QT_TRANSLATE_NOOP("Intake", "dân tộc"),
    "dtts_mark": QT_TRANSLATE_NOOP("Intake", "đánh dấu DTTS"),
    "local_mark": QT_TRANSLATE_NOOP("Intake", "đánh dấu DTTS tại chỗ"),
    "code": QT_TRANSLATE_NOOP("Intake", "mã hộ"),
}
"""What a column of a register holds."""

_COMPARISONS: Mapping[str, str] = {
    "rate": QT_TRANSLATE_NOOP("Intake", "{cell}: {unit}, tỷ lệ in {printed}, tính lại {computed}."),
    "derived": QT_TRANSLATE_NOOP("Intake", "{cell}: {unit}, in {printed}, tính lại {computed}."),
    "total": QT_TRANSLATE_NOOP(
        "Intake", "{cell}: dòng tổng in {printed}, cộng các đơn vị được {computed}."
    ),
}

_LEFT_OUT: Mapping[str, str] = {
    "hidden_sheet": QT_TRANSLATE_NOOP("Intake", "{sheet}: trang ẩn, không đọc."),
    "hidden_rows": QT_TRANSLATE_NOOP("Intake", "{sheet}: {times} dòng ẩn, vẫn đọc."),
    "hidden_columns": QT_TRANSLATE_NOOP("Intake", "{sheet}: {times} cột ẩn, vẫn đọc."),
    "totals": QT_TRANSLATE_NOOP("Intake", "{sheet}: {times} dòng tổng, chỉ đối chiếu."),
    "groups": QT_TRANSLATE_NOOP("Intake", "{sheet}: {times} dòng nhóm, không nhập."),
    "notes": QT_TRANSLATE_NOOP("Intake", "{sheet}: {times} dòng ghi chú, không nhập."),
    "unclassified": QT_TRANSLATE_NOOP(
        "Intake", "{sheet}: {times} hộ không ghi phân loại, không đếm."
    ),
    "no_ethnicity": QT_TRANSLATE_NOOP(
        "Intake", "{sheet}: {times} hộ nghèo không ghi dân tộc, không đếm là hộ DTTS."
    ),
}

PLANTED: Mapping[str, str] = {
    "macros": QT_TRANSLATE_NOOP("Intake", "Tệp có macro; chương trình không chạy macro."),
    "external_links": QT_TRANSLATE_NOOP("Intake", "Tệp liên kết tới tệp khác; không mở liên kết."),
    "ole": QT_TRANSLATE_NOOP("Intake", "Tệp nhúng đối tượng khác; không mở đối tượng."),
    "connections": QT_TRANSLATE_NOOP("Intake", "Tệp có kết nối dữ liệu; không kết nối."),
}
"""What a file carries that is never run or followed."""


def intake_refusal(error: WorkbookRefused) -> str:
    """One sentence: why a file is not read and what to do."""
    general = QT_TRANSLATE_NOOP("Intake", "Không đọc được tệp (mã lỗi: {code}).")
    template = REFUSALS.get(error.code, general)
    return _said(template, code=error.code)


def doubt_sentence(doubt: Doubt, plan: Plan | None = None) -> str:
    """What is open about a cell, with the cell and the possible answers."""
    template = DOUBTS.get(doubt.code, QT_TRANSLATE_NOOP("Intake", "{text}"))
    filled = doubt_filling(doubt, _answer(doubt.suggested or "…", plan))
    return f"{doubt.place}: {_said(template, **filled)}{times_words(doubt)}"


def doubt_filling(doubt: Doubt, suggested: str) -> Filling:
    """What fills the sentence of a doubt; ``suggested`` is its likeliest answer in words."""
    rows = ", ".join(map(str, doubt.rows)) + (", …" if doubt.times > len(doubt.rows) else "")
    return Filling({"text": doubt.text, "suggested": suggested, "rows": rows})


def times_words(doubt: Doubt) -> str:
    """How many rows of a register one answer settles; nothing for one, or where they are named."""
    if doubt.times == 1 or doubt.rows:
        return ""
    return _said(QT_TRANSLATE_NOOP("Intake", " ({times} dòng)"), times=format_count(doubt.times))


def intake_words(source: str) -> str:
    """One of the words above in the language shown."""
    return _said(source)


def _answer(choice: str, plan: Plan | None) -> str:
    if plan is not None and choice in plan.tree.units:
        return unit_name(plan, choice)
    return choice


def comparison_sentence(comparison: Comparison, plan: Plan) -> str:
    """How a printed figure differs from what the counts say."""
    printed, computed = format_alike(comparison.printed, comparison.computed)
    return _said(
        _COMPARISONS[comparison.kind],
        cell=f"{comparison.sheet}!{comparison.cell}",
        unit=unit_name(plan, comparison.unit or plan.tree.root),
        printed=printed,
        computed=computed,
    )


def left_out_sentence(left_out: LeftOut) -> str:
    """What was not taken from a sheet, or was hidden on it."""
    return _said(_LEFT_OUT[left_out.code], sheet=left_out.sheet, times=str(left_out.times))


def planted_sentence(code: str) -> str:
    """What a file carries that is left alone."""
    return _said(PLANTED[code])


def _said(template: str, **params: str) -> str:
    return QCoreApplication.translate("Intake", template).format_map(Filling(params))


def new_scenario_name() -> str:
    """The name of the only scenario of a plan made from a file."""
    return _said(QT_TRANSLATE_NOOP("Intake", "Phương án 1"))


def _heading(cell: Cell, series: Series, year: int) -> str:
    name = printed_cell_name(cell, series, year)
    return name[0].upper() + name[1:]


def form_wording() -> FormWording:
    """The texts of the forms; they go to officials, so they stay Vietnamese."""
    return FormWording(
        title="BIỂU CUNG CẤP SỐ LIỆU HỘ NGHÈO",
        unit_line="Đơn vị: {unit}",
        number_heading="Stt",
        unit_heading="Đơn vị",
        cell_heading=_heading,
        instruction="Chỉ nhập vào các ô nền vàng. Số hộ là số nguyên, ví dụ 1.400.",
        error_title="Chưa đúng",
        count_error="Ô này nhận số hộ: số nguyên từ 0 đến {limit}.",
        poor_error="Số hộ nghèo là số nguyên và không nhiều hơn tổng số hộ.",
        prompt_title="Nhập số hộ",
        prompt="Gõ số hộ bằng chữ số, không cần dấu chấm.",
        sheet="Biểu",
    )
