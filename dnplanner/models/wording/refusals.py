"""Why something was refused and how to mend it, in one sentence for each code."""

from __future__ import annotations

from fractions import Fraction
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import NO_VALUE, format_count, format_exact, format_ratio
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.models.wording.command_refusals import COMMAND_REFUSALS
from dnplanner.models.wording.file_refusals import FILE_REFUSALS, file_words
from dnplanner.models.wording.target_refusals import (
    TARGET_COUNTS,
    TARGET_EXACT,
    TARGET_REFUSALS,
)
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP, Filling

if TYPE_CHECKING:
    from collections.abc import Mapping


class Refused(Protocol):
    """An error that speaks in a code with parameters."""

    @property
    def code(self) -> str:
        """The reason."""

    @property
    def params(self) -> Mapping[str, object]:
        """What fills the sentence."""


_NUMERALS: Mapping[str, str] = {
    "empty": QT_TRANSLATE_NOOP("Refusal", "Ô này cần một con số, không để trống được."),
    "not_a_number": QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” không phải là số: chỉ viết chữ số, ví dụ 1.400 hoặc 5,18."
    ),
    "dot_decimal": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{text}” không đúng cách viết số: dùng dấu phẩy cho phần thập phân, ví dụ {example}.",
    ),
    "dot_in_count": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{text}” không phải số hộ: dấu chấm chỉ để ngăn hàng nghìn, ví dụ 1.400, và số hộ là "
        "số nguyên.",
    ),
    "fraction": QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” không phải số hộ: số hộ là số nguyên, không có phần thập phân."
    ),
    "negative": QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” là số âm: số hộ phải từ 0 trở lên, hãy bỏ dấu trừ."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "Refusal", "“{text}” quá lớn: nhập số không quá {limit}, hãy xem lại số chữ số."
    ),
}

