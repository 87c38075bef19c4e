"""A document of the country's communes with ten scenarios: edited, kept, saved, opened.

Each beside what the machine needs for the bare work in the same run: a block forced to the disk,
the same bytes written and forced to the disk, the same rows fetched from SQLite.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import statistics
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.figures import Figure, Target, p95
from bench.territories import SCENARIO, SIZES, target, territory
from dnplanner.core.edits import apply, edit_of
from dnplanner.core.scenarios import duplicate_scenario

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.storage.opening import Desk, OpenDocument

_UNITS = max(SIZES)
_SCENARIOS = 10
_EDITS = 100
_ROUNDS = 9
_BLOCK = bytes(4096)

_RECORDED = Target(1e-3, "p95")
_DURABLE = Target(50e-3, "p95")
_SAVED = Target(300e-3, "median")
_OPENED = Target(300e-3, "median")


class _Desktop(NamedTuple):
    """A folder to work in, the document in it, and the user's desk."""

    folder: Path
    file: Path
    desk: Desk
    plan: Plan


def measure() -> list[Figure]:
    """One edit, one save, one opening; each target is that of the program's promise."""
    with tempfile.TemporaryDirectory() as folder:
        desktop = _desktop(Path(folder))
        return [*_edits(desktop), *_saves(desktop), *_openings(desktop)]


def _desktop(folder: Path) -> _Desktop:
    from dnplanner.storage.author import Author
    from dnplanner.storage.document_file import save
    from dnplanner.storage.opening import Desk

    plan = territory(_UNITS)
    for number in range(2, _SCENARIOS + 1):
        name = f"Phương án {number}"
        plan = apply(plan, duplicate_scenario(plan, SCENARIO, f"pa-{number}", name))
    file = folder / "communes.dnplan"
    save(plan, file)
    return _Desktop(folder, file, Desk(folder / "home", Author("", ""), _ignore), plan)


def _edits(desktop: _Desktop) -> list[Figure]:
    """The window's thread hands a change over; the writer's thread forces it to the disk."""
    document = _open(desktop)
    document.store.flush().result()  # the working copy is there
    recorded, durable, bare = [], [], []
    plan = desktop.plan
    for number in range(_EDITS):
        edit = edit_of(plan, "enter", target("unit-7", 100 + number))
        plan = apply(plan, edit)
        started = time.perf_counter()
        document.store.record(edit)
        handed_over = time.perf_counter()
        document.store.flush().result()
        durable.append(time.perf_counter() - started)
        recorded.append(handed_over - started)
        bare.append(_seconds(_append, desktop.folder / "block", _BLOCK))
    document.close(discard=True)
    return [
        _figure("a block forced to the disk", bare, bare),
        _figure("an edit in the window's thread", recorded, bare, _RECORDED),
        _figure("an edit until it is durable", durable, bare, _DURABLE),
    ]


def _saves(desktop: _Desktop) -> list[Figure]:
    """Verified and with its backup; each time there is one change more."""
    document = _open(desktop)
    plan, saved, bare = desktop.plan, [], []
    for turn in range(_ROUNDS + 1):
        edit = edit_of(plan, "enter", target("unit-8", 100 + turn))
        plan = apply(plan, edit)
        document.store.record(edit)
        document.store.flush().result()
        took = _seconds(_save, document, desktop.file)
        plain = _seconds(_append, desktop.folder / f"plain-{turn}", desktop.file.read_bytes())
        if turn:
            saved.append(took)
            bare.append(plain)
    document.close()
    return [
        _figure("its bytes forced to the disk", bare, bare),
        _figure("save, verified, with its backup", saved, bare, _SAVED),
    ]


def _openings(desktop: _Desktop) -> list[Figure]:
    """Until the plan is there to be shown; the working copy is made meanwhile by the writer.

    The processor's time is that of the opening thread: what others do at the time is not in it.
    """
    opened, processor, bare = [], [], []
    for turn in range(_ROUNDS + 1):
        plain = _seconds(_fetch, desktop.file)
        gc.collect()
        started, worked = time.perf_counter(), time.thread_time()
        document = _open(desktop)
        took, work = time.perf_counter() - started, time.thread_time() - worked
        document.close(discard=True)
        del document
        if turn:
            opened.append(took)
            processor.append(work)
            bare.append(plain)
    return [
        _figure("its rows fetched from SQLite", bare, bare),
        _figure("open, every check made", opened, bare, _OPENED),
        _figure("of that, the processor's time", processor, bare),
    ]


def _open(desktop: _Desktop) -> OpenDocument:
    from dnplanner.storage.opening import open_document

    return open_document(desktop.file, desktop.desk)


def _append(path: Path, content: bytes) -> None:
    with path.open("ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _fetch(file: Path) -> int:
    """Read the file and fetch every row of every table, unchecked and unconverted."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(file.read_bytes())
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema")]
        return sum(
            len(database.execute(f"SELECT * FROM {name}").fetchall())
            for name in tables
            if not name.startswith("sqlite_")
        )


def _save(document: OpenDocument, file: Path) -> None:
    document.store.save(file).result()


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    gc.collect()
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def _figure(
    what: str, seconds: list[float], bare: list[float], limit: Target | None = None
) -> Figure:
    median = statistics.median(seconds)
    ratio = median / statistics.median(bare)
    return Figure(what, _UNITS, median, ratio, p95(seconds), limit)


def _ignore(_notice: object) -> None:
    """Nobody looks at the status bar here."""
