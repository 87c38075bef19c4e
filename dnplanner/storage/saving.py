"""Writing the user's file without ever destroying what somebody else put there."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.durable import FileCalls, WriteFailed, write_file
from dnplanner.storage.author import now
from dnplanner.storage.backups import Backups
from dnplanner.storage.document_file import read_bytes
from dnplanner.storage.errors import DocumentRefused, SaveRefused
from dnplanner.storage.lock import FileLock
from dnplanner.storage.snapshot import opened, verify
from dnplanner.storage.working_copy import Saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.storage.author import Author
    from dnplanner.storage.logged import NamedVersion


class SavedFile(NamedTuple):
    """A file that was written. ``backup_problem`` says why no backup could be kept, if so."""

    saved: Saved
    backup_problem: WriteFailed | None = None


class Saver:
    """Writes one document to its file; holds the file's lock while the document is open."""

    def __init__(
        self,
        home: Path,
        document: str,
        author: Author,
        clock: Callable[[], str] = now,
        calls: FileCalls | None = None,
    ) -> None:
        self.saved = Saved()
        self._home = home
        self._author = author
        self._calls = calls
        self._clock = clock
        self._backups = Backups(home, document, clock, calls)
        self._folder: tuple[int, int] | None = None
        self._lock: FileLock | None = None

    def belongs_to(self, saved: Saved) -> None:
        """The document was read from this file, as it is now."""
        self.saved = saved
        self._folder = _identity(Path(saved.path).parent) if saved.path else None

    def lock(self, path: Path, *, take_over: bool = False) -> None:
        """Take the lock of a file. Raises LockHeld, and OSError in a read-only folder."""
        if self._lock is not None and self._lock.path == lock_path(path):
            return
        lock = FileLock(lock_path(path), self._author)
        lock.acquire(take_over=take_over)
        self.unlock()
        self._lock = lock

    def unlock(self) -> None:
        """Let go of the lock, if it is held."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def save(
        self,
        content: bytes,
        path: Path,
        sequence: int,
        versions: tuple[NamedVersion, ...] = (),
        *,
        overwrite: bool = False,
    ) -> SavedFile:
        """Write the document, after a backup; ``sequence`` is its last change.

        ``overwrite`` replaces what others wrote there meanwhile, after a backup of it too. Raises
        SaveRefused, LockHeld, WriteFailed, and DocumentRefused when ``content`` fails verification.
        """
        path = path.absolute()
        with suppress(OSError):  # a folder that takes no lock will say so better when written to
            self.lock(path)
        verify(content)
        self._refuse_destroying(path, overwrite=overwrite)
        problem = self._keep_backups(content, path)
        saved = Saved(str(path), digest_of(content), sequence, versions)
        try:
            write_file(path, content, self._calls)
        except WriteFailed as error:
            if error.code == "unconfirmed":
                self.belongs_to(saved)  # it is there, and not the work of others
            raise
        self.belongs_to(saved)
        return SavedFile(self.saved, problem)

    def write_copy(self, content: bytes, path: Path) -> None:
        """Write a file that the document does not belong to. Raises as ``save`` does.

        A document that is there already is kept as a backup, where there is room for one.
        """
        verify(content)
        lock = FileLock(lock_path(path), self._author)
        with suppress(OSError):
            lock.acquire()
        try:
            with suppress(WriteFailed):
                self._keep_what_is_there(path)
            write_file(path, content, self._calls)
        finally:
            lock.release()

    def keep(self, content: bytes) -> None:
        """A backup before something drastic, such as an import. Raises WriteFailed."""
        self._backups.keep(content, Path(self.saved.path) if self.saved.path else None)

    def _refuse_destroying(self, path: Path, *, overwrite: bool) -> None:
        if str(path) != self.saved.path:
            return
        if _identity(path.parent) != self._folder:
            raise SaveRefused("medium_changed", path=path)
        if not overwrite and path.exists() and digest_of(read_bytes(path)) != self.saved.digest:
            raise SaveRefused("changed_by_others", path=path)

    def _keep_backups(self, content: bytes, path: Path) -> WriteFailed | None:
        try:
            self._keep_what_is_there(path)
            self._backups.keep(content, path)
        except WriteFailed as problem:
            return problem
        return None

    def _keep_what_is_there(self, path: Path) -> None:
        """The document that is about to be replaced, unless there is a backup of it already."""
        with suppress(DocumentRefused):  # nothing there, or nothing we could keep as a document
            there = read_bytes(path)
            backups = self._backups
            if digest_of(there) != self.saved.digest:
                backups = Backups(self._home, _document_in(there), self._clock, self._calls)
            if not backups.have(there):
                backups.keep(there)


def _document_in(content: bytes) -> str:
    """Which document it is. Raises DocumentRefused."""
    with opened(content) as database:
        found: str = database.execute("SELECT uuid FROM identity").fetchone()[0]
        return found


def lock_path(path: Path) -> Path:
    """The lock file of a document, beside it."""
    return path.with_name(f".~lock.{path.name}")


def digest_of(content: bytes) -> str:
    """What tells whether a file is still the same; times do not."""
    return hashlib.sha256(content).hexdigest()


def _identity(folder: Path) -> tuple[int, int] | None:
    """The folder itself, not its name: the same path may lead to another medium."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
