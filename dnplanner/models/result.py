"""Goals in words, for the panel."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.goals import GoalResult, judge
from dnplanner.core.numerals import format_count, format_exact
from dnplanner.core.plan import Goal, GoalKind
from dnplanner.models.wording import series_name

if TYPE_CHECKING:
    from dnplanner.models.document import Document
translate = QCoreApplication.translate


_NUMBER = re.compile(r"số\s+(\S+)")


class GoalWords(NamedTuple):
    """One goal: what it demands, the verdict, whether it is met (None: no data), its source."""

    demand: str
    verdict: str
    met: bool | None
    source: str


def results_of_goals(document: Document) -> list[GoalResult]:
    """The goals on the whole in the year shown, of every series, that of the table first."""
    plan, question = document.plan, document.question
    goals = [plan.goal(name) for name in plan.outline.goals]
    goals.sort(key=lambda goal: goal.series is not question.series)
    return [
        judge(
            goal,
            document.evaluation_of(question._replace(series=goal.series)).row(goal.unit),
            plan.reading,
        )
        for goal in goals
        if goal.year == question.year and goal.unit == plan.tree.root
    ]


def goal_words(document: Document, result: GoalResult) -> GoalWords:
    """A goal and whether it is met, in words."""
    goal = result.goal
    demand = f"{_name(document, goal)}: {_demand(goal)}"
    return GoalWords(demand, _verdict(result), result.met, goal.source)


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


def _demand(goal: Goal) -> str:
    value = format_exact(goal.at_least)
    if goal.kind is GoalKind.POINTS:
        return translate("Goals", "giảm từ {value} điểm % trở lên").format(value=value)
    if goal.kind is GoalKind.REDUCTION:
        return translate("Goals", "giảm từ {value} hộ trở lên").format(value=value)
    return translate("Goals", "cuối năm không quá {value} %").format(value=value)


def _verdict(result: GoalResult) -> str:
    if result.met is None:
        return translate("Goals", "chưa có số liệu")
    if result.met:
        return translate("Goals", "✓ đạt")
    missing = format_count(-(result.spare or 0))
    return translate("Goals", "chưa đạt, thiếu {count} hộ").format(count=missing)
