"""The files that came in, what became of each, and what is remembered for its sender."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dnplanner.core.numerals import format_count
from dnplanner.models.line_tables import LineTable
from dnplanner.models.merge_lines import file_lines
from dnplanner.ui.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.models.merge_session import MergeSession
    from dnplanner.models.senders import Offer


class _File(NamedTuple):
    name: str
    state: str
    offer: Offer | None


class SentFiles(QWidget):
    """A line for each file, and below the way to use or leave earlier decisions for one of them."""

    changed = Signal()
    """Earlier decisions were taken over for a file, or taken back."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until a session is shown."""
        super().__init__(parent)
        self._files: list[_File] = []
        headings = (self.tr("Tệp"), self.tr("Tình trạng"), self.tr("Nhớ từ lần trước"))
        self.view = LineView(LineTable(headings, self._texts), self.tr("Tệp"), self)
        self.view.set_widths((34, 36, 30), 1)
        self.view.line_chosen.connect(self._on_chosen)
        self.use = QPushButton(self.tr("&Dùng lại cho tệp này"), self)
        self.take_back = QPushButton(self.tr("Thôi dùng cho tệp nà&y"), self)
        self.use.clicked.connect(self._on_use)
        self.take_back.clicked.connect(self._on_take_back)
        self._about = QLabel(self)
        self._about.setWordWrap(True)
        below = QHBoxLayout()
        below.addWidget(self._about, 1)
        for button in (self.use, self.take_back):
            button.setAutoDefault(False)
            button.hide()
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def show_session(self, session: MergeSession, offers: Sequence[Offer]) -> None:
        """Show what became of the files, and for which of them something is remembered."""
        before = self.view.chosen
        by_name = {offer.session.file.source.name: offer for offer in offers}
        self._files = [_File(name, state, by_name.get(name)) for name, state in file_lines(session)]
        self.view.lines.show_lines(self._files)
        first = next((row for row, file in enumerate(self._files) if file.offer), 0)
        self._show_buttons(None)
        self.view.choose(first if before is None else before)

    def _texts(self, file: _File) -> Sequence[str]:
        return file.name, file.state, self._remembered(file.offer)

    def _remembered(self, offer: Offer | None) -> str:
        if offer is None:
            return ""
        if offer.answers:
            text = self.tr("{count} lựa chọn, chưa dùng: {file}")
        else:
            text = self.tr("đang dùng {count} lựa chọn: {file}")
        count = format_count(len(offer.answers) or offer.used)
        return text.format(count=count, file=offer.earlier)

    def _chosen_offer(self) -> Offer | None:
        row = self.view.chosen
        return None if row is None or row >= len(self._files) else self._files[row].offer

    def _on_chosen(self, row: int) -> None:
        file = self._files[row]
        self._about.setText(f"{file.name}: {file.state}")
        self._show_buttons(file.offer)

    def _show_buttons(self, offer: Offer | None) -> None:
        self.use.setVisible(offer is not None and bool(offer.answers))
        self.take_back.setVisible(offer is not None and bool(offer.used))

    def _on_use(self) -> None:
        offer = self._chosen_offer()
        if offer is not None:
            offer.use()
            self.changed.emit()

    def _on_take_back(self) -> None:
        offer = self._chosen_offer()
        if offer is not None:
            offer.take_back()
            self.changed.emit()
