"""A sharing as it would turn out, beside what is planned now: for whoever decides before doing it.

Nothing is changed here; ``sharing.share_edit`` makes the edit.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, combined
from dnplanner.core.levels import assign, assigned
from dnplanner.core.plan import Goal, GoalKind, Pinned, Plan, Target
from dnplanner.core.rates import RATE_DECIMALS, rounded
from dnplanner.core.sharing import Sharing, Weighting, row_after, share, share_edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dnplanner.core.apportionment import Share
    from dnplanner.core.evaluation import Evaluation
    from dnplanner.core.targets import Row


class Preview(NamedTuple):
    """One row as it is planned and as it would be; ``after`` and ``share`` are None if impossible.

    The whole has no share of its own: its ``after`` is the sum of all shares.
    """

    before: Row
    after: Row | None = None
    share: Share | None = None

    @property
    def difference(self) -> int | None:
        """Households by which the reduction would change; None where one of them is not known."""
        before = self.before.reduction
        after = None if self.after is None else self.after.reduction
        return None if before is None or after is None else after - before


class Previews(NamedTuple):
    """All rows of a sharing, by unit in official order, and the parent's own."""

    units: dict[str, Preview]
    whole: Preview


_PINNED = {
    GoalKind.POINTS: Pinned.POINTS,
    GoalKind.REDUCTION: Pinned.REDUCTION,
    GoalKind.RATE_END: Pinned.RATE_END,
}


def proposed_total(plan: Plan, evaluation: Evaluation, parent: str) -> Target:
    """What a parent is to share out, as a first proposal.

    What it was assigned, else the first goal on it, else the reduction planned below it now.
    """
    found = assigned(plan, evaluation, parent)
    if found is not None:
        return found.target
    goal = _first_goal(plan, evaluation, parent)
    if goal is not None:
        return Target(_PINNED[goal.kind], goal.at_least)
    reduction = evaluation.row(parent).reduction or 0
    return Target(Pinned.REDUCTION, Fraction(max(0, reduction)))


def as_it_is(plan: Plan, evaluation: Evaluation, parent: str) -> Previews:
    """The rows without any sharing, for when there is none that is possible."""
    units = plan.tree.children_of(parent)
    return Previews(
        {unit: Preview(evaluation.row(unit)) for unit in units}, Preview(evaluation.row(parent))
    )


def previews(plan: Plan, evaluation: Evaluation, sharing: Sharing) -> Previews:
    """The rows before and after. Raises EntryRefused as ``sharing.share``."""
    shares = share(plan, evaluation, sharing)
    rows = {
        given.unit: Preview(
            evaluation.row(given.unit), row_after(evaluation.row(given.unit), given), given
        )
        for given in shares
    }
    whole = evaluation.row(sharing.parent)
    return Previews(rows, Preview(whole, _whole_after(whole, shares)))


def preview_edit(plan: Plan, evaluation: Evaluation, sharing: Sharing, *, keep: bool) -> Edit:
    """The sharing as one edit; with ``keep`` its total stays as what the parent was assigned.

    Units that are sums hand their shares on by the same weights, a column of the user's knows
    nothing of those below: they are weighted by what they plan now. Raises EntryRefused.
    """
    shares = share(plan, evaluation, sharing)
    deeper = sharing.weighting
    if deeper is Weighting.COLUMN:
        deeper = Weighting.PRESENT
    edit = share_edit(plan, evaluation, shares, deeper)
    if not keep:
        return edit
    return combined("share", (edit, assign(plan, evaluation, sharing.parent, sharing.total)))


def _whole_after(whole: Row, shares: Iterable[Share]) -> Row:
    start = whole.poor_start
    shared = sum(given.households for given in shares)
    return whole._replace(poor_end=None if start is None else start - shared)


def _first_goal(plan: Plan, evaluation: Evaluation, parent: str) -> Goal | None:
    _, year, series = evaluation.question
    goals = (plan.goal(name) for name in plan.outline.goals)
    asked = (parent, year, series)
    return next((one for one in goals if (one.unit, one.year, one.series) == asked), None)


def restated(row: Row, pinned: Pinned) -> Target | None:
    """A row's target in the words of another cell, rates and points with two decimals.

    None without counts, and for points or a rate without households.
    """
    values = {
        Pinned.REDUCTION: row.reduction,
        Pinned.POOR_END: row.poor_end,
        Pinned.POINTS: row.points,
        Pinned.RATE_END: row.rate_end,
    }
    value = values[pinned]
    return None if value is None else Target(pinned, rounded(Fraction(value), RATE_DECIMALS))
