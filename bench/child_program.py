"""The program on its sample, as main.py starts it, telling when it is painted and when idle.

With the argument ``gaps`` it also tells the longest time its event loop stood still meanwhile.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dnplanner.app import Program


def main(settings: str, gaps: bool) -> None:
    """Start, wait for the chart, quit."""
    from dnplanner.ui import quick_start

    quick_start.begin()
    from PySide6.QtCore import QSettings

    from dnplanner import app
    from dnplanner.fault_report import install_fault_report
    from dnplanner.storage.samples import sample
    from dnplanner.ui.preferences import Preferences

    install_fault_report(lambda: Path(settings).parent)
    preferences = Preferences(QSettings(settings, QSettings.Format.IniFormat))
    program = app.Program(sample(), preferences, [])
    program.window.completed.connect(quick_start.settle)
    watching = _Watching(program, gaps)
    program.window.sheet.body.painted.connect(watching.on_painted)
    program.window.completed.connect(watching.on_completed)
    program.show()
    program.application.exec()


class _Watching:
    """Tells what the program reaches."""

    def __init__(self, program: Program, gaps: bool) -> None:
        from PySide6.QtCore import QTimer

        self._program = program
        self._gaps = gaps
        self._longest = self._last = 0.0
        self._pulse = QTimer(program.window)
        self._pulse.timeout.connect(self._on_pulse)

    def on_painted(self) -> None:
        """The table is painted for the first time."""
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, self._tell_painted)

    def on_completed(self) -> None:
        """All but the chart is there."""
        from bench.child_process import tell

        tell("completed")
        if self._program.window.parts is not None:
            self._program.window.parts.chart.ready.connect(self._on_chart)

    def _tell_painted(self) -> None:
        from bench.child_process import tell

        tell("painted")
        if self._gaps:
            self._last = time.perf_counter()
            self._pulse.start(1)

    def _on_pulse(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def _on_chart(self) -> None:
        from bench.child_process import tell

        # The chart is made; painting it belongs to the wait of the user.
        self._program.application.processEvents()
        self._program.application.processEvents()
        self._on_pulse()
        tell("idle", longest_gap=self._longest)
        self._program.application.quit()


main(sys.argv[1], "gaps" in sys.argv)
