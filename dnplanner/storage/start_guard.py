"""After two starts that failed nothing is opened by itself: a document may crash the program."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from dnplanner.durable import FileCalls, WriteFailed, make_folder, write_file

if TYPE_CHECKING:
    from pathlib import Path

FAILED_STARTS = 2
"""After so many starts that did not survive, nothing is opened by itself."""


class StartGuard:
    """Counts starts that were begun and never said to have gone well."""

    def __init__(self, home: Path, calls: FileCalls | None = None) -> None:
        self._path = home / "starting.json"
        self._calls = calls

    def begin(self) -> bool:
        """Note that the program starts; whether documents may be opened by themselves this time."""
        failed = self._failed()
        with suppress(WriteFailed):  # a full disk is no reason not to start
            make_folder(self._path.parent)
            content = json.dumps({"failed": failed + 1}).encode()
            write_file(self._path, content, self._calls)
        return failed < FAILED_STARTS

    def survived(self) -> None:
        """The documents are open and painted, or the program was closed by the user."""
        with suppress(OSError):
            self._path.unlink()

    def _failed(self) -> int:
        try:
            return int(json.loads(self._path.read_bytes())["failed"])
        except (OSError, ValueError, KeyError, TypeError):
            return 0
