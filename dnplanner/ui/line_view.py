"""A table of lines inside a dialog: one row at a time, no grid, widths in characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from dnplanner.models.line_tables import LineTable


class LineView(QTableView):
    """Tells which line is current, also when the same one is chosen again by hand."""

    line_chosen = Signal(int)
    """The current line is another one; carries its row."""

    def __init__(self, model: LineTable, name: str, parent: QWidget) -> None:
        """Show ``model``; ``name`` is what a screen reader calls the table."""
        super().__init__(parent)
        model.setParent(self)
        self.lines = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._on_current)

    def set_widths(self, widths: Sequence[int], stretched: int) -> None:
        """Widths of the columns in characters; one takes what is left."""
        character = self.fontMetrics().horizontalAdvance("0")
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width * character)
        header = self.horizontalHeader()
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def choose(self, row: int) -> None:
        """Make a line the current one."""
        if 0 <= row < self.lines.rowCount():
            self.selectRow(row)

    @property
    def chosen(self) -> int | None:
        """The current line's row."""
        current = self.currentIndex()
        return current.row() if current.isValid() else None

    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.line_chosen.emit(current.row())
