"""Reading a goal from what was typed, and writing it back into fields."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import format_exact, parse_count, parse_percent
from dnplanner.core.plan import Goal, GoalKind
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.series import Series

_KINDS: Mapping[GoalKind, str] = {
    GoalKind.POINTS: QT_TRANSLATE_NOOP("GoalEntry", "Giảm ít nhất (điểm %)"),
    GoalKind.REDUCTION: QT_TRANSLATE_NOOP("GoalEntry", "Giảm ít nhất (hộ)"),
    GoalKind.RATE_END: QT_TRANSLATE_NOOP("GoalEntry", "Tỷ lệ cuối năm không quá (%)"),
}

SOURCE_CODES = frozenset({"goal_source_too_long", "goal_twice"})
"""Refusals that are about the source document."""
RANGE_CODES = frozenset({"goal_range_reversed"})
"""Refusals that are about the far end of a range."""


class GoalTexts(NamedTuple):
    """A goal as it stands in the fields of a form."""

    unit: str
    year: int
    series: Series
    kind: GoalKind
    at_least: str
    at_most: str
    source: str
    date: str


def kind_name(kind: GoalKind) -> str:
    """A form of demand, as a field names it."""
    return QCoreApplication.translate("GoalEntry", _KINDS[kind])


def read_goal(texts: GoalTexts) -> Goal:
    """The goal that was typed; an empty far end leaves the range open. Raises NumeralError."""
    at_least = read_amount(texts.kind, texts.at_least)
    at_most = read_amount(texts.kind, texts.at_most) if texts.at_most.strip() else None
    return Goal(
        texts.unit,
        texts.year,
        texts.series,
        texts.kind,
        at_least,
        at_most,
        texts.source,
        texts.date,
    )


def read_amount(kind: GoalKind, text: str) -> Fraction:
    """A number of a goal. Raises NumeralError."""
    return Fraction(parse_count(text)) if kind is GoalKind.REDUCTION else parse_percent(text)


def texts_of(goal: Goal) -> GoalTexts:
    """A goal as a form shows it."""
    most = "" if goal.at_most is None else format_exact(goal.at_most)
    return GoalTexts(
        goal.unit,
        goal.year,
        goal.series,
        goal.kind,
        format_exact(goal.at_least),
        most,
        goal.source,
        goal.date,
    )
