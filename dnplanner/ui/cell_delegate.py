"""Painting and typing in the cells of the district table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dnplanner.core.checks import Level
from dnplanner.core.errors import PlannerError
from dnplanner.models.columns import COLUMNS, NAME, ORDINAL
from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.models.plan_table import Look, PlanTableModel
    from dnplanner.ui.refusal_tip import RefusalTip
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

_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
}


class CellDelegate(QStyledItemDelegate):
    """Paints what ``PlanTableModel.look`` says; keeps a refused value in its editor."""

    moved_on = Signal(int, int)
    """A value was taken by a key that moves: rows down, columns right."""

    def __init__(
        self, model: PlanTableModel, theme: Theme, *, whole: bool, view: QAbstractItemView
    ) -> None:
        """Paint cells of ``model`` in ``view``, as the total row if ``whole``."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._whole = whole
        self._editor: QLineEdit | None = None
        self._edited: QPersistentModelIndex | None = None
        self._tip: RefusalTip | None = None
        self.set_theme(theme)

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

    def settle(self) -> bool:
        """Take the value being typed, if any; False when it is refused and stays in its editor."""
        if self._editor is None or self._edited is None:
            return True
        editor = self._editor
        refusal = self._refusal(editor)
        if refusal is not None:
            self._show_refusal(editor, refusal)
            editor.setFocus()
            return False
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        return True

    def give_up(self) -> None:
        """Close the editor, if one is open, and forget what was typed."""
        if self._editor is not None:
            self.closeEditor.emit(self._editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)

    def follow_editor(self) -> None:
        """Keep the reason under its editor when the table is scrolled."""
        if self._tip is not None and self._editor is not None:
            self._tip.place_under(self._editor)

    def _refusal(self, editor: QLineEdit) -> PlannerError | None:
        """Why the text in the editor cannot be taken; None when it can."""
        if self._edited is None or not editor.isModified():
            return None
        unit = self._model.unit_at(self._edited.row())
        try:
            self._model.edit_for(unit, self._edited.column(), editor.text())
        except PlannerError as error:
            return error
        return None

    def _stays(self, editor: QObject) -> bool:
        """Whether an editor that loses the focus stays open, its value being refused."""
        if self._editor is None or editor is not self._editor:
            return False
        refusal = self._refusal(self._editor)
        if refusal is not None:
            self._show_refusal(self._editor, refusal)
        return refusal is not None

    def _show_refusal(self, editor: QLineEdit, error: PlannerError) -> None:
        from dnplanner.ui.refusal_tip import RefusalTip

        self._hide_refusal()
        self._tip = RefusalTip(self._model.reason(error), self._theme, editor.window())
        self._tip.place_under(editor)
        self._frame(editor, self._theme.danger)
        editor.setAccessibleDescription(self._model.reason(error))

    def _hide_refusal(self) -> None:
        if self._tip is not None:
            self._tip.hide()
            self._tip.deleteLater()
            self._tip = None

    def _frame(self, editor: QLineEdit, colour: str) -> None:
        """Show by its frame that a cell is being typed in, and whether its value is refused."""
        editor.setStyleSheet(
            f"border: 2px solid {colour}; background: {self._theme.base}; color: {self._theme.text}"
        )

    def _on_text_edited(self) -> None:
        self._hide_refusal()
        if self._editor is not None:
            self._frame(self._editor, self._theme.accent)

    def _on_editor_gone(self) -> None:
        self._hide_refusal()
        self._editor = None
        self._edited = None

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
            # Not fillRect: its first call makes Qt's 169 preset gradients known to Python.
            painter.setPen(_NO_PEN)
            painter.setBrush(background)
            painter.drawRect(rect)
        painter.setPen(self._line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if self._whole:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 2), self._accent.color())
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

    @override
    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """A plain line: numbers are read by our own strict parser, not by a spin box."""
        editor = QLineEdit(parent)
        self._frame(editor, self._theme.accent)
        right = COLUMNS[index.column()].cell is not None
        editor.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        editor.setTextMargins(4, 0, 4, 0)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        editor.textEdited.connect(self._on_text_edited)
        editor.destroyed.connect(self._on_editor_gone)
        self._editor, self._edited = editor, QPersistentModelIndex(index)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Start from the shown value, all selected; what is being typed is left alone."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Hand the text over only when the user changed it."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())
            editor.setModified(False)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    @override
    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """Forget the editor before Qt deletes it."""
        if editor is self._editor:
            self._on_editor_gone()
        super().destroyEditor(editor, index)

    @override
    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and the arrows take the value and move on, unless it is refused."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            move = _MOVES.get(Qt.Key(event.key()))
            if move is not None:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and move == (1, 0):
                    move = (-1, 0)
                if self.settle():
                    self.moved_on.emit(*move)
                return True
        if event.type() == QEvent.Type.FocusOut and self._stays(editor):
            return True
        return super().eventFilter(editor, event)
