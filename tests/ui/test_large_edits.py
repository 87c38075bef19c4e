"""Edits of hundreds of facts are worked out while the window goes on, then made as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.plan import ObservedKey
from dnplanner.core.series import Measure
from dnplanner.models.columns import column_of
from dnplanner.models.document import Document
from dnplanner.ui.share_dialog import ShareDialog
from tests.ui.driving import Driver, settle_down, until
from tests.ui.intake_driving import flat_plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan

UNITS = 300
FIRST, LAST = "Xã số 1", f"Xã số {UNITS}"


@pytest.fixture
def driver(open_window: Callable[[Plan], Driver]) -> Driver:
    """A window on many units."""
    return open_window(flat_plan(UNITS))


def select_column(driver: Driver, cell: Cell) -> None:
    flag = QItemSelectionModel.SelectionFlag
    driver.go_to(FIRST, cell)
    body = driver.body
    index = body.model().index(0, column_of(cell))
    body.selectionModel().select(index, flag.ClearAndSelect | flag.Columns)


def steps(driver: Driver) -> int:
    return driver.document.undo_stack.count()


def made(driver: Driver, count: int = 1) -> None:
    """Wait until so many steps are made and the window takes input again."""
    until(lambda: steps(driver) == count and driver.window.isEnabled())


def more_poor(driver: Driver, by: int) -> Edit:
    plan = driver.document.plan
    units = plan.tree.children_of(plan.tree.root)
    keys = [ObservedKey(unit, plan.base_year, Measure.POOR) for unit in units]
    return edit_of(plan, "enter", {key: (plan.tables.observed.get(key) or 0) + by for key in keys})


def test_filling_a_long_column_is_one_step_that_comes_when_it_is_worked_out(
    driver: Driver,
) -> None:
    driver.enter(FIRST, Cell.REDUCTION, "7")
    select_column(driver, Cell.REDUCTION)
    driver.parts.editing.fill_down()
    made(driver, 2)
    assert driver.text(LAST, Cell.REDUCTION) == "7"
    afresh = Document(driver.document.plan, driver.document)
    assert dict(driver.document.evaluation.rows) == dict(afresh.evaluation.rows)


def test_emptying_a_long_column_is_one_step(driver: Driver) -> None:
    driver.document.perform(more_poor(driver, 1))
    select_column(driver, Cell.POOR_START)
    driver.parts.editing.clear()
    made(driver, 2)
    assert driver.text(LAST, Cell.POOR_START) == "–"
    assert driver.document.total.poor_start is None


def test_nothing_can_be_typed_until_a_large_edit_is_made(driver: Driver) -> None:
    told: list[int] = []
    edits = driver.parts.large_edits
    edits.perform(more_poor(driver, 1), then=lambda: told.append(steps(driver)))
    assert steps(driver) == 0
    assert not driver.window.isEnabled()
    made(driver)
    assert told == [1]


def test_a_window_that_is_closed_meanwhile_loses_nothing(driver: Driver) -> None:
    driver.parts.large_edits.perform(more_poor(driver, 1))
    assert not driver.window.close()
    made(driver)
    assert driver.window.isVisible()


def test_the_focus_comes_back_to_the_table(driver: Driver) -> None:
    select_column(driver, Cell.REDUCTION)
    driver.parts.large_edits.perform(more_poor(driver, 1))
    made(driver)
    assert driver.focus() is driver.body


def test_a_small_edit_is_made_at_once(driver: Driver) -> None:
    edit = Edit("enter", more_poor(driver, 1).changes[:5])
    driver.parts.large_edits.perform(edit)
    assert steps(driver) == 1
    assert driver.window.isEnabled()


@pytest.mark.parametrize("count", [5, UNITS])
def test_an_edit_for_another_plan_is_refused_and_changes_nothing(
    driver: Driver, count: int
) -> None:
    outdated = Edit("enter", more_poor(driver, 1).changes[:count])
    driver.document.perform(more_poor(driver, 2))
    before = driver.document.plan
    driver.parts.large_edits.perform(outdated, then=lambda: pytest.fail("it was not made"))
    until(lambda: driver.message() != "")
    assert driver.message() == (
        "Số liệu đã thay đổi trong lúc thực hiện nên chưa sửa gì: hãy làm lại."
    )
    assert driver.document.plan is before
    assert driver.window.isEnabled()


def test_a_total_is_shared_among_many_units_as_one_step(driver: Driver) -> None:
    driver.parts.targets.share.trigger()
    dialog = driver.dialog(ShareDialog)
    dialog.total.setText("900")
    dialog.total.textEdited.emit("900")
    settle_down()
    dialog.ok.click()
    made(driver)
    assert driver.document.total.reduction == 900
    assert "đã phân bổ cho 300 đơn vị" in driver.message()
