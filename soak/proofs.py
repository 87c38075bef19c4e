"""The proofs by name, each with its full figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soak import kills

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soak.outcome import Outcome

FULL_SCALE = 100.0
"""Percent."""

PROOFS: Mapping[str, tuple[Callable[[int], Outcome], int]] = {
    "kills": (kills.run, 1000),
}
