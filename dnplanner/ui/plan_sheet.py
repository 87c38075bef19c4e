"""The district table with its total row: a spreadsheet's keys, the first columns in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QVBoxLayout, QWidget

from dnplanner.models.columns import COLUMNS, FROZEN, NAME, group_heading
from dnplanner.models.plan_table import PlanTableModel
from dnplanner.override import override
from dnplanner.ui.cell_delegate import CellDelegate
from dnplanner.ui.frozen_columns import FrozenColumns
from dnplanner.ui.grouped_header import GroupedHeader

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent

    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_ROW_LINES = 1.6
"""Height of a row in lines of text."""
_OPEN_AREA = 26
"""Width at the left of a name, in pixels, where a click opens the units below."""


class SheetView(QTableView):
    """A table of units with a spreadsheet's mouse and keys."""

    menu_requested = Signal(object)
    """The menu of a cell is wanted; carries the place on the screen."""

    def __init__(
        self, model: PlanTableModel, theme: Theme, *, whole: bool, parent: QWidget | None = None
    ) -> None:
        """Show ``model``, as the total row if ``whole``."""
        super().__init__(parent)
        self.plan_model = model
        self.setModel(model)
        self.cells = CellDelegate(model, theme, whole=whole, parent=self)
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

    def settle(self) -> bool:
        """Take the value being typed; False when it is refused and stays in its editor."""
        return self.cells.settle()

    def selected_cells(self) -> list[tuple[int, int]]:
        """Row and column of each selected cell, in reading order."""
        return sorted((index.row(), index.column()) for index in self.selectedIndexes())

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and show it."""
        index = self.model().index(row, column)
        self.setFocus()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _move_current(self, down: int, right: int) -> None:
        current = self.currentIndex()
        row = min(max(current.row() + down, 0), self.model().rowCount() - 1)
        column = min(max(current.column() + right, 0), len(COLUMNS) - 1)
        self.setCurrentIndex(self.model().index(row, column))

    def _opens(self, index: QModelIndex, place: QPoint) -> bool:
        """Whether a click at ``place`` is on the arrow of a unit that opens."""
        if not index.isValid() or index.column() != NAME:
            return False
        look = self.plan_model.look(index.row(), NAME)
        left = self.visualRect(index).left()
        return look.expandable and place.x() - left < _OPEN_AREA + 16 * look.depth

    def _open(self, index: QModelIndex, *, wanted: bool) -> bool:
        """Open or close the unit of a row; whether there was anything to do."""
        look = self.plan_model.look(index.row(), NAME)
        if not look.expandable or look.expanded == wanted:
            return False
        self.plan_model.toggle(self.plan_model.unit_at(index.row()))
        return True

    # Qt overrides

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A refused value keeps the user in its cell; an arrow opens its unit."""
        if not self.settle():
            return
        index = self.indexAt(event.position().toPoint())
        if self._opens(index, event.position().toPoint()):
            self.plan_model.toggle(self.plan_model.unit_at(index.row()))
            return
        super().mousePressEvent(event)

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
        else:
            super().keyPressEvent(event)


class PlanSheet(QWidget):
    """The table of all units over the row of the whole, which is always in view."""

    selection_changed = Signal()
    menu_requested = Signal(object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Show ``document``."""
        super().__init__(parent)
        self._document = document
        self.body_model = PlanTableModel(document, whole=False, parent=self)
        self.total_model = PlanTableModel(document, whole=True, parent=self)
        self.body = SheetView(self.body_model, theme, whole=False, parent=self)
        self.total = SheetView(self.total_model, theme, whole=True, parent=self)
        self.header = GroupedHeader(self._group_of, theme, self.body)
        self.body.setHorizontalHeader(self.header)
        self.header.setSectionResizeMode(GroupedHeader.ResizeMode.Fixed)
        self.total.horizontalHeader().hide()
        self.body.setAccessibleName(self.tr("Bảng chỉ tiêu các đơn vị"))
        self.total.setAccessibleName(self.tr("Dòng tổng cộng"))
        self.total.setFixedHeight(self.total.row_height + 2)
        self.total.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._frozen = [FrozenColumns(self.body, FROZEN), FrozenColumns(self.total, FROZEN)]
        self._lay_out()
        self._connect()
        self._fit_height()

    @property
    def current_unit(self) -> str | None:
        """The unit the user is on, None where there is no current cell."""
        current = self.body.currentIndex()
        return self.body_model.unit_at(current.row()) if current.isValid() else None

    def settle(self) -> bool:
        """Take the value being typed; False when it is refused and stays in its editor."""
        return self.body.settle() and self.total.settle()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.header.set_theme(theme)
        for view in (self.body, self.total):
            view.cells.set_theme(theme)
            view.viewport().update()

    def show_cell(self, unit: str, column: int) -> None:
        """Go to a unit's cell, opening what hides it."""
        row = self.body_model.reveal(unit)
        if row is not None:
            self.body.go_to(row, column)
        elif unit == self._document.plan.tree.root:
            self.total.go_to(0, column)

    def select(self, rows: range, columns: range) -> None:
        """Select a block of cells."""
        first = self.body_model.index(rows.start, columns.start)
        last = self.body_model.index(rows.stop - 1, columns.stop - 1)
        block = QItemSelection(first, last)
        self.body.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(self.total)
        self.total.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = self.total.horizontalScrollBar()

    def _connect(self) -> None:
        mine, theirs = self.body.horizontalScrollBar(), self.total.horizontalScrollBar()
        mine.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(mine.setValue)
        for model in (self.body_model,):
            model.rowsInserted.connect(self._fit_height)
            model.rowsRemoved.connect(self._fit_height)
            model.modelReset.connect(self._fit_height)
        self.body.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.body.menu_requested.connect(self.menu_requested)

    def _group_of(self, logical: int) -> str:
        return group_heading(logical, self._document.question)

    def _on_selection_changed(self) -> None:
        self.selection_changed.emit()

    def _fit_height(self) -> None:
        """The body is no taller than its rows, so that the total follows the last one."""
        rows = self.body_model.rowCount() * self.body.row_height
        self.body.setMaximumHeight(self.header.sizeHint().height() + rows)
        self.updateGeometry()

    def _fit_widths(self) -> None:
        """Share the width among the columns by their least widths; scroll when it is too small."""
        character = self.fontMetrics().horizontalAdvance("0")
        least = [column.minimum * character for column in COLUMNS]
        room = self.body.viewport().width()
        spare = max(0, room - sum(least))
        widths = [width + spare * width // sum(least) for width in least]
        if spare:
            widths[-1] += room - sum(widths)
        for place, width in enumerate(widths):
            self.body.setColumnWidth(place, width)
            self.total.setColumnWidth(place, width)
        short = sum(least) > room
        policy = (
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn if short else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.total.setHorizontalScrollBarPolicy(policy)
        bar = self.total.horizontalScrollBar().sizeHint().height() if short else 0
        self.total.setFixedHeight(self.total.row_height + 2 + bar)

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """All rows and the total."""
        body = self.header.sizeHint().height() + self.body_model.rowCount() * self.body.row_height
        return QSize(900, min(body, 4000) + self.total.height() + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit_widths()


def with_shortcut(action: QAction, view: QWidget) -> QAction:
    """``action``, whose shortcut works only while ``view`` has the focus."""
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    view.addAction(action)
    return action
