"""Setting what gross flows are expected of a unit, as an Edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.flows import Expected, Flow
from dnplanner.core.plan import ExpectedKey, Key, Plan, Value, entries

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.evaluation import Question


def expect(plan: Plan, question: Question, unit: str, expected: Expected) -> Edit:
    """Expect other flows of a unit in a scenario's year and series; expecting none is no fact.

    Raises EntryRefused ``flow_negative``, and ``derived_series`` for one that follows from others.
    """
    if question.series.parts:
        raise EntryRefused("derived_series")
    if min(expected) < 0:
        raise EntryRefused("flow_negative", value=min(expected))
    scenario, year, series = question
    wanted: dict[Key, Value | None] = {
        ExpectedKey(scenario, unit, year, series, flow): households or None
        for flow, households in zip(Flow, expected, strict=True)
    }
    return edit_of(plan, "expect", wanted)


def expected_below(plan: Plan, question: Question, unit: str) -> Expected:
    """The gross flows expected of the units below one, each flow added up by itself.

    Of a unit that has a figure of its own, those below it are not added once more.
    """
    scenario, year, series = question
    stated: dict[Flow, dict[str, int]] = {flow: {} for flow in Flow}
    for key, households in entries(plan.tables.expected):
        if (key.scenario, key.year, key.series) == (scenario, year, series):
            stated[key.flow][key.unit] = households
    return Expected(*(_sum_below(plan, unit, stated[flow]) for flow in Flow))


def own_or_below(own: Expected, below: Expected) -> Expected:
    """What counts for a unit: its own figure of each flow, where it has none the sum below it."""
    return Expected(*(mine or theirs for mine, theirs in zip(own, below, strict=True)))


def _sum_below(plan: Plan, unit: str, stated: Mapping[str, int]) -> int:
    """The sum of what is ``stated`` of units whose next stated unit above is ``unit`` or higher."""
    units, total = plan.tree.units, 0
    for each, households in stated.items():
        above = units[each].parent
        while above is not None and above != unit and above not in stated:
            above = units[above].parent
        if above == unit:
            total += households
    return total
