"""Decisions about a sender's columns and names are offered for its next file, never just used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QPushButton

from dnplanner.core.entry import Cell
from tests.ui.intake_driving import (
    PATIENCE,
    Intake,
    column,
    intake,
    open_intake,
    own_folder,
    texts,
)
from tests.ui.test_import_dialog import file_with
from tests.ui.test_merge_dialog import merged, wait
from tests.ui.test_merge_dialog import sent as sent_by

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.ui.import_dialog import ImportDialog
    from dnplanner.ui.merge_dialog import MergeDialog

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


def using(intake: Intake, folder: Path) -> ImportDialog:
    """The next file of a sender, with what was decided about its last one."""
    decided(intake, sent(folder, 2024, 151))
    dialog = intake.import_dialog(sent(folder, 2025, 152))
    intake.click(dialog.sender_strip.use)
    intake.settle(dialog)
    return dialog


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


def test_enter_after_using_them_takes_them_back_and_forgets_nothing(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = using(intake, tmp_path)
    assert dialog.focusWidget() is dialog.sender_strip.take_back
    intake.click(dialog.sender_strip.take_back)
    intake.settle(dialog)
    assert dialog.focusWidget() is dialog.sender_strip.use


def test_what_is_remembered_can_be_corrected(intake: Intake, tmp_path: Path) -> None:
    dialog = using(intake, tmp_path)
    row = column(dialog.tabs.units.view, 1).index("Crông Nô xx")
    answer(intake, dialog, row, "")
    assert "nhớ từ lần trước" not in column(dialog.tabs.units.view, 3)
    assert column(dialog.tabs.units.view, 3)[row] == "bạn đã bỏ qua"


def test_what_is_forgotten_is_taken_back_and_not_offered_again(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = using(intake, tmp_path)
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


def merging(intake: Intake, folder: Path, year: int = 2025) -> MergeDialog:
    """The next file of the sender among others."""
    return merged(intake, sent(folder, year, 152), sent_by(folder / "khac", 1, 0))


def used_in_merge(intake: Intake, dialog: MergeDialog) -> None:
    intake.click(dialog.sender_strip.use)
    wait(intake, dialog)


def remembered_for(dialog: MergeDialog, name: str) -> str:
    return next(line[2] for line in texts(dialog.files.view) if line[0] == name)


def say_whom(intake: Intake, dialog: MergeDialog, unit: str) -> None:
    """Answer the first question of a merge with a unit out of the list of all."""
    dialog.tabs.setCurrentWidget(dialog.doubts)
    box = next(one for one in dialog.doubts.findChildren(QComboBox) if one.findData(unit) >= 0)
    intake.bot.waitUntil(box.isVisible, timeout=PATIENCE)
    box.setCurrentIndex(box.findData(unit))
    row = box.parentWidget()
    assert row is not None
    intake.click(next(one for one in row.findChildren(QPushButton) if one.text() == "Dùng"))
    wait(intake, dialog)


def test_merging_offers_what_was_decided_for_a_single_file_and_uses_nothing_unasked(
    intake: Intake, tmp_path: Path
) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = merging(intake, tmp_path)
    assert "1 lựa chọn" in dialog.sender_strip.words.text()
    assert remembered_for(dialog, "02.xlsx") == ""
    offered = "1 lựa chọn, chưa dùng: Bieu Krong No 2024.xlsx"
    assert remembered_for(dialog, "Bieu Krong No 2025.xlsx") == offered
    assert not dialog.accept_button.isEnabled()


def test_merging_says_which_files_use_earlier_decisions(intake: Intake, tmp_path: Path) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = merging(intake, tmp_path)
    used_in_merge(intake, dialog)
    using = "đang dùng 1 lựa chọn: Bieu Krong No 2024.xlsx"
    assert remembered_for(dialog, "Bieu Krong No 2025.xlsx") == using
    assert remembered_for(dialog, "02.xlsx") == ""
    assert column(dialog.doubts.view, 4) == ["✓ Huyện Krông Nô (lần trước)"]
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "152"


def test_earlier_decisions_are_used_and_taken_back_for_one_file_of_a_merge(
    intake: Intake, tmp_path: Path
) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = merging(intake, tmp_path)
    intake.click(dialog.files.use)
    wait(intake, dialog)
    assert dialog.accept_button.isEnabled()
    intake.click(dialog.files.take_back)
    wait(intake, dialog)
    assert not dialog.accept_button.isEnabled()
    assert "chưa dùng" in remembered_for(dialog, "Bieu Krong No 2025.xlsx")


def test_what_a_merge_forgets_is_taken_back_and_not_offered_again(
    intake: Intake, tmp_path: Path
) -> None:
    decided(intake, sent(tmp_path, 2024, 151))
    dialog = merging(intake, tmp_path)
    used_in_merge(intake, dialog)
    intake.click(dialog.sender_strip.forget)
    wait(intake, dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.sender_strip.isHidden()
    dialog.reject()
    assert intake.import_dialog(sent(tmp_path, 2026, 153)).sender_strip.isHidden()


def test_what_is_decided_in_a_merge_is_remembered_for_the_sender(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = merging(intake, tmp_path)
    say_whom(intake, dialog, "krong-no")
    intake.click(dialog.accept_button)
    again = intake.import_dialog(sent(tmp_path, 2026, 153))
    assert "Bieu Krong No 2025.xlsx" in again.sender_strip.words.text()
    again.reject()
    third = merging(intake, tmp_path, 2027)
    assert "Bieu Krong No 2025.xlsx" in remembered_for(third, "Bieu Krong No 2027.xlsx")


def test_an_import_takes_earlier_decisions_back_and_still_remembers_them(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = using(intake, tmp_path)
    intake.click(dialog.sender_strip.take_back)
    intake.settle(dialog)
    assert not dialog.accept_button.isEnabled()
    assert dialog.sender_strip.use.isVisible()
