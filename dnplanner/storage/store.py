"""An open document's changes on their way to the disk: one thread writes, nobody waits.

``record`` returns at once. ``notify`` and ``durable_sequence`` tell what has reached the disk,
so that the status bar never claims more than is true. When the disk refuses, changes stay queued,
can still be saved elsewhere, and are tried again with the next change or ``retry``.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections import deque
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from dnplanner.core.history import Act
from dnplanner.durable import WriteFailed
from dnplanner.storage.author import now
from dnplanner.storage.errors import DocumentRefused
from dnplanner.storage.logged import LoggedChange, NamedVersion, check_writable, packed
from dnplanner.storage.working_copy import Recorded, composed, delete_working_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.storage.author import Author
    from dnplanner.storage.saving import SavedFile, Saver
    from dnplanner.storage.working_copy import WorkingCopy

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Durable(NamedTuple):
    """All changes up to ``sequence`` are on the disk."""

    sequence: int


class NotDurable(NamedTuple):
    """The disk refused the changes after ``durable``; they are kept and will be tried again."""

    durable: int
    error: WriteFailed | DocumentRefused


Notice: TypeAlias = Durable | NotDurable


class Base(NamedTuple):
    """What a store starts from: the document, and how to make its working copy at ``path``."""

    content: bytes
    changes: tuple[LoggedChange, ...]
    versions: tuple[NamedVersion, ...]
    path: Path
    make: Callable[[], WorkingCopy]


class DocumentStore:
    """The changes of one open document. All methods are for one thread, the window's."""

    def __init__(
        self,
        base: Base,
        saver: Saver,
        author: Author,
        notify: Callable[[Notice], None],
        clock: Callable[[], str] = now,
    ) -> None:
        """``notify`` is called in the writer thread, where the working copy is also made."""
        self.changes = list(base.changes)
        self.last_sequence = self.changes[-1].sequence if self.changes else 0
        self.durable_sequence = self.last_sequence
        self.saved_sequence = saver.saved.sequence
        self.trouble: WriteFailed | DocumentRefused | None = None
        self._base = base
        self._working: WorkingCopy | None = None
        self._saver = saver
        self._author = author
        self._notify = notify
        self._clock = clock
        self._waiting: deque[Recorded] = deque()
        # Names: what the writer has put on the disk, what the file has, and how many it still has
        # to come to (each number is written by one thread only).
        self._versions = base.versions
        self._saved_versions = saver.saved.versions
        self._namings_ordered = self._namings_done = 0
        self._orders: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._work, name="document-writer", daemon=True)
        self._writer.start()
        self.retry()

    @property
    def is_saved(self) -> bool:
        """Whether the user's file holds every change and every name given to a version."""
        named = self._are_names_durable and self._saved_versions == self._versions
        return named and self.saved_sequence == self.last_sequence

    @property
    def is_durable(self) -> bool:
        """Whether every change would survive a power cut now."""
        return self._are_names_durable and self.durable_sequence == self.last_sequence

    @property
    def _are_names_durable(self) -> bool:
        return self._namings_done == self._namings_ordered

    def record(
        self, edit: Edit, act: Act = Act.DONE, source: str = "", *, checked: bool = False
    ) -> int:
        """Queue a change, which has been made to the plan; its number. ``source`` names a file.

        Raises ContentUnwritable, before anything is queued; ``checked`` says that the caller has
        asked check_writable already.
        """
        if not checked:
            check_writable(edit)
        self.last_sequence += 1
        order = partial(self._accept, self.last_sequence, edit, act, source, self._clock())
        self._orders.put(order)
        return self.last_sequence

    def retry(self) -> None:
        """Try again to write what the disk refused."""
        self._orders.put(self._catch_up)

    def flush(self) -> Future[bool]:
        """Resolved when everything queued so far has been tried; whether all of it is durable."""
        sequence = self.last_sequence
        return self._ordered(lambda: self.durable_sequence >= sequence)

    def save(self, path: Path, *, overwrite: bool = False) -> Future[SavedFile]:
        """Write all changes so far to the user's file; see Saver.save for what may be raised."""
        return self._ordered(partial(self._save, path, self.last_sequence, overwrite=overwrite))

    def send_copy(self, path: Path) -> Future[None]:
        """Write a copy without history and named versions, for mailing."""
        return self._ordered(partial(self._send_copy, path))

    def back_up(self) -> Future[None]:
        """Keep a backup of the present state, before an import or other drastic change."""
        return self._ordered(self._back_up)

    def name_version(self, name: str) -> Future[None]:
        """Give the present state a name; a name given again is moved. It is durable when done."""
        self._namings_ordered += 1
        version = NamedVersion(name, self.last_sequence, self._clock(), *self._author)
        return self._ordered(partial(self._name_version, version))

    def close(self, *, discard: bool = False) -> bool:
        """Write what is queued and let go of all files; whether every change was durable.

        The working copy goes when the user's file holds everything, or with ``discard``; otherwise
        it stays, to be recovered.
        """
        self._orders.put(None)
        self._writer.join()
        if self._working is not None:
            self._working.close()
        if discard or self.is_saved:
            delete_working_files(self._base.path)
        self._saver.unlock()
        return self.is_durable

    def _ordered(self, work: Callable[[], T]) -> Future[T]:
        future: Future[T] = Future()
        self._orders.put(partial(_fulfil, future, work))
        return future

    # In the writer thread

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            try:
                order()
            except Exception as error:  # a writer that died would lose changes silently
                _log.exception("an order to the writer failed")
                name = type(error).__name__
                self._refused(WriteFailed("io_error", self._base.path, reason=name))

    def _accept(self, sequence: int, edit: Edit, act: Act, source: str, time: str) -> None:
        user, computer = self._author
        facts = len(edit.changes)
        change = LoggedChange(
            sequence, act, time, user, computer, edit.kind, source, facts, packed(edit)
        )
        self._waiting.append(Recorded(change, edit))
        self.changes.append(change)
        self._catch_up()

    def _catch_up(self) -> None:
        try:
            if self._working is None:
                self._working = self._base.make()
            while self._waiting:
                self._working.record(self._waiting[0])
                self.durable_sequence = self._waiting.popleft().change.sequence
        except (WriteFailed, DocumentRefused) as error:
            self._refused(error)
        else:
            self.trouble = None
            self._notify(Durable(self.durable_sequence))

    def _refused(self, error: WriteFailed | DocumentRefused) -> None:
        self.trouble = error
        self._notify(NotDurable(self.durable_sequence, error))

    def _document(self, *, history: bool = True) -> bytes:
        """The document with all changes, also with those the working copy could not take."""
        if self._working is None:
            return composed(self._base.content, self._waiting, history=history)
        return self._working.document_bytes(history=history, pending=self._waiting)

    def _save(self, path: Path, sequence: int, *, overwrite: bool) -> SavedFile:
        content, versions = self._document(), self._versions
        done = self._saver.save(content, path, sequence, versions, overwrite=overwrite)
        self.saved_sequence, self._saved_versions = sequence, versions
        if self._working is not None:
            try:
                self._working.note_saved(done.saved)
            except WriteFailed as error:
                self._refused(error)  # the file is saved all the same
        return done

    def _send_copy(self, path: Path) -> None:
        self._saver.write_copy(self._document(history=False), path)

    def _back_up(self) -> None:
        self._saver.keep(self._document())

    def _name_version(self, version: NamedVersion) -> None:
        try:
            if self._working is None or self._waiting:
                raise self.trouble or WriteFailed("io_error", self._base.path, reason="")
            self._working.name_version(version)
            self._versions = self._working.versions
        finally:
            self._namings_done += 1


def _fulfil(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except Exception as error:  # for whoever asked
        future.set_exception(error)
