"""Two states side by side: unit, cell, before, after, difference; and the same as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from dnplanner.durable import WriteFailed
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.background import Background
from dnplanner.ui.line_dialog import LineDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.models.history import DifferenceLine


_FIGURES = frozenset({2, 3, 4})


class ComparisonDialog(LineDialog):
    """What differs between two states."""

    def __init__(self, title: str, lines: Sequence[DifferenceLine], parent: QWidget) -> None:
        """Show ``lines`` under ``title``."""
        self._headings = (
            self.tr("Đơn vị"),
            self.tr("Ô"),
            self.tr("Trước"),
            self.tr("Sau"),
            self.tr("Chênh lệch"),
        )
        super().__init__(title, LineTable(self._headings, tuple, _FIGURES), parent)
        self._lines = list(lines)
        self.set_widths((38, 40, 12, 12, 14), 1)
        self.model.show_lines(self._lines)
        count = self.tr("{count} chỗ khác nhau").format(count=len(self._lines))
        self.tell(count if self._lines else self.tr("Hai bản giống hệt nhau."))
        self._export = self.add_button(self.tr("Xuất Excel…"), self._on_export)
        self._export.setEnabled(bool(self._lines))

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
