"""Opening documents in the window: read in worker threads, shown when they are whole."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.models.history import shown_time
from dnplanner.models.keeper import Keeper, copy_opened, file_opened, leftover_opened, plan_opened
from dnplanner.models.wording import refusal_sentence
from dnplanner.paths import user_folder
from dnplanner.ui.background import Background
from dnplanner.ui.held_window import HeldWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.models.foresight import Foresight
    from dnplanner.models.keeper import Opened
    from dnplanner.storage.backups import Backup
    from dnplanner.storage.opening import OpenDocument
    from dnplanner.ui.main_window import MainWindow


class Opening(QObject):
    """Shows another document in the window. What is unsaved must have been settled before.

    Nothing can be typed while a document is read: it would be lost with the one it was typed in.
    """

    opened = Signal(object)
    """A document is shown; carries its Opened."""

    def __init__(self, window: MainWindow, keeper: Keeper) -> None:
        """Open documents in ``window``, to be kept by ``keeper``."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._keeper = keeper
        self._held = HeldWindow(window)

    def keep(self, plan: Plan) -> None:
        """Give a plan that is shown without being kept, as at the start, its working copy."""
        self._run(partial(_plan_job, plan), self._keeper.begin, self._on_failed)

    def open_path(self, path: Path, *, take_over: bool = False) -> None:
        """Open a file; when it cannot be, say why and keep what is open.

        ``take_over`` takes a lock whose holder is out of sight: the user's decision.
        """
        path = path.absolute()
        job = _again_job if self._is_open(path) else _file_job
        self._read(partial(job, path, take_over))

    def open_copy(self, path: Path) -> None:
        """Open what a file holds as a new document."""
        self._read(partial(_copy_job, path))

    def open_leftover(self, working: Path) -> None:
        """Open what a crash left."""
        self._read(partial(_leftover_job, working))

    def open_sample(self, name: str) -> None:
        """Open a plan that comes with the program."""
        self._read(partial(_sample_job, name))

    def open_plan(self, plan: Plan) -> None:
        """Open a plan that no file holds, such as one made from a spreadsheet."""
        self._read(partial(_plan_job, plan))

    def tell_refused(self, error: PlannerError | WriteFailed) -> None:
        """Say why a file is not opened; offer its newest backup where there is one."""
        from dnplanner.storage.errors import DocumentIsNewer, DocumentRefused

        self._window.refuse(error)
        path = error.params.get("path")
        mendable = isinstance(error, DocumentRefused) and not isinstance(error, DocumentIsNewer)
        if mendable and path is not None:
            offer = partial(self._offer_backup, refusal_sentence(error))
            self._run(partial(_backup_job, Path(str(path))), offer, self._on_failed)

    def _is_open(self, path: Path) -> bool:
        """Whether a file is the one that is open: then we are who holds its lock."""
        here = self._document.path
        with suppress(OSError):
            return here is not None and here.samefile(path)
        return False

    def _read(self, job: Callable[[Keeper], Opened]) -> None:
        self._held.hold()
        self._run(partial(_foreseen_job, job), self._adopt, self._on_refused)

    def _run(
        self,
        work: Callable[[Keeper], object],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        keeper = self._keeper

        def job(_task: Background) -> object:
            return work(keeper)

        task = Background(job, self)
        task.done.connect(done)
        task.failed.connect(failed)
        task.start()

    def _adopt(self, found: tuple[Opened, Foresight | None]) -> None:
        opened, foresight = found
        self._held.let_go()
        if foresight is not None:
            self._document.expect(foresight)
        before = self._keeper.adopt(opened)
        if before is not None:
            # What was not saved was given up before anything else was opened.
            self._run(partial(_close_job, before), _done, self._on_failed)
        if opened.path is not None:
            self._window.preferences.add_recent(opened.path)
        self.opened.emit(opened)

    def _offer_backup(self, sentence: str, backup: Backup | None) -> None:
        if backup is None or self._window.parts is None:
            return
        made = self.tr("Có bản sao lưu {time}.").format(time=shown_time(backup.moment))
        self._window.parts.messages.offer(
            f"{sentence} {made}",
            self.tr("Mở bản sao lưu gần nhất"),
            partial(self._window.parts.files.open_copy, backup.path),
        )

    def _on_refused(self, error: Exception) -> None:
        self._held.let_go()
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self.tell_refused(error)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._window.refuse(error)


def _foreseen_job(
    job: Callable[[Keeper], Opened], keeper: Keeper
) -> tuple[Opened, Foresight | None]:
    """What a job opens, and what showing that needs where there is much of it."""
    from dnplanner.models.foresight import MANY, foresee
    from dnplanner.models.question_shown import first_question

    opened = job(keeper)
    plan = opened.document.snapshot.plan
    if len(plan.tree.units) < MANY:
        return opened, None
    return opened, foresee(plan, first_question(plan))


def _plan_job(plan: Plan, keeper: Keeper) -> Opened:
    return plan_opened(plan, keeper.desk())


def _file_job(path: Path, take_over: bool, keeper: Keeper) -> Opened:
    return file_opened(path, keeper.desk(), take_over=take_over)


def _again_job(path: Path, take_over: bool, keeper: Keeper) -> Opened:
    """The file that is open, as it is now; the document shown lets go of its lock first."""
    desk, present = keeper.desk(), keeper.open_document
    copy_opened(path, desk).document.close(discard=True)  # refuses what cannot be opened
    if present is not None:
        present.close(discard=True)
    return file_opened(path, desk, take_over=take_over)


def _copy_job(path: Path, keeper: Keeper) -> Opened:
    return copy_opened(path, keeper.desk())


def _leftover_job(working: Path, keeper: Keeper) -> Opened:
    return leftover_opened(working, keeper.desk())


def _sample_job(name: str, keeper: Keeper) -> Opened:
    from dnplanner.storage.samples import sample

    return plan_opened(sample(name), keeper.desk())


def _backup_job(path: Path, _keeper: Keeper) -> Backup | None:
    from dnplanner.storage.backups import backups_of_file

    backups = backups_of_file(user_folder(), path)
    return backups.newest_sound() if backups is not None else None


def _close_job(before: OpenDocument, _keeper: Keeper) -> None:
    before.close(discard=True)


def _done(_result: object) -> None:
    """Nothing more to do."""
