"""Typing in the cells of a table: a value that is refused stays in its editor, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.core.errors import PlannerError
    from dnplanner.ui.refusal_tip import RefusalTip
    from dnplanner.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_RIGHT = Qt.AlignmentFlag.AlignRight

_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
}


class RefusingDelegate(QStyledItemDelegate):
    """Plain line editors whose text is taken only when ``refusal`` has nothing against it."""

    moved_on = Signal(int, int)
    """A value was taken by a key that moves: rows down, columns right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        """Say refusals in the colours of ``theme``."""
        super().__init__(parent)
        self._theme = theme
        self._editor: QLineEdit | None = None
        self._edited: QPersistentModelIndex | None = None
        self._tip: RefusalTip | None = None

    def refusal(self, index: _Index, text: str) -> PlannerError | None:
        """Why ``text`` cannot stand in a cell; None when it can."""
        del index, text
        return None

    def set_theme(self, theme: Theme) -> None:
        """Speak in other colours."""
        self._theme = theme

    def settle(self) -> bool:
        """Take the value being typed, if any; False when it is refused and stays in its editor."""
        if self._editor is None or self._edited is None:
            return True
        editor = self._editor
        refusal = self._refusal_of(editor)
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

    def _stays(self, editor: QObject) -> bool:
        """Whether an editor that loses the focus stays open, its value being refused."""
        if self._editor is None or editor is not self._editor:
            return False
        refusal = self._refusal_of(self._editor)
        if refusal is not None:
            self._show_refusal(self._editor, refusal)
        return refusal is not None

    def _refusal_of(self, editor: QLineEdit) -> PlannerError | None:
        if self._edited is None or not editor.isModified():
            return None
        return self.refusal(self._edited, editor.text())

    def _show_refusal(self, editor: QLineEdit, error: PlannerError) -> None:
        from dnplanner.models.wording import refusal_sentence
        from dnplanner.ui.refusal_tip import RefusalTip

        self._hide_refusal()
        reason = refusal_sentence(error)
        self._tip = RefusalTip(reason, self._theme, editor.window())
        self._tip.place_under(editor)
        self._frame(editor, self._theme.danger)
        editor.setAccessibleDescription(reason)

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

    # Qt overrides

    @override
    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index
    ) -> QWidget:
        """A plain line: numbers are read by our own strict parser, not by a spin box."""
        editor = QLineEdit(parent)
        self._frame(editor, self._theme.accent)
        right = int(index.data(_ALIGNMENT) or 0) & int(_RIGHT)
        editor.setAlignment(_RIGHT if right else Qt.AlignmentFlag.AlignLeft)
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
