"""Blocks pasted from other programs: tables of Word, thousands of rows, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from dnplanner.core.entry import Cell
from dnplanner.models.columns import column_of
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
