"""Read-only tables of lines that are tuples of texts: history, comparisons, backups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class LineTable(QAbstractTableModel):
    """Shows lines through one function that gives the texts of a line's columns."""

    def __init__(
        self,
        headings: Sequence[str],
        texts_of: Callable[[Any], Sequence[str]],
        figures: frozenset[int] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        """``figures`` are the columns set to the right."""
        super().__init__(parent)
        self._headings = tuple(headings)
        self._texts_of = texts_of
        self._figures = figures
        self._lines: list[Any] = []

    def show_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> Any:
        """The line of a row."""
        return self._lines[row]

    # Qt overrides

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """How many columns."""
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        """A line's text; the whole text also as a tip."""
        if not index.isValid():
            return None
        if role in (_DISPLAY, _TOOL_TIP):
            return self._texts_of(self._lines[index.row()])[index.column()]
        if role == _ALIGNMENT and index.column() in self._figures:
            return _RIGHT
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Column headings, set as their columns are."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _ALIGNMENT:
            return _RIGHT if section in self._figures else _LEFT
        return self._headings[section] if role == _DISPLAY else None
