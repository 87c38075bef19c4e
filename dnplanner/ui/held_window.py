"""Keeping a window from being typed into for the moment that something is made ready for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dnplanner.ui.main_window import MainWindow


class HeldWindow:
    """A window that goes on being painted, and takes nothing until it is let go."""

    def __init__(self, window: MainWindow) -> None:
        """Not held yet."""
        self._window = window
        self._focus: QWidget | None = None

    def hold(self) -> None:
        """From now on nothing can be typed."""
        self._focus = QApplication.focusWidget()
        self._window.setEnabled(False)

    def let_go(self) -> None:
        """Go on where the focus was; in the table if that is gone."""
        self._window.setEnabled(True)
        focus, self._focus = self._focus, None
        if focus is not None and isValid(focus) and focus.window() is self._window:
            focus.setFocus()
        else:  # it was in a dialog that is closed by now
            self._window.sheet.body.setFocus()
