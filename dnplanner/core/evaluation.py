"""A scenario's plan year for one series: the rows of all units, summed up the tree.

Evaluating everything costs time in proportion to the units; after an edit only the rows it touches
and the sums above them are computed again.
"""

from __future__ import annotations

from functools import partial
from itertools import repeat
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, cast

from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    GrowthKey,
    HouseholdsEndKey,
    Key,
    ObservedKey,
    Plan,
    Target,
    TargetKey,
    UnitKey,
)
from dnplanner.core.targets import Grower, Row, planned_row
from dnplanner.core.units import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from dnplanner.core.edits import Change, Edit
    from dnplanner.core.series import Measure, Series


class Question(NamedTuple):
    """Which rows are asked for."""

    scenario: str
    year: int
    series: Series


Known: TypeAlias = "Mapping[Question, Evaluation]"
"""Evaluations by what they answer."""

_NONE_KNOWN: Known = MappingProxyType({})


class Evaluation:
    """The rows of all units for one question; follows its plan from edit to edit.

    A parent's row is the sum of what is below it once all of that is known. Until then its own
    figures stand where it has them, so that a district keeps its reviewed total while its communes
    are being entered; a parent without figures of its own shows the sum of what is known, and says
    in ``missing`` how many entries are not in it.
    """

    def __init__(self, plan: Plan, question: Question, known: Known = _NONE_KNOWN) -> None:
        """Evaluate everything. Raises NotFound for an unknown scenario.

        ``known`` are evaluations of the same plan: a year goes on from the one before, a derived
        series from its parts, and what they say of the units at the bottom is taken from them.
        """
        plan.scenario(question.scenario)
        self.question = question
        self._rule: _Rule | _SumRule
        self._rows: dict[str, Row] = {}
        self._below: dict[str, Row] = {}
        self._evaluate(plan, known)

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
        touched = _touched_units(self.question, edit.changes)
        if touched is None:
            before = dict(self._rows)
            self._evaluate(plan, _NONE_KNOWN)
            return frozenset(u for u, row in self._rows.items() if before.get(u) != row)
        changed: set[str] = set()
        for unit, counts_stay in touched.items():
            if unit in self._rows:
                self._recompute(plan, unit, changed, counts_stay=counts_stay)
        return frozenset(changed)

    def _evaluate(self, plan: Plan, known: Known) -> None:
        self._rule = rule = _rule_of(plan, self.question)
        rows, sums = self._rows, self._below
        rows.clear()
        sums.clear()
        children = plan.tree.children
        upwards = plan.tree.bottom_up()
        bottom = [unit for unit in upwards if unit not in children]
        rows.update(zip(bottom, rule.rows(plan.tables, bottom, known), strict=True))
        for unit in upwards:
            if unit in children:
                sums[unit] = below = _sum([rows[child] for child in children[unit]])
                rows[unit] = self._parent_row(plan, unit, below)

    def _recompute(self, plan: Plan, unit: str, changed: set[str], *, counts_stay: bool) -> None:
        """One unit's row again, and by its difference every sum above it.

        ``counts_stay`` where nothing but the unit's target in the year changed.
        """
        rows, sums, units = self._rows, self._below, plan.tree.units
        below = sums.get(unit)
        old = rows[unit]
        if below is not None:
            new = self._parent_row(plan, unit, below)
        elif counts_stay:
            new = self._rule.row_after_target(plan.tables, unit, old)
        else:
            new = self._rule.row(plan.tables, unit)
        while new != old:
            rows[unit] = new
            changed.add(unit)
            above = units[unit].parent
            if above is None:
                return
            sums[above] = below = _exchanged(sums[above], old, new)
            unit, old = above, rows[above]
            new = self._parent_row(plan, unit, below)

    def _parent_row(self, plan: Plan, unit: str, below: Row) -> Row:
        """What stands for a unit with units below it: their sum, or its own figures until then."""
        if not below.missing:
            return below
        own = self._rule.row(plan.tables, unit)
        return own if own.known or not below.counted else below


