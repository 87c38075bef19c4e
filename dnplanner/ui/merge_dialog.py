"""Bringing the files of many units together: who sent, who did not, and where files differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from dnplanner.core.numerals import format_count
from dnplanner.models.arriving import Arrived, arrived, files_in
from dnplanner.models.intake_lines import figures_changed
from dnplanner.models.merge_lines import merge_state
from dnplanner.models.merge_session import MergeFound, MergeSession
from dnplanner.override import override
from dnplanner.ui.change_view import ChangeView
from dnplanner.ui.conflict_panel import ConflictPanel
from dnplanner.ui.doubt_panel import Asked, DoubtPanel
from dnplanner.ui.intake_dialog import IntakeDialog, Looks
from dnplanner.ui.sent_files import SentFiles
from dnplanner.ui.sent_units import SentUnits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.models.import_task import Purpose
    from dnplanner.ui.background import Background
    from dnplanner.ui.theme import Theme

translate = QCoreApplication.translate
"""For what is said before the dialog is there to ask."""

SIZE = (1120, 640)


class Brought(NamedTuple):
    """What somebody said yes to."""

    edit: Edit
    source: str
    units: int
    purpose: Purpose


class MergeDialog(IntakeDialog[MergeSession]):
    """Many files and whole folders."""

    brought = Signal(object)
    """"Gộp" was pressed; carries a Brought."""

    def __init__(
        self, plan: Plan, scenario: str, purpose: Purpose, theme: Theme, parent: QWidget
    ) -> None:
        """Bring files into ``plan``."""
        title = translate("MergeDialog", "Gộp tệp các đơn vị")
        accept = translate("MergeDialog", "&Gộp")
        looks = Looks(title, SIZE, accept, merge_state, of_many=True)
        super().__init__(plan, purpose, looks, theme, parent)
        self._plan = plan
        self._scenario = scenario
        self.units = SentUnits(self)
        self.files = SentFiles(self)
        self.doubts = DoubtPanel(self, with_file=True)
        self.conflicts = ConflictPanel(self)
        self.changes = ChangeView(self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for page in (self.files, self.doubts, self.conflicts, self.changes):
            self.tabs.addTab(page, "")
        self._connect()
        top = self.lay_out(self._units_with_heading(), self.tabs, 26)
        top.addWidget(self.purpose)
        self.show_state()

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and whole folders; the dialog fills when that is done."""
        chosen = list(paths)

        def work(task: Background) -> tuple[Arrived, ...]:
            return tuple(arrived(files_in(chosen), task.report_progress, task.is_cancelled))

        self.reading.begin(self.tr("các tệp"))
        self.work.read(work)

    def _connect(self) -> None:
        self.work.progressed.connect(self.reading.count_files)
        self.work.was_read.connect(self._on_read)
        self.work.found_out.connect(self._on_found_out)
        self.units.accepted.connect(self._on_accepted)
        self.conflicts.picked.connect(self._on_picked)
        for decided in (self.doubts.decided, self.files.changed):
            decided.connect(self.find_out)

    def _on_read(self, files: tuple[Arrived, ...]) -> None:
        if not files:
            self.fail(self.tr("Không có tệp Excel, CSV hay .dnplan nào ở đó."))
            return
        purpose = self.purpose.purpose
        self.session = MergeSession(self._plan, self._scenario, purpose, files)
        self.purpose.set_purpose(self.session.purpose)
        self.find_out()

    def _on_found_out(self, found: MergeFound) -> None:
        session = self.session
        if session is None:
            return
        session.take(found)
        self.sender_strip.show_sessions(session.asking)
        self.units.show_session(session)
        self.files.show_session(session, self.sender_strip.offers)
        self.doubts.show_lines(
            [Asked(line, one) for one in session.asking for line in one.doubt_lines()]
        )
        self.conflicts.show_session(session)
        self._show_outcome(session)
        self.understood.emit()

    def _on_accepted(self, unit: str, accepted: bool) -> None:
        if self.session is not None:
            self.session.accept(unit, accepted=accepted)
            self._show_outcome(self.session)

    def _on_picked(self) -> None:
        if self.session is not None:
            self.conflicts.show_session(self.session)
            self._show_outcome(self.session)

    def _show_outcome(self, session: MergeSession) -> None:
        changes = figures_changed(session.edit())
        self.changes.show_changes(session.plan, changes)
        counts = (
            (self.tr("Tệp"), len(session.files)),
            (self.tr("Cần quyết định"), session.open_doubts),
            (self.tr("Khác nhau"), session.open_conflicts),
            (self.tr("Sẽ thay đổi"), len(changes)),
        )
        for place, (text, count) in enumerate(counts):
            self.tabs.setTabText(place, f"{text} ({format_count(count)})" if count else text)
        self.show_state()

    def _units_with_heading(self) -> QWidget:
        left = QWidget(self)
        heading = QLabel(self.tr("Đơn vị (bỏ chọn để không nhận)"), left)
        heading.setObjectName("heading")
        heading.setBuddy(self.units)
        beside = QVBoxLayout(left)
        beside.setContentsMargins(0, 0, 6, 0)
        beside.addWidget(heading)
        beside.addWidget(self.units, 1)
        return left

    # Qt overrides

    @override
    def accept(self) -> None:
        """Hand over what was decided; not while anything is open."""
        session = self.session
        if session is None or not self.can_accept:
            return
        edit = session.edit()
        units = {getattr(key, "unit", None) for key in edit.changed_keys()}
        self.sender_strip.keep()
        super().accept()
        self.brought.emit(Brought(edit, session.source, len(units), session.purpose))
