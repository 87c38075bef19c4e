"""Other ways to read a unit's name that nobody knows as it stands; each only a suggestion.

An office writes its own name instead of the unit's (UBND huyện Krông Nô), or adds what the unit
lies in; and with the typing program off, Telex and VNI leave their keys in the name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dnplanner.core.unit_names import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_KIND = r"\b(?:tinh|thanh pho|huyen|thi xa|quan|xa(?! hoi)|phuong|thi tran|dac khu|tp|tx|tt)\b"
_FIRST_KIND = re.compile(_KIND)
_LIES_IN = re.compile(rf"\s*[,–\-]\s*{_KIND}.*$")
_LIES_IN_TOO = re.compile(rf"(?<=\S)\s+{_KIND}.*$")
_WORD = re.compile(r"[a-z0-9]+")
_VNI_KEYS = re.compile(r"(?<=[a-z])[0-9]+")
_DOUBLED = re.compile(r"^(d)d|([aeo])\2")
_HOOKED = re.compile(r"(?<=[aou])w")
_CODA = r"(?:ch|nh|ng|[cmnptk])?"
_TONE = re.compile(rf"([aeiouy])[sfrxj]({_CODA})$")
_TONE_LAST = re.compile(rf"([aeiouy]{_CODA})[sfrxj]$")


def other_readings(text: str) -> Iterator[str]:
    """What ``text`` may mean besides itself, the likeliest first, without diacritics."""
    said = plain(text)
    readings = (
        _without_office(said),
        _WORD.sub(_without_vni_keys, said),
        _WORD.sub(_without_telex_keys, said),
    )
    return (reading for reading in readings if reading != said)


def _without_office(said: str) -> str:
    """From the first word of a kind on, without what the unit lies in."""
    alone = _LIES_IN.sub("", said)
    kind = _FIRST_KIND.search(alone)
    if kind is None:
        return alone
    return kind[0] + _LIES_IN_TOO.sub("", alone[kind.end() :])


def _without_vni_keys(found: re.Match[str]) -> str:
    return _VNI_KEYS.sub("", found[0])


def _without_telex_keys(found: re.Match[str]) -> str:
    word = _HOOKED.sub("", _DOUBLED.sub(r"\1\2", found[0]))
    return _TONE_LAST.sub(r"\1", _TONE.sub(r"\1\2", word))
