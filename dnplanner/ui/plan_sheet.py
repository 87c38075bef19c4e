"""The district table with its total row: a spreadsheet's keys, the first columns in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from dnplanner.models.columns import COLUMNS, FROZEN, group_heading
from dnplanner.models.plan_table import PlanTableModel
from dnplanner.override import override
from dnplanner.ui.grouped_header import GroupedHeader
from dnplanner.ui.sheet_view import SheetView

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.ui.frozen_columns import FrozenColumns
    from dnplanner.ui.theme import Theme


class PlanSheet(QWidget):
    """The table of all units over the row of the whole, which is always in view."""

    selection_changed = Signal()
    menu_requested = Signal(object)
    refused = Signal(object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Show ``document``."""
        super().__init__(parent)
        self._document = document
        self.body_model = PlanTableModel(document, whole=False, parent=self)
        self.total_model = PlanTableModel(document, whole=True, parent=self)
        for model in (self.body_model, self.total_model):
            model.mark_findings(False)
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
        self.frozen: tuple[FrozenColumns, ...] = ()
        self._theme = theme
        self._stands_in_total = False
        self._lay_out()
        self._show_corner(theme)
        self._connect()
        self._fit_height()

    @property
    def current_unit(self) -> str | None:
        """The unit the user is on, the whole in the total row; None without a current cell."""
        if self._stands_in_total and self.total.currentIndex().isValid():
            return self._document.plan.tree.root
        current = self.body.currentIndex()
        return self.body_model.unit_at(current.row()) if current.isValid() else None

    def settle(self) -> bool:
        """Take the value being typed; False when it is refused and stays in its editor."""
        return self.body.settle() and self.total.settle()

    def complete(self) -> None:
        """Add what the first paint does without: marks of findings, columns that stay in view."""
        from dnplanner.ui.frozen_columns import FrozenColumns

        for model in (self.body_model, self.total_model):
            model.mark_findings(True)

        theme = self._theme
        self.frozen = (
            FrozenColumns(self.body, FROZEN, theme, self._group_of),
            FrozenColumns(self.total, FROZEN, theme),
        )

    def give_up(self) -> None:
        """Close an open editor and forget what was typed."""
        for view in (self.body, self.total):
            view.cells.give_up()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.header.set_theme(theme)
        for view in (self.body, self.total):
            view.set_theme(theme)
        self._theme = theme
        for frozen in self.frozen:
            frozen.set_theme(theme)
        self._show_corner(theme)

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
        column.addWidget(self.body, 1000)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.total, 1)
        self._corner = QWidget(self)
        self._corner.setAutoFillBackground(True)
        row.addWidget(self._corner)
        column.addLayout(row)
        column.addStretch(1)  # room left over stays below the total
        self.total.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = self.total.horizontalScrollBar()

    def _connect(self) -> None:
        mine, theirs = self.body.horizontalScrollBar(), self.total.horizontalScrollBar()
        mine.valueChanged.connect(theirs.setValue)
        theirs.valueChanged.connect(mine.setValue)
        model = self.body_model
        for rows_changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
            rows_changed.connect(self._fit_height)
        self.body.selectionModel().selectionChanged.connect(self._on_body_selected)
        self.total.selectionModel().selectionChanged.connect(self._on_total_selected)
        self.body.resized.connect(self._fit_widths)
        self.body.menu_requested.connect(self.menu_requested)
        for view in (self.body, self.total):
            view.refused.connect(self.refused)
        self._document.question_changed.connect(self._on_question_changed)
        self._document.replaced.connect(self.give_up)

    def _show_corner(self, theme: Theme) -> None:
        """Under the scroll bar of the body the total row goes on, empty."""
        palette = self._corner.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.total))
        self._corner.setPalette(palette)

    def _group_of(self, logical: int) -> str:
        return group_heading(logical, self._document.question)

    def _on_body_selected(self) -> None:
        if self.body.selectionModel().hasSelection():
            self._stands_in_total = False
            self.total.clearSelection()
        self.selection_changed.emit()

    def _on_total_selected(self) -> None:
        if self.total.selectionModel().hasSelection():
            self._stands_in_total = True
            self.body.clearSelection()
            self.selection_changed.emit()

    def _on_question_changed(self) -> None:
        self.give_up()  # what was typed was meant for what was shown
        for view in (self.body, self.total):
            view.doItemsLayout()  # other headings would have it painted once more for that

    def _fit_height(self) -> None:
        """The body is no taller than its rows, so that the total follows the last one."""
        rows = self.body_model.rowCount() * self.body.row_height
        self.body.setMaximumHeight(self.header.sizeHint().height() + rows)
        self.updateGeometry()

    def _fit_widths(self) -> None:
        """Share the width among the columns by their least widths; scroll when it is too small."""
        character = self.fontMetrics().horizontalAdvance("0")
        least = [column.minimum * character for column in COLUMNS]
        room = self.body.rows_width
        self._corner.setFixedWidth(max(0, self.body.width() - room))
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
        low = self.total.horizontalScrollBar().sizeHint().height() if short else 0
        self.total.setFixedHeight(self.total.row_height + 2 + low)

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """All rows and the total."""
        body = self.header.sizeHint().height() + self.body_model.rowCount() * self.body.row_height
        return QSize(900, min(body, 4000) + self.total.height() + 1)
