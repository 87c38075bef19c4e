"""Who changes a document, where and when."""

from __future__ import annotations

import getpass
import platform
from datetime import UTC, datetime
from typing import NamedTuple

EARLIEST_YEAR = 2020
"""Clocks that show an earlier year have lost their battery."""


class Author(NamedTuple):
    """The names of a user and a computer, as the systems know them."""

    user: str
    computer: str


def this_author() -> Author:
    """The user who runs the program, and the computer it runs on; empty where nobody knows."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):  # no such account, as in some containers
        user = ""
    return Author(user, platform.node())


def now() -> str:
    """This moment in UTC, in ISO form to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def when(time: str) -> datetime | None:
    """The moment that ``now`` wrote; None where the clock was plainly wrong."""
    try:
        found = datetime.fromisoformat(time)
    except ValueError:
        return None
    return found if found.year >= EARLIEST_YEAR and found.tzinfo else None
