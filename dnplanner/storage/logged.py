"""Entries of the change log and named versions, as rows.

The facts of an edit are compressed JSON: duplicating a scenario of ten thousand units makes many.
They are unpacked only when somebody looks at them.
"""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Change, Edit
from dnplanner.core.history import Act
from dnplanner.core.plan import TABLE_OF
from dnplanner.storage.codec import (
    FactUnreadable,
    Plain,
    decode_key,
    decode_value,
    encode_key,
    encode_value,
)
from dnplanner.storage.errors import ContentUnwritable, UnknownContent

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from dnplanner.core.plan import Value

MAX_UNPACKED = 256 * 1024 * 1024
"""The most bytes one edit may unpack to."""

_LEAST, _MOST = -(2**63), 2**63 - 1  # SQLite's whole numbers

_LEVEL = 1  # ten times smaller already; higher levels cost more time than the disk saves


class LoggedChange(NamedTuple):
    """One change of the document.

    ``time`` is UTC in ISO form, by the clock of ``computer``. ``source`` names the file an import
    came from. ``facts`` counts what ``packed`` changes.
    """

    sequence: int
    act: Act
    time: str
    user: str
    computer: str
    kind: str
    source: str
    facts: int
    packed: bytes

    @property
    def edit(self) -> Edit:
        """The facts changed. Raises UnknownContent when they are no facts."""
        return unpacked(self.kind, self.packed)


class NamedVersion(NamedTuple):
    """A state that was given a name: the one after change number ``sequence``."""

    name: str
    sequence: int
    time: str
    user: str
    computer: str


def packed(edit: Edit) -> bytes:
    """The facts of ``edit`` as LoggedChange holds them."""
    changes: list[Plain] = [
        [
            TABLE_OF[type(key)],
            encode_key(key),
            None if before is None else encode_value(before),
            None if after is None else encode_value(after),
        ]
        for key, before, after in edit.changes
    ]
    text = json.dumps(changes, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(kind: str, content: bytes) -> Edit:
    """The edit that ``packed`` was given. Raises UnknownContent for anything else."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(content, MAX_UNPACKED)
        if not unpacking.eof:
            raise UnknownContent("size")
        return Edit(kind, tuple(_change(*entry) for entry in json.loads(text)))
    except (zlib.error, ValueError, TypeError, RecursionError, FactUnreadable) as error:
        raise UnknownContent("facts") from error


def check_writable(edit: Edit) -> None:
    """Raise ContentUnwritable for facts that no document can hold, before anybody sees them."""
    texts: set[str] = set()
    for key, _, after in edit.changes:
        for part in (*key, *_parts(after)):
            if isinstance(part, str):
                texts.add(part)
            elif isinstance(part, int) and not _LEAST <= part <= _MOST:
                raise ContentUnwritable("content_unwritable")
    try:
        "".join(texts).encode()
    except UnicodeEncodeError as error:
        raise ContentUnwritable("content_unwritable") from error


def _parts(value: Value | None) -> list[object]:
    if value is None or isinstance(value, str | int):
        return [value]
    return list(value)


def _change(table: str, key: list[Plain], before: Plain, after: Plain) -> Change:
    return Change(
        decode_key(table, key),
        None if before is None else decode_value(table, before),
        None if after is None else decode_value(table, after),
    )


def write_changes(connection: sqlite3.Connection, changes: Iterable[LoggedChange]) -> None:
    """Append entries to the log."""
    rows = ((change[0], str(change.act), *change[2:]) for change in changes)
    connection.executemany("INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def read_changes(connection: sqlite3.Connection) -> Iterator[LoggedChange]:
    """The log, in order."""
    for sequence, act, *rest in connection.execute("SELECT * FROM changes ORDER BY sequence"):
        yield LoggedChange(sequence, Act(act), *rest)


def write_versions(connection: sqlite3.Connection, versions: Iterable[NamedVersion]) -> None:
    """Add named versions; a name given again is moved."""
    connection.executemany("INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?)", versions)


def read_versions(connection: sqlite3.Connection) -> Iterator[NamedVersion]:
    """The named versions, in the order of the states they name."""
    return map(
        NamedVersion._make, connection.execute("SELECT * FROM versions ORDER BY sequence, name")
    )
