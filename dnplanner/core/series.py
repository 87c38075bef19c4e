"""What is counted, and which counts make a poverty rate (domain, words).

A *measure* is one whole number observed per unit and year. A *series* is a measure of poor
households together with the households it is a share of. DTTS tại chỗ is a subset of DTTS, which is
a subset of all households: never add them. Nghèo đa chiều is the sum of poor and near-poor
households: it is computed, never counted or entered.
"""

from __future__ import annotations

from enum import StrEnum


class Measure(StrEnum):
    """One kind of count, in households."""

    HOUSEHOLDS = "households"
    POOR = "poor"
    NEAR_POOR = "near_poor"
    DTTS_HOUSEHOLDS = "dtts_households"
    DTTS_POOR = "dtts_poor"
    DTTS_LOCAL_HOUSEHOLDS = "dtts_local_households"
    DTTS_LOCAL_POOR = "dtts_local_poor"
    MULTIDIMENSIONAL = "multidimensional"

    __hash__ = (
        str.__hash__
    )  # keys of facts are hashed at every edit; Enum's own is ten times slower

    @property
    def parts(self) -> tuple[Measure, ...]:
        """The measures that one which is never counted itself is the sum of; else none."""
        return _PARTS if self is Measure.MULTIDIMENSIONAL else ()


class Series(StrEnum):
    """A poverty rate that is planned and followed: counted households over their denominator."""

    POOR = "poor"
    NEAR_POOR = "near_poor"
    DTTS_POOR = "dtts_poor"
    DTTS_LOCAL_POOR = "dtts_local_poor"
    MULTIDIMENSIONAL = "multidimensional"

    __hash__ = str.__hash__

    @property
    def parts(self) -> tuple[Series, ...]:
        """The series that a derived one is the sum of; none for those that are entered."""
        return DERIVED.get(self, ())

    @property
    def counted(self) -> Measure:
        """The measure in the numerator."""
        return _COUNTED[self]

    @property
    def denominator(self) -> Measure:
        """The measure of all households of the same group."""
        return _DENOMINATOR[self]


_PARTS = (Measure.POOR, Measure.NEAR_POOR)

DERIVED = {Series.MULTIDIMENSIONAL: (Series.POOR, Series.NEAR_POOR)}
"""The series that follow from others, with their parts."""

_COUNTED = {series: Measure(series.value) for series in Series}
_DENOMINATOR = {
    Series.POOR: Measure.HOUSEHOLDS,
    Series.NEAR_POOR: Measure.HOUSEHOLDS,
    Series.DTTS_POOR: Measure.DTTS_HOUSEHOLDS,
    Series.DTTS_LOCAL_POOR: Measure.DTTS_LOCAL_HOUSEHOLDS,
    Series.MULTIDIMENSIONAL: Measure.HOUSEHOLDS,
}
