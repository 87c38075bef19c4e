"""What the tests of documents in the window share: starting, choosing files, reading the bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from dnplanner.core.entry import Cell
from dnplanner.storage.document_file import save
from dnplanner.storage.samples import sample
from dnplanner.ui.starting import Starting
from tests.ui.driving import until

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.ui.line_dialog import LineDialog
    from tests.ui.driving import Driver

KEPT = "Thay đổi đã giữ trên máy, chưa lưu vào tệp"
WRITING = "Đang ghi…"


def saved_sample(path: Path) -> Path:
    """The sample plan in a file, without history."""
    path.parent.mkdir(parents=True, exist_ok=True)
    save(sample(), path)
    return path


def start(driver: Driver, path: Path | None = None) -> None:
    """What the program does after its first paint."""
    starting = Starting(driver.window, path)
    ended: list[bool] = []
    starting.finished.connect(lambda: ended.append(True))
    starting.begin()
    until(lambda: bool(ended))
    driver.wait_for_work()


def status(driver: Driver) -> str:
    """What the status bar says about the disk."""
    return driver.parts.status.saved.text()


def reduce(driver: Driver, text: str, unit: str = "Tuy Đức") -> None:
    """Type a unit's reduction, and wait until it is kept."""
    driver.enter(unit, Cell.REDUCTION, text)
    until(lambda: driver.parts.keeper.is_durable)


def reduction(driver: Driver, unit: str = "Tuy Đức") -> str:
    return driver.text(unit, Cell.REDUCTION)


def choose(driver: Driver, path: Path) -> None:
    """Give the open file dialog a file."""
    asking = driver.dialog(QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.done(QDialog.DialogCode.Accepted)


def press_button(driver: Driver, text: str) -> None:
    """Press a button of the open question by its words."""
    box = driver.dialog(QMessageBox)
    driver.click(next(each for each in box.buttons() if each.text().replace("&", "") == text))


def lines(dialog: LineDialog) -> list[list[str]]:
    """The texts of a dialog's table."""
    model = dialog.model
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def undo_text(driver: Driver) -> str:
    return driver.parts.menus.undo.text()
