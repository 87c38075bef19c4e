"""Exporting the official appendix: what its heading says, where it goes, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QWidget

from dnplanner.core.edits import edit_of
from dnplanner.core.plan import DocumentField, DocumentKey
from dnplanner.core.series import Series
from dnplanner.models.wording import appendix_title
from dnplanner.ui.writing_dialog import WritingDialog, show_on_desktop

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Key, Value
    from dnplanner.models.document import Document
    from dnplanner.ui.background import Background

translate = QCoreApplication.translate
"""For what is said before the dialog is there to ask."""

_WIDTH = 640


class ExportDialog(WritingDialog):
    """Writes the appendix."""

    exported = Signal(object)
    """The appendix was written; carries its Path."""

    def __init__(self, document: Document, folder: Path, parent: QWidget) -> None:
        """Export what ``document`` shows, by default into ``folder``."""
        title = translate("ExportDialog", "Xuất phụ lục")
        super().__init__(title, translate("ExportDialog", "Xuất"), parent)
        self._document = document
        self._written = folder
        plan = document.plan
        self.number = self.field(plan.text(DocumentField.NUMBER), self.tr("Số kế hoạch"))
        self.date = self.field(plan.text(DocumentField.DATE), self.tr("Ngày ban hành"))
        self.issuer = self.field(plan.text(DocumentField.ISSUER), self.tr("Cơ quan ban hành"))
        self._proposed = appendix_title(plan, document.question)
        self.title = self.field(self._proposed, self.tr("Tên phụ lục"))
        self.heading = QCheckBox(self.tr("Ghi dòng “Phụ lục” ở đầu trang"), self)
        self.checks = QCheckBox(self.tr("Kèm trang kiểm tra: các điểm cần xem lại"), self)
        self.path = self.field(str(folder / self._file_name()), self.tr("Tệp Excel"))
        for field in self._fields():
            self.form.addRow(field.accessibleName() + ":", field)
        for box in (self.heading, self.checks):
            self.form.addRow("", box)
        self.add_place(self.path, self.tr("Chọn nơi lưu…"), self._on_browse)
        self._open_file = self.add_later_button(self.tr("Mở tệp"), self._on_open_file)
        self._open_folder = self.add_later_button(self.tr("Mở thư mục"), self._on_open_folder)
        self.write.clicked.connect(self.start)
        self.lay_out(_WIDTH)

    def start(self) -> None:
        """Write the appendix; the dialog stays open and tells what came of it."""
        target = Path(self.path.text().strip())
        if not self.path.text().strip():
            self.tell(self.tr("Chưa có tên tệp: hãy chọn nơi lưu."))
            return
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(target.name + ".xlsx")
        self._remember()
        self.write_with(self._job(target), self._on_written)

    def _remember(self) -> None:
        """Keep what the heading says in the plan, so that nobody types it twice."""
        fields = {
            DocumentField.NUMBER: self.number,
            DocumentField.DATE: self.date,
            DocumentField.ISSUER: self.issuer,
        }
        # The plan's title is about the poor; one for another group is typed when it is needed.
        poor = self._document.question.series is Series.POOR
        if poor and self.title.text().strip() != self._proposed:
            fields[DocumentField.TITLE] = self.title
        wanted: dict[Key, Value | None] = {
            DocumentKey(place): field.text().strip() or None for place, field in fields.items()
        }
        self._document.perform(edit_of(self._document.plan, "describe", wanted))

    def _job(self, target: Path) -> Callable[[Background], Path]:
        """The work of writing the appendix as it stands now, whatever is edited meanwhile."""
        plan, question = self._document.plan, self._document.question
        number, date, issuer, title = (field.text().strip() for field in self._fields())
        heading, checks = self.heading.isChecked(), self.checks.isChecked()

        def write(work: Background) -> Path:
            from dnplanner.exchange.appendix_content import AppendixOptions
            from dnplanner.models.appendix_export import write_appendix

            options = AppendixOptions(
                number, date, issuer, title, with_heading_line=heading, with_checks=checks
            )
            write_appendix(plan, question, options, target, work.report_progress, work.is_cancelled)
            return target

        return write

    def _fields(self) -> tuple[QLineEdit, QLineEdit, QLineEdit, QLineEdit]:
        return self.number, self.date, self.issuer, self.title

    def _on_written(self, target: Path) -> None:
        self._written = target
        self.tell(self.tr("Đã xuất phụ lục: {path}").format(path=target))
        for button in (self._open_file, self._open_folder):
            button.show()
        self._open_file.setFocus()
        self.exported.emit(target)

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Lưu phụ lục"), self.path.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Sổ tính Excel (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        self.ask(dialog, self.path)

    def _on_open_file(self) -> None:
        show_on_desktop(self._written)

    def _on_open_folder(self) -> None:
        show_on_desktop(self._written.parent)

    def _file_name(self) -> str:
        year = self._document.question.year
        return self.tr("Phu luc giam ngheo {year}.xlsx").format(year=year)
