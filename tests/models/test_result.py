"""Goals in words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.entry import Cell, enter
from dnplanner.core.territory import find_unit
from dnplanner.models.document import Document
from dnplanner.models.result import goal_words, results_of_goals, short_source
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def words(document: Document) -> list[tuple[str, str, bool | None]]:
    found = (goal_words(document, result) for result in results_of_goals(document))
    return [(goal.demand, goal.verdict, goal.met) for goal in found]


def test_the_goal_of_the_table_comes_first_and_the_other_waits_for_data(
    qapp: QApplication,
) -> None:
    assert words(Document(sample())) == [
        ("NQ 28-NQ/TU: giảm từ 2 điểm % trở lên", "✓ đạt, dư 54 hộ", True),
        ("Hộ nghèo DTTS tại chỗ: giảm từ 4 điểm % trở lên", "chưa có số liệu", None),
    ]


def test_a_missed_goal_says_how_many_households_are_missing(qapp: QApplication) -> None:
    document = Document(sample())
    unit = find_unit(document.plan, "Tuy Đức")
    edit = enter(document.plan, document.evaluation, unit, Cell.REDUCTION, Fraction(1300))
    document.perform(edit)
    assert words(document)[0][1:] == ("chưa đạt, thiếu 46 hộ", False)


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("Nghị quyết số 28-NQ/TU ngày 30/12/2023", "NQ 28-NQ/TU"),
        ("Quyết định số 403/QĐ-UBND", "403/QĐ-UBND"),
        ("Biên bản họp", "Biên bản họp"),
        ("", ""),
    ],
)
def test_a_document_is_named_by_its_number(source: str, short: str) -> None:
    assert short_source(source) == short
