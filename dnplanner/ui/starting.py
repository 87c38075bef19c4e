"""What happens after the first paint: the file asked for, its store, what crashes left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

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


class Started(NamedTuple):
    """What was found: the document, whether it replaces the plan shown, what else is to be told."""

    opened: Opened
    replaces: bool
    leftovers: tuple[Leftover, ...]
    refusal: PlannerError | WriteFailed | None
    held_back: bool
    """Nothing was opened by itself, because the last starts failed."""


class Starting(QObject):
    """Opens what is certain without a question, and asks about the rest."""

    finished = Signal()
    """A document is open and kept."""

    def __init__(self, window: MainWindow, path: Path | None) -> None:
        """Start ``window`` with the file at ``path``, if one was asked for."""
        super().__init__(window)
        self._window = window
        self._path = path

    def begin(self) -> None:
        """Look at the disk in a worker thread."""
        parts = self._window.parts
        if parts is None:
            return
        plan, keeper, path = self._window.document.plan, parts.keeper, self._path

        def look(_work: Background) -> Started:
            return _started(plan, keeper, path)

        work = Background(look, self)
        work.done.connect(self._on_looked)
        work.failed.connect(self._on_failed)
        work.start()

    def survived(self) -> None:
        """The program runs: the next start may open documents by itself."""
        from dnplanner.storage.start_guard import StartGuard

        StartGuard(user_folder()).survived()

    def _on_looked(self, started: Started) -> None:
        parts = self._window.parts
        if parts is None:
            return
        if started.replaces:
            parts.keeper.adopt(started.opened)
            if started.opened.path is not None:
                self._window.preferences.add_recent(started.opened.path)
            parts.documents.tell_opened(started.opened)
        else:
            parts.keeper.begin(started.opened)
        self._tell(started)
        QTimer.singleShot(0, self.survived)
        self.finished.emit()

    def _tell(self, started: Started) -> None:
        parts = self._window.parts
        if parts is None:
            return
        if started.refusal is not None:
            self._window.refuse(started.refusal)
        if started.held_back:
            text = self.tr(
                "Hai lần trước chương trình không khởi động được, nên lần này không tự mở tệp nào."
                " Hãy mở tệp từ menu Tệp; các thay đổi chưa lưu vẫn còn."
            )
            parts.messages.refuse(text)
        if started.leftovers:
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
    allowed = StartGuard(desk.home).begin()
    refusal: PlannerError | WriteFailed | None = None
    found = tuple(leftovers(desk.home, desk.author))
    try:
        if allowed and path is not None:
            opened = file_opened(path, desk)
            others = tuple(left for left in found if left.saved.path != str(path.absolute()))
            return Started(opened, True, others, None, False)
        if allowed and len(found) == 1 and found[0].problem is None:
            return Started(leftover_opened(found[0].path, desk), True, (), None, False)
    except (PlannerError, WriteFailed) as error:
        refusal = error
    return Started(plan_opened(plan, desk), False, found, refusal, not allowed)
