"""Who sent a file, as far as it shows, and which decisions can be taken over for the next one."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from dnplanner.core.unit_names import fold, plain
from dnplanner.exchange.proposals import LEFT_OUT
from dnplanner.storage.sender_memory import Remembered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.plan import Plan
    from dnplanner.exchange.proposals import Answers, Proposal

_DIGITS = re.compile(r"[\W\d_]+")


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
