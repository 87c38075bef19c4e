"""All findings of a scenario's year and series, following the plan from edit to edit.

The rules are in ``row_checks``, ``record_checks``, ``sibling_checks`` and ``goal_checks``; here
they are run, and after an edit only for what it touched.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dnplanner.core.finding import Finding, Level, worst_first
from dnplanner.core.finding_list import FindingList
from dnplanner.core.goal_checks import check_goals, goal_results, goals_without_data
from dnplanner.core.ground import Ground
from dnplanner.core.plan import (
    DocumentKey,
    GoalKey,
    GrowthKey,
    HouseholdsEndKey,
    ObservedKey,
    Plan,
    PrintedKey,
    StandardKey,
    TargetKey,
    UnitKey,
)
from dnplanner.core.realism import realism
from dnplanner.core.record_checks import check_records
from dnplanner.core.row_checks import is_ordinary, row_rules, stated_points_missed
from dnplanner.core.sibling_checks import codes, households_outliers, names, same_growth
from dnplanner.core.silencing import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dnplanner.core.edits import Change, Edit
    from dnplanner.core.evaluation import Evaluation
    from dnplanner.core.realism import Realism
    from dnplanner.core.targets import Row

__all__ = ["Finding", "Findings", "Level", "check", "check_unit", "goal_results", "worst_first"]


def check(plan: Plan, evaluation: Evaluation) -> list[Finding]:
    """All findings that are not silenced, worst first, then by households missing."""
    return Findings(plan, evaluation).listed()


def check_unit(plan: Plan, evaluation: Evaluation, unit: str) -> Iterator[Finding]:
    """The findings on one unit's row alone."""
    return iter(_check_row(Ground(plan, evaluation), unit, evaluation.row(unit)))


