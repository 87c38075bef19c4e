"""Names for new scenarios that nobody else has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan


def free_name(plan: Plan, wanted: str) -> str:
    """``wanted``, or with the first number in brackets that makes it free."""
    taken = {plan.scenario(name).name.casefold() for name in plan.outline.scenarios}
    name, number = wanted, 2
    while name.casefold() in taken:
        name = f"{wanted} ({number})"
        number += 1
    return name


def next_name(plan: Plan, pattern: str) -> str:
    """The next free name in a row such as ``PA {number}``."""
    number = len(plan.outline.scenarios) + 1
    taken = {plan.scenario(name).name.casefold() for name in plan.outline.scenarios}
    while pattern.format(number=number).casefold() in taken:
        number += 1
    return pattern.format(number=number)
