"""Opening and saving the user's file, ``NAME.dnplan``.

The file is read whole and closed at once; saving verifies the new bytes before they take the old
ones' place.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from dnplanner.durable import FileCalls, write_file
from dnplanner.storage.errors import DocumentUnread, UnknownContent

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.plan import Plan

SUFFIX = ".dnplan"


def load(path: Path) -> Plan:
    """The plan in the file. Raises DocumentRefused."""
    from dnplanner.storage.snapshot import from_bytes  # sqlite3 is not read before the first paint

    return from_bytes(read_bytes(path)).plan


def save(plan: Plan, path: Path, calls: FileCalls | None = None) -> None:
    """A new document without history. Raises WriteFailed, ContentUnwritable."""
    from dnplanner.storage.snapshot import Snapshot, to_bytes, verify

    content = to_bytes(Snapshot(plan))
    verify(content)
    write_file(path, content, calls)


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises DocumentRefused when it cannot be read, or is too large."""
    from dnplanner.storage.envelope import MAX_BYTES

    try:
        if path.stat().st_size > MAX_BYTES:
            raise UnknownContent("size")
        return path.read_bytes()
    except OSError as error:
        raise DocumentUnread(_reason(error)) from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "missing"
    if isinstance(error, IsADirectoryError):
        return "folder"
    if isinstance(error, PermissionError):
        return "forbidden"
    return errno.errorcode.get(error.errno or 0, "")
