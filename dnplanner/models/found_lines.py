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
        self._of: tuple[object, ...] = ()
        self._lines: tuple[Line, ...] = ()

    def of(self, plan: Plan, series: Series) -> tuple[Line, ...]:
        """The actual lines of the whole of ``plan``."""
        tables = plan.tables
        wanted = (tables.observed, tables.printed, tables.standards, plan.tree, series)
        # The same facts are the same object: comparing their contents would cost what is saved.
        if len(self._of) != len(wanted) or any(
            one is not other for one, other in zip(self._of, wanted, strict=True)
        ):
            self._of = wanted
            self._lines = actual_lines(plan, series, plan.tree.root)
        return self._lines
