"""Years of backups, with a clock that sometimes lies: the newest is always there (S14)."""

from __future__ import annotations

import random
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dnplanner.durable import WriteFailed
from dnplanner.storage.backups import DAYS, LAST, MONTHS, Backups
from dnplanner.storage.snapshot import Snapshot, from_bytes, to_bytes
from soak.failing_calls import FailingCalls, Killed
from soak.outcome import Outcome, memory
from soak.state_machine import small_plan

_LIES = 0.02
"""How often a day's clock is wrong by years."""


class Clock:
    """A clock that is set from outside."""

    def __init__(self) -> None:
        self.time = datetime(2024, 1, 1, 8, tzinfo=UTC)

    def __call__(self) -> str:
        """As ``author.now``."""
        return self.time.isoformat(timespec="seconds")


def run(days: int, seed: int = 1) -> Outcome:
    """Save up to five times on each of ``days`` days; one save in ten fails or is killed."""
    outcome, chance, clock = Outcome("backups"), random.Random(seed), Clock()
    states = [to_bytes(Snapshot(small_plan())) for _ in range(40)]
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        kept: list[bytes] = []
        for day in range(days):
            honest = clock.time = datetime(2024, 1, 1, 8, tzinfo=UTC) + timedelta(days=day)
            if chance.random() < _LIES:
                clock.time = honest.replace(year=chance.choice([1999, 2004, 2036]))
            for _ in range(chance.randrange(6)):
                clock.time += timedelta(minutes=7)
                content = chance.choice(states)
                if _keep(Path(folder), content, clock, chance):
                    outcome.count("backups")
                    kept.append(content)
                _check(outcome, Backups(Path(folder), "doc"), kept, f"day {day}")
            outcome.count("days")
        outcome.count("files at the end", len(Backups(Path(folder), "doc").all()))
    return outcome


def _keep(folder: Path, content: bytes, clock: Clock, chance: random.Random) -> bool:
    """Whether the backup was made."""
    calls = None
    if chance.random() < 0.1:
        failure = chance.choice([OSError(28, "full"), OSError(5, "broken"), Killed()])
        calls = FailingCalls(chance.randrange(1, 12), failure)
    try:
        Backups(folder, "doc", clock, calls).keep(content)
    except (WriteFailed, Killed):
        return False
    return True


def _check(outcome: Outcome, backups: Backups, kept: list[bytes], when: str) -> None:
    found = backups.all()
    # A backup that failed late may be there all the same, and be one more than we were told.
    newest = [backup.path.read_bytes() for backup in found[:2]]
    outcome.must(not kept or kept[-1] in newest, f"{when}: the newest backup is gone")
    outcome.must(len(found) <= LAST + DAYS + MONTHS, f"{when}: {len(found)} backups are kept")
    if newest:
        from_bytes(newest[0])
