"""How large a window may be: with large type a laptop's screen holds less than a dialog likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""Pixels that the frame of a window takes, at least nearly."""


def within_screen(widget: QWidget, width: int, height: int) -> QSize:
    """The size wanted in pixels, or what the screen of ``widget`` has room for."""
    return QSize(width, height).boundedTo(widget.screen().availableSize() - _FRAME)
