"""The fields of one goal; a refusal is said under the field that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from dnplanner.core.errors import NumeralError
from dnplanner.core.plan import GoalKind
from dnplanner.core.series import Series
from dnplanner.models.goal_entry import (
    RANGE_CODES,
    SOURCE_CODES,
    GoalTexts,
    kind_name,
    read_amount,
    read_goal,
    texts_of,
)
from dnplanner.models.wording import refusal_sentence, series_name, unit_name
from dnplanner.ui.refusal_tip import RefusalTip
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from dnplanner.core.errors import PlannerError
    from dnplanner.core.plan import Goal, Plan
    from dnplanner.ui.theme import Theme

_NUMBER = 12
"""Width of a field of a number, in digits."""


class GoalForm(QWidget):
    """Holds texts; reading them is core's affair."""

    edited = Signal()
    """Something was typed or chosen."""

    def __init__(self, plan: Plan, theme: Theme, parent: QWidget | None = None) -> None:
        """Fields for a goal on the units and years of ``plan``."""
        super().__init__(parent)
        self._theme = theme
        self._tip: RefusalTip | None = None
        self.was_edited = False
        """Whether anything was typed or chosen since a goal was shown."""
        self.unit = self._box(self.tr("Đơn vị"))
        for unit in (plan.tree.root, *plan.tree.below(plan.tree.root)):
            self.unit.addItem(unit_name(plan, unit), unit)
        self.year = self._box(self.tr("Năm"))
        for year in plan.plan_years:
            self.year.addItem(str(year), year)
        self.series = self._box(self.tr("Đối tượng"))
        for series in Series:
            self.series.addItem(series_name(series), series.value)
        self.kind = self._box(self.tr("Chỉ tiêu"))
        for kind in GoalKind:
            self.kind.addItem(kind_name(kind), kind.value)
        self.at_least = self._line(self.tr("Giá trị"))
        self.at_most = self._line(self.tr("đến (nếu là khoảng)"))
        self.source = self._line(self.tr("Văn bản giao"))
        self.date = self._line(self.tr("Ngày"))
        for field in (self.at_least, self.at_most, self.date):
            field.setMaximumWidth(field.fontMetrics().horizontalAdvance("0") * _NUMBER)
        self._lay_out()

    def goal(self) -> Goal:
        """The goal that was typed. Raises NumeralError."""
        return read_goal(
            GoalTexts(
                str(self.unit.currentData()),
                int(self.year.currentData()),
                Series(self.series.currentData()),
                GoalKind(self.kind.currentData()),
                self.at_least.text(),
                self.at_most.text(),
                self.source.text(),
                self.date.text(),
            )
        )

    def show_goal(self, goal: Goal) -> None:
        """Fill the fields; no signal tells of it."""
        self._hide_tip()
        self.was_edited = False
        texts = texts_of(goal)
        chosen = (
            (self.unit, texts.unit),
            (self.year, texts.year),
            (self.series, texts.series.value),
            (self.kind, texts.kind.value),
        )
        for box, value in chosen:
            box.setCurrentIndex(box.findData(value))
        typed = (
            (self.at_least, texts.at_least),
            (self.at_most, texts.at_most),
            (self.source, texts.source),
            (self.date, texts.date),
        )
        for field, text in typed:
            field.setText(text)
            field.setCursorPosition(0)

    def refuse(self, error: PlannerError) -> None:
        """Say why under the field that must be mended, and go there."""
        self._hide_tip()
        field = self._field_of(error)
        self._tip = RefusalTip(refusal_sentence(error), self._theme, self.window())
        self._tip.place_under(field)
        field.setFocus()

    @property
    def refusal(self) -> str:
        """What is being said against what was typed; empty when nothing is."""
        return "" if self._tip is None else self._tip.text()

    def _field_of(self, error: PlannerError) -> QWidget:
        if error.code == "goal_year_outside":
            return self.year
        if error.code in SOURCE_CODES:
            return self.source
        wrong_end = isinstance(error, NumeralError) and self._reads(self.at_least)
        return self.at_most if wrong_end or error.code in RANGE_CODES else self.at_least

    def _reads(self, field: QLineEdit) -> bool:
        try:
            read_amount(GoalKind(self.kind.currentData()), field.text())
        except NumeralError:
            return False
        return True

    def _box(self, name: str) -> StillBox:
        box = StillBox(self)
        box.setAccessibleName(name)
        box.activated.connect(self._on_edited)
        return box

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(name)
        field.textEdited.connect(self._on_edited)
        return field

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 1)
        grid.setColumnStretch(5, 1)
        places = (
            (self.unit, 0, 0),
            (self.year, 0, 2),
            (self.series, 0, 4),
            (self.kind, 1, 0),
            (self.at_least, 1, 2),
            (self.at_most, 1, 4),
            (self.source, 2, 0),
            (self.date, 2, 4),
        )
        for field, row, column in places:
            label = QLabel(field.accessibleName() + ":", self)
            label.setBuddy(field)
            grid.addWidget(label, row, column)
            span = 3 if field is self.source else 1
            grid.addWidget(field, row, column + 1, 1, span)

    def _on_edited(self) -> None:
        self._hide_tip()
        self.was_edited = True
        self.edited.emit()

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()
            self._tip.deleteLater()
            self._tip = None
