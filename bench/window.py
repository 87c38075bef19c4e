"""The window at work: a committed edit until everything is repainted, and scrolling.

In one window of the usual size with table, total row, panel and chart, without a screen unless the
environment names one. A run ends when no event is left: layouts done, everything painted. All of it
happens in one thread, whose processor time is what is measured: on a machine that does nothing else
it is the time by the clock, on a busy one it is still the program's own.
"""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure, Target, p95
from bench.territories import SIZES, territory

if TYPE_CHECKING:
    from dnplanner.app import Program
    from dnplanner.core.plan import Plan

_EDITS = 150
_PAGES = 60
_WARM_UP = 10
_EDIT_LIMITS = {8: 4e-3, 713: None, 10_600: 8e-3}
_FRAME = 16e-3
_REDUCTION = 6
"""The column of households leaving poverty."""


def measure() -> list[Figure]:
    """Edits at every size, scrolling at the largest."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for units in SIZES:
            program = program_of(territory(units), Path(folder) / "settings.ini")
            figures += _measure_window(program, units)
            close(program)
    return figures


def _measure_window(program: Program, units: int) -> list[Figure]:
    limit = _EDIT_LIMITS[units]
    target = None if limit is None else Target(limit, "p95")
    edits, core = _edits(program)
    found = [
        Figure("edit to all repainted", units, statistics.median(edits), None, p95(edits), target),
        Figure("… of which until all was told", units, statistics.median(core), None, p95(core)),
        _gauge("undo to all repainted", units, _undos(program)),
    ]
    if units == max(SIZES):
        pages = _pages(program)
        target = Target(_FRAME, "p95")
        found.append(
            Figure("scroll of a page", units, statistics.median(pages), None, p95(pages), target)
        )
    return found


def _gauge(what: str, units: int, seconds: list[float]) -> Figure:
    return Figure(what, units, statistics.median(seconds), None, p95(seconds))


def program_of(plan: Plan, settings: Path) -> Program:
    """The whole window with its chart, every unit in the table."""
    from dnplanner.ui import quick_start

    quick_start.begin()
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from dnplanner import app
    from dnplanner.ui.preferences import Preferences

    preferences = Preferences(QSettings(str(settings), QSettings.Format.IniFormat))
    program = app.Program(plan, preferences, [])
    waiting = QEventLoop()
    QTimer.singleShot(30_000, waiting.quit)
    program.window.completed.connect(quick_start.settle)
    program.show()
    program.window.completed.connect(waiting.quit)
    waiting.exec()
    parts = program.window.parts
    if parts is None:
        raise RuntimeError("the window was not painted")
    parts.chart.ready.connect(waiting.quit)
    waiting.exec()
    if parts.chart.plot is None:
        raise RuntimeError("the chart did not come")
    model = program.window.sheet.body_model
    for unit in plan.tree.children:
        if unit != plan.tree.root:
            model.toggle(unit)
    settle(program)
    quick_start.settle()
    return program


def settle(program: Program) -> None:
    """Until nothing is left to do."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        program.application.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _edits(program: Program) -> tuple[list[float], list[float]]:
    """Seconds until repainted, and until told, for edits of the cells in view."""
    sheet = program.window.sheet
    leaves = [row for row in range(30) if _editable(program, row)]
    values = cycle(str(value) for value in range(3, 40))
    whole, told = [], []
    for row, _ in zip(cycle(leaves), range(_WARM_UP + _EDITS), strict=False):
        index = sheet.body_model.index(row, _REDUCTION)
        gc.collect(0)
        started = time.thread_time()
        sheet.body_model.setData(index, next(values))
        middle = time.thread_time()
        repaint(program)
        whole.append(time.thread_time() - started)
        told.append(middle - started)
    return whole[_WARM_UP:], told[_WARM_UP:]


def repaint(program: Program) -> None:
    """Everything that waits to be laid out and painted."""
    program.application.processEvents()
    program.application.processEvents()


def _editable(program: Program, row: int) -> bool:
    model = program.window.sheet.body_model
    if row >= model.rowCount():
        return False
    return not program.document.plan.tree.children_of(model.unit_at(row))


def _undos(program: Program) -> list[float]:
    seconds = []
    for _ in range(_EDITS // 2):
        started = time.thread_time()
        program.document.undo_stack.undo()
        repaint(program)
        seconds.append(time.thread_time() - started)
    return seconds


def _pages(program: Program) -> list[float]:
    """Seconds from moving the scroll bar by a page to the painted page."""
    bar = program.window.sheet.body.verticalScrollBar()
    seconds = []
    for _ in range(_WARM_UP + _PAGES):
        started = time.thread_time()
        bar.setValue(bar.value() + bar.pageStep())
        repaint(program)
        seconds.append(time.thread_time() - started)
    return seconds[_WARM_UP:]


def close(program: Program) -> None:
    """Close the window without questions."""
    program.document.undo_stack.setClean()
    program.window.close()
    program.window.deleteLater()
    settle(program)
