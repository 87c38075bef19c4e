"""Numbers written any way, decided per column."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.numerals import format_count, format_ratio
from dnplanner.exchange.grid import GridCell, Kind
from dnplanner.exchange.number_meaning import Meant, Wanted, decide


def cell(written: str | float | GridCell | None) -> GridCell | None:
    if written is None or isinstance(written, GridCell):
        return written
    if isinstance(written, str):
        return GridCell(Kind.TEXT, written)
    return GridCell(Kind.NUMBER, written)


def column(*written: str | float | GridCell | None, wanted: Wanted = Wanted.COUNT) -> list[Meant]:
    return decide([cell(one) for one in written], wanted)


COUNTS: list[tuple[list[str | float | GridCell | None], int, int | str | None]] = [
    # the column, which of its cells, what it means: a number, a doubt or nothing
    ([19775], 0, 19775),
    (["19775"], 0, 19775),
    (["19.775"], 0, 19775),
    (["19.775", "748"], 0, 19775),
    (["19 775"], 0, 19775),
    (["19\u00a0775"], 0, 19775),
    (["19\u202f775"], 0, 19775),
    (["19'775"], 0, 19775),
    (["'19.775"], 0, 19775),
    (["19,775", "21,931"], 0, 19775),
    (["19,775"], 0, "comma_thousands"),
    (["19,775", "21.931"], 0, "separators_mixed"),
    (["1.234.567"], 0, 1234567),
    (["1,234,567"], 0, 1234567),
    (["１９７７５"], 0, 19775),
    (["１９．７７５"], 0, 19775),
    (["+748"], 0, 748),
    (["748 hộ"], 0, 748),
    (["748 Hộ"], 0, 748),
    (["748*"], 0, 748),
    (["748 (*)"], 0, 748),
    (["748¹"], 0, 748),
    (["  748  "], 0, 748),
    (["0"], 0, 0),
    (["01"], 0, 1),
    (["-"], 0, None),
    (["–"], 0, None),
    (["…"], 0, None),
    ([None], 0, None),
    (["-748"], 0, "negative"),
    (["(748)"], 0, "negative"),
    ([19.775, 21.931], 0, 19775),
    ([19.775], 0, "thousands_lost"),
    ([19.775, 21.931, 20], 2, "thousands_lost"),
    ([3.131, 2.531, 748], 2, 748),
    ([3.131, 2.531, 10.98], 2, "thousands_lost"),
    ([13558, 12370, 10.98], 2, "thousands_lost"),
    ([6739, 67.39], 1, "thousands_lost"),
    ([1.2345], 0, "fraction"),
    (["748,5"], 0, "fraction"),
    (["748.0"], 0, "fraction"),
    (["nan"], 0, "not_a_number"),
    (["inf"], 0, "not_a_number"),
    (["1e5"], 0, "not_a_number"),
    (["0x10"], 0, "not_a_number"),
    (["1/2"], 0, "not_a_number"),
    (["12 345 6"], 0, "not_a_number"),
    (["1.23.456"], 0, "not_a_number"),
    (["19.7750"], 0, "fraction"),
    (["1400", "3.131"], 0, 1400),
    (["748%"], 0, "rate_in_count"),
    (["100.000.000"], 0, "too_large"),
    ([GridCell(Kind.DATE, "2024-05-03T00:00:00")], 0, "date"),
    ([GridCell(Kind.ERROR, "#DIV/0!")], 0, "error_cell"),
    ([GridCell(Kind.UNCACHED, "")], 0, "formula_without_value"),
    ([GridCell(Kind.TRUTH, "TRUE")], 0, "not_a_number"),
]


@pytest.mark.parametrize(("written", "at", "meaning"), COUNTS)
def test_a_count_is_read_right_or_asked(
    written: list[str | float | GridCell | None], at: int, meaning: int | str | None
) -> None:
    found = column(*written)[at]
    assert (found.doubt or found.value) == meaning


RATES: list[tuple[list[str | float | GridCell | None], int, str | None]] = [
    (["3,78"], 0, "3.78"),
    (["3.78"], 0, "3.78"),
    ([3.78], 0, "3.78"),
    ([1.68], 0, "1.68"),
    (["18,78%"], 0, "18.78"),
    (["18,78 %"], 0, "18.78"),
    (["%"], 0, "not_a_number"),
    ([GridCell(Kind.NUMBER, 0.037, "0.00%")], 0, "3.7"),
    ([GridCell(Kind.NUMBER, 0.1878, "0%")], 0, "18.78"),
    ([0.037, 0.188], 0, "share_or_percent"),
    (["0,42"], 0, "share_or_percent"),
    (["0,42%"], 0, "0.42"),
    ([0.42, 3.78], 0, "0.42"),
    (["3.131"], 0, "3.131"),
    (["１８，７８"], 0, "18.78"),
    (["187,8"], 0, "out_of_range"),
    (["nan"], 0, "not_a_number"),
    ([GridCell(Kind.DATE, "2024-05-03")], 0, "date"),
    (["-0,5", "2"], 0, "-0.5"),
    (["−0,5", "2"], 0, "-0.5"),
    ([",5", "2"], 0, "0.5"),
]


@pytest.mark.parametrize(("written", "at", "meaning"), RATES)
def test_a_percentage_is_read_right_or_asked(
    written: list[str | float | GridCell | None], at: int, meaning: str | None
) -> None:
    found = column(*written, wanted=Wanted.PERCENT)[at]
    assert found.doubt == meaning if found.doubt else found.value == Fraction(meaning or 0)


def test_a_doubt_keeps_the_original_and_says_what_it_could_be() -> None:
    found = column(19.775)[0]
    assert (found.original, found.choices, found.value) == ("19.775", (Fraction(19775),), None)


def test_a_date_offers_the_decimals_it_may_have_been() -> None:
    found = column(GridCell(Kind.DATE, "2024-05-03"), wanted=Wanted.PERCENT)[0]
    assert Fraction("3.5") in found.choices


def test_a_change_may_be_negative() -> None:
    assert column("−12", wanted=Wanted.CHANGE)[0].value == -12


def test_decoded_text_is_shown_as_it_stood() -> None:
    odd = GridCell(Kind.TEXT, "khoảng", "", ".VnTime", "kho¶ng")
    assert column(odd)[0].original == "kho¶ng"


@given(st.lists(st.integers(0, 99_999_999), min_size=1, max_size=8))
def test_what_we_write_is_read_back(counts: list[int]) -> None:
    texts = [format_count(count) for count in counts]
    assert [meant.value for meant in column(*texts)] == counts
    assert [meant.value for meant in column(*map(str, counts))] == counts
    assert [meant.value for meant in column(*counts)] == counts


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8))
def test_rates_we_write_are_read_back_or_asked(hundredths: list[int]) -> None:
    rates = [Fraction(one, 100) for one in hundredths]
    written = [format_ratio(rate, 2) for rate in rates]
    for rate, meant in zip(rates, column(*written, wanted=Wanted.PERCENT), strict=True):
        assert meant.value == rate if not meant.doubt else rate in meant.choices


@given(st.lists(st.integers(1_000, 999_999), min_size=2, max_size=8))
def test_english_thousands_are_never_taken_for_something_else(counts: list[int]) -> None:
    for count, meant in zip(counts, column(*(f"{count:,}" for count in counts)), strict=True):
        assert meant.value == count


@given(st.lists(st.text(max_size=8), max_size=6), st.sampled_from(Wanted))
def test_any_text_means_something_asked_or_nothing(texts: list[str], wanted: Wanted) -> None:
    for meant in column(*texts, wanted=wanted):
        assert meant.value is None or not meant.doubt
