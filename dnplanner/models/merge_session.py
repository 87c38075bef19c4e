"""Bringing the files of many units together: reading them all, then what was decided so far."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.edits import Edit
from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count
from dnplanner.exchange.intake import source_of
from dnplanner.exchange.merging import Merged, Sent, merge, sources_of
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.exchange.reading import Reader
from dnplanner.exchange.slots import What
from dnplanner.models.import_session import ImportSession, likely_purpose
from dnplanner.models.import_task import FileRead, Purpose, file_of, understood
from dnplanner.models.intake_lines import fact_name, fact_text
from dnplanner.models.intake_wording import intake_refusal
from dnplanner.models.wording import refusal_sentence, unit_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from dnplanner.core.plan import Key, Plan
    from dnplanner.exchange.merging import Conflict
    from dnplanner.models.import_task import ImportTask, Understood

translate = QCoreApplication.translate

TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".csv", ".txt"})
DOCUMENT = ".dnplan"
MOST_FILES = 2_000
_LOCK_PREFIX = "~$"
"""Files that Excel leaves beside an open workbook."""


class Arrived(NamedTuple):
    """A file that came in: a table, a document of ours, or the reason why neither was read."""

    name: str
    modified: float
    sha256: str
    table: FileRead | None = None
    document: Plan | None = None
    refusal: str = ""


class UnitLine(NamedTuple):
    """What came from a unit that was asked."""

    unit: str
    name: str
    files: str
    state: str
    accepted: bool


class ConflictLine(NamedTuple):
    """A figure about which files differ."""

    conflict: Conflict
    unit: str
    cell: str
    versions: tuple[tuple[str, str], ...]
    picked: str


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and everything readable in folders, in order of name."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for one in inside:
            known = one.suffix.casefold() in TABLES | {DOCUMENT}
            if one.is_file() and known and not one.name.startswith(_LOCK_PREFIX):
                found[one] = None
    return list(found)[:MOST_FILES]


def arrived(
    paths: Sequence[Path], progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> list[Arrived]:
    """Read files one after the other in one process; a bad one does not hinder the others."""
    names = _names(paths)
    found = []
    with Reader(cancelled=cancelled) as reader:
        for at, path in enumerate(paths):
            progress(at, len(paths))
            found.append(_arrived(path, names[path], reader))
    return found


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """File names, with the folder where two files have the same one."""
    plain = [path.name for path in paths]
    return {
        path: path.name if plain.count(path.name) == 1 else f"{path.parent.name}/{path.name}"
        for path in paths
    }


def _arrived(path: Path, name: str, reader: Reader) -> Arrived:
    try:
        modified = path.stat().st_mtime
        if path.suffix.casefold() == DOCUMENT:
            from dnplanner.storage.document_file import load

            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            return Arrived(name, modified, digest, document=load(path))
        source = source_of(path)._replace(name=name)
        table = file_of(path, reader.read(path), source)
        return Arrived(name, modified, source.sha256, table=table)
    except WorkbookRefused as error:
        if error.code == "cancelled":
            raise
        return Arrived(name, 0.0, "", refusal=intake_refusal(error))
    except PlannerError as error:
        return Arrived(name, 0.0, "", refusal=refusal_sentence(error))
    except OSError:
        return Arrived(name, 0.0, "", refusal=intake_refusal(WorkbookRefused("missing")))


@dataclass(frozen=True)
class MergeTask:
    """All files with what was decided about each."""

    plan: Plan
    files: tuple[Arrived, ...]
    tasks: dict[str, ImportTask]


class MergeFound(NamedTuple):
    """What the files mean, one by one and together."""

    each: dict[str, Understood]
    merged: Merged
    sent: tuple[Sent, ...]


def merge_found(task: MergeTask) -> MergeFound:
    """Understand every file and bring them together; for a worker thread."""
    each = {name: understood(one) for name, one in task.tasks.items()}
    sent = tuple(_sent(task, file, each) for file in task.files if not file.refusal)
    asked = task.plan.tree.children_of(task.plan.tree.root)
    return MergeFound(each, merge(task.plan, sent, asked), sent)


def _sent(task: MergeTask, file: Arrived, each: dict[str, Understood]) -> Sent:
    if file.document is not None:
        return Sent.of_plan(file.name, file.sha256, task.plan, file.document, file.modified)
    scenario = task.tasks[file.name].scenario
    return Sent.of(each[file.name].proposal, task.plan, file.modified, scenario)


@dataclass
class MergeSession:
    """What is decided about the files of many units."""

    plan: Plan
    scenario: str
    purpose: Purpose
    files: tuple[Arrived, ...]
    sessions: dict[str, ImportSession] = field(default_factory=dict)
    picks: dict[Key, str] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    found: MergeFound | None = None

    def __post_init__(self) -> None:
        """A session for each table; registers among them are known by themselves."""
        for file in self.files:
            if file.table is not None:
                purpose = likely_purpose(self.plan, self.purpose, file.table)
                session = ImportSession(file.table, self.plan, self.scenario, purpose)
                self.sessions[file.name] = session
        found = {session.purpose for session in self.sessions.values()}
        if len(found) == 1:
            self.purpose = found.pop()

    @property
    def task(self) -> MergeTask:
        """What is to be found out now."""
        tasks = {name: session.task for name, session in self.sessions.items()}
        return MergeTask(self.plan, self.files, tasks)

    def take(self, found: MergeFound) -> None:
        """What the decisions led to."""
        self.found = found
        for name, one in found.each.items():
            self.sessions[name].take(one)

    # Decisions

    def aim(self, purpose: Purpose) -> None:
        """Take all files for something else."""
        self.purpose = purpose
        for session in self.sessions.values():
            session.aim(purpose)

    def pick(self, key: Key, file: str) -> None:
        """Believe a file about a figure; an empty name leaves the figure as it is."""
        self.picks[key] = file

    def pick_newest(self) -> None:
        """Believe the newest file about every figure nobody decided."""
        for conflict in self._conflicts():
            self.picks.setdefault(conflict.key, conflict.versions[0].file)

    def accept(self, unit: str, *, accepted: bool) -> None:
        """Take a unit's figures, or leave them."""
        if accepted:
            self.left_out.discard(unit)
        else:
            self.left_out.add(unit)

    def accept_suggestions(self) -> None:
        """Accept what is likeliest in every file."""
        for session in self.asking:
            session.accept_suggestions()

    # What there is to see

    @property
    def open_conflicts(self) -> int:
        """Figures about which files differ and nobody decided."""
        return sum(1 for conflict in self._conflicts() if conflict.key not in self.picks)

    @property
    def open_doubts(self) -> int:
        """Questions in all files that nobody answered; files with the same bytes ask once."""
        return sum(session.open_count for session in self.asking)

    @property
    def asking(self) -> list[ImportSession]:
        """The decisions about each table, those with the same bytes once."""
        again = {name for name, _ in self.found.merged.duplicates} if self.found else set()
        return [session for name, session in self.sessions.items() if name not in again]

    @property
    def can_suggest(self) -> bool:
        """Whether some open question has a likeliest answer."""
        return any(session.can_suggest for session in self.asking)

    def edit(self) -> Edit:
        """What would change by what is decided now."""
        if self.found is None:
            return Edit("import", ())
        tree = self.plan.tree
        asked = [unit for unit in tree.children_of(tree.root) if unit not in self.left_out]
        kept = {tree.root, *asked, *(below for unit in asked for below in tree.below(unit))}
        return self.found.merged.edit(self.plan, self.picks, kept)

    @property
    def source(self) -> str:
        """The files for the history: their names and the beginnings of their hashes."""
        return sources_of(self.found.sent if self.found else ())

    def unit_lines(self) -> list[UnitLine]:
        """Every unit that was asked, in the order of the plan."""
        if self.found is None:
            return []
        return [self._unit_line(unit, files) for unit, files in self.found.merged.senders.items()]

    def _unit_line(self, unit: str, files: tuple[str, ...]) -> UnitLine:
        if not files:
            state = translate("Merge", "chưa gửi")
        elif len(files) == 1:
            state = translate("Merge", "đã gửi")
        else:
            state = translate("Merge", "{count} tệp").format(count=format_count(len(files)))
        accepted = bool(files) and unit not in self.left_out
        return UnitLine(unit, unit_name(self.plan, unit), ", ".join(files), state, accepted)

    def file_lines(self) -> list[tuple[str, str]]:
        """Every file and what became of it."""
        return [(file.name, self._file_state(file)) for file in self.files]

    def _file_state(self, file: Arrived) -> str:
        if file.refusal:
            return file.refusal
        if self.found is None:
            return ""
        same = dict(self.found.merged.duplicates).get(file.name)
        if same is not None:
            return translate("Merge", "giống hệt tệp {name}, không tính").format(name=same)
        sent = next(one for one in self.found.sent if one.name == file.name)
        changes = format_count(len(sent.edit.changes))
        said = translate("Merge", "{changes} số liệu mới").format(changes=changes)
        if sent.doubts:
            template = translate("Merge", "{changes} số liệu mới, {doubts} chỗ cần quyết định")
            said = template.format(changes=changes, doubts=format_count(len(sent.doubts)))
        session = self.sessions.get(file.name)
        if session is not None and session.purpose.what is What.REGISTER:
            return translate("Merge", "danh sách hộ: {state}").format(state=said)
        return said

    def conflict_lines(self) -> list[ConflictLine]:
        """Every figure about which files differ."""
        return [self._conflict_line(conflict) for conflict in self._conflicts()]

    def _conflict_line(self, conflict: Conflict) -> ConflictLine:
        versions = tuple((one.file, fact_text(one.value)) for one in conflict.versions)
        unit = unit_name(self.plan, getattr(conflict.key, "unit", ""))
        name = fact_name(self.plan, conflict.key, conflict.versions[0].value)
        picked = self.picks.get(conflict.key)
        said = dict(versions).get(picked or "", "")
        if picked == "":
            said = translate("Merge", "giữ như cũ")
        return ConflictLine(conflict, unit, name, versions, said)

    def _conflicts(self) -> Sequence[Conflict]:
        return self.found.merged.conflicts if self.found else ()
