"""Answers that are not on a button: a figure that is typed, a unit out of all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from dnplanner.models.intake_lines import answer_text
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan


class FigureField(QWidget):
    """A line and a button that uses what is typed; Enter does the same."""

    used = Signal(str)

    def __init__(self, label: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setAccessibleName(label.rstrip(":"))
        self.line.setMaximumWidth(140)
        words = QLabel(label, self)
        words.setBuddy(self.line)
        use = QPushButton(self.tr("Dùng"), self)
        use.setAutoDefault(False)
        use.clicked.connect(self._on_use)
        self.line.returnPressed.connect(self._on_use)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (words, self.line, use):
            row.addWidget(widget)

    def _on_use(self) -> None:
        if self.line.text().strip():
            self.used.emit(self.line.text())


class UnitField(QWidget):
    """All units of the plan, found by typing a part of the name."""

    used = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = unit_box(self)
        words = QLabel(self.tr("Đơn vị khác:"), self)
        words.setBuddy(self.box)
        use = QPushButton(self.tr("Dùng"), self)
        use.setAutoDefault(False)
        use.clicked.connect(self._on_use)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (words, self.box, use):
            row.addWidget(widget)

    def show_units(self, plan: Plan) -> None:
        """Offer the units of ``plan``."""
        if self.box.count() != len(plan.tree.units):
            self.box.clear()
            for unit in plan.tree.units:
                self.box.addItem(answer_text(plan, unit), unit)
        self.box.setCurrentIndex(-1)

    def _on_use(self) -> None:
        unit = self.box.currentData()
        if unit is not None and self.box.currentText() == self.box.itemText(
            self.box.currentIndex()
        ):
            self.used.emit(unit)


def unit_box(parent: QWidget) -> StillBox:
    """A box of units that searches anywhere in the names."""
    box = StillBox(parent)
    box.setEditable(True)
    box.setInsertPolicy(StillBox.InsertPolicy.NoInsert)
    box.setAccessibleName(QCoreApplication.translate("DoubtPanel", "Đơn vị"))
    completer = box.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setMinimumContentsLength(18)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.setIconSize(QSize(0, 0))
    return box
