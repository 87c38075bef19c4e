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
from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from dnplanner.core.edits import apply
from dnplanner.core.errors import PlannerError
from dnplanner.core.history import Act
from dnplanner.durable import FileCalls
from dnplanner.storage.author import Author
from dnplanner.storage.inspection import inspect
from dnplanner.storage.logged import LoggedChange, packed
from dnplanner.storage.opening import last_sequence
from dnplanner.storage.samples import sample
from dnplanner.storage.saving import Saver
from dnplanner.storage.snapshot import Snapshot, to_bytes
from dnplanner.storage.working_copy import Recorded, Saved, WorkingCopy
from soak.outcome import Outcome, memory
from soak.reference import edit_number, plan_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SECTOR = 512
CUTS_PER_RUN = 1000
_EDITS = 120
_EDITS_PER_SAVE = 15
_CHECKPOINT_PAGES = 12  # often, so that cuts during checkpoints are common


class Call(NamedTuple):
    """One call: write, truncate, sync, make, rename, remove, folder (its sync), durable, saved.

    ``file`` is the name the file has then; ``number`` an offset, size or sequence; ``name`` the new
    name. "content" is a sync that does not make the file's name last.
    """

    what: str
    file: str = ""
    number: int = 0
    content: bytes = b""
    name: str = ""


class LoggedFile(apsw.VFSFile):
    """A file of SQLite's whose writes are logged."""

    def __init__(self, name: Any, flags: list[int], log: list[Call]) -> None:
        self._log = log
        path = Path(name.filename() if hasattr(name, "filename") else name)
        self._name = path.name
        if not path.exists():
            log.append(Call("make", self._name))
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - apsw's name
        """Log and write."""
        self._log.append(Call("write", self._name, offset, bytes(data)))
        super().xWrite(data, offset)

    def xTruncate(self, newsize: int) -> None:  # noqa: N802 - apsw's name
        """Log and cut."""
        self._log.append(Call("truncate", self._name, newsize))
        super().xTruncate(newsize)

    def xSync(self, flags: int) -> None:  # noqa: N802 - apsw's name
        """Log and sync."""
        super().xSync(flags)
        self._log.append(Call("sync", self._name))


class LoggedSystem(apsw.VFS):
    """SQLite's file system, logged."""

    def __init__(self, log: list[Call]) -> None:
        self._log = log
        super().__init__("logged", "")

    def xOpen(self, name: Any, flags: list[int]) -> LoggedFile:  # noqa: N802 - apsw's name
        """Open a file that logs."""
        return LoggedFile(name, flags, self._log)

    def xDelete(self, filename: str, syncdir: bool) -> None:  # noqa: N802 - apsw's name
        """Log and delete."""
        super().xDelete(filename, syncdir)
        self._log.append(Call("remove", Path(filename).name))
        if syncdir:
            self._log.append(Call("folder"))


class LoggedCalls(FileCalls):
    """Our own file calls, logged."""

    def __init__(self, log: list[Call]) -> None:
        self._log = log
        self._open: dict[int, str] = {}
        self._offsets: dict[int, int] = {}

    def create(self, path: Path) -> int:
        """See FileCalls."""
        descriptor = super().create(path)
        self._open[descriptor], self._offsets[descriptor] = path.name, 0
        self._log.append(Call("make", path.name))
        return descriptor

    def write(self, descriptor: int, block: memoryview) -> int:
        """See FileCalls."""
        written = super().write(descriptor, block[:10_000])
        offset, content = self._offsets[descriptor], bytes(block[:written])
        self._log.append(Call("write", self._open[descriptor], offset, content))
        self._offsets[descriptor] += written
        return written

    def sync(self, descriptor: int) -> None:
        """See FileCalls."""
        super().sync(descriptor)
        name = self._open.get(descriptor)
        # Syncing a file is not taken to make its name last: only its folder's sync is.
        self._log.append(Call("content", name) if name else Call("folder"))

    def close(self, descriptor: int) -> None:
        """See FileCalls."""
        super().close(descriptor)
        self._open.pop(descriptor, None)

    def replace(self, source: Path, target: Path) -> None:
        """See FileCalls."""
        super().replace(source, target)
        self._log.append(Call("rename", source.name, name=target.name))


