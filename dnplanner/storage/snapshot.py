"""A document as bytes: one SQLite file without side files, sealed, and verified when read.

A snapshot is made and read in memory; SQLite never opens the user's file itself. Reading refuses
whatever this program did not write: other files, damaged ones, other tables, planted triggers.
"""

from __future__ import annotations

import gc
import sqlite3
import uuid
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from dnplanner.core.errors import PlanBroken
from dnplanner.storage import migrations, rows, seal
from dnplanner.storage.envelope import check_envelope
from dnplanner.storage.errors import DocumentDamaged, UnknownContent
from dnplanner.storage.logged import (
    LoggedChange,
    NamedVersion,
    read_changes,
    read_versions,
    write_changes,
    write_versions,
)
from dnplanner.storage.schema import APPLICATION_ID, STATEMENTS, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dnplanner.core.plan import Plan

MAX_VALUE = 64 * 1024 * 1024
"""The longest single value taken, in bytes; the log entry of the largest import has a tenth."""

_STEP = 1_000_000  # SQLite instructions between two looks at whether it takes too long
_MOST_STEPS = 3_000  # half a minute; the largest sound document needs a hundredth


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a document holds. ``changes`` in order; ``document`` identifies it for ever."""

    plan: Plan
    document: str = field(default_factory=lambda: str(uuid.uuid4()))
    changes: tuple[LoggedChange, ...] = ()
    versions: tuple[NamedVersion, ...] = ()


def to_bytes(snapshot: Snapshot) -> bytes:
    """The document that holds ``snapshot``. Raises ContentUnwritable."""
    with closing(in_memory()) as connection:
        create(connection, snapshot)
        return sealed_bytes(connection)


def from_bytes(content: bytes) -> Snapshot:
    """What the document holds. Raises DocumentRefused when anything in it is not as it must be."""
    with opened(content) as connection:
        return read(connection)


def verify(content: bytes) -> None:
    """Check everything but the meaning of the facts. Raises DocumentRefused."""
    with opened(content):
        pass


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """A copy in memory of a document that passed every check, with this version's tables."""
    version = check_envelope(content)
    with closing(in_memory()) as connection:
        _end_what_never_ends(connection)
        try:
            distrust(connection)
            connection.deserialize(content)
            check_tables(connection, version)
            migrations.migrate(connection, version)
            yield connection
        except (sqlite3.Error, UnicodeDecodeError) as error:  # its messages quote what it found
            raise DocumentDamaged("damaged") from error


def create(connection: sqlite3.Connection, snapshot: Snapshot) -> None:
    """Make the tables in an empty database and fill them, in one transaction."""
    connection.execute("BEGIN")
    for statement in STATEMENTS:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("INSERT INTO identity VALUES (1, ?)", (snapshot.document,))
    connection.execute("INSERT INTO seal VALUES (1, ?)", (seal.EMPTY,))
    rows.write_all(connection, snapshot.plan)
    write_changes(connection, snapshot.changes)
    write_versions(connection, snapshot.versions)
    connection.execute("COMMIT")


def read(connection: sqlite3.Connection) -> Snapshot:
    """All that the tables hold. Raises UnknownContent for facts that are no plan."""
    identity = connection.execute("SELECT uuid FROM identity").fetchone()
    if identity is None:
        raise UnknownContent("rows")
    try:
        with _no_collection():
            plan = rows.read_all(connection)
    except PlanBroken as error:
        raise UnknownContent("facts") from error
    changes = tuple(read_changes(connection))
    return Snapshot(plan, identity[0], changes, tuple(read_versions(connection)))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Making a million objects that all stay, collecting the rest between takes half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def in_memory() -> sqlite3.Connection:
    """An empty database that no file belongs to."""
    return sqlite3.connect(":memory:", isolation_level=None)


def sealed_bytes(connection: sqlite3.Connection) -> bytes:
    """The sealed file of a database whose seal is empty."""
    return seal.sealed(without_wal(connection.serialize()))


def without_wal(content: bytes) -> bytes:
    """A database file that says it has no write-ahead log: one file, readable anywhere."""
    return content[:18] + b"\x01\x01" + content[20:]


def distrust(connection: sqlite3.Connection) -> None:
    """The settings SQLite recommends for files from strangers."""
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0"):
        connection.execute(f"PRAGMA {pragma}")


def _end_what_never_ends(connection: sqlite3.Connection) -> None:
    """Limits that only files made to hurt reach."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(steps, None) is None, _STEP)


def check_tables(connection: sqlite3.Connection, version: int) -> None:
    """Refuse tables that are not exactly those of ``version``, and rows against their rules."""
    expected = migrations.schema_of(version)
    found = islice(connection.execute(migrations.SCHEMA_QUERY), len(expected) + 1)
    if tuple(found) != expected:
        raise UnknownContent("schema")
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DocumentDamaged("damaged")
