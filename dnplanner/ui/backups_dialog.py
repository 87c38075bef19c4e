"""The backups of the open document; any of them can be opened as a new document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal

from dnplanner.core.numerals import format_count
from dnplanner.models.history import shown_time
from dnplanner.models.line_tables import LineTable
from dnplanner.paths import user_folder
from dnplanner.ui.line_dialog import LineDialog
from dnplanner.ui.screen_room import within_screen

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dnplanner.models.keeper import Keeper
    from dnplanner.storage.backups import Backup

_SIZE = (560, 420)


class BackupsDialog(LineDialog):
    """Newest first, by number: a wrong clock does not change the order."""

    chosen = Signal(object)
    """A backup is to be opened; carries its Path."""

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        """The backups of the document that ``keeper`` keeps."""
        from dnplanner.storage.backups import Backups

        headings = (self.tr("Số"), self.tr("Thời gian"), self.tr("Cỡ"))
        super().__init__(self.tr("Sao lưu"), LineTable(headings, _texts, frozenset({0, 2})), parent)
        opened = keeper.open_document
        found: list[_Line] = []
        if opened is not None:
            found = [_line(one) for one in Backups(user_folder(), opened.snapshot.document).all()]
        self.set_widths((8, 30, 16), 1)
        self.resize(within_screen(self, *_SIZE))
        self.model.show_lines(found)
        self._open = self.add_main_button(self.tr("Mở thành kế hoạch mới"), self._on_open)
        self._open.setEnabled(bool(found))
        if found:
            self.tell(self.tr("Bản được chọn mở thành kế hoạch mới; kế hoạch đang mở giữ nguyên."))
            self.view.selectRow(0)
        else:
            self.tell(self.tr("Chưa có bản sao lưu nào. Mỗi lần lưu, chương trình giữ lại bản cũ."))

    def _on_open(self) -> None:
        row = self.chosen_row()
        if row is not None:
            self.chosen.emit(self.model.line(row).path)
            self.accept()


class _Line(NamedTuple):
    """A backup, with its words."""

    number: str
    time: str
    size: str
    path: Path


def _line(backup: Backup) -> _Line:
    size = backup.path.stat().st_size if backup.path.exists() else 0
    kilobytes = format_count(-(-size // 1000))
    return _Line(str(backup.number), shown_time(backup.moment), f"{kilobytes} kB", backup.path)


def _texts(line: _Line) -> tuple[str, str, str]:
    return line[:3]
