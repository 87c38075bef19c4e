"""Locks that say who holds them, where and since when, and that no crash leaves behind.

The holder keeps the lock file open and locked by the operating system, which lets go when the
program ends in whatever way. What stands in the file is for people, and for the case that the lock
of another computer does not reach us over the network: then only its holder, or a decision of the
user, can free it.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import uuid
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.errors import PlannerError
from dnplanner.storage.author import now

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.storage.author import Author

_MOST_BYTES = 4096
_BEYOND_THE_TEXT = 1 << 30  # Windows keeps others from reading what is locked
_NO_LOCKS_HERE = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL}
_TRIES = 5


class Holder(NamedTuple):
    """Who holds a lock. ``since`` is UTC in ISO form; ``machine`` tells equal names apart."""

    user: str
    computer: str
    since: str
    process: int
    machine: str


class LockHeld(PlannerError):
    """Code ``locked``; ``user``, ``computer``, ``since`` (texts, empty where not known).

    ``may_be_dead``: only what stands in the file says that it is held. Whether the holder still
    runs cannot be seen from here; the user may know, and take the lock over.
    """

    def __init__(self, holder: Holder | None, *, may_be_dead: bool = False) -> None:
        known = holder or Holder("", "", "", 0, "")
        super().__init__("locked", user=known.user, computer=known.computer, since=known.since)
        self.holder = holder
        self.may_be_dead = may_be_dead


class FileLock:
    """A lock file. It is deleted when released."""

    def __init__(self, path: Path, author: Author, *, is_private: bool = False) -> None:
        """``is_private``: in a folder that other computers do not reach.

        There a lock that names another one was signed when this computer had another network
        address, and must not keep what a crash left from its owner.
        """
        self.path = path
        self._author = author
        self._is_private = is_private
        self._descriptor: int | None = None

    def acquire(self, *, take_over: bool = False) -> None:
        """Take the lock, silently also one whose holder has died on this computer.

        ``take_over`` takes one of another computer, which is the user's decision. Raises LockHeld,
        and OSError where no file can be made.
        """
        for _ in range(_TRIES):
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0))
            try:
                self._refuse_held(descriptor, take_over=take_over)
                if self._is_still_there(descriptor):
                    self._sign(descriptor)
                    self._descriptor = descriptor
                    return
            finally:
                if self._descriptor is None:
                    os.close(descriptor)
        raise LockHeld(None)

    def release(self) -> None:
        """Let go and delete the file; nothing happens when the lock is not held."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform != "win32":  # first, so that nobody takes the lock of a file that vanishes
            with suppress(OSError):
                self.path.unlink()
        os.close(descriptor)
        if sys.platform == "win32":  # open files cannot be deleted there
            with suppress(OSError):
                self.path.unlink()

    def _refuse_held(self, descriptor: int, *, take_over: bool) -> None:
        locked = _lock(descriptor)
        holder = _holder(descriptor)
        if locked is False:
            raise LockHeld(holder)
        if holder is None or take_over:
            return
        elsewhere = holder.machine != _machine() and not self._is_private
        if elsewhere or (locked is None and _runs(holder.process)):
            raise LockHeld(holder, may_be_dead=True)

    def _is_still_there(self, descriptor: int) -> bool:
        """Whether the holder before us has not just deleted the file we opened."""
        try:
            return os.path.samestat(os.fstat(descriptor), self.path.stat())
        except FileNotFoundError:
            return False

    def _sign(self, descriptor: int) -> None:
        holder = Holder(self._author.user, self._author.computer, now(), os.getpid(), _machine())
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, json.dumps(holder._asdict()).encode())


def _lock(descriptor: int) -> bool | None:
    """Whether the system gave us the lock; None where the file's system has no locks."""
    try:
        _system_lock(descriptor)
    except OSError as error:
        return None if error.errno in _NO_LOCKS_HERE else False
    return True


if sys.platform == "win32":
    import msvcrt

    def _system_lock(descriptor: int) -> None:
        os.lseek(descriptor, _BEYOND_THE_TEXT, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

    def _runs(process: int) -> bool:
        return process != os.getpid()  # never asked: every Windows file system has locks
else:
    import fcntl

    def _system_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _runs(process: int) -> bool:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True  # it runs, and belongs to somebody else
        return True


def _holder(descriptor: int) -> Holder | None:
    """Who signed; None for an empty file, or one that somebody else wrote."""
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        found = json.loads(os.read(descriptor, _MOST_BYTES))
        return Holder(
            str(found["user"]),
            str(found["computer"]),
            str(found["since"]),
            int(found["process"]),
            str(found["machine"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _machine() -> str:
    """This computer's network address: computers copied from one image share their name."""
    return f"{uuid.getnode():012x}"
