"""What reviews found of the whole, kept while edits change only what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.trajectory import Line, actual_lines

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan
    from dnplanner.core.series import Series


class FoundLines:
    """Adds the reviews of all units up only when one of them is another.

    Ten thousand counts a year take longer to add up than a frame lasts, and most edits are of
    targets.
    """

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._facts: tuple[object, ...] = ()
        self._lines: dict[Series, tuple[Line, ...]] = {}

    def knows(self, plan: Plan, series: Series) -> bool:
        """Whether they are added up already."""
        self._follow(plan)
        return series in self._lines

    def of(self, plan: Plan, series: Series) -> tuple[Line, ...]:
        """The actual lines of the whole of ``plan``."""
        if not self.knows(plan, series):
            self._lines[series] = actual_lines(plan, series, plan.tree.root)
        return self._lines[series]

    def keep(self, plan: Plan, series: Series, lines: tuple[Line, ...]) -> None:
        """These are the actual lines of ``plan``."""
        self._follow(plan)
        self._lines[series] = lines

    def _follow(self, plan: Plan) -> None:
        """Forget what followed from other facts."""
        tables = plan.tables
        facts = tables.observed, tables.printed, tables.standards, plan.tree
        # The same facts are the same object: comparing their contents would cost what is saved.
        same = len(self._facts) == len(facts) and all(
            one is other for one, other in zip(self._facts, facts, strict=True)
        )
        if not same:
            self._facts, self._lines = facts, {}
