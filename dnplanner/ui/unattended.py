"""The window without a user before it: waiting for it, and letting it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, QTimer

from dnplanner.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from dnplanner.ui.main_window import MainWindow

_PATIENCE = 60_000
"""Milliseconds until something counts as never happening."""


def preferences_in(folder: Path) -> Preferences:
    """Preferences as after installing, kept apart from the user's."""
    return Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def wait_for(signal: SignalInstance, begin: Callable[[], object] | None = None) -> None:
    """Call ``begin``, then let the window live until ``signal`` comes, a minute at most."""
    waiting, limit = QEventLoop(), QTimer()
    limit.setSingleShot(True)
    limit.timeout.connect(waiting.quit)
    limit.start(_PATIENCE)
    signal.connect(waiting.quit)
    if begin is not None:
        begin()
    waiting.exec()


def let_go(window: MainWindow) -> None:
    """Close the window without questions, and delete it before the document it listens to."""
    window.document.undo_stack.setClean()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
