"""The frame of dialogs that show a table of lines and do something with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
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

from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.screen_room import within_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.models.line_tables import LineTable

_SIZE = (960, 520)
_LOOKS = """
QTableView { outline: 0; }
QTableView::item { padding: 0 8px; }
QTableView::item:selected { background: palette(highlight); color: palette(highlighted-text); }
QHeaderView::section { padding: 5px 8px; border: none; background: palette(alternate-base); }
"""
"""Room beside the words: figures to the right would touch the words of the next column."""
_MARGIN = 14
_PADDING = 10
"""Pixels of a row beyond the height of its letters."""


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
        self.view = _table(model, title, self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        self._main_button: QPushButton | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.column.setSpacing(_PADDING)
        for widget in (self.note, self.view, self.buttons):
            self.column.addWidget(widget)
        self.note.hide()
        self.resize(within_screen(self, *_SIZE))
        self.view.setFocus()

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
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def add_main_button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        """What a double click on a line, and Enter, do too."""
        action = QDialogButtonBox.ButtonRole.ActionRole
        button = add_main_button(self.buttons, text, action)
        button.clicked.connect(slot)
        self._main_button = button
        self.view.doubleClicked.connect(self._on_double_clicked)
        return button

    def tell(self, text: str) -> None:
        """Say something over the table."""
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def chosen_row(self) -> int | None:
        """The row of the chosen line; None without one, or with several."""
        rows = self.chosen_rows()
        return rows[0] if len(rows) == 1 else None

    def chosen_rows(self) -> list[int]:
        """The rows of the chosen lines, from above; several only where the dialog lets choose."""
        return sorted(index.row() for index in self.view.selectionModel().selectedRows())

    def choose_row(self, row: int) -> None:
        """Choose one line, also while Ctrl is held, when selectRow would add it to the others."""
        flag = QItemSelectionModel.SelectionFlag
        index = self.model.index(row, 0)
        self.view.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def _on_double_clicked(self) -> None:
        if self._main_button is not None:
            self._main_button.click()


def _table(model: LineTable, title: str, parent: QWidget) -> QTableView:
    view = QTableView(parent)
    view.setModel(model)
    view.setStyleSheet(_LOOKS)
    view.setAccessibleName(title)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setAlternatingRowColors(False)
    view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    view.setWordWrap(False)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    rows = view.verticalHeader()
    rows.hide()
    rows.setDefaultSectionSize(view.fontMetrics().height() + _PADDING)
    return view
