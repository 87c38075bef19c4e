"""Every finding: a plan that raises it, and the same plan put right that does not."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import dnplanner.core
from dnplanner.core.checks import Finding, Findings, Level, check
from dnplanner.core.edits import apply
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Goal,
    GoalKey,
    GoalKind,
    HouseholdsEndKey,
    Key,
    Nature,
    ObservedKey,
    Pinned,
    Plan,
    Printed,
    PrintedKey,
    StandardKey,
    Target,
    TargetKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.storage.samples import sample
from tests.core.planned_units import (
    QUESTION,
    evaluated,
    points,
    province,
    reduction,
    reductions,
    target_key,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

LARGE = {"a": (10_000, 1000), "b": (10_000, 1000)}
COUNTS = {"a": (1000, 100), "b": (1000, 100), "c": (1000, 100)}


def found(plan: Plan, question: Question = QUESTION) -> list[Finding]:
    return check(plan, Evaluation(plan, question))


def told(plan: Plan, code: str) -> list[tuple[str, int]]:
    """The units and missing households of the findings with this code."""
    return [(finding.unit, finding.missing) for finding in found(plan) if finding.code == code]


def with_facts(more: Mapping[Key, Value], counts: Mapping[str, tuple[int, int]] = COUNTS) -> Plan:
    return province(counts, more=more)


def seen(unit: str, measure: Measure, count: int, year: int = 2023) -> dict[Key, Value]:
    return {ObservedKey(unit, year, measure): count}


def end(unit: str, households: int) -> dict[Key, Value]:
    return {HouseholdsEndKey("pa", unit, 2024, Measure.HOUSEHOLDS): households}


def goal(kind: GoalKind, least: int, most: int | None = None, name: str = "g") -> dict[Key, Value]:
    top = None if most is None else Fraction(most)
    demand = Goal("tinh", 2024, Series.POOR, kind, Fraction(least), top, f"NQ {name}")
    return {GoalKey(name): demand}


def figures(
    unit: str,
    printed: Printed,
    year: int = 2023,
    series: Series = Series.POOR,
    nature: Nature = Nature.ACTUAL,
    standard: str = "",
) -> dict[Key, Value]:
    return {PrintedKey(unit, year, series, nature, standard): printed}


def in_districts(more: Mapping[Key, Value]) -> Plan:
    """Two districts of two communes each, with further facts."""
    above = {"a": "h1", "b": "h1", "c": "h2", "d": "h2"}
    return province(dict.fromkeys(above, (500, 50)), parents=above, more=more)


LOCAL_GOAL: dict[Key, Value] = {
    GoalKey("g"): Goal(
        "tinh", 2024, Series.DTTS_LOCAL_POOR, GoalKind.POINTS, Fraction(4), None, "NQ 28"
    )
}
STANDARDS: dict[Key, Value] = {StandardKey(2020): "cũ", StandardKey(2023): "mới"}
OLD = Printed(rate=Fraction(7))
ALIKE = UnitKey("d")

CASES: dict[str, tuple[Plan, Plan, list[tuple[str, int]]]] = {
    "more_poor_than_households": (
        with_facts(seen("a", Measure.HOUSEHOLDS, 99)),
        with_facts(seen("a", Measure.HOUSEHOLDS, 100)),
        [("a", 0)],
    ),
    "counts_missing": (
        with_facts({UnitKey("d"): Unit("Xã d", "tinh", 9)}),
        with_facts({}),
        [("d", 0)],
    ),
    "target_out_of_reach": (
        with_facts(reductions({"a": 101})),
        with_facts(reductions({"a": 100})),
        [("a", 1)],
    ),
    "stated_points_missed": (
        with_facts(reductions({"a": 60}) | end("a", 10_070), LARGE),
        with_facts(reductions({"a": 60}), LARGE),
        [("a", 4)],
    ),
    "planned_rise": (
        with_facts(reductions({"a": -1})),
        with_facts({}),
        [("tinh", 0), ("a", 0)],
    ),
    "rate_rises": (
        with_facts(end("a", 900)),
        with_facts(end("a", 1000)),
        [("tinh", 0), ("a", 0)],
    ),
    "households_jump": (
        with_facts(end("a", 10_000)),
        with_facts(end("a", 3_000)),
        [("a", 0)],
    ),
    "assigned_missed": (
        in_districts({target_key("h1"): reduction(30)} | reductions({"a": 10})),
        in_districts({target_key("h1"): reduction(10)} | reductions({"a": 10})),
        [("h1", 20)],
    ),
    "assigned_exceeded": (
        in_districts({target_key("h1"): reduction(5)} | reductions({"a": 10})),
        in_districts({target_key("h1"): reduction(10)} | reductions({"a": 10})),
        [("h1", 0)],
    ),
    "own_counts_differ": (
        in_districts(seen("h1", Measure.POOR, 99)),
        in_districts(seen("h1", Measure.POOR, 100)),
        [("h1", 0)],
    ),
    "subgroup_above_group": (
        with_facts(seen("a", Measure.DTTS_POOR, 101)),
        with_facts(seen("a", Measure.DTTS_POOR, 100)),
        [("a", 0)],
    ),
    "poor_and_near_poor_beyond": (
        with_facts(seen("a", Measure.NEAR_POOR, 901)),
        with_facts(seen("a", Measure.NEAR_POOR, 900)),
        [("a", 0)],
    ),
    "subgroup_end_above_group": (
        with_facts(
            seen("a", Measure.DTTS_POOR, 60)
            | seen("a", Measure.DTTS_HOUSEHOLDS, 200)
            | reductions({"a": 50})
        ),
        with_facts(
            seen("a", Measure.DTTS_POOR, 60)
            | seen("a", Measure.DTTS_HOUSEHOLDS, 200)
            | reductions({"a": 50})
            | {TargetKey("pa", "a", 2024, Series.DTTS_POOR): reduction(10)}
        ),
        [("a", 0)],
    ),
    "count_jump": (
        with_facts(seen("a", Measure.POOR, 301, 2022)),
        with_facts(seen("a", Measure.POOR, 300, 2022)),
        [("a", 0)],
    ),
    "faster_than_ever": (
        with_facts(figures("a", Printed(rate=Fraction(14)), 2022) | reductions({"a": 50})),
        with_facts(figures("a", Printed(rate=Fraction(14)), 2022) | reductions({"a": 40})),
        [("a", 0)],
    ),
    "rise_by_standard": (
        with_facts(figures("a", OLD, 2020, standard="cũ") | STANDARDS),
        with_facts(figures("a", Printed(rate=Fraction(11)), 2020, standard="cũ") | STANDARDS),
        [("a", 0)],
    ),
    "printed_rate_differs": (
        with_facts(figures("a", Printed(100, 1000, Fraction("10.1")), 2020)),
        with_facts(figures("a", Printed(100, 1000, Fraction("10.0")), 2020)),
        [("a", 0)],
    ),
    "share_printed_as_rate": (
        with_facts(
            figures("a", Printed(poor=94, rate=Fraction(94)), series=Series.DTTS_POOR)
            | figures("a", Printed(poor=100))
        ),
        with_facts(
            figures("a", Printed(poor=94, rate=Fraction(31)), series=Series.DTTS_POOR)
            | figures("a", Printed(poor=100))
        ),
        [("a", 0)],
    ),
    "printed_total_differs": (
        with_facts(figures("tinh", Printed(poor=327))),
        with_facts(figures("tinh", Printed(poor=300))),
        [("tinh", 0)],
    ),
    "households_outlier": (
        with_facts(seen("a", Measure.HOUSEHOLDS, 100_000)),
        with_facts(seen("a", Measure.HOUSEHOLDS, 99_999)),
        [("a", 0)],
    ),
    "names_alike": (
        with_facts({ALIKE: Unit("Xã Á", "tinh", 9), UnitKey("e"): Unit("Xã a", "tinh", 10)}),
        with_facts({ALIKE: Unit("Xã Chư Jút", "tinh", 9)}),
        [("d", 0), ("e", 0)],
    ),
    "name_unclean": (
        with_facts({ALIKE: Unit("Xã  Nam Dong", "tinh", 9)}),
        with_facts({ALIKE: Unit("Xã Nam Dong", "tinh", 9)}),
        [("d", 0)],
    ),
    "code_reused": (
        with_facts(
            {
                UnitKey("a"): Unit("Ea T'Ling", "tinh", 0, code="24640"),
                UnitKey("b"): Unit("Cư Jút", "tinh", 1, code="24640"),
            }
        ),
        with_facts(
            {
                UnitKey("a"): Unit("Ea T'Ling", "tinh", 0, code="24640"),
                UnitKey("b"): Unit("Cư Jút", "tinh", 1, code="24641"),
            }
        ),
        [("b", 0)],
    ),
    "same_growth": (
        province(COUNTS, growth=200),
        province(COUNTS, growth=200, more=end("a", 1100)),
        [("tinh", 0)],
    ),
    "goal_missed": (
        with_facts(goal(GoalKind.REDUCTION, 30) | reductions({"a": 25})),
        with_facts(goal(GoalKind.REDUCTION, 30) | reductions({"a": 30})),
        [("tinh", 5)],
    ),
    "goal_exceeded": (
        with_facts(goal(GoalKind.REDUCTION, 10, 20) | reductions({"a": 21})),
        with_facts(goal(GoalKind.REDUCTION, 10, 20) | reductions({"a": 20})),
        [("tinh", 0)],
    ),
    "goals_contradict": (
        with_facts(goal(GoalKind.REDUCTION, 30) | goal(GoalKind.POINTS, 0, 0, "h")),
        with_facts(goal(GoalKind.REDUCTION, 30) | goal(GoalKind.POINTS, 0, 1, "h")),
        [("tinh", 0)],
    ),
    "goal_without_data": (
        with_facts(LOCAL_GOAL),
        with_facts(LOCAL_GOAL | seen("a", Measure.DTTS_LOCAL_POOR, 5)),
        [("tinh", 0)],
    ),
}  # fmt: skip


def raised_in_core() -> set[str]:
    """The codes written where a Finding is made, anywhere in the source."""
    codes = set()
    for path in Path(dnplanner.core.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Finding":
                codes |= {
                    one.value
                    for one in ast.walk(node.args[0])
                    if isinstance(one, ast.Constant) and isinstance(one.value, str)
                }
    return codes


def test_no_code_is_without_its_two_plans() -> None:
    assert raised_in_core() == set(CASES)


@pytest.mark.parametrize("code", CASES)
def test_each_code_is_found_where_it_belongs(code: str) -> None:
    assert told(CASES[code][0], code) == CASES[code][2]


@pytest.mark.parametrize("code", CASES)
def test_each_code_is_silent_where_nothing_is_wrong(code: str) -> None:
    assert told(CASES[code][1], code) == []


FIXED = [
    "target_out_of_reach",
    "stated_points_missed",
    "assigned_missed",
    "name_unclean",
    "goal_missed",
]


@pytest.mark.parametrize("code", FIXED)
def test_a_fix_does_away_with_its_finding(code: str) -> None:
    plan = CASES[code][0]
    finding = next(one for one in found(plan) if one.code == code)
    assert finding.fixable
    assert finding.fix is not None
    assert told(apply(plan, finding.fix), code) == []


def test_a_missed_goal_is_fixed_by_sharing_what_is_missing() -> None:
    plan = with_facts(goal(GoalKind.REDUCTION, 40) | reductions({"a": 20, "b": 10}))
    finding = next(one for one in found(plan) if one.code == "goal_missed")
    assert finding.fix is not None
    after = evaluated(apply(plan, finding.fix))
    assert [after.row(unit).reduction for unit in COUNTS] == [27, 13, 0]


def test_a_goal_beyond_all_poor_households_has_no_fix() -> None:
    plan = with_facts(goal(GoalKind.REDUCTION, 301))
    finding = next(one for one in found(plan) if one.code == "goal_missed")
    assert (finding.missing, finding.fixable) == (301, False)


def test_a_goal_of_one_unit_is_fixed_at_that_unit() -> None:
    demand = Goal("a", 2024, Series.POOR, GoalKind.POINTS, Fraction(2))
    plan = with_facts({GoalKey("g"): demand})
    finding = next(one for one in found(plan) if one.code == "goal_missed")
    assert finding.fix is not None
    assert evaluated(apply(plan, finding.fix)).row("a").reduction == 20


def test_an_assigned_target_that_cannot_be_shared_has_no_fix() -> None:
    plan = in_districts({target_key("h1"): points("11")})
    finding = next(one for one in found(plan) if one.code == "assigned_missed")
    assert finding.fix is None


def test_the_2024_plan_has_exactly_the_findings_that_are_known_of_it() -> None:
    plan = sample()
    known = [
        (one.code, one.unit, one.missing)
        for one in found(plan, Question("pa-1", 2024, Series.POOR))
    ]
    assert known == [
        ("stated_points_missed", "dak-mil", 10),
        ("stated_points_missed", "krong-no", 3),
        ("stated_points_missed", "cu-jut", 3),
        ("stated_points_missed", "dak-song", 2),
        ("same_growth", "dak-nong", 0),
        ("goal_without_data", "dak-nong", 0),
        ("rise_by_standard", "dak-nong", 0),
    ]


def test_read_as_printed_the_2024_plan_states_its_points_rightly() -> None:
    plan = Plan.of([*sample().facts(), (DocumentKey(DocumentField.READING), "rounded")])
    codes = {one.code for one in found(plan, Question("pa-1", 2024, Series.POOR))}
    assert "stated_points_missed" not in codes


def test_printed_figures_of_units_are_added_up_against_the_printed_total() -> None:
    """Quảng Bình 2017: 5.374 printed, 5.347 summed."""
    lines = {"a": 840, "b": 1070, "c": 3437}
    printed: dict[Key, Value] = {}
    for unit, households in lines.items():
        printed |= figures(unit, Printed(reduction=households), 2017, nature=Nature.PLAN)
    printed |= figures("tinh", Printed(reduction=5374), 2017, nature=Nature.PLAN)
    finding = next(one for one in found(with_facts(printed)) if one.code == "printed_total_differs")
    assert (finding.params["printed"], finding.params["sum"]) == (5374, 5347)
    assert finding.params["difference"] == 27


def test_a_jump_of_poor_households_across_a_change_of_standard_is_no_slip() -> None:
    before = seen("a", Measure.POOR, 301, 2022)
    plan = with_facts(before | {StandardKey(2022): "cũ", StandardKey(2023): "mới"})
    assert told(plan, "count_jump") == []


def test_a_clean_plan_has_no_findings() -> None:
    assert found(province(COUNTS)) == []


def test_findings_are_listed_worst_first_and_counted_by_level() -> None:
    plan = with_facts(goal(GoalKind.REDUCTION, 40) | reductions({"a": 101, "b": -1}))
    evaluation = evaluated(plan)
    findings = Findings(plan, evaluation)
    levels = [one.level for one in findings.listed()]
    assert levels == sorted(levels, key=[Level.ERROR, Level.WARNING, Level.INFO].index)
    assert findings.counts() == {level: levels.count(level) for level in Level}
    assert [one.code for one in findings.of("a")] == ["target_out_of_reach"]


def test_a_rate_pinned_above_what_households_allow_is_out_of_reach_too() -> None:
    plan = with_facts({target_key("a"): Target(Pinned.POINTS, Fraction(12))})
    assert told(plan, "target_out_of_reach") == [("a", 20)]
