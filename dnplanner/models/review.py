"""The findings on what is shown, kept true from edit to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.checks import Finding, check_goals, check_unit, worst_first
from dnplanner.core.plan import DocumentKey, Plan, UnitKey

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.core.evaluation import Evaluation


class Review:
    """Findings by unit; after an edit only the units it touched are checked again."""

    def __init__(self, plan: Plan, evaluation: Evaluation) -> None:
        """Check everything."""
        self._check_all(plan, evaluation)

    def on(self, unit: str) -> tuple[Finding, ...]:
        """The findings on one unit's row."""
        return self._by_unit.get(unit, ())

    def findings(self) -> list[Finding]:
        """All findings, worst first, otherwise in the order of the table."""
        return self._sorted

    def follow(self, plan: Plan, evaluation: Evaluation, edit: Edit, units: frozenset[str]) -> None:
        """Check again what ``edit`` may have changed; ``units`` have other rows now."""
        if any(isinstance(key, UnitKey | DocumentKey) for key in edit.changed_keys()):
            self._check_all(plan, evaluation)
            return
        named = {getattr(key, "unit", "") for key in edit.changed_keys()}
        for unit in units | (named & plan.tree.units.keys()):
            self._by_unit[unit] = tuple(check_unit(plan, evaluation, unit))
        self._sort(plan, evaluation)

    def _check_all(self, plan: Plan, evaluation: Evaluation) -> None:
        root = plan.tree.root
        self._by_unit: dict[str, tuple[Finding, ...]] = {
            unit: tuple(check_unit(plan, evaluation, unit))
            for unit in (root, *plan.tree.below(root))
        }
        self._sort(plan, evaluation)

    def _sort(self, plan: Plan, evaluation: Evaluation) -> None:
        found = [finding for findings in self._by_unit.values() for finding in findings]
        self._sorted = worst_first([*check_goals(plan, evaluation), *found])
