"""Two states side by side: unit, cell, before, after, difference; and the same as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.durable import WriteFailed
from dnplanner.models.line_tables import LineTable
from dnplanner.models.quiet_memory import no_searches
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.line_dialog import LineDialog
from dnplanner.ui.reading_page import ReadingPage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.core.comparison import Progress
    from dnplanner.models.history import DifferenceLine


_FIGURES = frozenset({2, 3, 4})


class ComparisonDialog(LineDialog):
    """What differs between two states, once that is found out; closing it before stops the work."""

    failed = Signal(object)
    """The states could not be compared; carries the PlannerError. The dialog is closed."""

    def __init__(
        self, title: str, find: Callable[[Progress], Sequence[DifferenceLine]], parent: QWidget
    ) -> None:
        """Show what ``find`` finds in a thread under ``title``."""
        self._headings = (
            self.tr("Đơn vị"),
            self.tr("Ô"),
            self.tr("Trước"),
            self.tr("Sau"),
            self.tr("Chênh lệch"),
        )
        super().__init__(title, LineTable(self._headings, tuple, _FIGURES), parent)
        self._lines: list[DifferenceLine] = []
        self.set_widths((38, 40, 12, 12, 14), 1)
        self.reading = ReadingPage(self)
        self.column.insertWidget(self.column.indexOf(self.view), self.reading, 1)
        self._export = self.add_button(self.tr("Xuất Excel…"), self._on_export)
        self._export.setEnabled(False)
        self._work: Background | None = None
        self._begin(find)

    @property
    def is_busy(self) -> bool:
        """Whether it is still being compared."""
        return self._work is not None

    def _begin(self, find: Callable[[Progress], Sequence[DifferenceLine]]) -> None:
        def compare(work: Background) -> Sequence[DifferenceLine]:
            def tell(done: int, total: int) -> None:
                if work.is_cancelled():
                    raise PlannerError("cancelled")
                work.report_progress(done, total)

            with no_searches():
                return find(tell)

        self.view.hide()
        self.reading.begin_comparing()
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Cancel)
        self._work = Background(compare, self)
        self._work.progressed.connect(self.reading.count_steps)
        self._work.done.connect(self._on_compared)
        self._work.failed.connect(self._on_not_compared)
        self._work.start()

    def _on_compared(self, lines: Sequence[DifferenceLine]) -> None:
        self._work = None
        self._lines = list(lines)
        self.model.show_lines(self._lines)
        self.reading.hide()
        self.buttons.setStandardButtons(QDialogButtonBox.StandardButton.Close)
        self.view.show()
        self.view.setFocus()
        count = self.tr("{count} chỗ khác nhau").format(count=format_count(len(self._lines)))
        self.tell(count if self._lines else self.tr("Hai bản giống hệt nhau."))
        self._export.setEnabled(bool(self._lines))

    def _on_not_compared(self, error: Exception) -> None:
        self._work = None
        self.reject()
        if not isinstance(error, PlannerError):
            raise error
        if error.code != "cancelled":
            self.failed.emit(error)

    def _on_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Xuất so sánh"), str(Path.home() / "so-sanh.xlsx"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Sổ tính Excel (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.fileSelected.connect(self._write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, chosen: str) -> None:
        title, headings, lines = self.windowTitle(), self._headings, self._lines

        def write(_work: Background) -> Path:
            from dnplanner.durable import write_file
            from dnplanner.exchange.line_sheet import line_sheet_bytes

            write_file(Path(chosen), line_sheet_bytes(title, headings, lines, _FIGURES))
            return Path(chosen)

        work = Background(write, self)
        work.done.connect(self._on_written)
        work.failed.connect(self._on_failed)
        work.start()

    def _on_written(self, path: Path) -> None:
        self.tell(self.tr("Đã xuất: {path}").format(path=path))

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, WriteFailed):
            raise error
        self.tell(refusal_sentence(error))

    # Qt overrides

    @override
    def done(self, result: int) -> None:
        """What is still being compared is given up."""
        if self._work is not None:
            self._work.cancel()
        super().done(result)
