"""Asking for a name, which is refused where it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from dnplanner.core.errors import PlannerError
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable


class NameDialog(QDialog):
    """Stays open with the reason while ``take`` raises PlannerError."""

    taken = Signal(str)

    def __init__(
        self, title: str, label: str, name: str, take: Callable[[str], None], parent: QWidget
    ) -> None:
        """Ask for a name, starting from ``name``; ``take`` does what it is for."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._take = take
        self.field = QLineEdit(name, self)
        self.field.selectAll()
        self.field.setMinimumWidth(360)
        words = QLabel(label, self)
        words.setBuddy(self.field)
        self.field.setAccessibleName(label)
        self._reason = QLabel(self)
        self._reason.setObjectName("refusal")
        self._reason.setWordWrap(True)
        self._reason.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (words, self.field, self._reason, buttons):
            column.addWidget(widget)

    # Qt overrides

    @override
    def accept(self) -> None:
        """Close only when the name was taken."""
        try:
            self._take(self.field.text())
        except PlannerError as error:
            self._reason.setText(refusal_sentence(error))
            self._reason.show()
            self.field.setFocus()
            return
        self.taken.emit(self.field.text())
        super().accept()
