"""Rolling the wheel scrolls the page; it changes no number on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from dnplanner.ui.goals_dialog import GoalsDialog
from tests.ui.driving import settle_down

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.driving import Driver

ONE_NOTCH = QPoint(0, -120)


def roll_over(widget: QWidget) -> None:
    """One notch of the wheel towards the user, the pointer over ``widget``."""
    window = widget.window()
    place = widget.mapTo(window, widget.rect().center())
    QTest.wheelEvent(window.windowHandle(), QPointF(place), ONE_NOTCH)
    settle_down()


@pytest.mark.parametrize("focused", [True, False])
def test_the_wheel_over_the_intensity_scrolls_the_panel(driver: Driver, focused: bool) -> None:
    panel, slider = driver.parts.panel, driver.parts.panel.assumptions.slider
    driver.window.resize(1100, 500)
    settle_down()
    panel.ensureWidgetVisible(slider)
    if focused:
        slider.setFocus()
    before = panel.verticalScrollBar().value()
    assert before < panel.verticalScrollBar().maximum()
    roll_over(slider)
    assert panel.verticalScrollBar().value() > before
    assert slider.value() == 100
    assert driver.document.undo_stack.count() == 0


def test_the_wheel_chooses_nothing_in_the_tool_bar(driver: Driver) -> None:
    question = driver.document.question
    boxes = driver.parts.tool_bar.findChildren(QComboBox)
    assert len(boxes) == 3
    for box in boxes:
        roll_over(box)
    assert driver.document.question == question


def test_the_wheel_chooses_no_other_unit_for_a_goal(driver: Driver) -> None:
    driver.parts.targets.goals.trigger()
    form = driver.dialog(GoalsDialog).form
    unit = form.unit.currentIndex()
    roll_over(form.unit)
    assert form.unit.currentIndex() == unit
