"""Bringing the files of many units together through the window."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.plan import ObservedKey
from dnplanner.core.series import Measure
from dnplanner.storage.document_file import save
from dnplanner.storage.samples import sample
from dnplanner.ui.import_dialog import ImportDialog
from dnplanner.ui.merge_dialog import MergeDialog
from tests.exchange.appendix_files import numbers, written
from tests.exchange.layouts import FLAT
from tests.exchange.registers import HEAD, MIXED
from tests.ui.intake_driving import (
    PATIENCE,
    Intake,
    column,
    intake,
    open_intake,
    own_folder,
    texts,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["intake", "open_intake", "own_folder"]

OLD, NEW = 1_000_000_000, 1_700_000_000
"""Seconds since 1970 at which files were written."""


def sent(folder: Path, row: int, more: int = 5, name: str = "", written_at: int = OLD) -> Path:
    """A unit's file whose reduction is larger than planned by ``more``."""
    cells = list(numbers()[row])
    cells[6], cells[8] = int(str(cells[6])) + more, int(str(cells[8])) - more
    folder.mkdir(exist_ok=True)
    path = written([FLAT, cells], folder / (name or f"{row + 1:02}.xlsx"))
    os.utime(path, (written_at, written_at))
    return path


def from_all(folder: Path) -> Path:
    """A folder with a file of each of the eight units."""
    for row in range(8):
        sent(folder, row)
    return folder


def merged(intake: Intake, *paths: Path) -> MergeDialog:
    """Drop files or a folder and wait until all are understood."""
    intake.drop(*paths)
    dialog = intake.dialog(MergeDialog)
    wait(intake, dialog)
    return dialog


def wait(intake: Intake, dialog: MergeDialog) -> None:
    intake.bot.waitUntil(lambda: not dialog.is_busy, timeout=PATIENCE)


def units(dialog: MergeDialog) -> list[str]:
    return [dialog.units.item(row).text() for row in range(dialog.units.count())]


def test_eight_files_become_one_step_in_two_actions_of_the_user(
    intake: Intake, tmp_path: Path
) -> None:
    dialog = merged(intake, from_all(tmp_path / "gui ve"))
    assert all(line.endswith("đã gửi") for line in units(dialog))
    assert "8/8 đơn vị đã gửi" in dialog.status.text()
    intake.click(dialog.accept_button)
    assert intake.document.undo_stack.count() == 1
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "155"
    assert intake.figure("Gia Nghĩa", Cell.REDUCTION) == "30"
    assert "8 đơn vị" in intake.message()
    intake.document.undo_stack.undo()
    assert intake.figure("Gia Nghĩa", Cell.REDUCTION) == "25"


def test_who_has_not_sent_is_named(intake: Intake, tmp_path: Path) -> None:
    dialog = merged(intake, sent(tmp_path / "a", 0), sent(tmp_path / "a", 1))
    assert units(dialog)[0] == "Krông Nô — đã gửi"
    assert units(dialog)[7] == "Gia Nghĩa — chưa gửi"
    assert "Chưa gửi: Đắk Mil" in dialog.status.text()


def test_copies_and_unreadable_files_are_said_and_do_not_hinder_the_others(
    intake: Intake, tmp_path: Path
) -> None:
    folder = tmp_path / "gui ve"
    first = sent(folder, 0)
    shutil.copy2(first, folder / "ban sao.xlsx")
    (folder / "hong.xlsx").write_bytes(b"PK\x03\x04" + bytes(99))
    (folder / "~$01.xlsx").write_bytes(b"khoa")
    dialog = merged(intake, folder)
    lines = {line[0]: line[1] for line in texts(dialog.files.view)}
    assert sorted(lines) == ["01.xlsx", "ban sao.xlsx", "hong.xlsx"]
    assert "hỏng" in lines["hong.xlsx"]
    assert lines["ban sao.xlsx"] == "giống hệt tệp 01.xlsx, không tính"
    assert dialog.accept_button.isEnabled()


def test_two_versions_are_shown_side_by_side_and_must_be_decided(
    intake: Intake, tmp_path: Path
) -> None:
    old = sent(tmp_path / "a", 0)
    new = sent(tmp_path / "a", 0, 20, "01 moi.xlsx", NEW)
    dialog = merged(intake, old, new)
    assert units(dialog)[0] == "Krông Nô — 2 tệp"
    states = {line[0]: line[1] for line in texts(dialog.files.view)}
    assert states["01.xlsx"] == "1 số liệu mới; có tệp mới hơn: 01 moi.xlsx"
    assert states["01 moi.xlsx"] == "1 số liệu mới"
    assert not dialog.accept_button.isEnabled()
    assert texts(dialog.conflicts.view)[0][:3] == [
        "Krông Nô",
        "hộ nghèo giảm năm 2024",
        "170 · 155 (01 moi.xlsx · 01.xlsx)",
    ]
    dialog.tabs.setCurrentWidget(dialog.conflicts)
    button = dialog.conflicts.answers()[1]
    intake.bot.waitUntil(button.isVisible, timeout=PATIENCE)
    assert button.text().startswith("155 — 01.xlsx, ghi lúc ")
    assert "2001" in button.text()
    intake.click(button)
    assert column(dialog.conflicts.view, 3) == ["✓ 155"]
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "155"


