"""Bringing the files of many units together: what is decided so far and what it leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit
from dnplanner.exchange.merging import Merged, Sent, merge, sources_of
from dnplanner.models.import_session import ImportSession, likely_purpose
from dnplanner.models.import_task import Purpose, understood

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.core.plan import Key, Plan
    from dnplanner.exchange.merging import Conflict
    from dnplanner.models.arriving import Arrived
    from dnplanner.models.import_task import ImportTask, Understood


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

    @property
    def question(self) -> Callable[[], MergeFound]:
        """Finds out what the files mean by what is decided now; for a worker thread."""
        return partial(merge_found, self.task)

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
        for conflict in self.conflicts:
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
    def is_understood(self) -> bool:
        """Whether it is known what the files mean."""
        return self.found is not None

    @property
    def is_ready(self) -> bool:
        """Whether nothing is open and something would change."""
        return self.is_understood and not self.open_count and bool(self.edit())

    @property
    def open_count(self) -> int:
        """How many decisions are open."""
        return self.open_doubts + self.open_conflicts

    @property
    def open_conflicts(self) -> int:
        """Figures about which files differ and nobody decided."""
        return sum(1 for conflict in self.conflicts if conflict.key not in self.picks)

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

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """Figures about which files differ."""
        return self.found.merged.conflicts if self.found else ()
