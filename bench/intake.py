"""Taking files in: from the file to the preview, beside the plain library; how long a window waits.

The file is read in a process of its own, whose start is counted; the window's longest standstill
is measured while a large file is read and understood in a thread beside an event loop.
"""

from __future__ import annotations

import os
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure, Target, medians
from bench.territories import QUESTION, SCENARIO, SIZES, territory

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

REGISTER_ROWS = 100_000
_ROUNDS = {8: 5, 713: 3, 10_600: 3}
_LIMITS = {8: Target(0.6, "median"), 10_600: Target(2.5, "median")}
_GAP = Target(0.1, "median")
_TICK = 4
"""Milliseconds between two ticks of the watchdog."""


def measure() -> list[Figure]:
    """Every size beside plain openpyxl, then the longest gap of an event loop at 100,000 rows."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for units in SIZES:
            figures += _measure_size(units, written(Path(folder) / f"{units}.xlsx", units))
        large = written(Path(folder) / "large.xlsx", REGISTER_ROWS)
        figures.append(Figure("longest standstill", REGISTER_ROWS, _gap(large), target=_GAP))
    return figures


def written(path: Path, rows: int) -> Path:
    """A workbook with a header row and so many units."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Biểu")
    sheet.append(
        [
            "Stt",
            "Đơn vị",
            "Tổng số hộ cuối năm 2023",
            "Số hộ nghèo cuối năm 2023",
            "Số hộ dự kiến cuối năm 2024",
            "Số hộ nghèo giảm năm 2024",
        ]
    )
    for at in range(rows):
        sheet.append([at + 1, f"Xã {at + 1}", 1500 + at % 900, 90 + at % 40, 1700 + at % 900, 7])
    book.save(path)
    return path


def _measure_size(units: int, path: Path) -> list[Figure]:
    plan = territory(units)
    found = medians(
        _ROUNDS[units], {"plain": partial(_plain, path), "ours": partial(preview, path, plan)}
    )
    base = found["plain"]
    return [
        Figure("plain openpyxl, the same cells", units, base, 1.0),
        Figure("preview", units, found["ours"], found["ours"] / base, None, _LIMITS.get(units)),
    ]


def preview(path: Path, plan: Plan) -> object:
    """Everything the import dialog waits for."""
    from dnplanner.exchange.slots import What
    from dnplanner.models.import_task import ImportTask, Purpose, read_file, understood

    file = read_file(path, lambda _rows: None, lambda: False)
    purpose = Purpose(What.PLAN, QUESTION.year)
    return understood(ImportTask(file, plan, SCENARIO, purpose))


def _plain(path: Path) -> int:
    from openpyxl import load_workbook

    sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    return sum(len(row) for row in sheet.iter_rows(values_only=True))


def _gap(path: Path) -> float:
    """Seconds of the longest gap between two ticks while the dialog takes a file in."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from dnplanner.exchange.slots import What
    from dnplanner.models.import_task import Purpose
    from dnplanner.ui.import_dialog import ImportDialog
    from dnplanner.ui.theme import LIGHT

    application = QApplication.instance() or QApplication([])
    window = QWidget()
    dialog = ImportDialog(
        territory(713), SCENARIO, Purpose(What.PLAN, QUESTION.year), LIGHT, window
    )
    dialog.show()
    application.processEvents()
    loop, watchdog = QEventLoop(), Watchdog()
    timer = QTimer()
    timer.setInterval(_TICK)
    timer.timeout.connect(watchdog.tick)
    dialog.understood.connect(partial(QTimer.singleShot, 200, loop.quit))
    dialog.read(path)
    timer.start()
    loop.exec()
    timer.stop()
    dialog.done(0)
    window.deleteLater()
    return watchdog.longest


class Watchdog:
    """Remembers the longest time between two ticks."""

    def __init__(self) -> None:
        """The first tick only begins."""
        self.longest = 0.0
        self._last: float | None = None

    def tick(self) -> None:
        """The event loop lives."""
        now = time.perf_counter()
        if self._last is not None:
            self.longest = max(self.longest, now - self._last)
        self._last = now
