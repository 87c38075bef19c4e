"""What pasting a block would do, looked at before it does; also where it would be turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.models.intake_lines import doubt_reason
from dnplanner.models.line_tables import LineTable
from dnplanner.models.paste_lines import left_out_count
from dnplanner.models.wording import cell_name, refusal_sentence, unit_name
from dnplanner.ui.line_dialog import LineDialog
from dnplanner.ui.main_button import add_main_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QPushButton, QWidget

    from dnplanner.models.paste_lines import PasteLine
    from dnplanner.models.pasting_task import PasteFound, PasteTask, Turning

translate = QCoreApplication.translate
"""For what is said before the dialog is there to say it."""

_FIGURES = frozenset({2, 3})


class PastePreview(LineDialog):
    """Unit, column, before and after of each cell; nothing changes before a button says so."""

    answered = Signal(object)
    """The block is to be pasted; carries the PasteTask with what was said."""

    def __init__(self, task: PasteTask, found: PasteFound, parent: QWidget) -> None:
        """Show what ``found`` says: a block that would have to be turned, or any other."""
        headings = (
            translate("PastePreview", "Đơn vị"),
            translate("PastePreview", "Số liệu"),
            translate("PastePreview", "Đang có"),
            translate("PastePreview", "Sau khi dán"),
            translate("PastePreview", "Ghi chú"),
        )
        title = translate("PastePreview", "Dán: xem trước")
        if found.turning is not None:
            title = translate("PastePreview", "Dán: xoay khối?")
        super().__init__(title, LineTable(headings, self._texts, _FIGURES), parent)
        self._task = task
        self._found = found
        self.set_widths((16, 26, 10, 14, 20), 4)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.column.insertWidget(self.column.count() - 1, self.reason)
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel)
        self.as_copied: QPushButton | None = None
        if found.turning is not None:
            self.put = self._show_turning(found.turning)
        else:
            self.put = self._show_changes(found.preview or ())
        self.view.setAccessibleDescription(self.note.text())
        self.view.selectionModel().currentRowChanged.connect(self._on_row)
        self.reason.hide()
        self.choose_row(0)

    def _show_turning(self, turning: Turning) -> QPushButton:
        self.model.show_lines(turning.lines)
        sentence = self.tr(
            "Khối sao chép có {rows} dòng × {columns} cột, không nằm vừa bảng từ ô đang chọn; nếu"
            " xoay, dòng đổi thành cột, khối thành {turned_rows} dòng × {turned_columns} cột và"
            " nằm vừa như dưới đây."
        )
        self.tell(
            sentence.format(
                rows=format_count(turning.copied[0]),
                columns=format_count(turning.copied[1]),
                turned_rows=format_count(turning.turned[0]),
                turned_columns=format_count(turning.turned[1]),
            )
        )
        action = QDialogButtonBox.ButtonRole.ActionRole
        put = add_main_button(self.buttons, self.tr("Dán đã &xoay"), action)
        put.clicked.connect(self._on_turned)
        if turning.fits_partly:
            self.as_copied = self.add_button(self.tr("Dán như đã &sao chép"), self._on_as_copied)
        return put

    def _show_changes(self, lines: Sequence[PasteLine]) -> QPushButton:
        self.model.show_lines(lines)
        left_out = left_out_count(lines)
        words = [self._change_words(len(lines) - left_out)]
        if left_out:
            text = self.tr("{count} ô không dán được, nêu trước tiên kèm lý do.")
            words.append(text.format(count=format_count(left_out)))
        self.tell(" ".join(words))
        action = QDialogButtonBox.ButtonRole.ActionRole
        put = add_main_button(self.buttons, self.tr("&Dán"), action)
        put.setEnabled(bool(self._found.edit))
        put.clicked.connect(self._on_agreed)
        return put

    def _change_words(self, count: int) -> str:
        if not self._found.edit:
            return self.tr("Dán khối này không thay đổi gì.")
        words = self.tr(
            "{count} ô của khối sẽ thay đổi, các ô khác tính theo; cả khối là một bước hoàn tác."
            " Chưa có gì thay đổi."
        )
        return words.format(count=format_count(count))

    def _texts(self, line: Any) -> Sequence[str]:
        one: PasteLine = line
        plan, (_, year, series) = self._task.plan, self._task.question
        where = unit_name(plan, one.unit) if one.unit else self.tr("(ngoài bảng)")
        column = cell_name(one.cell, series, year) if one.cell is not None else self._origin(one)
        if one.why is None:
            return where, column, one.before, one.after, ""
        if not isinstance(one.why, PlannerError):
            return where, column, one.before, one.after, doubt_reason(plan, one.why)
        reason = refusal_sentence(one.why)
        if one.after and f"“{one.after}”" not in reason:
            reason = self.tr("“{text}”: {reason}").format(text=one.after, reason=reason)
        return where, column, one.before, self.tr("không dán"), reason

    def _origin(self, line: PasteLine) -> str:
        """Where in the block a cell stood that lies nowhere in the table."""
        row, column = (format_count(at + 1) for at in line.place)
        text = self.tr("dòng {row}, cột {column} của khối dán")
        return text.format(row=row, column=column)

    def _on_row(self, current: QModelIndex) -> None:
        """The whole reason of the chosen line, which its column may have no room for."""
        reason = self._texts(self.model.line(current.row()))[4] if current.isValid() else ""
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _on_turned(self) -> None:
        self._answer(self._task.turned_over(True))

    def _on_as_copied(self) -> None:
        self._answer(self._task.turned_over(False))

    def _on_agreed(self) -> None:
        self._answer(self._task.agreed_to(self._found))

    def _answer(self, task: PasteTask) -> None:
        self.accept()
        self.answered.emit(task)
