"""History, versions, comparison and backups, as a user meets them in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QProgressBar
from python_calamine import CalamineWorkbook

from dnplanner.core.entry import Cell
from dnplanner.core.scenarios import duplicate_scenario
from dnplanner.storage.document_file import load
from dnplanner.storage.inspection import read_snapshot
from dnplanner.storage.samples import sample
from dnplanner.ui.backups_dialog import BackupsDialog
from dnplanner.ui.comparison_dialog import ComparisonDialog
from dnplanner.ui.history_dialog import HistoryDialog
from dnplanner.ui.name_dialog import NameDialog
from tests.ui.documents import (
    KEPT,
    choose,
    lines,
    reduce,
    reduction,
    saved_sample,
    start,
    status,
    undo_text,
)
from tests.ui.driving import CONTROL, Driver, Key, until

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton

    from dnplanner.ui.line_dialog import LineDialog


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved_sample(tmp_path / "Kế hoạch 2024.dnplan")


@pytest.fixture
def changed(driver: Driver, file: Path) -> Driver:
    """A file with three changes in it, the last one undone."""
    start(driver, file)
    reduce(driver, "1350")
    reduce(driver, "1300")
    reduce(driver, "150", unit="Đắk Song")
    driver.press(Key.Key_Z, CONTROL)
    return driver


def history(driver: Driver) -> HistoryDialog:
    driver.press(Key.Key_H, CONTROL)
    dialog = driver.dialog(HistoryDialog)
    until(lambda: "thay đổi" in dialog.note.text() and "Đang đọc" not in dialog.note.text())
    return dialog


def sentences(dialog: LineDialog) -> list[str]:
    return [line[3] for line in lines(dialog)]


def button(dialog: LineDialog, text: str) -> QAbstractButton:
    return next(each for each in dialog.buttons.buttons() if each.text() == text)


ALL = [
    "Hoàn tác: Đắk Song, hộ nghèo giảm năm 2024: 140 → 150",
    "Đắk Song, hộ nghèo giảm năm 2024: 140 → 150",
    "Tuy Đức, hộ nghèo giảm năm 2024: 1.350 → 1.300",
    "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350",
]
FIRST = "Ban đầu, trước mọi thay đổi"


def test_the_history_tells_every_change_latest_first(changed: Driver) -> None:
    dialog = history(changed)
    assert sentences(dialog) == [*ALL, FIRST]
    assert [line[0] for line in lines(dialog)] == ["4", "3", "2", "1", ""]
    assert all(line[1] and line[2] for line in lines(dialog)[:-1])
    assert dialog.note.text() == "4 trong 4 thay đổi"


def test_the_history_is_complete_right_after_a_change(changed: Driver) -> None:
    """The writer may not have come to the last change yet; it is waited for."""
    changed.enter("Tuy Đức", Cell.REDUCTION, "1250")
    assert sentences(history(changed))[0] == "Tuy Đức, hộ nghèo giảm năm 2024: 1.300 → 1.250"


@pytest.mark.parametrize(("typed", "left"), [("Tuy Đức", 2), ("dak song", 2), ("1.350", 2)])
def test_the_history_is_filtered_by_what_is_typed(typed: str, left: int, changed: Driver) -> None:
    dialog = history(changed)
    dialog.filter.setText(typed)
    assert len(lines(dialog)) == left
    assert dialog.note.text() == f"{left} trong 4 thay đổi"


def test_the_history_of_one_cell_comes_from_its_menu(changed: Driver) -> None:
    changed.enter("Tuy Đức", Cell.POOR_START, "3130")
    changed.go_to("Tuy Đức", Cell.REDUCTION)
    changed.parts.documents.show_cell_history()
    dialog = changed.dialog(HistoryDialog)
    until(lambda: bool(lines(dialog)))
    assert sentences(dialog) == ALL[2:]
    assert dialog.note.text().startswith("Tuy Đức, hộ nghèo giảm năm 2024 · 2 trong 5")


def test_without_changes_the_history_says_so(driver: Driver, file: Path) -> None:
    start(driver, file)
    driver.press(Key.Key_H, CONTROL)
    dialog = driver.dialog(HistoryDialog)
    until(lambda: dialog.note.text() == "Chưa có thay đổi nào.")
    assert not button(dialog, "Quay về thời điểm này").isEnabled()


def test_going_back_is_a_change_that_can_be_undone(changed: Driver) -> None:
    dialog = history(changed)
    dialog.choose_row(3)
    changed.click(button(dialog, "Quay về thời điểm này"))
    assert not changed.dialogs()
    assert reduction(changed) == "1.350"
    changed.press(Key.Key_Z, CONTROL)
    assert reduction(changed) == "1.300"
    until(lambda: status(changed).startswith(KEPT))


def test_going_back_survives_saving_and_reopening(changed: Driver, file: Path) -> None:
    dialog = history(changed)
    dialog.choose_row(3)
    changed.click(button(dialog, "Quay về thời điểm này"))
    changed.press(Key.Key_S, CONTROL)
    until(lambda: status(changed).startswith("✓ Đã lưu"))
    changed.open(file)
    assert undo_text(changed).startswith("Hoàn tác ")
    changed.press(Key.Key_Z, CONTROL)
    assert reduction(changed) == "1.300"


def name_version(driver: Driver, dialog: HistoryDialog, name: str) -> NameDialog:
    driver.click(button(dialog, "Đặt tên trạng thái hiện tại…"))
    asking = driver.dialog(NameDialog)
    asking.field.setText(name)
    asking.accept()
    return asking


def test_a_named_version_is_shown_and_travels_in_the_file(changed: Driver, file: Path) -> None:
    changed.press(Key.Key_S, CONTROL)
    until(lambda: status(changed).startswith("✓ Đã lưu"))
    dialog = history(changed)
    name_version(changed, dialog, "Bản trình UBND 15/02")
    until(lambda: lines(dialog)[0][4] == "Bản trình UBND 15/02")
    dialog.reject()
    assert changed.window.isWindowModified()  # the name is not in the file yet
    changed.press(Key.Key_S, CONTROL)
    until(lambda: not changed.window.isWindowModified())
    (version,) = read_snapshot(file).versions
    assert (version.name, version.sequence) == ("Bản trình UBND 15/02", 4)


def test_a_version_needs_a_name(changed: Driver) -> None:
    dialog = history(changed)
    asking = name_version(changed, dialog, "   ")
    assert asking.isVisible()
    asking.reject()
    assert changed.parts.keeper.versions == []


def comparison(driver: Driver) -> ComparisonDialog:
    """The open comparison, once everything is compared."""
    until(lambda: bool(driver.window.findChildren(ComparisonDialog)))
    dialog = driver.dialog(ComparisonDialog)
    until(lambda: not dialog.is_busy)
    return dialog


def compared(driver: Driver, dialog: HistoryDialog, text: str) -> ComparisonDialog:
    driver.click(button(dialog, text))
    return comparison(driver)


def choose_rows(dialog: HistoryDialog, *rows: int) -> None:
    """What a click, and clicks with Ctrl held, do."""
    dialog.view.clearSelection()
    flag = QItemSelectionModel.SelectionFlag
    for row in rows:
        dialog.view.selectionModel().select(dialog.model.index(row, 0), flag.Select | flag.Rows)


def test_going_back_to_before_all_changes_is_possible_too(changed: Driver) -> None:
    dialog = history(changed)
    dialog.choose_row(4)
    changed.click(button(dialog, "Quay về thời điểm này"))
    assert reduction(changed) == "1.400"
    assert changed.document.plan.tables == sample().tables


def test_two_past_states_are_compared_and_the_difference_goes_to_excel(
    changed: Driver, tmp_path: Path
) -> None:
    dialog = history(changed)
    assert not button(dialog, "So sánh hai thời điểm…").isEnabled()
    choose_rows(dialog, 4, 1)  # before all, and before the last one was undone
    assert not button(dialog, "Quay về thời điểm này").isEnabled()
    assert not button(dialog, "So sánh với hiện tại…").isEnabled()
    found_out = compared(changed, dialog, "So sánh hai thời điểm…")
    assert found_out.windowTitle() == "So sánh: ban đầu và sau thay đổi số 3"
    found = lines(found_out)
    assert ["Tuy Đức", "hộ nghèo giảm năm 2024", "1.400", "1.300", "−100"] in found
    assert ["Đắk Song", "hộ nghèo giảm năm 2024", "140", "150", "+10"] in found
    changed.click(button(found_out, "Xuất Excel…"))
    target = tmp_path / "hai thời điểm.xlsx"
    choose(changed, target)
    until(lambda: found_out.note.text().startswith("Đã xuất"))
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == found_out.windowTitle()
    assert ["Đắk Song", "hộ nghèo giảm năm 2024", 140.0, 150.0, 10.0] in rows


def test_two_states_are_chosen_with_the_keyboard(changed: Driver) -> None:
    dialog = history(changed)
    dialog.view.setFocus()
    changed.press(Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.chosen_rows() == [0, 1]
    assert lines(compared(changed, dialog, "So sánh hai thời điểm…"))[0][2:] == [
        "150",
        "140",
        "−10",
    ]


def test_named_versions_are_compared_by_their_names(changed: Driver) -> None:
    dialog = history(changed)
    name_version(changed, dialog, "Bản trình UBND 15/02")
    until(lambda: lines(dialog)[0][4] == "Bản trình UBND 15/02")
    choose_rows(dialog, 0, 3)
    found_out = compared(changed, dialog, "So sánh hai thời điểm…")
    assert found_out.windowTitle() == "So sánh: sau thay đổi số 1 và “Bản trình UBND 15/02”"
    assert lines(found_out)[0][2:] == ["1.350", "1.300", "−50"]


def test_a_version_named_before_any_change_is_shown(driver: Driver, file: Path) -> None:
    start(driver, file)
    driver.press(Key.Key_H, CONTROL)
    dialog = driver.dialog(HistoryDialog)
    until(lambda: dialog.note.text() == "Chưa có thay đổi nào.")
    name_version(driver, dialog, "Bản tỉnh giao")
    until(lambda: [line[3:] for line in lines(dialog)] == [[FIRST, "Bản tỉnh giao"]])


def test_any_state_is_compared_with_now(changed: Driver) -> None:
    dialog = history(changed)
    dialog.choose_row(3)
    found = lines(compared(changed, dialog, "So sánh với hiện tại…"))
    assert ["Tuy Đức", "hộ nghèo giảm năm 2024", "1.350", "1.300", "−50"] in found
    assert [line[0] for line in found][-1] == "Toàn tỉnh"


def test_the_difference_goes_to_excel_and_texts_stay_texts(changed: Driver, tmp_path: Path) -> None:
    other = saved_sample(tmp_path / "=HYPERLINK.dnplan")
    changed.parts.documents.compare_with_file()
    choose(changed, other)
    dialog = comparison(changed)
    changed.click(button(dialog, "Xuất Excel…"))
    target = tmp_path / "so sánh.xlsx"
    choose(changed, target)
    until(lambda: dialog.note.text().startswith("Đã xuất"))
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert rows[0][0] == "So sánh: =HYPERLINK.dnplan và kế hoạch đang mở"
    assert rows[1] == ["Đơn vị", "Ô", "Trước", "Sau", "Chênh lệch"]
    assert ["Tuy Đức", "hộ nghèo giảm năm 2024", 1400.0, 1300.0, -100.0] in rows
    assert len(rows) == 2 + len(lines(dialog))


def test_equal_files_are_said_to_be_equal(driver: Driver, file: Path, tmp_path: Path) -> None:
    start(driver, file)
    driver.parts.documents.compare_with_file()
    choose(driver, saved_sample(tmp_path / "giống.dnplan"))
    dialog = comparison(driver)
    assert dialog.note.text() == "Hai bản giống hệt nhau."
    assert not button(dialog, "Xuất Excel…").isEnabled()


def test_while_two_files_are_compared_the_way_goes_on_and_can_be_left(
    driver: Driver, file: Path, tmp_path: Path
) -> None:
    start(driver, file)
    driver.parts.documents.compare_with_file()
    choose(driver, saved_sample(tmp_path / "khác.dnplan"))
    (dialog,) = driver.window.findChildren(ComparisonDialog)
    assert dialog.is_busy
    assert dialog.reading.isVisible()
    assert dialog.reading.accessibleName() == "Đang so sánh…"
    dialog.reject()
    driver.wait_for_work()
    assert not driver.window.findChildren(ComparisonDialog)
    assert driver.message() == ""


def test_the_bar_follows_the_work(changed: Driver, tmp_path: Path) -> None:
    changed.parts.documents.compare_with_file()
    choose(changed, saved_sample(tmp_path / "khác.dnplan"))
    dialog = comparison(changed)
    (bar,) = dialog.reading.findChildren(QProgressBar)
    assert bar.maximum() > 0
    assert not dialog.reading.isVisible()
    assert dialog.view.isVisible()


def test_a_damaged_file_is_not_compared(driver: Driver, file: Path, tmp_path: Path) -> None:
    start(driver, file)
    bad = tmp_path / "hỏng.dnplan"
    bad.write_bytes(file.read_bytes()[:-5000])
    driver.parts.documents.compare_with_file()
    choose(driver, bad)
    until(lambda: driver.message() != "")
    assert driver.message().startswith("hỏng.dnplan: Tệp bị cụt")


def test_scenarios_are_compared(changed: Driver) -> None:
    changed.parts.documents.compare_with_reference()
    assert changed.message() == "Chỉ có một phương án: hãy nhân bản rồi so sánh."
    plan = changed.document.plan
    copied = duplicate_scenario(plan, plan.outline.scenarios[0], "thap", "PA 2")
    changed.document.perform(copied)
    assert changed.document.question.scenario == "thap"
    reduce(changed, "1200")
    changed.parts.documents.compare_with_reference()
    found = lines(comparison(changed))
    assert any(line[2:] == ["1.300", "1.200", "−100"] for line in found)


def test_backups_are_listed_and_open_as_a_new_document(changed: Driver, file: Path) -> None:
    changed.press(Key.Key_S, CONTROL)
    until(lambda: status(changed).startswith("✓ Đã lưu"))
    reduce(changed, "1250")
    changed.press(Key.Key_S, CONTROL)
    until(lambda: not changed.window.isWindowModified())
    changed.parts.documents.show_backups()
    dialog = changed.dialog(BackupsDialog)
    assert [line[0] for line in lines(dialog)] == ["3", "2", "1"]  # also what was opened
    assert all(line[2].endswith(" kB") for line in lines(dialog))
    dialog.view.selectRow(1)
    changed.click(button(dialog, "Mở thành kế hoạch mới"))
    until(lambda: reduction(changed) == "1.300")
    assert changed.document.path is None
    changed.wait_for_work()
    assert load(file).tables != changed.document.plan.tables


def test_without_backups_it_is_said_when_they_are_made(driver: Driver, file: Path) -> None:
    start(driver, file)
    driver.parts.documents.show_backups()
    dialog = driver.dialog(BackupsDialog)
    assert dialog.note.text().startswith("Chưa có bản sao lưu nào.")
    assert not button(dialog, "Mở thành kế hoạch mới").isEnabled()
