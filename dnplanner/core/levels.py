"""A parent's assigned target beside the sum of what its units plan (chỉ tiêu được giao).

The target of a unit whose row is a sum of those below it changes no row: it is what was assigned
from above, and shows by how many households the units fall short of it or go beyond.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import Pinned, Plan, Target, TargetKey
from dnplanner.core.targets import Row, poor_wanted

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Evaluation, Question


class Assigned(NamedTuple):
    """What a parent was assigned, in households, beside the reductions planned below it.

    ``difference`` is planned − assigned: negative when households are missing.
    """

    target: Target
    reduction: int
    planned: int

    @property
    def difference(self) -> int:
        """Households beyond what was assigned; negative when missing."""
        return self.planned - self.reduction


def assigned(plan: Plan, evaluation: Evaluation, unit: str) -> Assigned | None:
    """The assigned target of a unit that is a sum; None where none is, or counts are missing."""
    row = evaluation.row(unit)
    if not row.summed:
        return None
    target = plan.tables.targets.get(_key(evaluation.question, unit))
    return None if target is None else held_against(target, row)


def held_against(target: Target, row: Row) -> Assigned | None:
    """An assigned target in households beside a row that is a sum."""
    h0, p0, h1, p1 = row[:4]
    if h0 is None or p0 is None or h1 is None or p1 is None:
        return None
    return Assigned(target, p0 - poor_wanted(target, h0, p0, h1), p0 - p1)


def assign(plan: Plan, evaluation: Evaluation, unit: str, target: Target | None) -> Edit:
    """Give a unit above others its assigned target, None to take it back; no row changes.

    Raises EntryRefused: ``assigned_to_leaf`` for a unit without units below it, and what
    ``total_households`` refuses.
    """
    if not plan.tree.children_of(unit):
        raise EntryRefused("assigned_to_leaf", name=plan.unit(unit).name)
    if target is not None and evaluation.row(unit).summed:
        from dnplanner.core.sharing import total_households

        total_households(evaluation.row(unit), target)
    return edit_of(plan, "assign", {_key(evaluation.question, unit): target})


def share_assigned(plan: Plan, evaluation: Evaluation, unit: str) -> Edit:
    """Share what a parent was assigned among its units by present shares. Raises as ``share``."""
    from dnplanner.core.sharing import share_parent_number

    found = assigned(plan, evaluation, unit)
    if found is None:
        raise EntryRefused("nothing_assigned", name=plan.unit(unit).name)
    wanted = Target(Pinned.REDUCTION, Fraction(found.reduction))
    return share_parent_number(plan, evaluation, unit, wanted)


def _key(question: Question, unit: str) -> TargetKey:
    return TargetKey(question.scenario, unit, question.year, question.series)
