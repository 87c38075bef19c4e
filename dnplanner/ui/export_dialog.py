"""Exporting the official appendix: what its heading says, where it goes, what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.edits import edit_of
from dnplanner.core.errors import PlannerError
from dnplanner.core.plan import DocumentField, DocumentKey
from dnplanner.core.series import Series
from dnplanner.durable import WriteFailed
from dnplanner.models.wording import appendix_title, refusal_sentence
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.main_button import add_main_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from dnplanner.core.plan import Key, Value
    from dnplanner.models.document import Document

_WIDTH = 560


class ExportDialog(QDialog):
    """Writes the appendix in a worker thread, with progress and cancel."""

    exported = Signal(object)
    """The appendix was written; carries its Path."""

    def __init__(self, document: Document, folder: Path, parent: QWidget) -> None:
        """Export what ``document`` shows, by default into ``folder``."""
        super().__init__(parent)
        self._document = document
        self._work: Background | None = None
        self._written: Path | None = None
        self.setWindowTitle(self.tr("Xuất phụ lục"))
        plan = document.plan
        self.number = self._field(plan.text(DocumentField.NUMBER), self.tr("Số kế hoạch"))
        self.date = self._field(plan.text(DocumentField.DATE), self.tr("Ngày ban hành"))
        self.issuer = self._field(plan.text(DocumentField.ISSUER), self.tr("Cơ quan ban hành"))
        self._proposed = appendix_title(plan, document.question)
        self.title = self._field(self._proposed, self.tr("Tên phụ lục"))
        self.checks = QCheckBox(self.tr("Kèm trang kiểm tra: các điểm cần xem lại"), self)
        self.heading = QCheckBox(self.tr("Ghi dòng “Phụ lục” ở đầu trang"), self)
        self.path = self._field(str(folder / self._file_name()), self.tr("Tệp Excel"))
        self._browse = QPushButton(self.tr("Chọn nơi lưu…"), self)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.hide()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self._export = add_main_button(self._buttons, self.tr("Xuất"), action)
        self._export.clicked.connect(self.start)
        self._open_file = self._button(self.tr("Mở tệp"), self._on_open_file)
        self._open_folder = self._button(self.tr("Mở thư mục"), self._on_open_folder)
        self._open_file.hide()
        self._open_folder.hide()
        self._browse.clicked.connect(self._on_browse)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()

    def start(self) -> None:
        """Write the appendix; the dialog stays open and tells what came of it."""
        target = Path(self.path.text().strip())
        if not self.path.text().strip():
            self._tell(self.tr("Chưa có tên tệp: hãy chọn nơi lưu."))
            return
        if target.suffix.lower() != ".xlsx":
            target = target.with_name(target.name + ".xlsx")
        self._remember()
        self._set_busy(busy=True)
        self._work = Background(self._job(target), self)
        self._work.progressed.connect(self._on_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.start()

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

    def _on_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_done(self, target: Path) -> None:
        self._written = target
        self._set_busy(busy=False)
        self._tell(self.tr("Đã xuất phụ lục: {path}").format(path=target))
        self._open_file.show()
        self._open_folder.show()
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Đóng"))
        self._open_file.setFocus()
        self.exported.emit(target)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._tell(refusal_sentence(error))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Lưu phụ lục"), self.path.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Sổ tính Excel (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(self.path.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_open_file(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _on_open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _tell(self, text: str) -> None:
        self._message.setText(text)
        self._message.setAccessibleName(text)

    def _set_busy(self, *, busy: bool) -> None:
        self._export.setEnabled(not busy)
        self._progress.setRange(0, 0)
        self._progress.setVisible(busy)
        self._tell(self.tr("Đang xuất…") if busy else "")

    def _file_name(self) -> str:
        year = self._document.question.year
        return self.tr("Phu luc giam ngheo {year}.xlsx").format(year=year)

    def _field(self, text: str, name: str) -> QLineEdit:
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setCursorPosition(0)
        return field

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in (self.number, self.date, self.issuer, self.title):
            form.addRow(field.accessibleName() + ":", field)
        form.addRow("", self.heading)
        form.addRow("", self.checks)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(self._browse)
        form.addRow(self.path.accessibleName() + ":", place)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._progress)
        column.addWidget(self._message)
        column.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    # Qt overrides

    @override
    def reject(self) -> None:
        """Cancel what is being written; close when nothing is."""
        if self._work is not None and self._work.running:
            self._work.cancel()
            return
        super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing while writing cancels first."""
        if self._work is not None and self._work.running:
            self._work.cancel()
            event.ignore()
            return
        super().closeEvent(event)
