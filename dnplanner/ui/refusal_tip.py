"""Why a typed value was not taken, under the cell it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from dnplanner.ui.theme import Theme

_WIDTH = 320
_MARGINS = (9, 7, 9, 7)


class RefusalTip(QLabel):
    """A small note that stays until the value is mended or given up."""

    def __init__(self, reason: str, theme: Theme, window: QWidget) -> None:
        """Say ``reason`` over ``window``."""
        super().__init__(reason, window)
        self._window = window
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFixedWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(reason)
        self.setStyleSheet(
            f"background: {theme.danger_soft}; color: {theme.text};"
            f"border: 1px solid {theme.danger}; border-radius: 4px;"
        )
        self.setContentsMargins(*_MARGINS)

    def place_under(self, editor: QWidget) -> None:
        """Stand under ``editor``, or above it where the window ends."""
        self.ensurePolished()  # before it is, the style sheet's padding does not count
        self.setFixedHeight(self.heightForWidth(_WIDTH))
        window = self._window
        corner = editor.mapTo(window, QPoint(editor.width() - _WIDTH, editor.height() + 3))
        if corner.y() + self.height() > window.height():
            corner = editor.mapTo(window, QPoint(editor.width() - _WIDTH, -self.height() - 3))
        self.move(max(4, corner.x()), corner.y())
        self.show()
        self.raise_()