class Findings:
    """The findings by unit, kept up to date from edit to edit.

    The evaluation is the caller's, and follows each edit first. Fixes are always made against the
    plan as it is when they are asked for.
    """

    def __init__(self, plan: Plan, evaluation: Evaluation) -> None:
        """Check everything."""
        self._ground = Ground(plan, evaluation)
        self._listed: list[Finding] | None = None
        self._by_unit: dict[str, list[Finding]] | None = None
        self._check_all()

    def follow(self, plan: Plan, edit: Edit, changed: Iterable[str]) -> frozenset[str]:
        """Go on to ``plan`` after ``edit``, in whose rows ``changed`` units changed.

        Gives the units whose own findings are others now. A change of the units themselves, of the
        growth rule, the reading or a standard means checking everything.
        """
        self._ground.move_to(plan)
        self._listed = self._by_unit = None
        if any(isinstance(key, _CHANGES_ALL) for key, _, _ in edit.changes):
            before = self._units
            self._check_all()
            units = before.keys() | self._units.keys()
            return frozenset(u for u in units if before.get(u) != self._units.get(u))
        touched = self._touched(edit.changes, changed)
        found = frozenset(unit for unit in touched if self._recheck(unit))
        for parent in {plan.unit(unit).parent for unit in touched}:
            if parent is not None:
                self._check_siblings(parent)
        self._check_whole(edit)
        self._sort_in(found or (plan.tree.root,))
        return found

    def listed(self) -> list[Finding]:
        """What is not silenced, worst first, then by households missing, then in tree order."""
        if self._listed is None:
            self._listed = self._order.listed
            if self._ground.plan.tables.silenced:
                self._listed = [one for one in self._listed if not self._is_silenced(one)]
        return self._listed

    def of(self, unit: str) -> tuple[Finding, ...]:
        """What is not silenced on one unit, in the order of ``listed``."""
        if not self._ground.plan.tables.silenced:
            return self._order.of(unit)
        if self._by_unit is None:
            self._by_unit = {}
            for one in self.listed():
                self._by_unit.setdefault(one.unit, []).append(one)
        return tuple(self._by_unit.get(unit, ()))

    def silenced(self) -> list[tuple[Finding, str]]:
        """What is silenced, with the reasons given."""
        plan = self._ground.plan
        if not plan.tables.silenced:
            return []
        reasons = ((one, reason_of(plan, one)) for one in self._all())
        return [(one, reason) for one, reason in reasons if reason is not None]

    def counts(self) -> dict[Level, int]:
        """How many are not silenced, by level; every level is there."""
        if not self._ground.plan.tables.silenced:
            return self._order.counts()
        counted = Counter(one.level for one in self.listed())
        return {level: counted[level] for level in Level}

    def realism(self, unit: str) -> Realism:
        """What is known to judge a unit's planned cut by, from the records that are at hand."""
        return realism(self._ground, unit)

    def _check_all(self) -> None:
        ground = self._ground
        ground.read_records()
        tree = ground.plan.tree
        order = (tree.root, *tree.below(tree.root))
        self._order = FindingList({unit: place for place, unit in enumerate(order)})
        rows = dict(ground.evaluation.rows)
        self._summed = {unit for unit, row in rows.items() if row[7]}
        self._growth = {
            unit: row[2] - row[0]
            for unit, row in rows.items()
            if not row[7] and row[0] is not None and row[2] is not None
        }
        self._growths = Counter(self._growth.values())
        found = ((unit, self._found(unit, rows[unit])) for unit in order)
        self._units = {unit: findings for unit, findings in found if findings}
        self._siblings: dict[str, list[Finding]] = {}
        for parent in tree.children:
            self._check_siblings(parent)
        self._named = [one for units in tree.children.values() for one in names(ground, units)]
        self._named.extend(codes(ground, order))
        self._whole = [*check_goals(ground), *same_growth(ground.root, self._growths)]
        self._without_data = list(goals_without_data(ground))
        self._sort_in(())

    def _sort_in(self, units: Iterable[str]) -> None:
        """Put the findings of ``units`` into the order again; of all units when none are given."""
        named = tuple(units)
        own = (self._units.get(unit, ()) for unit in named) if named else self._units.values()
        beside = (one for found in self._beside() for one in found)
        self._order.replace(named, (one for found in own for one in found), beside)

    def _found(self, unit: str, row: Row) -> list[Finding]:
        """The findings on a unit's row and records."""
        ground = self._ground
        found = _check_row(ground, unit, row)
        records = ground.records.get(unit)
        if records is not None:
            found.extend(check_records(ground, unit, row, records))
        return found

    def _recheck(self, unit: str) -> bool:
        """One unit again; whether its findings are others now."""
        self._recount(unit)
        row = self._ground.evaluation.row(unit)
        found, before = self._found(unit, row), self._units.get(unit, [])
        if found:
            self._units[unit] = found
        else:
            self._units.pop(unit, None)
        return found != before

    def _recount(self, unit: str) -> None:
        """A unit again in what is counted over all: who is a sum, who grows by how much."""
        row = self._ground.evaluation.row(unit)
        if row[7]:
            self._summed.add(unit)
        else:
            self._summed.discard(unit)
        before = self._growth.pop(unit, None)
        if before is not None:
            self._growths[before] -= 1
            if not self._growths[before]:
                del self._growths[before]
        if _grows(row):
            self._growth[unit] = _growth(row)
            self._growths[_growth(row)] += 1

    def _touched(self, changes: Iterable[Change], changed: Iterable[str]) -> set[str]:
        """The units to check again: with changed rows or facts, and who depends on those."""
        tree, touched = self._ground.plan.tree, set(changed)
        for key, _, after in changes:
            if not isinstance(key, _OF_A_UNIT) or key.unit not in tree.units:
                continue
            touched.add(key.unit)
            if isinstance(key, ObservedKey | PrintedKey):
                self._ground.note(key, after)
            if isinstance(key, PrintedKey):
                touched.update(tree.ancestors(key.unit))
        for unit in tuple(touched):
            if (unit in self._summed) != self._ground.evaluation.row(unit).summed:
                touched.update(tree.children_of(unit))
        return touched

    def _check_siblings(self, parent: str) -> None:
        children = self._ground.plan.tree.children_of(parent)
        self._siblings[parent] = list(households_outliers(self._ground, children))

    def _check_whole(self, edit: Edit) -> None:
        ground = self._ground
        self._whole = [*check_goals(ground), *same_growth(ground.root, self._growths)]
        if any(isinstance(key, GoalKey | ObservedKey) for key, _, _ in edit.changes):
            self._without_data = list(goals_without_data(ground))

    def _beside(self) -> Iterator[list[Finding]]:
        yield self._whole
        yield self._without_data
        yield from self._siblings.values()
        yield self._named

    def _all(self) -> Iterator[Finding]:
        for group in (*self._beside(), *self._units.values()):
            yield from group

    def _is_silenced(self, finding: Finding) -> bool:
        return reason_of(self._ground.plan, finding) is not None


_CHANGES_ALL = (UnitKey, DocumentKey, GrowthKey, StandardKey)

_OF_A_UNIT = (ObservedKey, PrintedKey, TargetKey, HouseholdsEndKey)


def _check_row(ground: Ground, unit: str, row: Row) -> list[Finding]:
    if is_ordinary(row):  # nearly all rows: one rule, without the loop
        one = stated_points_missed(ground, unit, row)
        return [] if one is None else [one]
    found = []
    for rule in row_rules(row):
        finding = rule(ground, unit, row)
        if finding is not None:
            found.append(finding)
    return found


def _grows(row: Row) -> bool:
    """Whether a row has figures of its own for households at both ends."""
    return not row[7] and row[0] is not None and row[2] is not None


def _growth(row: Row) -> int:
    return (row[2] or 0) - (row[0] or 0)
