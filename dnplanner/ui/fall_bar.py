"""The drop of a rate as a small stacked bar: households leaving poverty, more households."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.core.targets import Decomposition
    from dnplanner.ui.theme import Theme

_HEIGHT = 8
_LEAST = 2.0
"""A part that is not nothing is at least this many pixels wide."""


class FallBar(QWidget):
    """What pulls the rate down stands right of the mark, what pushes it up left of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._theme = theme
        self._parts = (0.0, 0.0)
        self.setFixedHeight(_HEIGHT)

    def show_parts(self, parts: Decomposition | None) -> None:
        """Draw the two parts of a drop; nothing where there are none."""
        self._parts = (0.0, 0.0) if parts is None else (float(parts.exits), float(parts.growth))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, _HEIGHT)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two blocks on each side of the mark of no change."""
        up = -sum(min(part, 0.0) for part in self._parts)
        down = sum(max(part, 0.0) for part in self._parts)
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), QColor(self._theme.line))
        if not up and not down:
            return
        unit = self.width() / (up + down)
        right = left = up * unit
        for part, colour in zip(
            self._parts, (self._theme.accent, self._theme.accent_soft), strict=True
        ):
            width = max(_LEAST, abs(part) * unit) if part else 0.0
            place = right if part > 0 else left - width
            place = min(place, self.width() - width)
            painter.setBrush(QColor(colour if part > 0 else self._theme.warning))
            painter.drawRect(QRectF(place, 0, width, _HEIGHT))
            if part > 0:
                right += width
            else:
                left -= width
        if up:
            painter.fillRect(QRectF(up * unit - 1, 0, 2, _HEIGHT), QColor(self._theme.text))
