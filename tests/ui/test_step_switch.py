"""Undoing and redoing large edits, which are worked out while the window goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QMessageBox

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.history import Act
from dnplanner.core.plan import ObservedKey
from dnplanner.core.scenarios import duplicate_scenario
from dnplanner.core.series import Measure, Series
from dnplanner.models.document import Document
from tests.ui.driving import (
    CONTROL,
    Driver,
    Key,
    clipboard_text,
    put_on_clipboard,
    settle_down,
    until,
)
from tests.ui.intake_driving import flat_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dnplanner.core.plan import Plan

UNITS = 300
FIRST, LAST = "Xã số 1", f"Xã số {UNITS}"


@pytest.fixture
def driver(open_window: Callable[[Plan], Driver]) -> Driver:
    """A window on many units, into which 7 was pasted for each of them, kept on the disk."""
    driver = open_window(flat_plan(UNITS))
    driver.keep()
    paste(driver, "7")
    return driver


def paste(driver: Driver, number: str) -> None:
    """Paste a number for all units, and wait until it is there."""
    steps = driver.document.undo_stack.count()
    put_on_clipboard("\n".join(number for _ in range(UNITS)))
    driver.go_to(FIRST, Cell.REDUCTION)
    driver.parts.editing.paste()
    until(lambda: driver.document.undo_stack.count() > steps)


def undo(driver: Driver) -> None:
    """Ask for the undo without letting anything else happen."""
    driver.parts.menus.undo.trigger()


def redo(driver: Driver) -> None:
    driver.parts.menus.redo.trigger()


def shown(driver: Driver) -> tuple[str, str]:
    """What the first and the last unit show."""
    return driver.text(FIRST, Cell.REDUCTION), driver.text(LAST, Cell.REDUCTION)


def rest(driver: Driver) -> None:
    """Until no step is on its way."""
    until(lambda: not driver.parts.steps.is_busy)
    QThreadPool.globalInstance().waitForDone()
    settle_down()


def acts(driver: Driver) -> list[Act]:
    """What the document's log says was done."""
    store = driver.parts.keeper.store
    assert store is not None
    until(lambda: driver.parts.keeper.is_durable)
    return [change.act for change in store.changes]


def assert_sound(driver: Driver) -> None:
    """What is shown is what the plan says, and the log leads to it."""
    document = driver.document
    afresh = Document(document.plan, document)
    afresh.show_question(document.question)
    assert dict(document.evaluation.rows) == dict(afresh.evaluation.rows)
    assert document.findings == afresh.findings
    until(lambda: driver.parts.keeper.is_durable)
    store = driver.parts.keeper.store
    assert store is not None
    plan = flat_plan(UNITS)
    for change in store.changes:
        plan = apply(plan, change.edit)
    assert plan.tables == document.plan.tables


def test_until_a_large_undo_is_ready_the_window_shows_what_it_showed(driver: Driver) -> None:
    undo(driver)
    assert shown(driver) == ("7", "7")
    assert driver.window.sheet.isEnabled()
    rest(driver)
    assert shown(driver) == ("0", "0")
    assert driver.document.plan.tables == flat_plan(UNITS).tables
    assert_sound(driver)


def test_a_large_edit_is_redone_the_same_way(driver: Driver) -> None:
    undo(driver)
    rest(driver)
    redo(driver)
    assert shown(driver) == ("0", "0")
    rest(driver)
    assert shown(driver) == ("7", "7")
    assert acts(driver) == [Act.DONE, Act.UNDONE, Act.REDONE]
    assert_sound(driver)


def test_a_small_edit_is_undone_at_once(driver: Driver) -> None:
    driver.enter(FIRST, Cell.REDUCTION, "9")
    undo(driver)
    assert shown(driver) == ("7", "7")


def test_repeated_undoing_goes_back_step_by_step(driver: Driver) -> None:
    driver.enter(FIRST, Cell.REDUCTION, "9")
    paste(driver, "8")
    for _ in range(5):
        undo(driver)
    assert shown(driver) == ("8", "8")
    assert not driver.parts.menus.undo.isEnabled()
    rest(driver)
    assert driver.document.undo_stack.index() == 0
    assert acts(driver)[-3:] == [Act.UNDONE] * 3
    assert_sound(driver)


def test_only_the_last_wish_counts(driver: Driver) -> None:
    undo(driver)
    redo(driver)
    rest(driver)
    assert shown(driver) == ("7", "7")
    assert acts(driver) == [Act.DONE]


def test_the_actions_name_the_steps_that_come_next(driver: Driver) -> None:
    words = driver.parts.menus.undo.text()
    undo(driver)
    assert driver.parts.menus.undo.text() == "Hoàn tác"
    assert driver.parts.menus.redo.text() == words.replace("Hoàn tác", "Làm lại")
    rest(driver)
    assert driver.parts.menus.redo.isEnabled()


