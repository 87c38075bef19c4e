"""For the projector: the whole screen for table, chart and panel, and everything larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from dnplanner.ui.main_window import MainWindow

SCALES = (100, 125, 150, 175, 200)
"""Sizes of everything shown, in percent of the usual one."""


class Presentation(QObject):
    """The commands of the view menu that trainers use."""

    def __init__(self, menu: QMenu, window: MainWindow) -> None:
        """Add the commands for ``window`` to ``menu``."""
        super().__init__(menu)
        self._window = window
        self._was_maximized = False
        self._action = menu.addAction(self.tr("T&rình chiếu"))
        self._action.setCheckable(True)
        self._action.setShortcut(QKeySequence("F11"))
        self._action.toggled.connect(self._on_toggled)
        window.addAction(self._action)
        sizes = menu.addMenu(self.tr("&Cỡ hiển thị"))
        self._sizes = QActionGroup(sizes)
        for percent in SCALES:
            size = sizes.addAction(f"{percent} %")
            size.setCheckable(True)
            size.setChecked(percent == window.preferences.scale)
            size.setData(percent)
            self._sizes.addAction(size)
        self._sizes.triggered.connect(self._on_size)

    def _on_toggled(self, on: bool) -> None:  # Qt's signature
        """Hide what is not for the audience; the menu bar stays, so that there is a way back."""
        parts = self._window.parts
        if parts is not None:
            parts.tool_bar.setVisible(not on)
            parts.status.setVisible(not on)
        if on:
            self._was_maximized = self._window.isMaximized()
            self._window.showFullScreen()
        elif self._was_maximized:
            self._window.showMaximized()
        else:
            self._window.showNormal()

    def _on_size(self, size: QAction) -> None:
        self._window.preferences.scale = size.data()
        self._window.tell(self.tr("Cỡ hiển thị mới có từ lần mở sau."))