class Logged:
    """A connection of apsw with the few methods of sqlite3's that a working copy needs."""

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path), vfs="logged")
        self._connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")

    def execute(self, sql: str, parameters: Any = ()) -> Any:
        """Run one statement."""
        return self._connection.execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any]) -> Any:
        """Run one statement for each row."""
        return self._connection.executemany(sql, parameters)

    def serialize(self) -> bytes:
        """The database as a file."""
        return bytes(self._connection.serialize("main"))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


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


class Naming(NamedTuple):
    """A file got a name, or (``file`` None) a name went; ``old`` is the name it had before."""

    name: str
    file: int | None
    old: str = ""


class Disk:
    """What a disk holds for certain, and what it may or may not hold yet; files are numbered."""

    def __init__(self) -> None:
        self.live: dict[str, int] = {}
        self.made = 0
        self.files: dict[int, bytearray] = {}
        self.unsynced: dict[int, list[Call]] = {}
        self.names: dict[str, int] = {}
        self.namings: list[Naming] = []
        self.durable, self.saved = -1, 0

    def follow(self, call: Call) -> None:
        """Take one call."""
        if call.what in ("write", "truncate"):
            self.unsynced.setdefault(self.live[call.file], []).append(call)
        elif call.what in ("sync", "content"):
            self._settle(self.live[call.file], with_name=call.what == "sync")
        elif call.what == "folder":
            self._settle_names()
        elif call.what == "durable":
            self.durable = call.number
        elif call.what == "saved":
            self.saved = call.number
        else:
            naming = self._naming(call)
            _name(self.live, naming)
            self.namings.append(naming)

    def _naming(self, call: Call) -> Naming:
        if call.what == "make":
            self.made += 1
            return Naming(call.file, self.made)
        if call.what == "rename":
            return Naming(call.name, self.live[call.file], call.file)
        return Naming(call.file, None)

    def _settle(self, file: int, *, with_name: bool) -> None:
        content = self.files.setdefault(file, bytearray())
        for call in self.unsynced.pop(file, []):
            _apply(content, call, None)
        # SQLite syncs the folder, too, when it first syncs a file that it has made.
        if with_name and any(naming.file == file for naming in self.namings):
            self._settle_names()

    def _settle_names(self) -> None:
        for naming in self.namings:
            _name(self.names, naming)
        self.namings = []

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """The files as the disk may hold them if the power goes now."""
        names = dict(self.names)
        for naming in self.namings[: chance.randint(0, len(self.namings))]:
            _name(names, naming)
        return {name: self._content(file, chance) for name, file in names.items()}

    def _content(self, file: int, chance: random.Random) -> bytes:
        content = bytearray(self.files.get(file, b""))
        for call in _surviving(self.unsynced.get(file, []), chance):
            _apply(content, call, chance if chance.random() < 0.3 else None)
        return bytes(content)


def _surviving(calls: list[Call], chance: random.Random) -> Iterator[Call]:
    """None of the unsynced calls, all, a prefix, or any of them."""
    how = chance.choice(["none", "all", "prefix", "some"])
    if how == "prefix":
        calls = calls[: chance.randint(0, len(calls))]
    for call in calls:
        if how in ("all", "prefix") or (how == "some" and chance.random() < 0.5):
            yield call


def _apply(content: bytearray, call: Call, torn: random.Random | None) -> None:
    """Write or cut; ``torn`` keeps only some of the sectors."""
    if call.what == "truncate":
        del content[call.number :]
        return
    for start in range(0, len(call.content), SECTOR):
        if torn is None or torn.random() < 0.5:
            piece, at = call.content[start : start + SECTOR], call.number + start
            content.extend(bytes(max(0, at - len(content))))
            content[at : at + len(piece)] = piece


def _name(names: dict[str, int], naming: Naming) -> None:
    names.pop(naming.old, None)
    if naming.file is None:
        names.pop(naming.name, None)
    else:
        names[naming.name] = naming.file


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
