"""The numbers of a pasted block, as the words and digits of each column say."""

from __future__ import annotations

import pytest

from dnplanner.core.entry import Cell
from dnplanner.exchange.pasted_numbers import NumbersRead, read_numbers


def column(cell: Cell, *texts: str) -> NumbersRead:
    return read_numbers([cell], [[text] for text in texts])


def written(found: NumbersRead) -> list[str]:
    return [row[0] for row in found.block]


def test_counts_with_and_without_dots_are_the_same_counts() -> None:
    found = column(Cell.REDUCTION, "150", "1400", "3.131", "1200")
    assert written(found) == ["150", "1400", "3.131", "1200"]
    assert found.asked == ()


def test_english_thousands_are_understood_where_the_column_shows_them() -> None:
    found = column(Cell.HOUSEHOLDS_START, "19,775", "21,931", "8,005")
    assert written(found) == ["19.775", "21.931", "8.005"]
    assert found.asked == ()


@pytest.mark.parametrize(
    ("text", "meant"),
    [("1.68", "1,68"), ("18,78%", "18,78%"), ("3.78 %", "3,78"), ("3,78", "3,78")],
)
def test_rates_are_read_with_comma_point_and_sign(text: str, meant: str) -> None:
    found = column(Cell.RATE_END, text)
    assert written(found) == [meant]
    assert found.asked == ()


def test_spaces_apostrophes_and_words_around_counts_are_dropped() -> None:
    found = column(Cell.POOR_START, "'3.131", "2 531 hộ", "1\u00a0731*")
    assert written(found) == ["3.131", "2.531", "1.731"]


def test_one_comma_is_asked_with_what_it_could_be() -> None:
    found = column(Cell.HOUSEHOLDS_START, "19,775")
    assert written(found) == ["19,775"]
    (asked,) = found.asked
    assert (asked.row, asked.column) == (0, 0)
    assert (asked.doubt.code, asked.doubt.choices) == ("comma_thousands", ("19.775",))


def test_the_same_text_many_times_is_no_further_evidence() -> None:
    assert len(column(Cell.HOUSEHOLDS_START, *["19,775"] * 5).asked) == 5


def test_dots_and_commas_in_one_column_are_asked_both() -> None:
    found = column(Cell.HOUSEHOLDS_START, "19.775", "21,931")
    assert [one.doubt.code for one in found.asked] == ["separators_mixed"] * 2


def test_a_share_that_may_be_a_percentage_is_asked() -> None:
    (asked,) = column(Cell.RATE_END, "0,0378").asked
    assert asked.doubt.choices == ("0,0378", "3,78")


def test_points_below_one_as_documents_print_them_are_no_question() -> None:
    found = column(Cell.POINTS, "0,8", "0,4", "0,1")
    assert written(found) == ["0,8", "0,4", "0,1"]
    assert found.asked == ()


def test_rates_beside_counts_are_compared_and_not_asked() -> None:
    found = read_numbers([Cell.REDUCTION, Cell.POINTS], [["150", "0,0078"]])
    assert found.asked == ()
    assert found.block == [["150", "0,0078"]]


@pytest.mark.parametrize("text", ["", "–", "x", "…", "một", "1e5", "nan", "1/2"])
def test_what_is_no_number_stays_for_the_table_to_refuse_or_clear(text: str) -> None:
    found = column(Cell.REDUCTION, text)
    assert written(found) == [text]
    assert found.asked == ()
