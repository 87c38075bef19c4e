"""Keeps the open document on the disk: every change at once, the user's file when asked.

Blocking parts (``file_opened`` and its kin) are plain functions for a worker thread; everything
else is for the window's thread and never waits.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from dnplanner.core.edits import apply, combined
from dnplanner.core.errors import PlannerError
from dnplanner.core.history import undo_state
from dnplanner.core.names import new_name
from dnplanner.models.document import Document, PlanChange, Step, UndoHistory
from dnplanner.models.wording import edit_sentence
from dnplanner.paths import user_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from dnplanner.core.plan import Plan
    from dnplanner.storage.logged import LoggedChange, NamedVersion
    from dnplanner.storage.opening import Desk, OpenDocument
    from dnplanner.storage.saving import SavedFile
    from dnplanner.storage.store import DocumentStore, Notice

RETRY_AFTER = 5000
"""Milliseconds until changes that the disk refused are tried again."""


class Opened(NamedTuple):
    """A document made ready to be shown; ``path`` is None where no file holds it yet."""

    document: OpenDocument
    path: Path | None
    history: UndoHistory


def plan_opened(plan: Plan, desk: Desk) -> Opened:
    """A plan that no file holds, such as the sample."""
    from dnplanner.storage.opening import new_document
    from dnplanner.storage.snapshot import Snapshot

    return Opened(new_document(Snapshot(plan), desk), None, UndoHistory())


def file_opened(path: Path, desk: Desk, *, take_over: bool = False) -> Opened:
    """A user's file, with its history. Raises DocumentRefused."""
    from dnplanner.storage.opening import open_document

    with _naming(path):
        document = open_document(path, desk, take_over=take_over)
    return Opened(document, path, _history(document))


def copy_opened(path: Path, desk: Desk) -> Opened:
    """What a file holds, as a new document. Raises DocumentRefused."""
    from dnplanner.storage.opening import open_as_new

    with _naming(path):
        document = open_as_new(path, desk)
    return Opened(document, None, _history(document))


