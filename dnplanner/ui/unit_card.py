"""The unit the user is on: its goals, why its rate falls, whether its cut is realistic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from dnplanner.core.series import Series
from dnplanner.models.result import goal_words, results_on
from dnplanner.models.unit_words import unit_comparisons
from dnplanner.models.wording import unit_name
from dnplanner.ui.caption import Line
from dnplanner.ui.goal_lines import GoalLines
from dnplanner.ui.gross_flows import GrossFlows
from dnplanner.ui.why_falls import FallParts

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_COMPARISONS = 3
_WITHOUT_FLOWS = (Series.NEAR_POOR, Series.MULTIDIMENSIONAL)
"""Relapsing and becoming poor are about poor households alone."""
_COMPARED_AFTER = 250
"""Milliseconds of rest after which the plan is compared: nobody waits for it while typing."""


class UnitCard(QWidget):
    """Follows the current row of the table; its title closes it."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Tell about units of ``document``."""
        super().__init__(parent)
        self._document = document
        self._unit: str | None = None
        self.title = QPushButton(self)
        self.title.setObjectName("link")
        self.title.setCheckable(True)
        self.title.setCursor(Qt.CursorShape.PointingHandCursor)
        self.title.setChecked(True)
        self.title.toggled.connect(self._on_toggled)
        self._inner = QWidget(self)
        self.goals = GoalLines(theme, self)
        self.parts = FallParts(theme, self)
        self._heading = QLabel(self.tr("Mức giảm có khả thi không? (điểm %)"), self)
        self.comparisons = [Line(self) for _ in range(_COMPARISONS)]
        self.flows = GrossFlows(document, self)
        self._comparing = QTimer(self)
        self._comparing.setSingleShot(True)
        self._comparing.setInterval(_COMPARED_AFTER)
        self._comparing.timeout.connect(self.compare)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(5)
        whole.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self._inner)
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (self.goals, self.parts, self._heading, *self.comparisons):
            column.addWidget(part)
        column.addWidget(self.flows)
        self._heading.setContentsMargins(0, 6, 0, 0)
        self.set_theme(theme)

    def show_unit(self, unit: str | None) -> None:
        """Tell about another unit."""
        if unit != self._unit:
            self._unit = unit
            self.refresh()

    def refresh(self) -> None:
        """Show the document as it is now."""
        document, unit = self._document, self._unit
        known = unit is not None and unit in document.plan.tree.units
        self.setVisible(known)
        if unit is None or not known:
            return
        name = unit_name(document.plan, unit)
        arrow = "▾" if self.title.isChecked() else "▸"
        words = self.tr("{arrow} {unit}: vì sao giảm, có khả thi không")
        label = words.format(arrow=arrow, unit=name)
        if self.title.text() != label:
            self.title.setText(label)
        if not self.title.isChecked():
            return
        results = results_on(document, unit)
        self.goals.show_goals([goal_words(document, result) for result in results])
        row = document.evaluation.row(unit)
        series = document.question.series
        self.parts.show_row(row, series)
        self.flows.setHidden(series in _WITHOUT_FLOWS)
        self.flows.show_row(unit, row)
        self._comparing.start()

    def _on_toggled(self, opened: bool) -> None:
        self._inner.setVisible(opened)
        self.refresh()

    def compare(self) -> None:
        """Hold the cut against past ones and similar units, which looks at the whole plan."""
        self._comparing.stop()
        if self._unit is None or self.isHidden() or not self.title.isChecked():
            return
        found = unit_comparisons(self._document, self._unit)
        for line, comparison in zip(self.comparisons, found, strict=True):
            line.show_text(comparison.words, comparison.figure)
            line.setToolTip(comparison.tip)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.goals.set_theme(theme)
        self.parts.set_theme(theme)
