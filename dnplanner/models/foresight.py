"""What showing a scenario, year or series needs, made away from the window's thread.

Rows, findings and reviews of ten thousand units take longer than a window may stand still.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, apply
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.trajectory import Line, actual_lines
from dnplanner.models.question_shown import question_after
from dnplanner.models.quiet_memory import no_searches
from dnplanner.models.review import Review
from dnplanner.storage.logged import check_writable

if TYPE_CHECKING:
    from collections.abc import Collection

    from dnplanner.core.plan import Plan

MANY = 2_000
"""Units from which on the window does not wait for the rows of a question."""


class Foresight(NamedTuple):
    """Everything about one question, true for one plan."""

    plan: Plan
    question: Question
    evaluations: dict[Question, Evaluation]
    """The rows asked for, and those the chart leads through."""
    review: Review
    lines: tuple[Line, ...]


class Foreseen(NamedTuple):
    """What a large edit of ``before`` leads to, worked out before it is made."""

    before: Plan
    shown: Question
    """What the window showed of ``before``."""
    edit: Edit
    made: Foresight

    def holds(self, plan: Plan, edit: Edit, question: Question) -> bool:
        """Whether this is what ``edit`` leads to from ``plan``, seen through ``question``."""
        return self.edit is edit and self.starts_from(plan, question)

    def starts_from(self, plan: Plan, question: Question) -> bool:
        """Whether it begins with what is shown of ``plan``."""
        return self.before is plan and self.shown == question


def charted(plan: Plan, question: Question) -> list[Question]:
    """All rows that the chart leads through: of every scenario, in every plan year."""
    return [
        question._replace(scenario=scenario, year=year)
        for scenario in plan.outline.scenarios
        for year in plan.plan_years
    ]


def foresee(plan: Plan, question: Question, known: Collection[Question] = ()) -> Foresight:
    """Evaluate, check and add up, leaving out the rows that are ``known``.

    The rows of the question itself are made in any case: those that are shown go on with every
    edit, while their findings are being looked for.
    """
    wanted = {question, *(each for each in charted(plan, question) if each not in known)}
    with no_searches():
        evaluations: dict[Question, Evaluation] = {}
        for each in sorted(wanted):  # a year goes on from the one before
            evaluations[each] = Evaluation(plan, each, evaluations)
        review = Review(plan, evaluations[question])
        review.findings()
        lines = actual_lines(plan, question.series, plan.tree.root)
    return Foresight(plan, question, evaluations, review, lines)


def foresee_edit(plan: Plan, edit: Edit, question: Question) -> Foreseen:
    """The plan after ``edit`` as it is shown then, where ``question`` is shown of ``plan``.

    Raises ContentUnwritable when no document can hold it.
    """
    check_writable(edit)
    after = apply(plan, edit)
    made = foresee(after, question_after(after, edit, question))
    return Foreseen(plan, question, edit, made)
