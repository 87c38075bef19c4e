"""Vietnamese numerals are read strictly, and written so that they are read back."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.errors import NumeralError
from dnplanner.core.numerals import (
    MAX_COUNT,
    decimal_point,
    format_alike,
    format_count,
    format_exact,
    format_ratio,
    parse_change,
    parse_count,
    parse_percent,
)

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = {
    "0": 0,
    "7": 7,
    "748": 748,
    "1000": 1000,
    "1.000": 1000,
    "19.775": 19775,
    "19775": 19775,
    "170.550": 170550,
    "1.234.567": 1234567,
    "99.999.999": 99999999,
    "007": 7,
    "+12": 12,
    "-0": 0,
    "−0": 0,
    "  748  ": 748,
    "\t748\n": 748,
    "\u00a0748\u00a0": 748,
}

REFUSED_COUNTS = {
    "": "empty",
    "   ": "empty",
    "\u00a0": "empty",
    "abc": "not_a_number",
    "12a": "not_a_number",
    "1e5": "not_a_number",
    "nan": "not_a_number",
    "inf": "not_a_number",
    "NaN": "not_a_number",
    "∞": "not_a_number",
    "0x1F": "not_a_number",
    "1_000": "not_a_number",
    "1 000": "not_a_number",
    "1\u00a0000": "not_a_number",
    "19,775,": "not_a_number",
    "1,234,567": "not_a_number",
    "1.2345.678": "not_a_number",
    "1.23.456": "not_a_number",
    ".5": "not_a_number",
    "5.": "not_a_number",
    ",5": "not_a_number",
    "5,": "not_a_number",
    "1..000": "not_a_number",
    "1.000,": "not_a_number",
    "--5": "not_a_number",
    "+-5": "not_a_number",
    "5-": "not_a_number",
    "(5)": "not_a_number",
    "- 5": "not_a_number",
    "５": "not_a_number",
    "١٢": "not_a_number",
    "²": "not_a_number",
    "½": "not_a_number",
    "748 hộ": "not_a_number",
    "3,78%": "not_a_number",
    "=1+1": "not_a_number",
    "'748": "not_a_number",
    "2024-02-20": "not_a_number",
    "20/02/2024": "not_a_number",
    "–": "not_a_number",
    "1.68": "dot_in_count",
    "10.98": "dot_in_count",
    "67.39": "dot_in_count",
    "1.5": "dot_in_count",
    "1234.567": "dot_in_count",
    "-1.68": "dot_in_count",
    "3,78": "fraction",
    "748,0": "fraction",
    "19,775": "fraction",
    "1.000,5": "fraction",
    "-5": "negative",
    "−5": "negative",
    "-1.000": "negative",
    "-100.000.000": "too_large",
    "100.000.000": "too_large",
    "1000000000000": "too_large",
    "1.000.000.000.000": "too_large",
}


@pytest.mark.parametrize(("text", "count"), COUNTS.items())
def test_a_count_is_read(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize("read", [parse_count, parse_change, parse_percent])
def test_a_text_of_thousands_of_digits_is_too_large(read: Callable[[str], object]) -> None:
    with pytest.raises(NumeralError, match="too_large"):
        read("9" * 5000)


@pytest.mark.parametrize(("text", "code"), REFUSED_COUNTS.items())
def test_what_is_no_count_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(NumeralError) as refused:
        parse_count(text)
    assert refused.value.code == code
    assert refused.value.params["text"] == text


def test_figures_beside_each_other_have_the_same_decimals() -> None:
    assert format_alike(Fraction("3.78"), Fraction("3.8")) == ["3,78", "3,80"]
    assert format_alike(Fraction(19775), Fraction(19780)) == ["19.775", "19.780"]
    assert format_alike(Fraction(1, 3), Fraction(2)) == ["0,333333333333333", "2,000000000000000"]


PERCENTS = {
    "4": Fraction(4),
    "0,8": Fraction(4, 5),
    "2,25": Fraction(9, 4),
    "18,78%": Fraction(1878, 100),
    "18,78 %": Fraction(1878, 100),
    "-0,5": Fraction(-1, 2),
    "−0,5": Fraction(-1, 2),
    "1.234,5": Fraction(12345, 10),
    "0,0000000001": Fraction(1, 10**10),
}


@pytest.mark.parametrize(("text", "value"), PERCENTS.items())
def test_a_percentage_is_read_exactly(text: str, value: Fraction) -> None:
    assert parse_percent(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "empty"),
        ("%", "empty"),
        ("0.8", "dot_decimal"),
        ("0.8%", "dot_decimal"),
        ("8%%", "not_a_number"),
        ("%8", "not_a_number"),
        ("nan", "not_a_number"),
        ("1,2,3", "not_a_number"),
        ("0,1234567890123456", "too_large"),
    ],
)
def test_what_is_no_percentage_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(NumeralError) as refused:
        parse_percent(text)
    assert refused.value.code == code


def test_a_change_may_be_negative() -> None:
    assert parse_change("-1.200") == -1200
    assert parse_change("−3") == -3
    assert parse_change("3") == 3


@pytest.mark.parametrize(("text", "code"), [("1,5", "fraction"), ("-100.000.000", "too_large")])
def test_a_change_is_a_whole_number_within_limits(text: str, code: str) -> None:
    with pytest.raises(NumeralError) as refused:
        parse_change(text)
    assert refused.value.code == code


@given(st.integers(0, 10**9))
def test_every_count_is_read_back_or_refused_as_too_large(count: int) -> None:
    for text in (format_count(count), str(count)):
        if count <= MAX_COUNT:
            assert parse_count(text) == count
        else:
            with pytest.raises(NumeralError, match="too_large"):
                parse_count(text)


@given(st.integers(-MAX_COUNT, MAX_COUNT))
def test_every_change_is_read_back(change: int) -> None:
    assert parse_change(format_count(change)) == change


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_every_typed_percentage_is_read_back(digits: int, decimals: int) -> None:
    value = Fraction(digits, 10**decimals)
    assert parse_percent(format_exact(value)) == value
    assert parse_percent(format_ratio(value, decimals)) == value


def code_of_refusal(text: str) -> str | None:
    try:
        parse_count(text)
    except NumeralError as refused:
        return refused.code
    return None


@given(st.text() | st.text("0123456789.,+-−% "))
def test_any_text_is_a_count_within_limits_or_refused_for_a_known_reason(text: str) -> None:
    code = code_of_refusal(text)
    if code is None:
        assert 0 <= parse_count(text) <= MAX_COUNT
    else:
        assert code in set(REFUSED_COUNTS.values())


@pytest.mark.parametrize(
    ("value", "text"), [(170550, "170.550"), (0, "0"), (-3, "−3"), (-1200, "−1.200"), (None, "–")]
)
def test_counts_are_written_with_dots_and_a_true_minus(value: int | None, text: str) -> None:
    assert format_count(value) == text


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(518, 100), 2, "5,18"),
        (Fraction(5), 2, "5,00"),
        (Fraction(1, 8), 2, "0,13"),
        (Fraction(-1, 8), 2, "−0,13"),
        (Fraction(-1, 1000), 2, "0,00"),
        (Fraction(1234567, 10), 1, "123.456,7"),
        (Fraction(5, 2), 0, "3"),
        (None, 2, "–"),
    ],
)
def test_ratios_are_written_half_up_with_a_comma(
    value: Fraction | None, decimals: int, text: str
) -> None:
    assert format_ratio(value, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"), [("4", "4"), ("0.8", "0,8"), ("2.25", "2,25"), ("-0.5", "−0,5")]
)
def test_a_typed_percentage_keeps_just_its_decimals(value: str, text: str) -> None:
    assert format_exact(Fraction(value)) == text


def test_a_fraction_without_an_end_is_cut_at_the_most_digits_taken() -> None:
    assert format_exact(Fraction(1, 3)) == "0," + "3" * 15


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(1, 8), 2, "0.13"),
        (Fraction(-1, 8), 2, "-0.13"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(5, 2), 0, "3"),
        (None, 2, None),
    ],
)
def test_files_take_a_decimal_point(
    value: Fraction | None, decimals: int, text: str | None
) -> None:
    assert decimal_point(value, decimals) == text
