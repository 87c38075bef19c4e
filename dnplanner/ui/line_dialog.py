"""The frame of dialogs that show a table of lines and do something with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.models.line_tables import LineTable


class LineDialog(QDialog):
    """A note, a table, and buttons; one line may be chosen."""

    def __init__(self, title: str, model: LineTable, parent: QWidget) -> None:
        """Show ``model`` under ``title``."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.model = model
        model.setParent(self)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.view = QTableView(self)
        self.view.setModel(model)
        self.view.setAccessibleName(title)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setTabKeyNavigation(False)
        self.view.setShowGrid(False)
        self.view.setAlternatingRowColors(True)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view.verticalHeader().hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        for widget in (self.note, self.view, self.buttons):
            self.column.addWidget(widget)
        self.note.hide()
        self.resize(900, 520)

    def set_widths(self, widths: Sequence[int], stretched: int) -> None:
        """Widths of the columns in characters; one takes what is left."""
        header = self.view.horizontalHeader()
        character = self.fontMetrics().horizontalAdvance("0")
        for place, width in enumerate(widths):
            self.view.setColumnWidth(place, width * character)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def add_button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        """A button that does something with the chosen line."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(slot)
        return button

    def tell(self, text: str) -> None:
        """Say something over the table."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def chosen_row(self) -> int | None:
        """The row of the chosen line."""
        rows = self.view.selectionModel().selectedRows()
        return rows[0].row() if rows else None
