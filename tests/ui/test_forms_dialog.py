"""Writing a form for each unit, and taking the filled forms back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl

from dnplanner.core.entry import Cell
from dnplanner.ui.forms_dialog import FormsDialog
from dnplanner.ui.merge_dialog import MergeDialog
from tests.ui.intake_driving import PATIENCE, Intake, intake, open_intake, own_folder, texts

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["intake", "open_intake", "own_folder"]


def written(intake: Intake, folder: Path, what: int = 0) -> FormsDialog:
    """Open the dialog from the menu's command and write the forms."""
    intake.parts.intake.send_forms()
    dialog = intake.dialog(FormsDialog)
    dialog.folder.setText(str(folder))
    dialog.purpose.what.setCurrentIndex(what)
    dialog.purpose.what.activated.emit(what)
    intake.click(dialog.write)
    intake.bot.waitUntil(lambda: not dialog.is_busy, timeout=PATIENCE)
    return dialog


def test_each_unit_gets_a_form_in_the_folder(intake: Intake, tmp_path: Path) -> None:
    dialog = written(intake, tmp_path / "bieu")
    assert len(list((tmp_path / "bieu").glob("*.xlsx"))) == 8
    assert "Đã ghi 8 biểu" in dialog.message


def test_filled_forms_come_back_without_a_question(intake: Intake, tmp_path: Path) -> None:
    folder = tmp_path / "bieu"
    written(intake, folder).reject()
    path = min(folder.glob("*.xlsx"))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    heads = [str(cell.value) for cell in sheet[5]]
    at = next(place for place, text in enumerate(heads, 1) if "nghèo giảm" in text)
    sheet.cell(6, at).value = 180
    book.save(path)
    intake.drop(folder)
    dialog = intake.dialog(MergeDialog)
    intake.bot.waitUntil(lambda: not dialog.is_busy, timeout=PATIENCE)
    assert texts(dialog.doubts.view) == []
    assert ["Krông Nô", "hộ nghèo giảm năm 2024", "150", "180"] in texts(dialog.changes)
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "180"


def test_without_a_folder_it_is_asked_for(intake: Intake) -> None:
    intake.parts.intake.send_forms()
    dialog = intake.dialog(FormsDialog)
    dialog.folder.clear()
    intake.click(dialog.write)
    assert "Chưa có thư mục" in dialog.message


def test_a_folder_that_cannot_be_made_is_said(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("x", encoding="utf-8")
    dialog = written(intake, tmp_path / "tep" / "bieu")
    assert "Chưa ghi được" in dialog.message
