"""Tasks of a planner in no more steps than promised.

A step is one selection, typed entry, command, field or OK; each is done as a user does it and
counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dnplanner.core.entry import Cell
from dnplanner.models.share_columns import Place
from dnplanner.ui.share_dialog import ShareDialog
from tests.core.plans import WHOLE
from tests.ui.driving import Key

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


class Steps:
    """Drives a window and counts."""

    def __init__(self, driver: Driver) -> None:
        self.taken = 0
        self._driver = driver

    def select(self, name: str, cell: Cell) -> None:
        self.taken += 1
        self._driver.go_to(name, cell)

    def type(self, text: str) -> None:
        """An entry with the Enter that closes it, which goes down a row."""
        self.taken += 1
        self._driver.write(text, Key.Key_Return)

    def command(self, action: QAction) -> None:
        self.taken += 1
        action.trigger()

    def fill(self, dialog: ShareDialog, text: str) -> None:
        """The field of the total has the focus, its text is selected: typing replaces it."""
        self.taken += 1
        QTest.keyClicks(dialog.total, text)

    def lock(self, dialog: ShareDialog, row: int) -> None:
        """One click on the box."""
        self.taken += 1
        body = dialog.table.body
        place = body.visualRect(dialog.model.index(row, Place.LOCK)).center()
        QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def ok(self, dialog: ShareDialog) -> None:
        self.taken += 1
        self._driver.click(dialog.ok)


@pytest.fixture
def steps(driver: Driver) -> Steps:
    return Steps(driver)


def test_proving_the_table_right_takes_one_step(driver: Driver, steps: Steps) -> None:
    steps.command(driver.parts.targets.proof)
    driver.wait_for_work()
    assert steps.taken <= 1
    assert driver.current() == ("Đắk Mil", Cell.POINTS)
    assert "4 cảnh báo" in driver.message()


def test_one_district_by_count_takes_two_steps(driver: Driver, steps: Steps) -> None:
    steps.select("Tuy Đức", Cell.REDUCTION)
    steps.type("1350")
    assert steps.taken <= 2
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.365"


def test_eight_end_rates_take_sixteen_steps_or_fewer(driver: Driver, steps: Steps) -> None:
    wanted = ["2,90", "2,30", "1,30", "2,10", "1,50", "10,20", "6,90", "0,30"]
    steps.select("Krông Nô", Cell.RATE_END)
    for rate in wanted:
        steps.type(rate)
    assert steps.taken <= 16
    assert [driver.text(name, Cell.RATE_END) for name in driver.names()] == [
        "2,90", "2,30", "1,30", "2,10", "1,50", "10,20", "6,90", "0,30",
    ]  # fmt: skip


def test_a_provincial_target_with_two_locked_rows_takes_six_steps_or_fewer(
    driver: Driver, steps: Steps
) -> None:
    steps.command(driver.parts.targets.share)
    dialog = driver.dialog(ShareDialog)
    steps.fill(dialog, "2,1")
    steps.lock(dialog, 5)
    steps.lock(dialog, 7)
    steps.ok(dialog)
    assert steps.taken <= 6
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"
    assert driver.text("Gia Nghĩa", Cell.REDUCTION) == "25"
    assert driver.text(WHOLE, Cell.POINTS) == "2,1"
    assert driver.document.undo_stack.count() == 1


def test_revising_a_districts_households_takes_two_steps(driver: Driver, steps: Steps) -> None:
    steps.select("Đắk Song", Cell.HOUSEHOLDS_END)
    steps.type("21.500")
    assert steps.taken <= 2
    assert driver.text("Đắk Song", Cell.RATE_END) == "2,10"
