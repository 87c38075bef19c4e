"""What a user asks of a sharing, and what would come of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import parse_count, parse_percent
from dnplanner.core.share_preview import (
    Preview,
    Previews,
    as_it_is,
    preview_edit,
    previews,
    proposed_total,
)
from dnplanner.core.sharing import NO_LIMITS, Limits, Sharing, Weighting, lock_at_present
from dnplanner.models.share_columns import Place

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Target
    from dnplanner.models.document import Document

_LIMIT = {Place.FLOOR: "floor", Place.CAP: "cap", Place.AFTER: "lock"}


class ShareDemand:
    """The total, the weights and the limits, calculated again after each change."""

    def __init__(self, document: Document, unit: str) -> None:
        """Share among the units right below ``unit``, by poor households."""
        plan, evaluation = document.plan, document.evaluation
        self._document = document
        self.unit = unit
        self.units = plan.tree.children_of(unit)
        self.total: Target = proposed_total(plan, evaluation, unit)
        self.weighting = Weighting.POOR
        self._limits: dict[str, Limits] = {}
        self._column: dict[str, Fraction] = {}
        self._previews: Previews
        self.refusal: PlannerError | None
        """Why what is asked cannot be; None when it can."""
        self.calculate()

    @property
    def document(self) -> Document:
        """The document whose plan is shared in."""
        return self._document

    @property
    def sharing(self) -> Sharing:
        """What is asked, as core takes it."""
        return Sharing(self.unit, self.total, self.weighting, self._limits, self._column)

    @property
    def whole(self) -> Preview:
        """The parent's own row, before and after."""
        return self._previews.whole

    def preview(self, unit: str) -> Preview:
        """A unit's row, before and after."""
        return self._previews.units[unit]

    def limits(self, unit: str) -> Limits:
        """What is fixed for a unit."""
        return self._limits.get(unit, NO_LIMITS)

    def weight(self, unit: str) -> Fraction | None:
        """The user's own weight of a unit."""
        return self._column.get(unit)

    def edit(self, *, keep: bool) -> Edit:
        """The sharing as one edit; with ``keep`` the parent is assigned its total as well."""
        plan, evaluation = self._document.plan, self._document.evaluation
        return preview_edit(plan, evaluation, self.sharing, keep=keep)

    def calculate(self) -> None:
        """Ask core what would come of it."""
        plan, evaluation = self._document.plan, self._document.evaluation
        try:
            self._previews, self.refusal = previews(plan, evaluation, self.sharing), None
        except PlannerError as error:
            self._previews, self.refusal = as_it_is(plan, evaluation, self.unit), error

    def note(self, unit: str, place: Place, text: str) -> None:
        """What the user typed for a unit; empty takes it back. Raises NumeralError."""
        if place is Place.WEIGHT:
            self._note_weight(unit, text)
            return
        count = parse_count(text) if text.strip() else None
        self._limits[unit] = self.limits(unit)._replace(**{_LIMIT[place]: count})

    def lock(self, unit: str) -> None:
        """Keep a unit's reduction as it is planned now. Raises EntryRefused without counts."""
        kept = lock_at_present(self._document.evaluation, unit)
        self._limits[unit] = self.limits(unit)._replace(lock=kept.lock)

    def unlock(self, unit: str) -> None:
        """Let a unit's reduction follow again."""
        self._limits[unit] = self.limits(unit)._replace(lock=None)

    def _note_weight(self, unit: str, text: str) -> None:
        if text.strip():
            self._column[unit] = parse_percent(text)
        else:
            self._column.pop(unit, None)


def refusal_of_text(place: Place, text: str) -> PlannerError | None:
    """Why ``text`` cannot stand in a column of the sharing table; None when it can."""
    if not text.strip():
        return None
    try:
        if place is Place.WEIGHT:
            parse_percent(text)
        else:
            parse_count(text)
    except PlannerError as error:
        return error
    return None
