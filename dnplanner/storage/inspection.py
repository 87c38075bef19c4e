"""Looking at files without a window: what they hold, how it came about, how they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import apply, difference
from dnplanner.core.errors import EditOutdated, PlanBroken
from dnplanner.core.history import Act, latest_first, plan_before
from dnplanner.storage.author import Author, now
from dnplanner.storage.document_file import read_bytes
from dnplanner.storage.envelope import check_envelope
from dnplanner.storage.errors import UnknownContent
from dnplanner.storage.logged import LoggedChange, check_writable, packed
from dnplanner.storage.opening import last_sequence
from dnplanner.storage.schema import VERSION
from dnplanner.storage.snapshot import Snapshot, from_bytes, to_bytes, verify
from dnplanner.storage.working_copy import Recorded, composed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan


class Inspection(NamedTuple):
    """A sound document: its version of the tables, size in bytes, and contents."""

    version: int
    bytes: int
    snapshot: Snapshot


def inspect(path: Path) -> Inspection:
    """Check a file in every way there is, its whole history included. Raises DocumentRefused."""
    content = read_bytes(path)
    snapshot = from_bytes(content)
    plan_at(snapshot, 0)
    return Inspection(check_envelope(content), len(content), snapshot)


def read_snapshot(path: Path) -> Snapshot:
    """All that a file holds. Raises DocumentRefused."""
    return from_bytes(read_bytes(path))


def plan_at(snapshot: Snapshot, sequence: int) -> Plan:
    """The plan after change number ``sequence``; 0 is before all. Raises UnknownContent."""
    try:
        return plan_before(snapshot.plan, latest_first(snapshot.changes, sequence))
    except (EditOutdated, PlanBroken) as error:
        raise UnknownContent("facts") from error


def difference_of_files(before: Path, after: Path) -> Edit:
    """What leads from one file's plan to another's. Raises DocumentRefused."""
    return difference("compare", read_snapshot(before).plan, read_snapshot(after).plan)


def amended(content: bytes, edits: Iterable[Edit], author: Author, source: str = "") -> bytes:
    """A document with changes made and entered in its log; ``source`` names the file of an import.

    Raises DocumentRefused, ContentUnwritable, and EditOutdated for edits of another state.
    """
    snapshot = from_bytes(content)
    plan = snapshot.plan
    if check_envelope(content) != VERSION:
        content = to_bytes(snapshot)
    recorded: list[Recorded] = []
    for number, edit in enumerate(edits, last_sequence(snapshot) + 1):
        check_writable(edit)
        plan = apply(plan, edit)
        kind, facts = edit.kind, len(edit.changes)
        change = LoggedChange(number, Act.DONE, now(), *author, kind, source, facts, packed(edit))
        recorded.append(Recorded(change, edit))
    result = composed(content, recorded)
    verify(result)
    return result
