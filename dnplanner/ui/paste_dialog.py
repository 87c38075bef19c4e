"""What doubtful numbers of a pasted block mean, answered before anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QLabel, QWidget

from dnplanner.core.numerals import format_count
from dnplanner.models.intake_lines import doubt_reason
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import cell_name, unit_name
from dnplanner.ui.line_dialog import LineDialog
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex

    from dnplanner.models.paste_place import Place
    from dnplanner.models.pasting_task import AskedCell, PasteTask


translate = QCoreApplication.translate
"""For what is said before the dialog is there to ask."""


class PasteDialog(LineDialog):
    """The cells that could mean several numbers; OK pastes the block with what was chosen."""

    answered = Signal(object)
    """The block is to be pasted; carries the PasteTask with the answers."""

    def __init__(self, task: PasteTask, asked: Sequence[AskedCell], parent: QWidget) -> None:
        """Ask about ``asked``; nothing is chosen yet."""
        headings = (
            translate("PasteDialog", "Đơn vị"),
            translate("PasteDialog", "Chỉ tiêu"),
            translate("PasteDialog", "Nội dung dán"),
            translate("PasteDialog", "Vì sao cần hỏi"),
            translate("PasteDialog", "Hiểu là"),
        )
        self._task = task
        self._asked = list(asked)
        self._answers: dict[Place, str] = {}
        title = translate("PasteDialog", "Dán: chọn cách hiểu số")
        super().__init__(title, LineTable(headings, self._texts), parent)
        self.set_widths((14, 27, 16, 20, 18), 3)
        self.model.show_lines(self._asked)
        self._place_box()
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel)
        self.suggest = self.add_button(self.tr("Nhận mọi &gợi ý"), self._on_suggested)
        self.suggest.setEnabled(any(one.number.doubt.suggested for one in self._asked))
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.put = add_main_button(self.buttons, self.tr("&Dán"), action)
        self.put.clicked.connect(self._on_put)
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.view.selectRow(0)
        self._tell()

    def _place_box(self) -> None:
        self.box = StillBox(self)
        self.box.setAccessibleName(self.tr("Hiểu số là"))
        self.box.activated.connect(self._on_chosen)
        label = QLabel(self.tr("&Hiểu số này là:"), self)
        label.setBuddy(self.box)
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self.column.insertWidget(self.column.count() - 1, self._reason)
        below = QHBoxLayout()
        below.addWidget(label)
        below.addWidget(self.box)
        below.addStretch(1)
        self.column.insertLayout(self.column.count() - 1, below)

    def _texts(self, line: Any) -> Sequence[str]:
        one: AskedCell = line
        plan, (_, year, series) = self._task.plan, self._task.question
        answer = self._answers.get(one.place)
        return (
            unit_name(plan, one.unit),
            cell_name(one.cell, series, year),
            one.number.doubt.text,
            doubt_reason(plan, one.number.doubt),
            self.tr("● chưa chọn") if answer is None else f"✓ {answer}",
        )

    def _tell(self) -> None:
        left = len(self._asked) - len(self._answers)
        note = self.tr(
            "{count} số trong khối dán hiểu được nhiều cách. Chưa có gì thay đổi; "
            "số nào chưa chọn sẽ không được dán."
        )
        if not left:
            note = self.tr("Đã chọn xong cách hiểu. Cả khối được dán trong một bước hoàn tác.")
        self.tell(note.format(count=format_count(left)))

    def _on_row(self, current: QModelIndex) -> None:
        self.box.clear()
        if not current.isValid():
            return
        one = self._asked[current.row()]
        self._reason.setText(doubt_reason(self._task.plan, one.number.doubt))
        self.box.addItem(self.tr("Chưa chọn: không dán số này"), "")
        for choice in one.number.doubt.choices:
            self.box.addItem(choice, choice)
        self.box.setCurrentIndex(max(self.box.findData(self._answers.get(one.place, "")), 0))

    def _on_chosen(self, at: int) -> None:
        row = self.chosen_row()
        if row is None:
            return
        place, answer = self._asked[row].place, self.box.itemData(at)
        if answer:
            self._answers[place] = answer
        else:
            self._answers.pop(place, None)
        self._refresh(row)

    def _on_suggested(self) -> None:
        for one in self._asked:
            if one.number.doubt.suggested:
                self._answers.setdefault(one.place, one.number.doubt.suggested)
        self._refresh(self.chosen_row() or 0)

    def _refresh(self, row: int) -> None:
        self.model.show_lines(self._asked)
        self.view.selectRow(row)
        self._tell()

    def _on_put(self) -> None:
        self.accept()
        self.answered.emit(self._task.answered(self._answers))
