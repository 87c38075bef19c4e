"""The panel beside the table: result, findings, why rates fall, assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from dnplanner.override import override
from dnplanner.ui.assumptions import Assumptions
from dnplanner.ui.findings_list import FindingsList
from dnplanner.ui.result_card import ResultCard
from dnplanner.ui.unit_card import UnitCard
from dnplanner.ui.why_falls import WhyFalls

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

WIDTH = 350
"""Usual width in pixels at 100 %."""


class SidePanel(QScrollArea):
    """Follows the document: every part refreshes itself from it after each committed edit."""

    cell_requested = Signal(str, object)
    """A finding was clicked; carries its unit and Cell."""

    data_requested = Signal(object)
    """The counts of a goal are to be entered; carries its Series."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Show what ``document`` says of the whole."""
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.result = ResultCard(document, theme)
        self.findings = FindingsList(document, theme)
        self.why = WhyFalls(document, theme)
        self.unit = UnitCard(document, theme)
        self.assumptions = Assumptions(document, theme)
        self._parts = (self.result, self.findings, self.why, self.assumptions, self.unit)
        inner = QWidget()
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(16, 8, 12, 6)
        column.setSpacing(10)
        for part in self._parts:
            part.setAutoFillBackground(True)  # what only moves is copied, not painted anew
            column.addWidget(part)
        column.addStretch(1)
        inner.setAutoFillBackground(True)
        inner.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        under_bar = self.verticalScrollBar().parentWidget()
        if under_bar is not None:
            # The bar follows what findings there are: the window need not be painted under it.
            under_bar.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it is reached, and scrolls it
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Kết quả và cảnh báo"))
        self.findings.cell_requested.connect(self.cell_requested)
        self.result.goals.data_requested.connect(self.data_requested)
        self.unit.goals.data_requested.connect(self.data_requested)
        document.plan_changed.connect(self._on_plan_changed)
        document.question_changed.connect(self._on_other_figures)
        document.replaced.connect(self._on_replaced)
        self.refresh()

    def show_unit(self, unit: str | None) -> None:
        """Tell more about the unit the user is on."""
        self.unit.show_unit(unit)

    def refresh(self) -> None:
        """Show the document as it is now."""
        before = self.findings.shown_rows
        self._column.setEnabled(False)
        for part in self._parts:
            part.refresh()
        self._column.setEnabled(True)
        if self.findings.shown_rows != before:
            self._lay_out()

    def _lay_out(self) -> None:
        """Give every part its place once, from the whole down.

        Left to itself, Qt squeezes what grew into the old room, then makes room, and paints both;
        and what appears is painted twice.
        """
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        self._column.activate()
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateLater):
            QCoreApplication.sendPostedEvents(None, kind.value)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        for part in self._parts:
            part.set_theme(theme)
        self.refresh()

    def _on_other_figures(self) -> None:
        """Every part may need another height."""
        self.refresh()
        self._lay_out()

    def _on_replaced(self) -> None:
        """Another plan is read from the top."""
        self._on_other_figures()
        self.verticalScrollBar().setValue(0)

    def _on_plan_changed(self, _change: object) -> None:
        self.refresh()

    # Qt overrides

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Paint anew: a style sheet takes colours back when its widgets come into a window."""
        super().showEvent(event)
        self.set_theme(self._theme)
