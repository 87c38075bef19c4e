"""Gross flows behind a net target: who escapes, relapses and becomes poor (domain, §1 and §2).

Net reduction = escaped − relapsed − newly poor (± other). A plan names the net; the work is in the
gross number of households that must escape (thoát nghèo).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.errors import EntryRefused
from dnplanner.core.rates import half_up

if TYPE_CHECKING:
    from fractions import Fraction


class Flow(StrEnum):
    """The flows that come on top of a net reduction; named and in order as in Expected."""

    RELAPSED = "relapsed"
    NEWLY_POOR = "newly_poor"
    OTHER_INCREASE = "other_increase"
    OTHER_DECREASE = "other_decrease"


class Expected(NamedTuple):
    """What is expected to come on top of the net reduction, in households."""

    relapsed: int = 0
    newly_poor: int = 0
    other_increase: int = 0
    other_decrease: int = 0


class GrossTarget(NamedTuple):
    """A net reduction with the households that must escape for it.

    ``beyond`` of them do not exist among the poor households at the start, 0 where they suffice.
    """

    net: int
    expected: Expected
    must_escape: int
    beyond: int


class YearlyForm(NamedTuple):
    """The flows of poor households as the yearly review form has them, in households."""

    start: int
    became_near_poor: int
    rose_above_near_poor: int
    other_decrease: int
    from_near_poor: int
    relapsed: int
    newly_poor: int
    other_increase: int
    end: int

    @property
    def escaped(self) -> int:
        """Households that left poverty, to near-poor or above."""
        return self.became_near_poor + self.rose_above_near_poor

    @property
    def computed_end(self) -> int:
        """What the end must be by the flows."""
        decrease = self.escaped + self.other_decrease
        increase = self.from_near_poor + self.relapsed + self.newly_poor + self.other_increase
        return self.start - decrease + increase

    @property
    def difference(self) -> int:
        """Printed end − computed end; 0 when the form ties."""
        return self.end - self.computed_end


class CrossFlow(NamedTuple):
    """A flow between poor and near-poor as each of the two forms has it; they must be equal."""

    poor_form: int
    near_poor_form: int

    @property
    def difference(self) -> int:
        """Households by which the two forms differ."""
        return self.poor_form - self.near_poor_form


def must_escape(net: int, poor_start: int, expected: Expected) -> GrossTarget:
    """How many households must escape so that the net reduction is reached; never below 0.

    Raises EntryRefused ``flow_negative`` for an expectation below 0.
    """
    if min(expected) < 0:
        raise EntryRefused("flow_negative", value=min(expected))
    increase = expected.relapsed + expected.newly_poor + expected.other_increase
    escape = max(0, net + increase - expected.other_decrease)
    return GrossTarget(net, expected, escape, max(0, escape + expected.other_decrease - poor_start))


def expected_at(poor_start: int, near_poor: int, relapse: Fraction, new: Fraction) -> Expected:
    """Expectations from rates of past years, in percent, whole households half-up.

    ``relapse`` is of the poor households at the start, ``new`` of the near-poor, from among whom
    most newly poor come. Raises EntryRefused ``flow_negative``.
    """
    if relapse < 0 or new < 0:
        raise EntryRefused("flow_negative", value=min(relapse, new))
    return Expected(_percent_of(poor_start, relapse), _percent_of(near_poor, new))


def cross_flows(
    poor: YearlyForm, near_poor_to_poor: int, poor_to_near_poor: int
) -> tuple[CrossFlow, CrossFlow]:
    """The flows near-poor → poor and poor → near-poor beside those of the near-poor form."""
    return (
        CrossFlow(poor.from_near_poor, near_poor_to_poor),
        CrossFlow(poor.became_near_poor, poor_to_near_poor),
    )


def _percent_of(count: int, percent: Fraction) -> int:
    return half_up(count * percent.numerator, 100 * percent.denominator)
