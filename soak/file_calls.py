"""Every file call failed once, or killed at, SQLite's own included (S2).

A child works on a document under ``strace``, which makes the N-th call of a kind fail with ENOSPC
or EIO, or kills it there; N rises until no such call is left.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path

from dnplanner.core.edits import apply
from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.storage import document_file
from dnplanner.storage.inspection import inspect
from dnplanner.storage.opening import last_sequence, open_document
from dnplanner.storage.samples import sample
from soak.kills import desk
from soak.outcome import Outcome, memory
from soak.reference import edit_number, plan_after

CALLS = ("pwrite64", "write", "fsync", "fdatasync", "ftruncate", "rename", "unlink")
FAILURES = ("error=ENOSPC", "error=EIO", "signal=SIGKILL")
_EDITS = 6
_EDITS_PER_SAVE = 3


def run(points: int) -> Outcome:
    """Fail up to ``points`` calls of each kind in each way."""
    outcome = Outcome("file calls")
    if not _can_trace():
        outcome.count("skipped: strace is not there or not allowed")
        return outcome
    for call in CALLS:
        for failure in FAILURES:
            for when in count(1):
                if when > points or not _hit(outcome, call, failure, when):
                    break
                outcome.count(failure.partition("=")[2])
    return outcome


def _can_trace() -> bool:
    strace = shutil.which("strace")
    if strace is None:
        return False
    return not subprocess.run([strace, "true"], capture_output=True, check=False).returncode


def _hit(outcome: Outcome, call: str, failure: str, when: int) -> bool:
    """Whether there was such a call."""
    where = f"{call} {failure} {when}"
    with tempfile.TemporaryDirectory(dir=memory()) as name:
        file = Path(name) / "plan.dnplan"
        document_file.save(sample(), file)
        trace = Path(name) / "trace"
        done = subprocess.run(
            [
                *("strace", "-f", "-o", str(trace), "-e", f"trace={call}"),
                *("-e", f"inject={call}:{failure}:when={when}"),
                *(sys.executable, "-m", "soak.file_calls", str(file)),
            ],
            capture_output=True,
            check=False,
            timeout=60,
        )
        said = done.stdout.decode().split("\n")[:-1]
        hit = "INJECTED" in trace.read_text() or "SIGKILL" in trace.read_text()
        outcome.must(b"Traceback" not in done.stderr, f"{where}: {done.stderr[-300:]!r}")
        _look(outcome, file, said, where)
        return hit


def _look(outcome: Outcome, file: Path, said: list[str], where: str) -> None:
    durable = max([0, *(int(line[1:]) for line in said if line.startswith("d"))])
    saved = max([0, *(int(line[1:]) for line in said if line.startswith("s"))])
    try:
        snapshot = inspect(file).snapshot
        document = open_document(file, desk(file, lambda _: None))
    except (PlannerError, WriteFailed) as error:
        outcome.losses.append(f"{where}: {error!r}")
        return
    for plan, found, least in (
        (snapshot.plan, last_sequence(snapshot), saved),
        (document.snapshot.plan, last_sequence(document.snapshot), max(durable, saved)),
    ):
        outcome.must(found >= least, f"{where}: acknowledged {least}, found {found}")
        outcome.must(plan.tables == plan_after(found).tables, f"{where}: mixed at {found}")
    document.close()


def work(file: Path) -> None:
    """In the child: edit and save, and say what is durable and saved; failures are borne."""
    document = open_document(file, desk(file, lambda _: None))
    plan = document.snapshot.plan
    for number in range(1, _EDITS + 1):
        edit = edit_number(plan, number)
        plan = apply(plan, edit)
        document.store.record(edit)
        document.store.flush().result()
        _say(f"d{document.store.durable_sequence}")
        if number % _EDITS_PER_SAVE == 0:
            error = document.store.save(file).exception()
            if error is None:
                _say(f"s{number}")
            elif not isinstance(error, WriteFailed | PlannerError):
                raise error
    document.close()


def _say(line: str) -> None:
    try:
        os.write(sys.stdout.fileno(), f"{line}\n".encode())
    except OSError:
        return  # the write that failed was this one; nothing was acknowledged


if __name__ == "__main__":
    work(Path(sys.argv[1]))
