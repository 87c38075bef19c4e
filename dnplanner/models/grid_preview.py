"""The cells of a file as they were read, a window of rows at a time, and what they stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from dnplanner.core.numerals import format_count, format_exact, format_ratio
from dnplanner.exchange.grid import GridCell, Kind, column_letters
from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.exchange.grid import Sheet

SHOWN_ROWS = 200
"""Rows in view at once; a question further down moves the window."""
MAX_COLUMNS = 200

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_DECIMALS = re.compile(r"0\.(0+)")
_MOST_DECIMALS = 6
_NO_INDEX = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Marks:
    """What is known about places: columns taken, questions open and decided, by (row, column)."""

    columns: Mapping[int, str] = field(default_factory=dict)
    reasons: Mapping[tuple[int, int], str] = field(default_factory=dict)
    decided: frozenset[tuple[int, int]] = frozenset()
    units: frozenset[tuple[int, int]] = frozenset()


class GridPreview(QAbstractTableModel):
    """One sheet of a file, read-only."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing to see yet."""
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._first = 0
        self._width = 0
        self._marks = Marks()
        self._brushes: dict[str, QBrush] = {}

    def set_colours(self, doubt: str, decided: str, faint: str) -> None:
        """Backgrounds of open and decided places, ink of what is hidden or not taken."""
        colours = {"doubt": doubt, "decided": decided, "faint": faint}
        self._brushes = {name: QBrush(QColor(colour)) for name, colour in colours.items()}

    def show_sheet(self, sheet: Sheet, width: int, marks: Marks) -> None:
        """Show a sheet of so many columns from its first row."""
        self.beginResetModel()
        self._sheet, self._marks, self._first = sheet, marks, 0
        self._width = min(width, MAX_COLUMNS)
        self.endResetModel()

    def mark(self, marks: Marks) -> None:
        """Other things are known about the places of the sheet."""
        self._marks = marks
        if self.rowCount() and self.columnCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())

    def bring(self, row: int) -> int:
        """Move the window so that it holds a row of the sheet; its row in the window."""
        if not self._first <= row < self._first + SHOWN_ROWS:
            self.beginResetModel()
            self._first = max(0, row - SHOWN_ROWS // 2)
            self.endResetModel()
        return row - self._first

    def sheet_row(self, row: int) -> int:
        """The sheet's row, from 0, that stands in a row of the window."""
        return self._first + row

    def shown_text(self, row: int, column: int) -> str:
        """A cell of the window as a spreadsheet would show it."""
        cell = self._cell(row, column)
        return "" if cell is None else cell_shown(cell)

    def _cell(self, row: int, column: int) -> GridCell | None:
        return None if self._sheet is None else self._sheet.cell(self._first + row, column)

    def _background(self, row: int, column: int) -> QBrush | None:
        place = (self._first + row, column)
        if place in self._marks.reasons:
            return self._brushes.get("doubt")
        return self._brushes.get("decided") if place in self._marks.decided else None

    def _foreground(self, row: int, column: int) -> QBrush | None:
        sheet = self._sheet
        if sheet is None:
            return None
        hidden = self._first + row in sheet.hidden_rows or column in sheet.hidden_columns
        taken = column in self._marks.columns or (self._first + row, column) in self._marks.units
        return self._brushes.get("faint") if hidden or not taken else None

    def _alignment(self, row: int, column: int) -> int | None:
        cell = self._cell(row, column)
        if cell is None or cell.kind is Kind.TEXT:
            return None
        return _RIGHT if cell.kind is Kind.NUMBER else _CENTRE

    # Qt overrides

    @override
    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        """Rows in the window."""
        if parent.isValid() or self._sheet is None:
            return 0
        return min(SHOWN_ROWS, len(self._sheet.rows) - self._first)

    @override
    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        """Columns of the sheet."""
        return 0 if parent.isValid() else self._width

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        """A cell's text and looks; a question about it as a tip."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == _DISPLAY:
            return self.shown_text(row, column)
        if role == _TOOL_TIP:
            return self._marks.reasons.get((self._first + row, column))
        if role == _BACKGROUND:
            return self._background(row, column)
        if role == _FOREGROUND:
            return self._foreground(row, column)
        return self._alignment(row, column) if role == _ALIGNMENT else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Numbers of rows; letters of columns over what they are taken for."""
        if orientation == Qt.Orientation.Vertical:
            return str(self._first + section + 1) if role == _DISPLAY else None
        meaning = self._marks.columns.get(section, "")
        if role == _DISPLAY:
            letters = column_letters(section)
            return f"{letters}\n{meaning}" if self._marks.columns else letters
        return meaning or None if role == _TOOL_TIP else None


def cell_shown(cell: GridCell) -> str:
    """A cell as a Vietnamese spreadsheet shows it; what was text stays as it was written."""
    if cell.kind is Kind.NUMBER and isinstance(cell.value, int | float):
        return _number_shown(Fraction(str(cell.value)), cell.number_format)
    if cell.kind is Kind.DATE:
        day, month, year = cell.text[8:10], cell.text[5:7], cell.text[:4]
        return f"{day}/{month}/{year}"
    return "…" if cell.kind is Kind.UNCACHED else " ".join(cell.text.split())


def _number_shown(value: Fraction, number_format: str) -> str:
    found = _DECIMALS.search(number_format)
    percent = "%" in number_format
    value = value * 100 if percent else value
    if found:
        text = format_ratio(value, min(len(found[1]), _MOST_DECIMALS))
    elif value.denominator == 1:
        text = format_count(int(value))
    else:
        short = (value * 10**_MOST_DECIMALS).denominator == 1
        text = format_exact(value) if short else format_ratio(value, _MOST_DECIMALS)
    return f"{text} %" if percent else text
