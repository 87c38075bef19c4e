"""Painting and typing in the cells of the district table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygon

from dnplanner.core.errors import PlannerError
from dnplanner.core.finding import Level
from dnplanner.models.columns import NAME, ORDINAL
from dnplanner.override import override
from dnplanner.ui.refusing_delegate import RefusingDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

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
_NO_PEN = Qt.PenStyle.NoPen
_ELIDE = Qt.TextElideMode.ElideRight
_DEMI_BOLD = QFont.Weight.DemiBold
_SURELY_FITS = 7
"""Characters: columns are never so narrow that a text of this length has to be cut."""

_Index = QModelIndex | QPersistentModelIndex


class CellDelegate(RefusingDelegate):
    """Paints what ``PlanTableModel.look`` says; keeps a refused value in its editor."""

    def __init__(
        self, model: PlanTableModel, theme: Theme, *, whole: bool, view: QAbstractItemView
    ) -> None:
        """Paint cells of ``model`` in ``view``, as the total row if ``whole``."""
        super().__init__(theme, view)
        self._view = view
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

    def _background_of(self, look: Look, index: _Index) -> QColor | None:
        """What lies under a cell; None where it is what lies under the whole table."""
        if self._view.selectionModel().isSelected(index):
            return self._selected
        return self._warning_soft if look.finding is Level.WARNING else None

    def _font_of(self, look: Look, option: QStyleOptionViewItem) -> QFont:
        if not (self._whole or look.pinned):
            return option.font
        font = QFont(option.font)
        font.setWeight(_DEMI_BOLD)
        return font

    def _colour_of(self, look: Look, column: int) -> QColor:
        if self._whole or column == NAME:
            return self._text
        return self._ink if look.is_input else self._muted

    def _paint_text(self, painter: QPainter, rect: QRect, look: Look, column: int) -> None:
        if column == NAME:
            inner, alignment = self._paint_name(painter, rect, look), _LEFT
        elif column == ORDINAL:
            inner, alignment = rect, _CENTRE
        else:
            inner, alignment = rect.adjusted(_PADDING, 0, -_PADDING, 0), _RIGHT
        text = look.text
        if len(text) > _SURELY_FITS:
            text = painter.fontMetrics().elidedText(text, _ELIDE, inner.width())
        painter.setPen(self._colour_of(look, column))
        painter.drawText(inner, alignment, text)

    def _paint_name(self, painter: QPainter, rect: QRect, look: Look) -> QRect:
        """Indent, and the arrow of a unit that opens; what is left for the text."""
        left = rect.left() + _PADDING - 4 + look.depth * _INDENT
        if look.expandable:
            painter.setPen(self._muted)
            box = QRect(left, rect.top(), _ARROW, rect.height())
            painter.drawText(box, _CENTRE, "▾" if look.expanded else "▸")
        return QRect(left + _ARROW, rect.top(), rect.right() - left - _ARROW - 4, rect.height())

    def _paint_marks(self, painter: QPainter, rect: QRect, look: Look) -> None:
        painter.setPen(_NO_PEN)
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
        background = self._background_of(look, index)
        if background is not None:
            _fill(painter, rect, background)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._whole:
            line = QRect(rect.left(), rect.top(), rect.width(), 2)
            _fill(painter, line, self._accent.color())
        painter.setFont(self._font_of(look, option))
        self._paint_text(painter, rect, look, column)
        if look.pinned or look.finding is not None:
            self._paint_marks(painter, rect, look)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(self._accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()


def _fill(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Not fillRect: its first call makes Qt's 169 preset gradients known to Python."""
    painter.setPen(_NO_PEN)
    painter.setBrush(colour)
    painter.drawRect(rect)
