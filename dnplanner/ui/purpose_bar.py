"""What a file is taken for: base-year review, plan targets or results; of which year and group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dnplanner.core.series import Series
from dnplanner.exchange.slots import What
from dnplanner.models.import_task import Purpose
from dnplanner.models.wording import series_title
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

_YEARS_BACK = 5


class PurposeBar(QWidget):
    """Three boxes in a row."""

    changed = Signal(object)
    """Something else was chosen; carries the Purpose."""

    def __init__(self, plan: Plan, purpose: Purpose, parent: QWidget) -> None:
        """Choices for ``plan``; for a new plan only the year can be chosen."""
        super().__init__(parent)
        self._plan = plan
        self.what = self._box(self.tr("Số liệu"))
        self.year = self._box(self.tr("Năm"))
        self.group = self._box(self.tr("Đối tượng"))
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self._group_words: list[QLabel] = []
        for box in (self.what, self.year, self.group):
            label = QLabel(box.accessibleName() + ":", self)
            label.setBuddy(box)
            row.addWidget(label)
            if box is self.what:
                self._lead = label
            if box is self.group:
                self._group_words.append(label)
            row.addWidget(box)
            if purpose.what is None and box is not self.year:
                label.hide()
                box.hide()
        row.addStretch(1)
        self._is_new = purpose.what is None
        self._fill()
        self.set_purpose(purpose)
        self.what.activated.connect(self._on_what)
        for box in (self.year, self.group):
            box.activated.connect(self._tell)

    def take_lead(self) -> QLabel:
        """The label of the first box, to stand in a form's column of labels."""
        self._row.removeWidget(self._lead)
        return self._lead

    def leave_registers_out(self) -> None:
        """Only sums can be asked for, not households one by one."""
        self.what.removeItem(self.what.findData(What.REGISTER.value))

    def show_group(self, *, shown: bool) -> None:
        """Whether a group can be chosen."""
        for widget in (self.group, *self._group_words):
            widget.setVisible(shown)

    @property
    def purpose(self) -> Purpose:
        """What is chosen."""
        what = None if self._is_new else What(self.what.currentData())
        group = self.group.currentData()  # Qt hands enumerations back as plain text
        return Purpose(what, self.year.currentData(), Series(group) if group else None)

    def set_purpose(self, purpose: Purpose) -> None:
        """Show a choice without telling."""
        if purpose.what is not None:
            self.what.setCurrentIndex(self.what.findData(purpose.what.value))
        self._fill_years(purpose.what)
        at = self.year.findData(purpose.year)
        if at < 0 and purpose.year is not None:
            self.year.addItem(str(purpose.year), purpose.year)
            at = self.year.count() - 1
        self.year.setCurrentIndex(max(at, 0))
        self.group.setCurrentIndex(
            max(self.group.findData(purpose.group.value if purpose.group else None), 0)
        )

    def _fill(self) -> None:
        base = self._plan.base_year
        review = self.tr("Kết quả rà soát năm gốc ({year})").format(year=base)
        self.what.addItem(self.tr("Chỉ tiêu kế hoạch"), What.PLAN.value)
        self.what.addItem(review, What.REVIEW.value)
        self.what.addItem(self.tr("Kết quả thực hiện"), What.ACTUAL.value)
        self.what.addItem(self.tr("Danh sách hộ nghèo, hộ cận nghèo"), What.REGISTER.value)
        self.group.addItem(self.tr("Theo tiêu đề cột"), None)
        for series in (Series.NEAR_POOR, Series.DTTS_POOR, Series.DTTS_LOCAL_POOR):
            self.group.addItem(series_title(series), series.value)

    def _fill_years(self, what: What | None) -> None:
        self.year.clear()
        base, last = self._plan.base_year, self._plan.plan_years[-1]
        years = {
            What.PLAN: list(self._plan.plan_years),
            What.REVIEW: [base],
            What.ACTUAL: list(range(base - _YEARS_BACK, last + 1)),
            What.REGISTER: list(range(base - _YEARS_BACK, last + 1)),
        }
        if what is None:
            self.year.addItem(self.tr("Theo tệp"), None)
            for year in range(base - _YEARS_BACK, last + _YEARS_BACK):
                self.year.addItem(str(year), year)
            return
        for year in years[what]:
            self.year.addItem(str(year), year)

    def _on_what(self) -> None:
        what = What(self.what.currentData())
        years = {
            What.PLAN: self._plan.plan_years[0],
            What.REVIEW: self._plan.base_year,
            What.ACTUAL: self._plan.plan_years[0],
            What.REGISTER: self._plan.base_year,
        }
        self.set_purpose(self.purpose._replace(what=what, year=years[what]))
        self._tell()

    def _tell(self) -> None:
        self.changed.emit(self.purpose)

    def _box(self, name: str) -> StillBox:
        box = StillBox(self)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToContents)
        return box
