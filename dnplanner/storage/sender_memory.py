"""What was decided about the columns and names of each sender's files, for the next one it sends.

One small file of the user's, ``senders.json``. What cannot be read is as good as nothing: it only
ever saves somebody from deciding the same again.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.durable import FileCalls, WriteFailed, make_folder, write_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

MOST_SENDERS = 500
"""Senders remembered; those not heard of for the longest are forgotten first."""


class Remembered(NamedTuple):
    """Decisions about a sender's files: by place of the column among all, and by folded name.

    ``file`` is the name of the file they were made for.
    """

    file: str
    columns: Mapping[str, str]
    units: Mapping[str, str]


class SenderMemory:
    """Reads and writes the file whole; it is small."""

    def __init__(self, home: Path, calls: FileCalls | None = None) -> None:
        """Keep it in the user's folder ``home``."""
        self._path = home / "senders.json"
        self._calls = calls

    def all(self) -> Mapping[str, Remembered]:
        """What was decided the last time, by sender."""
        return self._read()

    def keep_all(self, decided: Mapping[str, Remembered]) -> None:
        """Remember decisions in place of earlier ones. A full disk is no reason to fail."""
        known = self._read()
        for sender in decided:
            known.pop(sender, None)
        known.update(decided)
        self._write(dict(list(known.items())[-MOST_SENDERS:]))

    def forget(self, senders: Iterable[str]) -> None:
        """Remember nothing about some senders any longer."""
        known = self._read()
        gone = [known.pop(sender, None) for sender in senders]
        if any(gone):
            self._write(known)

    def _write(self, known: Mapping[str, Remembered]) -> None:
        content = json.dumps({key: one._asdict() for key, one in known.items()})
        with suppress(WriteFailed):
            make_folder(self._path.parent)
            write_file(self._path, content.encode(), self._calls)

    def _read(self) -> dict[str, Remembered]:
        try:
            found = json.loads(self._path.read_bytes())
            return {str(key): _remembered(one) for key, one in found.items()}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}


def _remembered(found: dict[str, dict[str, str]]) -> Remembered:
    columns = {str(key): str(answer) for key, answer in found["columns"].items()}
    units = {str(key): str(answer) for key, answer in found["units"].items()}
    return Remembered(str(found["file"]), columns, units)