_ENTRIES: Mapping[str, str] = {
    "empty_cell": QT_TRANSLATE_NOOP(
        "Refusal",
        "Ô này cần một con số, không để trống được: muốn bỏ số đã nhập, chọn ô rồi nhấn Delete.",
    ),
    "derived": QT_TRANSLATE_NOOP(
        "Refusal", "Ô này được tính từ các ô khác, không gõ được: hãy sửa số hộ hoặc số hộ nghèo."
    ),
    "sum_of_children": QT_TRANSLATE_NOOP(
        "Refusal", "Dòng này là tổng của các đơn vị bên dưới: hãy sửa ở từng đơn vị."
    ),
    "counts_missing": QT_TRANSLATE_NOOP(
        "Refusal",
        "Chưa đủ số liệu của đơn vị: hãy nhập tổng số hộ và số hộ nghèo cuối năm trước đã.",
    ),
    "no_households": QT_TRANSLATE_NOOP(
        "Refusal", "Đơn vị không có hộ nào nên không có tỷ lệ: hãy nhập tổng số hộ trước."
    ),
    "more_poor_than_households": QT_TRANSLATE_NOOP(
        "Refusal", "{value} hộ nghèo nhiều hơn tổng số {households} hộ: hãy xem lại hai số này."
    ),
    "poor_below_zero": QT_TRANSLATE_NOOP(
        "Refusal", "Số hộ nghèo không thể là {value}: nhập số từ 0 đến {households}."
    ),
    "fewer_households_than_poor": QT_TRANSLATE_NOOP(
        "Refusal", "{value} hộ ít hơn {poor} hộ nghèo: hãy xem lại hai số này."
    ),
    "reduction_beyond_poor": QT_TRANSLATE_NOOP(
        "Refusal", "Không thể giảm {value} hộ vì chỉ có {poor} hộ nghèo: nhập không quá {poor}."
    ),
    "points_beyond_rate": QT_TRANSLATE_NOOP(
        "Refusal",
        "Không thể giảm {value} điểm % vì tỷ lệ đầu năm chỉ có {rate} %: nhập không quá số đó.",
    ),
    "rate_above_hundred": QT_TRANSLATE_NOOP(
        "Refusal", "Tỷ lệ {value} % vượt quá 100 %: nhập số từ 0 đến 100."
    ),
    "rate_below_zero": QT_TRANSLATE_NOOP(
        "Refusal", "Tỷ lệ không thể là số âm ({value} %): nhập số từ 0 đến 100."
    ),
    "not_a_count": QT_TRANSLATE_NOOP(
        "Refusal", "{value} không phải số hộ: nhập số nguyên từ 0 đến {limit}."
    ),
    "growth_out_of_range": QT_TRANSLATE_NOOP(
        "Refusal",
        "Mức tăng số hộ {value} ngoài khoảng hợp lý: nhập không quá 50 % hoặc 1.000.000 hộ.",
    ),
    "growth_in_parts": QT_TRANSLATE_NOOP(
        "Refusal", "Số hộ tăng mỗi đơn vị là số nguyên, không thể là {value}: hãy viết lại."
    ),
    "outside": QT_TRANSLATE_NOOP(
        "Refusal", "Ô này nằm ngoài bảng: hãy dán vào chỗ đủ dòng, đủ cột."
    ),
    "row_without_unit": QT_TRANSLATE_NOOP(
        "Refusal",
        "Không có đơn vị nào của kế hoạch mang tên này nên bỏ cả dòng: hãy sửa tên rồi dán lại.",
    ),
    "number_unclear": QT_TRANSLATE_NOOP(
        "Refusal", "Số này hiểu được nhiều cách và chưa được chọn: hãy dán lại và chọn cách hiểu."
    ),
    "differs_from_computed": QT_TRANSLATE_NOOP(
        "Refusal", "Ô này được tính ra {computed}, khác số được dán: hãy xem lại các số của dòng."
    ),
    "last_scenario": QT_TRANSLATE_NOOP(
        "Refusal", "Đây là phương án duy nhất, không xóa được: hãy tạo phương án khác trước."
    ),
    "name_empty": QT_TRANSLATE_NOOP("Refusal", "Tên không được để trống: hãy gõ một tên."),
    "name_taken": QT_TRANSLATE_NOOP("Refusal", "Tên “{name}” đã có: hãy chọn một tên khác."),
    "name_too_long": QT_TRANSLATE_NOOP(
        "Refusal", "Tên quá dài hoặc có ký tự lạ: viết trên một dòng, không quá {limit} ký tự."
    ),
    "root_stays": QT_TRANSLATE_NOOP(
        "Refusal", "Dòng toàn địa bàn luôn phải có, không xóa hay chuyển chỗ được."
    ),
}

_PLANS: Mapping[str, str] = {
    "unit": QT_TRANSLATE_NOOP(
        "Refusal", "Không có đơn vị nào tên “{name}”: hãy xem lại tên hoặc mã đơn vị."
    ),
    "unit_alike": QT_TRANSLATE_NOOP(
        "Refusal", "Không có đơn vị nào tên “{name}”: nếu là {alike}, hãy viết lại cho đúng."
    ),
    "unit_ambiguous": QT_TRANSLATE_NOOP(
        "Refusal",
        "Có nhiều đơn vị tên “{name}”: hãy dùng mã đơn vị hoặc viết cả cấp, ví dụ Xã {name}.",
    ),
    "scenario": QT_TRANSLATE_NOOP(
        "Refusal", "Không có phương án “{name}”: hãy xem lại tên phương án."
    ),
    "goal": QT_TRANSLATE_NOOP(
        "Refusal", "Không có chỉ tiêu được giao “{name}”: hãy xem lại danh sách chỉ tiêu."
    ),
    "year": QT_TRANSLATE_NOOP(
        "Refusal", "Năm {name} không thuộc kế hoạch này: chọn năm từ {first} đến {last}."
    ),
    "year_only": QT_TRANSLATE_NOOP(
        "Refusal", "Kế hoạch này chỉ có năm {first}, không có năm {name}: hãy viết năm {first}."
    ),
    "roots": QT_TRANSLATE_NOOP(
        "Refusal",
        "Danh sách đơn vị không dùng được: phải có đúng một đơn vị bao trùm, đang có {count}.",
    ),
    "unknown_parent": QT_TRANSLATE_NOOP(
        "Refusal", "Đơn vị “{unit}” thuộc một đơn vị không có trong danh sách: hãy xem lại."
    ),
    "cycle": QT_TRANSLATE_NOOP(
        "Refusal", "Danh sách đơn vị không dùng được: có đơn vị thuộc chính nó."
    ),
    "no_base_year": QT_TRANSLATE_NOOP(
        "Refusal", "Tài liệu không ghi năm gốc nên không lập được kế hoạch: hãy xem lại."
    ),
    "unknown_goal_unit": QT_TRANSLATE_NOOP(
        "Refusal",
        "Chỉ tiêu được giao nói về đơn vị “{unit}” không có trong danh sách: hãy xem lại.",
    ),
    "outdated": QT_TRANSLATE_NOOP(
        "Refusal", "Số liệu đã thay đổi trong lúc thực hiện nên chưa sửa gì: hãy làm lại."
    ),
}

