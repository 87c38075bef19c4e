"""The working copy of an open document: a database in the user's folder that a crash cannot hurt.

It has the tables of a document, and is written in one transaction per change: the facts and one
entry of the log. A snapshot of it is what is saved. One thread at a time may use it.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from urllib.parse import quote

from dnplanner.durable import WriteFailed, drive_of, free_space, make_folder, write_file
from dnplanner.storage import migrations, rows, seal
from dnplanner.storage.errors import DocumentDamaged, DocumentIsNewer, UnknownContent
from dnplanner.storage.logged import (
    LoggedChange,
    NamedVersion,
    read_versions,
    write_changes,
    write_versions,
)
from dnplanner.storage.schema import VERSION
from dnplanner.storage.snapshot import (
    Snapshot,
    check_tables,
    distrust,
    in_memory,
    read,
    sealed_bytes,
    to_bytes,
    without_wal,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.durable import FileCalls

NEVER_SAVED = -1
"""The saved sequence of a document that no file holds yet."""

ROOM = 8 * 1024 * 1024
"""Bytes that a working copy may need beyond its size: the log SQLite writes first."""

_SIDE_FILES = ("-wal", "-shm", "-journal")


class Saved(NamedTuple):
    """The file a document belongs to, as it was when last read or written.

    ``digest`` is its SHA-256, ``sequence`` its last change. Without a file all is empty, and
    ``sequence`` NEVER_SAVED.
    """

    path: str = ""
    digest: str = ""
    sequence: int = NEVER_SAVED
    versions: tuple[NamedVersion, ...] = ()


class Recorded(NamedTuple):
    """A change to be recorded: the entry of the log, and the same edit unpacked."""

    change: LoggedChange
    edit: Edit


class Database(Protocol):
    """What a working copy needs of a connection; a test may bring another than sqlite3's."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Any:
        """Run one statement."""

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Any:
        """Run one statement for each row."""

    def serialize(self) -> bytes:
        """The database as a file."""

    def close(self) -> None:
        """Let go of the file."""


def connect(path: Path) -> sqlite3.Connection:
    """A connection that may be closed by another thread than the one that made it.

    To a file that is there: left to itself, SQLite makes an empty one where somebody has just
    deleted it.
    """
    place = path.absolute().as_posix()
    root = "" if place.startswith("/") else "/"
    return sqlite3.connect(
        f"file://{root}{quote(place)}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=0,
    )


