"""Plans with any facts in them, for laws that hold for every plan."""

from __future__ import annotations

from hypothesis import strategies as st

from dnplanner.core.flows import Flow
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    ExpectedKey,
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
    Pinned,
    Plan,
    Printed,
    PrintedKey,
    Scenario,
    ScenarioKey,
    SilencedKey,
    StandardKey,
    Target,
    TargetKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit

names = st.text(st.characters(codec="utf-8"), max_size=12)
identifiers = st.sampled_from([f"xã-{number}" for number in range(6)])
scenarios = st.sampled_from(["a", "b", "c"])
years = st.integers(2020, 2026)
counts = st.integers(0, 10**6)
ratios = st.fractions(-1000, 1000, max_denominator=10**6)
series = st.sampled_from(list(Series))
measures = st.sampled_from(list(Measure))

facts: st.SearchStrategy[tuple[Key, Value]] = st.one_of(
    st.tuples(st.builds(ObservedKey, identifiers, years, measures), counts),
    st.tuples(
        st.builds(PrintedKey, identifiers, years, series, st.sampled_from(list(Nature)), names),
        st.builds(
            Printed,
            st.none() | counts,
            st.none() | counts,
            st.none() | ratios,
            st.none() | st.integers(-1000, 1000),
            st.none() | ratios,
            names,
            names,
        ),
    ),
    st.tuples(
        st.builds(ScenarioKey, scenarios),
        st.builds(Scenario, names, st.integers(0, 9), st.none() | scenarios),
    ),
    st.tuples(
        st.builds(GrowthKey, scenarios, measures),
        st.builds(Growth, st.sampled_from(list(GrowthKind)), ratios),
    ),
    st.tuples(st.builds(SilencedKey, names, identifiers, names), names),
    st.tuples(st.builds(HouseholdsEndKey, scenarios, identifiers, years, measures), counts),
    st.tuples(
        st.builds(TargetKey, scenarios, identifiers, years, series),
        st.builds(Target, st.sampled_from(list(Pinned)), ratios),
    ),
    st.tuples(
        st.builds(ExpectedKey, scenarios, identifiers, years, series, st.sampled_from(list(Flow))),
        counts,
    ),
    st.tuples(
        st.builds(GoalKey, names),
        st.builds(
            Goal,
            identifiers,
            years,
            series,
            st.sampled_from(list(GoalKind)),
            ratios,
            st.none() | ratios,
            names,
            names,
            st.integers(0, 9),
        ),
    ),
    st.tuples(st.builds(StandardKey, years), names),
    st.tuples(
        st.builds(DocumentKey, st.sampled_from([field.value for field in DocumentField])),
        st.one_of(names, st.integers(-(2**40), 2**40)),
    ),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A tree of up to seven units and any facts about them."""
    units: list[tuple[Key, Value]] = [(UnitKey("tỉnh"), Unit("Tỉnh", None, 0))]
    for number in range(draw(st.integers(0, 6))):
        above = draw(st.sampled_from(["tỉnh", *(f"xã-{earlier}" for earlier in range(number))]))
        unit = Unit(draw(names), above, number, draw(names), draw(names), draw(names))
        units.append((UnitKey(f"xã-{number}"), unit))
    known = {key.unit for key, _ in units if isinstance(key, UnitKey)}
    others = [
        (key, value)
        for key, value in draw(st.lists(facts, max_size=25))
        if not isinstance(value, Goal) or value.unit in known
    ]
    return Plan.of([*units, *others])
