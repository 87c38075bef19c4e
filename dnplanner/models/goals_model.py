"""The goals from above as a table, each held against the scenario shown."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from dnplanner.models.result import demand_words, result_of, short_verdict, spare_words
from dnplanner.models.wording import series_name, unit_name
from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.core.plan import Goal
    from dnplanner.models.document import Document

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_HORIZONTAL = Qt.Orientation.Horizontal

_Index = QModelIndex | QPersistentModelIndex


class GoalPlace(IntEnum):
    """Where each column stands."""

    UNIT = 0
    YEAR = 1
    SERIES = 2
    DEMAND = 3
    VERDICT = 4
    SPARE = 5
    SOURCE = 6
    DATE = 7


class GoalsModel(QAbstractTableModel):
    """Follows the document; goals are changed by edits, never here."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """List the goals of ``document``."""
        super().__init__(parent)
        self._document = document
        self._goals = document.plan.outline.goals
        document.plan_changed.connect(self._on_plan_changed)

    def goal_at(self, row: int) -> str | None:
        """The identifier of a row's goal; None outside the table."""
        return self._goals[row] if 0 <= row < len(self._goals) else None

    def row_of(self, goal: str) -> int:
        """The row of a goal, −1 where it is gone."""
        return self._goals.index(goal) if goal in self._goals else -1

    def is_met(self, row: int) -> bool | None:
        """Whether a goal is met and no range left; None without data."""
        result = result_of(self._document, self._goal(row))
        return result.met and result.within is not False

    def _goal(self, row: int) -> Goal:
        return self._document.plan.goal(self._goals[row])

    def _on_plan_changed(self, _change: object) -> None:
        """Rows come and go one at a time, by hand or by undo."""
        self.beginResetModel()
        self._goals = self._document.plan.outline.goals
        self.endResetModel()

    def _text(self, row: int, place: GoalPlace) -> str:
        goal = self._goal(row)
        if place is GoalPlace.VERDICT:
            return short_verdict(result_of(self._document, goal))
        if place is GoalPlace.SPARE:
            return spare_words(result_of(self._document, goal))
        words = {
            GoalPlace.UNIT: unit_name(self._document.plan, goal.unit),
            GoalPlace.YEAR: str(goal.year),
            GoalPlace.SERIES: series_name(goal.series),
            GoalPlace.DEMAND: demand_words(goal),
            GoalPlace.SOURCE: goal.source,
        }
        return words.get(place, goal.date)

    def _heading(self, place: GoalPlace) -> str:
        headings = {
            GoalPlace.UNIT: self.tr("Đơn vị"),
            GoalPlace.YEAR: self.tr("Năm"),
            GoalPlace.SERIES: self.tr("Đối tượng"),
            GoalPlace.DEMAND: self.tr("Chỉ tiêu"),
            GoalPlace.VERDICT: self.tr("Kết quả"),
            GoalPlace.SPARE: self.tr("Dư, thiếu"),
            GoalPlace.SOURCE: self.tr("Văn bản giao"),
            GoalPlace.DATE: self.tr("Ngày"),
        }
        return headings[place]

    # Qt overrides

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """One for each goal."""
        return 0 if parent.isValid() else len(self._goals)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """All columns."""
        return 0 if parent.isValid() else len(GoalPlace)

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        """Texts; long sources whole as tips."""
        if not index.isValid() or role not in (_DISPLAY, _TOOL_TIP, _ACCESSIBLE):
            return None
        place = GoalPlace(index.column())
        text = self._text(index.row(), place)
        return f"{self._heading(place)}: {text}" if role == _ACCESSIBLE else text

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Headings."""
        if orientation == _HORIZONTAL and role == _DISPLAY and 0 <= section < len(GoalPlace):
            return self._heading(GoalPlace(section))
        return None
