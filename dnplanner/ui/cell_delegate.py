"""Painting and typing in the cells of the district table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from dnplanner.core.checks import Level
from dnplanner.core.errors import PlannerError
from dnplanner.models.columns import NAME, ORDINAL
from dnplanner.override import override
from dnplanner.ui.refusing_delegate import RefusingDelegate

if TYPE_CHECKING:
    from dnplanner.models.plan_table import Look, PlanTableModel
    from dnplanner.ui.theme import Theme

_PADDING = 10
_INDENT = 16
_ARROW = 14
_CORNER = 8
_DOT = 2.5
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_SELECTED = QStyle.StateFlag.State_Selected

_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(RefusingDelegate):
    """Paints what ``PlanTableModel.look`` says; keeps a refused value in its editor."""

    def __init__(
        self, model: PlanTableModel, theme: Theme, *, whole: bool, parent: QObject
    ) -> None:
        """Paint cells of ``model``, as the total row if ``whole``."""
        super().__init__(theme, parent)
        self._model = model
        self._whole = whole
        self.set_theme(theme)

    @override
    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._text = QColor(theme.text)
        self._muted = QColor(theme.muted)
        self._ink = QColor(theme.ink)
        self._line = QColor(theme.line)
        self._background = QColor(theme.total if self._whole else theme.base)
        self._selected = QColor(theme.selection)
        self._accent = QPen(QColor(theme.accent), 2)
        self._warning_soft = QColor(theme.warning_soft)
        self._marks = {
            Level.ERROR: QColor(theme.danger),
            Level.WARNING: QColor(theme.warning),
            Level.INFO: QColor(theme.faint),
        }

    @override
    def refusal(self, index: _Index, text: str) -> PlannerError | None:
        """Why the text cannot be taken, by what the edit of typing it would raise."""
        unit = self._model.unit_at(index.row())
        try:
            self._model.edit_for(unit, index.column(), text)
        except PlannerError as error:
            return error
        return None

    def _background_of(self, look: Look, option: QStyleOptionViewItem) -> QColor:
        if option.state & _SELECTED:
            return self._selected
        if look.finding is Level.WARNING:
            return self._warning_soft
        return self._background

    def _font_of(self, look: Look, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        if self._whole or look.pinned:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _colour_of(self, look: Look, column: int) -> QColor:
        if self._whole or column == NAME:
            return self._text
        return self._ink if look.is_input else self._muted

    def _paint_name(self, painter: QPainter, rect: QRect, look: Look) -> QRect:
        """Indent, and the arrow of a unit that opens; what is left for the text."""
        left = rect.left() + _PADDING - 4 + look.depth * _INDENT
        if look.expandable:
            painter.setPen(self._muted)
            box = QRect(left, rect.top(), _ARROW, rect.height())
            painter.drawText(box, _CENTRE, "▾" if look.expanded else "▸")
        return QRect(left + _ARROW, rect.top(), rect.right() - left - _ARROW - 4, rect.height())

    def _paint_marks(self, painter: QPainter, rect: QRect, look: Look) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if look.pinned:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(self._ink)
            painter.drawEllipse(QPoint(rect.left() + _PADDING, rect.center().y() + 1), _DOT, _DOT)
        if look.finding is not None:
            corner = rect.topRight()
            painter.setBrush(self._marks[look.finding])
            painter.drawPolygon(
                QPolygon([corner, corner - QPoint(_CORNER, 0), corner + QPoint(0, _CORNER)])
            )

    # Qt overrides

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell from its look."""
        column = index.column()
        look = self._model.look(index.row(), column)
        rect = option.rect
        painter.save()
        painter.fillRect(rect, self._background_of(look, option))
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._whole:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), self._accent.color())
        painter.setFont(self._font_of(look, option))
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        alignment = _RIGHT
        if column == NAME:
            inner, alignment = self._paint_name(painter, rect, look), _LEFT
        elif column == ORDINAL:
            alignment = _CENTRE
        painter.setPen(self._colour_of(look, column))
        text = painter.fontMetrics().elidedText(
            look.text, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, alignment, text)
        self._paint_marks(painter, rect, look)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()
