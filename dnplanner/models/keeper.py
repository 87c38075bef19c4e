"""Keeps the open document on the disk: every change at once, the user's file when asked.

Blocking parts (``file_opened`` and its kin) are plain functions for a worker thread; everything
else is for the window's thread and never waits.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from dnplanner.core.edits import apply, combined
from dnplanner.core.errors import PlannerError
from dnplanner.core.history import undo_state
from dnplanner.models.document import Document, PlanChange, Step, UndoHistory
from dnplanner.models.wording import edit_sentence
from dnplanner.paths import user_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from dnplanner.core.plan import Plan
    from dnplanner.storage.logged import LoggedChange, NamedVersion
    from dnplanner.storage.opening import Desk, OpenDocument
    from dnplanner.storage.saving import SavedFile
    from dnplanner.storage.store import DocumentStore, Notice


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

    _noticed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Keep ``document``; until ``adopt`` its changes wait in memory."""
        super().__init__(parent)
        self._document = document
        self._open: OpenDocument | None = None
        self._waiting: list[PlanChange] = []
        self._told_trouble = False
        self.versions: list[NamedVersion] = []
        self._noticed.connect(self._on_notice)
        document.plan_changed.connect(self._on_plan_changed)

    def desk(self) -> Desk:
        """What the opening functions need."""
        from dnplanner.storage.author import this_author
        from dnplanner.storage.opening import Desk

        return Desk(user_folder(), this_author(), self._noticed.emit)

    @property
    def store(self) -> DocumentStore | None:
        """The store of the open document, None until there is one."""
        return self._open.store if self._open else None

    @property
    def open_document(self) -> OpenDocument | None:
        """The open document as it was opened."""
        return self._open

    @property
    def changes(self) -> Sequence[LoggedChange]:
        """The document's history so far, oldest first."""
        store = self.store
        return store.changes if store else ()

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
        before, self._open = self._open, opened.document
        self._waiting.clear()
        self.versions = list(opened.document.snapshot.versions)
        self._told_trouble = False
        self._document.replace(opened.document.snapshot.plan, opened.path, opened.history)
        if opened.document.recovered:
            self._document.undo_stack.resetClean()
        self.state_changed.emit()
        return before

    def begin(self, opened: Opened) -> None:
        """Keep the document that is shown already, with the changes made while it was opened."""
        self._open = opened.document
        for change in self._waiting:
            opened.document.store.record(change.edit, change.act, change.source)
        self._waiting.clear()
        self.state_changed.emit()

    def save(self, path: Path, *, overwrite: bool = False) -> None:
        """Write everything so far to the user's file; ends with ``saved`` or ``save_failed``."""
        if self._open is not None:
            future = self._open.store.save(path, overwrite=overwrite)
            future.add_done_callback(self._on_save_ended)

    def back_up(self) -> None:
        """Keep a backup of the present state before a drastic change; ``trouble`` if it fails."""
        store = self.store
        if store is not None:
            store.back_up().add_done_callback(self._on_backed_up)

    def name_version(self, name: str) -> None:
        """Give the present state a name; the name is moved when it was given before."""
        from dnplanner.storage.logged import NamedVersion

        store = self.store
        if store is None:
            return
        store.name_version(name)
        self.versions = [version for version in self.versions if version.name != name]
        self.versions.append(NamedVersion(name, store.last_sequence, "", "", ""))
        self.state_changed.emit()

    def close(self, *, discard: bool) -> bool:
        """Wait for the writer and let go of all files; whether every change was durable."""
        document, self._open = self._open, None
        return document is None or document.close(discard=discard)

    def _on_plan_changed(self, change: PlanChange) -> None:
        if self._open is None:
            self._waiting.append(change)
        else:
            self._open.store.record(change.edit, change.act, change.source)
        self.state_changed.emit()

    def _on_notice(self, _notice: Notice) -> None:
        store = self.store
        if store is not None and store.trouble is not None and not self._told_trouble:
            self._told_trouble = True
            self.trouble.emit(store.trouble)
        elif store is not None and store.trouble is None:
            self._told_trouble = False
        self.state_changed.emit()

    def _on_backed_up(self, future: Future[None]) -> None:
        """In the writer's thread: signals take the news to the window's."""
        error = future.exception()
        if error is not None:
            self.trouble.emit(error)

    def _on_save_ended(self, future: Future[SavedFile]) -> None:
        """In the writer's thread: signals take the news to the window's."""
        error = future.exception()
        if error is not None:
            self.save_failed.emit(error)
        else:
            self.saved.emit(future.result())


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
