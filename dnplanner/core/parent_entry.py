"""Typing a parent's number: it is shared out at once among what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.entry import PINNABLE, Cell, read
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import Plan, Target

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.core.evaluation import Evaluation

_HOUSEHOLDS = (Cell.HOUSEHOLDS_START, Cell.HOUSEHOLDS_END)


def can_type(evaluation: Evaluation, unit: str, cell: Cell) -> bool:
    """Whether a cell takes a number: of a row that is a sum only the plan cells do.

    Of a series that follows from others, only the households do.
    """
    if cell is Cell.RATE_START:
        return False
    if evaluation.question.series.parts and cell not in _HOUSEHOLDS:
        return False
    return cell in PINNABLE or not evaluation.row(unit).summed


def enter_parent_text(plan: Plan, evaluation: Evaluation, unit: str, cell: Cell, text: str) -> Edit:
    """The edit of typing ``text`` into a parent's plan cell: by the present shares.

    Raises NumeralError, or EntryRefused: ``sum_of_children`` for any other cell, and what
    ``sharing.share`` refuses.
    """
    if evaluation.question.series.parts:
        raise EntryRefused("derived_series")
    if cell not in PINNABLE:
        raise EntryRefused("sum_of_children")
    from dnplanner.core.sharing import share_parent_number

    total = Target(PINNABLE[cell], read(cell, text))
    return share_parent_number(plan, evaluation, unit, total)