class _Rule(NamedTuple):
    """A question with what is looked up once for all units.

    It stays right until an edit makes ``_touched_units`` say that all units may have changed.
    """

    scenario: str
    year: int
    series: Series
    counted: Measure
    denominator: Measure
    grower: Grower
    before: _Rule | None
    """The rule of the year before, where that year is planned as well: plans chain."""

    @classmethod
    def of(cls, plan: Plan, question: Question) -> _Rule:
        scenario, year, series = question
        planned_before = year - 1 in plan.plan_years
        before = cls.of(plan, question._replace(year=year - 1)) if planned_before else None
        counted, denominator = series.counted, series.denominator
        grower = Grower.of(plan.growth(scenario, denominator))
        return cls(scenario, year, series, counted, denominator, grower, before)

    def row(self, tables: Any, unit: str) -> Row:
        """The row from the unit's own facts alone, whatever stands below it.

        ``tables`` are a plan's Tables; untyped, because here plain tuples stand for keys: they find
        the same facts and are made in a fifth of the time.
        """
        scenario, year, series, counted, denominator, grower, before = self
        find = tables.observed.get
        households_start: int | None = find((unit, year - 1, denominator))
        poor_start: int | None = find((unit, year - 1, counted))
        if before is not None and (households_start is None or poor_start is None):
            chained = before.row(tables, unit)
            if households_start is None:
                households_start = chained.households_end
            if poor_start is None:
                poor_start = chained.poor_end
        households_end: int | None = tables.households_end.get((scenario, unit, year, denominator))
        if households_end is None and households_start is not None:
            households_end = grower.grow(households_start)
        target: Target | None = tables.targets.get((scenario, unit, year, series))
        return planned_row(households_start, poor_start, households_end, target)

    def row_after_target(self, tables: Any, unit: str, before: Row) -> Row:
        """As ``row``, when only the unit's target changed since it was ``before``."""
        target: Target | None = tables.targets.get((self[0], unit, self[1], self[2]))
        return planned_row(before[0], before[1], before[2], target)

    def rows(self, tables: Any, units: Sequence[str], known: Known) -> list[Row]:
        """As ``row`` of each unit, all at the bottom; looked up column by column, in half the time.

        Those that are ``known`` are not looked up.
        """
        scenario, year, series, counted, denominator, grower, before = self
        found = known.get(Question(scenario, year, series))
        if found is not None:
            return [*map(found.row, units)]
        observed, start = tables.observed.get, repeat(year - 1)
        h0: list[int | None] = [*map(observed, zip(units, start, repeat(denominator)))]
        p0: list[int | None] = [*map(observed, zip(units, start, repeat(counted)))]
        if before is not None and (None in h0 or None in p0):
            chained = before.rows(tables, units, known)
            h0 = [row[2] if own is None else own for own, row in zip(h0, chained, strict=True)]
            p0 = [row[3] if own is None else own for own, row in zip(p0, chained, strict=True)]
        here = repeat(scenario), units, repeat(year)
        typed = map(tables.households_end.get, zip(*here, repeat(denominator)))
        targets = map(tables.targets.get, zip(*here, repeat(series)))
        grow = grower.grow
        h1 = [
            grow(before_it) if end is None and before_it is not None else end
            for before_it, end in zip(h0, typed, strict=True)
        ]
        return [*map(planned_row, h0, p0, h1, targets)]


class _SumRule(NamedTuple):
    """The rule of a derived series: its counts are the sums of those of its parts."""

    parts: tuple[_Rule, ...]

    def row(self, tables: Any, unit: str) -> Row:
        """The sum of the parts' rows over one denominator; known where every part is."""
        return _side_by_side(*(part.row(tables, unit) for part in self.parts))

    def row_after_target(self, tables: Any, unit: str, _before: Row) -> Row:
        """As ``row``: a sum has no target of its own, only its parts have."""
        return self.row(tables, unit)

    def rows(self, tables: Any, units: Sequence[str], known: Known) -> list[Row]:
        """As ``row`` of each unit, all at the bottom."""
        return [*map(_side_by_side, *(part.rows(tables, units, known) for part in self.parts))]


