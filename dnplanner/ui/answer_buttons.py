"""The answers to one question, each one click or one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

_KEYS = 9
_FEWEST_LETTERS = 16


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
        used = min(self.count(), self._columns)
        for column in range(self._columns):
            self.setColumnStretch(column, int(column < used))

    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        found = (self.itemAt(place) for place in range(self.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]


class _Answer(QPushButton):
    """One answer; the first nine also answer to Alt and their number."""

    picked = Signal(str)

    def __init__(self, text: str, answer: str, parent: QWidget, place: int) -> None:
        super().__init__(_plain(text), parent)
        self._answer = answer
        self._said = text
        self._wanted = super().sizeHint()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setAutoDefault(False)
        self.setToolTip(text)
        if place < _KEYS:
            self.setShortcut(QKeySequence(f"Alt+{place + 1}"))
            self.setToolTip(f"{text} (Alt+{place + 1})")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.picked.emit(self._answer)

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """The room for the whole answer."""
        return self._wanted

    @override
    def minimumSizeHint(self) -> QSize:
        """Less is enough: a long file name must not widen the window."""
        room = self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(min(room, self._wanted.width()), self._wanted.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the middle of an answer that has no room."""
        super().resizeEvent(event)
        beside = self._wanted.width() - self.fontMetrics().horizontalAdvance(self._said)
        middle = Qt.TextElideMode.ElideMiddle
        self.setText(
            _plain(self.fontMetrics().elidedText(self._said, middle, self.width() - beside))
        )


def _plain(text: str) -> str:
    """With no letter of it taken for a key."""
    return text.replace("&", "&&")
