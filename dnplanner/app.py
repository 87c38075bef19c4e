"""The composition root: puts document, window, fonts, words and colours together."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QObject,
    QSettings,
    QSize,
    Qt,
    QThreadPool,
    QTimer,
    QTranslator,
)
from PySide6.QtWidgets import QApplication

from dnplanner.fault_report import install_fault_report
from dnplanner.models.document import Document
from dnplanner.paths import resources, user_folder
from dnplanner.storage.samples import sample
from dnplanner.ui import quick_start
from dnplanner.ui.main_window import MainWindow
from dnplanner.ui.preferences import Preferences
from dnplanner.ui.theme import apply_palette, apply_theme, load_fonts, wanted_theme

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.plan import Plan


_LAST_WAIT = 5000
"""Milliseconds that work in threads gets to end once the window is closed."""


_PAUSE = 1
"""Milliseconds between two steps of completing the window.

With none, Qt takes the next step before it looks for keys and timers, and paints the window while a
thread loads the chart's library.
"""


_FRAME = QSize(0, 40)
"""Pixels that the frame of a window takes, at least nearly."""


class Program:
    """The application and its one window."""

    def __init__(self, plan: Plan, preferences: Preferences, argv: list[str]) -> None:
        """Show ``plan``; the window is complete shortly after its first paint."""
        self.application = _application(argv)
        self.preferences = preferences
        self._translators = install_words(self.application, preferences.language)
        load_fonts(self.application)
        apply_palette(self.application, wanted_theme(preferences.theme))
        self.document = Document(plan)
        self.window = MainWindow(self.document, preferences)

    def show(self) -> None:
        """Show the window, table first."""
        self.window.sheet.body.painted.connect(self._on_painted)
        self.window.show()

    def place_window(self) -> None:
        """Put the window where it was left; one that the screen has no room for fills it.

        So does the first one on a usual laptop, and one whose type was made larger since.
        """
        window = self.window
        place = self.preferences.place("window")
        if place is not None:
            window.restoreGeometry(place)
        wanted = window.size() + (_FRAME if place is None else QSize(0, 0))
        if wanted.boundedTo(window.screen().availableSize()) != wanted:
            window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)

    def execute(self) -> int:
        """Run until the window is closed; then the window goes before what it listens to."""
        code = self.application.exec()
        QThreadPool.globalInstance().waitForDone(_LAST_WAIT)
        self.window.deleteLater()
        self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return code

    def _on_painted(self) -> None:
        # Once the painting itself is through.
        QTimer.singleShot(0, self._dress)

    def _dress(self) -> None:
        """What only comes around the table needs."""
        apply_theme(self.application, self.window.theme)
        QTimer.singleShot(_PAUSE, self._complete)

    def _complete(self) -> None:
        if self.window.complete_further():
            QTimer.singleShot(_PAUSE, self._complete)
        elif self.window.parts is not None:
            QTimer.singleShot(_PAUSE, self.window.parts.chart.load)


def run(path: Path | None) -> int:
    """Open the window on ``path``, or on the sample; the exit code when it is closed."""
    faults = install_fault_report(user_folder)
    preferences = user_preferences()
    if preferences.scale != 100:  # read once, when Qt starts
        os.environ.setdefault("QT_SCALE_FACTOR", str(preferences.scale / 100))
    program = Program(sample(), preferences, sys.argv)
    program.window.completed.connect(quick_start.settle)
    faults.show_over(program.window)
    program.window.completed.connect(_Beginning(program, path).begin)
    program.place_window()
    program.show()
    return program.execute()


class _Beginning(QObject):
    """Starts keeping the document once the window is complete."""

    def __init__(self, program: Program, path: Path | None) -> None:
        super().__init__(program.window)
        self._window = program.window
        self._path = path

    def begin(self) -> None:
        """Look for the file and for what earlier runs left."""
        from dnplanner.ui.starting import Starting

        Starting(self._window, self._path).begin()


def screenshot(plan: Plan, out: Path, size: tuple[int, int], theme: str, language: str) -> int:
    """Write a picture of the complete window; 0 when it is written."""
    settings = QSettings("", QSettings.Format.IniFormat)
    preferences = Preferences(settings)
    preferences.theme, preferences.language = theme, language
    program = Program(plan, preferences, ["dnplanner"])
    window = program.window
    window.resize(*size)
    taking = _Taking(program, out)
    window.completed.connect(taking.wait_for_chart)
    program.show()
    return program.execute()


class _Taking(QObject):
    """Takes the picture once the chart is drawn."""

    def __init__(self, program: Program, out: Path) -> None:
        super().__init__(program.window)
        self._program = program
        self._out = out

    def wait_for_chart(self) -> None:
        """The window is complete but for the chart."""
        if self._program.window.parts is not None:
            self._program.window.parts.chart.ready.connect(self._on_ready)

    def _on_ready(self) -> None:
        QTimer.singleShot(0, self._take)

    def _take(self) -> None:
        window = self._program.window
        window.document.undo_stack.setClean()
        written = window.grab().save(str(self._out), "PNG")
        self._program.application.exit(0 if written else 1)


def user_preferences() -> Preferences:
    """What this user's program remembers."""
    return Preferences(QSettings("DN Planner", "DN Planner"))


def install_words(application: QApplication, language: str) -> list[QTranslator]:
    """Qt's own texts in the program's language, and the program's in English if wanted."""
    names = ["dnplanner_en"] if language == "en" else ["qtbase_vi"]
    installed = []
    for name in names:
        translator = QTranslator(application)
        if translator.load(str(resources() / "i18n" / f"{name}.qm")):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


def _application(argv: list[str]) -> QApplication:
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # The style by its name here: setStyle would make the whole of QStyle known to Python.
    application = QApplication([*(argv or ["dnplanner"]), "-style", "fusion"])
    application.setApplicationName("DN Planner")
    return application
