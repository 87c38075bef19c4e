"""Findings: what is wrong or worth a second look, each with its fix as an Edit (domain, §2, §4).

A finding is a code with parameters; its sentence is made where there are words.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.goals import GoalResult, judge, missing_for_stated_points, stated_points
from dnplanner.core.plan import Pinned, Plan, Reading, Target, TargetKey
from dnplanner.core.targets import Row, poor_wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dnplanner.core.evaluation import Evaluation


class Level(StrEnum):
    """How bad a finding is: an error blocks, a warning asks, info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_ORDER = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}


class Finding(NamedTuple):
    """One thing to look at: on which unit and cell, and by how many households it is short."""

    code: str
    level: Level
    unit: str
    cell: Cell | None = None
    missing: int = 0
    params: Mapping[str, object] = MappingProxyType({})
    fix: Edit | None = None


def check(plan: Plan, evaluation: Evaluation) -> list[Finding]:
    """All findings of a scenario, year and series, worst first, then by households missing."""
    found = [*check_goals(plan, evaluation)]
    for unit in (plan.tree.root, *plan.tree.below(plan.tree.root)):
        found.extend(check_unit(plan, evaluation, unit))
    return worst_first(found)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By level, then by households missing, otherwise in the order given."""
    return sorted(findings, key=badness)


def badness(finding: Finding) -> tuple[int, int]:
    """What findings are sorted by, the worst first: level, then households missing."""
    return _ORDER[finding.level], -finding.missing


def check_goals(plan: Plan, evaluation: Evaluation) -> Iterator[Finding]:
    """A finding for each goal of the evaluation's series and year that is not met."""
    for result in goal_results(plan, evaluation):
        goal = result.goal
        params = {"at_least": goal.at_least, "kind": goal.kind, "source": goal.source}
        if result.met is None:
            yield Finding("goal_without_data", Level.INFO, goal.unit, None, 0, params)
        elif not result.met:
            missing = -(result.spare or 0)
            params["reached"] = result.reached or Fraction(0)
            yield Finding("goal_missed", Level.ERROR, goal.unit, Cell.POINTS, missing, params)


def goal_results(plan: Plan, evaluation: Evaluation) -> list[GoalResult]:
    """The goals of the evaluation's year and series, each held against its unit's row."""
    _, year, series = evaluation.question
    goals = (plan.goal(name) for name in plan.outline.goals)
    return [
        judge(goal, evaluation.row(goal.unit), plan.reading)
        for goal in goals
        if goal.year == year and goal.series is series
    ]


def check_unit(plan: Plan, evaluation: Evaluation, unit: str) -> Iterator[Finding]:
    """The findings on one unit's row."""
    row = evaluation.row(unit)
    for rule in _RULES:
        finding = rule(plan, evaluation, unit, row)
        if finding is not None:
            yield finding


def _stated_points_missed(
    plan: Plan, evaluation: Evaluation, unit: str, row: Row
) -> Finding | None:
    """The words "từ X % trở lên" are printed, and the households do not reach it."""
    if row.summed or unit == plan.tree.root or plan.reading is Reading.ROUNDED:
        return None
    missing = missing_for_stated_points(row)
    if missing == 0 or row.reduction is None:
        return None
    target = Target(Pinned.REDUCTION, Fraction(row.reduction + missing))
    key = TargetKey(evaluation.question.scenario, unit, *evaluation.question[1:])
    params = {"stated": stated_points(row), "reached": row.points, "reduction": row.reduction}
    fix = edit_of(plan, "fix", {key: target})
    return Finding("stated_points_missed", Level.WARNING, unit, Cell.POINTS, missing, params, fix)


def _more_poor_than_households(
    _plan: Plan, _evaluation: Evaluation, unit: str, row: Row
) -> Finding | None:
    """A review that found more poor households than there are households."""
    if row.summed or row.households_start is None or row.poor_start is None:
        return None
    if row.poor_start <= row.households_start:
        return None
    params = {"poor": row.poor_start, "households": row.households_start}
    return Finding("more_poor_than_households", Level.ERROR, unit, Cell.POOR_START, 0, params)


def _counts_missing(plan: Plan, evaluation: Evaluation, unit: str, row: Row) -> Finding | None:
    """A unit at the bottom without its counts, beside others that have them."""
    if plan.tree.children_of(unit) or row.known:
        return None
    parent = plan.unit(unit).parent
    if parent is not None and not evaluation.row(parent).summed:
        return None
    cell = Cell.HOUSEHOLDS_START if row.households_start is None else Cell.POOR_START
    return Finding("counts_missing", Level.WARNING, unit, cell)


def _target_out_of_reach(plan: Plan, evaluation: Evaluation, unit: str, row: Row) -> Finding | None:
    """A pinned value that the counts no longer allow, after households or the review changed."""
    if row.summed or row.pinned is None or row.poor_end is None:
        return None
    scenario, year, series = evaluation.question
    target = plan.target(scenario, unit, year, series)
    h0, p0, h1 = row[:3]
    if target is None or h0 is None or p0 is None or h1 is None:
        return None
    wanted = poor_wanted(target, h0, p0, h1)
    if wanted == row.poor_end:
        return None
    params = {"pinned": target.pinned, "value": target.value}
    missing = max(0, row.poor_end - wanted)
    return Finding(
        "target_out_of_reach", Level.ERROR, unit, Cell(target.pinned.value), missing, params
    )


def _planned_rise(_plan: Plan, _evaluation: Evaluation, unit: str, row: Row) -> Finding | None:
    """A plan with more poor households at the end than at the start."""
    if row.reduction is None or row.reduction >= 0:
        return None
    return Finding("planned_rise", Level.WARNING, unit, Cell.REDUCTION, 0, {"rise": -row.reduction})


_RULES: tuple[Callable[[Plan, Evaluation, str, Row], Finding | None], ...] = (
    _more_poor_than_households,
    _target_out_of_reach,
    _stated_points_missed,
    _planned_rise,
    _counts_missing,
)
