"""Who has sent a file and who has not, each with a tick for taking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from dnplanner.models.merge_lines import unit_lines

if TYPE_CHECKING:
    from dnplanner.models.merge_lines import UnitLine
    from dnplanner.models.merge_session import MergeSession

_UNIT = Qt.ItemDataRole.UserRole


class SentUnits(QListWidget):
    """The units that were asked; those without a file cannot be ticked."""

    accepted = Signal(str, bool)
    """A unit's figures are to be taken, or left; carries the unit and which."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until a session is shown."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Các đơn vị"))
        self._showing = False
        self.itemChanged.connect(self._on_changed)

    def show_session(self, session: MergeSession) -> None:
        """Show who has sent what by now."""
        self._showing = True
        self.clear()
        for line in unit_lines(session):
            self._add(line)
        self._showing = False

    def _add(self, line: UnitLine) -> None:
        item = QListWidgetItem(f"{line.name} — {line.state}", self)
        item.setData(_UNIT, line.unit)
        item.setToolTip(line.files)
        if not line.files:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            return
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if line.accepted else Qt.CheckState.Unchecked)

    def _on_changed(self, item: QListWidgetItem) -> None:
        if not self._showing:
            checked = item.checkState() == Qt.CheckState.Checked
            self.accepted.emit(str(item.data(_UNIT)), checked)
