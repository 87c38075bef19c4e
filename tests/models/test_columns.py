"""The columns of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.entry import ENTERED, Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.series import Series
from dnplanner.core.territory import find_unit
from dnplanner.models.columns import (
    COLUMNS,
    cell_text,
    column_of,
    count,
    group_heading,
    heading,
    is_pinned,
)
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from dnplanner.core.targets import Row

PLAN = sample()
QUESTION = Question(PLAN.outline.scenarios[0], 2024, Series.POOR)


@pytest.fixture
def row() -> Row:
    return Evaluation(PLAN, QUESTION).row(find_unit(PLAN, "Tuy Đức"))


def test_every_cell_has_one_column_and_every_column_a_heading() -> None:
    assert sorted(column_of(cell) for cell in Cell) == list(range(2, 10))
    for series in Series:
        assert all(heading(place, series) for place in range(len(COLUMNS)))


def test_groups_name_their_years() -> None:
    assert group_heading(0, QUESTION) == ""
    assert group_heading(3, QUESTION) == "Kết quả rà soát cuối năm 2023"
    assert group_heading(9, QUESTION) == "Kế hoạch năm 2024"


def test_cells_are_written_as_officials_write_them(row: Row) -> None:
    texts = [cell_text(row, column.cell) for column in COLUMNS if column.cell is not None]
    assert texts == ["16.674", "3.131", "18,78", "16.874", "1.400", "8,5", "1.731", "10,26"]


def test_percentages_are_no_counts(row: Row) -> None:
    counted = [cell for cell in Cell if count(row, cell) is not None]
    assert counted == [
        Cell.HOUSEHOLDS_START,
        Cell.POOR_START,
        Cell.HOUSEHOLDS_END,
        Cell.REDUCTION,
        Cell.POOR_END,
    ]


def test_only_the_cell_typed_last_is_pinned(row: Row) -> None:
    assert [cell for cell in ENTERED if is_pinned(row, cell)] == [Cell.REDUCTION]
