"""Documents of older versions: what their tables were, and one step from each to the next.

A step works on a copy in memory or on a working copy, never on the user's file. Every version has a
stored document in ``tests/data/documents``, which is never made anew.
"""

from __future__ import annotations

import sqlite3
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from dnplanner.storage.schema import STATEMENTS, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Step: TypeAlias = Callable[[sqlite3.Connection], None]

Schema: TypeAlias = tuple[tuple[str, str, str, str], ...]
"""The rows of ``sqlite_schema`` in order of names, as SCHEMA_QUERY gives them."""

SCHEMA_QUERY = "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY name"

_EXPECTED = next(text for text in STATEMENTS if text.startswith("CREATE TABLE expected "))

_STATEMENTS: Mapping[int, Sequence[str]] = {
    1: [text for text in STATEMENTS if text is not _EXPECTED],
    2: STATEMENTS,
}
"""What made the tables of each version; those of older versions are kept as they were."""


def _add_expected(connection: sqlite3.Connection) -> None:
    """Version 1 had no gross flows; nothing else changes."""
    connection.execute(_EXPECTED)


STEPS: Mapping[int, Step] = {1: _add_expected}
"""From this version to the next."""


@cache
def schema_of(version: int) -> Schema:
    """What ``sqlite_schema`` must hold in a document of ``version``."""
    connection = sqlite3.connect(":memory:")
    try:
        for statement in _STATEMENTS[version]:
            connection.execute(statement)
        return tuple(connection.execute(SCHEMA_QUERY))
    finally:
        connection.close()


def migrate(
    connection: sqlite3.Connection,
    version: int,
    steps: Mapping[int, Step] = STEPS,
    target: int = VERSION,
) -> None:
    """Bring a document of ``version`` to the present tables: one step after another, or nothing.

    Steps are given the connection inside a transaction.
    """
    if version == target:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for number in range(version, target):
            steps[number](connection)
        connection.execute(f"PRAGMA user_version = {target}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
