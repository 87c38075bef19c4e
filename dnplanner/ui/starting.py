"""What happens after the first paint: the file asked for, its store, what crashes left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.models.keeper import file_opened, leftover_opened, plan_opened
from dnplanner.paths import user_folder
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.plan import Plan
    from dnplanner.models.keeper import Keeper, Opened
    from dnplanner.storage.recovery import Leftover
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.window_parts import WindowParts


class Started(NamedTuple):
    """What was found: the document, whether it replaces the plan shown, what else is to be told."""

    opened: Opened
    replaces: bool
    leftovers: tuple[Leftover, ...] = ()
    refusal: PlannerError | WriteFailed | None = None
    held_back: bool = False
    """Nothing was opened by itself, because the last starts failed."""
    working: Path | None = None
    """The working copy that was recovered without a question."""


class Starting(QObject):
    """Opens what is certain without a question, and asks about the rest."""

    finished = Signal()
    """A document is open and kept."""

    def __init__(self, window: MainWindow, path: Path | None) -> None:
        """Start ``window`` with the file at ``path``, if one was asked for."""
        super().__init__(window)
        self._window = window
        self._plan = window.document.plan
        self._path = path.absolute() if path is not None else None

    def begin(self) -> None:
        """Look at the disk in a worker thread."""
        parts = self._window.parts
        if parts is None:
            return
        plan, keeper, path = self._plan, parts.keeper, self._path

        def look(_work: Background) -> Started:
            return _started(plan, keeper, path)

        work = Background(look, self)
        work.done.connect(self._on_looked)
        work.failed.connect(self._on_failed)
        work.start()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.survived)

    def survived(self) -> None:
        """The program runs: the next start may open documents by itself."""
        from dnplanner.storage.start_guard import StartGuard

        StartGuard(user_folder()).survived()

    def _on_looked(self, started: Started) -> None:
        parts = self._window.parts
        if parts is None:
            return
        if not started.replaces:
            parts.keeper.begin(started.opened)
        elif self._window.document.undo_stack.count():
            self._ask_first(started, parts)
        else:
            parts.keeper.adopt(started.opened)
            if started.opened.path is not None:
                self._window.preferences.add_recent(started.opened.path)
            parts.documents.tell_opened(started.opened)
        self._tell(started, parts)
        QTimer.singleShot(0, self.survived)
        self.finished.emit()

    def _ask_first(self, started: Started, parts: WindowParts) -> None:
        """Somebody was quicker and changed the plan shown: that is not thrown away unasked."""
        started.opened.document.close()  # whatever was recovered stays where it was
        parts.files.opening.keep(self._plan)
        if started.working is not None:
            parts.files.open_leftover(started.working)
        elif self._path is not None:
            parts.files.open_path(self._path)

    def _tell(self, started: Started, parts: WindowParts) -> None:
        if started.refusal is not None:
            parts.files.opening.tell_refused(started.refusal)
        if started.held_back:
            text = self.tr(
                "Hai lần trước chương trình không khởi động được, nên lần này không tự mở tệp nào."
                " Hãy chọn ở Trang đầu; các thay đổi chưa lưu vẫn còn."
            )
            parts.messages.refuse(text)
            parts.documents.show_start_page()
        elif started.leftovers:
            parts.documents.offer_leftovers(started.leftovers)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._window.refuse(error)


def _started(plan: Plan, keeper: Keeper, path: Path | None) -> Started:
    """In a worker thread: the file asked for, else the one leftover, else the plan shown."""
    from dnplanner.storage.recovery import leftovers
    from dnplanner.storage.start_guard import StartGuard

    desk = keeper.desk()
    if not StartGuard(desk.home).begin():
        return Started(plan_opened(plan, desk), False, held_back=True)
    found = tuple(leftovers(desk.home, desk.author))
    refusal: PlannerError | WriteFailed | None = None
    try:
        if path is not None:
            opened = file_opened(path, desk)
            # Looked for again: the file may have been opened with what was left of it.
            others = tuple(leftovers(desk.home, desk.author)) if found else ()
            return Started(opened, True, others)
        if len(found) == 1 and found[0].problem is None:
            working = found[0].path
            return Started(leftover_opened(working, desk), True, working=working)
    except (PlannerError, WriteFailed) as error:
        refusal = error
    return Started(plan_opened(plan, desk), False, found, refusal)
