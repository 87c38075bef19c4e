"""Earlier states of documents, kept in the user's folder whatever happens to the files themselves.

Kept are the 10 last, one a day for 14 days and one a month for 12 months. Days and months are those
that have backups, in the order they were made: a clock that is wrong by years deletes nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.durable import FileCalls, make_folder, write_file
from dnplanner.storage.author import now
from dnplanner.storage.document_file import SUFFIX, read_bytes
from dnplanner.storage.errors import DocumentRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

LAST = 10
DAYS = 14
MONTHS = 12

_NAME = re.compile(r"(\d{8})_(\d{8})T(\d{6})Z_([0-9a-f]{16})" + re.escape(SUFFIX))
_ORIGIN = "origin.json"


class Backup(NamedTuple):
    """One backup. ``number`` rises; ``day`` (YYYYMMDD) and ``time`` (HHMMSS) are UTC."""

    number: int
    day: str
    time: str
    digest: str
    path: Path

    @property
    def moment(self) -> str:
        """When it was made, in UTC in ISO form."""
        day, time = self.day, self.time
        return f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}+00:00"


class Backups:
    """The backups of one document, in a folder of its own under the user's folder."""

    def __init__(
        self,
        home: Path,
        document: str,
        clock: Callable[[], str] = now,
        calls: FileCalls | None = None,
    ) -> None:
        self.folder = home / "backups" / document
        self._clock = clock
        self._calls = calls

    def keep(self, content: bytes, origin: Path | None = None) -> None:
        """Add a backup unless the newest one holds just this, then let old ones go.

        Raises WriteFailed; nothing is deleted then. ``origin`` is the file it is a backup of.
        """
        digest, found = _digest(content), self.all()
        if not found or found[0].digest != digest:
            make_folder(self.folder)
            write_file(self.folder / self._name(found, digest), content, self._calls)
        if origin is not None:
            self._remember(origin)
        for backup in superseded(self.all()):
            with suppress(OSError):
                backup.path.unlink()

    def all(self) -> list[Backup]:
        """The backups, newest first by number."""
        return sorted(self._found(), reverse=True)

    def have(self, content: bytes) -> bool:
        """Whether there is a backup of just this."""
        return _digest(content) in {backup.digest for backup in self.all()}

    def newest_sound(self) -> Backup | None:
        """The newest backup that can be opened."""
        return next((backup for backup in self.all() if _is_sound(backup.path)), None)

    def _found(self) -> Iterator[Backup]:
        if not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            match = _NAME.fullmatch(path.name)
            if match:
                number, day, time, digest = match.groups()
                yield Backup(int(number), day, time, digest, path)

    def _name(self, found: list[Backup], digest: str) -> str:
        number = found[0].number + 1 if found else 1
        stamp = re.sub(r"[-:]|\+.*", "", self._clock())
        return f"{number:08d}_{stamp}Z_{digest}{SUFFIX}"

    def _remember(self, origin: Path) -> None:
        """Note the file's place, by which its backups are found when it cannot be read any more."""
        text = json.dumps({"path": str(origin.absolute())}, ensure_ascii=False)
        content, path = text.encode(), self.folder / _ORIGIN
        if not path.is_file() or path.read_bytes() != content:
            write_file(path, content, self._calls)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def superseded(backups: Iterable[Backup]) -> list[Backup]:
    """Those of ``backups`` (newest first) that are not among the last, nor of a day or month."""
    ordered = list(backups)
    kept = set(ordered[:LAST])
    kept.update(_newest_of_each(ordered, lambda backup: backup.day, DAYS))
    kept.update(_newest_of_each(ordered, lambda backup: backup.day[:6], MONTHS))
    return [backup for backup in ordered if backup not in kept]


def _newest_of_each(
    ordered: list[Backup], period: Callable[[Backup], str], most: int
) -> list[Backup]:
    newest: dict[str, Backup] = {}
    for backup in ordered:
        newest.setdefault(period(backup), backup)
    return list(newest.values())[:most]


def backups_of_file(home: Path, path: Path) -> Backups | None:
    """The backups of the document that was last saved at ``path``, even if it is unreadable now."""
    wanted = str(path.absolute())
    for origin in sorted((home / "backups").glob(f"*/{_ORIGIN}")):
        with suppress(OSError, ValueError, KeyError, TypeError):
            if json.loads(origin.read_bytes())["path"] == wanted:
                return Backups(home, origin.parent.name)
    return None


def _is_sound(path: Path) -> bool:
    from dnplanner.storage.snapshot import verify

    try:
        verify(read_bytes(path))
    except DocumentRefused:
        return False
    return True
