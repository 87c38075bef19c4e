"""Opening documents: from a file, anew, or from what a crash left behind."""

from __future__ import annotations

import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from dnplanner.durable import WriteFailed
from dnplanner.storage.author import now
from dnplanner.storage.document_file import read_bytes
from dnplanner.storage.envelope import check_envelope
from dnplanner.storage.lock import FileLock, LockHeld
from dnplanner.storage.recovery import (
    leftovers,
    unsaved_changes,
    unsaved_names,
    work_folder,
    working_lock,
)
from dnplanner.storage.saving import Saver, digest_of
from dnplanner.storage.schema import VERSION
from dnplanner.storage.snapshot import Snapshot, from_bytes, to_bytes
from dnplanner.storage.store import Base, DocumentStore
from dnplanner.storage.working_copy import Saved, WorkingCopy

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.durable import FileCalls
    from dnplanner.storage.author import Author
    from dnplanner.storage.store import Notice


ReadOnly: TypeAlias = str | LockHeld | None
"""Why a file cannot be written: see OpenDocument."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What opening any document needs: the user's folder, who works, and who is told.

    ``notify`` is called in the writer threads.
    """

    home: Path
    author: Author
    notify: Callable[[Notice], None]
    clock: Callable[[], str] = now
    calls: FileCalls | None = None

    def saver(self, document: str) -> Saver:
        """What writes this document's file."""
        return Saver(self.home, document, self.author, self.clock, self.calls)


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A document that is open.

    ``read_only`` says why its file cannot be written: ``file_read_only``, ``folder_read_only``, or
    the LockHeld of who has it open; it can be saved elsewhere. ``recovered`` counts the changes
    since the last save that a crash had left, names given to versions among them. ``saved`` is the
    file as it was opened.
    """

    snapshot: Snapshot
    store: DocumentStore
    saved: Saved
    read_only: ReadOnly = None
    recovered: int = 0
    _lock: FileLock | None = None

    def close(self, *, discard: bool = False) -> bool:
        """Close the store and let go of the working copy; see DocumentStore.close."""
        durable = self.store.close(discard=discard)
        if self._lock is not None:
            self._lock.release()
        return durable


def open_document(path: Path, desk: Desk, *, take_over: bool = False) -> OpenDocument:
    """Open a file, with the changes that a crash left of just this state of it.

    ``take_over`` takes the lock of another computer. Raises DocumentRefused; nothing is written
    then.
    """
    path = path.absolute()
    content = read_bytes(path)
    snapshot = from_bytes(content)
    saver = desk.saver(snapshot.document)
    read_only = claim(saver, path, take_over=take_over)
    saved = Saved(str(path), digest_of(content), last_sequence(snapshot), snapshot.versions)
    try:
        return _opened(content, snapshot, saver, saved, read_only, desk)
    except BaseException:
        saver.unlock()
        raise


def _opened(
    content: bytes,
    snapshot: Snapshot,
    saver: Saver,
    saved: Saved,
    read_only: ReadOnly,
    desk: Desk,
) -> OpenDocument:
    if not isinstance(read_only, LockHeld):
        for left in leftovers(desk.home, desk.author):
            if left.continues(snapshot, Path(saved.path)):
                return _resumed(left.path, saver, read_only, desk, saved)
    saver.belongs_to(saved)
    if check_envelope(content) != VERSION:
        with suppress(WriteFailed):  # the file stays as it is; saving keeps a backup, or says so
            saver.keep(content)
        content = to_bytes(snapshot)
    return _started(content, snapshot, saver, read_only, desk)


def new_document(snapshot: Snapshot, desk: Desk) -> OpenDocument:
    """A document that no file holds yet."""
    return _started(to_bytes(snapshot), snapshot, desk.saver(snapshot.document), None, desk)


def open_as_new(path: Path, desk: Desk) -> OpenDocument:
    """What a file (a backup, or one that others have open) holds, as a document of its own."""
    snapshot = from_bytes(read_bytes(path))
    return new_document(replace(snapshot, document=str(uuid.uuid4())), desk)


def resume(working: Path, desk: Desk) -> OpenDocument:
    """Open a working copy that a crash left. Raises DocumentRefused, WriteFailed, LockHeld."""
    opened = WorkingCopy(working)
    try:
        document, path = opened.read().document, opened.saved.path
    finally:
        opened.close()
    saver = desk.saver(document)
    read_only = claim(saver, Path(path)) if path else None
    return _resumed(working, saver, read_only, desk)


def claim(saver: Saver, path: Path, *, take_over: bool = False) -> ReadOnly:
    """Take a file's lock; why it cannot be written, None where it can."""
    try:
        saver.lock(path, take_over=take_over)
    except LockHeld as held:
        return held
    except OSError:
        return "folder_read_only"
    if path.exists() and not path.stat().st_mode & 0o222:
        return "file_read_only"
    return None


def last_sequence(snapshot: Snapshot) -> int:
    """The number of the last change; 0 without any."""
    return snapshot.changes[-1].sequence if snapshot.changes else 0


def _started(
    content: bytes,
    snapshot: Snapshot,
    saver: Saver,
    read_only: ReadOnly,
    desk: Desk,
) -> OpenDocument:
    path = work_folder(desk.home) / f"{snapshot.document}-{uuid.uuid4().hex[:8]}.db"
    make = partial(WorkingCopy.create, path, content, saver.saved, desk.calls)
    lock = _working_lock(path, desk)
    base = Base(content, snapshot.changes, snapshot.versions, path, make)
    store = DocumentStore(base, saver, desk.author, desk.notify, desk.clock)
    return OpenDocument(snapshot, store, saver.saved, read_only, _lock=lock)


def _resumed(
    path: Path,
    saver: Saver,
    read_only: ReadOnly,
    desk: Desk,
    in_file: Saved | None = None,
) -> OpenDocument:
    """``in_file`` is what the user's file holds now, where that is known for certain."""
    lock = FileLock(working_lock(path), desk.author, is_private=True)
    lock.acquire()
    try:
        working = WorkingCopy(path)
        snapshot, saved = working.read(), in_file or working.saved
        if saved != working.saved:
            working.note_saved(saved)
    except BaseException:
        lock.release()
        raise
    saver.belongs_to(saved)
    base = Base(b"", snapshot.changes, snapshot.versions, path, lambda: working)
    store = DocumentStore(base, saver, desk.author, desk.notify, desk.clock)
    recovered = len(unsaved_changes(snapshot, saved)) + len(unsaved_names(snapshot, saved))
    return OpenDocument(snapshot, store, saved, read_only, recovered, lock)


def _working_lock(path: Path, desk: Desk) -> FileLock | None:
    """The lock of a new working copy; without one where the user's folder cannot be written."""
    lock = FileLock(working_lock(path), desk.author, is_private=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except OSError:
        return None  # the store says so as soon as it tries to write there
    return lock
