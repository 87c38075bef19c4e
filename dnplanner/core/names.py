"""Names of units and scenarios: cleaned before they are kept, folded before they are compared."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from dnplanner.core.errors import EntryRefused

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_NAME = 120
"""Longest name taken, in characters."""


def cleaned(name: str) -> str:
    """``name`` in NFC with single blanks between its words and none around them."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def folded(name: str) -> str:
    """What two spellings of one name have in common: "xã  A" is "Xã A"."""
    return cleaned(name).casefold()


def new_name(name: str, taken: Iterable[str]) -> str:
    """``name`` cleaned, as it will be kept beside the names ``taken``.

    Raises EntryRefused with code ``name_empty``, ``name_too_long`` (also for characters that cannot
    be seen) or ``name_taken``.
    """
    kept = cleaned(name)
    if not kept:
        raise EntryRefused("name_empty")
    if len(kept) > MAX_NAME or not kept.isprintable():
        raise EntryRefused("name_too_long", limit=MAX_NAME)
    if folded(kept) in map(folded, taken):
        raise EntryRefused("name_taken", name=kept)
    return kept
