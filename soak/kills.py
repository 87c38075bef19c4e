"""kill -9 at any moment: every acknowledged change is there at the next start (S1)."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from dnplanner.core.edits import apply
from dnplanner.core.errors import PlannerError
from dnplanner.storage import document_file
from dnplanner.storage.author import Author
from dnplanner.storage.inspection import inspect
from dnplanner.storage.opening import Desk, last_sequence, open_document
from dnplanner.storage.samples import sample
from dnplanner.storage.store import Durable
from soak.outcome import Outcome, memory
from soak.reference import edit_number, plan_after

if TYPE_CHECKING:
    from dnplanner.storage.store import Notice

ROUNDS_PER_DOCUMENT = 40
_LONGEST = 0.03
"""Seconds until the kill, at most."""
_EDITS_PER_SAVE = 7


def run(rounds: int, seed: int = 1) -> Outcome:
    """Kill a working child ``rounds`` times, and look each time at what it left."""
    outcome, chance = Outcome("kill -9"), random.Random(seed)
    for first in range(0, rounds, ROUNDS_PER_DOCUMENT):
        with tempfile.TemporaryDirectory(dir=memory()) as folder:
            file = Path(folder) / "plan.dnplan"
            document_file.save(sample(), file)
            acknowledged, saved = 0, 0
            for number in range(first, min(first + ROUNDS_PER_DOCUMENT, rounds)):
                said = _kill_a_child(file, chance)
                durable = [int(line[1:]) for line in said if line.startswith("d")]
                files = [int(line[1:]) for line in said if line.startswith("s")]
                outcome.count(
                    "acknowledged edits", max(0, max([acknowledged, *durable]) - acknowledged)
                )
                outcome.count("acknowledged saves", len(files))
                acknowledged, saved = max([acknowledged, *durable]), max([saved, *files])
                acknowledged = _look(outcome, file, acknowledged, saved, f"round {number}")
                outcome.count("kills")
    return outcome


def _kill_a_child(file: Path, chance: random.Random) -> list[str]:
    """What the child had acknowledged when killed: d<sequence> durable, s<sequence> saved."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work_until_killed(file, writing)
    os.close(writing)
    if chance.random() < 0.8:
        os.read(reading, 1)  # it has opened the document
    time.sleep(chance.uniform(0, _LONGEST))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return pipe.read().decode().split("\n")[:-1]


def _work_until_killed(file: Path, writing: int) -> NoReturn:
    def tell(notice: Notice) -> None:
        if isinstance(notice, Durable):
            os.write(writing, b"d%d\n" % notice.sequence)

    try:
        document = open_document(file, desk(file, tell))
        plan, number = document.snapshot.plan, last_sequence(document.snapshot)
        os.write(writing, b"\n")
        while True:
            number += 1
            edit = edit_number(plan, number)
            plan = apply(plan, edit)
            document.store.record(edit)
            if number % _EDITS_PER_SAVE == 0:
                document.store.save(file).result()
                os.write(writing, b"s%d\n" % number)
    finally:
        os._exit(1)


def desk(file: Path, notify: object) -> Desk:
    """The user's folder beside the file."""
    assert callable(notify)
    return Desk(file.parent / "home", Author("soak", "here"), notify)


def _look(outcome: Outcome, file: Path, acknowledged: int, saved: int, where: str) -> int:
    """Open what is left as the next start would; how many changes there are."""
    try:
        snapshot = inspect(file).snapshot
        in_file = last_sequence(snapshot)
        outcome.must(in_file >= saved, f"{where}: saved {saved}, the file has {in_file}")
        outcome.must(_is(snapshot.plan, in_file), f"{where}: the file is mixed")
        document = open_document(file, desk(file, lambda _: None))
    except PlannerError as error:
        outcome.losses.append(f"{where}: {error!r}")
        return acknowledged
    found = last_sequence(document.snapshot)
    outcome.must(found >= acknowledged, f"{where}: acknowledged {acknowledged}, found {found}")
    outcome.must(_is(document.snapshot.plan, found), f"{where}: the plan is mixed")
    document.close()
    return found


def _is(plan: object, number: int) -> bool:
    return getattr(plan, "tables", None) == plan_after(number).tables
