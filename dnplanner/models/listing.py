"""A plan as plain objects for scripts: rows, goals and findings, as JSON shows them.

Counts are whole numbers, None where not known. Rates and points are texts with a decimal point,
rounded as they are displayed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from dnplanner.core.checks import Finding, Level, check
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.goals import judge
from dnplanner.core.numerals import decimal_point, format_count, format_ratio
from dnplanner.core.plan import Goal, Pinned, Plan
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.core.series import Series
from dnplanner.core.targets import Row, decompose
from dnplanner.models.wording import finding_sentence, scenario_name, whole_name

if TYPE_CHECKING:
    from collections.abc import Iterator

Listed: TypeAlias = dict[str, object]

_PARTS_DECIMALS = 4
_MOST_DECIMALS = 6


def plan_object(plan: Plan, evaluation: Evaluation) -> Listed:
    """Everything ``show --json`` prints, for one scenario, year and series."""
    question, root = evaluation.question, plan.tree.root
    parts = decompose(evaluation.row(root))
    return {
        "base_year": plan.base_year,
        "plan_year": question.year,
        "scenario": scenario_name(plan, question.scenario),
        "units": [row_object(plan, evaluation, unit) for unit in plan.tree.below(root)],
        "total": row_object(plan, evaluation, root),
        "goals": [goal_object(plan, question, goal) for goal in _goals_of(plan, question.year)],
        "decomposition": {
            "exits": decimal_point(parts.exits if parts else None, _PARTS_DECIMALS),
            "growth": decimal_point(parts.growth if parts else None, _PARTS_DECIMALS),
        },
    }


def row_object(plan: Plan, evaluation: Evaluation, unit: str) -> Listed:
    """One unit with its figures; ``parent`` is the code of the unit above."""
    found, row = plan.unit(unit), evaluation.row(unit)
    return {
        "code": found.code,
        "name": found.name,
        "kind": found.kind,
        "level": found.level,
        "parent": None if found.parent is None else plan.unit(found.parent).code,
        "households_start": row.households_start,
        "poor_start": row.poor_start,
        "rate_start": decimal_point(row.rate_start, RATE_DECIMALS),
        "households_end": row.households_end,
        "reduction": row.reduction,
        "points": decimal_point(row.points, POINTS_DECIMALS),
        "poor_end": row.poor_end,
        "rate_end": decimal_point(row.rate_end, RATE_DECIMALS),
        "pinned": str(row.pinned or Pinned.REDUCTION),
    }


def goal_object(plan: Plan, question: Question, goal: Goal) -> Listed:
    """A goal held against its unit's row; ``met`` and ``spare`` are None without data."""
    evaluation = Evaluation(plan, question._replace(series=goal.series))
    result = judge(goal, evaluation.row(goal.unit), plan.reading)
    return {
        "unit": plan.unit(goal.unit).name,
        "year": goal.year,
        "series": str(goal.series),
        "kind": str(goal.kind),
        "at_least": _exact(goal),
        "source": goal.source,
        "met": result.met,
        "spare": result.spare,
    }


def all_findings(plan: Plan, scenario: str, years: list[int]) -> list[tuple[int, Finding]]:
    """The findings of a scenario with their years: hộ nghèo, and every series a goal is set for."""
    listed = [(year, finding) for year in years for finding in _of_year(plan, scenario, year)]
    levels = list(Level)
    return sorted(listed, key=lambda pair: levels.index(pair[1].level))


def _of_year(plan: Plan, scenario: str, year: int) -> Iterator[Finding]:
    """The findings of a year; what is found alike for several series comes once."""
    demanded = {goal.series for goal in _goals_of(plan, year)}
    known: dict[tuple[str, str], list[Finding]] = {}
    for series in Series:
        if series is not Series.POOR and series not in demanded:
            continue
        fresh = [
            finding
            for finding in check(plan, Evaluation(plan, Question(scenario, year, series)))
            if finding not in known.get((finding.code, finding.unit), ())
        ]
        yield from fresh
        for finding in fresh:
            known.setdefault((finding.code, finding.unit), []).append(finding)


def finding_object(plan: Plan, year: int, finding: Finding) -> Listed:
    """A finding as ``check --json`` prints it; ``missing`` only where households are missing."""
    listed: Listed = {
        "code": finding.code,
        "level": str(finding.level),
        "unit": plan.unit(finding.unit).name,
        "unit_code": plan.unit(finding.unit).code,
        "year": year,
        "cell": None if finding.cell is None else str(finding.cell),
        "message": finding_sentence(plan, finding),
    }
    if finding.missing > 0:
        listed["missing"] = finding.missing
    return listed


def text_table(plan: Plan, evaluation: Evaluation) -> Iterator[str]:
    """The rows as lines of aligned text, numbers as Vietnamese officials write them."""
    tree, year = plan.tree, evaluation.question.year
    before = year - 1
    names = {unit: "  " * (tree.depth(unit) - 1) + plan.unit(unit).name for unit in tree.units}
    names[tree.root] = whole_name(plan)
    width = max(map(len, names.values()))
    headings = (
        f"Hộ {before}",
        f"Nghèo {before}",
        f"% {before}",
        f"Hộ {year}",
        "Hộ giảm",
        "Điểm %",
        f"Nghèo {year}",
        f"% {year}",
    )
    yield " " * width + "".join(f"{heading:>12}" for heading in headings)
    for unit in (*tree.below(tree.root), tree.root):
        cells = "".join(f"{text:>12}" for text in _texts(evaluation.row(unit)))
        yield f"{names[unit]:<{width}}{cells}"


def _texts(row: Row) -> tuple[str, ...]:
    return (
        format_count(row.households_start),
        format_count(row.poor_start),
        format_ratio(row.rate_start, RATE_DECIMALS),
        format_count(row.households_end),
        format_count(row.reduction),
        format_ratio(row.points, POINTS_DECIMALS),
        format_count(row.poor_end),
        format_ratio(row.rate_end, RATE_DECIMALS),
    )


def _goals_of(plan: Plan, year: int) -> list[Goal]:
    goals = (plan.goal(name) for name in plan.outline.goals)
    return [goal for goal in goals if goal.year == year]


def _exact(goal: Goal) -> str | None:
    """The demanded value with just the decimals it has: 2, 0.8."""
    for decimals in range(_MOST_DECIMALS):
        if (goal.at_least * 10**decimals).denominator == 1:
            return decimal_point(goal.at_least, decimals)
    return decimal_point(goal.at_least, _MOST_DECIMALS)
