"""Sharing a total among units: what is asked at the top, what would come of it in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.errors import PlannerError
from dnplanner.core.levels import assigned
from dnplanner.core.numerals import format_count, format_exact, format_ratio
from dnplanner.core.plan import Pinned, Target
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.core.share_preview import restated
from dnplanner.core.sharing import Weighting
from dnplanner.models.share_model import ShareModel
from dnplanner.models.share_words import read_total, total_kind_name, weighting_meaning
from dnplanner.models.wording import refusal_sentence, unit_name
from dnplanner.models.wording.share_reasons import weighting_name
from dnplanner.override import override
from dnplanner.ui.labels import tint, write
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.screen_room import within_screen
from dnplanner.ui.share_table import ShareTable
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_SIZE = (1120, 600)
_KINDS = (Pinned.REDUCTION, Pinned.POINTS, Pinned.RATE_END)


class ShareDialog(QDialog):
    """Nothing changes until OK, which is one undo step."""

    agreed = Signal(object, str)
    """A total is to be shared; carries the edit and the parent's unit."""

    def __init__(self, document: Document, unit: str, theme: Theme, parent: QWidget) -> None:
        """Share what ``document`` shows among the units below ``unit``."""
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self.setWindowTitle(self.tr("Phân bổ chỉ tiêu"))
        self.model = ShareModel(document, unit, self)
        self.table = ShareTable(self.model, theme, self)
        self.unit_box = self._unit_box(unit)
        self.total = QLineEdit(self)
        self.kind = self._kind_box()
        self.weighting = self._weighting_box()
        self._equals = QLabel(self)
        self._meaning = QLabel(self)
        self._reason = QLabel(self)
        self._state = QLabel(self)
        self.keep = QCheckBox(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        accepting = QDialogButtonBox.ButtonRole.AcceptRole
        self.ok = add_main_button(self.buttons, self.tr("Phân bổ"), accepting)
        self._typed: PlannerError | None = None
        self._lay_out()
        self._connect()
        self._begin()
        self.resize(within_screen(self, *_SIZE))

    @property
    def message(self) -> str:
        """What the dialog says of the sharing: that it ties, or why it cannot be."""
        return self._state.text()

    def _unit_box(self, unit: str) -> StillBox:
        """All units with others below them."""
        plan = self._document.plan
        box = StillBox(self)
        for parent in (plan.tree.root, *plan.tree.below(plan.tree.root)):
            if plan.tree.children_of(parent):
                box.addItem(unit_name(plan, parent), parent)
        box.setCurrentIndex(box.findData(unit))
        box.setAccessibleName(self.tr("Phân bổ trong"))
        return box

    def _kind_box(self) -> StillBox:
        box = StillBox(self)
        for kind in _KINDS:
            box.addItem(total_kind_name(kind), kind)
        box.setAccessibleName(self.tr("Tổng tính theo"))
        return box

    def _weighting_box(self) -> StillBox:
        box = StillBox(self)
        for weighting in Weighting:
            box.addItem(weighting_name(weighting), weighting)
        box.setAccessibleName(self.tr("Cách phân bổ"))
        return box

    def _kind(self) -> Pinned:
        """What the total is counted in: combo boxes give back plain texts."""
        return Pinned(self.kind.currentData())

    def _begin(self) -> None:
        """Start from the proposed total of the chosen parent."""
        self._typed = None
        self._show_total(self.model.demand.total)
        document, unit = self._document, self.model.demand.unit
        words = self.tr("Đồng thời ghi tổng này là chỉ tiêu được giao ({unit})")
        self.keep.setText(words.format(unit=unit_name(document.plan, unit)))
        self.keep.setChecked(assigned(document.plan, document.evaluation, unit) is not None)
        self._refresh()
        self.total.setFocus()
        self.total.selectAll()

    def _show_total(self, total: Target) -> None:
        self.kind.setCurrentIndex(self.kind.findData(total.pinned))
        self.total.setText(format_exact(total.value))

    def _refresh(self) -> None:
        """Say what comes of it; OK only where it can be."""
        refusal = self._typed or self.model.demand.refusal
        whole = self.model.demand.whole
        after = whole.after
        equals = ""
        if refusal is None and after is not None:
            equals = self.tr("= giảm {count} hộ, tỷ lệ {start} → {end} %").format(
                count=format_count(after.reduction),
                start=format_ratio(after.rate_start, RATE_DECIMALS),
                end=format_ratio(after.rate_end, RATE_DECIMALS),
            )
        write(self._equals, equals)
        write(self._meaning, weighting_meaning(self.model.demand.weighting))
        write(self._state, refusal_sentence(refusal) if refusal else self._tied())
        self._state.setAccessibleName(self._state.text())
        tint(self._state, self._theme.danger if refusal else self._theme.accent)
        self.ok.setEnabled(refusal is None)
        self._show_reason()

    def _tied(self) -> str:
        demand = self.model.demand
        after = demand.whole.after
        words = self.tr("✓ {units} đơn vị cộng lại đúng {count} hộ.")
        return words.format(
            units=format_count(len(demand.units)),
            count=format_count(None if after is None else after.reduction),
        )

    def _show_reason(self) -> None:
        row = self.table.current_row
        write(self._reason, self.model.reason(row) if row >= 0 else "")

    def _on_unit(self) -> None:
        self.model.set_unit(self.unit_box.currentData())
        self.weighting.setCurrentIndex(self.weighting.findData(self.model.demand.weighting))
        self._begin()

    def _on_total(self, text: str) -> None:
        """Follow every keystroke."""
        try:
            total = read_total(self._kind(), text)
        except PlannerError as error:
            self._typed = error
            self._refresh()
            return
        self._typed = None
        self.model.set_total(total)

    def _on_kind(self) -> None:
        """The same total in other words."""
        whole = self.model.demand.whole
        total = restated(whole.after or whole.before, self._kind())
        if total is None:
            self._on_total(self.total.text())
            return
        self._typed = None
        self._show_total(total)
        self.model.set_total(total)

    def _on_weighting(self) -> None:
        weighting = Weighting(self.weighting.currentData())
        self.table.show_weights(wanted=weighting is Weighting.COLUMN)
        self.model.set_weighting(weighting)

    def _on_refused(self, error: PlannerError) -> None:
        """A pasted column was not taken: say why until something else changes."""
        write(self._state, refusal_sentence(error))
        tint(self._state, self._theme.danger)

    def _connect(self) -> None:
        self.unit_box.activated.connect(self._on_unit)
        self.total.textEdited.connect(self._on_total)
        self.kind.activated.connect(self._on_kind)
        self.weighting.activated.connect(self._on_weighting)
        self.table.current_changed.connect(self._show_reason)
        self.table.refused.connect(self._on_refused)
        self.model.recalculated.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self.total.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.total.setFixedWidth(self.total.fontMetrics().horizontalAdvance("0") * 16)
        self.total.setAccessibleName(self.tr("Tổng cần phân bổ"))
        tint(self._equals, self._theme.muted)
        tint(self._meaning, self._theme.muted)
        tint(self._reason, self._theme.muted)
        for label in (self._reason, self._state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setMinimumHeight(self._reason.fontMetrics().height())
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(self._form())
        column.addWidget(self.table, 1)
        column.addWidget(self._reason)
        column.addWidget(self._state)
        last = QHBoxLayout()
        last.addWidget(self.keep, 1)
        last.addWidget(self.buttons)
        column.addLayout(last)

    def _form(self) -> QGridLayout:
        total = QHBoxLayout()
        total.addWidget(self.total)
        total.addWidget(self.kind)
        total.addWidget(self._equals, 1)
        weighting = QHBoxLayout()
        weighting.addWidget(self.weighting)
        weighting.addWidget(self._meaning, 1)
        form = QGridLayout()
        form.setColumnStretch(1, 1)
        unit_words = self._label(self.tr("&Phân bổ trong:"), self.unit_box)
        form.addWidget(unit_words, 0, 0)
        form.addWidget(self.unit_box, 0, 1, Qt.AlignmentFlag.AlignLeft)
        form.addWidget(self._label(self.tr("&Tổng cần giảm:"), self.total), 1, 0)
        form.addLayout(total, 1, 1)
        form.addWidget(self._label(self.tr("&Cách phân bổ:"), self.weighting), 2, 0)
        form.addLayout(weighting, 2, 1)
        alone = self.unit_box.count() < 2
        unit_words.setHidden(alone)
        self.unit_box.setHidden(alone)
        return form

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        return label

    # Qt overrides

    @override
    def accept(self) -> None:
        """Take the value being typed, share, and close; stay open where that cannot be."""
        if not self.table.settle() or not self.ok.isEnabled():
            return
        try:
            edit = self.model.demand.edit(keep=self.keep.isChecked())
        except PlannerError as error:
            self._on_refused(error)
            return
        super().accept()
        self.agreed.emit(edit, self.model.demand.unit)
