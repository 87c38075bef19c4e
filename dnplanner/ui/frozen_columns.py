"""The first columns of a table, kept in view while the others scroll under them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from dnplanner.override import override


class FrozenColumns(QObject):
    """Lays a second view of the first columns over a table once it is scrolled sideways.

    Until then there is nothing to freeze, and no second view exists.
    """

    def __init__(self, table: QTableView, count: int) -> None:
        """Freeze the first ``count`` columns of ``table``."""
        super().__init__(table)
        self._table = table
        self._count = count
        self._overlay: QTableView | None = None
        table.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        table.viewport().installEventFilter(self)

    def _on_scrolled(self, value: int) -> None:
        if value > 0 and self._overlay is None:
            self._overlay = self._make_overlay()
        if self._overlay is not None:
            self._overlay.setVisible(value > 0)
            self._place()

    def _make_overlay(self) -> QTableView:
        table = self._table
        overlay = QTableView(table)
        overlay.setModel(table.model())
        overlay.setSelectionModel(table.selectionModel())
        overlay.setItemDelegate(table.itemDelegate())
        overlay.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        overlay.setFrameShape(QFrame.Shape.NoFrame)
        overlay.setShowGrid(False)
        overlay.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        overlay.setVerticalScrollMode(table.verticalScrollMode())
        overlay.verticalHeader().hide()
        overlay.verticalHeader().setMinimumSectionSize(10)
        overlay.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        overlay.horizontalHeader().hide()
        for policy in (overlay.setVerticalScrollBarPolicy, overlay.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(self._count, table.model().columnCount()):
            overlay.setColumnHidden(column, True)
        table.verticalScrollBar().valueChanged.connect(overlay.verticalScrollBar().setValue)
        overlay.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        overlay.verticalScrollBar().setValue(table.verticalScrollBar().value())
        return overlay

    def _place(self) -> None:
        if self._overlay is None:
            return
        widths = [self._table.columnWidth(column) for column in range(self._count)]
        for column, width in enumerate(widths):
            self._overlay.setColumnWidth(column, width)
        view = self._table.viewport()
        self._overlay.setGeometry(view.x(), view.y(), sum(widths), view.height())

    # Qt overrides

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
