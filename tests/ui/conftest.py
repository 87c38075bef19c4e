"""A main window for tests: made as the program makes it, and gone without a trace afterwards."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QSettings, Qt, QThreadPool, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from dnplanner.app import install_words
from dnplanner.models.document import Document
from dnplanner.paths import HOME_VARIABLE
from dnplanner.storage.samples import sample
from dnplanner.ui.main_window import MainWindow
from dnplanner.ui.preferences import Preferences
from dnplanner.ui.theme import LIGHT, apply_theme, load_fonts
from tests.ui.driving import Driver, settle_down

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dnplanner.core.plan import Plan

SIZE = (1366, 768)
_OF_THE_POOL = "Dummy-"
"""What Python calls Qt's threads, which stay for the next work."""


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    """No block on the clipboard, over which the offscreen platform crashes at exit; no key down.

    After a key was pressed with Ctrl, Qt takes Ctrl for held until the next key.
    """
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.clipboard().clear()
        if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
            QTest.keyClick(QWidget(), Qt.Key.Key_Escape)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings of nobody, in a file of the test's own."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    found = Preferences(settings)
    found.theme = "light"
    return found


@pytest.fixture
def language() -> str:
    """The language of the window; tests of the other one put theirs in its place."""
    return "vi"


@pytest.fixture
def looks(qapp: QApplication, language: str) -> Iterator[QApplication]:
    """The program's fonts, colours and words."""
    font, palette, sheet = qapp.font(), qapp.palette(), qapp.styleSheet()
    translators: list[QTranslator] = install_words(qapp, language)
    load_fonts(qapp)
    apply_theme(qapp, LIGHT)
    yield qapp
    for translator in translators:
        qapp.removeTranslator(translator)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def open_window(
    looks: QApplication,
    preferences: Preferences,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[Plan], Driver]]:
    """Opens windows; when the test is over they close, and nothing of them may be left."""
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    before = set(looks.topLevelWidgets())
    threads = set(threading.enumerate())
    drivers: list[Driver] = []

    def show(plan: Plan) -> Driver:
        window = MainWindow(Document(plan), preferences)
        window.resize(*SIZE)
        window.show()
        window.complete()
        window.activateWindow()
        settle_down()
        drivers.append(Driver(window))
        return drivers[-1]

    yield show
    windows = [driver.window for driver in drivers]
    for driver in drivers:
        _close(driver.window)
        del driver.window  # the finished test still holds its driver
    gc.collect()
    settle_down()
    assert not [window for window in windows if shiboken6.isValid(window)], "a window lives on"
    assert set(looks.topLevelWidgets()) - before == set(), "a widget was left behind"
    begun = [each for each in threading.enumerate() if not each.name.startswith(_OF_THE_POOL)]
    assert set(begun) - threads == set(), "a thread was left behind"


@pytest.fixture
def driver(open_window: Callable[[Plan], Driver]) -> Driver:
    """The window on the sample plan, ready for typing."""
    return open_window(sample())


def _close(window: MainWindow) -> None:
    """Close without questions, as far as a window may."""
    QThreadPool.globalInstance().waitForDone()
    settle_down()
    for box in window.findChildren(QMessageBox):
        box.reject()
    window.sheet.give_up()
    if window.parts is not None:
        window.parts.panel.unit.flows.give_up()
    document = window.document
    document.undo_stack.setClean()
    assert window.close()
    timers = window.findChildren(QTimer)
    window.deleteLater()
    document.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not [timer for timer in timers if _is_active(timer)], "a timer runs on"


def _is_active(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:  # deleted with its window, as it should be
        return False