def leftover_opened(working: Path, desk: Desk) -> Opened:
    """What a crash left. Raises DocumentRefused, WriteFailed, LockHeld."""
    from pathlib import Path as FilePath

    from dnplanner.storage.opening import resume

    document = resume(working, desk)
    path = FilePath(document.saved.path) if document.saved.path else None
    return Opened(document, path, _history(document))


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let a refusal say which file it is about."""
    try:
        yield
    except PlannerError as error:
        error.params.setdefault("path", path)
        raise


class Keeper(QObject):
    """Hands the document's changes to its store, and tells what has become of them."""

    state_changed = Signal()
    """What is saved, durable or read-only differs."""
    saved = Signal(object)
    """The user's file holds everything up to the save; carries the SavedFile."""
    save_failed = Signal(object)
    """The file could not be written; carries the exception. Nothing is lost."""
    trouble = Signal(object)
    """The disk refused changes; they are kept in memory. Carries the exception."""
    trouble_over = Signal()
    """What the disk had refused is on it now."""

    _noticed = Signal(object)
    _save_ended = Signal(object, object)
    _backup_ended = Signal(object, object)
    _naming_ended = Signal(object, object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Keep ``document``; until ``adopt`` its changes wait in memory."""
        super().__init__(parent)
        self._document = document
        self._open: OpenDocument | None = None
        self._closed = False
        self._waiting: list[PlanChange | str] = []  # changes, and names for the state they led to
        self._wanted_saves: list[tuple[Path, bool]] = []
        self._told_trouble = False
        self.versions: list[NamedVersion] = []
        self._retrying = QTimer(self)
        self._retrying.setSingleShot(True)
        self._retrying.setInterval(RETRY_AFTER)
        self._retrying.timeout.connect(self.retry)
        self._noticed.connect(self._on_notice)
        self._save_ended.connect(self._on_save_ended)
        self._backup_ended.connect(self._on_backup_ended)
        self._naming_ended.connect(self._on_naming_ended)
        document.plan_changed.connect(self._on_plan_changed)

    def desk(self) -> Desk:
        """What the opening functions need."""
        from dnplanner.storage.author import this_author
        from dnplanner.storage.opening import Desk

        return Desk(user_folder(), this_author(), self._notify)

    @property
    def store(self) -> DocumentStore | None:
        """The store of the open document, None until there is one."""
        return self._open.store if self._open else None

    @property
    def open_document(self) -> OpenDocument | None:
        """The open document as it was opened."""
        return self._open

    def history(self) -> Callable[[], list[LoggedChange]]:
        """What gives, in a worker thread, the changes that led to the present plan, oldest first.

        The writer enters them in the log; it is waited for.
        """
        store = self.store
        if store is None:
            return list
        return partial(_changes_so_far, store, store.flush())

    @property
    def is_durable(self) -> bool:
        """Whether every change would survive a power cut now."""
        store = self.store
        return not self._waiting and (store is None or store.is_durable)

    @property
    def is_in_trouble(self) -> bool:
        """Whether the disk refuses changes."""
        store = self.store
        return store is not None and store.trouble is not None

    def adopt(self, opened: Opened) -> OpenDocument | None:
        """Show an opened document; the one before, which is to be closed in a worker thread."""
        if self._closed:
            opened.document.close()  # the window went while it was opened: it stays to be recovered
            return None
        before, self._open = self._open, opened.document
        self._waiting.clear()
        self._wanted_saves.clear()
        self.versions = list(opened.document.snapshot.versions)
        self._told_trouble = False
        self._document.replace(opened.document.snapshot.plan, opened.path, opened.history)
        if opened.document.recovered:
            self._document.undo_stack.resetClean()
        self.state_changed.emit()
        return before

    def begin(self, opened: Opened) -> None:
        """Keep the document that is shown already, with the changes made while it was opened."""
        if self._closed:
            opened.document.close()
            return
        self._open = opened.document
        waiting, self._waiting = self._waiting, []
        for change in waiting:
            if isinstance(change, str):
                self.name_version(change)
            else:
                opened.document.store.record(change.edit, change.act, change.source)
        wanted, self._wanted_saves = self._wanted_saves, []
        for path, overwrite in wanted:
            self.save(path, overwrite=overwrite)
        self.state_changed.emit()

    def save(self, path: Path, *, overwrite: bool = False) -> None:
        """Write everything so far to the user's file; ends with ``saved`` or ``save_failed``."""
        if self._open is None:
            self._wanted_saves.append((path, overwrite))
            return
        future = self._open.store.save(path, overwrite=overwrite)
        future.add_done_callback(partial(_tell_end, self._save_ended.emit))

    def retry(self) -> None:
        """Try again to write what the disk refused."""
        if self._open is not None:
            self._open.store.retry()

    def back_up(self) -> None:
        """Keep a backup of the present state before a drastic change; ``trouble`` if it fails."""
        store = self.store
        if store is not None:
            ended = partial(_tell_end, self._backup_ended.emit)
            store.back_up().add_done_callback(ended)

    def name_version(self, name: str) -> None:
        """Give the present state a name; the name is moved when it was given before.

        A crash does not lose it; it is in the user's file after the next save. Raises EntryRefused.
        """
        from dnplanner.storage.logged import NamedVersion

        name = new_name(name, ())
        store = self.store
        if store is None:
            self._waiting.append(name)
            return
        before = list(self.versions)
        self.versions = [version for version in self.versions if version.name != name]
        self.versions.append(NamedVersion(name, store.last_sequence, "", "", ""))
        store.name_version(name).add_done_callback(
            partial(_tell_end, partial(self._tell_naming, before))
        )
        self._document.undo_stack.resetClean()
        self.state_changed.emit()

    def close(self, *, discard: bool) -> bool:
        """Wait for the writer and let go of all files; whether every change was durable."""
        self._closed = True
        self._retrying.stop()
        document, self._open = self._open, None
        return document is None or document.close(discard=discard)

    def _on_plan_changed(self, change: PlanChange) -> None:
        if self._open is None:
            self._waiting.append(change)
        else:
            self._open.store.record(change.edit, change.act, change.source, checked=change.writable)
        self.state_changed.emit()

    def _notify(self, notice: Notice) -> None:
        """In the writers' threads."""
        with suppress(RuntimeError):  # the window is gone, while its document is still being closed
            self._noticed.emit(notice)

    def _on_notice(self, _notice: Notice) -> None:
        store = self.store
        trouble = store.trouble if store is not None else None
        if trouble is not None:
            self._retrying.start()
            if not self._told_trouble:
                self._told_trouble = True
                self.trouble.emit(trouble)
        elif self._told_trouble:
            self._told_trouble = False
            self.trouble_over.emit()
        self.state_changed.emit()

    def _on_backup_ended(self, _result: object, failure: Exception | None) -> None:
        if failure is not None:
            self.trouble.emit(failure)

    def _on_save_ended(self, file: SavedFile | None, failure: Exception | None) -> None:
        if failure is None:
            self.saved.emit(file)
        else:
            self.save_failed.emit(failure)

    def _tell_naming(self, before: list[NamedVersion], _: None, failure: Exception | None) -> None:
        self._naming_ended.emit(before, failure)

    def _on_naming_ended(self, before: list[NamedVersion], failure: Exception | None) -> None:
        """It is durable; or the disk did not take it, and it is not shown any longer."""
        if failure is not None:
            self.versions = before
            self.trouble.emit(failure)
        self.state_changed.emit()


def _tell_end(tell: Callable[[object, BaseException | None], object], future: Future[Any]) -> None:
    """In the writer's thread: how an order ended; a signal takes the news to the window's."""
    failure = future.exception()
    with suppress(RuntimeError):  # the window is gone
        tell(None if failure else future.result(), failure)


def _changes_so_far(store: DocumentStore, flushed: Future[bool]) -> list[LoggedChange]:
    flushed.result()
    return list(store.changes)


def _history(document: OpenDocument) -> UndoHistory:
    """The undo steps of a document's log, each with its words."""
    snapshot = document.snapshot
    by_sequence = {change.sequence: change for change in snapshot.changes}
    state = undo_state((change.sequence, change.act) for change in snapshot.changes)
    undoable = _steps(snapshot.plan, state.undoable, by_sequence, back=True)
    redoable = _steps(snapshot.plan, state.redoable, by_sequence, back=False)
    return UndoHistory(undoable, redoable)


def _steps(
    plan: Plan,
    numbers: tuple[tuple[int, ...], ...],
    by_sequence: dict[int, LoggedChange],
    *,
    back: bool,
) -> tuple[Step, ...]:
    """Steps in the order they happened, walked from ``plan`` with the nearest first."""
    steps: list[Step] = []
    for group in reversed(numbers):
        edits = [by_sequence[number].edit for number in group]
        edit = combined(edits[0].kind, edits)
        after = apply(plan, edit.inverse() if back else edit)
        steps.append(Step(edit, edit_sentence(after if back else plan, edit)))
        plan = after
    return tuple(reversed(steps))
