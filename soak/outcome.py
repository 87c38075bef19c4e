"""What a proof found."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path


def memory() -> Path | None:
    """A folder in memory where there is one: kills and crashes lose nothing of it either."""
    folder = Path("/dev/shm")
    return folder if folder.is_dir() else None


@dataclass(slots=True)
class Outcome:
    """The figures of one proof. Any entry in ``losses`` fails the release."""

    name: str
    figures: dict[str, int] = field(default_factory=dict)
    losses: list[str] = field(default_factory=list)
    started: float = field(default_factory=time.monotonic)

    def count(self, what: str, more: int = 1) -> None:
        """Add to a figure."""
        self.figures[what] = self.figures.get(what, 0) + more

    def must(self, held: bool, loss: str) -> None:
        """Note a loss where something did not hold."""
        if not held:
            self.losses.append(loss)

    def line(self) -> str:
        """One line of the table."""
        figures = ", ".join(f"{value:,} {what}" for what, value in self.figures.items())
        seconds = time.monotonic() - self.started
        return f"{self.name:<14} {len(self.losses):>4} lost   {seconds:>6.0f} s   {figures}"
