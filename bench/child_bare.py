"""The least that a Qt program in Python can be: a main window with a table of 9 rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)


class Numbers(QAbstractTableModel):
    """As many rows and columns as the sample plan has, its total included."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own default and name
        """Eight units and their total."""
        return 0 if parent.isValid() else 9

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own default and name
        """The ten columns of the appendix."""
        return 0 if parent.isValid() else 10

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Some number."""
        return str(index.row() * 1000 + index.column()) if role == _DISPLAY else None


class Table(QTableView):
    """Tells once that it is painted, and ends the program."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint, then tell."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.end)

    def end(self) -> None:
        """Tell and quit."""
        from bench.child_process import tell

        tell("painted")
        QApplication.quit()


def main() -> None:
    """Show the window until it is painted."""
    application = QApplication([])
    window = QMainWindow()
    table = Table()
    table.setModel(Numbers())
    window.setCentralWidget(table)
    window.resize(1366, 768)
    window.show()
    application.exec()


main()
