"""The answers to one question, each one click or one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

_KEYS = 9


class AnswerButtons(QGridLayout):
    """A part of a widget's layout: buttons in columns."""

    picked = Signal(str)
    """An answer was chosen; carries it."""

    def __init__(self, columns: int, parent: QWidget) -> None:
        """No answers yet; so many ``columns`` of them, whose widget is ``parent``."""
        super().__init__()
        self._columns = columns
        self._owner = parent

    def offer(self, answers: Iterable[tuple[str, str]]) -> None:
        """Offer other answers; each with the text to show."""
        for button in self.buttons():
            self.removeWidget(button)
            button.deleteLater()
        for place, (answer, text) in enumerate(answers):
            button = _Answer(text, answer, self._owner, place)
            button.picked.connect(self.picked)
            self.addWidget(button, place // self._columns, place % self._columns)

    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        found = (self.itemAt(place) for place in range(self.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]


class _Answer(QPushButton):
    """One answer; the first nine also answer to Alt and their number."""

    picked = Signal(str)

    def __init__(self, text: str, answer: str, parent: QWidget, place: int) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._answer = answer
        self.setAutoDefault(False)
        if place < _KEYS:
            self.setShortcut(QKeySequence(f"Alt+{place + 1}"))
            self.setToolTip(f"Alt+{place + 1}")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.picked.emit(self._answer)
