"""A disk that is told every call, and what it may hold when the power goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from soak.logged_calls import Call

SECTOR = 512
"""Bytes that a disk writes whole or not at all."""


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
