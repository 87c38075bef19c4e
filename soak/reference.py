"""Edits whose result is known from their number alone, to compare what a crash left with."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.plan import Pinned, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan

_UNITS = sample().tree.children_of(sample().tree.root)


def edit_number(plan: Plan, number: int) -> Edit:
    """The edit that is change number ``number``, made to the plan of the one before."""
    unit = _UNITS[number % len(_UNITS)]
    key = TargetKey(plan.outline.scenarios[0], unit, 2024, Series.POOR)
    return edit_of(plan, "enter", {key: Target(Pinned.POINTS, Fraction(number, 7))})


def plan_after(number: int) -> Plan:
    """The sample after so many edits; each unit keeps what it was given last."""
    plan = sample()
    for last in range(max(1, number - len(_UNITS) + 1), number + 1):
        plan = apply(plan, edit_number(plan, last))
    return plan
