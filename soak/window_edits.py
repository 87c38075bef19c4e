"""What is typed into the window: known from the number of the change alone."""

from __future__ import annotations

UNIT = "tuy-duc"
_MOST = 3000  # poor households there are a few more


def reduction_number(number: int) -> int:
    """The reduction that change number ``number`` enters; two in a row are never equal."""
    return 1 + number % _MOST
