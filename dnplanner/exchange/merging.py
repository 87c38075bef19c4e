"""Bringing together what many units sent: who sent, who is missing, what contradicts what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.edits import Edit, apply, edit_of
from dnplanner.core.plan import Key, ObservedKey, Plan, Value
from dnplanner.exchange.intake_facts import spoken_keys

if TYPE_CHECKING:
    from dnplanner.exchange.proposals import Doubt, Proposal

Pick: TypeAlias = Mapping[Key, str]
"""Which file to believe about a fact, by the file's name."""


class Sent(NamedTuple):
    """One file that came in: its name, SHA-256, and what it would change.

    ``modified`` is when it was written, in seconds since 1970, to tell versions of one file apart.
    """

    name: str
    sha256: str
    edit: Edit
    units: frozenset[str]
    doubts: tuple[Doubt, ...] = ()
    modified: float = 0.0
    said: Mapping[Key, Value | None] = {}
    """Every fact it speaks of, also those that the plan says already: another file may not."""

    @classmethod
    def of(
        cls, proposal: Proposal, plan: Plan, modified: float = 0.0, scenario: str | None = None
    ) -> Sent:
        """What a read file would change in ``plan``, by default in its first scenario."""
        units = frozenset(one.unit for one in proposal.figures)
        scenario = scenario or plan.outline.scenarios[0]
        source, edit = proposal.source, proposal.edit(plan, scenario)
        after = apply(plan, edit)
        keys = spoken_keys(proposal.figures, scenario)
        said = {key: after.get(key) for key in (*keys, *edit.changed_keys())}
        return cls(source.name, source.sha256, edit, units, proposal.doubts, modified, said)

    @classmethod
    def of_plan(cls, name: str, sha256: str, plan: Plan, sent: Plan, modified: float = 0.0) -> Sent:
        """What another document says of the units both have: reviews and the shared scenarios."""
        wanted: dict[Key, Value | None] = {}
        for key, value in sent.facts():
            unit = getattr(key, "unit", None)
            scenario = getattr(key, "scenario", None)
            shared = scenario is None or scenario in plan.outline.scenarios
            if unit in plan.tree.units and shared and _is_figure(key):
                wanted[key] = value
        edit = edit_of(plan, "import", wanted)
        return cls(name, sha256, edit, frozenset(_units_of(edit)), (), modified, wanted)


def sources_of(sent: Iterable[Sent]) -> str:
    """The files for the history: their names and the beginnings of their hashes."""
    return "; ".join(f"{one.name} · SHA-256 {one.sha256[:16]}" for one in sent)


def _is_figure(key: Key) -> bool:
    return isinstance(key, ObservedKey) or hasattr(key, "scenario")


def _units_of(edit: Edit) -> Iterable[str]:
    units = (getattr(change.key, "unit", None) for change in edit.changes)
    return (unit for unit in units if unit is not None)


class Version(NamedTuple):
    """What one file says about a fact."""

    file: str
    value: Value | None


class Conflict(NamedTuple):
    """A fact about which files differ, the newest first."""

    key: Key
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """What several files say together.

    ``senders`` names the files of each unit that was asked, newest first; ``duplicates`` the files
    equal byte for byte to an earlier one, which are not read twice.
    """

    senders: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    duplicates: tuple[tuple[str, str], ...]
    conflicts: tuple[Conflict, ...]
    doubts: tuple[tuple[str, Doubt], ...]
    agreed: Mapping[Key, Value | None]

    def edit(self, plan: Plan, picks: Pick, units: Iterable[str] | None = None) -> Edit:
        """The edit (kind ``import``) of what all agree on and what was picked.

        Conflicts nobody decided are left as they are. ``units`` accepts only some units' facts.
        """
        wanted = dict(self.agreed)
        for conflict in self.conflicts:
            chosen = picks.get(conflict.key)
            for version in conflict.versions:
                if version.file == chosen:
                    wanted[conflict.key] = version.value
        if units is not None:
            kept = frozenset(units)
            wanted = {k: v for k, v in wanted.items() if getattr(k, "unit", None) in kept}
        return edit_of(plan, "import", wanted)


def merge(plan: Plan, files: Sequence[Sent], expected: Iterable[str]) -> Merged:
    """Bring files together; ``expected`` are the units that were asked to send one.

    A file that covers units below an expected one counts as sent by that one.
    """
    first: dict[str, str] = {}
    duplicates = []
    kept = []
    for sent in sorted(files, key=_newest_first):
        if sent.sha256 in first:
            duplicates.append((sent.name, first[sent.sha256]))
            continue
        first[sent.sha256] = sent.name
        kept.append(sent)
    senders = {unit: _files_of(plan, unit, kept) for unit in expected}
    agreed, conflicts = _compared(kept)
    return Merged(
        senders,
        tuple(unit for unit, names in senders.items() if not names),
        tuple(duplicates),
        conflicts,
        tuple((sent.name, doubt) for sent in kept for doubt in sent.doubts),
        agreed,
    )


def _newest_first(sent: Sent) -> tuple[float, int, str]:
    """Of copies, made at once, the one with the shorter name is the original."""
    return -sent.modified, len(sent.name), sent.name


def _files_of(plan: Plan, unit: str, files: Iterable[Sent]) -> tuple[str, ...]:
    theirs = {unit, *plan.tree.below(unit)}
    return tuple(sent.name for sent in files if sent.units & theirs)


def _compared(
    files: Iterable[Sent],
) -> tuple[dict[Key, Value | None], tuple[Conflict, ...]]:
    versions: dict[Key, list[Version]] = {}
    for sent in files:
        for key, value in sent.said.items():
            versions.setdefault(key, []).append(Version(sent.name, value))
    agreed: dict[Key, Value | None] = {}
    conflicts = []
    for key, found in versions.items():
        if all(version.value == found[0].value for version in found):
            agreed[key] = found[0].value
        else:
            conflicts.append(Conflict(key, tuple(found)))
    return agreed, tuple(conflicts)
