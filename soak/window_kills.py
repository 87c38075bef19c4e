"""kill -9 of the real window at any moment: what its status bar had acknowledged is there (S1)."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.core.plan import Pinned, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.paths import HOME_VARIABLE
from dnplanner.storage import document_file
from dnplanner.storage.author import this_author
from dnplanner.storage.inspection import inspect, plan_at
from dnplanner.storage.opening import Desk, last_sequence, open_document
from dnplanner.storage.samples import sample
from dnplanner.storage.start_guard import StartGuard
from soak.outcome import Outcome
from soak.window_edits import UNIT, reduction_number

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan
    from dnplanner.storage.snapshot import Snapshot

ROUNDS_PER_DOCUMENT = 25
_LONGEST = 0.3
"""Seconds that the window types, at most."""
_START = 1.0
"""Seconds within which a start is killed, in one round of five."""
_ROOT = Path(__file__).parent.parent


def run(rounds: int, seed: int = 1) -> Outcome:
    """Kill a typing window ``rounds`` times, and look each time at what it left."""
    outcome, chance = Outcome("window kills"), random.Random(seed)
    for first in range(0, rounds, ROUNDS_PER_DOCUMENT):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "plan.dnplan"
            document_file.save(sample(), file)
            found = 0
            for number in range(first, min(first + ROUNDS_PER_DOCUMENT, rounds)):
                StartGuard(_home(file)).survived()  # starts killed in a row would be held back
                said = _kill_a_window(file, chance)
                found = _look(outcome, file, found, said, f"round {number}")
                outcome.count("kills")
    return outcome


def _home(file: Path) -> Path:
    return file.parent / "home"


def _kill_a_window(file: Path, chance: random.Random) -> list[str]:
    """What the window said until it was killed."""
    environment = {
        **os.environ,
        HOME_VARIABLE: str(_home(file)),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "default.warning=false",
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "soak.window_typing", str(file)],
        cwd=_ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert child.stdout is not None
    said: list[str] = []
    awaited = chance.choices(("", "open", "kept"), weights=(1, 1, 3))[0]
    while awaited and not _reached(said, awaited):
        line = child.stdout.readline()
        if not line:
            break
        said.append(line)
    time.sleep(chance.uniform(0, _LONGEST if awaited else _START))
    child.kill()
    rest, _ = child.communicate()
    return "".join([*said, rest]).splitlines()


def _reached(said: list[str], awaited: str) -> bool:
    """Whether the window has opened its document, or kept a change since."""
    numbers = [int(line.split()[1]) for line in said]
    return bool(numbers) and (awaited == "open" or numbers[-1] > numbers[0])


def _look(outcome: Outcome, file: Path, before: int, said: list[str], where: str) -> int:
    """Compare what the window said with what it left; how many changes there are."""
    kept, saved = _most(said, "kept"), _most(said, "saved")
    if said:
        shown = said[0].split(maxsplit=2)
        outcome.must(shown[:2] == ["open", str(before)], f"{where}: opened {shown}, left {before}")
        expected = format_count(reduction_number(before) if before else 1400)
        outcome.must(shown[-1] == expected, f"{where}: shown {shown}, not {expected}")
    outcome.count("acknowledged edits", max(0, max(kept, saved) - before))
    outcome.count("acknowledged saves", sum(line.startswith("saved") for line in said))
    try:
        in_file = inspect(file).snapshot
        outcome.must(last_sequence(in_file) >= saved, f"{where}: saved {saved}, not in the file")
        outcome.must(_is_whole(in_file), f"{where}: the file is mixed")
        desk = Desk(_home(file), this_author(), lambda _: None)
        document = open_document(file, desk)
    except PlannerError as error:
        outcome.losses.append(f"{where}: {error!r}")
        return before
    found = last_sequence(document.snapshot)
    most = max(before, kept, saved)
    outcome.must(found >= most, f"{where}: acknowledged {most}, found {found}")
    outcome.must(_is_whole(document.snapshot), f"{where}: the plan is mixed")
    document.close()
    return found


def _most(said: list[str], what: str) -> int:
    return max((int(line.split()[1]) for line in said if line.startswith(what)), default=0)


def _is_whole(snapshot: Snapshot) -> bool:
    """Whether the plan is that after the last change, and each change the one it should be."""
    number = last_sequence(snapshot)
    if len(snapshot.changes) != number or plan_at(snapshot, 0).tables != sample().tables:
        return False
    return not number or _typed(snapshot.plan) == reduction_number(number)


def _typed(plan: Plan) -> int:
    target = plan.get(TargetKey(plan.outline.scenarios[0], UNIT, 2024, Series.POOR))
    assert isinstance(target, Target)
    return int(target.value) if target.pinned is Pinned.REDUCTION else -1
