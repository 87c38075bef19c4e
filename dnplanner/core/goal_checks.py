"""Rules on goals from above: missed, exceeded, contradictory, without data."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.errors import EntryRefused
from dnplanner.core.finding import Finding, Level
from dnplanner.core.goals import GoalResult, contradictions, judge
from dnplanner.core.plan import Goal, Pinned, Plan, Target, TargetKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dnplanner.core.evaluation import Evaluation
    from dnplanner.core.ground import Ground


def goal_results(plan: Plan, evaluation: Evaluation) -> list[GoalResult]:
    """The goals of the evaluation's year and series, each held against its unit's row."""
    goals = _asked(plan, evaluation)
    return [judge(goal, evaluation.row(goal.unit), plan.reading) for goal in goals]


def check_goals(ground: Ground) -> Iterator[Finding]:
    """The findings on all goals of the ground's year; of other series only those without data."""
    for result in goal_results(ground.plan, ground.evaluation):
        yield from check_goal(ground, result)
    yield from _contradictory(ground)


def check_goal(ground: Ground, result: GoalResult) -> Iterator[Finding]:
    """A goal that is missed, out of reach or exceeded, or that nothing can be said of."""
    goal = result.goal
    params: dict[str, object] = {
        "at_least": goal.at_least,
        "at_most": goal.at_most,
        "kind": goal.kind,
        "source": goal.source,
        "reached": result.reached,
        "series": goal.series,
    }
    if result.met is None or result.spare is None:
        yield Finding("goal_without_data", Level.INFO, goal.unit, None, 0, params)
        return
    if not result.met:
        missing = max(0, -result.spare)
        poor_end = ground.evaluation.row(goal.unit).poor_end or 0
        fix = partial(_reach, ground, goal, -result.spare) if missing <= poor_end else None
        yield Finding("goal_missed", Level.ERROR, goal.unit, Cell.POINTS, missing, params, fix)
    elif result.within is False:
        params["by"] = -(result.room or 0)
        yield Finding("goal_exceeded", Level.WARNING, goal.unit, Cell.POINTS, 0, params)


def goals_without_data(ground: Ground) -> Iterator[Finding]:
    """Goals of the year on series without counts, as DTTS tại chỗ in the 2024 plan."""
    _, year, series = ground.question
    for name in ground.plan.outline.goals:
        goal = ground.plan.goal(name)
        if goal.year != year or goal.series is series or _has_counts(ground.plan, goal):
            continue
        params = {"at_least": goal.at_least, "at_most": goal.at_most, "kind": goal.kind}
        told = params | {"source": goal.source, "series": goal.series, "reached": None}
        yield Finding("goal_without_data", Level.INFO, goal.unit, None, 0, told)


def _asked(plan: Plan, evaluation: Evaluation) -> list[Goal]:
    _, year, series = evaluation.question
    goals = (plan.goal(name) for name in plan.outline.goals)
    return [goal for goal in goals if goal.year == year and goal.series is series]


def _contradictory(ground: Ground) -> Iterator[Finding]:
    by_unit: dict[str, list[Goal]] = {}
    for goal in _asked(ground.plan, ground.evaluation):
        by_unit.setdefault(goal.unit, []).append(goal)
    for unit, goals in by_unit.items():
        for first, second, households in contradictions(goals, ground.evaluation.row(unit)):
            params = {"source": first.source, "other": second.source, "by": households}
            yield Finding("goals_contradict", Level.ERROR, unit, None, 0, params)


def _has_counts(plan: Plan, goal: Goal) -> bool:
    """Whether the counts of the goal's series are known for its unit or any unit below it."""
    units = (goal.unit, *plan.tree.below(goal.unit))
    counted, year = goal.series.counted, goal.year - 1
    return any(plan.observed(unit, year, counted) is not None for unit in units)


def _reach(ground: Ground, goal: Goal, missing: int) -> Edit | None:
    """The missing households: at the unit itself, or shared below it by the present shares."""
    row = ground.evaluation.row(goal.unit)
    if row.reduction is None or row.poor_end is None or missing > row.poor_end:
        return None
    if goal.series.parts:
        return None
    target = Target(Pinned.REDUCTION, Fraction(row.reduction + missing))
    if not row.summed:
        scenario, year, series = ground.question
        return edit_of(ground.plan, "fix", {TargetKey(scenario, goal.unit, year, series): target})
    from dnplanner.core.sharing import share_parent_number

    try:
        return share_parent_number(ground.plan, ground.evaluation, goal.unit, target)
    except EntryRefused:
        return None
