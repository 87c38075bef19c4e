"""A document holds its plan exactly, and refuses to be read when it is not what was saved."""

from __future__ import annotations

import random
import sqlite3
import zlib
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from dnplanner.core.edits import edit_of
from dnplanner.core.history import Act
from dnplanner.core.plan import DocumentKey, Plan
from dnplanner.storage import logged, seal
from dnplanner.storage.errors import (
    ContentUnwritable,
    DocumentDamaged,
    DocumentIsNewer,
    DocumentRefused,
    NotADocument,
    UnknownContent,
)
from dnplanner.storage.logged import LoggedChange, NamedVersion, packed
from dnplanner.storage.samples import sample
from dnplanner.storage.schema import VERSION
from dnplanner.storage.snapshot import Snapshot, from_bytes, to_bytes, verify
from tests.storage.plans import plans

if TYPE_CHECKING:
    from collections.abc import Callable

DOCUMENT = to_bytes(Snapshot(sample()))


def test_the_sample_comes_back_fact_for_fact() -> None:
    assert from_bytes(DOCUMENT).plan.tables == sample().tables


@given(plan=plans())
@settings(deadline=None, max_examples=60)
def test_any_plan_comes_back_fact_for_fact(plan: Plan) -> None:
    assert from_bytes(to_bytes(Snapshot(plan))).plan.tables == plan.tables


def test_identity_history_and_versions_come_back() -> None:
    plan = sample()
    edit = edit_of(plan, "entitle", {DocumentKey("title"): "Kế hoạch khác"})
    changes = tuple(
        LoggedChange(
            number, act, "2024-02-20T01:02:03Z", "Lan", "PC-01", "entitle", "", 1, packed(edit)
        )
        for number, act in enumerate([Act.DONE, Act.UNDONE, Act.REDONE], start=1)
    )
    saved = Snapshot(
        plan, changes=changes, versions=(NamedVersion("Bản trình", 1, "", "Lan", "PC"),)
    )
    found = from_bytes(to_bytes(saved))
    assert (found.document, found.changes, found.versions) == (
        saved.document,
        saved.changes,
        saved.versions,
    )
    assert found.changes[0].edit == edit


@pytest.mark.parametrize("title", ["half \ud800 a character", 2**70])
def test_what_no_document_can_hold_is_refused_when_saving(title: str | int) -> None:
    plan = Plan.of([*sample().facts(), (DocumentKey("title"), title)])
    with pytest.raises(ContentUnwritable):
        to_bytes(Snapshot(plan))


@pytest.mark.parametrize(
    ("content", "looks_like"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "html"),
        (b"PK\x03\x04 a workbook", "zip"),
        (b"%PDF-1.7", "other"),
        (b"SQLite format 3", "other"),
    ],
)
def test_another_kind_of_file_is_named(content: bytes, looks_like: str) -> None:
    with pytest.raises(NotADocument) as refused:
        from_bytes(content)
    assert refused.value.params == {"looks_like": looks_like}


def test_another_programs_database_is_no_document() -> None:
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute("CREATE TABLE t (a)")
        content = other.serialize()
    with pytest.raises(NotADocument):
        from_bytes(content)


def test_a_file_of_zeros_is_damaged() -> None:
    with pytest.raises(DocumentDamaged):
        from_bytes(bytes(8192))


@pytest.mark.parametrize("kept", [16, 99, 100, 4096, len(DOCUMENT) - 1])
def test_a_cut_file_is_truncated_and_says_by_how_much(kept: int) -> None:
    with pytest.raises(DocumentDamaged) as refused:
        from_bytes(DOCUMENT[:kept])
    assert refused.value.code == "truncated"
    assert refused.value.params["bytes"] == kept


def test_no_flipped_bit_goes_unnoticed() -> None:
    chance = random.Random(1)
    for _ in range(500):
        at = chance.randrange(len(DOCUMENT) * 8)
        content = bytearray(DOCUMENT)
        content[at // 8] ^= 1 << at % 8
        with pytest.raises(DocumentRefused):
            from_bytes(bytes(content))


def test_bytes_appended_are_noticed() -> None:
    with pytest.raises(DocumentDamaged):
        from_bytes(DOCUMENT + b"x")


def changed(change: Callable[[sqlite3.Connection], object]) -> bytes:
    """The document after ``change``, sealed anew as its author would."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(DOCUMENT)
        connection.execute("UPDATE seal SET mark = ?", (seal.EMPTY,))
        change(connection)
        return seal.sealed(connection.serialize())


def run(statement: str) -> bytes:
    return changed(lambda connection: connection.executescript(statement))


def test_a_document_sealed_anew_is_read() -> None:
    assert from_bytes(run("")).plan.tables == sample().tables


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON targets BEGIN DELETE FROM units; END",
        "CREATE VIEW v AS SELECT * FROM targets",
        "CREATE INDEX i ON targets (value)",
        "CREATE TABLE t (a, b AS (a || a))",
        "CREATE VIRTUAL TABLE t USING fts5 (a)",
        "ALTER TABLE targets ADD COLUMN b TEXT",
        "DROP TABLE standards",
    ],
)
def test_planted_tables_triggers_and_views_are_refused(statement: str) -> None:
    with pytest.raises(UnknownContent) as refused:
        from_bytes(run(statement))
    assert refused.value.params == {"what": "schema"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE observed SET households = -5",
        "UPDATE targets SET pinned = 'cows'",
        "UPDATE targets SET value = 'many'",
        "UPDATE targets SET year = 24",
        "UPDATE document SET value = x'00'",
    ],
)
def test_rows_that_break_the_rules_of_their_table_are_refused(statement: str) -> None:
    with pytest.raises(DocumentDamaged):
        from_bytes(run("PRAGMA ignore_check_constraints = ON; " + statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE targets SET value = '1/0'",
        "UPDATE targets SET value = '1/2/3'",
        "UPDATE targets SET unit = unit + 9999",
        "DELETE FROM identity",
        "UPDATE units SET parent = unit",
        "DELETE FROM units",
    ],
)
def test_rows_that_are_no_plan_are_refused(statement: str) -> None:
    with pytest.raises(UnknownContent):
        from_bytes(run(statement))


def test_text_that_is_no_utf8_is_refused() -> None:
    with pytest.raises(DocumentRefused):
        from_bytes(run("UPDATE units SET name = CAST(x'ff' AS TEXT)"))


def test_a_later_version_is_named_and_not_read() -> None:
    with pytest.raises(DocumentIsNewer) as refused:
        from_bytes(run(f"PRAGMA user_version = {VERSION + 6}"))
    assert refused.value.params == {"version": VERSION + 6, "known": VERSION}


def test_a_later_version_without_our_seal_is_not_called_damaged() -> None:
    content = run(f"PRAGMA user_version = {VERSION + 1}").replace(seal.MARK, bytes(len(seal.MARK)))
    with pytest.raises(DocumentIsNewer):
        from_bytes(content)


def test_an_edit_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logged, "MAX_UNPACKED", 1_000_000)
    bomb = zlib.compress(bytes(2_000_000), 9)
    entry = LoggedChange(1, Act.DONE, "", "", "", "enter", "", 1, bomb)
    with pytest.raises(UnknownContent):
        _ = entry.edit


def test_verifying_raises_what_reading_would() -> None:
    verify(DOCUMENT)
    with pytest.raises(DocumentDamaged):
        verify(DOCUMENT[:-1] + b"x")
