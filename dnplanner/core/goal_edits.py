"""Adding, changing and removing goals from above, each as an Edit or a refusal."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused, NotFound
from dnplanner.core.numerals import MAX_COUNT
from dnplanner.core.plan import DocumentField, DocumentKey, Goal, GoalKey, GoalKind, Plan, Reading

MAX_SOURCE = 500
"""Longest name of a source document taken, in characters."""

_HUNDRED = Fraction(100)


def add_goal(plan: Plan, identifier: str, goal: Goal) -> Edit:
    """A new goal at the end of the list. Raises as ``checked``, and ``goal_exists``."""
    if plan.tables.goals.get(GoalKey(identifier)) is not None:
        raise EntryRefused("goal_exists", name=identifier)
    last = max((plan.goal(name).position for name in plan.outline.goals), default=-1)
    added = checked(plan, goal)._replace(position=last + 1)
    return edit_of(plan, "add_goal", {GoalKey(identifier): added})


def change_goal(plan: Plan, identifier: str, goal: Goal) -> Edit:
    """Other contents for a goal; it keeps its place. Raises as ``checked``, NotFound."""
    changed = goal._replace(position=plan.goal(identifier).position)
    wanted = checked(plan, changed, identifier)
    return edit_of(plan, "change_goal", {GoalKey(identifier): wanted})


def remove_goal(plan: Plan, identifier: str) -> Edit:
    """The goal goes. Raises NotFound."""
    plan.goal(identifier)
    return edit_of(plan, "remove_goal", {GoalKey(identifier): None})


def set_reading(plan: Plan, reading: Reading) -> Edit:
    """Read "từ X trở lên" of the exact points, or of the points as they are printed."""
    return edit_of(plan, "set_reading", {DocumentKey(DocumentField.READING): reading.value})


def checked(plan: Plan, goal: Goal, itself: str | None = None) -> Goal:
    """The goal as it is kept, its texts in NFC and without outer spaces.

    Raises NotFound for the unit and the year; EntryRefused:
    ``goal_not_whole``, ``goal_not_positive``, ``goal_beyond_hundred``, ``goal_too_large``,
    ``goal_range_reversed``, ``goal_source_too_long``, ``goal_twice`` (the same demand from the
    same document).
    """
    plan.unit(goal.unit)
    years = plan.plan_years
    if goal.year not in years:
        raise NotFound("year", name=goal.year, first=years[0], last=years[-1])
    _refuse_amount(goal.kind, goal.at_least)
    if goal.at_most is not None:
        _refuse_amount(goal.kind, goal.at_most)
        _refuse_reversed(goal.kind, goal.at_least, goal.at_most)
    kept = goal._replace(source=_cleaned(goal.source), date=_cleaned(goal.date))
    for other in plan.outline.goals:
        if other != itself and plan.goal(other)._replace(position=kept.position) == kept:
            raise EntryRefused("goal_twice", source=kept.source)
    return kept


def _refuse_amount(kind: GoalKind, value: Fraction) -> None:
    if kind is GoalKind.REDUCTION and value.denominator != 1:
        raise EntryRefused("goal_not_whole", value=value)
    if value < 0 or (value == 0 and kind is not GoalKind.RATE_END):
        raise EntryRefused("goal_not_positive", value=value)
    if kind is GoalKind.REDUCTION and value > MAX_COUNT:
        raise EntryRefused("goal_too_large", value=value, limit=MAX_COUNT)
    if kind is not GoalKind.REDUCTION and value > _HUNDRED:
        raise EntryRefused("goal_beyond_hundred", value=value)


def _refuse_reversed(kind: GoalKind, at_least: Fraction, at_most: Fraction) -> None:
    """Of rates the range runs from the highest allowed down, of reductions and points up."""
    reversed_range = at_most > at_least if kind is GoalKind.RATE_END else at_most < at_least
    if reversed_range:
        raise EntryRefused("goal_range_reversed", at_least=at_least, at_most=at_most)


def _cleaned(text: str) -> str:
    cleaned = " ".join(unicodedata.normalize("NFC", text).split())
    if len(cleaned) > MAX_SOURCE or not cleaned.isprintable():
        raise EntryRefused("goal_source_too_long", limit=MAX_SOURCE)
    return cleaned
