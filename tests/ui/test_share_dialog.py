"""Sharing a total in the window: typed, locked, seen and done in one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from dnplanner.core.entry import Cell
from dnplanner.core.plan import Pinned
from dnplanner.core.sharing import Weighting
from dnplanner.models.share_columns import Place
from dnplanner.ui.share_dialog import ShareDialog
from tests.ui.driving import CONTROL, put_on_clipboard
from tests.ui.target_windows import opened, parts

if TYPE_CHECKING:
    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

TUY_DUC = 5


@pytest.fixture
def dialog(driver: Driver) -> ShareDialog:
    window = driver.window
    parts(window).targets.share.trigger()
    return opened(window, ShareDialog)


def choose(box: QComboBox, value: object) -> None:
    place = box.findData(value)
    assert place >= 0
    box.setCurrentIndex(place)
    box.activated.emit(place)


def type_total(dialog: ShareDialog, text: str) -> None:
    dialog.total.selectAll()
    QTest.keyClicks(dialog.total, text)


def type_into(dialog: ShareDialog, row: int, place: Place, text: str) -> None:
    body = dialog.table.body
    body.setCurrentIndex(dialog.model.index(row, place))
    QTest.keyClicks(body, text[0])  # typing opens the cell
    [editor] = [field for field in body.findChildren(QLineEdit) if field.isVisible()]
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert shown(dialog, row, place) == text


def shown(dialog: ShareDialog, row: int, place: Place) -> str:
    return str(dialog.model.index(row, place).data())


def test_it_opens_with_the_goal_from_above_ready_to_be_shared(dialog: ShareDialog) -> None:
    assert dialog.total.text() == "2"
    assert Pinned(dialog.kind.currentData()) is Pinned.POINTS
    assert dialog.ok.isEnabled()
    assert "3.361 hộ" in dialog.message


def test_the_preview_follows_every_keystroke(dialog: ShareDialog) -> None:
    choose(dialog.kind, Pinned.REDUCTION)
    type_total(dialog, "3415")
    assert shown(dialog, 0, Place.AFTER) == "289"
    assert "3.415 hộ" in dialog.message


def test_another_unit_of_the_total_says_the_same_in_other_words(dialog: ShareDialog) -> None:
    choose(dialog.kind, Pinned.REDUCTION)
    assert dialog.total.text() == "3.361"
    choose(dialog.kind, Pinned.RATE_END)
    assert dialog.total.text() == "3,18"


def test_ok_is_one_undo_step(driver: Driver, dialog: ShareDialog) -> None:
    window = driver.window
    before = window.document.plan
    choose(dialog.kind, Pinned.REDUCTION)
    type_total(dialog, "3415")
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert window.document.evaluation.row("dak-glong").reduction == 978
    window.document.undo_stack.undo()
    assert window.document.plan == before


def test_cancel_changes_nothing(driver: Driver, dialog: ShareDialog) -> None:
    window = driver.window
    dialog.reject()
    assert window.document.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("typed", "told"),
    [("9000", "vượt 162 hộ"), ("", "không để trống"), ("33a", "không phải là số")],
)
def test_an_impossible_total_is_refused_where_it_is_typed(
    dialog: ShareDialog, typed: str, told: str
) -> None:
    choose(dialog.kind, Pinned.REDUCTION)
    dialog.total.clear()
    dialog.total.textEdited.emit("")
    QTest.keyClicks(dialog.total, typed)
    assert told in dialog.message
    assert not dialog.ok.isEnabled()


def test_a_lock_that_alone_exceeds_the_total_says_by_how_much(dialog: ShareDialog) -> None:
    dialog.table.body.setCurrentIndex(dialog.model.index(TUY_DUC, Place.LOCK))
    QTest.keyClick(dialog.table.body, Qt.Key.Key_Space)
    choose(dialog.kind, Pinned.REDUCTION)
    type_total(dialog, "1000")
    assert "Tuy Đức khóa ở 1.400 hộ" in dialog.message
    assert "thừa 400 hộ" in dialog.message


def test_a_floor_above_its_cap_is_told_and_mended_in_place(dialog: ShareDialog) -> None:
    dialog.model.setData(dialog.model.index(0, Place.FLOOR), "300")
    dialog.model.setData(dialog.model.index(0, Place.CAP), "200")
    assert "chênh 100 hộ" in dialog.message
    dialog.model.setData(dialog.model.index(0, Place.CAP), "")
    assert dialog.ok.isEnabled()


def test_a_badly_written_floor_stays_in_its_cell_and_holds_ok_back(
    driver: Driver, dialog: ShareDialog
) -> None:
    window = driver.window
    body = dialog.table.body
    body.setCurrentIndex(dialog.model.index(0, Place.FLOOR))
    body.edit(body.currentIndex())
    editor = body.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "1.5")
    dialog.accept()
    assert dialog.isVisible()
    assert window.document.undo_stack.count() == 0


def test_two_points_everywhere_caps_three_districts_and_ties(dialog: ShareDialog) -> None:
    choose(dialog.weighting, Weighting.EQUAL_POINTS)
    reasons = {shown(dialog, row, Place.UNIT): shown(dialog, row, Place.REASON) for row in range(8)}
    capped = {name for name, reason in reasons.items() if reason == "giảm hết số hộ hiện có"}
    assert capped == {"Đắk Mil", "Đắk R'Lấp", "Gia Nghĩa"}
    assert "3.361 hộ" in dialog.message
    assert dialog.ok.isEnabled()


def test_the_column_of_weights_shows_only_when_it_counts(dialog: ShareDialog) -> None:
    assert dialog.table.body.isColumnHidden(Place.WEIGHT)
    choose(dialog.weighting, Weighting.COLUMN)
    assert not dialog.table.body.isColumnHidden(Place.WEIGHT)
    assert "trọng số 0" in dialog.message


def test_weights_floors_and_caps_are_typed_in_the_table_and_shared(
    driver: Driver, dialog: ShareDialog
) -> None:
    choose(dialog.kind, Pinned.REDUCTION)
    type_total(dialog, "400")
    choose(dialog.weighting, Weighting.COLUMN)
    for row, weight in enumerate(["1", "1,5", "0,5", "1"]):
        type_into(dialog, row, Place.WEIGHT, weight)
    assert [shown(dialog, row, Place.AFTER) for row in range(4)] == ["100", "150", "50", "100"]
    type_into(dialog, 1, Place.CAP, "100")
    type_into(dialog, 2, Place.FLOOR, "80")
    driver.click(dialog.ok)
    below = [driver.text(name, Cell.REDUCTION) for name in driver.names()]
    assert below == ["110", "100", "80", "110", "0", "0", "0", "0"]
    assert driver.document.undo_stack.count() == 1


def test_a_column_of_floors_is_pasted_and_emptied(dialog: ShareDialog) -> None:
    body = dialog.table.body
    body.setCurrentIndex(dialog.model.index(1, Place.FLOOR))
    put_on_clipboard("320\n200\n")
    QTest.keyClick(body, Qt.Key.Key_V, CONTROL)
    assert [shown(dialog, row, Place.FLOOR) for row in range(4)] == ["", "320", "200", ""]
    body.selectColumn(Place.FLOOR)
    QTest.keyClick(body, Qt.Key.Key_Delete)
    assert [shown(dialog, row, Place.FLOOR) for row in range(4)] == [""] * 4


def test_a_pasted_column_with_a_bad_number_is_refused_whole(dialog: ShareDialog) -> None:
    body = dialog.table.body
    body.setCurrentIndex(dialog.model.index(0, Place.CAP))
    put_on_clipboard("320\nnhiều\n")
    QTest.keyClick(body, Qt.Key.Key_V, CONTROL)
    assert [shown(dialog, row, Place.CAP) for row in range(2)] == ["", ""]
    assert "“nhiều” không phải là số" in dialog.message


def test_enter_goes_down_and_stays_in_the_dialog(dialog: ShareDialog) -> None:
    body = dialog.table.body
    body.setCurrentIndex(dialog.model.index(0, Place.FLOOR))
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert (body.currentIndex().row(), body.currentIndex().column()) == (1, Place.FLOOR)
    assert dialog.isVisible()


def test_the_reason_of_the_current_row_is_spelt_out(dialog: ShareDialog) -> None:
    dialog.table.body.setCurrentIndex(dialog.model.index(TUY_DUC, Place.AFTER))
    assert any("Tuy Đức: " in label.text() for label in dialog.findChildren(QLabel))
