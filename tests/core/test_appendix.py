"""The printed appendix of Kế hoạch 97/KH-UBND, all of it, from two counts and a reduction a row."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.numerals import decimal_point
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded
from dnplanner.core.series import Series
from dnplanner.core.targets import Row, decompose, most_poor_for_points
from tests.core.plans import APPENDIX, DISTRICTS, ROOT, SCENARIO, WHOLE, dak_nong

EVALUATION = Evaluation(dak_nong(), Question(SCENARIO, 2024, Series.POOR))


def row_of(name: str) -> Row:
    return EVALUATION.row(ROOT if name == WHOLE else name)


@pytest.mark.parametrize("name", APPENDIX)
def test_every_printed_rate_is_recomputed(name: str) -> None:
    printed, row = APPENDIX[name], row_of(name)
    assert decimal_point(row.rate_start, RATE_DECIMALS) == printed.rate_start
    assert decimal_point(row.points, POINTS_DECIMALS) == printed.points
    assert decimal_point(row.rate_end, RATE_DECIMALS) == printed.rate_end


@pytest.mark.parametrize("name", APPENDIX)
def test_every_printed_count_is_recomputed(name: str) -> None:
    printed, row = APPENDIX[name], row_of(name)
    assert row[:4] == (
        printed.households_start,
        printed.poor_start,
        printed.households_end,
        printed.poor_end,
    )
    assert row.reduction == printed.reduction


def failing(points: dict[str, Fraction]) -> list[str]:
    return [
        name
        for name, value in points.items()
        if decimal_point(value, POINTS_DECIMALS) != APPENDIX[name].points
    ]


def test_reduction_over_start_households_is_not_the_drop_of_the_rate() -> None:
    points = {n: Fraction(100 * r.reduction, r.households_start) for n, r in APPENDIX.items()}
    assert failing(points) == ["Tuy Đức"]


def test_the_difference_of_printed_rates_is_not_the_drop_of_the_rate() -> None:
    points = {n: Fraction(r.rate_start) - Fraction(r.rate_end) for n, r in APPENDIX.items()}
    assert failing(points) == ["Đắk Glong"]


def test_rounding_a_rounded_rate_is_wrong_for_dak_glong() -> None:
    twice = {}
    for name in APPENDIX:
        start, end = row_of(name).rate_start, row_of(name).rate_end
        assert start is not None
        assert end is not None
        twice[name] = rounded(rounded(start, RATE_DECIMALS) - rounded(end, RATE_DECIMALS), 1)
    assert failing(twice) == ["Đắk Glong"]


def test_the_mean_of_the_districts_is_not_the_rate_of_the_province() -> None:
    rates = [row_of(name).rate_start for name in DISTRICTS]
    mean = sum((rate for rate in rates if rate is not None), Fraction(0)) / len(rates)
    assert decimal_point(mean, 2) == "5.82"
    assert decimal_point(row_of(WHOLE).rate_start, 2) == "5.18"


FEWEST = {
    "Krông Nô": (153, 3),
    "Cư Jút": (303, 3),
    "Đắk Mil": (110, 10),
    "Đắk Song": (142, 2),
    "Đắk R'Lấp": (93, 0),
    "Tuy Đức": (1397, 0),
    "Đắk Glong": (1192, 0),
    "Gia Nghĩa": (20, 0),
    WHOLE: (3361, 0),
}


@pytest.mark.parametrize(("name", "fewest", "short"), [(n, *f) for n, f in FEWEST.items()])
def test_fewest_households_that_really_reach_the_printed_points(
    name: str, fewest: int, short: int
) -> None:
    printed = APPENDIX[name]
    most = most_poor_for_points(
        Fraction(printed.points),
        printed.households_start,
        printed.poor_start,
        printed.households_end,
    )
    assert most is not None
    assert printed.poor_start - most == fewest
    assert max(0, fewest - printed.reduction) == short


def test_the_province_has_54_households_to_spare() -> None:
    assert APPENDIX[WHOLE].reduction - FEWEST[WHOLE][0] == 54


@pytest.mark.parametrize(
    ("name", "points", "exits", "growth"),
    [
        (WHOLE, "2.0319", "1.9837", "0.0482"),
        ("Tuy Đức", "8.5194", "8.2968", "0.2226"),
    ],
)
def test_the_drop_is_households_leaving_poverty_and_more_households(
    name: str, points: str, exits: str, growth: str
) -> None:
    parts = decompose(row_of(name))
    assert parts is not None
    assert decimal_point(row_of(name).points, 4) == points
    assert decimal_point(parts.exits, 4) == exits
    assert decimal_point(parts.growth, 4) == growth


@pytest.mark.parametrize("name", APPENDIX)
def test_the_two_parts_of_the_drop_leave_no_remainder(name: str) -> None:
    parts = decompose(row_of(name))
    assert parts is not None
    assert parts.exits + parts.growth == row_of(name).points


def test_rounded_to_one_decimal_every_district_reaches_what_is_printed() -> None:
    for name, printed in APPENDIX.items():
        points = row_of(name).points
        assert points is not None
        assert rounded(points, POINTS_DECIMALS) >= Fraction(printed.points)
