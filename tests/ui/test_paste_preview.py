"""Looking at what a paste would do before it does it, and blocks that fit only when turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from dnplanner.core.entry import Cell
from dnplanner.ui.paste_dialog import PasteDialog
from dnplanner.ui.paste_preview import PastePreview
from tests.ui.driving import ALT, CONTROL, SHIFT, Driver, Key, put_on_clipboard, settle_down, until
from tests.ui.intake_driving import flat_plan, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan

ACROSS = "181\t311\t101"
"""Three values beside each other, for a column at whose right there is room for two."""


def paste(driver: Driver, name: str, cell: Cell, text: str) -> None:
    put_on_clipboard(text)
    driver.go_to(name, cell)
    driver.press(Key.Key_V, CONTROL)


def preview(driver: Driver, name: str, cell: Cell, text: str) -> PastePreview:
    put_on_clipboard(text)
    driver.go_to(name, cell)
    driver.press(Key.Key_V, CONTROL | SHIFT)
    return driver.dialog(PastePreview)


def choose_last(driver: Driver, questions: PasteDialog) -> None:
    """Take the last reading of the current number."""
    QTest.keyClick(questions.box, Key.Key_End)
    driver.click(questions.put)


def steps(driver: Driver) -> int:
    return driver.document.undo_stack.count()


def test_a_block_that_fits_only_turned_is_asked_about_first(driver: Driver) -> None:
    paste(driver, "Krông Nô", Cell.POOR_END, ACROSS)
    dialog = driver.dialog(PastePreview)
    assert "1 dòng × 3 cột" in dialog.note.text()
    assert "3 dòng × 1 cột" in dialog.note.text()
    assert [line[0] for line in texts(dialog.view)] == ["Krông Nô", "Cư Jút", "Đắk Mil"]
    assert [line[3] for line in texts(dialog.view)] == ["181", "311", "101"]
    assert {line[1] for line in texts(dialog.view)} == {"hộ nghèo còn lại cuối năm 2024"}
    assert steps(driver) == 0


def test_what_is_left_out_is_quoted_as_it_was_copied(driver: Driver) -> None:
    dialog = preview(driver, "Krông Nô", Cell.REDUCTION, "160\tx")
    unit, _, before, after, reason = texts(dialog.view)[0]
    assert (unit, before, after) == ("Krông Nô", "0,8", "không dán")
    assert reason.startswith("“x”: ")


def test_enter_pastes_it_turned(driver: Driver) -> None:
    paste(driver, "Krông Nô", Cell.POOR_END, ACROSS)
    driver.dialog(PastePreview)
    driver.press(Key.Key_Return)
    assert not driver.dialogs()
    assert driver.text("Cư Jút", Cell.POOR_END) == "311"
    assert driver.text("Đắk Mil", Cell.POOR_END) == "101"
    assert steps(driver) == 1


def test_what_is_open_as_it_was_copied_can_be_had_with_the_keyboard(driver: Driver) -> None:
    before = driver.text("Cư Jút", Cell.POOR_END)
    paste(driver, "Krông Nô", Cell.POOR_END, ACROSS)
    driver.dialog(PastePreview)
    driver.press(Key.Key_S, ALT)
    until(lambda: not driver.dialogs())
    assert driver.text("Krông Nô", Cell.POOR_END) == "181"
    assert driver.text("Cư Jút", Cell.POOR_END) == before
    assert "ngoài bảng" in driver.message()


def test_escape_pastes_nothing(driver: Driver) -> None:
    paste(driver, "Krông Nô", Cell.POOR_END, ACROSS)
    driver.dialog(PastePreview)
    driver.press(Key.Key_Escape)
    assert not driver.dialogs()
    assert steps(driver) == 0


def test_pasting_as_copied_is_offered_only_where_something_would_land(driver: Driver) -> None:
    paste(driver, "Krông Nô", Cell.RATE_END, "một\t3,00")
    assert driver.dialog(PastePreview).as_copied is None


def test_a_block_that_fits_is_pasted_without_a_question(driver: Driver) -> None:
    paste(driver, "Krông Nô", Cell.REDUCTION, "181\n311\n101")
    assert not driver.dialogs()
    assert driver.text("Đắk Mil", Cell.REDUCTION) == "101"


def test_a_row_of_many_columns_is_turned_in_a_thread(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(flat_plan(300))
    put_on_clipboard("\t".join("7" for _ in range(300)))
    driver.go_to("Xã số 1", Cell.REDUCTION)
    driver.parts.editing.paste()
    assert not driver.window.sheet.isEnabled()
    until(lambda: bool(driver.dialogs()))
    dialog = driver.dialog(PastePreview)
    assert len(texts(dialog.view)) == 300
    driver.click(dialog.put)
    until(lambda: steps(driver) == 1)
    assert driver.text("Xã số 300", Cell.REDUCTION) == "7"


def test_doubtful_numbers_of_a_turned_block_are_asked_after_the_turn(driver: Driver) -> None:
    paste(driver, "Krông Nô", Cell.RATE_END, "0,0278\t0,0231")
    dialog = driver.dialog(PastePreview)
    assert texts(dialog.view)[0][3] == "0,0278"
    assert texts(dialog.view)[0][4] != ""
    driver.press(Key.Key_Return)
    questions = driver.dialog(PasteDialog)
    assert [line[0] for line in texts(questions.view)] == ["Krông Nô", "Cư Jút"]
    choose_last(driver, questions)
    assert driver.text("Krông Nô", Cell.RATE_END) == "2,78"


def test_a_preview_says_what_changes_and_what_is_left_out(driver: Driver) -> None:
    was = driver.text("Krông Nô", Cell.REDUCTION)
    dialog = preview(driver, "Krông Nô", Cell.REDUCTION, "181\nmột\n101")
    assert [line[:4] for line in texts(dialog.view)] == [
        ["Cư Jút", "hộ nghèo giảm năm 2024", "300", "không dán"],
        ["Krông Nô", "hộ nghèo giảm năm 2024", was, "181"],
        ["Đắk Mil", "hộ nghèo giảm năm 2024", "100", "101"],
    ]
    assert texts(dialog.view)[0][4] == dialog.reason.text()
    assert dialog.reason.text().startswith("“một” không phải là số")
    assert dialog.note.text().startswith("2 ô của khối sẽ thay đổi")
    assert "1 ô không dán được" in dialog.note.text()
    assert steps(driver) == 0
    driver.press(Key.Key_Down)
    assert not dialog.reason.isVisible()


def test_agreeing_makes_what_was_shown_as_one_step(driver: Driver) -> None:
    preview(driver, "Krông Nô", Cell.REDUCTION, "181\nmột\n101")
    driver.press(Key.Key_Return)
    assert not driver.dialogs()
    assert driver.text("Krông Nô", Cell.REDUCTION) == "181"
    assert driver.text("Đắk Mil", Cell.REDUCTION) == "101"
    assert steps(driver) == 1
    assert "một" in driver.message()


def test_leaving_the_preview_changes_nothing(driver: Driver) -> None:
    preview(driver, "Krông Nô", Cell.REDUCTION, "181\n311").reject()
    assert steps(driver) == 0


def test_cells_beyond_the_table_and_rows_of_no_unit_are_shown_too(driver: Driver) -> None:
    dialog = preview(
        driver, "Krông Nô", Cell.REDUCTION, "Krông Nô\t151\nKrông Bông\t9\nCư Jút\t301"
    )
    assert texts(dialog.view)[0][:2] == ["(ngoài bảng)", "dòng 2, cột 1 của khối dán"]
    assert [line[0] for line in texts(dialog.view)[1:]] == ["Krông Nô", "Cư Jút"]


def test_what_changes_nothing_cannot_be_pasted(driver: Driver) -> None:
    dialog = preview(driver, "Krông Nô", Cell.REDUCTION, driver.text("Krông Nô", Cell.REDUCTION))
    assert dialog.note.text() == "Dán khối này không thay đổi gì."
    assert not dialog.put.isEnabled()


def test_doubtful_numbers_are_asked_before_the_preview(driver: Driver) -> None:
    put_on_clipboard("0,0278")
    driver.go_to("Krông Nô", Cell.RATE_END)
    driver.press(Key.Key_V, CONTROL | SHIFT)
    questions = driver.dialog(PasteDialog)
    choose_last(driver, questions)
    assert [line[3] for line in texts(driver.dialog(PastePreview).view)] == ["2,78"]
    assert steps(driver) == 0


def test_a_large_preview_is_worked_out_in_a_thread_and_made_when_agreed_to(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(flat_plan(300))
    put_on_clipboard("\n".join("7" for _ in range(300)))
    driver.go_to("Xã số 1", Cell.REDUCTION)
    driver.parts.editing.paste_previewed()
    assert not driver.window.sheet.isEnabled()
    until(lambda: bool(driver.dialogs()))
    assert len(texts(driver.dialog(PastePreview).view)) == 300
    driver.press(Key.Key_Return)
    assert steps(driver) == 1
    assert driver.text("Xã số 300", Cell.REDUCTION) == "7"


def test_a_preview_of_a_plan_that_changed_since_is_shown_anew(driver: Driver) -> None:
    paste(driver, "Cư Jút", Cell.REDUCTION, "299")
    dialog = preview(driver, "Krông Nô", Cell.REDUCTION, "181\n311")
    driver.document.undo_stack.undo()
    driver.click(dialog.put)
    settle_down()
    again = driver.dialog(PastePreview)
    assert texts(again.view)[1][2:4] == ["300", "311"]
    assert steps(driver) == 1


def test_the_table_of_a_preview_says_its_note_to_a_screen_reader(driver: Driver) -> None:
    dialog = preview(driver, "Krông Nô", Cell.REDUCTION, "181")
    view = dialog.findChild(QTableView)
    assert view is not None
    assert view.accessibleName() == "Dán: xem trước"
    assert view.accessibleDescription() == dialog.note.text()
