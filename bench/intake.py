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
    from dnplanner.exchange.slots import What

REGISTER_ROWS = 100_000
_ROUNDS = {8: 5, 713: 3, 10_600: 3}
_LIMITS = {8: Target(0.6, "median"), 10_600: Target(2.5, "median")}
MERGED_FILES = 71
_REGISTER_ROUNDS = _MERGE_ROUNDS = 3
_REGISTER = Target(4.0, "median")
_MERGE = Target(6.0, "median")
_GAP = Target(0.1, "median")
_TICK = 4
"""Milliseconds between two ticks of the watchdog."""


def measure() -> list[Figure]:
    """Every size beside plain openpyxl, a register, a merge, and an event loop's longest gap."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for units in SIZES:
            figures += _measure_size(units, written(Path(folder) / f"{units}.xlsx", units))
        figures += _measure_register(register(Path(folder) / "register.xlsx"))
        figures += _measure_merge(_sent(Path(folder)))
        large = written(Path(folder) / "large.xlsx", REGISTER_ROWS)
        figures.append(Figure("longest standstill", REGISTER_ROWS, _gap(large), target=_GAP))
    return figures


def written(path: Path, rows: int, first: int = 0) -> Path:
    """A workbook with a header row and so many units, from the one at ``first`` on."""
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
    for at in range(first, first + rows):
        sheet.append([at + 1, f"Xã {at + 1}", 1500 + at % 900, 90 + at % 40, 1700 + at % 900, 7])
    book.save(path)
    return path


def register(path: Path) -> Path:
    """A workbook of households, poor or near-poor, in the units of ``territory(713)``."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách")
    sheet.append(["Stt", "Mã hộ", "Họ và tên chủ hộ", "Dân tộc", "Xã", "Phân loại"])
    peoples, classes = ("Kinh", "Ê đê", "M'nông"), ("Hộ nghèo", "Hộ cận nghèo", "Thoát nghèo")
    for at in range(REGISTER_ROWS):
        unit, people, kind = f"Xã {at % 713 + 1}", peoples[at % 3], classes[at // 5 % 3]
        sheet.append([at + 1, f"HN{at:06}", f"Nguyễn Văn {at}", people, unit, kind])
    book.save(path)
    return path


def _measure_register(path: Path) -> list[Figure]:
    from dnplanner.exchange.slots import What

    plan = territory(713)
    ours = partial(preview, path, plan, What.REGISTER)
    found = medians(_REGISTER_ROUNDS, {"plain": partial(_plain, path), "ours": ours})
    base = found["plain"]
    return [
        Figure("plain openpyxl, the same cells", REGISTER_ROWS, base, 1.0),
        Figure("register", REGISTER_ROWS, found["ours"], found["ours"] / base, None, _REGISTER),
    ]


def _sent(folder: Path) -> list[Path]:
    """The files of 71 communes, with ten villages each."""
    return [
        written(folder / f"commune-{at + 1:02}.xlsx", 10, at * 10) for at in range(MERGED_FILES)
    ]


def _measure_merge(paths: list[Path]) -> list[Figure]:
    plan = territory(713)

    def plain() -> int:
        return sum(_plain(path) for path in paths)

    found = medians(_MERGE_ROUNDS, {"plain": plain, "ours": partial(merged, paths, plan)})
    base = found["plain"]
    return [
        Figure("plain openpyxl, the same files", MERGED_FILES, base, 1.0),
        Figure("merge", MERGED_FILES, found["ours"], found["ours"] / base, None, _MERGE),
    ]


def merged(paths: list[Path], plan: Plan) -> object:
    """Everything the merge dialog waits for."""
    from dnplanner.exchange.slots import What
    from dnplanner.models.arriving import arrived
    from dnplanner.models.import_task import Purpose
    from dnplanner.models.merge_session import MergeSession, merge_found

    files = tuple(arrived(paths, lambda _at, _of: None, lambda: False))
    purpose = Purpose(What.PLAN, QUESTION.year)
    found = merge_found(MergeSession(plan, SCENARIO, purpose, files).task)
    assert not found.merged.conflicts
    return found


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


def preview(path: Path, plan: Plan, what: What | None = None) -> object:
    """Everything the import dialog waits for; a plan unless ``what`` says otherwise."""
    from dnplanner.exchange.slots import What
    from dnplanner.models.import_task import ImportTask, Purpose, read_file, understood

    file = read_file(path, lambda _rows: None, lambda: False)
    year = plan.base_year if what is What.REGISTER else QUESTION.year
    purpose = Purpose(what or What.PLAN, year)
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
