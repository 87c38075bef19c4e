"""Damaged documents: refused with a reason, and never a crash, a hang or another number (S8)."""

from __future__ import annotations

import os
import random
import signal
import time
from functools import partial
from typing import TYPE_CHECKING

from dnplanner.core.edits import apply
from dnplanner.core.history import Act
from dnplanner.storage import seal
from dnplanner.storage.errors import DocumentRefused
from dnplanner.storage.logged import LoggedChange, packed
from dnplanner.storage.samples import sample
from dnplanner.storage.snapshot import Snapshot, from_bytes, to_bytes
from soak.outcome import Outcome
from soak.reference import edit_number

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH = 500
"""Documents per child: a crash of SQLite itself must be seen, not suffered."""
LONGEST = 3.0
"""Seconds that one document may take."""
_PAGE = 4096


def document() -> bytes:
    """The sample with a little history."""
    plan, changes = sample(), []
    for number in range(1, 30):
        edit = edit_number(plan, number)
        plan = apply(plan, edit)
        changes.append(LoggedChange(number, Act.DONE, "", "", "", edit.kind, "", 1, packed(edit)))
    return to_bytes(Snapshot(plan, changes=tuple(changes)))


def run(count: int, seed: int = 1) -> Outcome:
    """``count`` damaged documents; every second one sealed anew, so that SQLite has to cope."""
    outcome, sound = Outcome("damage"), document()
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        report = _in_a_child(partial(_try, sound, numbers, seed))
        if report is None:
            outcome.losses.append(f"crash or hang among {numbers}")
            continue
        for line in report.split("\n")[:-1]:
            kind, _, detail = line.partition(" ")
            outcome.count(kind)
            outcome.must(not detail, detail)
    return outcome


def _try(sound: bytes, numbers: range, seed: int) -> str:
    plan, lines = from_bytes(sound).plan, []
    for number in numbers:
        chance = random.Random(f"{seed}/{number}")
        content = _DAMAGES[number // 2 % len(_DAMAGES)](sound, chance)
        sealed_anew = number % 2 == 1 and seal.has_seal(content)
        if sealed_anew:
            content = _sealed_anew(content)
        began = time.monotonic()
        line = _judged(content, sound, sealed_anew, plan)
        if time.monotonic() - began > LONGEST:
            line = f"hangs document {number} took {time.monotonic() - began:.1f} s"
        lines.append(line)
    return "".join(f"{line}\n" for line in lines)


def _judged(content: bytes, sound: bytes, sealed_anew: bool, plan: object) -> str:
    try:
        found = from_bytes(content)
        for change in found.changes:
            _ = change.edit
    except DocumentRefused as refused:
        return f"refused:{refused.code}"
    except Exception as error:  # exactly what must not happen
        return f"uncaught {error!r}"
    if content == sound:
        return "unharmed"
    if sealed_anew:
        return "read-after-sealing-anew"
    return "different the damage was not noticed"


def _in_a_child(work: Callable[[], str]) -> str | None:
    """What ``work`` returned; None when it crashed or never ended."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            signal.alarm(int(BATCH * LONGEST))
            with os.fdopen(writing, "w") as pipe:
                pipe.write(work())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        report = pipe.read()
    _, status = os.waitpid(child, 0)
    return report if status == 0 and report else None


def _sealed_anew(content: bytes) -> bytes:
    start = content.index(seal.MARK) + len(seal.MARK)
    empty = content[:start] + bytes(seal.HASH_BYTES) + content[start + seal.HASH_BYTES :]
    return seal.sealed(empty)


def _cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _flip(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 8, 64])):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _overwrite(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    rubbish = chance.randbytes(chance.choice([1, 4, 16, 512]))
    return (content[:start] + rubbish + content[start + len(rubbish) :])[: len(content)]


def _zero(content: bytes, chance: random.Random) -> bytes:
    size = chance.choice([512, _PAGE, 4 * _PAGE])
    start = chance.randrange(len(content) // 512) * 512
    return (content[:start] + bytes(size) + content[start + size :])[: len(content)]


def _swap(content: bytes, chance: random.Random) -> bytes:
    pages = [content[at : at + _PAGE] for at in range(0, len(content), _PAGE)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


def _repeat(content: bytes, chance: random.Random) -> bytes:
    """One page written over another, as a broken card does."""
    pages = [content[at : at + _PAGE] for at in range(0, len(content), _PAGE)]
    one, other = chance.sample(range(len(pages)), 2)
    pages[one] = pages[other]
    return b"".join(pages)


def _header(content: bytes, chance: random.Random) -> bytes:
    """Rubbish in the first 100 bytes, where SQLite keeps sizes and versions."""
    damaged = bytearray(content)
    damaged[chance.randrange(16, 100)] = chance.randrange(256)
    return bytes(damaged)


_DAMAGES = (_cut, _flip, _overwrite, _zero, _swap, _repeat, _header)
