"""Of a large plan another series is shown as soon as it is made; the window goes on meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dnplanner.core.entry import Cell
from dnplanner.core.series import Series
from dnplanner.models import foresight
from dnplanner.storage.samples import sample
from dnplanner.ui.series_box import SeriesBox
from tests.ui.driving import until

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture(autouse=True)
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample counts as a plan of many units."""
    monkeypatch.setattr(foresight, "MANY", 2)


def choose(driver: Driver, series: Series) -> QComboBox:
    (box,) = driver.parts.tool_bar.findChildren(SeriesBox)
    place = box.findData(series.value)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    return box


def shown(driver: Driver) -> Series:
    return driver.document.question.series


def test_the_table_stays_until_the_other_one_is_made(driver: Driver) -> None:
    box = choose(driver, Series.NEAR_POOR)
    assert shown(driver) is Series.POOR
    assert driver.window.cursor().shape() is Qt.CursorShape.BusyCursor
    until(lambda: shown(driver) is Series.NEAR_POOR)
    assert box.currentData() == Series.NEAR_POOR.value
    assert driver.window.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_what_is_typed_meanwhile_is_in_it(driver: Driver) -> None:
    choose(driver, Series.MULTIDIMENSIONAL)
    driver.enter("Tuy Đức", Cell.POOR_START, "3000")
    until(lambda: shown(driver) is Series.MULTIDIMENSIONAL)
    choose(driver, Series.POOR)
    until(lambda: shown(driver) is Series.POOR)
    assert driver.text("Tuy Đức", Cell.POOR_START) == "3.000"


def test_only_the_last_wish_is_shown(driver: Driver) -> None:
    seen: list[Series] = []
    driver.document.question_changed.connect(lambda: seen.append(shown(driver)))
    choose(driver, Series.NEAR_POOR)
    choose(driver, Series.DTTS_POOR)
    until(lambda: shown(driver) is Series.DTTS_POOR)
    assert seen == [Series.DTTS_POOR]


def test_going_back_before_it_is_made_shows_what_there_was(driver: Driver) -> None:
    choose(driver, Series.NEAR_POOR)
    choose(driver, Series.POOR)
    driver.wait_for_work()
    assert shown(driver) is Series.POOR


def test_a_wish_is_forgotten_when_another_plan_is_opened(driver: Driver) -> None:
    choose(driver, Series.NEAR_POOR)
    driver.document.replace(sample("tap-huan"), None)
    driver.wait_for_work()
    assert shown(driver) is Series.POOR
