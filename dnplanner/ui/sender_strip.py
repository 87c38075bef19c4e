"""One line over files: what was decided about earlier ones of their senders, to use or forget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from dnplanner import paths
from dnplanner.core.numerals import format_count
from dnplanner.models.senders import KnownSenders
from dnplanner.storage.sender_memory import SenderMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dnplanner.models.import_session import ImportSession
    from dnplanner.models.senders import Offer
    from dnplanner.ui.theme import Theme


class SenderStrip(QFrame):
    """Offers earlier decisions; nothing of them counts before "Dùng lại" is pressed."""

    changed = Signal()
    """Earlier decisions were taken over, or taken back."""

    def __init__(self, theme: Theme, parent: QWidget, *, of_many: bool = False) -> None:
        """Not there until a file of a known sender is shown; ``of_many`` speaks of many files."""
        super().__init__(parent)
        self._senders = KnownSenders(SenderMemory(paths.user_folder()))
        self._sessions: Sequence[ImportSession] = ()
        self._of_many = of_many
        self.offers: Sequence[Offer] = ()
        self.setObjectName("sender")
        self.setStyleSheet(
            f"#sender {{ background: {theme.warning_soft}; }} #said {{ color: {theme.text}; }}"
        )
        self.words = QLabel(self)
        self.words.setObjectName("said")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.words, 1)
        self.use = self._button(self.tr("Dùng &lại"), self._on_use)
        self.take_back = self._button(self.tr("T&hôi dùng"), self._on_take_back)
        self.forget = self._button(self.tr("&Quên"), self._on_forget)
        self.forget.setToolTip(self.tr("Không nhớ các lựa chọn này nữa"))
        self.hide()

    def show_sessions(self, sessions: Iterable[ImportSession]) -> None:
        """Offer what is remembered about the senders of the files, as far as it helps."""
        self._sessions = tuple(sessions)
        self.offers = self._senders.offers(self._sessions)
        open_answers = sum(len(offer.answers) for offer in self.offers)
        used = sum(offer.used for offer in self.offers)
        self._show_buttons(usable=bool(open_answers), used=bool(used))
        self.words.setText(self._said(open_answers, used) if self.offers else "")
        self.setVisible(bool(self.offers))

    def _show_buttons(self, *, usable: bool, used: bool) -> None:
        """Of a button that goes, the one that undoes it has the focus, not the one that forgets."""
        wanted = {self.use: usable, self.take_back: used}
        had_focus = any(button.hasFocus() for button in wanted)
        for button in wanted:
            button.setVisible(True)
        if had_focus and usable != used:
            (self.use if usable else self.take_back).setFocus()
        for button, visible in wanted.items():
            button.setVisible(visible)

    def keep(self) -> None:
        """Remember what is decided about columns and names now."""
        self._senders.keep(self._sessions)

    def _said(self, open_answers: int, used: int) -> str:
        if self._of_many and open_answers:
            said = self.tr(
                "Đã nhớ từ lần trước {count} lựa chọn về cột và dòng, dùng được cho {files} tệp."
            )
        elif self._of_many:
            said = self.tr(
                "Đang dùng lại {count} lựa chọn cho {files} tệp; xem từng tệp ở thẻ Tệp."
            )
        elif open_answers:
            said = self.tr("Lần trước, với {file}, bạn đã chọn nghĩa cho {count} cột và dòng.")
        else:
            said = self.tr("Đang dùng lại {count} lựa chọn của {file}; sửa được ở thẻ Cột, Đơn vị.")
        meant = [one for one in self.offers if (one.answers if open_answers else one.used)]
        return said.format(
            count=format_count(open_answers or used),
            file=meant[0].earlier,
            files=format_count(len(meant)),
        )

    def _on_use(self) -> None:
        for offer in self.offers:
            offer.use()
        self.changed.emit()

    def _on_take_back(self) -> None:
        for offer in self.offers:
            offer.take_back()
        self.changed.emit()

    def _on_forget(self) -> None:
        self._senders.forget(self.offers)
        self.hide()
        self.changed.emit()

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(button)
        return button
