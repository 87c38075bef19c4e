"""Assumptions that move the whole plan: growth of households, intensity of the reduction."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.edits import Edit, combined
from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_exact, parse_percent
from dnplanner.core.plan import Growth, GrowthKind
from dnplanner.core.scenarios import (
    duplicate_scaled,
    intensity,
    rename_scenario,
    scale_reductions,
    set_growth,
)
from dnplanner.models.scenario_names import free_name
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override
from dnplanner.ui.labels import section_title, write
from dnplanner.ui.refusal_tip import RefusalTip
from dnplanner.ui.still_fields import StillBox, StillSlider

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_MIN_INTENSITY, _MAX_INTENSITY = 50, 150


class Assumptions(QWidget):
    """Growth rule and intensity of the scenario shown. Widgets write on the user's edits only."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Edit the assumptions of ``document``."""
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._tip: RefusalTip | None = None
        self.amount = QLineEdit(self)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.amount.setFixedWidth(self.amount.fontMetrics().horizontalAdvance("0") * 9)
        self.amount.setAccessibleName(self.tr("Hộ tăng mỗi đơn vị"))
        self._kind = StillBox(self)
        self._kind.addItem(self.tr("hộ"), GrowthKind.HOUSEHOLDS)
        self._kind.addItem("%", GrowthKind.PERCENT)
        self._kind.setAccessibleName(self.tr("Cách tính hộ tăng"))
        self.slider = StillSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(_MIN_INTENSITY, _MAX_INTENSITY)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(5)
        self.slider.setTracking(False)
        self.slider.setAccessibleName(self.tr("Cường độ giảm"))
        self._percent = QLabel(self)
        self._reference = QLabel(self)
        self._lay_out()
        self.amount.editingFinished.connect(self._on_amount)
        self.amount.installEventFilter(self)
        self.amount.textEdited.connect(self._hide_tip)
        self._kind.activated.connect(self._on_kind)
        self.slider.valueChanged.connect(self._on_intensity)
        self.slider.sliderMoved.connect(self._show_percent)

    def refresh(self) -> None:
        """Show the document as it is now."""
        growth = self._growth()
        text = ("+" if growth.amount >= 0 else "") + format_exact(growth.amount)
        if self.amount.text() != text:
            self._hide_tip()
            self.amount.setText(text)
        self._kind.setCurrentIndex(self._kind.findData(growth.kind))
        reference = self._reference_scenario()
        name = self._document.plan.scenario(reference).name
        write(self._reference, self.tr("Cường độ so với {name}").format(name=name))
        percent = self._intensity()
        self.slider.setEnabled(percent is not None)
        self._set_slider(100 if percent is None else percent)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        words = QLabel(self.tr("Hộ tăng mỗi đơn vị"), self)
        words.setBuddy(self.amount)
        grid.addWidget(words, 0, 0)
        growth = QHBoxLayout()
        growth.setSpacing(4)
        growth.addWidget(self.amount)
        growth.addWidget(self._kind)
        grid.addLayout(growth, 0, 1)
        self._reference.setWordWrap(True)
        self._reference.setBuddy(self.slider)
        grid.addWidget(self._reference, 1, 0)
        grid.addWidget(self._percent, 1, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(section_title(self.tr("Giả định"), self))
        column.addLayout(grid)
        column.addWidget(self.slider)

    def _growth(self) -> Growth:
        question = self._document.question
        return self._document.plan.growth(question.scenario, question.series.denominator)

    def _reference_scenario(self) -> str:
        scenario = self._document.question.scenario
        return self._document.plan.scenario(scenario).reference or scenario

    def _intensity(self) -> int | None:
        document = self._document
        question = document.question._replace(scenario=self._reference_scenario())
        reference = document.evaluation_of(question)
        return intensity(reference, document.evaluation, document.plan.tree.root)

    def _set_slider(self, percent: int) -> None:
        """Move the slider without writing: only the user's own moves are edits."""
        shown = max(_MIN_INTENSITY, min(_MAX_INTENSITY, percent))
        if self.slider.value() != shown:
            self.slider.valueChanged.disconnect(self._on_intensity)
            self.slider.setValue(shown)
            self.slider.valueChanged.connect(self._on_intensity)
        self._show_percent(percent)

    def _show_percent(self, percent: int) -> None:
        write(self._percent, f"{percent} %")

    def settle(self) -> bool:
        """Take the amount being typed, if any; False when it is refused and must be mended."""
        return not self.amount.isModified() or self._take_amount()

    def _on_kind(self) -> None:
        """Keep the amount where it fits the other kind; otherwise it has to be typed anew."""
        if not self._set_growth(self._growth().amount):
            self._hide_tip()
            self.amount.setFocus()
            self.amount.selectAll()

    def _on_amount(self) -> None:
        if self.amount.isModified():
            self._take_amount()
        elif self._kind.currentData() != self._growth().kind and not self._kind.hasFocus():
            self.refresh()  # the other kind was chosen, but no amount for it

    def _take_amount(self) -> bool:
        try:
            amount = parse_percent(self.amount.text())
        except PlannerError as error:
            self._refuse(error)
            return False
        taken = self._set_growth(amount)
        if taken:
            self.amount.setModified(False)
            self.refresh()
        return taken

    def _set_growth(self, amount: Fraction) -> bool:
        """Perform the edit; False when it is refused."""
        question = self._document.question
        # Qt hands an enumeration of texts back as plain text.
        growth = Growth(GrowthKind(self._kind.currentData()), amount)
        try:
            edit = set_growth(
                self._document.plan, question.scenario, question.series.denominator, growth
            )
        except PlannerError as error:
            self._refuse(error)
            return False
        self._hide_tip()
        self._document.perform(edit)
        return True

    def _refuse(self, error: PlannerError) -> None:
        self._hide_tip()
        self._tip = RefusalTip(refusal_sentence(error), self._theme, self.window())
        self._tip.place_under(self.amount)
        self.amount.setAccessibleDescription(refusal_sentence(error))

    def _hide_tip(self) -> None:
        if self._tip is not None:
            self._tip.hide()
            self._tip.deleteLater()
            self._tip = None
            self.amount.setAccessibleDescription("")

    def _on_intensity(self, percent: int) -> None:
        """Scale the reductions; the reference itself is left alone and a copy takes the change."""
        document, reference = self._document, self._reference_scenario()
        model = document.evaluation_of(document.question._replace(scenario=reference))
        if reference != document.question.scenario:
            scaled = scale_reductions(document.plan, model, document.evaluation, percent)
            document.perform(combined(scaled.kind, (scaled, self._renamed(percent))))
            return
        name = free_name(document.plan, self._name(reference, percent))
        identifier = uuid.uuid4().hex
        document.perform(duplicate_scaled(document.plan, model, identifier, name, percent))

    def _name(self, reference: str, percent: int) -> str:
        """What a copy of ``reference`` is called for its intensity."""
        suffix = self.tr("cường độ {percent} %").format(percent=percent)
        return f"{self._document.plan.scenario(reference).name} · {suffix}"

    def _renamed(self, percent: int) -> Edit:
        """The edit that keeps a name true that the program gave; one of the user's stays."""
        plan, scenario = self._document.plan, self._document.question.scenario
        reference, before = self._reference_scenario(), self._intensity()
        if before is None or plan.scenario(scenario).name != self._name(reference, before):
            return Edit("rename_scenario", ())
        return rename_scenario(plan, scenario, free_name(plan, self._name(reference, percent)))

    # Qt overrides

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives up what was typed."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self.refresh()
            self._hide_tip()
            return True
        return super().eventFilter(watched, event)
