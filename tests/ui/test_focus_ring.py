"""Where the keyboard is can be seen, wherever it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox

from dnplanner.ui.export_dialog import ExportDialog
from tests.ui.driving import CONTROL, Key, settle_down

if TYPE_CHECKING:
    from tests.ui.driving import Driver


def test_f6_and_tab_take_the_ring_along_outside_the_table(driver: Driver) -> None:
    ring = driver.parts.focus_ring
    driver.body.setFocus()
    assert ring.ringed is None  # a cell has a frame of its own
    for _ in range(2):  # the chart is not loaded: panel, tool bar
        driver.press(Key.Key_F6)
    assert ring.ringed is driver.focus()
    driver.press(Key.Key_Tab)
    while not isinstance(driver.focus(), QComboBox):
        driver.press(Key.Key_Tab)
    assert ring.ringed is driver.focus()


def test_a_control_with_the_ring_looks_different(driver: Driver) -> None:
    slider = driver.parts.panel.assumptions.slider
    driver.body.setFocus()
    settle_down()
    place = slider.rect().adjusted(-2, -2, 2, 2)
    place.moveTopLeft(slider.mapTo(driver.window, place.topLeft()))
    before = driver.window.grab(place).toImage()
    slider.setFocus()
    settle_down()
    after = driver.window.grab(place).toImage()
    accent = driver.window.theme.accent
    across = range(after.width())
    assert not any(before.pixelColor(x, 1).name() == accent for x in across)
    assert any(after.pixelColor(x, 1).name() == accent for x in across)


def test_the_ring_is_whole_even_where_a_link_fills_its_line(driver: Driver) -> None:
    link = driver.parts.panel.result.goals.lines[1].enter  # ends where the line it is in ends
    driver.body.setFocus()
    settle_down()
    link.setFocus()
    settle_down()
    place = link.rect().adjusted(-2, -2, 2, 2)
    place.moveTopLeft(link.mapTo(driver.window, place.topLeft()))
    seen = driver.window.grab(place).toImage()
    accent = driver.window.theme.accent
    middle, right, bottom = seen.height() // 2, seen.width() - 1, seen.height() - 1
    for x, y in ((0, middle), (right, middle), (right // 2, 0), (right // 2, bottom)):
        assert seen.pixelColor(x, y).name() == accent


def test_a_click_needs_no_ring(driver: Driver) -> None:
    driver.body.setFocus()
    amount = driver.parts.panel.assumptions.amount
    driver.click_at(amount, amount.rect().center())
    assert driver.focus() is driver.parts.panel.assumptions.amount
    assert driver.parts.focus_ring.ringed is None


def test_a_dialog_that_closes_takes_its_ring_away(driver: Driver) -> None:
    driver.press(Key.Key_E, CONTROL)
    dialog = driver.dialog(ExportDialog)
    dialog.findChildren(QCheckBox)[0].setFocus()
    settle_down()
    assert driver.parts.focus_ring.ringed is dialog.findChildren(QCheckBox)[0]
    driver.press(Key.Key_Escape)
    settle_down()
    driver.body.setFocus()
    assert driver.parts.focus_ring.ringed is None
