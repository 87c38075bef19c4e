"""Text for figures that change with every edit: it repaints, and stirs no layout.

A QLabel asks every layout above it to think again at each new text, up to the window.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dnplanner.override import override

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
_GAP = 8


class Caption(QWidget):
    """One line of text, which asks for room only when it needs another width.

    Where it ``yields`` it never asks: it takes what room there is, and shortens what does not fit.
    """

    def __init__(self, parent: QWidget | None = None, *, yields: bool = False) -> None:
        """No text yet."""
        super().__init__(parent)
        self._text = ""
        self._yields = yields
        across = QSizePolicy.Policy.Expanding if yields else QSizePolicy.Policy.Minimum
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """What is read here."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802 - as QLabel has it, for which it stands
        """Show another text."""
        before = self.sizeHint()
        self._text = text
        self.setAccessibleName(text)
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """The text's."""
        measure, margins = self.fontMetrics(), self.contentsMargins()
        width = 0 if self._yields else measure.horizontalAdvance(self._text)
        return QSize(width, measure.height()).grownBy(margins)

    @override
    def minimumSizeHint(self) -> QSize:
        """What does not yield needs all its width."""
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, or as much of it as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.contentsRect()
        text = _fitting(self, self._text, area.width()) if self._yields else self._text
        painter.drawText(area, _LEFT, text)


class Line(QWidget):
    """Words at the left, a figure at the right; words that do not fit are shortened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self.words = self.figure = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, words: str, figure: str) -> None:
        """Write both sides; a screen reader reads them as one."""
        if (words, figure) != (self.words, self.figure):
            self.words, self.figure = words, figure
            self.setAccessibleName(f"{words}: {figure}")
            self.update()

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """One line, as wide as there is room."""
        return QSize(0, self.fontMetrics().height())

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the figure, and the words in what room it leaves."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        area = self.rect()
        painter.drawText(area, _RIGHT, self.figure)
        room = area.width() - self.fontMetrics().horizontalAdvance(self.figure) - _GAP
        words = _fitting(self, self.words, room)
        painter.drawText(QRect(area.topLeft(), QSize(room, area.height())), _LEFT, words)


def _fitting(widget: QWidget, text: str, width: int) -> str:
    return widget.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
