"""One line under the table that tells what happened, without stopping anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from dnplanner.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.ui.theme import Theme

_SHOWN_FOR = 8000
"""Milliseconds that good news stay."""


class MessageBar(QFrame):
    """Good news go by themselves; refusals stay until they are closed or another comes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """A bar that is hidden until there is something to say."""
        super().__init__(parent)
        self.setObjectName("messages")
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.way_out = QPushButton(self)
        self.way_out.setObjectName("link")
        self.way_out.clicked.connect(self._on_way_out)
        self._take_way_out: Callable[[], object] | None = None
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Đóng thông báo"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self.way_out)
        row.addWidget(self._close)
        self._refusal = False
        self._passing = False
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._words.text()

    def tell(self, text: str) -> None:
        """Say something good, for a while."""
        self._show(text, refusal=False)
        self._timer.start(_SHOWN_FOR)

    def refuse(self, text: str, *, passing: bool = False) -> None:
        """Say why something could not be done; ``passing`` if that is over by the next change."""
        self._timer.stop()
        self._show(text, refusal=True)
        self._passing = passing

    def pass_by(self) -> None:
        """The plan has changed since: what was refused before it is no longer of interest."""
        if self._passing:
            self.hide()

    def offer(self, text: str, label: str, way_out: Callable[[], object]) -> None:
        """Say why something could not be done, with a button for the way out."""
        self.refuse(text)
        self._take_way_out = way_out
        self.way_out.setText(label)
        self.way_out.show()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._close.setIcon(icon("close", theme.muted))
        self._paint()

    def _show(self, text: str, *, refusal: bool) -> None:
        self._refusal = refusal
        self._passing = False
        self._take_way_out = None
        self.way_out.hide()
        self._words.setText(text)
        self.setAccessibleName(text)
        self._paint()
        self.show()

    def _on_way_out(self) -> None:
        way_out, self._take_way_out = self._take_way_out, None
        self.hide()
        if way_out is not None:
            way_out()

    def _paint(self) -> None:
        theme = self._theme
        soft = theme.danger_soft if self._refusal else theme.total
        self.setStyleSheet(f"#messages {{ background: {soft}; }}")