SENTENCES: Mapping[str, str] = {
    **_NUMERALS,
    **_ENTRIES,
    **TARGET_REFUSALS,
    **_PLANS,
    **COMMAND_REFUSALS,
    **FILE_REFUSALS,
}
"""The Vietnamese sentence of each code, with its parameters in braces."""

_COUNTED = frozenset({"value", "limit", "poor", "households", "computed"}) | TARGET_COUNTS
_OF_PERCENT = frozenset(
    {
        "points_beyond_rate",
        "rate_above_hundred",
        "rate_below_zero",
        "growth_out_of_range",
        "growth_in_parts",
    }
)
_LOOKS = frozenset({"empty", "html", "zip"})
_LONGEST_QUOTE = 40


def refusal_sentence(error: Refused) -> str:
    """One sentence that says why something was refused and how to mend it.

    A code without a sentence gets a general one, with the code for whoever is asked for help.
    """
    template = SENTENCES.get(_closer_code(error))
    if template is None:
        general = QCoreApplication.translate("Refusal", "Chưa thực hiện được (mã lỗi: {code}).")
        return general.format(code=error.code)
    sentence = QCoreApplication.translate("Refusal", template).format_map(_filling(error))
    path = error.params.get("path")
    return f"{PurePath(str(path)).name}: {sentence}" if path else sentence


def _closer_code(error: Refused) -> str:
    """The code, told apart where one code covers two mistakes that are mended differently."""
    value = error.params.get("value")
    if error.code == "more_poor_than_households" and isinstance(value, int | Fraction):
        return "poor_below_zero" if value < 0 else error.code
    if error.code == "cannot_read" and error.params.get("reason") == "missing":
        return "file_missing"
    if error.code == "not_a_document" and error.params.get("looks_like") in _LOOKS:
        return f"not_a_document_{error.params['looks_like']}"
    return error.code


def _filling(error: Refused) -> Filling:
    exact = error.code in _OF_PERCENT
    filled = Filling({name: _shown(name, value, exact) for name, value in error.params.items()})
    filled.update(file_words(error.params))
    if error.code == "dot_decimal":
        filled["example"] = filled["text"].replace(".", ",")
    return filled


def _shown(name: str, value: object, percent: bool) -> str:
    """A parameter as sentences show it."""
    if isinstance(value, int | Fraction):
        if name == "rate" or (name == "computed" and not isinstance(value, int)):
            return format_ratio(Fraction(value), RATE_DECIMALS)
        if name in TARGET_EXACT:
            return _percent(Fraction(value))
        if name in _COUNTED:
            whole = isinstance(value, int) or (value.denominator == 1 and not percent)
            return format_count(int(value)) if whole else _percent(Fraction(value))
        return str(value)
    text = NO_VALUE if value is None else " ".join(str(value).split())
    typed = name in ("text", "name")
    return text if len(text) <= _LONGEST_QUOTE or not typed else text[: _LONGEST_QUOTE - 1] + "…"


def _percent(value: Fraction) -> str:
    """As typed where it has few decimals, otherwise rounded to what rates are shown with."""
    shown = format_exact(value)
    return shown if len(shown) <= len("100,00") + 2 else format_ratio(value, RATE_DECIMALS)
