"""Disks that are really full: a file system of 512 kB in memory, filled to the brim (S4).

Needs no rights: the child mounts it in a name space of its own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from dnplanner.core.edits import apply
from dnplanner.durable import WriteFailed
from dnplanner.storage import document_file
from dnplanner.storage.author import Author
from dnplanner.storage.opening import Desk, last_sequence, open_document
from dnplanner.storage.samples import sample
from soak.outcome import Outcome, memory
from soak.reference import edit_number, plan_after

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZE = "512k"
_MOST_EDITS = 3000


def run(rounds: int) -> Outcome:
    """Fill the disk of the file and the disk of the user's folder, ``rounds`` times each."""
    outcome = Outcome("full disks")
    if not _can_mount():
        outcome.count("skipped: unshare is not there or not allowed")
        return outcome
    for number in range(rounds):
        for scene in ("file", "home"):
            done = _in_a_small_disk(scene, number)
            outcome.count(f"full disks of the {scene}")
            outcome.must(done.returncode == 0, f"{scene} {number}: {done.stderr[-400:]}")
    return outcome


def _can_mount() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    trial = [unshare, "-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return not subprocess.run(trial, capture_output=True, check=False).returncode


def _in_a_small_disk(scene: str, number: int) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        small = Path(folder) / "small"
        small.mkdir()
        mount = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'
        work = (sys.executable, "-m", "soak.full_disk", scene, folder, str(number))
        return subprocess.run(
            ["unshare", "-Urm", "sh", "-c", mount, "sh", SIZE, str(small), *work],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )


def fill(folder: Path, leave: int) -> Path:
    """Fill the disk of a folder but for ``leave`` bytes; the file whose deletion makes room."""
    ballast = folder / "ballast"
    size = max(0, shutil.disk_usage(folder).free - leave)
    ballast.write_bytes(bytes(size))
    return ballast


def full_file(folder: Path, leave: int) -> None:
    """The disk of the user's file is full: the old file stays, then the new one comes whole."""
    file = folder / "small" / "plan.dnplan"
    document_file.save(sample(), file)
    old, ballast = file.read_bytes(), fill(file.parent, leave)
    document = open_document(file, Desk(folder / "home", Author("soak", "here"), lambda _: None))
    edit = edit_number(sample(), 1)
    document.store.record(edit)
    error = document.store.save(file).exception()
    assert isinstance(error, WriteFailed), error
    assert error.code == "disk_full", error
    assert error.params["drive"] == str(file.parent), error
    assert file.read_bytes() == old
    assert document.store.flush().result()
    ballast.unlink()
    document.store.save(file).result()
    document.close()
    assert document_file.load(file).tables == apply(sample(), edit).tables


def full_home(folder: Path, leave: int) -> None:
    """The disk of the user's folder fills up: it is told, and nothing acknowledged is lost."""
    file, home = folder / "plan.dnplan", folder / "small"
    document_file.save(sample(), file)
    desk = Desk(home, Author("soak", "here"), lambda _: None)
    document = open_document(file, desk)
    assert document.store.flush().result()
    ballast = fill(home, leave)
    plan = sample()
    for number in _until_refused():
        edit = edit_number(plan, number)
        plan = apply(plan, edit)
        document.store.record(edit)
        if not document.store.flush().result():
            break
    assert document.store.trouble is not None
    assert document.store.trouble.code == "disk_full", document.store.trouble
    copy = folder / "elsewhere.dnplan"
    document.store.send_copy(copy).result()
    assert document_file.load(copy).tables == plan.tables
    ballast.unlink()
    document.store.retry()
    assert document.store.flush().result()
    document.close()
    again = open_document(file, desk)
    found = last_sequence(again.snapshot)
    assert again.snapshot.plan.tables == plan_after(found).tables == plan.tables
    again.close(discard=True)


def _until_refused() -> Iterator[int]:
    yield from range(1, _MOST_EDITS)
    raise AssertionError("the disk never filled")


if __name__ == "__main__":
    scenes = {"file": full_file, "home": full_home}
    scenes[sys.argv[1]](Path(sys.argv[2]), 1000 * int(sys.argv[3]))
