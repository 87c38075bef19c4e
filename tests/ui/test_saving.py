"""Opening, saving and closing: nothing is lost without being asked for."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from dnplanner.core.entry import Cell
from dnplanner.storage import document_file, seal
from dnplanner.storage.samples import sample
from tests.ui.driving import CONTROL, Driver, Key, until

if TYPE_CHECKING:
    from pathlib import Path

Button = QMessageBox.StandardButton


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A document of somebody else's."""
    path = tmp_path / "kế hoạch.dnplan"
    document_file.save(sample(), path)
    return path


def reduction_in(path: Path) -> str:
    from dnplanner.models.document import Document

    return str(Document(document_file.load(path)).total.reduction)


def test_what_was_saved_opens_again(driver: Driver, tmp_path: Path) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.save_to(tmp_path / "mới.dnplan")
    assert reduction_in(tmp_path / "mới.dnplan") == "3365"
    assert driver.document.undo_stack.isClean()
    assert driver.parts.status.saved.text().startswith("✓ Đã lưu ")
    assert driver.window.windowTitle() == "mới.dnplan[*] — DN Planner"
    assert not driver.window.isWindowModified()


def test_saving_takes_the_value_that_is_being_typed(driver: Driver, saved: Path) -> None:
    driver.open(saved)
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.write("1350")
    driver.press(Key.Key_S, CONTROL)
    driver.wait_for_saving()
    assert reduction_in(saved) == "3365"


def test_saving_takes_the_growth_that_is_being_typed(driver: Driver, saved: Path) -> None:
    driver.open(saved)
    field = driver.parts.panel.assumptions.amount
    field.setFocus()
    field.selectAll()
    driver.write("300")
    driver.press(Key.Key_S, CONTROL)
    driver.wait_for_saving()
    assert driver.text("Toàn tỉnh", Cell.HOUSEHOLDS_END) == "172.950"


def test_a_refused_value_stops_saving(driver: Driver, saved: Path) -> None:
    driver.open(saved)
    before = saved.read_bytes()
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    driver.press(Key.Key_S, CONTROL)
    driver.wait_for_work()
    assert driver.refusal()
    assert driver.editor() is not None
    assert saved.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Tệp rỗng"),
        (b"<html><body>404</body></html>", "trang web"),
        (b"PK\x03\x04 a workbook", "Excel"),
        (b"some text", "không phải tệp của DN Planner"),
    ],
)
def test_a_foreign_file_is_refused_in_one_sentence_and_left_alone(
    driver: Driver, tmp_path: Path, content: bytes, reason: str
) -> None:
    path = tmp_path / "lạ.dnplan"
    path.write_bytes(content)
    plan = driver.document.plan
    driver.open(path)
    assert driver.message().startswith("lạ.dnplan: ")
    assert reason in driver.message()
    assert driver.document.plan is plan
    assert path.read_bytes() == content


def test_a_cut_off_file_is_refused(driver: Driver, saved: Path) -> None:
    content = saved.read_bytes()[:-5000]
    saved.write_bytes(content)
    driver.open(saved)
    assert driver.message().startswith("kế hoạch.dnplan: Tệp bị")
    assert saved.read_bytes() == content


def test_a_newer_file_is_refused(driver: Driver, saved: Path) -> None:
    with sqlite3.connect(saved) as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    content = saved.read_bytes().replace(seal.MARK, bytes(len(seal.MARK)))
    saved.write_bytes(content)
    driver.open(saved)
    assert "mới hơn" in driver.message()
    assert saved.read_bytes() == content


def test_a_missing_file_is_told(driver: Driver, tmp_path: Path) -> None:
    driver.open(tmp_path / "không có.dnplan")
    assert "Không tìm thấy tệp" in driver.message()


def test_saving_where_there_is_no_folder_is_told(driver: Driver, tmp_path: Path) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.save_to(tmp_path / "gone" / "mới.dnplan")
    assert driver.message()
    assert not driver.document.undo_stack.isClean()
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.350"


def test_closing_asks_about_unsaved_changes_and_can_be_cancelled(driver: Driver) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    assert not driver.window.close()
    question = driver.dialog(QMessageBox)
    assert question.text() == "Kế hoạch có thay đổi chưa lưu."
    words = [question.button(each).text() for each in (Button.Save, Button.Discard, Button.Cancel)]
    assert words == ["Lưu", "Không lưu", "Hủy"]
    driver.answer(Button.Cancel)
    assert driver.window.isVisible()
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.350"


def test_closing_without_saving_closes(driver: Driver) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.window.close()
    driver.answer(Button.Discard)
    assert not driver.window.isVisible()


def test_closing_with_saving_writes_first(driver: Driver, saved: Path) -> None:
    driver.open(saved)
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.window.close()
    driver.answer(Button.Save)
    until(lambda: not driver.window.isVisible())
    assert reduction_in(saved) == "3365"


def test_a_refused_value_keeps_the_window_open(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    assert not driver.window.close()
    assert driver.refusal()
    assert driver.dialogs() == []


def test_opening_another_file_asks_first(driver: Driver, saved: Path) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.parts.files.open_path(saved)
    driver.answer(Button.Cancel)
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.350"
    driver.parts.files.open_path(saved)
    driver.answer(Button.Discard)
    driver.wait_for_work()
    assert driver.document.path == saved
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"


def test_recent_files_are_remembered_newest_first(driver: Driver, saved: Path) -> None:
    other = saved.with_name("khác.dnplan")
    other.write_bytes(saved.read_bytes())
    driver.open(saved)
    driver.open(other)
    assert driver.window.preferences.recent[:2] == [other, saved]
    menus = driver.window.menuBar().findChildren(QMenu)
    recent = next(menu for menu in menus if menu.title() == "Mở &gần đây")
    recent.aboutToShow.emit()
    assert [action.text() for action in recent.actions()][:2] == ["khác.dnplan", "kế hoạch.dnplan"]
    recent.actions()[1].trigger()
    driver.wait_for_work()
    assert driver.document.path == saved


def test_the_open_dialog_shows_documents_only(driver: Driver) -> None:
    driver.press(Key.Key_O, CONTROL)
    dialog = driver.dialog(QFileDialog)
    assert dialog.nameFilters() == ["Kế hoạch DN Planner (*.dnplan)"]
    dialog.reject()


def test_a_disk_that_keeps_nothing_does_not_lose_a_save(driver: Driver, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("no folder", encoding="utf-8")
    driver.keep()
    driver.parts.messages.hide()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.parts.files.save_as()
    asking = driver.dialog(QFileDialog)
    asking.fileSelected.emit(str(tmp_path / "mới.dnplan"))
    asking.close()
    until(lambda: (tmp_path / "mới.dnplan").exists() or driver.message() != "")
    assert (tmp_path / "mới.dnplan").exists() or not driver.document.undo_stack.isClean()
