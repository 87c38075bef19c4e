"""Goals in words, for the panel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.goals import GoalResult, judge
from dnplanner.core.numerals import format_count, format_exact
from dnplanner.core.plan import Goal, GoalKind
from dnplanner.models.wording import series_name
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.goals import Contradiction
    from dnplanner.core.series import Series
    from dnplanner.core.targets import Row
    from dnplanner.models.document import Document

translate = QCoreApplication.translate


_NUMBER = re.compile(r"số\s+(\S+)")


class GoalWords(NamedTuple):
    """One goal: what it demands, the verdict, whether it is met (None: no data), its source."""

    demand: str
    verdict: str
    met: bool | None
    source: str
    series: Series


def row_of(document: Document, goal: Goal) -> Row:
    """The figures that a goal is about, in the scenario shown."""
    question = document.question._replace(year=goal.year, series=goal.series)
    return document.evaluation_of(question).row(goal.unit)


def result_of(document: Document, goal: Goal) -> GoalResult:
    """Any goal of the plan, held against the scenario shown."""
    return judge(goal, row_of(document, goal), document.plan.reading)


def results_of_goals(document: Document) -> list[GoalResult]:
    """The goals on the whole in the year shown, of every series, that of the table first."""
    return results_on(document, document.plan.tree.root)


def results_on(document: Document, unit: str) -> list[GoalResult]:
    """The goals on a unit in the year shown, of every series, that of the table first."""
    plan, question = document.plan, document.question
    goals = [plan.goal(name) for name in plan.outline.goals]
    goals.sort(key=lambda goal: goal.series is not question.series)
    asked = (unit, question.year)
    return [result_of(document, goal) for goal in goals if (goal.unit, goal.year) == asked]


def goal_words(document: Document, result: GoalResult, *, with_spare: bool = True) -> GoalWords:
    """A goal and whether it is met; ``with_spare`` unless that is said beside it."""
    goal = result.goal
    demand = f"{_name(document, goal)}: {demand_words(goal)}"
    met = result.met if result.within is None else bool(result.met and result.within)
    spare = spare_words(result) if with_spare and met and result.spare else ""
    verdict = ", ".join(filter(None, (verdict_words(result), spare)))
    return GoalWords(demand, verdict, met, goal.source, goal.series)


def goal_notes(document: Document, unit: str) -> list[str]:
    """The goals on a unit that the table shows as met or cannot judge, a sentence each.

    Those that are missed or left are findings.
    """
    series = document.question.series
    results = [one for one in results_on(document, unit) if one.goal.series is series]
    words = [goal_words(document, result) for result in results]
    return [f"{goal.demand}: {goal.verdict}." for goal in words if goal.met is not False]


def short_source(source: str) -> str:
    """A document by its number: "Nghị quyết số 28-NQ/TU ngày …" is NQ 28-NQ/TU."""
    found = _NUMBER.search(source)
    if found is None:
        return source
    kind = "NQ " if source.startswith("Nghị quyết") else ""
    return kind + found.group(1)


def _name(document: Document, goal: Goal) -> str:
    if goal.series is document.question.series:
        return short_source(goal.source) or translate("Goals", "Chỉ tiêu")
    name = series_name(goal.series)
    return name[:1].upper() + name[1:]


def demand_words(goal: Goal) -> str:
    """What a goal demands; a range names both its ends."""
    value = format_exact(goal.at_least)
    if goal.at_most is None:
        return translate("Goals", _DEMANDS[goal.kind]).format(value=value)
    most = format_exact(goal.at_most)
    return translate("Goals", _RANGES[goal.kind]).format(value=value, most=most)


def verdict_words(result: GoalResult) -> str:
    """Whether a goal is met, and by how many households it is missed or a range is left."""
    verdict = short_verdict(result)
    if result.met and result.within is False:
        over = format_count(abs(result.room or 0))
        return translate("Goals", "{verdict}, quá {count} hộ").format(verdict=verdict, count=over)
    if result.met is not False:
        return verdict
    missing = format_count(-(result.spare or 0))
    return translate("Goals", "{verdict}, thiếu {count} hộ").format(verdict=verdict, count=missing)


def short_verdict(result: GoalResult) -> str:
    """Whether a goal is met, where the households stand beside it."""
    if result.met is None:
        return translate("Goals", "chưa có số liệu")
    if not result.met:
        return translate("Goals", "chưa đạt")
    if result.within is False:
        return translate("Goals", "vượt khoảng")
    if result.spare is not None and result.spare < 0:
        return translate("Goals", "✓ đạt theo số làm tròn")
    return translate("Goals", "✓ đạt")


def spare_words(result: GoalResult) -> str:
    """The households to spare, missing or beyond a range; empty without data."""
    if result.spare is None:
        return ""
    if result.met and result.within is False:
        over = format_count(abs(result.room or 0))
        return translate("Goals", "quá {count} hộ").format(count=over)
    spare = format_count(abs(result.spare))
    if result.spare >= 0:
        return translate("Goals", "dư {count} hộ").format(count=spare)
    return translate("Goals", "thiếu {count} hộ").format(count=spare)


def contradiction_words(found: Contradiction, written: Goal) -> str:
    """What the goal being ``written`` cannot be met together with, and by how many households."""
    other = found.second if found.first == written else found.first
    source = f" ({short_source(other.source)})" if other.source else ""
    gap = ""
    if found.households is not None:
        apart = translate("Goals", ", cách nhau {count} hộ")
        gap = apart.format(count=format_count(found.households))
    said = translate("Goals", "Không thể cùng đạt với chỉ tiêu “{demand}”{source} của đơn vị{gap}.")
    return said.format(demand=demand_words(other), source=source, gap=gap)


_DEMANDS: Mapping[GoalKind, str] = {
    GoalKind.POINTS: QT_TRANSLATE_NOOP("Goals", "giảm từ {value} điểm % trở lên"),
    GoalKind.REDUCTION: QT_TRANSLATE_NOOP("Goals", "giảm từ {value} hộ trở lên"),
    GoalKind.RATE_END: QT_TRANSLATE_NOOP("Goals", "cuối năm không quá {value} %"),
}
_RANGES: Mapping[GoalKind, str] = {
    GoalKind.POINTS: QT_TRANSLATE_NOOP("Goals", "giảm từ {value} đến {most} điểm %"),
    GoalKind.REDUCTION: QT_TRANSLATE_NOOP("Goals", "giảm từ {value} đến {most} hộ"),
    GoalKind.RATE_END: QT_TRANSLATE_NOOP("Goals", "cuối năm từ {most} đến {value} %"),
}
