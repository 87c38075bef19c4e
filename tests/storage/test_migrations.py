"""Documents of every version handed out stay readable; a migration is whole or does nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dnplanner.core.plan import Plan
from dnplanner.storage.codec import decode_facts
from dnplanner.storage.inspection import inspect
from dnplanner.storage.migrations import migrate
from dnplanner.storage.schema import VERSION

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
STORED = sorted(DOCUMENTS.glob("version-*.dnplan"))


def test_a_document_of_each_version_is_stored() -> None:
    assert [path.stem for path in STORED] == [f"version-{n}" for n in range(1, VERSION + 1)]


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_a_stored_document_holds_what_it_held_when_it_was_made(path: Path) -> None:
    facts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    snapshot = inspect(path).snapshot
    assert snapshot.plan.tables == Plan.of(decode_facts(facts)).tables
    assert [str(change.act) for change in snapshot.changes] == ["done", "done", "joined", "undone"]
    assert [version.name for version in snapshot.versions] == ["Bản trình UBND 15/02"]


def rename(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE t RENAME COLUMN a TO b")


def fail(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM t")
    raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def connection() -> sqlite3.Connection:
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA user_version = 1")
    return made


def version_of(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_steps_follow_one_another_up_to_the_present(connection: sqlite3.Connection) -> None:
    with closing(connection):
        migrate(connection, 1, {1: rename, 2: lambda _: None}, target=3)
        assert connection.execute("SELECT b FROM t").fetchall() == [(1,)]
        assert version_of(connection) == 3


def test_a_step_that_fails_takes_the_others_back(connection: sqlite3.Connection) -> None:
    with closing(connection):
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, 1, {1: rename, 2: fail}, target=3)
        assert connection.execute("SELECT a FROM t").fetchall() == [(1,)]
        assert version_of(connection) == 1
