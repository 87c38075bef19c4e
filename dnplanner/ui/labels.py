"""Small pieces of text that the panel is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

if TYPE_CHECKING:
    from dnplanner.ui.caption import Caption


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


def write(label: QLabel | Caption, text: str) -> None:
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
