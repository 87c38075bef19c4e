"""Why a typed value was not taken, under the cell it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget
from shiboken6 import isValid

from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.ui.theme import Theme

_WIDTH = 320
_MARGINS = (9, 7, 9, 7)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class RefusalTip(QLabel):
    """A small note that stays with its editor until the value is mended or given up."""

    def __init__(self, reason: str, theme: Theme, window: QWidget) -> None:
        """Say ``reason`` over ``window``."""
        super().__init__(reason, window)
        self._window = window
        self._editor: QWidget | None = None
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
        """Stand under ``editor``, or above it where the window ends, wherever it moves."""
        self.ensurePolished()  # before it is, the style sheet's padding does not count
        self.setFixedHeight(self.heightForWidth(_WIDTH))
        self._editor = editor
        holder: QWidget | None = editor
        while holder is not None:
            holder.installEventFilter(self)
            holder = None if holder is self._window else holder.parentWidget()
        self._follow()
        self.show()
        self.raise_()

    def _follow(self) -> None:
        editor, window = self._editor, self._window
        if editor is None or not isValid(editor):
            return
        corner = editor.mapTo(window, QPoint(editor.width() - _WIDTH, editor.height() + 3))
        if corner.y() + self.height() > window.height():
            corner = editor.mapTo(window, QPoint(editor.width() - _WIDTH, -self.height() - 3))
        self.move(max(4, corner.x()), corner.y())

    # Qt overrides

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor moves with whatever it stands in: scrolled rows, a bar that opens above."""
        if event.type() in _MOVES:
            self._follow()
        return super().eventFilter(watched, event)