def _side_by_side(*rows: Row) -> Row:
    """One unit's rows of series that are parts of one, as a single row."""
    h0, p0, h1, p1 = rows[0][:4]
    for row in rows[1:]:
        p0 = None if p0 is None or row[1] is None else p0 + row[1]
        p1 = None if p1 is None or row[3] is None else p1 + row[3]
    if p1 is None:
        return Row(h0, p0, h1, None, None, 0, 1)
    return Row(h0, p0, h1, p1)


def _rule_of(plan: Plan, question: Question) -> _Rule | _SumRule:
    parts = question.series.parts
    if not parts:
        return _Rule.of(plan, question)
    return _SumRule(tuple(_Rule.of(plan, question._replace(series=part)) for part in parts))


def own_row(plan: Plan, question: Question, unit: str) -> Row:
    """A unit's row from its own facts alone, also where the units below it count instead."""
    return own_rows(plan, question)(unit)


def own_rows(plan: Plan, question: Question) -> Callable[[str], Row]:
    """What gives a unit's row from its own facts alone, also where the units below it count.

    Made once for many units; good for this state of the plan.
    """
    return partial(_rule_of(plan, question).row, plan.tables)


def _sum(rows: Iterable[Row]) -> Row:
    households_start = poor_start = households_end = poor_end = counted = missing = 0
    for h0, p0, h1, p1, _, row_counted, row_missing, _ in rows:
        missing += row_missing
        if p1 is not None:
            households_start += h0 or 0
            poor_start += p0 or 0
            households_end += h1 or 0
            poor_end += p1
            counted += row_counted
    return Row(households_start, poor_start, households_end, poor_end, None, counted, missing, True)


_NOTHING = Row(0, 0, 0, 0, None, 0, 0)


def _exchanged(total: Row, old: Row, new: Row) -> Row:
    """``total`` with one of the rows in it exchanged for another; unknown rows count as nothing."""
    # Untyped, to ask no count whether it is known: those of a sum are, and so are those of a row
    # whose poor households at the end are. This runs for every sum above an edit.
    take: Any = old if old[3] is not None else _NOTHING
    give: Any = new if new[3] is not None else _NOTHING
    h0, p0, h1, p1, _, counted, missing, _ = cast("Any", total)
    return Row(
        h0 + give[0] - take[0],
        p0 + give[1] - take[1],
        h1 + give[2] - take[2],
        p1 + give[3] - take[3],
        None,
        counted + give[5] - take[5],
        missing + new[6] - old[6],
        True,
    )


def _touched_units(question: Question, changes: Iterable[Change]) -> dict[str, bool] | None:
    """The units whose own facts change for this question; None when all may have.

    Each with whether its counts stay as they are, since only its target in the year changes.
    """
    touched: dict[str, bool] = {}
    for key, before, after in changes:
        if isinstance(key, _UNIT_KEYS):
            if _concerns(key, question):
                counts_stay = isinstance(key, TargetKey) and key.year == question.year
                touched[key.unit] = counts_stay and touched.get(key.unit, True)
        elif _changes_all(key, before, after, question):
            return None
    return touched


_UNIT_KEYS = (TargetKey, ObservedKey, HouseholdsEndKey)


def _changes_all(key: Key, before: object, after: object, question: Question) -> bool:
    """Whether a fact that is not about one unit's figures concerns all rows."""
    if isinstance(key, UnitKey):
        stays = (
            isinstance(before, Unit) and isinstance(after, Unit) and before.parent == after.parent
        )
        return not stays
    if isinstance(key, GrowthKey):
        return key == (question.scenario, question.series.denominator)
    return isinstance(key, DocumentKey) and key.field in _YEARS


_YEARS = (DocumentField.BASE_YEAR, DocumentField.LAST_YEAR)


def _concerns(key: ObservedKey | TargetKey | HouseholdsEndKey, question: Question) -> bool:
    scenario, year, series = question
    if series.parts:
        return any(_concerns(key, question._replace(series=part)) for part in series.parts)
    if isinstance(key, ObservedKey):
        return key.year < year and key.measure in (series.counted, series.denominator)
    if key.year > year or key.scenario != scenario:
        return False
    if isinstance(key, TargetKey):
        return key.series == series
    return key.denominator == series.denominator
