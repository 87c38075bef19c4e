"""Findings in words: a full sentence for lists and tooltips, a headline for narrow places."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.checks import Level
from dnplanner.core.entry import Cell
from dnplanner.core.numerals import format_count, format_exact, format_ratio
from dnplanner.core.plan import GoalKind, Pinned, Plan
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.models.wording.names import unit_name
from dnplanner.models.wording.target_findings import (
    TARGET_HEADLINES,
    TARGET_SENTENCES,
    target_words,
)
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP, Filling

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dnplanner.core.checks import Finding

_GOALS: Mapping[GoalKind, str] = {
    GoalKind.POINTS: QT_TRANSLATE_NOOP("Finding", "giảm từ {value} điểm % trở lên"),
    GoalKind.REDUCTION: QT_TRANSLATE_NOOP("Finding", "giảm từ {value} hộ trở lên"),
    GoalKind.RATE_END: QT_TRANSLATE_NOOP("Finding", "tỷ lệ cuối năm không quá {value} %"),
}

_RANGES: Mapping[GoalKind, str] = {
    GoalKind.POINTS: QT_TRANSLATE_NOOP("Finding", "giảm từ {value} đến {most} điểm %"),
    GoalKind.REDUCTION: QT_TRANSLATE_NOOP("Finding", "giảm từ {value} đến {most} hộ"),
    GoalKind.RATE_END: QT_TRANSLATE_NOOP("Finding", "tỷ lệ cuối năm từ {most} đến {value} %"),
}

_REACHED: Mapping[GoalKind, str] = {
    GoalKind.POINTS: QT_TRANSLATE_NOOP("Finding", "kế hoạch chỉ giảm {value} điểm %"),
    GoalKind.REDUCTION: QT_TRANSLATE_NOOP("Finding", "kế hoạch chỉ giảm {value} hộ"),
    GoalKind.RATE_END: QT_TRANSLATE_NOOP("Finding", "theo kế hoạch vẫn còn {value} %"),
}

_PINNED: Mapping[Pinned, str] = {
    Pinned.REDUCTION: QT_TRANSLATE_NOOP("Finding", "giảm {value} hộ"),
    Pinned.POINTS: QT_TRANSLATE_NOOP("Finding", "giảm {value} điểm %"),
    Pinned.POOR_END: QT_TRANSLATE_NOOP("Finding", "còn {value} hộ cuối năm"),
    Pinned.RATE_END: QT_TRANSLATE_NOOP("Finding", "tỷ lệ cuối năm {value} %"),
}

_SENTENCES: Mapping[str, str] = {
    "stated_points_missed": QT_TRANSLATE_NOOP(
        "Finding",
        "ghi “giảm từ {stated} % trở lên” nhưng {reduction} hộ chỉ giảm {reached} điểm %.",
    ),
    "goal_missed": QT_TRANSLATE_NOOP("Finding", "chưa đạt chỉ tiêu {demand}{source}: {achieved}."),
    "goal_without_data": QT_TRANSLATE_NOOP(
        "Finding",
        "chưa có số liệu để đối chiếu chỉ tiêu {demand}{source}; cần nhập số hộ và số hộ nghèo.",
    ),
    "more_poor_than_households": QT_TRANSLATE_NOOP(
        "Finding", "{poor} hộ nghèo nhiều hơn tổng số {households} hộ; cần xem lại hai số này."
    ),
    "counts_missing": QT_TRANSLATE_NOOP("Finding", "chưa có {what} nên chưa được tính vào tổng."),
    "target_out_of_reach": QT_TRANSLATE_NOOP(
        "Finding", "không thể {target} với số hộ và số hộ nghèo hiện có; cần sửa chỉ tiêu."
    ),
    "planned_rise": QT_TRANSLATE_NOOP(
        "Finding", "kế hoạch để số hộ nghèo tăng thêm {rise} hộ; cần xem lại chỉ tiêu."
    ),
    **TARGET_SENTENCES,
}

_HEADLINES: Mapping[str, str] = {
    "stated_points_missed": QT_TRANSLATE_NOOP("Finding", "chưa đạt “từ {stated} % trở lên”"),
    "goal_missed": QT_TRANSLATE_NOOP("Finding", "chưa đạt chỉ tiêu {demand}"),
    "goal_without_data": QT_TRANSLATE_NOOP("Finding", "chỉ tiêu chưa có số liệu"),
    "more_poor_than_households": QT_TRANSLATE_NOOP("Finding", "hộ nghèo nhiều hơn tổng số hộ"),
    "counts_missing": QT_TRANSLATE_NOOP("Finding", "chưa có {what}"),
    "target_out_of_reach": QT_TRANSLATE_NOOP("Finding", "chỉ tiêu vượt quá số hiện có"),
    "planned_rise": QT_TRANSLATE_NOOP("Finding", "số hộ nghèo tăng {rise} hộ"),
    **TARGET_HEADLINES,
}

_LEVELS: Mapping[Level, str] = {
    Level.ERROR: QT_TRANSLATE_NOOP("Finding", "Lỗi"),
    Level.WARNING: QT_TRANSLATE_NOOP("Finding", "Cảnh báo"),
    Level.INFO: QT_TRANSLATE_NOOP("Finding", "Lưu ý"),
}

CODES = frozenset(_SENTENCES) - TARGET_SENTENCES.keys()
"""The codes that have their own words here."""

_LEAST_DECIMALS = {GoalKind.POINTS: 2, GoalKind.REDUCTION: 0, GoalKind.RATE_END: 2}
_MOST_DECIMALS = 6


def level_name(level: Level) -> str:
    """How bad a finding is, in a word or two."""
    return QCoreApplication.translate("Finding", _LEVELS[level])


def finding_sentence(plan: Plan, finding: Finding) -> str:
    """What is wrong with which unit, and how many households are missing."""
    template = _SENTENCES.get(finding.code)
    if template is None:
        sentence = QCoreApplication.translate("Finding", "cần xem lại ({code}).")
        return _about(plan, finding, sentence.format(code=finding.code))
    said = QCoreApplication.translate("Finding", template).format_map(_words(finding))
    if finding.missing > 0:
        missing = QCoreApplication.translate("Finding", "Thiếu {count} hộ.")
        said = f"{said} {missing.format(count=format_count(finding.missing))}"
    return _about(plan, finding, said)


def finding_headline(plan: Plan, finding: Finding, *, with_missing: bool = True) -> str:
    """The same in a few words: the unit, and the households missing unless said beside it."""
    template = _HEADLINES.get(finding.code)
    if template is None:
        template = QT_TRANSLATE_NOOP("Finding", "cần xem lại")
    said = QCoreApplication.translate("Finding", template).format_map(_words(finding))
    if with_missing and finding.missing > 0:
        missing = QCoreApplication.translate("Finding", "thiếu {count} hộ")
        said = f"{said}, {missing.format(count=format_count(finding.missing))}"
    return _about(plan, finding, said)


def _about(plan: Plan, finding: Finding, said: str) -> str:
    return f"{unit_name(plan, finding.unit)}: {said}"


def _words(finding: Finding) -> Filling:
    prepare = _PREPARED.get(finding.code, _counts)
    return Filling(prepare(finding))


def _counts(finding: Finding) -> dict[str, str]:
    return {
        name: format_count(value)
        for name, value in finding.params.items()
        if isinstance(value, int) and not isinstance(value, bool)
    }


def _stated_points(finding: Finding) -> dict[str, str]:
    stated, reached = _exact(finding, "stated"), _exact(finding, "reached")
    return {
        "stated": format_exact(stated),
        "reached": _told_apart(reached, stated, 3),
        **_counts(finding),
    }


def _goal(finding: Finding) -> dict[str, str]:
    kind = GoalKind(str(finding.params["kind"]))
    demanded, source = _exact(finding, "at_least"), str(finding.params.get("source") or "")
    words = {
        "demand": _demand(finding, kind, demanded),
        "source": f" ({source})" if source else "",
        "achieved": "",
    }
    if "reached" in finding.params:
        reached = _told_apart(_exact(finding, "reached"), demanded, _LEAST_DECIMALS[kind])
        words["achieved"] = QCoreApplication.translate("Finding", _REACHED[kind]).format(
            value=reached
        )
    return words


def _demand(finding: Finding, kind: GoalKind, demanded: Fraction) -> str:
    """The goal's demand; a range names both its ends."""
    top = finding.params.get("at_most")
    if not isinstance(top, Fraction):
        template = QCoreApplication.translate("Finding", _GOALS[kind])
        return template.format(value=format_exact(demanded))
    template = QCoreApplication.translate("Finding", _RANGES[kind])
    return template.format(value=format_exact(demanded), most=format_exact(top))


