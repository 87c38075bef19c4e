"""Setting what gross flows are expected of a unit, as an Edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.flows import Flow
from dnplanner.core.plan import ExpectedKey, Key, Plan, Value

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Question
    from dnplanner.core.flows import Expected


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
