"""Power cuts at any moment, with disks that keep any part of what was not yet forced to them (S3).

A run of edits and saves is logged call by call, SQLite's included. For a cut after any of them the
files are rebuilt as a disk may hold them: all that was synced, and of the rest nothing, all, a
prefix, some writes or some sectors of 512 bytes; names change only in order, and last only once
their folder, or a newly made file itself, was synced.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from dnplanner.core.edits import apply
from dnplanner.core.errors import PlannerError
from dnplanner.core.history import Act
from dnplanner.storage.author import Author
from dnplanner.storage.inspection import inspect
from dnplanner.storage.logged import LoggedChange, packed
from dnplanner.storage.opening import last_sequence
from dnplanner.storage.samples import sample
from dnplanner.storage.saving import Saver
from dnplanner.storage.snapshot import Snapshot, to_bytes
from dnplanner.storage.working_copy import Recorded, Saved, WorkingCopy
from soak.disk import Disk
from soak.logged_calls import Call, Logged, LoggedCalls, LoggedSystem
from soak.outcome import Outcome, memory
from soak.reference import edit_number, plan_after

CUTS_PER_RUN = 1000
_EDITS = 120
_EDITS_PER_SAVE = 15

WORKING, FILE = "working.db", "plan.dnplan"


def logged_work(folder: Path) -> list[Call]:
    """The calls of a session: a new document, edits, and a save now and then."""
    log: list[Call] = []
    system, calls = LoggedSystem(log), LoggedCalls(log)
    saver = Saver(folder / "home", "doc", Author("soak", "here"), calls=calls)
    content = to_bytes(Snapshot(sample()))
    working = WorkingCopy.create(folder / WORKING, content, Saved(), calls, Logged)
    log.append(Call("durable", number=0))
    plan = sample()
    for number in range(1, _EDITS + 1):
        edit = edit_number(plan, number)
        plan = apply(plan, edit)
        change = LoggedChange(number, Act.DONE, "", "", "", edit.kind, "", 1, packed(edit))
        working.record(Recorded(change, edit))
        log.append(Call("durable", number=number))
        if number % _EDITS_PER_SAVE == 0:
            done = saver.save(working.document_bytes(), folder / FILE, number)
            log.append(Call("saved", number=number))
            working.note_saved(done.saved)
    working.close()
    saver.unlock()
    system.unregister()
    return log


def run(cuts: int, seed: int = 1) -> Outcome:
    """Cut the power ``cuts`` times, and look each time at what the next start finds."""
    outcome, chance = Outcome("power cuts"), random.Random(seed)
    for _ in range(0, cuts, CUTS_PER_RUN):
        with tempfile.TemporaryDirectory(dir=memory()) as folder:
            log = logged_work(Path(folder))
        outcome.count("logged calls", len(log))
        points = sorted(chance.randrange(len(log)) for _ in range(min(cuts, CUTS_PER_RUN)))
        disk, at = Disk(), 0
        for point in points:
            while at <= point:
                disk.follow(log[at])
                at += 1
            _look(outcome, disk, chance, f"cut after call {point}")
            outcome.count("cuts")
    return outcome


def _look(outcome: Outcome, disk: Disk, chance: random.Random, where: str) -> None:
    with tempfile.TemporaryDirectory(dir=memory()) as name:
        folder = Path(name)
        for file, content in disk.after_cut(chance).items():
            (folder / file).write_bytes(content)
        try:
            _look_at_file(outcome, disk, folder / FILE, where)
            _look_at_working_copy(outcome, disk, folder / WORKING, where)
        except PlannerError as error:
            outcome.losses.append(f"{where}: {error!r}")


def _look_at_file(outcome: Outcome, disk: Disk, path: Path, where: str) -> None:
    if not path.exists():
        outcome.must(disk.saved == 0, f"{where}: the saved file is gone")
        return
    snapshot = inspect(path).snapshot
    found = last_sequence(snapshot)
    outcome.must(found >= disk.saved, f"{where}: saved {disk.saved}, the file has {found}")
    outcome.must(snapshot.plan.tables == plan_after(found).tables, f"{where}: the file is mixed")


def _look_at_working_copy(outcome: Outcome, disk: Disk, path: Path, where: str) -> None:
    if not path.exists():
        outcome.must(disk.durable < 0, f"{where}: the working copy is gone")
        return
    working = WorkingCopy(path)
    try:
        snapshot = working.read()
    finally:
        working.close()
    found = last_sequence(snapshot)
    outcome.must(found >= disk.durable, f"{where}: durable {disk.durable}, found {found}")
    outcome.must(snapshot.plan.tables == plan_after(found).tables, f"{where}: the plan is mixed")