def change_the_plan(driver: Driver) -> None:
    """What a button of the panel does: a change that knows nothing of steps on their way."""
    document = driver.document
    key = ObservedKey(driver.unit(LAST), 2023, Measure.POOR)
    document.perform(edit_of(document.plan, "enter", {key: 99}))


def test_a_value_typed_meanwhile_comes_after_the_undo(driver: Driver) -> None:
    undo(driver)
    driver.enter(LAST, Cell.REDUCTION, "9")
    assert shown(driver) == ("0", "9")
    rest(driver)
    assert acts(driver) == [Act.DONE, Act.UNDONE, Act.DONE]
    assert driver.document.undo_stack.count() == 1
    assert_sound(driver)


def test_a_value_typed_meanwhile_comes_after_the_redo(driver: Driver) -> None:
    undo(driver)
    rest(driver)
    redo(driver)
    driver.enter(LAST, Cell.REDUCTION, "9")
    rest(driver)
    assert shown(driver) == ("7", "9")
    assert driver.document.undo_stack.count() == 2
    assert_sound(driver)


def test_what_is_copied_meanwhile_is_what_comes_of_the_undo(driver: Driver) -> None:
    driver.go_to(LAST, Cell.REDUCTION)
    undo(driver)
    driver.press(Key.Key_C, CONTROL)
    assert clipboard_text() == "0"


def test_what_changes_the_plan_otherwise_comes_first_and_the_undo_is_dropped(
    driver: Driver,
) -> None:
    undo(driver)
    change_the_plan(driver)
    rest(driver)
    assert shown(driver) == ("7", "7")
    assert acts(driver) == [Act.DONE, Act.DONE]
    assert "Chưa hoàn tác" in driver.message()
    assert_sound(driver)
    undo(driver)
    undo(driver)
    rest(driver)
    assert driver.document.plan.tables == flat_plan(UNITS).tables
    assert_sound(driver)


def test_a_change_in_place_of_a_redo_leaves_a_sound_history(driver: Driver) -> None:
    undo(driver)
    rest(driver)
    redo(driver)
    change_the_plan(driver)
    rest(driver)
    assert shown(driver) == ("0", "0")
    assert driver.document.undo_stack.count() == 1
    assert_sound(driver)


def test_a_value_being_typed_when_the_undo_is_ready_is_kept(driver: Driver) -> None:
    undo(driver)
    driver.go_to(LAST, Cell.REDUCTION)
    driver.write("9")
    rest(driver)
    driver.press(Key.Key_Return)
    assert shown(driver) == ("0", "9")
    assert_sound(driver)


def test_saving_comes_after_the_undo_that_was_asked_for_before(
    driver: Driver, tmp_path: Path
) -> None:
    undo(driver)
    driver.save_to(tmp_path / "a.dnplan")
    rest(driver)
    assert driver.document.undo_stack.isClean()
    assert shown(driver) == ("0", "0")
    assert acts(driver) == [Act.DONE, Act.UNDONE]
    assert_sound(driver)


def test_closing_comes_after_it_too(driver: Driver) -> None:
    driver.document.undo_stack.setClean()
    undo(driver)
    driver.window.close()
    assert shown(driver) == ("0", "0")
    driver.answer(QMessageBox.StandardButton.Cancel)
    rest(driver)
    assert driver.window.isVisible()
    assert_sound(driver)


def test_nothing_changes_under_an_open_dialog(driver: Driver) -> None:
    undo(driver)
    box = QMessageBox(driver.window)
    box.open()
    QThreadPool.globalInstance().waitForDone()
    settle_down()
    assert shown(driver) == ("7", "7")
    box.reject()
    box.deleteLater()
    rest(driver)
    assert shown(driver) == ("0", "0")


def test_another_table_shown_meanwhile_stays(driver: Driver) -> None:
    undo(driver)
    wanted = driver.document.question._replace(series=Series.NEAR_POOR)
    driver.document.show_question(wanted)
    rest(driver)
    assert driver.document.question == wanted
    assert driver.document.plan.tables == flat_plan(UNITS).tables
    assert_sound(driver)


def test_another_plan_opened_meanwhile_is_left_alone(driver: Driver) -> None:
    undo(driver)
    other = flat_plan(3)
    driver.document.replace(other, None)
    rest(driver)
    assert driver.document.plan is other


def test_the_undo_of_a_copied_scenario_goes_back_to_the_other_one(driver: Driver) -> None:
    plan = driver.document.plan
    driver.document.perform(duplicate_scenario(plan, plan.outline.scenarios[0], "thap", "PA 2"))
    assert driver.document.question.scenario == "thap"
    driver.press(Key.Key_Z, CONTROL)
    rest(driver)
    assert driver.document.question.scenario == plan.outline.scenarios[0]
    assert shown(driver) == ("7", "7")
    assert_sound(driver)
