"""The findings on what is shown, kept true from edit to edit."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from dnplanner.core.checks import Finding, badness, check_goals, check_unit
from dnplanner.core.plan import DocumentKey, Plan, UnitKey

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dnplanner.core.edits import Edit
    from dnplanner.core.evaluation import Evaluation

_Place: TypeAlias = tuple[tuple[int, int], int, int]
"""Where a finding stands: how bad, its unit's place in the table, its place on the unit."""

_GOALS = ""
"""Stands for a unit: the findings on goals, ahead of those on units that are as bad."""


class Review:
    """Findings by unit; after an edit only the units it touched are checked again."""

    def __init__(self, plan: Plan, evaluation: Evaluation) -> None:
        """Check everything."""
        self._check_all(plan, evaluation)

    def on(self, unit: str) -> tuple[Finding, ...]:
        """The findings on one unit's row."""
        return self._by_unit.get(unit, ())

    def findings(self) -> Sequence[Finding]:
        """All findings, worst first, otherwise in the order of the table; a live view."""
        return self._sorted

    def follow(self, plan: Plan, evaluation: Evaluation, edit: Edit, units: frozenset[str]) -> None:
        """Check again what ``edit`` may have changed; ``units`` have other rows now."""
        if any(isinstance(key, UnitKey | DocumentKey) for key in edit.changed_keys()):
            self._check_all(plan, evaluation)
            return
        named = {getattr(key, "unit", "") for key in edit.changed_keys()} & plan.tree.units.keys()
        touched = units | named
        for unit in touched | self._below_other_sums(plan, evaluation, touched):
            self._exchange(unit, tuple(check_unit(plan, evaluation, unit)))
        self._exchange(_GOALS, tuple(check_goals(plan, evaluation)))

    def _below_other_sums(
        self, plan: Plan, evaluation: Evaluation, touched: Iterable[str]
    ) -> set[str]:
        """Units whose parent now shows its own figures instead of their sum, or the reverse."""
        turned = {
            unit
            for unit in touched
            if plan.tree.children_of(unit)
            and evaluation.row(unit).summed is not (unit in self._summed)
        }
        self._summed ^= turned
        return {child for unit in turned for child in plan.tree.children_of(unit)}

    def _check_all(self, plan: Plan, evaluation: Evaluation) -> None:
        root = plan.tree.root
        units = (root, *plan.tree.below(root))
        self._order = {unit: place for place, unit in enumerate((_GOALS, *units))}
        self._summed = {unit for unit in plan.tree.children if evaluation.row(unit).summed}
        found = {unit: tuple(check_unit(plan, evaluation, unit)) for unit in units}
        found[_GOALS] = tuple(check_goals(plan, evaluation))
        self._by_unit = {unit: findings for unit, findings in found.items() if findings}
        placed = sorted(
            (place, finding)
            for unit, findings in self._by_unit.items()
            for place, finding in self._placed(unit, findings)
        )
        self._places = [place for place, _ in placed]
        self._sorted = [finding for _, finding in placed]

    def _exchange(self, unit: str, findings: tuple[Finding, ...]) -> None:
        """Other findings on one unit, each put where it belongs among all."""
        before = self._by_unit.pop(unit, ())
        for place, _ in self._placed(unit, before):
            at = bisect_left(self._places, place)
            del self._places[at], self._sorted[at]
        for place, finding in self._placed(unit, findings):
            at = bisect_left(self._places, place)
            self._places.insert(at, place)
            self._sorted.insert(at, finding)
        if findings:
            self._by_unit[unit] = findings

    def _placed(
        self, unit: str, findings: tuple[Finding, ...]
    ) -> Iterable[tuple[_Place, Finding]]:
        order = self._order[unit]
        for at, finding in enumerate(findings):
            yield (badness(finding), order, at), finding
