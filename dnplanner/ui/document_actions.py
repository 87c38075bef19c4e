"""Commands about the document as a whole: history, versions, backups, comparison, recovery."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from dnplanner.core.comparison import compare_expected, compare_scenarios, within
from dnplanner.core.errors import PlannerError
from dnplanner.models.columns import COLUMNS
from dnplanner.models.history import cell_lines, compared_lines, flow_lines
from dnplanner.models.wording import cell_name, refusal_sentence, scenario_name
from dnplanner.models.wording.file_refusals import take_over_question
from dnplanner.ui.asking import Doubt, ask

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.core.comparison import Progress
    from dnplanner.models.history import DifferenceLine
    from dnplanner.models.keeper import Opened
    from dnplanner.storage.lock import LockHeld
    from dnplanner.storage.recovery import Leftover
    from dnplanner.ui.history_dialog import CellFilter
    from dnplanner.ui.main_window import MainWindow


class DocumentActions(QObject):
    """Opens the dialogs; each imports what it needs when it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        """Commands of ``window``."""
        super().__init__(window)
        self._window = window
        self._document = window.document

    def show_history(self) -> None:
        """All changes of the document."""
        self._show_history(None)

    def show_cell_history(self) -> None:
        """The changes of the current cell."""
        from dnplanner.ui.history_dialog import CellFilter

        sheet = self._window.sheet
        current = sheet.body.currentIndex()
        if not current.isValid():
            return
        unit, cell = sheet.body_model.unit_at(current.row()), COLUMNS[current.column()].cell
        name = self._document.plan.unit(unit).name
        question = self._document.question
        if cell is not None:
            name = f"{name}, {cell_name(cell, question.series, question.year)}"
        self._show_history(CellFilter(unit, cell, name))

    def show_backups(self) -> None:
        """The backups of the document."""
        from dnplanner.ui.backups_dialog import BackupsDialog

        if self._window.parts is None:
            return
        dialog = BackupsDialog(self._window.parts.keeper, self._window)
        dialog.chosen.connect(self._window.parts.files.open_copy)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_start_page(self) -> None:
        """Samples, recent files, and what earlier runs left."""
        from dnplanner.ui.start_page import StartPage

        if self._window.parts is None:
            return
        files = self._window.parts.files
        page = StartPage(self._window.preferences.recent, self._window)
        page.file_chosen.connect(files.open_path)
        page.sample_chosen.connect(files.open_sample)
        page.leftover_chosen.connect(files.open_leftover)
        page.open_requested.connect(files.open)
        page.table_requested.connect(self._window.parts.intake.choose_new)
        page.finished.connect(page.deleteLater)
        page.open()

    def compare_with_reference(self) -> None:
        """The scenario shown against the one it is measured by, else against the next one."""
        plan, question = self._document.plan, self._document.question
        others = [name for name in plan.outline.scenarios if name != question.scenario]
        if not others:
            self._tell(self.tr("Chỉ có một phương án: hãy nhân bản rồi so sánh."))
            return
        reference = plan.scenario(question.scenario).reference or others[0]
        title = self.tr("So sánh: {first} và {second}").format(
            first=scenario_name(plan, reference), second=scenario_name(plan, question.scenario)
        )

        def find(progress: Progress) -> list[DifferenceLine]:
            other = question._replace(scenario=reference)
            cells = compare_scenarios(plan, other, question, within(progress, 0, 2))
            told = within(progress, 1, 2)
            lines = cell_lines(plan, plan, cells, with_scenario=False, progress=told)
            return [*lines, *flow_lines(plan, compare_expected(plan, other, question))]

        self._compare(title, find)

    def compare_with_file(self) -> None:
        """The plan shown against that of another file."""
        path = self._document.path
        dialog = QFileDialog(
            self._window, self.tr("So sánh với tệp"), str(path.parent if path else Path.home())
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Kế hoạch DN Planner (*.dnplan)"))
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer_leftovers(self, leftovers: Sequence[Leftover]) -> None:
        """Let the user choose among what crashes left."""
        from dnplanner.ui.recovery_dialog import RecoveryDialog

        if self._window.parts is None:
            return
        dialog = RecoveryDialog(leftovers, self._window)
        dialog.chosen.connect(self._window.parts.files.open_leftover)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def tell_opened(self, opened: Opened) -> None:
        """Say what an opened document is, where that is more than a file that may be written."""
        document = opened.document
        if document.recovered:
            text = self.tr("Đã khôi phục {count} thay đổi chưa lưu của lần trước.")
            self._tell(text.format(count=document.recovered))
        reason = document.read_only
        if isinstance(reason, PlannerError):
            reason.params.setdefault("path", opened.path)
            self._tell_held(reason)
        elif reason == "file_read_only":
            self._warn(self.tr("Tệp chỉ cho đọc: sửa được, nhưng phải lưu thành tệp khác."))
        elif reason:
            self._warn(self.tr("Không ghi được vào thư mục của tệp: hãy lưu vào nơi khác."))

    def _tell_held(self, held: LockHeld) -> None:
        """Say who has the file; where that may be over, offer to take it over."""
        sentence = refusal_sentence(held)
        if held.may_be_dead and self._window.parts is not None:
            offer = partial(self._ask_to_take_over, held)
            self._window.parts.messages.offer(sentence, self.tr("Nhận quyền sửa…"), offer)
        else:
            self._warn(sentence)

    def _ask_to_take_over(self, held: LockHeld) -> None:
        path = Path(str(held.params["path"]))
        doubt = Doubt(
            self.tr("Nhận quyền sửa tệp {file}?").format(file=path.name),
            take_over_question(held.params),
            self.tr("Nhận quyền sửa"),
        )
        ask(doubt, partial(self._take_over, path), self._window)

    def _take_over(self, path: Path) -> None:
        if self._window.parts is not None:
            self._window.parts.files.take_over(path)

    def _show_history(self, only: CellFilter | None) -> None:
        from dnplanner.ui.history_dialog import HistoryDialog

        if self._window.parts is None or not self._window.settle():
            return
        parts = self._window.parts
        dialog = HistoryDialog(self._document, parts.keeper, only, self._window)
        dialog.return_asked.connect(parts.large_edits.perform)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_file_chosen(self, chosen: str) -> None:
        path, plan = Path(chosen), self._document.plan
        title = self.tr("So sánh: {file} và kế hoạch đang mở").format(file=path.name)

        def read(progress: Progress) -> list[DifferenceLine]:
            from dnplanner.storage.document_file import load

            try:
                other = load(path)
            except PlannerError as error:
                error.params.setdefault("path", path)
                raise
            return compared_lines(other, plan, progress=progress)

        self._compare(title, read)

    def _compare(self, title: str, find: Callable[[Progress], list[DifferenceLine]]) -> None:
        """Show the differences under their title, as soon as they are found."""
        from dnplanner.ui.comparison_dialog import ComparisonDialog

        dialog = ComparisonDialog(title, find, self._window)
        dialog.failed.connect(self._window.refuse)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell(self, text: str) -> None:
        self._window.tell(text)

    def _warn(self, text: str) -> None:
        if self._window.parts is not None:
            self._window.parts.messages.refuse(text)