class WorkingCopy:
    """An open working copy."""

    def __init__(self, path: Path, open_database: Callable[[Path], Any] = connect) -> None:
        """Open the working copy at ``path``, also one that a crash left.

        Raises WriteFailed, or UnknownContent and DocumentDamaged for what is none.
        """
        self.path = path
        with _failing_as(path):
            self._database = open_database(path)
            try:
                self._prepare()
            except BaseException:
                self._database.close()
                raise
        self._identifiers: rows.Identifiers | None = None

    @classmethod
    def create(
        cls,
        path: Path,
        content: bytes,
        saved: Saved,
        calls: FileCalls | None = None,
        open_database: Callable[[Path], Any] = connect,
    ) -> WorkingCopy:
        """A working copy of the document ``content``. Raises WriteFailed."""
        make_folder(path.parent)
        # Complete before it has its name: a crash leaves a whole working copy or none.
        write_file(path, _unsealed(content, saved), calls)
        return cls(path, open_database)

    def _prepare(self) -> None:
        distrust(self._database)
        # Nobody else has any business here; and no shared memory file is needed.
        self._database.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        self._database.execute("PRAGMA journal_mode = WAL").fetchall()
        self._database.execute("PRAGMA synchronous = FULL")
        # Nothing deleted stays readable in a file that is mailed.
        self._database.execute("PRAGMA secure_delete = ON").fetchall()
        version = self._database.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise DocumentIsNewer(version, VERSION)
        if version < 1:
            raise UnknownContent("schema")
        check_tables(self._database, version)
        migrations.migrate(self._database, version)

    def record(self, recorded: Recorded) -> None:
        """Add a change: all of it or, when WriteFailed is raised, nothing."""
        facts = ((change.key, change.after) for change in recorded.edit.changes)
        with self._transaction():
            if self._identifiers is None:
                self._identifiers = rows.Identifiers(rows.read_identifiers(self._database).items())
            rows.write_some(self._database, facts, self._identifiers)
            write_changes(self._database, [recorded.change])

    def name_version(self, version: NamedVersion) -> None:
        """Give a state a name; a name given again is moved. Raises WriteFailed."""
        with self._transaction():
            write_versions(self._database, [version])

    def note_saved(self, saved: Saved) -> None:
        """Remember which file holds which state. Raises WriteFailed."""
        with self._transaction():
            _note(self._database, saved)

    @property
    def saved(self) -> Saved:
        """What ``note_saved`` was told last."""
        found = dict(self._database.execute("SELECT field, value FROM working"))
        if not found:
            return Saved()
        # A working copy of the first test versions does not know which names its file has.
        versions = json.loads(found.get("versions", "[]"))
        known = tuple(NamedVersion._make(version) for version in versions)
        return Saved(found["path"], found["digest"], int(found["sequence"]), known)

    @property
    def versions(self) -> tuple[NamedVersion, ...]:
        """The states that were given a name."""
        return tuple(read_versions(self._database))

    def read(self) -> Snapshot:
        """All that it holds."""
        return read(self._database)

    def document_bytes(self, *, history: bool = True, pending: Iterable[Recorded] = ()) -> bytes:
        """The document to be saved: sealed, without what only a working copy needs.

        ``pending`` are changes that could not be recorded here yet.
        """
        return composed(self._database.serialize(), pending, history=history)

    def close(self) -> None:
        """Let go of the files, which stay."""
        self._database.close()

    def delete(self) -> None:
        """Let go of the files and delete them."""
        self.close()
        delete_working_files(self.path)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _failing_as(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                self._identifiers = None  # it may know numbers that are not in the table now
                with suppress(Exception):  # the disk that refused the change may refuse this too
                    self._database.execute("ROLLBACK")
                raise


def composed(content: bytes, pending: Iterable[Recorded], *, history: bool = True) -> bytes:
    """A sealed document: ``content`` with changes added, and without history if so wished.

    Raises ContentUnwritable.
    """
    with closing(in_memory()) as database:
        database.deserialize(without_wal(content))
        database.execute("PRAGMA secure_delete = ON").fetchall()
        database.execute("DELETE FROM working")
        database.execute("UPDATE seal SET mark = ?", (seal.EMPTY,))
        _add(database, pending)
        if history:
            return sealed_bytes(database)
        # Written anew, so that nothing deleted, not even an identifier, goes with it.
        whole = read(database)
        return to_bytes(Snapshot(whole.plan, whole.document))


def _unsealed(content: bytes, saved: Saved) -> bytes:
    with closing(in_memory()) as database:
        database.deserialize(without_wal(content))
        database.execute("UPDATE seal SET mark = ?", (seal.EMPTY,))
        _note(database, saved)
        return database.serialize()


def _note(database: Database, saved: Saved) -> None:
    versions = json.dumps(saved.versions, ensure_ascii=False)
    values = (saved.path, saved.digest, str(saved.sequence), versions)
    fields = zip(Saved._fields, values, strict=True)
    database.executemany("INSERT OR REPLACE INTO working VALUES (?, ?)", list(fields))


def _add(database: sqlite3.Connection, pending: Iterable[Recorded]) -> None:
    identifiers = rows.Identifiers(rows.read_identifiers(database).items())
    for change, edit in pending:
        rows.write_some(database, ((one.key, one.after) for one in edit.changes), identifiers)
        write_changes(database, [change])


@contextmanager
def _failing_as(path: Path) -> Iterator[None]:
    """SQLite's errors as those that the rest of the program knows."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite's messages quote what it found
        raise DocumentDamaged("damaged") from error
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "SQLITE_ERROR")
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise DocumentDamaged("damaged") from error
        if name == "SQLITE_FULL":
            free, drive = free_space(path), drive_of(path)
            raise WriteFailed("disk_full", path, needs=ROOM, free=free, drive=drive) from error
        raise WriteFailed("io_error", path, reason=name) from error


def delete_working_files(path: Path) -> None:
    """Delete a working copy that nobody has open."""
    for found in (path, *(path.with_name(path.name + suffix) for suffix in _SIDE_FILES)):
        with suppress(OSError):
            found.unlink()
