"""Goals in the panel: what is demanded, whether it is met, or a link to enter its data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dnplanner.ui.labels import write

if TYPE_CHECKING:
    from dnplanner.models.result import GoalWords
    from dnplanner.ui.theme import Theme

_RIGHT = Qt.AlignmentFlag.AlignRight


class GoalLine(QWidget):
    """One goal: words at the left, the verdict or the link at the right."""

    data_requested = Signal(object)
    """The counts of a goal are to be entered; carries its Series."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty line, filled by ``show_goal``."""
        super().__init__(parent)
        self._theme = theme
        self._goal: GoalWords | None = None
        self.demand = QLabel(self)
        self.demand.setWordWrap(True)
        self.demand.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.verdict = QLabel(self)
        self.enter = QPushButton(self.tr("Nhập số liệu"), self)
        self.enter.setObjectName("link")
        self.enter.setCursor(Qt.CursorShape.PointingHandCursor)
        self.enter.clicked.connect(self._on_enter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.demand, 1)
        result = QVBoxLayout()
        result.setSpacing(0)
        result.addWidget(self.verdict, 0, _RIGHT)
        result.addWidget(self.enter, 0, _RIGHT)
        result.addStretch(1)
        row.addLayout(result)

    def show_goal(self, goal: GoalWords) -> None:
        """Fill the line."""
        self._goal = goal
        write(self.demand, goal.demand)
        write(self.verdict, goal.verdict)
        self.enter.setVisible(goal.met is None)
        self.enter.setAccessibleName(f"{self.enter.text()}: {goal.demand}")
        self.setToolTip(goal.source)
        self.setAccessibleName(f"{goal.demand}: {goal.verdict}")
        self._tint()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._tint()

    def _tint(self) -> None:
        theme = self._theme
        met = None if self._goal is None else self._goal.met
        colours = {True: theme.accent, False: theme.danger, None: theme.muted}
        # A palette set before the window is complete is lost under an application style sheet.
        wanted = f"color: {colours[met]}"
        if self.verdict.styleSheet() != wanted:
            self.verdict.setStyleSheet(wanted)

    def _on_enter(self) -> None:
        if self._goal is not None:
            self.data_requested.emit(self._goal.series)


class GoalLines(QWidget):
    """The goals on one unit, one line each."""

    data_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """No goals yet."""
        super().__init__(parent)
        self._theme = theme
        self.lines: list[GoalLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_goals(self, goals: list[GoalWords]) -> None:
        """Show these goals and no others."""
        while len(self.lines) < len(goals):
            line = GoalLine(self._theme, self)
            line.data_requested.connect(self.data_requested)
            self.lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(goals))
            if place < len(goals):
                line.show_goal(goals[place])
        self.setVisible(bool(goals))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        for line in self.lines:
            line.set_theme(theme)
