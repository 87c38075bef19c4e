"""Exporting the appendix from the window, end to end."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from dnplanner import durable
from dnplanner.core.entry import Cell
from dnplanner.core.plan import DocumentField
from dnplanner.models import appendix_export
from dnplanner.ui.export_dialog import ExportDialog
from tests.ui.driving import CONTROL, Driver, Key, settle_down, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def opened(driver: Driver) -> ExportDialog:
    driver.press(Key.Key_E, CONTROL)
    return driver.dialog(ExportDialog)


def button(dialog: ExportDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def said(dialog: ExportDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def values(path: Path) -> list[list[object]]:
    sheet = load_workbook(path, data_only=True).active
    assert sheet is not None
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_the_appendix_is_written_with_what_the_table_shows(driver: Driver, tmp_path: Path) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    dialog = opened(driver)
    assert dialog.number.text() == "97/KH-UBND"
    target = tmp_path / "phụ lục.xlsx"
    dialog.path.setText(str(target))
    driver.click(button(dialog, "Xuất"))
    until(target.exists)
    driver.wait_for_done(dialog)
    rows = values(target)
    tuy_duc = next(row for row in rows if "Tuy Đức" in row)
    assert tuy_duc[2:] == [16674, 3131, 18.78, 16874, 1350, 8.2, 1781, 10.55]
    assert "Đã xuất phụ lục" in said(dialog)
    assert button(dialog, "Mở tệp").isVisible()
    assert button(dialog, "Mở thư mục").isVisible()
    assert "Đã xuất phụ lục" in driver.message()


def test_what_the_heading_says_is_kept_in_the_plan(driver: Driver, tmp_path: Path) -> None:
    dialog = opened(driver)
    dialog.number.setText("12/KH-UBND")
    dialog.date.setText("")
    dialog.path.setText(str(tmp_path / "phụ lục.xlsx"))
    driver.click(button(dialog, "Xuất"))
    driver.wait_for_done(dialog)
    plan = driver.document.plan
    assert plan.text(DocumentField.NUMBER) == "12/KH-UBND"
    assert plan.text(DocumentField.DATE) == ""
    driver.document.undo_stack.undo()
    assert driver.document.plan.text(DocumentField.NUMBER) == "97/KH-UBND"


def test_the_value_being_typed_is_exported(driver: Driver, tmp_path: Path) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.write("1350")
    dialog = opened(driver)
    dialog.path.setText(str(tmp_path / "x"))
    driver.click(button(dialog, "Xuất"))
    until((tmp_path / "x.xlsx").exists)
    driver.wait_for_done(dialog)
    assert any(1350 in row for row in values(tmp_path / "x.xlsx"))


def test_a_refused_value_is_mended_before_exporting(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    driver.press(Key.Key_E, CONTROL)
    assert driver.dialogs() == []
    assert driver.refusal()


@pytest.mark.parametrize(
    ("place", "reason"),
    [("gone/x.xlsx", "thư mục"), (".", "Chưa ghi được"), ("", "Chưa có tên tệp")],
)
def test_a_place_that_cannot_be_written_is_told_in_the_dialog(
    driver: Driver, tmp_path: Path, place: str, reason: str
) -> None:
    dialog = opened(driver)
    (tmp_path / "folder.xlsx").mkdir()
    target = tmp_path / "folder.xlsx" if place == "." else tmp_path / place
    dialog.path.setText(str(target) if place else "  ")
    driver.click(button(dialog, "Xuất"))
    driver.wait_for_done(dialog)
    until(lambda: reason in said(dialog))
    assert dialog.isVisible()
    assert button(dialog, "Xuất").isEnabled()


def test_a_failed_write_leaves_the_old_file_whole(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.xlsx"
    target.write_bytes(b"the old file")

    def full(path: Path, *_rest: object) -> None:
        raise durable.WriteFailed("disk_full", path)

    monkeypatch.setattr(durable, "write_file", full)
    dialog = opened(driver)
    dialog.path.setText(str(target))
    driver.click(button(dialog, "Xuất"))
    driver.wait_for_done(dialog)
    assert "đã đầy" in said(dialog)
    assert target.read_bytes() == b"the old file"


def test_cancelling_stops_the_work_and_keeps_the_dialog(
    driver: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = Event()

    def slow(
        _plan: object,
        _question: object,
        _options: object,
        _target: Path,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        from dnplanner.core.errors import PlannerError

        progress(1, 8)
        begun.set()
        while not cancelled():
            pass
        raise PlannerError("cancelled")

    monkeypatch.setattr(appendix_export, "write_appendix", slow)
    dialog = opened(driver)
    dialog.path.setText(str(tmp_path / "x.xlsx"))
    driver.click(button(dialog, "Xuất"))
    assert begun.wait(10)
    settle_down()
    progress = dialog.findChildren(QProgressBar)[0]
    assert (progress.value(), progress.maximum()) == (1, 8)
    driver.click(button(dialog, "Hủy"))
    driver.wait_for_done(dialog)
    assert "Đã dừng theo yêu cầu" in said(dialog)
    assert not (tmp_path / "x.xlsx").exists()
    assert dialog.isVisible()
    driver.click(button(dialog, "Đóng"))
    assert driver.dialogs() == []
