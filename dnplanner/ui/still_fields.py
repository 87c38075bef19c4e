"""Fields that the mouse wheel rolls past: what stands in them changes only when it is meant to.

Qt's own take the wheel wherever the pointer happens to be while a page is scrolled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QSlider

from dnplanner.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class StillBox(QComboBox):
    """A box of choices; its list scrolls once it is open."""

    # Qt overrides

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page around it."""
        event.ignore()


class StillSlider(QSlider):
    """A slider for dragging and for the arrow keys."""

    # Qt overrides

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page around it."""
        event.ignore()
