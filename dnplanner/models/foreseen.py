"""What the window needs after a large edit, worked out before it is made and off its thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, apply
from dnplanner.core.evaluation import Evaluation
from dnplanner.models.review import Review
from dnplanner.storage.logged import check_writable

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan


class Foreseen(NamedTuple):
    """A plan after an edit, with the rows and the findings of the table shown."""

    before: Plan
    edit: Edit
    after: Plan
    evaluation: Evaluation
    review: Review

    def holds(self, plan: Plan, edit: Edit, question: Question) -> bool:
        """Whether this is what ``edit`` leads to from ``plan``, seen through ``question``."""
        same = self.before is plan and self.edit is edit
        return same and self.evaluation.question == question


def foreseen(plan: Plan, edit: Edit, question: Question) -> Foreseen:
    """The plan after ``edit`` as ``question`` shows it; blocks as long as an opening does.

    Raises ContentUnwritable when no document can hold it.
    """
    check_writable(edit)
    after = apply(plan, edit)
    evaluation = Evaluation(after, question)
    review = Review(after, evaluation)
    review.findings()
    return Foreseen(plan, edit, after, evaluation, review)
