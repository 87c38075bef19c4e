"""A two-row header, as in the official appendix: groups above, columns below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.ui.theme import Theme

_PADDING = 8
_ELIDED = Qt.TextElideMode.ElideRight
_NO_PEN = Qt.PenStyle.NoPen
_LINES = 3.9
"""Height in lines of text: one for the groups, two for the columns, and air."""


class GroupedHeader(QHeaderView):
    """Paints sections of the model's headings under the headings of their groups."""

    def __init__(
        self, group_of: Callable[[int], str], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """``group_of`` gives the heading over a column, empty where the column stands alone."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._group_of = group_of
        self._theme = theme
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.viewport().update()

    def _group_rect(self, logical: int, rect: QRect) -> QRect:
        """The place of a column's whole group, reaching beyond the column itself."""
        group = self._group_of(logical)
        first = last = logical
        while first > 0 and self._group_of(first - 1) == group:
            first -= 1
        while last + 1 < self.count() and self._group_of(last + 1) == group:
            last += 1
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        return QRect(left, rect.top(), right - left, self._group_height())

    def _group_height(self) -> int:
        return int(self.fontMetrics().height() * 1.55)

    def _fill(self, painter: QPainter, rect: QRect) -> None:
        # Not fillRect: its first call makes Qt's 169 preset gradients known to Python.
        painter.setPen(_NO_PEN)
        painter.setBrush(QColor(self._theme.header))
        painter.drawRect(rect)
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """Room for both rows."""
        return QSize(self.length(), int(self.fontMetrics().height() * _LINES) + 6)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint one column's heading, and its group's clipped to it."""
        painter.save()
        own = QRect(rect)
        if self._group_of(logical):
            group = self._group_rect(logical, rect)
            own.setTop(group.bottom() + 1)
            painter.setClipRect(rect)
            self._fill(painter, group)
            self._write(painter, group, self._group_of(logical), over_group=True)
        self._fill(painter, own)
        self._write(painter, own, str(self.model().headerData(logical, Qt.Orientation.Horizontal)))
        painter.restore()

    def _write(
        self, painter: QPainter, rect: QRect, text: str, *, over_group: bool = False
    ) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text if over_group else self._theme.muted))
        inner = rect.adjusted(_PADDING // 2, 0, -_PADDING // 2, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        if over_group:  # has room for one line
            flags = Qt.AlignmentFlag.AlignCenter
            text = painter.fontMetrics().elidedText(text, _ELIDED, inner.width())
        painter.drawText(inner, flags, text)
