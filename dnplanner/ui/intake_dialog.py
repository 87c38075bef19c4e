"""The frame of dialogs that take files in: reading, then showing, asking and telling.

Nothing changes before the main button is pressed, which works only when nothing is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dnplanner.override import override
from dnplanner.ui.intake_work import IntakeWork
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.purpose_bar import PurposeBar
from dnplanner.ui.reading_page import ReadingPage
from dnplanner.ui.screen_room import within_screen
from dnplanner.ui.sender_strip import SenderStrip

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.models.import_task import Purpose
    from dnplanner.ui.theme import Theme


class Deciding(Protocol):
    """What is decided so far about what was read."""

    @property
    def question(self) -> Callable[[], object]:
        """Finds out what the decisions lead to."""

    @property
    def is_understood(self) -> bool:
        """Whether that is known."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing is open and something would change."""

    @property
    def can_suggest(self) -> bool:
        """Whether an open question has a likeliest answer."""

    def aim(self, purpose: Purpose) -> None:
        """Take what was read for something else."""

    def accept_suggestions(self) -> None:
        """Answer with all likeliest answers."""


_Session = TypeVar("_Session", bound=Deciding)


class Looks(NamedTuple, Generic[_Session]):
    """What tells one such dialog from the other; ``size`` is in pixels.

    ``state`` says what is left to decide or would change.
    """

    title: str
    size: tuple[int, int]
    accept: str
    state: Callable[[_Session], str]
    of_many: bool = False


class IntakeDialog(QDialog, Generic[_Session]):
    """Reads off the window's thread, then shows what the decisions of a session lead to."""

    understood = Signal()
    """What was read, as it is taken now, is shown."""

    def __init__(
        self, plan: Plan, purpose: Purpose, looks: Looks[_Session], theme: Theme, parent: QWidget
    ) -> None:
        """Take something into ``plan``."""
        super().__init__(parent)
        self.session: _Session | None = None
        self._looks = looks
        self.setWindowTitle(looks.title)
        self.resize(within_screen(self, *looks.size))
        self.work = IntakeWork(self)
        self.purpose = PurposeBar(plan, purpose, self)
        self.reading = ReadingPage(self)
        self.sender_strip = SenderStrip(theme, self, of_many=looks.of_many)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self._add_buttons(looks.accept)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.reading)
        self.work.failed.connect(self.fail)
        self.purpose.changed.connect(self.aim)
        self.sender_strip.changed.connect(self.find_out)
        self.suggest.clicked.connect(self._on_suggest)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or understood."""
        return self.work.is_busy

    def find_out(self) -> None:
        """Find out, in a thread, what was read means by what is decided now."""
        if self.session is not None:
            self.work.find_out(self.session.question)
            self.show_state()

    def show_state(self) -> None:
        """Show what can be done now."""
        session = self.session
        understood = session is not None and session.is_understood
        self.pages.setCurrentIndex(1 if understood else 0)
        self.status.setText(self._looks.state(session) if session and understood else "")
        self.purpose.setEnabled(session is not None)
        self.suggest.setVisible(session is not None and session.can_suggest)
        self.accept_button.setEnabled(self.can_accept)

    @property
    def can_accept(self) -> bool:
        """Whether the main button can be pressed."""
        return self.session is not None and self.session.is_ready and not self.is_busy

    def fail(self, reason: str) -> None:
        """Say why there is nothing to take in."""
        self.session = None
        self.reading.fail(reason)
        self.show_state()

    def aim(self, purpose: Purpose) -> None:
        """Take what was read for something else."""
        if self.session is not None:
            self.session.aim(purpose)
            self.find_out()

    def lay_out(self, left: QWidget, right: QWidget, percent: int) -> QHBoxLayout:
        """Put two parts side by side, the left one ``percent`` wide; gives the line over them."""
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(right)
        width = self._looks.size[0]
        both.setSizes([width * percent // 100, width * (100 - percent) // 100])
        self.pages.addWidget(both)
        top = QHBoxLayout()
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        bottom.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.sender_strip)
        column.addWidget(self.pages, 1)
        column.addLayout(bottom)
        return top

    def _add_buttons(self, word: str) -> None:
        role = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.suggest = QPushButton(self.tr("Nhận &mọi gợi ý"), self)
        self.buttons.addButton(self.suggest, role.ActionRole)
        self.accept_button = add_main_button(self.buttons, word, role.AcceptRole)

    def _on_suggest(self) -> None:
        if self.session is not None:
            self.session.accept_suggestions()
            self.find_out()

    # Qt overrides

    @override
    def done(self, result: int) -> None:
        """Whatever is being read is given up."""
        self.work.give_up()
        super().done(result)
