"""Goals from above in the window: listed, typed, refused where typed, read exactly or rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMessageBox

from dnplanner.core.plan import GoalKind
from dnplanner.core.series import Series
from dnplanner.models.goals_model import GoalPlace
from dnplanner.ui.goals_dialog import GoalsDialog
from tests.ui.driving import Key
from tests.ui.target_windows import opened, parts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox, QLineEdit

    from dnplanner.ui.main_window import MainWindow
    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture
def dialog(driver: Driver) -> GoalsDialog:
    window = driver.window
    parts(window).targets.goals.trigger()
    return opened(window, GoalsDialog)


def choose(box: QComboBox, value: object) -> None:
    place = box.findData(value)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def fill(field: QLineEdit, text: str) -> None:
    field.setText(text)
    field.textEdited.emit(text)


def reading(window: MainWindow) -> str:
    return window.document.plan.reading.value


def shown(dialog: GoalsDialog, row: int, place: GoalPlace) -> str:
    return str(dialog.model.index(row, place).data())


def test_both_goals_of_the_plan_are_listed_with_what_became_of_them(dialog: GoalsDialog) -> None:
    assert dialog.model.rowCount() == 2
    assert shown(dialog, 0, GoalPlace.DEMAND) == "giảm từ 2 điểm % trở lên"
    assert shown(dialog, 0, GoalPlace.VERDICT) == "✓ đạt"
    assert shown(dialog, 0, GoalPlace.SPARE) == "dư 54 hộ"
    assert shown(dialog, 1, GoalPlace.VERDICT) == "chưa có số liệu"


def test_a_unit_has_several_goals_from_different_documents(
    driver: Driver, dialog: GoalsDialog
) -> None:
    window = driver.window
    choose(dialog.form.unit, "tuy-duc")
    choose(dialog.form.kind, GoalKind.REDUCTION.value)
    for source, count in (("Quyết định số 1/QĐ-UBND", "1300"), ("Nghị quyết số 2/NQ-HU", "1500")):
        fill(dialog.form.at_least, count)
        fill(dialog.form.source, source)
        dialog.add.click()
    assert dialog.model.rowCount() == 4
    assert shown(dialog, 2, GoalPlace.SPARE) == "dư 100 hộ"
    assert shown(dialog, 3, GoalPlace.VERDICT) == "chưa đạt"
    assert shown(dialog, 3, GoalPlace.SPARE) == "thiếu 100 hộ"
    assert window.document.undo_stack.count() == 2


def test_a_range_shows_both_ends_and_when_it_is_left(dialog: GoalsDialog) -> None:
    choose(dialog.form.unit, "tuy-duc")
    choose(dialog.form.kind, GoalKind.REDUCTION.value)
    fill(dialog.form.at_least, "1000")
    fill(dialog.form.at_most, "1200")
    dialog.add.click()
    assert shown(dialog, 2, GoalPlace.DEMAND) == "giảm từ 1.000 đến 1.200 hộ"
    assert shown(dialog, 2, GoalPlace.VERDICT) == "vượt khoảng"
    assert shown(dialog, 2, GoalPlace.SPARE) == "quá 200 hộ"


def test_a_goal_that_another_excludes_is_written_only_when_it_is_confirmed(
    driver: Driver, dialog: GoalsDialog
) -> None:
    choose(dialog.form.unit, "tuy-duc")
    choose(dialog.form.kind, GoalKind.REDUCTION.value)
    fill(dialog.form.at_least, "1000")
    fill(dialog.form.at_most, "1200")
    fill(dialog.form.source, "Quyết định số 1/QĐ-UBND")
    dialog.add.click()
    fill(dialog.form.at_least, "1500")
    fill(dialog.form.at_most, "")
    dialog.add.click()
    question = driver.dialog(QMessageBox)
    assert question.text() == (
        "Không thể cùng đạt với chỉ tiêu “giảm từ 1.000 đến 1.200 hộ” (1/QĐ-UBND) của đơn vị, "
        "cách nhau 300 hộ."
    )
    driver.press(Key.Key_Return)  # the safe answer
    assert dialog.model.rowCount() == 3
    dialog.add.click()
    question = driver.dialog(QMessageBox)
    driver.click(question.buttons()[0])
    assert dialog.model.rowCount() == 4
    assert shown(dialog, 3, GoalPlace.DEMAND) == "giảm từ 1.500 hộ trở lên"


def test_what_was_typed_and_not_written_is_asked_about_before_the_dialog_closes(
    driver: Driver, dialog: GoalsDialog
) -> None:
    fill(dialog.form.at_least, "2,5")
    driver.press(Key.Key_Escape)
    driver.press(Key.Key_Escape)  # answers the question: stay
    assert dialog.isVisible()
    assert dialog.form.at_least.text() == "2,5"
    driver.press(Key.Key_Escape)
    driver.click(driver.dialog(QMessageBox).buttons()[0])
    assert driver.dialogs() == []


def test_looking_at_another_goal_keeps_what_is_being_typed_until_it_is_given_up(
    driver: Driver, dialog: GoalsDialog
) -> None:
    fill(dialog.form.at_least, "2,5")
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    assert driver.dialog(QMessageBox).text() == "Chỉ tiêu đang gõ chưa được thêm hay lưu."
    driver.press(Key.Key_Escape)  # stay
    assert dialog.table.currentIndex().row() == 0
    assert dialog.form.at_least.text() == "2,5"
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    driver.click(driver.dialog(QMessageBox).buttons()[0])
    assert dialog.table.currentIndex().row() == 1
    assert dialog.form.at_least.text() == "4"
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    assert dialog.form.at_least.text() == "2"  # nothing was typed: nothing is asked


def test_a_dialog_in_which_nothing_is_left_unwritten_closes_at_once(
    driver: Driver, dialog: GoalsDialog
) -> None:
    fill(dialog.form.at_least, "2,5")
    dialog.change.click()
    driver.press(Key.Key_Escape)
    assert driver.dialogs() == []


def test_a_changed_goal_is_kept_only_when_it_is_saved(driver: Driver, dialog: GoalsDialog) -> None:
    window = driver.window
    assert not dialog.change.isEnabled()
    fill(dialog.form.at_least, "2,1")
    assert dialog.change.isEnabled()
    dialog.change.click()
    assert shown(dialog, 0, GoalPlace.VERDICT).startswith("chưa đạt")
    window.document.undo_stack.undo()
    assert shown(dialog, 0, GoalPlace.VERDICT) == "✓ đạt"


def test_a_removed_goal_comes_back_by_undo(driver: Driver, dialog: GoalsDialog) -> None:
    window = driver.window
    dialog.remove.click()
    assert dialog.model.rowCount() == 1
    window.document.undo_stack.undo()
    assert dialog.model.rowCount() == 2


@pytest.mark.parametrize(
    ("at_least", "at_most", "told"),
    [
        ("", "", "không để trống"),
        ("1.5", "", "dấu phẩy"),
        ("120", "", "không quá 100"),
        ("0", "", "lớn hơn 0"),
        ("3", "2", "viết ngược"),
        ("1", "x", "không phải là số"),
    ],
)
def test_what_cannot_be_a_goal_is_refused_where_it_is_typed(
    driver: Driver, dialog: GoalsDialog, at_least: str, at_most: str, told: str
) -> None:
    window = driver.window
    fill(dialog.form.at_least, at_least)
    fill(dialog.form.at_most, at_most)
    dialog.add.click()
    assert told in dialog.form.refusal
    assert window.document.undo_stack.count() == 0


def test_the_same_goal_twice_is_refused(dialog: GoalsDialog) -> None:
    dialog.add.click()
    assert "đã có" in dialog.form.refusal


def test_the_reading_is_a_choice_with_its_meaning_and_an_undo_step(
    driver: Driver, dialog: GoalsDialog
) -> None:
    window = driver.window
    assert dialog.exact.isChecked()
    choose(dialog.form.unit, "krong-no")
    fill(dialog.form.at_least, "0,8")
    dialog.add.click()
    assert shown(dialog, 2, GoalPlace.VERDICT) == "chưa đạt"
    assert shown(dialog, 2, GoalPlace.SPARE) == "thiếu 3 hộ"
    dialog.rounded.click()
    assert reading(window) == "rounded"
    assert shown(dialog, 2, GoalPlace.VERDICT) == "✓ đạt theo số làm tròn"
    window.document.undo_stack.undo()
    assert reading(window) == "exact"


def test_the_words_of_a_new_goal_are_not_cut(dialog: GoalsDialog) -> None:
    while dialog.model.rowCount():
        dialog.remove.click()
    fill(dialog.form.at_least, "1,5")
    dialog.add.click()
    for place in (GoalPlace.UNIT, GoalPlace.DEMAND, GoalPlace.VERDICT):
        words = dialog.table.fontMetrics().horizontalAdvance(shown(dialog, 0, place))
        assert dialog.table.columnWidth(place) > words


def test_a_goal_without_data_leads_to_its_table(driver: Driver, dialog: GoalsDialog) -> None:
    window = driver.window
    dialog.table.setCurrentIndex(dialog.model.index(1, 0))
    assert dialog.enter.isEnabled()
    dialog.enter.click()
    assert window.document.question.series is Series.DTTS_LOCAL_POOR
    assert not dialog.isVisible()


def test_the_panel_links_a_goal_without_data_to_its_first_empty_cell(driver: Driver) -> None:
    window = driver.window
    lines = parts(window).panel.result.goals.lines
    assert lines[1].enter.isVisibleTo(parts(window).panel)
    lines[1].enter.click()
    assert window.document.question.series is Series.DTTS_LOCAL_POOR
    assert window.sheet.current_unit == "krong-no"
    assert "DTTS tại chỗ" in parts(window).messages.text
