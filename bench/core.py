"""The core: evaluating everything, and one committed cell, against a plain loop over lists.

The baseline is what the figures alone cost: the same sums over whole numbers in lists, without
keys, trees, undo or unknown counts.
"""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING

from bench.figures import Figure, Target, medians
from bench.territories import QUESTION, SIZES, bottom_units, target, territory
from dnplanner.core.edits import apply, edit_of
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

_ROUNDS = 15
_EDITS_A_ROUND = 200
_TARGETS = {"one committed cell": Target(10e-6, "median")}
"""The same at every size."""


def measure() -> list[Figure]:
    """Figures for each size; the baseline of all of them is the plain loop of that size."""
    return [figure for units in SIZES for figure in _measure_size(units)]


def _measure_size(units: int) -> list[Figure]:
    plan = territory(units)
    facts = list(plan.facts())
    found = medians(
        _ROUNDS,
        {
            "plain loop over lists": plain_loop(plan),
            "plan from its facts": lambda: Plan.of(facts),
            "evaluate everything": lambda: Evaluation(plan, QUESTION),
            "one committed cell": _editing(plan, units),
        },
    )
    found["one committed cell"] /= _EDITS_A_ROUND
    baseline = found["plain loop over lists"]
    return [
        Figure(name, units, median, median / baseline, target=_TARGETS.get(name))
        for name, median in found.items()
    ]


def plain_loop(plan: Plan) -> Callable[[], object]:
    """The sums alone, over lists."""
    rows = Evaluation(plan, QUESTION).rows
    counts = [row[:4] for row in rows.values() if not row.summed]

    def add_up() -> tuple[int, int, int, int]:
        h0 = p0 = h1 = p1 = 0
        for households_start, poor_start, households_end, poor_end in counts:
            h0 += households_start or 0
            p0 += poor_start or 0
            h1 += households_end or 0
            p1 += poor_end or 0
        return h0, p0, h1, p1

    return add_up


def _editing(plan: Plan, units: int) -> Callable[[], object]:
    """Commit cells one after another: apply the edit, follow it up the tree."""
    evaluation = Evaluation(plan, QUESTION)
    names = list(islice(cycle(bottom_units(units)), _EDITS_A_ROUND))
    # Two sets of reductions by turns, so that every commit changes something.
    turns = cycle(
        [target(name, least + at % 7) for at, name in enumerate(names)] for least in (40, 50)
    )
    here = plan

    def commit() -> None:
        nonlocal here
        for wish in next(turns):
            edit = edit_of(here, "enter", wish)
            here = apply(here, edit)
            evaluation.follow(here, edit)

    return commit
