"""One line over a file: what was decided about an earlier one of its sender, to use or forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from dnplanner import paths
from dnplanner.core.numerals import format_count
from dnplanner.models.senders import answers_from, remembered_from, sender_of
from dnplanner.storage.sender_memory import SenderMemory

if TYPE_CHECKING:
    from dnplanner.exchange.proposals import Answers
    from dnplanner.models.import_session import ImportSession
    from dnplanner.storage.sender_memory import Remembered
    from dnplanner.ui.theme import Theme


class SenderStrip(QFrame):
    """Offers earlier decisions; nothing of them counts before "Dùng lại" is pressed."""

    applied = Signal()
    """Earlier decisions were taken over."""
    forgotten = Signal()
    """They are remembered no longer, and taken back where they were used."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Not there until a file of a known sender is shown."""
        super().__init__(parent)
        self._memory = SenderMemory(paths.user_folder())
        self._session: ImportSession | None = None
        self._offered: Answers = {}
        self.setObjectName("sender")
        self.setStyleSheet(
            f"#sender {{ background: {theme.warning_soft}; }} #said {{ color: {theme.text}; }}"
        )
        self.words = QLabel(self)
        self.words.setObjectName("said")
        self.words.setWordWrap(True)
        self.use = QPushButton(self.tr("Dùng &lại"), self)
        self.use.clicked.connect(self._on_use)
        self.forget = QPushButton(self.tr("&Quên"), self)
        self.forget.setToolTip(self.tr("Không nhớ các lựa chọn này nữa"))
        self.forget.clicked.connect(self._on_forget)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.words, 1)
        for button in (self.use, self.forget):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.hide()

    def show_session(self, session: ImportSession) -> None:
        """Offer what is remembered about the sender of the file, if it helps."""
        self._session = session
        remembered = self._remembered()
        if remembered is None or session.understood is None:
            self.hide()
            return
        proposal = session.understood.proposal
        self._offered = answers_from(remembered, proposal, session.plan)
        used = [place for place in proposal.answers if session.is_recalled(place)]
        self.use.setVisible(bool(self._offered))
        if self._offered:
            said = self.tr("Lần trước, với {file}, bạn đã chọn nghĩa cho {count} cột và dòng.")
        else:
            said = self.tr("Đang dùng lại {count} lựa chọn của {file}; sửa được ở thẻ Cột, Đơn vị.")
        count = format_count(len(self._offered or used))
        self.words.setText(said.format(file=remembered.file, count=count))
        self.setVisible(bool(self._offered or used))

    def keep(self) -> None:
        """Remember what is decided about columns and names now."""
        session = self._session
        if session is None or session.understood is None:
            return
        proposal = session.understood.proposal
        remembered = remembered_from(proposal, session.plan)
        if remembered.columns or remembered.units:
            self._memory.keep(sender_of(proposal), remembered)

    def _remembered(self) -> Remembered | None:
        """What is known of the sender; a new plan has units of its own, which nobody remembers."""
        session = self._session
        if session is None or session.understood is None or session.purpose.what is None:
            return None
        return self._memory.recall(sender_of(session.understood.proposal))

    def _on_use(self) -> None:
        if self._session is not None:
            self._session.recall(self._offered)
            self.applied.emit()

    def _on_forget(self) -> None:
        if self._session is not None and self._session.understood is not None:
            self._memory.forget(sender_of(self._session.understood.proposal))
            self._session.forget_recalled()
            self.hide()
            self.forgotten.emit()
