"""Gross flows behind a net target."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.errors import EntryRefused
from dnplanner.core.flows import (
    CrossFlow,
    Expected,
    YearlyForm,
    cross_flows,
    expected_at,
    must_escape,
)

counts = st.integers(0, 5000)


def test_relapsed_and_newly_poor_come_on_top_of_the_net_reduction() -> None:
    target = must_escape(1400, 3131, Expected(relapsed=20, newly_poor=130))
    assert (target.must_escape, target.beyond) == (1550, 0)


def test_other_decreases_need_not_escape() -> None:
    assert must_escape(100, 500, Expected(10, 20, 5, 15)).must_escape == 120


def test_more_than_all_poor_households_cannot_escape() -> None:
    assert must_escape(480, 500, Expected(10, 20)).beyond == 10


def test_a_planned_rise_may_need_nobody_to_escape() -> None:
    assert must_escape(-50, 500, Expected(newly_poor=30)).must_escape == 0


@given(counts, st.builds(Expected, counts, counts, counts, counts))
def test_with_that_many_escaped_the_yearly_form_ends_at_the_target(
    net: int, expected: Expected
) -> None:
    target = must_escape(net, 10_000, expected)
    form = YearlyForm(
        start=10_000,
        became_near_poor=0,
        rose_above_near_poor=target.must_escape,
        other_decrease=expected.other_decrease,
        from_near_poor=0,
        relapsed=expected.relapsed,
        newly_poor=expected.newly_poor,
        other_increase=expected.other_increase,
        end=10_000 - net,
    )
    assert form.difference == 0 or (target.must_escape == 0 and form.difference > 0)


FORM = YearlyForm(748, 120, 95, 3, 4, 2, 1, 5, 542)


def test_the_yearly_form_ties_or_says_by_how_many() -> None:
    assert (FORM.computed_end, FORM.difference) == (542, 0)
    assert FORM._replace(end=538).difference == -4
    assert FORM.escaped == 215


def test_flows_between_poor_and_near_poor_are_equal_in_both_forms() -> None:
    assert cross_flows(FORM, 4, 118) == (CrossFlow(4, 4), CrossFlow(120, 118))
    assert [flow.difference for flow in cross_flows(FORM, 4, 118)] == [0, 2]


def test_expectations_from_rates_are_whole_households_rounded_half_up() -> None:
    assert expected_at(250, 300, Fraction(1), Fraction("2.5")) == Expected(3, 8)


@pytest.mark.parametrize("expected", [Expected(relapsed=-1), Expected(other_decrease=-2)])
def test_expectations_are_never_negative(expected: Expected) -> None:
    with pytest.raises(EntryRefused, match="flow_negative"):
        must_escape(1, 10, expected)


def test_rates_are_never_negative() -> None:
    with pytest.raises(EntryRefused, match="flow_negative"):
        expected_at(250, 300, Fraction(-1), Fraction(1))
