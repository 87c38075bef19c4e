"""The start page: what can be opened, in one list for mouse and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.errors import PlannerError
from dnplanner.models.start_entries import (
    StartEntry,
    file_entries,
    leftover_entries,
    sample_entries,
)
from dnplanner.models.wording import refusal_sentence
from dnplanner.paths import user_folder
from dnplanner.ui.background import Background
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.screen_room import within_screen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_SIZE = (620, 560)
_MARGIN = 14


class StartPage(QDialog):
    """Closes when something is chosen."""

    file_chosen = Signal(object)
    """Carries the Path of a recent file."""
    sample_chosen = Signal(str)
    """Carries the name of a sample."""
    leftover_chosen = Signal(object)
    """Carries the Path of a working copy."""
    open_requested = Signal()
    """A file that is not in the list is wanted."""
    table_requested = Signal()
    """A new plan is wanted, made from a table of Excel."""

    def __init__(self, recent: Sequence[Path], parent: QWidget) -> None:
        """Offer samples, the files ``recent`` and what earlier runs left."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trang đầu"))
        self._recent = list(recent)
        self._entries: list[StartEntry | None] = []
        """What each row opens; None for headings."""
        self.note = QLabel(self.tr("Chọn kế hoạch cần mở."), self)
        self.note.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Kế hoạch có thể mở"))
        self.list.setSpacing(2)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.itemActivated.connect(self._on_open)
        self.list.currentRowChanged.connect(self._on_current_changed)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._table = self._button(self.tr("Nhập từ Excel…"), self._on_table)
        self._other = self._button(self.tr("Mở tệp khác…"), self._on_other)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self._open = add_main_button(self.buttons, self.tr("Mở"), action)
        self._open.clicked.connect(self._on_open)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        for widget in (self.note, self.list, self.buttons):
            column.addWidget(widget)
        self.resize(within_screen(self, *_SIZE))
        self._show([], [])
        self._load()
        self.list.setFocus()

    def _button(self, text: str, slot: object) -> QPushButton:
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _load(self) -> None:
        """Look at the disk in a worker thread: a folder on the network may not answer."""
        recent = self._recent

        def look(_work: Background) -> tuple[list[StartEntry], list[StartEntry]]:
            from dnplanner.storage.author import this_author
            from dnplanner.storage.recovery import leftovers

            return leftover_entries(leftovers(user_folder(), this_author())), file_entries(recent)

        work = Background(look, self)
        work.done.connect(self._on_looked)
        work.failed.connect(self._on_failed)
        work.start()

    def _on_looked(self, found: tuple[list[StartEntry], list[StartEntry]]) -> None:
        self._show(*found)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.note.setText(refusal_sentence(error))

    def _show(self, leftovers: list[StartEntry], files: list[StartEntry]) -> None:
        self.list.clear()
        self._entries.clear()
        self._add(self.tr("Chưa lưu từ lần trước"), leftovers)
        self._add(self.tr("Mở gần đây"), files)
        self._add(self.tr("Kế hoạch mẫu"), sample_entries())
        rows = range(len(self._entries))
        self.list.setCurrentRow(next((row for row in rows if self._usable(row)), -1))

    def _add(self, heading: str, entries: Sequence[StartEntry]) -> None:
        if not entries:
            return
        head = QListWidgetItem(heading, self.list)
        self._entries.append(None)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        head.setFont(bold)
        head.setForeground(self.palette().placeholderText())  # switched off, but to be read
        for entry in entries:
            words = " – ".join(filter(None, (entry.title, entry.reason or entry.details)))
            item = QListWidgetItem(f"    {words}", self.list)
            item.setToolTip(f"{entry.title}\n{entry.details}\n{entry.reason}".strip())
            self._entries.append(entry)
            if entry.reason:
                item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _usable(self, row: int) -> StartEntry | None:
        """What a row opens, if it can be opened now."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry if entry is not None and not entry.reason else None

    def _on_current_changed(self, row: int) -> None:
        self._open.setEnabled(self._usable(row) is not None)

    def _on_open(self) -> None:
        entry = self._usable(self.list.currentRow())
        if entry is not None and self.isVisible():  # a double click comes here twice
            self._choose(entry)

    def _on_other(self) -> None:
        self.accept()
        self.open_requested.emit()

    def _on_table(self) -> None:
        self.accept()
        self.table_requested.emit()

    def _choose(self, entry: StartEntry) -> None:
        self.accept()
        if entry.sample:
            self.sample_chosen.emit(entry.sample)
        elif entry.working is not None:
            self.leftover_chosen.emit(entry.working)
        else:
            self.file_chosen.emit(entry.path)
