"""Forms to send out: what they ask, where they go, and what came of writing them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from dnplanner.core.numerals import format_count
from dnplanner.core.series import Series
from dnplanner.durable import WriteFailed
from dnplanner.exchange.slots import What
from dnplanner.models.import_task import Purpose
from dnplanner.models.wording import series_title
from dnplanner.ui.purpose_bar import PurposeBar
from dnplanner.ui.still_fields import StillBox
from dnplanner.ui.writing_dialog import WritingDialog, show_on_desktop

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan
    from dnplanner.ui.background import Background

translate = QCoreApplication.translate
"""For what is said before the dialog is there to ask."""

_WIDTH = 640
_ASKED = (Series.POOR, Series.NEAR_POOR, Series.DTTS_POOR, Series.DTTS_LOCAL_POOR)


class FormsDialog(WritingDialog):
    """Writes a workbook for each unit."""

    def __init__(self, plan: Plan, question: Question, folder: Path, parent: QWidget) -> None:
        """Ask the units of ``plan``; by default for results, into ``folder``."""
        title = translate("FormsDialog", "Biểu mẫu cho đơn vị")
        super().__init__(title, translate("FormsDialog", "&Ghi biểu"), parent)
        self._plan = plan
        self._question = question
        units = len(plan.tree.children_of(plan.tree.root))
        about = self.tr(
            "Mỗi đơn vị một tệp Excel có sẵn tên và số liệu đã biết, chỉ mở các ô cần điền. "
            "Khi đơn vị gửi lại, dùng lệnh Gộp tệp các đơn vị. Sẽ ghi {count} tệp."
        )
        said = QLabel(about.format(count=format_count(units)), self)
        said.setWordWrap(True)
        self.purpose = PurposeBar(plan, Purpose(What.ACTUAL, question.year), self)
        self.purpose.show_group(shown=False)
        self.purpose.leave_registers_out()
        self.form.addRow(self.purpose.take_lead(), self.purpose)
        self.series = StillBox(self)
        self.series.setAccessibleName(self.tr("Đối tượng"))
        for series in _ASKED:
            self.series.addItem(series_title(series), series.value)
        self.form.addRow(self.series.accessibleName() + ":", self.series)
        self.folder = self.field(str(folder), self.tr("Thư mục"))
        self.add_place(self.folder, self.tr("Chọn thư mục…"), self._on_browse)
        self._open = self.add_later_button(self.tr("&Mở thư mục"), self._on_open)
        self.write.clicked.connect(self.start)
        self.lay_out(_WIDTH, said)

    def start(self) -> None:
        """Write the forms; the dialog stays open and tells what came of it."""
        folder = self.folder.text().strip()
        if folder:
            self.write_with(self._job(Path(folder)), self._on_written)
        else:
            self.tell(self.tr("Chưa có thư mục: hãy chọn nơi ghi."))

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

    def _on_written(self, paths: list[Path]) -> None:
        text = self.tr("Đã ghi {count} biểu vào {folder}.")
        folder = self.folder.text().strip()
        self.tell(text.format(count=format_count(len(paths)), folder=folder))
        self._open.setVisible(bool(paths))

    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Chọn thư mục"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self.ask(dialog, self.folder)

    def _on_open(self) -> None:
        show_on_desktop(Path(self.folder.text().strip()))
