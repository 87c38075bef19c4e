"""Ten thousand rows pasted, undone, redone, emptied: until shown, and the longest stand-still.

All of it as a user does it, in the whole window with its document kept on the disk. A stand-still
is the longest turn of the event loop by the clock, so that the program's own threads count, and
whatever else the machine does; how much of it the window itself works is told beside it.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.figures import Figure, Target, p95
from bench.territories import SIZES, territory
from bench.window import close, program_of, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dnplanner.app import Program

_ROUNDS = 5
_STANDING = Target(50e-3, "median")
_IDLE = 1e-3
"""Seconds between two turns: an event loop with nothing to do leaves Python to the threads."""

_AFTERWARDS = 0.5
"""Seconds in which everything that follows a change has happened: chart, panel, writing."""


class _Times(NamedTuple):
    """Seconds until another plan is shown, of the longest turn, and of the most work in one."""

    shown: float
    stood: float
    worked: float


def measure() -> list[Figure]:
    """Each at the largest size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    with tempfile.TemporaryDirectory() as folder:
        home, os.environ["DNPLANNER_HOME"] = os.environ.get("DNPLANNER_HOME"), folder
        program = program_of(territory(max(SIZES)), Path(folder) / "settings.ini")
        try:
            _keep(program)
            return list(_figures(program))
        finally:
            close(program)
            if home is None:
                del os.environ["DNPLANNER_HOME"]
            else:
                os.environ["DNPLANNER_HOME"] = home


def _keep(program: Program) -> None:
    """Give the plan its working copy, which every change goes to."""
    parts = program.window.parts
    if parts is None:
        raise RuntimeError("the window is not complete")
    parts.files.opening.keep(program.document.plan)
    while parts.keeper.store is None:
        program.application.processEvents()
    settle(program)


def _figures(program: Program) -> Iterator[Figure]:
    parts = program.window.parts
    if parts is None:
        raise RuntimeError("the window is not complete")
    seconds: dict[str, list[_Times]] = {}
    for turn in range(_ROUNDS):
        _copy(program, turn)
        works = {
            "pasted": parts.editing.paste,
            "undone": parts.menus.undo.trigger,
            "redone": parts.menus.redo.trigger,
            "emptied": parts.editing.clear,
        }
        for what, work in works.items():
            seconds.setdefault(what, []).append(_timed(program, work))
    rows = program.window.sheet.body_model.rowCount()
    for what, times in seconds.items():
        shown, stood, worked = (list(each) for each in zip(*times, strict=True))
        yield Figure(f"a column {what}", rows, statistics.median(shown), None, p95(shown))
        stand, work_of = statistics.median(stood), statistics.median(worked)
        yield Figure("… longest stand-still", rows, stand, None, max(stood), _STANDING)
        yield Figure("… longest work of the window's", rows, work_of, None, max(worked))


def _copy(program: Program, turn: int) -> None:
    """Other numbers for every row on the clipboard, and the table's first cell current."""
    from PySide6.QtGui import QGuiApplication

    from dnplanner.core.entry import Cell
    from dnplanner.models.columns import column_of

    rows = program.window.sheet.body_model.rowCount()
    text = "\n".join(str(3 + turn + at % 3) for at in range(rows))
    QGuiApplication.clipboard().setText(text)
    program.window.sheet.body.go_to(0, column_of(Cell.REDUCTION))
    settle(program)


def _timed(program: Program, work: Callable[[], object]) -> _Times:
    """From the command until everything has followed that follows a change."""
    before = program.document.plan
    started = time.perf_counter()
    stood = [_turn(work)]
    changed: float | None = None
    while changed is None or time.perf_counter() < changed + _AFTERWARDS:
        time.sleep(_IDLE)
        stood.append(_turn(program.application.processEvents))
        if changed is None and program.document.plan is not before:
            changed = time.perf_counter()
    clock, processor = zip(*stood, strict=True)
    return _Times(changed - started, max(clock), max(processor))


def _turn(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of a turn by the clock, and of the window's thread at work."""
    clock, processor = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - clock, time.thread_time() - processor
