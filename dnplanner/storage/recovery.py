"""What a crash left behind: working copies that nobody has open any more."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.errors import EditOutdated, PlanBroken
from dnplanner.core.history import latest_first, plan_before
from dnplanner.core.plan import DocumentField
from dnplanner.durable import ABANDONED_AFTER, WriteFailed
from dnplanner.storage.errors import DocumentDamaged, DocumentRefused
from dnplanner.storage.lock import FileLock, LockHeld
from dnplanner.storage.working_copy import Saved, WorkingCopy, delete_working_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dnplanner.storage.author import Author
    from dnplanner.storage.logged import LoggedChange, NamedVersion
    from dnplanner.storage.snapshot import Snapshot


class Leftover(NamedTuple):
    """A working copy with changes or named versions that no file has.

    ``unsaved`` are those changes, in order, and ``named`` those versions; ``snapshot`` is all it
    holds. With a ``problem`` it cannot be opened, and only ``path`` and its size are known.
    """

    path: Path
    document: str = ""
    title: str = ""
    saved: Saved = Saved()
    unsaved: tuple[LoggedChange, ...] = ()
    named: tuple[NamedVersion, ...] = ()
    problem: DocumentRefused | WriteFailed | None = None
    snapshot: Snapshot | None = None
    bytes: int = 0

    def continues(self, saved: Snapshot, path: Path) -> bool:
        """Whether it certainly holds all that the file at ``path`` does, and more.

        Not by the hash it noted last: the program may have been killed after the file was written
        and before that was noted.
        """
        mine, known = self.snapshot, len(saved.changes)
        if mine is None or (mine.document, self.saved.path) != (saved.document, str(path)):
            return False
        if mine.changes[:known] != saved.changes:
            return False
        # A name of the file was given, or moved, by somebody else, unless we knew it was there.
        if set(saved.versions) - {*mine.versions, *self.saved.versions}:
            return False
        since = saved.changes[-1].sequence if known else 0
        try:
            earlier = plan_before(mine.plan, latest_first(mine.changes, since))
        except (EditOutdated, PlanBroken):
            return False
        return earlier.tables == saved.plan.tables


def work_folder(home: Path) -> Path:
    """Where working copies are."""
    return home / "work"


def working_lock(path: Path) -> Path:
    """The lock file of a working copy."""
    return path.with_suffix(".lock")


def leftovers(home: Path, author: Author) -> list[Leftover]:
    """Working copies that hold what no file holds; those that hold nothing more are deleted."""
    _remove_half_written(home)
    return [left for path in sorted(work_folder(home).glob("*.db")) for left in _left(path, author)]


def unsaved_changes(snapshot: Snapshot, saved: Saved) -> tuple[LoggedChange, ...]:
    """The changes since the last save. Raises DocumentDamaged when they do not fit the plan.

    That they fit is the proof that the facts and the log of a working copy belong together.
    """
    since = max(saved.sequence, 0)
    try:
        plan_before(snapshot.plan, latest_first(snapshot.changes, since))
    except (EditOutdated, PlanBroken) as error:
        raise DocumentDamaged("damaged") from error
    return tuple(change for change in snapshot.changes if change.sequence > since)


def unsaved_names(snapshot: Snapshot, saved: Saved) -> tuple[NamedVersion, ...]:
    """The versions named, or named anew, since the last save."""
    known = set(saved.versions)
    return tuple(version for version in snapshot.versions if version not in known)


def discard_leftover(left: Leftover) -> None:
    """Delete a working copy that the user does not want."""
    delete_working_files(left.path)


def _left(path: Path, author: Author) -> Iterator[Leftover]:
    lock = FileLock(working_lock(path), author, is_private=True)
    try:
        lock.acquire()
    except (LockHeld, OSError):
        return  # open in another window
    try:
        if not path.exists():
            return  # the window that had it open has closed it meanwhile
        left = _inspected(path)
        if left.unsaved or left.named or left.problem:
            yield left
        else:
            delete_working_files(path)
    finally:
        lock.release()


def _inspected(path: Path) -> Leftover:
    try:
        working = WorkingCopy(path)
        try:
            snapshot, saved = working.read(), working.saved
            unsaved = unsaved_changes(snapshot, saved)
        finally:
            working.close()
    except (DocumentRefused, WriteFailed) as problem:
        return Leftover(path, problem=problem, bytes=_size(path))
    title = snapshot.plan.text(DocumentField.TITLE)
    named = unsaved_names(snapshot, saved)
    size = _size(path)
    return Leftover(path, snapshot.document, title, saved, unsaved, named, None, snapshot, size)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _remove_half_written(home: Path) -> None:
    """Temporary files of working copies that were never finished."""
    for part in work_folder(home).glob(".~*.part"):
        with suppress(OSError):
            if abs(time.time() - part.stat().st_mtime) > ABANDONED_AFTER:
                part.unlink()
