"""Every call that changes a file, SQLite's included, as a list to be played back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from dnplanner.durable import FileCalls

if TYPE_CHECKING:
    from collections.abc import Iterable

CHECKPOINT_PAGES = 12
"""Often, so that cuts during checkpoints are common."""


class Call(NamedTuple):
    """One call: write, truncate, sync, make, rename, remove, folder (its sync), durable, saved.

    ``file`` is the name the file has then; ``number`` an offset, size or sequence; ``name`` the new
    name. "content" is a sync that does not make the file's name last.
    """

    what: str
    file: str = ""
    number: int = 0
    content: bytes = b""
    name: str = ""


class LoggedFile(apsw.VFSFile):
    """A file of SQLite's whose writes are logged."""

    def __init__(self, name: Any, flags: list[int], log: list[Call]) -> None:
        self._log = log
        path = Path(name.filename() if hasattr(name, "filename") else name)
        self._name = path.name
        if not path.exists():
            log.append(Call("make", self._name))
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - apsw's name
        """Log and write."""
        self._log.append(Call("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - apsw's name
        """Log and cut."""
        self._log.append(Call("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's name
        """Log and sync."""
        super().xSync(flags)
        self._log.append(Call("sync", self._name))


class LoggedSystem(apsw.VFS):
    """SQLite's file system, logged."""

    def __init__(self, log: list[Call]) -> None:
        self._log = log
        super().__init__("logged", "")

    def xOpen(self, name: Any, flags: list[int]) -> LoggedFile:  # noqa: N802 - apsw's name
        """Open a file that logs."""
        return LoggedFile(name, flags, self._log)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - apsw's name
        """Log and delete."""
        super().xDelete(filename, syncdir)
        self._log.append(Call("remove", Path(filename).name))
        if syncdir:
            self._log.append(Call("folder"))


class LoggedCalls(FileCalls):
    """Our own file calls, logged."""

    def __init__(self, log: list[Call]) -> None:
        self._log = log
        self._open: dict[int, str] = {}
        self._offsets: dict[int, int] = {}

    def create(self, path: Path) -> int:
        """See FileCalls."""
        descriptor = super().create(path)
        self._open[descriptor], self._offsets[descriptor] = path.name, 0
        self._log.append(Call("make", path.name))
        return descriptor

    def write(self, descriptor: int, block: memoryview) -> int:
        """See FileCalls."""
        written = super().write(descriptor, block[:10_000])
        offset, content = self._offsets[descriptor], bytes(block[:written])
        self._log.append(Call("write", self._open[descriptor], offset, content))
        self._offsets[descriptor] += written
        return written

    def sync(self, descriptor: int) -> None:
        """See FileCalls."""
        super().sync(descriptor)
        name = self._open.get(descriptor)
        # Syncing a file is not taken to make its name last: only its folder's sync is.
        self._log.append(Call("content", name) if name else Call("folder"))

    def close(self, descriptor: int) -> None:
        """See FileCalls."""
        super().close(descriptor)
        self._open.pop(descriptor, None)

    def replace(self, source: Path, target: Path) -> None:
        """See FileCalls."""
        super().replace(source, target)
        self._log.append(Call("rename", source.name, name=target.name))


class Logged:
    """A connection of apsw with the few methods of sqlite3's that a working copy needs."""

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path), vfs="logged")
        self._connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Run one statement."""
        return self._connection.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any]) -> Any:
        """Run one statement for each row."""
        return self._connection.executemany(sql, parameters)

    def serialize(self) -> bytes:
        """The database as a file."""
        return bytes(self._connection.serialize("main"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
