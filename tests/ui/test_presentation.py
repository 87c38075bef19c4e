"""Showing the program to an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from dnplanner.ui.presentation import SCALES, Presentation

if TYPE_CHECKING:
    from tests.ui.driving import Driver


def test_f11_fills_the_screen_and_hides_what_is_not_for_the_audience(driver: Driver) -> None:
    menu = QMenu(driver.window)
    presentation = Presentation(menu, driver.window)
    parts = driver.window.parts
    assert parts is not None
    show = menu.actions()[0]
    show.setChecked(True)
    assert driver.window.isFullScreen()
    assert parts.tool_bar.isHidden()
    assert parts.status.isHidden()
    show.setChecked(False)
    assert not driver.window.isFullScreen()
    assert not parts.tool_bar.isHidden()
    presentation.deleteLater()


def test_the_size_chosen_is_remembered_for_the_next_start(driver: Driver) -> None:
    menu = QMenu(driver.window)
    presentation = Presentation(menu, driver.window)
    sizes = presentation._sizes.actions()
    assert [size.data() for size in sizes if size.isChecked()] == [100]
    sizes[SCALES.index(150)].trigger()
    assert driver.window.preferences.scale == 150
    presentation.deleteLater()


def test_a_window_that_filled_the_desktop_does_so_again_afterwards(driver: Driver) -> None:
    menu = QMenu(driver.window)
    presentation = Presentation(menu, driver.window)
    driver.window.showMaximized()
    show = menu.actions()[0]
    show.setChecked(True)
    assert driver.window.isFullScreen()
    show.setChecked(False)
    assert driver.window.isMaximized()
    presentation.deleteLater()
