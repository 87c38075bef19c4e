"""The proofs by name, each with its full figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from soak import (
    backup_days,
    damage,
    file_calls,
    full_disk,
    intake,
    kills,
    power_cuts,
    sharing,
    state_machine,
    window_kills,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from soak.outcome import Outcome

FULL_SCALE = 100.0
"""Percent."""

PROOFS: Mapping[str, tuple[Callable[[int], Outcome], int]] = {
    "kills": (kills.run, 1000),
    "window-kills": (window_kills.run, 200),
    "file-calls": (file_calls.run, 200),
    "full-disks": (full_disk.run, 20),
    "state-machine": (state_machine.run, 5000),
    "damage": (damage.run, 20_000),
    "backups": (backup_days.run, 1000),
    "power-cuts": (power_cuts.run, 10_000),
    "intake": (intake.run, 10_000),
    "sharing": (sharing.run, 20_000),
}
