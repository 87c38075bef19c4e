"""A scenario's plan year for one series: the rows of all units, summed up the tree.

Evaluating everything costs time in proportion to the units; after an edit only the rows it touches
and the sums above them are computed again.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.plan import (
    DocumentKey,
    Growth,
    GrowthKey,
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Plan,
    TargetKey,
    UnitKey,
)
from dnplanner.core.targets import Row, grown, planned_row
from dnplanner.core.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dnplanner.core.edits import Change, Edit
    from dnplanner.core.series import Measure, Series


class Question(NamedTuple):
    """Which rows are asked for."""

    scenario: str
    year: int
    series: Series


class Evaluation:
    """The rows of all units for one question; follows its plan from edit to edit.

    A parent's row is the sum of what is below it once all of that is known. Until then its own
    figures stand where it has them, so that a district keeps its reviewed total while its communes
    are being entered; a parent without figures of its own shows the sum of what is known, and says
    in ``missing`` how many entries are not in it.
    """

    def __init__(self, plan: Plan, question: Question) -> None:
        """Evaluate everything. Raises NotFound for an unknown scenario."""
        plan.scenario(question.scenario)
        self.question = question
        self._rows: dict[str, Row] = {}
        self._below: dict[str, Row] = {}
        self._evaluate(plan)

    @property
    def rows(self) -> Mapping[str, Row]:
        """The rows by unit, a live view."""
        return MappingProxyType(self._rows)

    def row(self, unit: str) -> Row:
        """The row of a unit of the plan."""
        return self._rows[unit]

    def below(self, unit: str) -> Row | None:
        """The sum of what is known below a unit, shown or not; None for a unit without children."""
        return self._below.get(unit)

    def follow(self, plan: Plan, edit: Edit) -> frozenset[str]:
        """Go on to ``plan``, which is the plan so far after ``edit``; the units that changed."""
        touched = _touched_entries(self.question, edit.changes)
        if touched is None:
            before = self._rows
            self._evaluate(plan)
            return frozenset(u for u, row in self._rows.items() if before.get(u) != row)
        changed: set[str] = set()
        rule = _Rule.of(plan, self.question)
        for unit in touched:
            if unit in plan.tree.units:
                self._recompute(plan, rule, unit, changed)
        return frozenset(changed)

    def _evaluate(self, plan: Plan) -> None:
        rule = _Rule.of(plan, self.question)
        self._rows, self._below = {}, {}
        for unit in plan.tree.bottom_up():
            row = rule.row(plan, unit)
            children = plan.tree.children.get(unit)
            if children:
                below = _sum(self._rows[child] for child in children)
                self._below[unit] = below
                row = _parent_row(row, below)
            self._rows[unit] = row

    def _recompute(self, plan: Plan, rule: _Rule, unit: str, changed: set[str]) -> None:
        """One unit's row again, and by its difference every sum above it."""
        old, new = self._rows[unit], rule.row(plan, unit)
        if unit in self._below:
            new = _parent_row(new, self._below[unit])
        here: str | None = unit
        while here is not None and new != old:
            self._rows[here] = new
            changed.add(here)
            here = plan.tree.units[here].parent
            if here is None:
                return
            below = _exchanged(self._below[here], old, new)
            self._below[here] = below
            old = self._rows[here]
            own_needed = below.missing or not below.counted
            new = _parent_row(rule.row(plan, here), below) if own_needed else below


class _Rule(NamedTuple):
    """A question with what is looked up once for all units."""

    question: Question
    counted: Measure
    denominator: Measure
    growth: Growth

    @classmethod
    def of(cls, plan: Plan, question: Question) -> _Rule:
        series = question.series
        growth = plan.growth(question.scenario, series.denominator)
        return cls(question, series.counted, series.denominator, growth)

    def row(self, plan: Plan, unit: str) -> Row:
        """The row from the unit's own facts alone, whatever stands below it."""
        scenario, year, series = self.question
        households_start = plan.observed(unit, year - 1, self.denominator)
        poor_start = plan.observed(unit, year - 1, self.counted)
        if (households_start is None or poor_start is None) and year - 1 > plan.base_year:
            chained = _Rule(Question(scenario, year - 1, series), *self[1:]).row(plan, unit)
            if households_start is None:
                households_start = chained.households_end
            if poor_start is None:
                poor_start = chained.poor_end
        households_end = plan.households_end(scenario, unit, year, self.denominator)
        if households_end is None and households_start is not None:
            households_end = grown(households_start, self.growth)
        target = plan.target(scenario, unit, year, series)
        return planned_row(households_start, poor_start, households_end, target)


_NOTHING = Row(0, 0, 0, 0, None, 0, 0)


def own_row(plan: Plan, question: Question, unit: str) -> Row:
    """A unit's row from its own facts alone, also where the units below it count instead."""
    return _Rule.of(plan, question).row(plan, unit)


def _parent_row(own: Row, below: Row) -> Row:
    if below.counted == 0 or (below.missing and own.known):
        return own
    return below


def _sum(rows: Iterable[Row]) -> Row:
    households_start = poor_start = households_end = poor_end = counted = missing = 0
    for row in rows:
        missing += row.missing
        if row[3] is not None:
            households_start += row[0] or 0
            poor_start += row[1] or 0
            households_end += row[2] or 0
            poor_end += row[3]
            counted += row.counted
    return Row(households_start, poor_start, households_end, poor_end, None, counted, missing, True)


def _exchanged(total: Row, old: Row, new: Row) -> Row:
    """``total`` with one of the rows in it exchanged for another; unknown rows count as nothing."""
    take = old if old[3] is not None else _NOTHING
    give = new if new[3] is not None else _NOTHING
    return Row(
        (total[0] or 0) + (give[0] or 0) - (take[0] or 0),
        (total[1] or 0) + (give[1] or 0) - (take[1] or 0),
        (total[2] or 0) + (give[2] or 0) - (take[2] or 0),
        (total[3] or 0) + (give[3] or 0) - (take[3] or 0),
        None,
        total[5] + give[5] - take[5],
        total[6] + new[6] - old[6],
        True,
    )


def _touched_entries(question: Question, changes: Iterable[Change]) -> Iterable[str] | None:
    """The units whose own facts change for this question; None when all may have."""
    touched: dict[str, None] = {}
    for key, before, after in changes:
        if isinstance(key, UnitKey):
            if not _only_renamed(before, after):
                return None
        elif isinstance(key, GrowthKey | DocumentKey):
            if _changes_all(key, question):
                return None
        elif isinstance(key, ObservedKey | TargetKey | HouseholdsEndKey) and _concerns(
            key, question
        ):
            touched[key.unit] = None
    return touched


def _only_renamed(before: object, after: object) -> bool:
    return isinstance(before, Unit) and isinstance(after, Unit) and before.parent == after.parent


def _changes_all(key: GrowthKey | DocumentKey, question: Question) -> bool:
    if isinstance(key, DocumentKey):
        return key.field in ("base_year", "last_year")
    return key == (question.scenario, question.series.denominator)


def _concerns(key: ObservedKey | TargetKey | HouseholdsEndKey, question: Question) -> bool:
    scenario, year, series = question
    if isinstance(key, ObservedKey):
        return key.year < year and key.measure in (series.counted, series.denominator)
    if key.year > year or key.scenario != scenario:
        return False
    wanted: Key | str = series if isinstance(key, TargetKey) else series.denominator
    return key[3] == wanted
