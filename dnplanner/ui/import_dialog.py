"""Taking figures in from a file: what was read, what would change, and what is not certain."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dnplanner.models.import_session import ImportSession, likely_purpose
from dnplanner.models.import_task import FileRead, Purpose, read_file
from dnplanner.models.intake_lines import import_state
from dnplanner.override import override
from dnplanner.ui.grid_pane import GridPane
from dnplanner.ui.import_tabs import ImportTabs
from dnplanner.ui.intake_dialog import IntakeDialog, Looks

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.exchange.proposals import Doubt
    from dnplanner.exchange.table_finding import Pointed
    from dnplanner.models.import_task import Understood
    from dnplanner.ui.background import Background
    from dnplanner.ui.theme import Theme

translate = QCoreApplication.translate
"""For what is said before the dialog is there to ask."""

SIZE = (1180, 660)


class Taken(NamedTuple):
    """What somebody said yes to. ``plan`` is the new plan, or the one the edit is for."""

    plan: Plan
    edit: Edit
    purpose: Purpose
    source: str
    name: str


class ImportDialog(IntakeDialog[ImportSession]):
    """One file."""

    taken = Signal(object)
    """"Nhập" was pressed; carries a Taken."""

    def __init__(
        self, plan: Plan, scenario: str, purpose: Purpose, theme: Theme, parent: QWidget
    ) -> None:
        """Take a file into ``plan``, or make a new plan when ``purpose`` has no what."""
        is_new = purpose.what is None
        title = (
            translate("ImportDialog", "Kế hoạch mới từ Excel")
            if is_new
            else translate("ImportDialog", "Nhập số liệu")
        )
        accept = (
            translate("ImportDialog", "&Lập kế hoạch")
            if is_new
            else translate("ImportDialog", "&Nhập")
        )
        looks = Looks(title, SIZE, accept, import_state)
        super().__init__(plan, purpose, looks, theme, parent)
        self._plan = plan
        self._scenario = scenario
        self.file_name = QLabel(self)
        self.file_name.setObjectName("heading")
        self.grid = GridPane(theme, self)
        self.tabs = ImportTabs(self)
        self._connect()
        right = QWidget(self)
        beside = QHBoxLayout(right)
        beside.setContentsMargins(6, 0, 0, 0)
        beside.addWidget(self.tabs)
        top = self.lay_out(self.grid, right, 47)
        top.addWidget(self.file_name)
        top.addStretch(1)
        top.addWidget(self.purpose)
        self.show_state()

    def read(self, path: Path) -> None:
        """Read a file in a process of its own; the dialog fills when that is done."""
        self.file_name.setText(path.name)
        self.file_name.setToolTip(str(path))
        self.reading.begin(path.name)

        def work(task: Background) -> FileRead:
            def report(rows: int) -> None:
                task.report_progress(rows, 0)

            return read_file(path, report, task.is_cancelled)

        self.work.read(work)

    def _connect(self) -> None:
        self.work.progressed.connect(self._on_progress)
        self.work.was_read.connect(self._on_read)
        self.work.found_out.connect(self._on_found_out)
        self.grid.pointed.connect(self._on_pointed)
        self.tabs.doubts.shown.connect(self.grid.show_place)
        self.tabs.doubts.whole_asked.connect(self._on_whole)
        self.tabs.doubts.decided.connect(self.find_out)
        for panel in (self.tabs.columns, self.tabs.units):
            panel.changed.connect(self.find_out)

    def _on_progress(self, rows: int, _of: int) -> None:
        self.reading.count_rows(rows)

    def _on_read(self, file: FileRead) -> None:
        purpose = likely_purpose(self._plan, self.purpose.purpose, file)
        self.purpose.set_purpose(purpose)
        self.session = ImportSession(file, self._plan, self._scenario, purpose)
        self.grid.show_file(file)
        self.find_out()

    def _on_found_out(self, found: Understood) -> None:
        session = self.session
        if session is None:
            return
        session.take(found)
        self.sender_strip.show_sessions([session])
        self.tabs.show_session(session)
        self.grid.mark(session)
        self.show_state()
        self.understood.emit()

    def _on_pointed(self, pointed: Pointed) -> None:
        if self.session is not None:
            self.session.point(pointed)
            self.find_out()

    def _on_whole(self, doubt: Doubt, answer: str) -> None:
        if doubt.code == "other_year" and answer.isdigit():
            purpose = self.purpose.purpose._replace(year=int(answer))
            self.purpose.set_purpose(purpose)
            self.aim(purpose)

    # Qt overrides

    @override
    def accept(self) -> None:
        """Hand over what was decided; not while anything is open."""
        session = self.session
        if session is None or session.understood is None or not self.can_accept:
            return
        found, source = session.understood, session.file.source
        told = self.tr("{name} · SHA-256 {hash}").format(name=source.name, hash=source.sha256)
        purpose = session.purpose
        if purpose.what is None:
            purpose = purpose._replace(year=found.proposal.year)
        self.sender_strip.keep()
        super().accept()  # first: what opens a new plan gives the focus back to who had it
        self.taken.emit(Taken(found.plan, found.edit, purpose, told, source.name))
