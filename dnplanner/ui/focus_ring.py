"""Shows where the keyboard is: a ring round the button, box or field that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from dnplanner.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RINGED = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
)
"""What Fusion shows the focus of hardly or not at all."""
_WIDTH = 2.0
_RADIUS = 4.0


class FocusRing(QObject):
    """Follows the focus through the window and its dialogs, unless a click moved it."""

    def __init__(self, owner: QWidget) -> None:
        """Lives as long as ``owner``, the main window."""
        super().__init__(owner)
        self._frame: QFocusFrame | None = None
        self._style = _OverEverything()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def ringed(self) -> QWidget | None:
        """The widget that has the ring now."""
        frame = self._frame
        return frame.widget() if frame is not None and isValid(frame) else None

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        # A frame goes where its widget is, and with the dialog around it.
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None
        clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not clicked and _needs_ring(now):
            self._frame = _Frame(now)
            self._frame.setStyle(self._style)
            self._frame.setWidget(now)


class _Frame(QFocusFrame):
    """The ring itself."""

    # Qt overrides

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded line in the accent colour."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().accent().color(), _WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = _WIDTH / 2
        place = QRectF(self.rect()).adjusted(inside, inside, -inside, -inside)
        painter.drawRoundedRect(place, _RADIUS, _RADIUS)


class _OverEverything(QProxyStyle):
    """Has the ring drawn over the whole window or scrolled page, where no narrow parent cuts it."""

    # Qt overrides

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Above the widget, not beside it."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)


def _needs_ring(widget: QWidget) -> bool:
    """Editors inside a cell have a frame of their own."""
    holder = widget.parentWidget()
    grand = holder.parentWidget() if holder is not None else None
    return isinstance(widget, _RINGED) and not isinstance(grand, QAbstractItemView)
