"""Findings that follow edits are those of checking afresh; silenced ones stay silent."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dnplanner.core.checks import Findings, check
from dnplanner.core.edits import Edit, apply, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import (
    Goal,
    GoalKey,
    GoalKind,
    Growth,
    GrowthKey,
    GrowthKind,
    HouseholdsEndKey,
    Key,
    Nature,
    ObservedKey,
    Plan,
    Printed,
    PrintedKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.silencing import silence, unsilence
from dnplanner.core.units import Unit
from tests.core.planned_units import evaluated, province, reduction, reductions, target_key

UNITS = ("a", "b", "c", "d", "h1", "h2", "tinh")


def start() -> Plan:
    plan = province(
        {"a": (500, 50), "b": (700, 40), "c": (900, 30), "d": (400, 60)},
        parents={"a": "h1", "b": "h1", "c": "h2", "d": "h2"},
        growth=20,
        more=reductions({"a": 10, "b": 5}),
    )
    goal = Goal("tinh", 2024, Series.POOR, GoalKind.POINTS, Fraction(1))
    return apply(plan, edit_of(plan, "goal", {GoalKey("g"): goal}))


units = st.sampled_from(UNITS)
counts = st.none() | st.integers(0, 2000) | st.just(90_000)

changes: st.SearchStrategy[tuple[Key, Value | None]] = st.one_of(
    st.tuples(
        st.builds(ObservedKey, units, st.sampled_from((2022, 2023)), st.sampled_from(Measure)),
        counts,
    ),
    st.tuples(
        st.builds(
            HouseholdsEndKey, st.just("pa"), units, st.just(2024), st.just(Measure.HOUSEHOLDS)
        ),
        counts,
    ),
    st.tuples(st.builds(target_key, units), st.none() | st.builds(reduction, st.integers(-9, 99))),
    st.tuples(
        st.builds(
            PrintedKey,
            units,
            st.sampled_from((2022, 2023)),
            st.just(Series.POOR),
            st.just(Nature.ACTUAL),
            st.sampled_from(("", "cũ")),
        ),
        st.none()
        | st.builds(Printed, st.integers(0, 99), st.integers(0, 999), st.just(Fraction(5))),
    ),
    st.tuples(
        st.just(GoalKey("g")),
        st.none()
        | st.builds(
            Goal,
            units,
            st.just(2024),
            st.sampled_from((Series.POOR, Series.NEAR_POOR)),
            st.just(GoalKind.REDUCTION),
            st.integers(1, 50).map(Fraction),
        ),
    ),
    st.tuples(
        st.just(GrowthKey("pa", Measure.HOUSEHOLDS)),
        st.builds(Growth, st.just(GrowthKind.HOUSEHOLDS), st.integers(0, 9).map(Fraction)),
    ),
    st.tuples(
        st.just(UnitKey("d")),
        st.builds(Unit, st.sampled_from(("Xã c", "Xã  d", "Xã D")), st.just("h2"), st.just(3)),
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(changes, min_size=1, max_size=3), min_size=1, max_size=6))
def test_following_edits_finds_what_checking_afresh_finds(
    steps: list[list[tuple[Key, Value | None]]],
) -> None:
    plan = start()
    evaluation = evaluated(plan)
    findings = Findings(plan, evaluation)
    for step in steps:
        edit = edit_of(plan, "step", dict(step))
        plan = apply(plan, edit)
        findings.follow(plan, edit, evaluation.follow(plan, edit))
        assert findings.listed() == check(plan, evaluated(plan))


def followed(plan: Plan, findings: Findings, edit: Edit) -> Plan:
    after = apply(plan, edit)
    findings.follow(after, edit, ())
    return after


def test_following_says_whose_findings_are_others() -> None:
    plan = start()
    evaluation = evaluated(plan)
    findings = Findings(plan, evaluation)
    edit = edit_of(plan, "typed", {target_key("a"): reduction(-3)})
    plan = apply(plan, edit)
    assert "a" in findings.follow(plan, edit, evaluation.follow(plan, edit))
    assert "planned_rise" in [one.code for one in findings.of("a")]


def test_a_fix_is_made_against_the_plan_as_it_is_now() -> None:
    plan = start()
    evaluation = evaluated(plan)
    findings = Findings(plan, evaluation)
    stricter = plan.goal("g")._replace(at_least=Fraction(2))
    for key, value in ((GoalKey("g"), stricter), (target_key("a"), reduction(12))):
        edit = edit_of(plan, "typed", {key: value})
        plan = apply(plan, edit)
        findings.follow(plan, edit, evaluation.follow(plan, edit))
    (missed,) = [one for one in findings.listed() if one.code == "goal_missed"]
    assert missed.fix is not None
    after = apply(plan, missed.fix)
    assert "goal_missed" not in [one.code for one in check(after, evaluated(after))]


def test_a_silenced_finding_is_kept_with_its_reason_and_can_speak_again() -> None:
    plan = start()
    findings = Findings(plan, evaluated(plan))
    loud = next(one for one in findings.listed() if one.code == "same_growth")
    before = findings.counts()
    plan = followed(plan, findings, silence(plan, loud, "  theo số liệu   dân số "))
    assert loud not in findings.listed()
    assert findings.silenced() == [(loud, "theo số liệu dân số")]
    assert findings.counts()[loud.level] == before[loud.level] - 1
    followed(plan, findings, unsilence(plan, loud))
    assert loud in findings.listed()
    assert findings.silenced() == []


@pytest.mark.parametrize(
    ("reason", "code"), [(" ", "reason_empty"), ("x" * 501, "reason_too_long")]
)
def test_silencing_needs_a_reason(reason: str, code: str) -> None:
    plan = start()
    finding = check(plan, evaluated(plan))[0]
    with pytest.raises(EntryRefused, match=code):
        silence(plan, finding, reason)
