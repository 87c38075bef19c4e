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
    from collections.abc import Mapping
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

    def recall(self, sender: str) -> Remembered | None:
        """What was decided the last time; None when nothing was."""
        return self._read().get(sender)

    def keep(self, sender: str, remembered: Remembered) -> None:
        """Remember decisions in place of earlier ones. A full disk is no reason to fail."""
        known = self._read()
        known.pop(sender, None)
        known[sender] = remembered
        self._write(dict(list(known.items())[-MOST_SENDERS:]))

    def forget(self, sender: str) -> None:
        """Remember nothing about a sender any longer."""
        known = self._read()
        if known.pop(sender, None) is not None:
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
