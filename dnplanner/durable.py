"""Replacing a file so that it is the old one or the new one, whole, whatever happens meanwhile.

The bytes go to a temporary file beside the target, are forced to the disk and compared, and only
then take the target's name. Every call to the operating system goes through one ``FileCalls``, so
that a test can make any of them fail. Standard library only, below everything else.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import time
from pathlib import Path

HELD_OPEN_TRIES = 5
"""How often a target that another program holds open is tried (Windows)."""
HELD_OPEN_PAUSE = 0.1
"""Seconds between those tries."""
ABANDONED_AFTER = 3600
"""Seconds after which a temporary file of the same target was left by a program that died."""

_BINARY: int = getattr(os, "O_BINARY", 0)
_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_CANNOT_SYNC_FOLDERS = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EISDIR}


class WriteFailed(Exception):
    """The file was not written; what was there before is still there, whole.

    ``code`` is ``disk_full`` (``needs`` and ``free`` in bytes, ``drive``), ``target_locked``
    (another program holds it), ``file_read_only``, ``folder_read_only``, ``folder_missing`` or
    ``io_error`` (``reason``: the system's symbol); ``path`` is in ``params`` always. Only
    ``unconfirmed`` comes after the new file took the name: it is there, but the disk would not
    confirm that it lasts.
    """

    def __init__(self, code: str, path: Path, **params: object) -> None:
        super().__init__(code, str(path), params)
        self.code = code
        self.params: dict[str, object] = {"path": path, **params}


class FileCalls:
    """The calls to the operating system that writing a file takes."""

    def create(self, path: Path) -> int:
        """Open a new file for writing; FileExistsError when there is one."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)

    def write(self, descriptor: int, block: memoryview) -> int:
        """Write some of ``block``; how much is returned."""
        return os.write(descriptor, block)

    def sync(self, descriptor: int) -> None:
        """Force a file or folder to the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a file or folder."""
        os.close(descriptor)

    def copy_mode(self, source: Path, target: Path) -> None:
        """Give ``target`` the permissions of ``source``."""
        shutil.copymode(source, target)

    def replace(self, source: Path, target: Path) -> None:
        """Rename over ``target`` in one step."""
        source.replace(target)

    def open_folder(self, path: Path) -> int | None:
        """A descriptor to sync a folder with; None where the system has none (Windows)."""
        return None if sys.platform == "win32" else os.open(path, os.O_RDONLY)

    def read(self, path: Path) -> bytes:
        """All of a file."""
        return path.read_bytes()

    def remove(self, path: Path) -> None:
        """Delete a file."""
        path.unlink()

    def pause(self, seconds: float) -> None:
        """Wait for another program to let go of the target."""
        time.sleep(seconds)


def write_file(path: Path, content: bytes, calls: FileCalls | None = None) -> None:
    """Make ``path`` hold ``content``, durably. Raises WriteFailed.

    A symbolic link is followed; permissions of an existing file are kept. May pause for half a
    second on Windows when the target is held open: not for the thread of the window.
    """
    calls = calls or FileCalls()
    target = Path(os.path.realpath(path))
    try:
        _replace_whole(target, content, calls)
    except OSError as error:
        raise _failure(error, target, len(content)) from error
    try:
        _sync_folder(target.parent, calls)
        _compare(target, content, calls)
    except OSError as error:
        raise WriteFailed("unconfirmed", target, reason=_symbol(error)) from error
    _remove_abandoned(target, calls)


def make_folder(path: Path) -> None:
    """Make a folder and those above it, where there are none. Raises WriteFailed."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(error, path, 0) from error


def _replace_whole(target: Path, content: bytes, calls: FileCalls) -> None:
    _refuse_read_only(target)
    temporary = target.with_name(f".~{target.name}.{os.getpid()}-{time.monotonic_ns()}.part")
    try:
        _write_new(temporary, content, calls)
        if target.exists():
            calls.copy_mode(target, temporary)
        _replace_patiently(temporary, target, calls)
    except Exception:
        # Only what this program can still tidy up; after a crash _remove_abandoned does it.
        _remove_quietly(temporary, calls)
        raise


def _refuse_read_only(target: Path) -> None:
    """Renaming over a write-protected file would succeed on Linux against its owner's wish."""
    if target.exists() and not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise WriteFailed("file_read_only", target)


def _write_new(temporary: Path, content: bytes, calls: FileCalls) -> None:
    descriptor = calls.create(temporary)
    try:
        rest = memoryview(content)
        while rest:
            written = calls.write(descriptor, rest)
            if written <= 0:
                raise OSError(errno.EIO, "nothing_written")
            rest = rest[written:]
        calls.sync(descriptor)
    finally:
        calls.close(descriptor)
    _compare(temporary, content, calls)


def _compare(path: Path, content: bytes, calls: FileCalls) -> None:
    if calls.read(path) != content:
        raise OSError(errno.EIO, "what was read back differs from what was written")


def _replace_patiently(temporary: Path, target: Path, calls: FileCalls) -> None:
    for tries_left in reversed(range(HELD_OPEN_TRIES)):
        try:
            calls.replace(temporary, target)
        except PermissionError as error:
            if sys.platform != "win32":
                raise
            if not tries_left:
                raise WriteFailed("target_locked", target) from error
            calls.pause(HELD_OPEN_PAUSE)
        else:
            return


def _sync_folder(folder: Path, calls: FileCalls) -> None:
    """Make the rename itself durable; some network and FAT drivers cannot, which is no failure."""
    try:
        descriptor = calls.open_folder(folder)
        if descriptor is None:
            return
        try:
            calls.sync(descriptor)
        finally:
            calls.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC_FOLDERS:
            raise


def _remove_abandoned(target: Path, calls: FileCalls) -> None:
    """Delete temporary files that an earlier program left when it died; by the disk's own clock."""
    try:
        now = target.stat().st_mtime
        prefix = f".~{target.name}."
        for found in target.parent.iterdir():
            ours = found.name.startswith(prefix) and found.name.endswith(".part")
            if ours and now - found.stat().st_mtime > ABANDONED_AFTER:
                _remove_quietly(found, calls)
    except OSError:
        return  # tidying is not worth failing a file that is safely written


def _remove_quietly(path: Path, calls: FileCalls) -> None:
    try:
        calls.remove(path)
    except OSError:
        return  # gone already, or the medium is; the failure that led here is the one to report


def _failure(error: OSError, target: Path, needs: int) -> WriteFailed:
    if error.errno in _FULL:
        return WriteFailed(
            "disk_full", target, needs=needs, free=free_space(target), drive=drive_of(target)
        )
    if error.errno in _READ_ONLY:
        return WriteFailed("folder_read_only", target)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return WriteFailed("folder_missing", target)
    return WriteFailed("io_error", target, reason=_symbol(error))


def _symbol(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "")


def free_space(target: Path) -> int:
    """Bytes left for ``target``; 0 where the system does not say."""
    try:
        return shutil.disk_usage(target.parent).free
    except OSError:
        return 0


def drive_of(target: Path) -> str:
    """``D:`` on Windows, elsewhere the folder where the drive is mounted."""
    if target.drive:
        return target.drive
    folder = target.parent
    while not os.path.ismount(folder) and folder != folder.parent:
        folder = folder.parent
    return str(folder)
