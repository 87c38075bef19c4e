"""Findings on groups, history, documents, names and parents in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import Cell
from dnplanner.core.numerals import format_count, format_exact, format_ratio
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.core.series import Measure, Series
from dnplanner.models.wording.names import measure_name, series_name
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.checks import Finding

_ROWS: Mapping[str, str] = {
    "rate_rises": QT_TRANSLATE_NOOP(
        "Finding",
        "tỷ lệ cuối năm {rate_end} % cao hơn đầu năm {rate_start} %; cần xem lại số hộ dự kiến.",
    ),
    "households_jump": QT_TRANSLATE_NOOP(
        "Finding",
        "tổng số hộ đầu năm {before}, cuối năm {after}: chênh quá ba lần; cần xem lại số chữ số.",
    ),
    "assigned_missed": QT_TRANSLATE_NOOP(
        "Finding", "được giao giảm {assigned} hộ nhưng các đơn vị bên dưới chỉ giảm {planned} hộ."
    ),
    "assigned_exceeded": QT_TRANSLATE_NOOP(
        "Finding",
        "được giao giảm {assigned} hộ, các đơn vị bên dưới giảm {planned} hộ, vượt {by} hộ.",
    ),
    "own_counts_differ": QT_TRANSLATE_NOOP(
        "Finding",
        "{what} ghi riêng là {own}, cộng các đơn vị bên dưới được {sum}: chênh {difference} hộ.",
    ),
    "goal_exceeded": QT_TRANSLATE_NOOP(
        "Finding", "vượt khoảng chỉ tiêu {demand}{source}: thừa {by} hộ."
    ),
    "goals_contradict": QT_TRANSLATE_NOOP(
        "Finding",
        "hai chỉ tiêu được giao mâu thuẫn nhau, không thể cùng đạt: {source} và {other}{gap}.",
    ),
    "same_growth": QT_TRANSLATE_NOOP(
        "Finding",
        "cả {units} đơn vị đều tăng {amount} hộ như nhau; nên dự báo số hộ của từng đơn vị.",
    ),
}

_RECORDS: Mapping[str, str] = {
    "subgroup_above_group": QT_TRANSLATE_NOOP(
        "Finding", "{part} là {few}, nhiều hơn {whole} là {many}; cần xem lại hai số này."
    ),
    "poor_and_near_poor_beyond": QT_TRANSLATE_NOOP(
        "Finding",
        "{poor} hộ nghèo cộng {near_poor} hộ cận nghèo nhiều hơn tổng số {households} hộ.",
    ),
    "subgroup_end_above_group": QT_TRANSLATE_NOOP(
        "Finding", "cuối năm còn {few} {part}, nhiều hơn {many} {whole} còn lại: vượt {by} hộ."
    ),
    "count_jump": QT_TRANSLATE_NOOP(
        "Finding",
        "{measure} từ {before} thành {after} vào năm {year}: chênh quá ba lần; "
        "cần xem lại số chữ số.",
    ),
    "faster_than_ever": QT_TRANSLATE_NOOP(
        "Finding",
        "kế hoạch giảm {points} điểm %, nhanh hơn mức cao nhất từng đạt "
        "({fastest} điểm % mỗi năm, {first}–{last}).",
    ),
    "rise_by_standard": QT_TRANSLATE_NOOP(
        "Finding",
        "tỷ lệ từ {before} % ({last}) lên {after} % ({first}) là do đổi chuẩn nghèo {old} sang "
        "{new}, không phải do tăng nghèo.",
    ),
    "printed_rate_differs": QT_TRANSLATE_NOOP(
        "Finding",
        "văn bản ghi tỷ lệ {series} năm {year} là {printed} %, tính từ số hộ là {computed} %.",
    ),
    "share_printed_as_rate": QT_TRANSLATE_NOOP(
        "Finding",
        "{printed} % năm {year} là tỷ trọng trong tổng số hộ nghèo, không phải tỷ lệ {series}.",
    ),
    "printed_total_differs": QT_TRANSLATE_NOOP(
        "Finding",
        "văn bản ghi {what} năm {year} là {printed}, cộng các đơn vị được {sum}: "
        "chênh {difference} hộ.",
    ),
    "households_outlier": QT_TRANSLATE_NOOP(
        "Finding",
        "{households} hộ, gấp trên 100 lần mức bình quân {mean} hộ của các đơn vị cùng cấp; "
        "cần xem lại dấu phân cách.",
    ),
    "names_alike": QT_TRANSLATE_NOOP(
        "Finding", "tên gần như trùng với “{other}”; có thể là một đơn vị viết hai cách."
    ),
    "name_unclean": QT_TRANSLATE_NOOP(
        "Finding", "tên có dấu cách thừa hoặc dấu gõ rời; nên viết là “{cleaned}”."
    ),
    "code_reused": QT_TRANSLATE_NOOP(
        "Finding", "mã {value} cũng là mã của {other}; cần xem lại, mã đã được cấp lại năm 2025."
    ),
}

TARGET_SENTENCES: Mapping[str, str] = {**_ROWS, **_RECORDS}
"""The full sentence of each code, after the name of its unit."""

TARGET_HEADLINES: Mapping[str, str] = {
    "rate_rises": QT_TRANSLATE_NOOP("Finding", "tỷ lệ cuối năm cao hơn đầu năm"),
    "households_jump": QT_TRANSLATE_NOOP("Finding", "tổng số hộ thay đổi quá ba lần"),
    "assigned_missed": QT_TRANSLATE_NOOP("Finding", "chưa đủ {assigned} hộ được giao"),
    "assigned_exceeded": QT_TRANSLATE_NOOP("Finding", "vượt {by} hộ so với được giao"),
    "own_counts_differ": QT_TRANSLATE_NOOP("Finding", "chênh {difference} hộ so với tổng bên dưới"),
    "goal_exceeded": QT_TRANSLATE_NOOP("Finding", "vượt khoảng chỉ tiêu {by} hộ"),
    "goals_contradict": QT_TRANSLATE_NOOP("Finding", "hai chỉ tiêu mâu thuẫn nhau"),
    "same_growth": QT_TRANSLATE_NOOP("Finding", "mọi đơn vị đều tăng {amount} hộ"),
    "subgroup_above_group": QT_TRANSLATE_NOOP("Finding", "{part} nhiều hơn {whole}"),
    "poor_and_near_poor_beyond": QT_TRANSLATE_NOOP("Finding", "nghèo và cận nghèo quá tổng số hộ"),
    "subgroup_end_above_group": QT_TRANSLATE_NOOP(
        "Finding", "cuối năm {part} vượt {whole} {by} hộ"
    ),
    "count_jump": QT_TRANSLATE_NOOP("Finding", "{measure} thay đổi quá ba lần"),
    "faster_than_ever": QT_TRANSLATE_NOOP("Finding", "giảm nhanh hơn mức từng đạt"),
    "rise_by_standard": QT_TRANSLATE_NOOP("Finding", "tỷ lệ tăng do đổi chuẩn nghèo"),
    "printed_rate_differs": QT_TRANSLATE_NOOP("Finding", "tỷ lệ trong văn bản không khớp số hộ"),
    "share_printed_as_rate": QT_TRANSLATE_NOOP("Finding", "tỷ trọng ghi thành tỷ lệ"),
    "printed_total_differs": QT_TRANSLATE_NOOP("Finding", "tổng trong văn bản không khớp"),
    "households_outlier": QT_TRANSLATE_NOOP("Finding", "tổng số hộ quá lớn so với đơn vị khác"),
    "names_alike": QT_TRANSLATE_NOOP("Finding", "tên gần trùng với “{other}”"),
    "name_unclean": QT_TRANSLATE_NOOP("Finding", "tên có dấu cách thừa hoặc dấu gõ rời"),
    "code_reused": QT_TRANSLATE_NOOP("Finding", "mã {value} trùng với {other}"),
}
"""The same in a few words."""

_FIELDS: Mapping[str, str] = {
    "households": QT_TRANSLATE_NOOP("Finding", "tổng số hộ"),
    "poor": QT_TRANSLATE_NOOP("Finding", "tổng số hộ nghèo"),
    "reduction": QT_TRANSLATE_NOOP("Finding", "tổng số hộ giảm"),
}

_YEARS = frozenset({"year", "first", "last"})


def target_words(finding: Finding) -> dict[str, str]:
    """What fills the gaps of a sentence: counts, rates, names of measures and documents."""
    words = {name: _word(name, value) for name, value in finding.params.items()}
    if finding.code == "own_counts_differ":
        poor = finding.cell is Cell.POOR_START
        words["what"] = _field("poor" if poor else "households")
    if "field" in finding.params:
        words["what"] = _field(str(finding.params["field"]))
    if finding.code == "goals_contradict":
        words["gap"] = _gap(finding.params.get("by"))
    return words


def _word(name: str, value: object) -> str:
    if isinstance(value, Series):
        return series_name(value)
    if isinstance(value, Measure):
        return measure_name(value)
    if isinstance(value, int):
        return str(value) if name in _YEARS else format_count(value)
    if isinstance(value, Fraction):
        return _ratio(value)
    return "" if value is None else str(value)


def _ratio(value: Fraction) -> str:
    shown = format_exact(value)
    return shown if len(shown) <= len("100,00") else format_ratio(value, RATE_DECIMALS)


def _field(name: str) -> str:
    return QCoreApplication.translate("Finding", _FIELDS[name])


def _gap(households: object) -> str:
    if not isinstance(households, int):
        return ""
    template = QCoreApplication.translate("Finding", ", cách nhau {count} hộ")
    return template.format(count=format_count(households))
