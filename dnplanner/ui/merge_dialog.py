"""Bringing the files of many units together: who sent, who did not, and where files differ."""

from __future__ import annotations

from functools import partial
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
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.models.intake_lines import change_line, figures_changed
from dnplanner.models.intake_wording import intake_refusal
from dnplanner.models.line_tables import LineTable
from dnplanner.models.merge_session import (
    Arrived,
    MergeFound,
    MergeSession,
    MergeTask,
    arrived,
    files_in,
    merge_found,
)
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.conflict_panel import ConflictPanel
from dnplanner.ui.doubt_panel import Asked, DoubtPanel
from dnplanner.ui.line_view import LineView
from dnplanner.ui.main_button import add_main_button
from dnplanner.ui.purpose_bar import PurposeBar
from dnplanner.ui.reading_page import ReadingPage
from dnplanner.ui.screen_room import within_screen
from dnplanner.ui.sender_strip import SenderStrip
from dnplanner.ui.sent_files import SentFiles
from dnplanner.ui.sent_units import SentUnits

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.models.import_task import Purpose
    from dnplanner.ui.theme import Theme

SIZE = (1120, 640)


class Brought(NamedTuple):
    """What somebody said yes to."""

    edit: Edit
    source: str
    units: int
    purpose: Purpose


class MergeDialog(QDialog):
    """Reads all files in one process off the window's thread, then shows, asks and tells."""

    brought = Signal(object)
    """"Gộp" was pressed; carries a Brought."""

    def __init__(
        self, plan: Plan, scenario: str, purpose: Purpose, theme: Theme, parent: QWidget
    ) -> None:
        """Bring files into ``plan``."""
        super().__init__(parent)
        self._plan = plan
        self._scenario = scenario
        self.session: MergeSession | None = None
        self._work: Background | None = None
        self._again = False
        self.setWindowTitle(self.tr("Gộp tệp các đơn vị"))
        self.resize(within_screen(self, *SIZE))
        self.purpose = PurposeBar(plan, purpose, self)
        self.reading = ReadingPage(self)
        self.units = SentUnits(self)
        self.sender_strip = SenderStrip(theme, self, of_many=True)
        self.files = SentFiles(self)
        self.doubts = DoubtPanel(self, with_file=True)
        self.conflicts = ConflictPanel(self)
        headings = (self.tr("Đơn vị"), self.tr("Số liệu"), self.tr("Trước"), self.tr("Sau"))
        model = LineTable(headings, partial(change_line, plan), frozenset({2, 3}))
        self.changes = LineView(model, self.tr("Sẽ thay đổi"), self)
        self.changes.set_widths((18, 30, 10, 12), 1)
        self.status = QLabel(self)
        self.status.setWordWrap(True)
        self._add_buttons()
        self._lay_out()
        self._connect()
        self._show_state()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and whole folders; the dialog fills when that is done."""
        chosen = list(paths)

        def work(task: Background) -> tuple[Arrived, ...]:
            return tuple(arrived(files_in(chosen), task.report_progress, task.is_cancelled))

        self.reading.begin(self.tr("các tệp"))
        self._start(work, self._on_read, self._on_failed)

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or understood."""
        return self._work is not None

    def _start(
        self,
        work: Callable[[Background], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._work = Background(work, self)
        self._work.progressed.connect(self.reading.count_files)
        self._work.done.connect(done)
        self._work.failed.connect(failed)
        self._work.start()
        self._show_state()

    def _on_read(self, files: tuple[Arrived, ...]) -> None:
        self._work = None
        if not files:
            self.reading.fail(self.tr("Không có tệp Excel, CSV hay .dnplan nào ở đó."))
            self._show_state()
            return
        purpose = self.purpose.purpose
        self.session = MergeSession(self._plan, self._scenario, purpose, files)
        self.purpose.set_purpose(self.session.purpose)
        self._find_out()

    def _find_out(self) -> None:
        """Find out, in a thread, what the files mean by what is decided now."""
        if self.session is None:
            return
        if self._work is not None:
            self._again = True
            return
        self._start(_Job(self.session.task), self._on_found, self._on_failed)

    def _on_found(self, found: MergeFound) -> None:
        self._work = None
        if self._again:
            self._again = False
            self._find_out()
        elif self.session is not None:
            self.session.take(found)
            self._show_session(self.session)

    def _on_failed(self, error: Exception) -> None:
        self._work = None
        self.session = None
        if isinstance(error, WorkbookRefused):
            self.reading.fail(intake_refusal(error))
        elif isinstance(error, PlannerError):
            self.reading.fail(refusal_sentence(error))
        else:
            raise error
        self._show_state()

    # What is decided

    def _on_purpose(self, purpose: Purpose) -> None:
        if self.session is not None:
            self.session.aim(purpose)
            self._find_out()

    def _on_accepted(self, unit: str, accepted: bool) -> None:
        if self.session is not None:
            self.session.accept(unit, accepted=accepted)
            self._show_outcome(self.session)

    def _on_picked(self) -> None:
        if self.session is not None:
            self.conflicts.show_session(self.session)
            self._show_outcome(self.session)

    def _on_suggest(self) -> None:
        if self.session is not None:
            self.session.accept_suggestions()
            self._find_out()

    # What is shown

    def _show_session(self, session: MergeSession) -> None:
        self.units.show_session(session)
        self.sender_strip.show_sessions(session.asking)
        self.files.show_session(session, self.sender_strip.offers)
        self.doubts.show_lines(
            [Asked(line, one) for one in session.asking for line in one.doubt_lines()]
        )
        self.conflicts.show_session(session)
        self._show_outcome(session)

    def _show_outcome(self, session: MergeSession) -> None:
        self.changes.lines.show_lines(figures_changed(session.edit()))
        counts = (
            (self.tr("Tệp"), len(session.files)),
            (self.tr("Cần quyết định"), session.open_doubts),
            (self.tr("Khác nhau"), session.open_conflicts),
            (self.tr("Sẽ thay đổi"), self.changes.lines.rowCount()),
        )
        for place, (text, count) in enumerate(counts):
            self.tabs.setTabText(place, f"{text} ({format_count(count)})" if count else text)
        self._show_state()

    def _show_state(self) -> None:
        session = self.session
        shown = session is not None and session.found is not None
        self.pages.setCurrentIndex(1 if shown else 0)
        self.purpose.setEnabled(session is not None)
        self.suggest.setVisible(session is not None and session.can_suggest)
        self.status.setText(self._state_words(session) if session is not None and shown else "")
        self.accept_button.setEnabled(self._is_ready)

    @property
    def _is_ready(self) -> bool:
        session = self.session
        if session is None or session.found is None or self.is_busy:
            return False
        return not (session.open_doubts or session.open_conflicts) and bool(session.edit())

    def _state_words(self, session: MergeSession) -> str:
        lines = session.unit_lines()
        missing = [line.name for line in lines if not line.files]
        sent = self.tr("{sent}/{all} đơn vị đã gửi.").format(
            sent=format_count(len(lines) - len(missing)), all=format_count(len(lines))
        )
        if missing:
            absent = self.tr("Chưa gửi: {names}.").format(names=_listed(missing))
            sent = f"{sent} {absent}"
        left = session.open_doubts + session.open_conflicts
        if left:
            text = self.tr("Còn {count} chỗ phải quyết định rồi mới gộp được.")
            return f"{sent} {text.format(count=format_count(left))}"
        if not session.edit():
            return f"{sent} " + self.tr("Không có số liệu nào mới.")
        text = self.tr("Sẽ thay đổi {count} số liệu; một lần Hoàn tác là trở lại.")
        return f"{sent} {text.format(count=format_count(self.changes.lines.rowCount()))}"

    # Building

    def _add_buttons(self) -> None:
        role = QDialogButtonBox.ButtonRole
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.suggest = QPushButton(self.tr("Nhận &mọi gợi ý"), self)
        self.buttons.addButton(self.suggest, role.ActionRole)
        self.accept_button = add_main_button(self.buttons, self.tr("&Gộp"), role.AcceptRole)

    def _connect(self) -> None:
        self.purpose.changed.connect(self._on_purpose)
        self.units.accepted.connect(self._on_accepted)
        self.doubts.decided.connect(self._find_out)
        for offering in (self.sender_strip, self.files):
            offering.changed.connect(self._find_out)
        self.conflicts.picked.connect(self._on_picked)
        self.suggest.clicked.connect(self._on_suggest)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        named = (
            (self.files, self.tr("Tệp")),
            (self.doubts, self.tr("Cần quyết định")),
            (self.conflicts, self.tr("Khác nhau")),
            (self.changes, self.tr("Sẽ thay đổi")),
        )
        for widget, name in named:
            self.tabs.addTab(widget, name)
        left = QWidget(self)
        heading = QLabel(self.tr("Đơn vị (bỏ chọn để không nhận)"), left)
        heading.setObjectName("heading")
        heading.setBuddy(self.units)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 6, 0)
        beside.addWidget(heading)
        beside.addWidget(self.units, 1)
        both = QSplitter(Qt.Orientation.Horizontal, self)
        both.setChildrenCollapsible(False)
        both.addWidget(left)
        both.addWidget(self.tabs)
        both.setSizes([SIZE[0] * 26 // 100, SIZE[0] * 74 // 100])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.reading)
        self.pages.addWidget(both)
        bottom = QHBoxLayout()
        bottom.addWidget(self.status, 1)
        bottom.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.addWidget(self.purpose)
        column.addWidget(self.sender_strip)
        column.addWidget(self.pages, 1)
        column.addLayout(bottom)

    # Qt overrides

    @override
    def accept(self) -> None:
        """Hand over what was decided; not while anything is open."""
        session = self.session
        if session is None or not self._is_ready:
            return
        edit = session.edit()
        units = {getattr(key, "unit", None) for key in edit.changed_keys()}
        self.sender_strip.keep()
        super().accept()
        self.brought.emit(Brought(edit, session.source, len(units), session.purpose))

    @override
    def done(self, result: int) -> None:
        """Whatever is being read is given up."""
        if self._work is not None:
            self._work.cancel()
        super().done(result)


class _Job:
    """The work of finding out, for a thread."""

    def __init__(self, task: MergeTask) -> None:
        self._task = task

    def __call__(self, _work: Background) -> MergeFound:
        return merge_found(self._task)


_MOST_NAMES = 6


def _listed(names: Sequence[str]) -> str:
    """Names in a row, the rest counted."""
    shown = ", ".join(names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return shown if rest <= 0 else f"{shown}, … (+{format_count(rest)})"
