"""Who sent a file, as far as it shows, and which decisions can be taken over for the next one."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.unit_names import fold, plain
from dnplanner.exchange.proposals import LEFT_OUT
from dnplanner.storage.sender_memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dnplanner.core.plan import Plan
    from dnplanner.exchange.proposals import Answers, Proposal
    from dnplanner.models.import_session import ImportSession
    from dnplanner.storage.sender_memory import SenderMemory

_DIGITS = re.compile(r"[\W\d_]+")


class Offer(NamedTuple):
    """What is known of the sender of one file.

    ``answers`` can still be taken over; ``used`` is how many were taken over and stand.
    """

    session: ImportSession
    earlier: str
    """The name of the file that the decisions were made for."""
    answers: Answers
    used: int

    def use(self) -> None:
        """Take the decisions over; nothing of them counts before."""
        self.session.recall(self.answers)

    def take_back(self) -> None:
        """Use them no longer, where nobody has decided otherwise since."""
        self.session.forget_recalled()


class KnownSenders:
    """Offers what was decided about earlier files, and remembers what is decided now."""

    def __init__(self, memory: SenderMemory) -> None:
        """``memory`` is where decisions are kept between two starts."""
        self._memory = memory

    def offers(self, sessions: Iterable[ImportSession]) -> list[Offer]:
        """What helps with the files, for those of known senders.

        A new plan has units of its own, which nobody remembers.
        """
        known = self._memory.all()
        found = []
        for session in sessions:
            proposal = _read_for_plan(session)
            remembered = known.get(sender_of(proposal)) if known and proposal else None
            if proposal is not None and remembered is not None:
                answers = answers_from(remembered, proposal, session.plan)
                used = sum(map(session.is_recalled, proposal.answers))
                found.append(Offer(session, remembered.file, answers, used))
        return [offer for offer in found if offer.answers or offer.used]

    def keep(self, sessions: Iterable[ImportSession]) -> None:
        """Remember what is decided about columns and names, in place of earlier decisions."""
        kept: dict[str, list[Remembered]] = {}
        for session in sessions:
            proposal = _read_for_plan(session)
            if proposal is None or not proposal.answers:
                continue
            remembered = remembered_from(proposal, session.plan)
            if remembered.columns or remembered.units:
                kept.setdefault(sender_of(proposal), []).append(remembered)
        if kept:
            self._memory.keep_all({sender: _together(several) for sender, several in kept.items()})

    def forget(self, offers: Iterable[Offer]) -> None:
        """Remember nothing of these senders, and take back what was used."""
        senders = []
        for offer in offers:
            offer.take_back()
            proposal = _read_for_plan(offer.session)
            if proposal is not None:
                senders.append(sender_of(proposal))
        self._memory.forget(senders)


def _read_for_plan(session: ImportSession) -> Proposal | None:
    if session.understood is None or session.purpose.what is None:
        return None
    return session.understood.proposal


def _together(several: list[Remembered]) -> Remembered:
    """Of files that look like one sender's: what they were decided alike, named after the last."""
    columns = _alike([one.columns for one in several])
    units = _alike([one.units for one in several])
    return Remembered(several[-1].file, columns, units)


def _alike(several: list[Mapping[str, str]]) -> dict[str, str]:
    pairs = {pair for one in several for pair in one.items()}
    times = Counter(key for key, _ in pairs)
    return {key: answer for key, answer in sorted(pairs) if times[key] == 1}


def sender_of(proposal: Proposal) -> str:
    """The key of a sender: the file's name and all headings, both without years and numbers.

    The same office sends the same workbook every year; only the dates in it change.
    """
    name = _folded(PurePath(proposal.source.name).stem)
    headings = [_folded(column.heading) for column in proposal.columns]
    said = json.dumps([proposal.what, name, headings])
    return hashlib.sha256(said.encode()).hexdigest()


def _folded(text: str) -> str:
    return _DIGITS.sub(" ", plain(text)).strip()


def remembered_from(proposal: Proposal, plan: Plan) -> Remembered:
    """The decisions about columns and names; those about figures are this file's alone."""
    answers = proposal.answers
    columns = {
        str(at): answers[place]
        for at, place in enumerate(_column_places(proposal))
        if place in answers
    }
    units = {
        key: answers[place]
        for key, place in _unit_places(proposal)
        if answers.get(place) == LEFT_OUT or answers.get(place) in plan.tree.units
    }
    return Remembered(proposal.source.name, columns, units)


def answers_from(remembered: Remembered, proposal: Proposal, plan: Plan) -> Answers:
    """The decisions that this file takes over, where nothing was decided yet."""
    found = {
        place: remembered.columns[str(at)]
        for at, place in enumerate(_column_places(proposal))
        if str(at) in remembered.columns
    }
    for key, place in _unit_places(proposal):
        answer = remembered.units.get(key, "")
        if answer == LEFT_OUT or answer in plan.tree.units:
            found[place] = answer
    return _undecided(found, proposal.answers)


def _undecided(found: Mapping[str, str], answers: Answers) -> dict[str, str]:
    return {place: answer for place, answer in found.items() if place not in answers}


def _column_places(proposal: Proposal) -> list[str]:
    return [f"{column.sheet}!{column.column}" for column in proposal.columns]


def _unit_places(proposal: Proposal) -> list[tuple[str, str]]:
    """Folded names and places of the rows; a name that stands twice is nobody's."""
    named = [(fold(one.text).key, f"{one.sheet}!{one.cell}") for one in proposal.units]
    times = Counter(key for key, _ in named)
    return [(key, place) for key, place in named if key and times[key] == 1]
