"""Small pieces of text that the panel is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget


def section_title(text: str, parent: QWidget) -> QLabel:
    """A quiet heading in spaced capitals."""
    label = QLabel(text, parent)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setWeight(QFont.Weight.DemiBold)
    font.setCapitalization(QFont.Capitalization.AllUppercase)
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
    label.setFont(font)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def write(label: QLabel, text: str) -> None:
    """Change a label's text only when it differs: layouts are not stirred for nothing."""
    if label.text() != text:
        label.setText(text)


def tint(label: QWidget, colour: str) -> None:
    """Draw a label's text in ``colour``."""
    palette = label.palette()
    wanted = QColor(colour)
    if palette.color(QPalette.ColorRole.WindowText) != wanted:
        palette.setColor(QPalette.ColorRole.WindowText, wanted)
        label.setPalette(palette)


class Line(QWidget):
    """Words at the left, a figure at the right."""

    def __init__(self, parent: QWidget | None = None, *, wrap: bool = False) -> None:
        """An empty line; the words may wrap if ``wrap``."""
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(wrap)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.figure = QLabel(self)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.figure)

    def show_text(self, words: str, figure: str) -> None:
        """Write both sides; a screen reader reads them as one."""
        write(self.words, words)
        write(self.figure, figure)
        self.setAccessibleName(f"{words}: {figure}")
