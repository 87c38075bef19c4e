"""The status bar: what is saved, the sum of the selection, what is shown."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QTime, QTimer
from PySide6.QtWidgets import QStatusBar, QWidget
from shiboken6 import isValid

from dnplanner.core.numerals import format_count, format_ratio
from dnplanner.core.plan import DocumentField
from dnplanner.models.columns import COLUMNS, count
from dnplanner.models.wording import scenario_name
from dnplanner.ui.caption import Caption
from dnplanner.ui.labels import write

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.models.keeper import Keeper
    from dnplanner.ui.plan_sheet import PlanSheet


_GAP = 24
"""Pixels between what is selected and what is shown."""


class StatusLine(QStatusBar):
    """Three quiet texts; tips of cells and commands come over the first."""

    def __init__(
        self, document: Document, sheet: PlanSheet, keeper: Keeper, parent: QWidget | None = None
    ) -> None:
        """Tell about ``document`` and the selection in ``sheet``."""
        super().__init__(parent)
        self._document = document
        self._sheet = sheet
        self._keeper = keeper
        keeper.state_changed.connect(self._refresh_saved)
        self._saved_at: QTime | None = None
        self.saved = Caption(self, yields=True)
        self.saved.setAutoFillBackground(True)  # else the window and the line are painted under it
        self.selection = Caption(self)
        self.shown = Caption(self)
        self.selection.setContentsMargins(0, 0, _GAP, 0)
        self.addWidget(self.saved, 1)
        self.addPermanentWidget(self.selection)
        self.addPermanentWidget(self.shown)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(10, 0, 10, 0)
        self._adding_up = QTimer(self)  # after the repaint: ten thousand cells can be selected
        self._adding_up.setSingleShot(True)
        self._adding_up.timeout.connect(self._refresh_selection)
        document.undo_stack.indexChanged.connect(self._refresh_saved)
        document.undo_stack.cleanChanged.connect(self._refresh_saved)
        document.question_changed.connect(self._refresh_shown)
        document.plan_changed.connect(self._on_plan_changed)
        document.replaced.connect(self._on_replaced)
        sheet.selection_changed.connect(self._adding_up.start)
        self._refresh_saved()
        self._refresh_shown()

    def tell_saved(self) -> None:
        """The document is on disk since now."""
        self._saved_at = QTime.currentTime()
        self._refresh_saved()

    def _refresh_saved(self) -> None:
        stack = self._document.undo_stack
        if not isValid(stack):
            return  # a stack that is being destroyed says that it is empty
        if self._keeper.is_in_trouble:
            text = self.tr("Chưa ghi được xuống đĩa")
        elif not self._keeper.is_durable:
            text = self.tr("Đang ghi…")
        elif not stack.isClean():
            text = self.tr("Thay đổi đã giữ trên máy, chưa lưu vào tệp")
        elif self._saved_at is not None:
            text = self.tr("✓ Đã lưu {time}").format(time=self._saved_at.toString("HH:mm:ss"))
        else:
            text = self.tr("Chưa có thay đổi")
        steps = stack.index()
        if steps:
            undo = self.tr("{count} bước có thể hoàn tác").format(count=steps)
            text = f"{text} · {undo}"
        write(self.saved, text)

    def _refresh_shown(self) -> None:
        plan, question = self._document.plan, self._document.question
        number = plan.text(DocumentField.NUMBER)
        parts = [scenario_name(plan, question.scenario)]
        if number:
            parts.append(self.tr("Kế hoạch {number}").format(number=number))
        write(self.shown, " · ".join(parts))

    def _refresh_selection(self) -> None:
        numbers = self._numbers_selected()
        text = ""
        if len(numbers) > 1:
            mean = format_ratio(Fraction(sum(numbers), len(numbers)), 1)
            text = self.tr("Đang chọn: {count} ô · Tổng {sum} · Trung bình {mean}").format(
                count=len(numbers), sum=format_count(sum(numbers)), mean=mean
            )
        write(self.selection, text)

    def _numbers_selected(self) -> list[int]:
        """The numbers of households in the selected cells."""
        unit_at, figures = self._sheet.body_model.unit_at, self._document.evaluation.rows
        found = (
            count(figures[unit_at(row)], cell)
            for rows, columns in self._sheet.body.selected_blocks()
            for cell in filter(None, (COLUMNS[column].cell for column in columns))
            for row in rows
        )
        return [number for number in found if number is not None]

    def _on_plan_changed(self, _change: object) -> None:
        self._adding_up.start()
        self._refresh_shown()

    def _on_replaced(self) -> None:
        self._saved_at = None
        self._refresh_saved()
        self._refresh_shown()
        self._adding_up.start()
