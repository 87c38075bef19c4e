"""Taking figures in from a file: what was read beside what would change, and what is not certain.

Nothing changes before "Nhập" is pressed, and that can only be pressed when nothing is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

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

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.models.import_session import ImportSession, likely_purpose
from dnplanner.models.import_task import FileRead, Purpose, Understood, read_file, understood
from dnplanner.models.intake_wording import intake_refusal
from dnplanner.models.quiet_memory import no_searches, search_everything
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.grid_pane import GridPane
from dnplanner.ui.import_tabs import ImportTabs
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.purpose_bar import PurposeBar
from dnplanner.ui.reading_page import ReadingPage
from dnplanner.ui.screen_room import within_screen
from dnplanner.ui.sender_strip import SenderStrip

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.exchange.proposals import Doubt
    from dnplanner.exchange.table_finding import Pointed
    from dnplanner.models.import_task import ImportTask
    from dnplanner.ui.theme import Theme

SIZE = (1180, 660)


class Taken(NamedTuple):
    """What somebody said yes to. ``plan`` is the new plan, or the one the edit is for."""

    plan: Plan
    edit: Edit
    purpose: Purpose
    source: str
    name: str


class ImportDialog(QDialog):
    """Reads one file off the window's thread, then shows, asks and tells."""

    taken = Signal(object)
    """"Nhập" was pressed; carries a Taken."""
    understood = Signal()
    """The file, as it is taken now, is shown."""

    def __init__(
        self, plan: Plan, scenario: str, purpose: Purpose, theme: Theme, parent: QWidget
    ) -> None:
        """Take a file into ``plan``, or make a new plan when ``purpose`` has no what."""
        super().__init__(parent)
        self._plan = plan
        self._scenario = scenario
        self.session: ImportSession | None = None
        self._work: Background | None = None
        self._again = False
        is_new = purpose.what is None
        self.setWindowTitle(self.tr("Kế hoạch mới từ Excel") if is_new else self.tr("Nhập số liệu"))
        self.resize(within_screen(self, *SIZE))
        self.file_name = QLabel(self)
        self.purpose = PurposeBar(plan, purpose, self)
        self.reading = ReadingPage(self)
        self.sender_strip = SenderStrip(theme, self)
        self.grid = GridPane(theme, self)
        self.tabs = ImportTabs(self)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self.suggest = QPushButton(self.tr("Nhận &mọi gợi ý"), self)
        self._add_buttons(self.tr("&Lập kế hoạch") if is_new else self.tr("&Nhập"))
        self._lay_out()
        self._connect()
        self._show_state()

    def read(self, path: Path) -> None:
        """Read a file in a process of its own; the dialog fills when that is done."""
        self.file_name.setText(path.name)
        self.file_name.setToolTip(str(path))
        self.reading.begin(path.name)

        def work(task: Background) -> FileRead:
            def report(rows: int) -> None:
                task.report_progress(rows, 0)

            with no_searches():
                return read_file(path, report, task.is_cancelled)

        self._start(work, self._on_read, self._on_unreadable)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or understood."""
        return self._work is not None

    def _add_buttons(self, word: str) -> None:
        role = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.addButton(self.suggest, role.ActionRole)
        self.accept_button = add_main_button(self.buttons, word, role.AcceptRole)

    def _connect(self) -> None:
        self.purpose.changed.connect(self._on_purpose)
        self.grid.pointed.connect(self._on_pointed)
        self.tabs.doubts.decided.connect(self._understand)
        self.tabs.doubts.shown.connect(self.grid.show_place)
        self.tabs.doubts.whole_asked.connect(self._on_whole)
        for panel in (self.tabs.columns, self.tabs.units):
            panel.changed.connect(self._understand)
        self.sender_strip.changed.connect(self._understand)
        self.suggest.clicked.connect(self._on_suggest)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    # Reading and understanding

    def _start(
        self,
        work: Callable[[Background], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        task = Background(work, self)
        task.progressed.connect(self._on_progress)
        task.done.connect(done)
        task.failed.connect(failed)
        self._work = task
        task.start()

    def _on_progress(self, rows: int, _of: int) -> None:
        self.reading.count_rows(rows)

    def _on_read(self, file: FileRead) -> None:
        self._work = None
        purpose = likely_purpose(self._plan, self.purpose.purpose, file)
        self.purpose.set_purpose(purpose)
        self.session = ImportSession(file, self._plan, self._scenario, purpose)
        self.grid.show_file(file)
        self._understand()

    def _on_unreadable(self, error: Exception) -> None:
        self._work = None
        self.reading.fail(_reason(error))
        self._show_state()

    def _understand(self) -> None:
        """Find out, in a thread, what the file means by what is decided now."""
        if self.session is None:
            return
        if self._work is not None:
            self._again = True
            return
        self._start(_Job(self.session.task), self._on_understood, self._on_not_understood)
        self._show_state()

    def _on_understood(self, found: Understood) -> None:
        self._work = None
        if self._again:
            self._again = False
            self._understand()
            return
        if self.session is None:
            return
        self.session.take(found)
        self.sender_strip.show_sessions([self.session])
        self._show_session(self.session)
        self.understood.emit()

    def _on_not_understood(self, error: Exception) -> None:
        self._work = None
        self._again = False
        self.session = None
        self.reading.fail(_reason(error))
        self._show_state()

    # What is decided

    def _on_purpose(self, purpose: Purpose) -> None:
        if self.session is not None:
            self.session.aim(purpose)
            self._understand()

    def _on_pointed(self, pointed: Pointed) -> None:
        if self.session is not None:
            self.session.point(pointed)
            self._understand()

    def _on_whole(self, doubt: Doubt, answer: str) -> None:
        if doubt.code == "other_year" and answer.isdigit():
            purpose = self.purpose.purpose._replace(year=int(answer))
            self.purpose.set_purpose(purpose)
            self._on_purpose(purpose)

    def _on_suggest(self) -> None:
        if self.session is not None:
            self.session.accept_suggestions()
            self._understand()

    # What is shown

    def _show_session(self, session: ImportSession) -> None:
        self.tabs.show_session(session)
        self.grid.mark(session)
        self._show_state()

    def _show_state(self) -> None:
        session = self.session
        ready = session is not None and session.understood is not None
        self.pages.setCurrentIndex(1 if ready else 0)
        self.purpose.setEnabled(session is not None)
        self.suggest.setVisible(session is not None and session.can_suggest)
        free = not self.is_busy
        self.accept_button.setEnabled(free and session is not None and session.is_ready)
        self.status.setText(self._state_words() if ready else "")

    def _state_words(self) -> str:
        session = self.session
        if session is None or session.understood is None:
            return ""
        count = session.open_count
        if count:
            text = self.tr("Còn {count} chỗ phải quyết định rồi mới nhập được.")
            return text.format(count=format_count(count))
        changes = session.understood.changes
        if not session.understood.edit:
            return self.tr("Tệp giống kế hoạch đang mở: không có gì để nhập.")
        units = len({getattr(change.key, "unit", "") for change in changes})
        if self.purpose.purpose.what is None:
            text = self.tr("Kế hoạch mới có {units} đơn vị, {count} số liệu.")
        else:
            text = self.tr(
                "Sẽ thay đổi {count} số liệu của {units} đơn vị; một lần Hoàn tác là trở lại."
            )
        return text.format(count=format_count(len(changes)), units=format_count(units))

    def _lay_out(self) -> None:
        self.file_name.setObjectName("heading")
        top = QHBoxLayout()
        top.addWidget(self.file_name)
        top.addStretch(1)
        top.addWidget(self.purpose)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.grid)
        right = QWidget(self)
        beside = QHBoxLayout(right)
        beside.setContentsMargins(6, 0, 0, 0)
        beside.addWidget(self.tabs)
        both.addWidget(right)
        both.setSizes([SIZE[0] * 47 // 100, SIZE[0] * 53 // 100])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.reading)
        self.pages.addWidget(both)
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        bottom.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self.sender_strip)
        column.addWidget(self.pages, 1)
        column.addLayout(bottom)

    # Qt overrides

    @override
    def accept(self) -> None:
        """Hand over what was decided; not while anything is open."""
        session = self.session
        if session is None or session.understood is None or not session.is_ready or self.is_busy:
            return
        found, source = session.understood, session.file.source
        told = self.tr("{name} · SHA-256 {hash}").format(name=source.name, hash=source.sha256)
        purpose = session.purpose
        if purpose.what is None:
            purpose = purpose._replace(year=found.proposal.year)
        self.sender_strip.keep()
        super().accept()  # first: what opens a new plan gives the focus back to who had it
        self.taken.emit(Taken(found.plan, found.edit, purpose, told, source.name))

    @override
    def done(self, result: int) -> None:
        """Whatever is being read is given up."""
        if self._work is not None:
            self._work.cancel()
        super().done(result)
        search_everything()


class _Job:
    """The work of understanding, for a thread."""

    def __init__(self, task: ImportTask) -> None:
        self._task = task

    def __call__(self, _work: Background) -> Understood:
        with no_searches():
            return understood(self._task)


def _reason(error: Exception) -> str:
    if isinstance(error, WorkbookRefused):
        return intake_refusal(error)
    if isinstance(error, PlannerError):
        return refusal_sentence(error)
    raise error
