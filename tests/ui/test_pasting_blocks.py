"""Blocks pasted from other programs: tables of Word, thousands of rows, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from dnplanner.core.entry import Cell
from dnplanner.models.columns import column_of
from dnplanner.models.document import Document
from dnplanner.ui.paste_dialog import PasteDialog
from dnplanner.ui.rejects_dialog import RejectsDialog
from tests.ui.intake_driving import (
    PATIENCE,
    Intake,
    flat_plan,
    intake,
    open_intake,
    own_folder,
    texts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan

__all__ = ["intake", "open_intake", "own_folder"]


def paste_at(intake: Intake, row: int, cell: Cell, text: str, html: str = "") -> None:
    """Put a block on the clipboard and paste it from a cell on."""
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)
    intake.window.sheet.body.go_to(row, column_of(cell))
    intake.parts.editing.paste()


def test_a_table_of_word_is_pasted_cell_by_cell(intake: Intake) -> None:
    html = "<table><tr><td><p>180</p></td></tr><tr><td><p>310</p></td></tr></table>"
    paste_at(intake, 0, Cell.REDUCTION, "180 310", html)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "180"
    assert intake.figure("Cư Jút", Cell.REDUCTION) == "310"


def test_text_with_tabs_is_believed_before_its_html(intake: Intake) -> None:
    html = "<table><tr><td>1</td></tr></table>"
    paste_at(intake, 0, Cell.HOUSEHOLDS_START, "20.000\t760", html)
    assert intake.figure("Krông Nô", Cell.POOR_START) == "760"


def test_all_refused_cells_can_be_looked_through_and_copied(intake: Intake) -> None:
    paste_at(intake, 0, Cell.REDUCTION, "180\nmột\nhai\nba\nbốn\nnăm")
    bar = intake.parts.messages
    assert "5 ô không nhận được" in bar.text
    assert bar.way_out.text() == "Xem tất cả…"
    intake.click(bar.way_out)
    dialog = intake.dialog(RejectsDialog)
    lines = texts(dialog.view)
    assert [line[:3] for line in lines] == [
        ["2", "1", "một"],
        ["3", "1", "hai"],
        ["4", "1", "ba"],
        ["5", "1", "bốn"],
        ["6", "1", "năm"],
    ]
    assert "không phải là số" in lines[0][3]
    intake.click(dialog.copy)
    assert len(QGuiApplication.clipboard().text().split("\n")) == 6


def test_thousands_of_rows_are_pasted_without_holding_up_the_window(
    open_intake: Callable[[Plan], Intake],
) -> None:
    intake = open_intake(flat_plan(600))
    sheet = intake.window.sheet
    rows = range(sheet.body_model.rowCount())
    paste_at(intake, 0, Cell.REDUCTION, "\n".join("1" for _ in rows))
    assert intake.document.undo_stack.count() == 0
    assert not sheet.isEnabled()
    intake.bot.waitUntil(sheet.isEnabled, timeout=PATIENCE)
    assert intake.document.undo_stack.count() == 1
    last = sheet.body_model.index(len(rows) - 1, column_of(Cell.REDUCTION))
    assert last.data() == "1"


def test_what_changes_while_a_block_is_worked_out_is_not_lost(
    open_intake: Callable[[Plan], Intake],
) -> None:
    intake = open_intake(flat_plan(600))
    paste_at(intake, 0, Cell.HOUSEHOLDS_END, "5.000")
    changed = intake.document.plan
    paste_at(intake, 0, Cell.REDUCTION, "\n".join("1" for _ in range(600)))
    intake.document.undo_stack.undo()
    intake.bot.waitUntil(intake.window.sheet.isEnabled, timeout=PATIENCE)
    assert intake.document.undo_stack.count() == 1
    assert intake.document.plan is not changed


DOCUMENT = """Stt\tHuyện, thành phố\tTổng số hộ\tHộ nghèo\tTỷ lệ\tDự kiến\tGiảm\tĐiểm\tCòn\tTỷ lệ
06\tTuy Đức\t16.674\t3.131\t18.78\t16.874\t1400\t8,5\t1.731\t10,26
01\tKrông Nô\t19.775\t748\t3,78%\t19.975\t151\t0,8\t597\t2,99
Toàn tỉnh\t\t170.550\t8.838\t5,18\t172.150\t3416\t2,0\t5.422\t3,15
"""


def test_rows_of_the_document_go_to_the_units_they_name(intake: Intake) -> None:
    paste_at(intake, 3, Cell.HOUSEHOLDS_START, DOCUMENT)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "151"
    assert intake.figure("Tuy Đức", Cell.REDUCTION) == "1.400"
    assert intake.figure("Đắk Song", Cell.HOUSEHOLDS_START) == "20.807"
    assert intake.document.undo_stack.count() == 1
    assert "không nhận được" not in intake.message()


def test_the_same_rows_turned_over_go_there_too(intake: Intake) -> None:
    rows = [line.split("\t") for line in DOCUMENT.splitlines()]
    turned = "\n".join("\t".join(line) for line in zip(*rows, strict=True))
    paste_at(intake, 0, Cell.HOUSEHOLDS_START, turned)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "151"
    assert intake.document.undo_stack.count() == 1


def test_a_row_whose_unit_nobody_knows_is_told_and_no_other_takes_its_place(
    intake: Intake,
) -> None:
    paste_at(intake, 0, Cell.REDUCTION, "Krông Nô\t151\nKrông Bông\t999\nCư Jút\t301")
    assert intake.figure("Cư Jút", Cell.REDUCTION) == "301"
    assert intake.figure("Đắk Mil", Cell.REDUCTION) == "100"
    assert "Krông Bông" in intake.message()
    assert "Dòng 2" in intake.message()


def test_counts_of_an_english_spreadsheet_are_pasted(intake: Intake) -> None:
    paste_at(intake, 0, Cell.HOUSEHOLDS_START, "19,776\t749\n21,932\t812")
    assert intake.figure("Krông Nô", Cell.HOUSEHOLDS_START) == "19.776"
    assert intake.figure("Cư Jút", Cell.HOUSEHOLDS_START) == "21.932"


def test_doubtful_numbers_are_asked_before_anything_changes(intake: Intake) -> None:
    paste_at(intake, 0, Cell.HOUSEHOLDS_START, "19,776\t749\n21.932\t812")
    dialog = intake.dialog(PasteDialog)
    assert intake.document.undo_stack.count() == 0
    assert [line[:3] for line in texts(dialog.view)] == [
        ["Krông Nô", "số hộ chung cuối năm 2023", "19,776"],
        ["Cư Jút", "số hộ chung cuối năm 2023", "21.932"],
    ]
    intake.click(dialog.suggest)
    intake.click(dialog.put)
    assert intake.figure("Krông Nô", Cell.HOUSEHOLDS_START) == "19.776"
    assert intake.figure("Cư Jút", Cell.POOR_START) == "812"
    assert intake.document.undo_stack.count() == 1


def test_a_number_nobody_decided_is_left_out_and_told(intake: Intake) -> None:
    paste_at(intake, 0, Cell.RATE_END, "0,0378\n2,3")
    paste_at(intake, 0, Cell.RATE_END, "0,0278")
    dialog = intake.dialog(PasteDialog)
    intake.click(dialog.put)
    assert intake.figure("Krông Nô", Cell.RATE_END) != "0,03"
    assert "chưa được chọn" in intake.message()


def test_the_reading_chosen_in_the_box_is_pasted(intake: Intake) -> None:
    paste_at(intake, 0, Cell.RATE_END, "0,0278")
    dialog = intake.dialog(PasteDialog)
    assert [dialog.box.itemText(at) for at in (1, 2)] == ["0,0278", "2,78"]
    QTest.keyClick(dialog.box, Qt.Key.Key_End)
    intake.click(dialog.put)
    assert intake.figure("Krông Nô", Cell.RATE_END) == "2,78"


def test_closing_the_questions_pastes_nothing(intake: Intake) -> None:
    paste_at(intake, 0, Cell.HOUSEHOLDS_START, "19,776\t749")
    intake.dialog(PasteDialog).reject()
    assert intake.document.undo_stack.count() == 0


def test_a_large_paste_shows_the_rows_and_findings_that_follow_from_it(
    open_intake: Callable[[Plan], Intake],
) -> None:
    intake = open_intake(flat_plan(600))
    paste_at(intake, 0, Cell.REDUCTION, "\n".join("2" for _ in range(600)))
    intake.bot.waitUntil(intake.window.sheet.isEnabled, timeout=PATIENCE)
    document = intake.document
    afresh = Document(document.plan, document)
    assert document.total == afresh.total
    assert document.total.reduction == 1200
    assert document.findings == afresh.findings
    document.undo_stack.undo()
    assert document.total.reduction != 1200
