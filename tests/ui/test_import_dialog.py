"""Taking one file in through the window: what is shown, asked, refused and changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from bench.intake import Watchdog
from bench.intake import written as large_file
from dnplanner.core.entry import Cell
from dnplanner.ui.import_dialog import ImportDialog
from tests.exchange.appendix_files import Row, numbers, written
from tests.exchange.layouts import FLAT, LETTERHEAD
from tests.exchange.registers import HEAD as REGISTER_HEAD
from tests.exchange.registers import MIXED, household
from tests.ui.intake_driving import (
    PATIENCE,
    Intake,
    column,
    flat_plan,
    intake,
    open_intake,
    own_folder,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dnplanner.core.plan import Plan

__all__ = ["intake", "open_intake", "own_folder"]

DONE = "trở lại"
FROZEN = 0.6
"""Seconds that no thread may take from the window even on a busy computer; bench has the figure."""


def file_with(folder: Path, *changes: tuple[int, int, object], name: str = "so lieu.xlsx") -> Path:
    """The appendix with a letterhead and some cells (row and column from 0) changed."""
    rows = numbers()
    for row, at, value in changes:
        rows[row][at] = value
    lines: list[Row] = [*LETTERHEAD, FLAT, *rows]
    return written(lines, folder / name)


def has_open(dialog: ImportDialog, count: int) -> bool:
    """Whether so many questions have no answer yet."""
    return sum(1 for text in column(dialog.tabs.doubts.view, 3) if "chưa chọn" in text) == count


def test_a_clean_file_shows_its_changes_and_is_taken_in_as_one_step(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (0, 6, 180), (0, 8, 568)))
    assert texts(dialog.tabs.changes) == [["Krông Nô", "hộ nghèo giảm năm 2024", "150", "180"]]
    assert DONE in dialog.status.text()
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "180"
    assert intake.document.undo_stack.count() == 1
    assert "so lieu.xlsx" in intake.message()
    intake.document.undo_stack.undo()
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "150"


def test_the_history_names_the_file_and_its_hash_and_a_backup_was_kept(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (0, 6, 180), (0, 8, 568)))
    intake.click(dialog.accept_button)
    keeper = intake.parts.keeper
    intake.bot.waitUntil(lambda: keeper.is_durable, timeout=PATIENCE)
    source = intake.changes()[-1].source
    assert source.startswith("so lieu.xlsx · SHA-256 ")
    assert len(source.rsplit(" ", 1)[1]) == 64
    assert list((tmp_path / "home").rglob("backups/**/*.dnplan"))


def test_the_programs_own_figures_change_nothing_and_cannot_be_taken(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = intake.import_dialog(file_with(tmp_path))
    assert texts(dialog.tabs.changes) == []
    assert "không có gì để nhập" in dialog.status.text()
    assert not dialog.accept_button.isEnabled()


def test_nothing_can_be_taken_while_a_cell_is_in_doubt(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (6, 6, "1200x"), (0, 6, 180), (0, 8, 568)))
    assert column(dialog.tabs.doubts.view, 0) == ["G13"]
    assert "không phải là số" in column(dialog.tabs.doubts.view, 2)[0]
    assert "Còn 1 chỗ" in dialog.status.text()
    assert not dialog.accept_button.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    intake.answer(dialog, "Bỏ qua")
    assert column(dialog.tabs.doubts.view, 3) == ["✓ bỏ qua"]
    assert dialog.accept_button.isEnabled()


def test_a_figure_can_be_typed_for_a_cell_in_doubt_but_not_nonsense(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (6, 6, "1200x")))
    dialog.tabs.doubts.figure.setText("nhiều")
    QTest.keyClick(dialog.tabs.doubts.figure, Qt.Key.Key_Return)
    assert "không phải là số" in dialog.tabs.doubts.reason
    dialog.tabs.doubts.figure.setText("1.250")
    QTest.keyClick(dialog.tabs.doubts.figure, Qt.Key.Key_Return)
    intake.settle(dialog)
    assert column(dialog.tabs.doubts.view, 3)[0] == "✓ 1.250"
    assert ["Đắk Glong", "hộ nghèo giảm năm 2024", "1.200", "1.250"] in texts(dialog.tabs.changes)


def test_an_answer_can_be_taken_back(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (6, 6, "1200x")))
    intake.answer(dialog, "Bỏ qua")
    dialog.tabs.doubts.view.choose(0)
    again = next(b for b in dialog.findChildren(type(dialog.suggest)) if b.text() == "Hỏi lại")
    intake.click(again)
    intake.settle(dialog)
    assert column(dialog.tabs.doubts.view, 3) == ["● chưa chọn"]


def test_a_misspelt_unit_is_suggested_and_never_guessed(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (1, 1, "Cư Júit"), (1, 6, 310), (1, 8, 501)))
    assert texts(dialog.tabs.changes) == []
    assert "có phải là huyện Cư Jút" in column(dialog.tabs.doubts.view, 2)[0]
    intake.answer(dialog, "Cư Jút")
    assert texts(dialog.tabs.changes) == [["Cư Jút", "hộ nghèo giảm năm 2024", "300", "310"]]


def test_all_suggestions_are_accepted_at_once(intake: Intake, tmp_path: Path) -> None:
    path = file_with(tmp_path, (1, 1, "Cư Júit"), (4, 2, "23,970"), (1, 6, 310), (1, 8, 501))
    dialog = intake.import_dialog(path)
    assert dialog.tabs.doubts.view.model().rowCount() == 2
    intake.click(dialog.suggest)
    intake.settle(dialog)
    assert dialog.session is not None
    assert dialog.session.open_doubts == []
    assert not dialog.suggest.isVisible()


def test_questions_are_answered_with_the_keyboard_alone(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (1, 1, "Cư Júit"), (6, 6, "1200x")))
    dialog.activateWindow()
    intake.bot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    for left in (1, 0):
        intake.settle(dialog)
        first = dialog.tabs.doubts.answers()[0]
        intake.bot.waitUntil(first.isVisible, timeout=PATIENCE)
        QTest.keyClick(dialog, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        intake.bot.waitUntil(partial(has_open, dialog, left), timeout=PATIENCE)


def test_the_place_in_doubt_is_coloured_and_shown_in_the_file(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (6, 6, "1200x")))
    current = dialog.grid.current()
    assert current.data() == "1200x"
    assert current.data(Qt.ItemDataRole.BackgroundRole) is not None
    assert "không phải là số" in current.data(Qt.ItemDataRole.ToolTipRole)


def test_the_file_is_shown_as_it_was_read(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path))
    shown = texts(dialog.grid.view)
    assert shown[6][1:5] == ["Krông Nô", "19.775", "748", "3,78"]
    header = dialog.grid.model.headerData(3, Qt.Orientation.Horizontal)
    assert header == "D\nhộ nghèo cuối năm 2023"


def test_printed_rates_and_totals_are_compared(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (2, 4, 7.9), (8, 6, 3400)))
    lines = texts(dialog.tabs.comparisons)
    assert ["E9", "Đắk Mil", "Tỷ lệ hộ nghèo cuối năm 2023 (%)", "7,90", "1,68", "+6,22"] in lines
    assert any(line[1] == "dòng tổng" and line[3:] == ["3.400", "3.415", "−15"] for line in lines)


def test_a_column_can_be_taken_for_something_else(intake: Intake, tmp_path: Path) -> None:
    head = list(FLAT)
    head[6] = "Cột lạ"
    rows = numbers()
    rows[0][6] = 180
    lines: list[Row] = [head, *(row[:7] for row in rows)]
    dialog = intake.import_dialog(written(lines, tmp_path / "la.xlsx"))
    assert texts(dialog.tabs.changes) == []
    dialog.tabs.setCurrentWidget(dialog.tabs.columns)
    at = column(dialog.tabs.columns.view, 0).index("G")
    assert column(dialog.tabs.columns.view, 2)[at] == "không nhập"
    dialog.tabs.columns.view.choose(at)
    box = dialog.tabs.columns.box
    box.setCurrentIndex(box.findData(Cell.REDUCTION.value))
    box.activated.emit(box.currentIndex())
    intake.settle(dialog)
    assert texts(dialog.tabs.changes) == [["Krông Nô", "hộ nghèo giảm năm 2024", "150", "180"]]


def test_a_row_can_be_taken_for_another_unit(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (0, 1, "Không rõ"), (0, 6, 180), (0, 8, 568)))
    dialog.tabs.setCurrentWidget(dialog.tabs.units)
    dialog.tabs.units.view.choose(0)
    box = dialog.tabs.units.box
    box.setCurrentIndex(box.findData("krong-no"))
    box.activated.emit(box.currentIndex())
    intake.settle(dialog)
    assert texts(dialog.tabs.changes) == [["Krông Nô", "hộ nghèo giảm năm 2024", "150", "180"]]


def test_a_review_of_the_base_year_is_taken_as_one(intake: Intake, tmp_path: Path) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (0, 3, 760), (0, 6, 180)))
    dialog.purpose.what.setCurrentIndex(1)
    dialog.purpose.what.activated.emit(1)
    intake.settle(dialog)
    assert dialog.purpose.year.currentText() == "2023"
    assert texts(dialog.tabs.changes) == [["Krông Nô", "hộ nghèo cuối năm 2023", "748", "760"]]


def test_figures_without_a_named_group_can_be_those_of_one(intake: Intake, tmp_path: Path) -> None:
    rows = [["Đơn vị", "Tổng số hộ cuối năm 2023", "Hộ nghèo cuối năm 2023"]]
    path = written([*rows, ["Krông Nô", 5000, 400]], tmp_path / "dtts.xlsx")
    dialog = intake.import_dialog(path)
    box = dialog.purpose.group
    box.setCurrentText("Hộ nghèo DTTS")
    box.activated.emit(box.currentIndex())
    intake.settle(dialog)
    assert [line[1:] for line in texts(dialog.tabs.changes)] == [
        ["số hộ DTTS cuối năm 2023", "–", "5.000"],
        ["hộ nghèo DTTS cuối năm 2023", "–", "400"],
    ]


def test_a_table_of_another_year_is_asked_about(intake: Intake, tmp_path: Path) -> None:
    rows: list[Row] = [["Đơn vị", "Hộ nghèo cuối năm 2021"], ["Krông Nô", 900]]
    dialog = intake.import_dialog(written(rows, tmp_path / "cu.xlsx"))
    dialog.purpose.what.setCurrentIndex(2)
    dialog.purpose.what.activated.emit(2)
    intake.settle(dialog)
    intake.answer(dialog, "2021")
    assert dialog.purpose.year.currentText() == "2021"
    assert [line[1:] for line in texts(dialog.tabs.changes)] == [
        ["hộ nghèo cuối năm 2021", "–", "900"]
    ]


def test_the_header_can_be_pointed_at(intake: Intake, tmp_path: Path) -> None:
    rows: list[Row] = [["abc", "def"], ["Đơn vị", "kết quả"], ["Krông Nô", 760]]
    dialog = intake.import_dialog(written(rows, tmp_path / "la.xlsx"))
    assert "chỉ dòng tiêu đề" in column(dialog.tabs.doubts.view, 2)[0]
    dialog.grid.view.selectRow(1)
    intake.click(dialog.grid.head)
    intake.settle(dialog)
    assert column(dialog.tabs.columns.view, 1) == ["Đơn vị", "kết quả"]


def test_hidden_rows_are_named(intake: Intake, tmp_path: Path) -> None:
    import openpyxl

    path = file_with(tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].row_dimensions[8].hidden = True
    book.save(path)
    dialog = intake.import_dialog(path)
    assert "1 dòng ẩn" in dialog.tabs.notes.toPlainText()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("rong.xlsx", b"", "Tệp rỗng"),
        ("hong.xlsx", b"PK\x03\x04" + bytes(200), "hỏng"),
        ("anh.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(64), "không phải bảng tính"),
    ],
)
def test_an_unreadable_file_is_refused_in_words(
    intake: Intake, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    dialog = intake.import_dialog(path)
    assert words in dialog.reading.text
    assert not dialog.accept_button.isEnabled()


def test_closing_while_reading_changes_nothing(intake: Intake, tmp_path: Path) -> None:
    intake.drop(file_with(tmp_path, (0, 6, 180)))
    dialog = intake.dialog(ImportDialog)
    assert "Đang đọc" in dialog.reading.text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    intake.bot.wait(0)
    assert intake.document.undo_stack.count() == 0


def test_a_whole_new_plan_is_made_from_a_file(intake: Intake, tmp_path: Path) -> None:
    intake.parts.intake.make_new(file_with(tmp_path))
    dialog = intake.dialog(ImportDialog)
    intake.settle(dialog)
    assert dialog.windowTitle() == "Kế hoạch mới từ Excel"
    assert "HỘ NGHÈO NĂM 2024” có 8 đơn vị" in dialog.status.text()
    before = intake.document.plan
    intake.click(dialog.accept_button)
    intake.bot.waitUntil(lambda: intake.document.plan is not before, timeout=PATIENCE)
    assert intake.document.path is None
    assert intake.figure("Tuy Đức", Cell.REDUCTION) == "1.400"


def test_a_document_that_is_dropped_is_opened(intake: Intake, tmp_path: Path) -> None:
    from dnplanner.storage.document_file import save
    from dnplanner.storage.samples import sample

    path = tmp_path / "ke-hoach.dnplan"
    save(sample(), path)
    intake.drop(path)
    intake.bot.waitUntil(lambda: intake.document.path == path, timeout=PATIENCE)


def test_everything_in_the_dialog_has_a_name_for_screen_readers(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = intake.import_dialog(file_with(tmp_path, (6, 6, "1200x")))
    views = (
        dialog.tabs.doubts.view,
        dialog.tabs.changes,
        dialog.tabs.columns.view,
        dialog.tabs.units.view,
    )
    assert all(
        view.accessibleName() for view in (*views, dialog.tabs.comparisons, dialog.grid.view)
    )
    boxes = (dialog.purpose.what, dialog.purpose.year, dialog.purpose.group)
    assert [box.accessibleName() for box in boxes] == ["Số liệu", "Năm", "Đối tượng"]


def test_a_register_of_households_is_known_counted_and_asked_about(
    intake: Intake, tmp_path: Path
) -> None:
    rows = [*MIXED, household(1, "Krông Nô", "Nghèo"), household(10, "Buôn Đôn", "HN")]
    dialog = intake.import_dialog(written([REGISTER_HEAD, *rows], tmp_path / "so ho.xlsx"))
    assert dialog.purpose.what.currentText() == "Danh sách hộ nghèo, hộ cận nghèo"
    assert dialog.purpose.year.currentText() == "2023"
    assert ["H", "Phân loại", "phân loại hộ"] in texts(dialog.tabs.columns.view)
    assert column(dialog.tabs.doubts.view, 2) == [
        "Kế hoạch không có đơn vị “Buôn Đôn”.",
        "Mã hộ HN00001 có ở nhiều dòng: 2, 11.",
    ]
    intake.answer(dialog, "Bỏ qua dòng này")
    assert [one.text() for one in dialog.tabs.doubts.answers()] == ["đếm một lần", "đếm cả hai"]
    intake.answer(dialog, "đếm cả hai")
    assert ["Krông Nô", "hộ nghèo cuối năm 2023", "748", "4"] in texts(dialog.tabs.changes)
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.POOR_START) == "4"
    assert intake.document.undo_stack.count() == 1


def test_the_event_loop_lives_while_thousands_of_rows_are_read(
    open_intake: Callable[[Plan], Intake], tmp_path: Path
) -> None:
    path = large_file(tmp_path / "lon.xlsx", 6_000)
    intake = open_intake(flat_plan(6_000))
    watchdog, timer = Watchdog(), QTimer()
    timer.setInterval(5)
    timer.timeout.connect(watchdog.tick)
    intake.drop(path)
    dialog = intake.dialog(ImportDialog)
    timer.start()
    with intake.bot.waitSignal(dialog.understood, timeout=60_000):
        pass
    timer.stop()
    assert watchdog.longest < FROZEN
    assert dialog.grid.model.rowCount() == 200