def test_long_file_names_leave_the_window_within_a_small_screen(
    intake: Intake, tmp_path: Path
) -> None:
    name = "01 sua theo gop y cua phong tai chinh ke hoach va cua ban chi dao huyen lan thu ba.xlsx"
    old = sent(tmp_path / "a", 0)
    new = sent(tmp_path / "a", 0, 20, name, NEW)
    dialog = merged(intake, old, new)
    dialog.tabs.setCurrentWidget(dialog.conflicts)
    button = dialog.conflicts.answers()[0]
    intake.bot.waitUntil(lambda: "…" in button.text(), timeout=PATIENCE)
    assert button.text().startswith("170 — 01 sua")
    assert name in button.toolTip()
    assert name in button.accessibleName()
    assert dialog.minimumSizeHint().width() <= 1280


def test_the_newest_files_can_be_believed_at_once(intake: Intake, tmp_path: Path) -> None:
    paths = [sent(tmp_path / "a", row) for row in (0, 1)]
    paths += [sent(tmp_path / "a", row, 20, f"{row} moi.xlsx", NEW) for row in (0, 1)]
    dialog = merged(intake, *paths)
    dialog.tabs.setCurrentWidget(dialog.conflicts)
    intake.click(dialog.conflicts.newest)
    assert column(dialog.conflicts.view, 3) == ["✓ 170", "✓ 320"]
    assert dialog.accept_button.isEnabled()


def test_a_unit_that_is_not_accepted_stays_as_it_was(intake: Intake, tmp_path: Path) -> None:
    dialog = merged(intake, from_all(tmp_path / "gui ve"))
    dialog.units.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert "Krông Nô" not in column(dialog.changes, 0)
    intake.click(dialog.accept_button)
    assert intake.figure("Krông Nô", Cell.REDUCTION) == "150"
    assert intake.figure("Cư Jút", Cell.REDUCTION) == "305"


def test_doubts_of_all_files_are_asked_in_one_list(intake: Intake, tmp_path: Path) -> None:
    folder = tmp_path / "gui ve"
    sent(folder, 1)
    cells = list(numbers()[0])
    cells[6] = "một trăm"
    written([FLAT, cells], folder / "kho.xlsx")
    dialog = merged(intake, folder)
    assert texts(dialog.doubts.view)[0][:3] == ["kho.xlsx", "G2", "một trăm"]
    assert not dialog.accept_button.isEnabled()
    dialog.tabs.setCurrentWidget(dialog.doubts)
    button = dialog.doubts.answers()[-1]
    intake.bot.waitUntil(button.isVisible, timeout=PATIENCE)
    intake.click(button)
    wait(intake, dialog)
    assert dialog.accept_button.isEnabled()


def test_documents_of_the_program_are_brought_in_too(intake: Intake, tmp_path: Path) -> None:
    plan = sample()
    key = ObservedKey("krong-no", 2023, Measure.POOR)
    save(apply(plan, edit_of(plan, "enter", {key: 760})), tmp_path / "krong-no.dnplan")
    dialog = merged(intake, tmp_path / "krong-no.dnplan", sent(tmp_path / "a", 1))
    assert ["Krông Nô", "hộ nghèo cuối năm 2023", "748", "760"] in texts(dialog.changes)


def test_a_register_among_the_files_is_known_by_itself(intake: Intake, tmp_path: Path) -> None:
    folder = tmp_path / "gui ve"
    sent(folder, 1)
    written([HEAD, *MIXED[:4]], folder / "so.xlsx")
    dialog = merged(intake, folder)
    lines = {line[0]: line[1] for line in texts(dialog.files.view)}
    assert lines["so.xlsx"].startswith("danh sách hộ: ")
    assert "danh sách" not in lines["02.xlsx"]
    found = [line for line in texts(dialog.changes) if line[0] == "Krông Nô"]
    assert ["Krông Nô", "hộ nghèo cuối năm 2023", "748", "3"] in found


def test_registers_only_set_what_all_are_taken_for(intake: Intake, tmp_path: Path) -> None:
    folder = tmp_path / "gui ve"
    folder.mkdir()
    written([HEAD, *MIXED[:4]], folder / "mot.xlsx")
    written([HEAD, *MIXED[4:6]], folder / "hai.xlsx")
    dialog = merged(intake, folder)
    assert dialog.purpose.what.currentText() == "Danh sách hộ nghèo, hộ cận nghèo"


def test_the_history_names_every_file(intake: Intake, tmp_path: Path) -> None:
    dialog = merged(intake, sent(tmp_path / "a", 0), sent(tmp_path / "a", 1))
    intake.click(dialog.accept_button)
    intake.bot.waitUntil(lambda: intake.parts.keeper.is_durable, timeout=PATIENCE)
    source = intake.changes()[-1].source
    assert "01.xlsx · SHA-256 " in source
    assert "02.xlsx · SHA-256 " in source


def test_a_folder_without_tables_is_said_to_have_none(intake: Intake, tmp_path: Path) -> None:
    empty = tmp_path / "trong"
    empty.mkdir()
    dialog = merged(intake, empty)
    assert "Không có tệp Excel" in dialog.reading.text
    assert not dialog.accept_button.isEnabled()


def test_one_file_alone_is_imported_and_not_merged(intake: Intake, tmp_path: Path) -> None:
    intake.drop(sent(tmp_path / "a", 0))
    intake.settle(intake.dialog(ImportDialog))
