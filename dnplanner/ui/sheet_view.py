"""A table of units with a spreadsheet's mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from dnplanner.models.columns import COLUMNS, FROZEN, NAME
from dnplanner.override import override
from dnplanner.ui.cell_delegate import CellDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from dnplanner.models.plan_table import PlanTableModel
    from dnplanner.ui.theme import Theme

_ROW_LINES = 1.6
"""Height of a row in lines of text."""
_CONTROL = Qt.KeyboardModifier.ControlModifier
_EDITABLE = Qt.ItemFlag.ItemIsEditable
_MOVE = QAbstractItemView.CursorAction
_SELECT = QItemSelectionModel.SelectionFlag
_MOVING_KEYS = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
_OPEN_AREA = 26
"""Width at the left of a name, in pixels, where a click opens the units below."""


class SheetView(QTableView):
    """A table of units with a spreadsheet's mouse and keys."""

    menu_requested = Signal(object)
    """The menu of a cell is wanted; carries the place on the screen."""
    resized = Signal()
    """The width that the rows have is another, perhaps because a scroll bar came or went."""
    painted = Signal()
    """The table has been painted for the first time."""
    refused = Signal(object)
    """Somebody typed into a cell that cannot be typed; carries the PlannerError."""

    def __init__(
        self, model: PlanTableModel, theme: Theme, *, whole: bool, parent: QWidget | None = None
    ) -> None:
        """Show ``model``, as the total row if ``whole``."""
        super().__init__(parent)
        self.plan_model = model
        self.whole = whole
        self._is_painted = False
        self.rows_width = 0
        self._set_base(theme)
        self.setModel(model)
        self.cells = CellDelegate(model, theme, whole=whole, view=self)
        self.setItemDelegate(self.cells)
        self.cells.moved_on.connect(self._move_current)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(10)
        rows.setDefaultSectionSize(self.row_height)

    @property
    def row_height(self) -> int:
        """Height of one row in pixels."""
        return int(self.fontMetrics().height() * _ROW_LINES)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.cells.set_theme(theme)
        self._set_base(theme)
        if self.whole:
            # Under the program's style sheet a palette does not come down to it a second time.
            self.viewport().setPalette(self.palette())
        self.viewport().update()

    def _set_base(self, theme: Theme) -> None:
        """The colour under all cells; the total row has its own."""
        if self.whole:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.Base, QColor(theme.total))
            self.setPalette(palette)

    def settle(self) -> bool:
        """Take the value being typed; False when it is refused and stays in its editor."""
        return self.cells.settle()

    def selected_cells(self) -> list[tuple[int, int]]:
        """Row and column of each selected cell, in reading order; else of the current cell."""
        blocks = self.selected_blocks()
        return sorted(
            (row, column) for rows, columns in blocks for row in rows for column in columns
        )

    def selected_blocks(self) -> list[tuple[range, range]]:
        """Rows and columns of the selected cells, no cell twice; else of the current cell.

        Qt's own list asks the model about every single index, which ten thousand rows are too many
        for.
        """
        selection = self.selectionModel().selection()
        blocks = [
            (range(each.top(), each.bottom() + 1), range(each.left(), each.right() + 1))
            for each in map(selection.at, range(selection.count()))
        ]
        at = self.currentIndex()
        if not blocks and at.isValid():
            return [(range(at.row(), at.row() + 1), range(at.column(), at.column() + 1))]
        return blocks

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and show it, unless a refused value must be mended first."""
        if not self.settle():
            return
        index = self.model().index(row, column)
        self.setFocus()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _move_current(self, down: int, right: int) -> None:
        current = self.currentIndex()
        row = min(max(current.row() + down, 0), self.model().rowCount() - 1)
        column = min(max(current.column() + right, 0), len(COLUMNS) - 1)
        self.setCurrentIndex(self.model().index(row, column))

    def open_by_click(self, index: QModelIndex, inside: int) -> bool:
        """Open or close a unit by a click ``inside`` pixels from its name cell's left edge.

        False when there was no arrow.
        """
        if not index.isValid() or index.column() != NAME:
            return False
        look = self.plan_model.look(index.row(), NAME)
        if not look.expandable or inside >= _OPEN_AREA + 16 * look.depth:
            return False
        self.plan_model.toggle(self.plan_model.unit_at(index.row()))
        return True

    def _open(self, index: QModelIndex, *, wanted: bool) -> bool:
        """Open or close the unit of a row; whether there was anything to do."""
        look = self.plan_model.look(index.row(), NAME)
        if not look.expandable or look.expanded == wanted:
            return False
        self.plan_model.toggle(self.plan_model.unit_at(index.row()))
        return True

    def _edge(self, action: QAbstractItemView.CursorAction) -> QModelIndex:
        """Where Ctrl with an arrow goes, as in a spreadsheet: the last cell in that direction."""
        current = self.currentIndex()
        row, column = max(current.row(), 0), max(current.column(), 0)
        if action == _MOVE.MoveUp:
            row = 0
        elif action == _MOVE.MoveDown:
            row = self.model().rowCount() - 1
        elif action == _MOVE.MoveLeft:
            column = FROZEN if column > FROZEN else NAME
        else:
            column = len(COLUMNS) - 1
        return self.model().index(row, column)

    def _refuse_typing(self, event: QKeyEvent) -> bool:
        """Say why a derived cell takes no typing; False when the key is not about typing."""
        index, text = self.currentIndex(), event.text()
        typed = event.key() == Qt.Key.Key_F2 or (bool(text) and text.isprintable())
        held = event.modifiers() & (_CONTROL | Qt.KeyboardModifier.AltModifier)
        if not index.isValid() or not typed or held or index.flags() & _EDITABLE:
            return False
        error = self.plan_model.untypable(index.row(), index.column())
        if error is not None:
            self.refused.emit(error)
        return True

    # Qt overrides

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell about it."""
        super().resizeEvent(event)
        # Not viewport(): its first call makes all of Qt's widgets known to Python.
        self.rows_width = event.size().width()
        self.resized.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A refused value keeps the user in its cell; an arrow opens its unit."""
        if not self.settle():
            return
        place = event.position().toPoint()
        index = self.indexAt(place)
        if not self.open_by_click(index, place.x() - self.visualRect(index).left()):
            super().mousePressEvent(event)

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into view, and out from under the frozen columns."""
        super().scrollTo(index, hint)
        bar = self.horizontalScrollBar()
        if index.column() < FROZEN:
            bar.setValue(0)
            return
        frozen = sum(self.columnWidth(column) for column in range(FROZEN))
        hidden = frozen - self.visualRect(index).left()
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Shift+Enter up; Alt with arrows opens menus and units."""
        index = self.currentIndex()
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            up = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._move_current(-1 if up else 1, 0)
        elif alt and key == Qt.Key.Key_Down and index.isValid():
            below = self.visualRect(index).bottomLeft()
            self.menu_requested.emit(self.viewport().mapToGlobal(below))
        elif (
            alt
            and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            and index.isValid()
            and self._open(index, wanted=key == Qt.Key.Key_Right)
        ):
            event.accept()
        elif not self._refuse_typing(event):
            super().keyPressEvent(event)

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home goes to the first figure of the row, Ctrl+Home of the table; Ctrl+arrow to an edge.

        The columns that stay in view count as headings, as in a spreadsheet with frozen panes.
        """
        control = bool(modifiers & _CONTROL)
        if action == _MOVE.MoveHome:
            row = 0 if control else max(self.currentIndex().row(), 0)
            return self.model().index(row, FROZEN)
        if control and action in (_MOVE.MoveUp, _MOVE.MoveDown, _MOVE.MoveLeft, _MOVE.MoveRight):
            return self._edge(action)
        return super().moveCursor(action, modifiers)

    @override
    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Ctrl with a moving key selects what it goes to: Qt would leave the old cells selected."""
        if isinstance(event, QKeyEvent) and event.key() in _MOVING_KEYS:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return _SELECT.SelectCurrent
            if event.modifiers() & _CONTROL:
                return _SELECT.ClearAndSelect
        return super().selectionCommand(index, event)
