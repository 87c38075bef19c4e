"""Forms to send out: what they ask, where they go, and what came of writing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
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

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.core.series import Series
from dnplanner.durable import WriteFailed
from dnplanner.exchange.slots import What
from dnplanner.models.import_task import Purpose
from dnplanner.models.wording import refusal_sentence, series_name
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.purpose_bar import PurposeBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan

_WIDTH = 620
_ASKED = (Series.POOR, Series.NEAR_POOR, Series.DTTS_POOR, Series.DTTS_LOCAL_POOR)


class FormsDialog(QDialog):
    """Writes a workbook for each unit in a worker thread, with progress and cancel."""

    def __init__(self, plan: Plan, question: Question, folder: Path, parent: QWidget) -> None:
        """Ask the units of ``plan``; by default for results, into ``folder``."""
        super().__init__(parent)
        self._plan = plan
        self._question = question
        self._work: Background | None = None
        self.setWindowTitle(self.tr("Biểu mẫu cho đơn vị"))
        units = len(plan.tree.children_of(plan.tree.root))
        about = self.tr(
            "Mỗi đơn vị một tệp Excel có sẵn tên và số liệu đã biết, chỉ mở các ô cần điền. "
            "Khi đơn vị gửi lại, dùng lệnh Gộp tệp các đơn vị. Sẽ ghi {count} tệp."
        )
        self._about = QLabel(about.format(count=format_count(units)), self)
        self._about.setWordWrap(True)
        self.purpose = PurposeBar(plan, Purpose(What.ACTUAL, question.year), self)
        self.purpose.show_group(shown=False)
        self.purpose.leave_registers_out()
        self.series = QComboBox(self)
        self.series.setAccessibleName(self.tr("Nhóm"))
        for series in _ASKED:
            name = series_name(series)
            self.series.addItem(name[0].upper() + name[1:], series.value)
        self.folder = QLineEdit(str(folder), self)
        self.folder.setAccessibleName(self.tr("Thư mục"))
        self._browse = QPushButton(self.tr("Chọn thư mục…"), self)
        self._browse.setAutoDefault(False)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.hide()
        self._add_buttons()
        self._lay_out()

    @property
    def message(self) -> str:
        """What came of writing."""
        return self._message.text()

    @property
    def is_busy(self) -> bool:
        """Whether forms are being written."""
        return self._work is not None and self._work.running

    def start(self) -> None:
        """Write the forms; the dialog stays open and tells what came of it."""
        folder = self.folder.text().strip()
        if not folder:
            self._tell(self.tr("Chưa có thư mục: hãy chọn nơi ghi."))
            return
        self._set_busy(busy=True)
        self._work = Background(self._job(Path(folder)), self)
        self._work.progressed.connect(self._on_progress)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def _job(self, folder: Path) -> Callable[[Background], list[Path]]:
        plan, purpose, scenario = self._plan, self.purpose.purpose, self._question.scenario
        series = Series(self.series.currentData())

        def write(work: Background) -> list[Path]:
            from dnplanner.exchange.forms import FormQuestion, write_forms
            from dnplanner.models.intake_wording import form_wording

            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise WriteFailed("folder_read_only", folder, reason=str(error)) from error
            asked = FormQuestion.of(plan, purpose.what or What.ACTUAL, purpose.year, series)
            asked = asked._replace(question=asked.question._replace(scenario=scenario))
            return write_forms(
                plan, folder, asked, form_wording(), work.report_progress, work.is_cancelled
            )

        return write

    def _on_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_done(self, paths: list[Path]) -> None:
        self._set_busy(busy=False)
        text = self.tr("Đã ghi {count} biểu vào {folder}.")
        folder = self.folder.text().strip()
        self._tell(text.format(count=format_count(len(paths)), folder=folder))
        self._open.setVisible(bool(paths))

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._tell(refusal_sentence(error))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Chọn thư mục"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text().strip()))

    def _tell(self, text: str) -> None:
        self._message.setText(text)
        self._message.setAccessibleName(text)

    def _set_busy(self, *, busy: bool) -> None:
        self.write.setEnabled(not busy)
        self._progress.setRange(0, 0)
        self._progress.setVisible(busy)
        self._tell(self.tr("Đang ghi…") if busy else "")

    def _add_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.write = add_main_button(self.buttons, self.tr("&Ghi biểu"), role.ActionRole)
        self._open = self.buttons.addButton(self.tr("&Mở thư mục"), role.ActionRole)
        self._open.hide()
        self.write.clicked.connect(self.start)
        self._open.clicked.connect(self._on_open)
        self._browse.clicked.connect(self._on_browse)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self._browse)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Nhóm:"), self.series)
        form.addRow(self.tr("Thư mục:"), place)
        column = QVBoxLayout(self)
        column.addWidget(self._about)
        column.addWidget(self.purpose)
        column.addLayout(form)
        column.addWidget(self._progress)
        column.addWidget(self._message)
        column.addWidget(self.buttons)
        self.setMinimumWidth(_WIDTH)

    # Qt overrides

    @override
    def reject(self) -> None:
        """Cancel what is being written; close when nothing is."""
        if self._work is not None and self._work.running:
            self._work.cancel()
            return
        super().reject()
