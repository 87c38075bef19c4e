"""Decisions about a sender's columns and names are offered for its next file, never just used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.entry import Cell
from tests.ui.intake_driving import Intake, column, intake, open_intake, own_folder
from tests.ui.test_import_dialog import file_with

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.ui.import_dialog import ImportDialog

__all__ = ["intake", "open_intake", "own_folder"]

NAME = (0, 1, "Crông Nô xx")


def sent(folder: Path, year: int, reduction: int) -> Path:
    """A file of one sender, whose name for a unit nobody else uses."""
    place = folder / str(year)
    place.mkdir()
    figures = ((0, 6, reduction), (0, 8, 748 - reduction))
    return file_with(place, NAME, *figures, name=f"Bieu Krong No {year}.xlsx")


def decided(intake: Intake, path: Path) -> None:
    """Take a file in after saying whom the strange name means."""
    dialog = intake.import_dialog(path)
    row = column(dialog.tabs.units.view, 1).index("Crông Nô xx")
    answer(intake, dialog, row, "krong-no")
    intake.click(dialog.accept_button)


def answer(intake: Intake, dialog: ImportDialog, row: int, unit: str) -> None:
    """Correct what a row is taken for in the list of units."""
    dialog.tabs.setCurrentWidget(dialog.tabs.units)
    dialog.tabs.units.view.choose(row)
    box = dialog.tabs.units.box
    box.setCurrentIndex(box.findData(unit))
    box.activated.emit(box.currentIndex())
    intake.settle(dialog)


def test_the_next_file_of_a_sender_offers_what_was_decided(intake: Intake, tmp_path: Path) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = intake.import_dialog(sent(tmp_path, 2025, 152))
    assert not dialog.accept_button.isEnabled()
    assert "Bieu Krong No 2024.xlsx" in dialog.sender_strip.words.text()
    intake.click(dialog.sender_strip.use)
    intake.settle(dialog)
    assert "nhớ từ lần trước" in column(dialog.tabs.units.view, 3)
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "152"


def test_what_is_remembered_can_be_corrected(intake: Intake, tmp_path: Path) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = intake.import_dialog(sent(tmp_path, 2025, 152))
    intake.click(dialog.sender_strip.use)
    intake.settle(dialog)
    row = column(dialog.tabs.units.view, 1).index("Crông Nô xx")
    answer(intake, dialog, row, "")
    assert "nhớ từ lần trước" not in column(dialog.tabs.units.view, 3)
    assert column(dialog.tabs.units.view, 3)[row] == "bạn đã bỏ qua"


def test_what_is_forgotten_is_taken_back_and_not_offered_again(
    intake: Intake, tmp_path: Path
) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = intake.import_dialog(sent(tmp_path, 2025, 152))
    intake.click(dialog.sender_strip.use)
    intake.settle(dialog)
    intake.click(dialog.sender_strip.forget)
    intake.settle(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.reject()
    again = intake.import_dialog(sent(tmp_path, 2026, 153))
    assert again.sender_strip.isHidden()


def test_another_sender_is_offered_nothing(intake: Intake, tmp_path: Path) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    other = intake.import_dialog(file_with(tmp_path, NAME, name="Bieu Cu Jut 2025.xlsx"))
    assert other.sender_strip.isHidden()
