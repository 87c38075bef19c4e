"""Which counts make a rate."""

from __future__ import annotations

import pytest

from dnplanner.core.series import Measure, Series


@pytest.mark.parametrize(
    ("series", "counted", "denominator"),
    [
        (Series.POOR, Measure.POOR, Measure.HOUSEHOLDS),
        (Series.NEAR_POOR, Measure.NEAR_POOR, Measure.HOUSEHOLDS),
        (Series.DTTS_POOR, Measure.DTTS_POOR, Measure.DTTS_HOUSEHOLDS),
        (Series.DTTS_LOCAL_POOR, Measure.DTTS_LOCAL_POOR, Measure.DTTS_LOCAL_HOUSEHOLDS),
        (Series.MULTIDIMENSIONAL, Measure.MULTIDIMENSIONAL, Measure.HOUSEHOLDS),
    ],
)
def test_a_series_is_a_share_of_its_own_group(
    series: Series, counted: Measure, denominator: Measure
) -> None:
    assert (series.counted, series.denominator) == (counted, denominator)


@pytest.mark.parametrize("measure", Measure)
def test_a_measure_read_from_a_file_finds_the_facts_of_the_measure(measure: Measure) -> None:
    assert {measure: 1}[Measure(measure.value)] == 1
    assert hash(measure) == hash(measure.value)
