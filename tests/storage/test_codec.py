"""Facts survive being written as plain values; anything else is refused when read."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.flows import Flow
from dnplanner.core.plan import (
    TABLE_OF,
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
    Reading,
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
from dnplanner.storage.codec import (
    FactUnreadable,
    Plain,
    decode_facts,
    decode_key,
    decode_value,
    encode_facts,
    encode_key,
    encode_value,
)

names = st.text(max_size=8)
years = st.integers(2000, 2100)
numbers = st.integers(0, 10**8)
ratios = st.fractions(max_denominator=10**6)
measures, series = st.sampled_from(Measure), st.sampled_from(Series)


def maybe(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


FACTS: dict[str, st.SearchStrategy[tuple[Key, Value]]] = {
    "units": st.tuples(
        st.builds(UnitKey, names),
        st.builds(Unit, names, maybe(names), numbers, names, names, names),
    ),
    "observed": st.tuples(st.builds(ObservedKey, names, years, measures), numbers),
    "printed": st.tuples(
        st.builds(PrintedKey, names, years, series, st.sampled_from(Nature), names),
        st.builds(
            Printed,
            maybe(numbers),
            maybe(numbers),
            maybe(ratios),
            maybe(st.integers()),
            maybe(ratios),
            names,
            names,
        ),
    ),
    "scenarios": st.tuples(
        st.builds(ScenarioKey, names), st.builds(Scenario, names, numbers, maybe(names))
    ),
    "growth": st.tuples(
        st.builds(GrowthKey, names, measures),
        st.builds(Growth, st.sampled_from(GrowthKind), ratios),
    ),
    "households_end": st.tuples(
        st.builds(HouseholdsEndKey, names, names, years, measures), numbers
    ),
    "targets": st.tuples(
        st.builds(TargetKey, names, names, years, series),
        st.builds(Target, st.sampled_from(Pinned), ratios),
    ),
    "expected": st.tuples(
        st.builds(ExpectedKey, names, names, years, series, st.sampled_from(Flow)), numbers
    ),
    "goals": st.tuples(
        st.builds(GoalKey, names),
        st.builds(
            Goal,
            names,
            years,
            series,
            st.sampled_from(GoalKind),
            ratios,
            maybe(ratios),
            names,
            names,
            numbers,
        ),
    ),
    "silenced": st.tuples(st.builds(SilencedKey, names, names, names), names),
    "standards": st.tuples(st.builds(StandardKey, years), names),
    "document": st.tuples(st.builds(DocumentKey, st.sampled_from(DocumentField)), names | years),
}


def test_every_table_is_tried() -> None:
    assert set(FACTS) == set(TABLE_OF.values())


@pytest.mark.parametrize("table", FACTS)
@given(data=st.data())
def test_a_fact_written_as_json_is_read_back_the_same(table: str, data: st.DataObject) -> None:
    key, value = data.draw(FACTS[table])
    plain = json.loads(json.dumps([encode_key(key), encode_value(value)]))
    read_key, read_value = decode_key(table, plain[0]), decode_value(table, plain[1])
    assert (read_key, read_value) == (key, value)
    assert type(read_key) is type(key)
    if not isinstance(value, str):
        assert type(read_value) is type(value)
        assert encode_value(read_value) == encode_value(value)


def test_percentages_are_written_as_exact_fractions() -> None:
    assert encode_value(Target(Pinned.POINTS, Fraction(4, 5))) == ["points", "4/5"]
    assert encode_value(Target(Pinned.REDUCTION, Fraction(150))) == ["reduction", "150"]


def test_enumerations_are_written_by_their_names() -> None:
    assert encode_key(ObservedKey("a", 2023, Measure.POOR)) == ["a", 2023, "poor"]
    assert type(encode_key(ObservedKey("a", 2023, Measure.POOR))[2]) is str
    assert type(encode_value(Reading.EXACT)) is str


def test_equal_plans_are_written_alike() -> None:
    facts: list[tuple[Key, Value]] = [
        (UnitKey("r"), Unit("Tỉnh", None, 0)),
        (UnitKey("a"), Unit("Xã a", "r", 0)),
        (ObservedKey("a", 2023, Measure.POOR), 5),
        (ObservedKey("a", 2022, Measure.POOR), 6),
    ]
    one, other = Plan.of(facts), Plan.of(reversed(facts))
    assert json.dumps(encode_facts(one)) == json.dumps(encode_facts(other))
    assert dict(decode_facts(encode_facts(one))) == dict(facts)


@pytest.mark.parametrize(
    ("table", "parts"),
    [
        ("wishes", ["a"]),
        ("units", []),
        ("units", ["a", "b"]),
        ("observed", ["a", 2023]),
        ("observed", ["a", 2023, "unicorns"]),
        ("expected", ["s", "a", 2024, "poor", "unicorns"]),
        ("targets", ["s", "a", 2024, None]),
        ("printed", ["a", 2024, "poor", "guessed", ""]),
        ("targets", ["s", "a", 2024, ["poor"]]),
    ],
)
def test_what_is_no_key_is_refused(table: str, parts: list[Plain]) -> None:
    with pytest.raises(FactUnreadable):
        decode_key(table, parts)


@pytest.mark.parametrize(
    ("table", "plain"),
    [
        ("observed", "5"),
        ("observed", None),
        ("observed", [5]),
        ("households_end", "x"),
        ("document", None),
        ("units", "Xã a"),
        ("units", ["Xã a"]),
        ("targets", ["points"]),
        ("targets", ["points", "a half"]),
        ("targets", ["points", "1/0"]),
        ("targets", ["guess", "1"]),
        ("growth", ["percent", [1]]),
        ("goals", 7),
        ("expected", "50"),
        ("expected", [50]),
    ],
)
def test_what_is_no_value_is_refused(table: str, plain: Plain) -> None:
    with pytest.raises(FactUnreadable) as refused:
        decode_value(table, plain)
    assert refused.value.params == {"table": table}
