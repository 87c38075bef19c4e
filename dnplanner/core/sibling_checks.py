"""Rules on units beside each other: sizes, names, codes, growth (domain, §4)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.finding import Finding, Level
from dnplanner.core.plan import UnitKey
from dnplanner.core.unit_names import plain
from dnplanner.core.units import Unit

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from dnplanner.core.ground import Ground

OUTLIER = 100
"""A unit with this many times the households of the mean of its siblings is asked about."""

PLACEHOLDER_FROM = 3
"""So many units growing by the same number are a placeholder, not a forecast."""

_SPELLINGS = {"dac": "dak", "dack": "dak", "chu": "cu", "juit": "jut"}
"""Words of names in the Central Highlands that are written in several ways, without marks."""

_NAMES_KEPT = 50_000
"""Names are folded again at every check; the whole country has a fifth of that in communes."""


def households_outliers(ground: Ground, children: Sequence[str]) -> Iterator[Finding]:
    """A unit far larger than its siblings, as when a separator was misread."""
    if len(children) < PLACEHOLDER_FROM:
        return
    rows = ground.evaluation.rows
    sizes = [rows[child][0] or 0 for child in children]
    whole, others = sum(sizes), len(sizes) - 1
    if max(sizes) * (others + OUTLIER) < OUTLIER * whole:
        return
    for child, size in zip(children, sizes, strict=True):
        if whole > size and size * others >= OUTLIER * (whole - size):
            params = {"households": size, "mean": (whole - size) // others}
            cell = Cell.HOUSEHOLDS_START
            yield Finding("households_outlier", Level.WARNING, child, cell, 0, params)


def names(ground: Ground, children: Sequence[str]) -> Iterator[Finding]:
    """Siblings whose names are one name written in two ways; names with stray spaces or marks."""
    first: dict[str, str] = {}
    units = ground.plan.tree.units
    for child in children:
        unit = units[child]
        cleaned, folded = _forms(unit.kind, unit.name)
        if cleaned != unit.name:
            fix = partial(_rename, ground, child, cleaned)
            yield Finding("name_unclean", Level.INFO, child, None, 0, {"cleaned": cleaned}, fix)
        other = first.setdefault(folded, child)
        if other != child:
            params = {"other": units[other].name}
            yield Finding("names_alike", Level.WARNING, child, None, 0, params)


def codes(ground: Ground, units: Iterable[str]) -> Iterator[Finding]:
    """A code that two units have: codes were given anew in 2025, a list may be of two times."""
    first: dict[str, str] = {}
    known = ground.plan.tree.units
    for identifier in units:
        code = known[identifier].code
        if not code:
            continue
        other = first.setdefault(code, identifier)
        if other != identifier:
            params = {"value": code, "other": known[other].name}
            yield Finding("code_reused", Level.WARNING, identifier, None, 0, params)


def same_growth(root: str, growths: Counter[int]) -> Iterator[Finding]:
    """Every unit grows by the same number of households: a placeholder, as in the 2024 plan."""
    if len(growths) != 1:
        return
    ((amount, units),) = growths.items()
    if amount and units >= PLACEHOLDER_FROM:
        params = {"amount": amount, "units": units}
        yield Finding("same_growth", Level.INFO, root, Cell.HOUSEHOLDS_END, 0, params)


@lru_cache(_NAMES_KEPT)
def _forms(kind: str, name: str) -> tuple[str, str]:
    """The clean name, and the folded one with its kind; by the two texts, which know their hash."""
    return clean_name(name), folded_name(f"{kind} {name}")


def clean_name(name: str) -> str:
    """The name in composed letters (NFC) and with single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def folded_name(name: str) -> str:
    """A name without marks, case and known variants of spelling: Chư Jút as Cư Jút."""
    words = plain(name.replace("’", "'")).split()
    return " ".join(_SPELLINGS.get(word, word) for word in words)


def _rename(ground: Ground, child: str, name: str) -> Edit:
    unit = ground.plan.unit(child)
    renamed = Unit(name, unit.parent, unit.position, unit.kind, unit.level, unit.code)
    return edit_of(ground.plan, "fix", {UnitKey(child): renamed})
