"""Switching the table between hộ nghèo, cận nghèo, DTTS, DTTS tại chỗ and nghèo đa chiều."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.series import Series
from dnplanner.models.wording import series_title
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dnplanner.models.document import Document
    from dnplanner.ui.question_switch import QuestionSwitch


class SeriesBox(StillBox):
    """Shows which households the table counts."""

    def __init__(
        self, document: Document, switch: QuestionSwitch, parent: QWidget | None = None
    ) -> None:
        """List all series; those that follow from others say so."""
        super().__init__(parent)
        self._document = document
        self._switch = switch
        self.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToContents)
        self.setAccessibleName(self.tr("Đối tượng"))
        self.setToolTip(self.tr("Bảng đang tính cho đối tượng nào"))
        for series in Series:
            words = self.tr("{name} (tự tính)") if series.parts else "{name}"
            self.addItem(words.format(name=series_title(series)), series.value)
        self.activated.connect(self._on_activated)
        document.question_changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the series of the table."""
        self.setCurrentIndex(self.findData(self._document.question.series.value))

    def _on_activated(self, place: int) -> None:
        question = self._document.question
        wanted = Series(self.itemData(place))
        self._switch.show(question._replace(series=wanted))