def _goal_exceeded(finding: Finding) -> dict[str, str]:
    return _goal(finding) | _counts(finding)


def _target(finding: Finding) -> dict[str, str]:
    pinned = Pinned(str(finding.params["pinned"]))
    value = _exact(finding, "value")
    return {
        "target": QCoreApplication.translate("Finding", _PINNED[pinned]).format(
            value=format_exact(value)
        )
    }


def _missing_counts(finding: Finding) -> dict[str, str]:
    if finding.cell is Cell.POOR_START:
        return {"what": QCoreApplication.translate("Finding", "số hộ nghèo cuối năm trước")}
    return {"what": QCoreApplication.translate("Finding", "tổng số hộ cuối năm trước")}


_PREPARED: Mapping[str, Callable[[Finding], dict[str, str]]] = {
    "stated_points_missed": _stated_points,
    "goal_missed": _goal,
    "goal_without_data": _goal,
    "target_out_of_reach": _target,
    "counts_missing": _missing_counts,
    **dict.fromkeys(TARGET_SENTENCES, target_words),
    "goal_exceeded": _goal_exceeded,
}


def _exact(finding: Finding, name: str) -> Fraction:
    value = finding.params.get(name)
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(0)


def _told_apart(value: Fraction, other: Fraction, decimals: int) -> str:
    """``value`` with as many decimals as it takes not to look like ``other``."""
    if decimals == 0:
        return format_exact(value)
    for places in range(decimals, _MOST_DECIMALS):
        shown = format_ratio(value, places)
        if shown != format_ratio(other, places):
            return shown
    return format_ratio(value, max(_MOST_DECIMALS, RATE_DECIMALS))
