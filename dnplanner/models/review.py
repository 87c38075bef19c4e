"""The findings on what is shown, kept true from edit to edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.checks import Finding, Findings, Level

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.core.evaluation import Evaluation
    from dnplanner.core.plan import Plan
    from dnplanner.core.realism import Realism


class Review:
    """Findings by unit; after an edit only the units it touched are checked again."""

    def __init__(self, plan: Plan, evaluation: Evaluation) -> None:
        """Check everything."""
        self._findings = Findings(plan, evaluation)

    def on(self, unit: str) -> tuple[Finding, ...]:
        """The findings on one unit, silenced ones left out."""
        return self._findings.of(unit)

    def findings(self) -> list[Finding]:
        """All findings that are not silenced, worst first, otherwise in the order of the table."""
        return self._findings.listed()

    def silenced(self) -> list[tuple[Finding, str]]:
        """What is silenced, with the reasons given."""
        return self._findings.silenced()

    def counts(self) -> dict[Level, int]:
        """How many are not silenced, by level."""
        return self._findings.counts()

    def realism(self, unit: str) -> Realism:
        """What is known to judge a unit's planned cut by."""
        return self._findings.realism(unit)

    def follow(self, plan: Plan, edit: Edit, units: frozenset[str]) -> frozenset[str]:
        """Check again what ``edit`` may have changed; ``units`` have other rows now.

        Gives the units that have other findings now.
        """
        return self._findings.follow(plan, edit, units)
