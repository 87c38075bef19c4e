"""What the panel tells about the unit the user is on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dnplanner.core.flows import Expected
from dnplanner.models.columns import NAME
from dnplanner.storage.samples import COMMUNES, sample
from tests.ui.target_windows import parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.ui.unit_card import UnitCard
    from tests.ui.driving import Driver

Opening: TypeAlias = "Callable[[Plan], Driver]"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture
def card(driver: Driver) -> UnitCard:
    window = driver.window
    window.sheet.show_cell("tuy-duc", NAME)
    return parts(window).panel.unit


def compared(card: UnitCard) -> list[str]:
    card.compare()
    return [line.figure for line in card.comparisons]


def test_the_whole_falls_by_exits_and_by_more_households(driver: Driver) -> None:
    window = driver.window
    why = parts(window).panel.why.parts
    assert why.exits.figure == "−1,98"
    assert why.growth.figure == "−0,05"


def test_the_current_unit_has_its_own_two_parts(card: UnitCard) -> None:
    assert card.parts.exits.figure == "−8,30"
    assert card.parts.growth.figure == "−0,22"
    assert "−8,30" in card.parts.bar.accessibleName()


def test_its_cut_is_held_against_units_like_it(card: UnitCard) -> None:
    assert compared(card) == ["8,52", "–", "1,39"]
    assert "Đắk Glong" in card.comparisons[2].toolTip()


def test_it_follows_the_current_row(driver: Driver, card: UnitCard) -> None:
    window = driver.window
    window.sheet.show_cell("gia-nghia", NAME)
    assert compared(card)[0] == "0,12"


def test_relapses_and_newly_poor_raise_what_must_escape(card: UnitCard) -> None:
    QTest.keyClicks(card.flows.relapsed, "50")
    QTest.keyClicks(card.flows.newly_poor, "120")
    assert card.flows.result.figure == "1.570 hộ"


def test_more_than_all_poor_households_cannot_escape(card: UnitCard) -> None:
    QTest.keyClicks(card.flows.newly_poor, "2000")
    assert "269 hộ" in card.flows.note


def test_a_badly_written_expectation_says_so(card: UnitCard) -> None:
    QTest.keyClicks(card.flows.relapsed, "x1")
    assert "không phải là số" in card.flows.note
    assert card.flows.result.figure == "–"


def test_of_the_whole_the_units_below_are_expected_together(driver: Driver, card: UnitCard) -> None:
    for unit, count in (("tuy-duc", "50"), ("gia-nghia", "5")):
        driver.window.sheet.show_cell(unit, NAME)
        QTest.keyClicks(card.flows.relapsed, count)
    root = driver.window.document.plan.tree.root
    driver.window.sheet.show_cell(root, NAME)
    assert card.flows.relapsed.placeholderText() == "55"
    assert card.flows.result.figure == "3.470 hộ"
    assert card.flows.note == "Ô để trống được cộng từ các đơn vị bên dưới."
    QTest.keyClicks(card.flows.relapsed, "80")
    assert card.flows.result.figure == "3.495 hộ"
    assert card.flows.note == ""


def test_what_was_expected_of_a_unit_comes_back_with_it(driver: Driver, card: UnitCard) -> None:
    window = driver.window
    QTest.keyClicks(card.flows.relapsed, "50")
    window.sheet.show_cell("gia-nghia", NAME)
    assert card.flows.relapsed.text() == ""
    window.sheet.show_cell("tuy-duc", NAME)
    assert card.flows.relapsed.text() == "50"


def test_what_is_expected_is_kept_in_the_plan_and_undone(driver: Driver, card: UnitCard) -> None:
    document = driver.window.document
    QTest.keyClicks(card.flows.relapsed, "50")
    QTest.keyClick(card.flows.relapsed, Qt.Key.Key_Return)
    question = document.question
    scenario, year, series = question
    assert document.plan.expected(scenario, "tuy-duc", year, series) == Expected(50)
    text = document.undo_stack.undoText()
    assert text == "Tuy Đức, hộ nghèo: tái nghèo dự kiến năm 2024: 0 → 50"
    document.undo_stack.undo()
    assert card.flows.relapsed.text() == ""
    assert card.flows.result.figure == "1.400 hộ"
    document.undo_stack.redo()
    assert card.flows.relapsed.text() == "50"


def test_what_is_being_typed_is_taken_before_saving(driver: Driver, card: UnitCard) -> None:
    QTest.keyClicks(card.flows.newly_poor, "120")
    assert driver.window.settle()
    document = driver.window.document
    scenario, year, series = document.question
    assert document.plan.expected(scenario, "tuy-duc", year, series) == Expected(0, 120)


def test_a_badly_written_expectation_changes_nothing(driver: Driver, card: UnitCard) -> None:
    QTest.keyClicks(card.flows.relapsed, "x1")
    assert not driver.window.settle()
    assert not driver.window.document.plan.tables.expected
    QTest.keyClick(card.flows.relapsed, Qt.Key.Key_Escape)
    assert card.flows.relapsed.text() == ""
    assert driver.window.settle()


def test_a_unit_without_counts_shows_dashes_and_breaks_nothing(open_window: Opening) -> None:
    window = open_window(sample(COMMUNES)).window
    tree = window.document.plan.tree
    commune = tree.children_of(tree.children_of(tree.root)[0])[0]
    window.sheet.show_cell(commune, NAME)
    card = parts(window).panel.unit
    assert compared(card)[0] == "–"
    assert card.parts.exits.figure == "–"


def test_its_title_closes_and_opens_it(card: UnitCard) -> None:
    card.title.click()
    assert not card.parts.isVisibleTo(card)
    card.title.click()
    assert card.parts.isVisibleTo(card)
