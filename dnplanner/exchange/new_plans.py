"""A whole new plan from one file: title, units, years and growth as the file itself tells them."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Growth,
    GrowthKey,
    GrowthKind,
    Key,
    Plan,
    Scenario,
    ScenarioKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure
from dnplanner.core.unit_names import KINDS, fold, plain
from dnplanner.core.units import Unit
from dnplanner.exchange.intake import interpret
from dnplanner.exchange.letterhead import title_in
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.exchange.slots import Aim, What, year_in
from dnplanner.exchange.table_finding import RowKind, Table, TableRow, find_tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dnplanner.exchange.grid import Grid
    from dnplanner.exchange.proposals import Answers, Proposal, Source

SCENARIO = "pa-1"
"""The identifier of a new plan's only scenario."""

_LEVELS = {
    "province": ("tỉnh",),
    "district": ("huyện", "thị xã", "quận", "thành phố"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu"),
    "village": ("thôn", "bon", "buôn", "bản", "làng", "tổ dân phố"),
}
_BELOW = {"province": "district", "district": "commune", "commune": "village"}
_TERRITORY = re.compile(
    r"\b(tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn|đặc khu)\s+"
    r"((?:[^\W\d_][\w'’.\-]* *){1,4})",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\(?[IVXL]{1,6}\)?\.?")
_NAME_PARTS = re.compile(r"^\s*\(?(?:\d{1,3}|[IVXL]{1,6})\s*[.)]\s*")


class NewPlan(NamedTuple):
    """A plan made from a file, and what reading the file against it led to."""

    plan: Plan
    proposal: Proposal


def new_plan(
    grid: Grid, source: Source, year: int | None, answers: Answers, scenario_name: str
) -> NewPlan:
    """The plan of a file's own units with its figures; ``year`` is the plan year.

    Raises WorkbookRefused with ``no_table`` or ``year_unknown``. Doubts stay in the proposal; its
    certain figures are in the plan.
    """
    tables = find_tables(grid)
    if not tables:
        raise WorkbookRefused("no_table")
    years = (year_in(table.columns, table.title, What.PLAN) for table in tables)
    found = year or next((one for one in years if one is not None), None)
    if found is None:
        raise WorkbookRefused("year_unknown")
    empty = Plan.of(_facts(tables, source, found, scenario_name))
    proposal = interpret(grid, source, empty, Aim(What.PLAN, found), answers)
    growing = apply(empty, edit_of(empty, "import", dict(_growth(proposal))))
    return NewPlan(apply(growing, proposal.edit(growing)), proposal)


def _facts(
    tables: Sequence[Table], source: Source, year: int, scenario_name: str
) -> Iterator[tuple[Key, Value]]:
    yield ScenarioKey(SCENARIO), Scenario(scenario_name, 0)
    yield DocumentKey(DocumentField.BASE_YEAR), year - 1
    yield DocumentKey(DocumentField.LAST_YEAR), year
    titles = (title_in(table.title) for table in tables)
    file_name = source.name.rpartition(".")[0] or source.name
    yield DocumentKey(DocumentField.TITLE), next(filter(None, titles), file_name)
    for identifier, unit in _units(tables).items():
        yield UnitKey(identifier), unit


def _units(tables: Sequence[Table]) -> dict[str, Unit]:
    """The units of all tables, those of later tables only where they are new."""
    root = _root(tables)
    found = {"": root}
    taken: dict[tuple[str, str], str] = {}
    for table in tables:
        parent = ""
        for row in table.rows:
            if row.kind is not RowKind.UNIT or _is(row.name, root):
                continue
            heads = _heads(table, row)
            above = "" if heads else parent
            name = fold(row.name)
            identifier = taken.get((above, name.key + name.kind))
            if identifier is None:
                identifier = _identifier(row.name, found)
                taken[above, name.key + name.kind] = identifier
                found[identifier] = _unit(row.name, above, found[above], len(found))
            if heads:
                parent = identifier
    identifier = _identifier(root.name, found)
    return {(key or identifier): _under(unit, identifier) for key, unit in found.items()}


def _under(unit: Unit, root: str) -> Unit:
    if unit.parent != "":
        return unit
    return Unit(unit.name, root, unit.position, unit.kind, unit.level, unit.code)


def _heads(table: Table, row: TableRow) -> bool:
    """Whether a row with a Roman number stands above rows with plain ones."""
    if not _ROMAN.fullmatch(row.number.strip()):
        return False
    return any(other.number.strip().rstrip(".").isdigit() for other in table.rows)


def _is(name: str, root: Unit) -> bool:
    return fold(name).key == fold(root.name).key


def _root(tables: Sequence[Table]) -> Unit:
    """The whole: named in the title or the row of the total; else only by the total's words."""
    totals = [row.name for table in tables for row in table.rows if row.kind is RowKind.TOTAL]
    level = next((_level(text) for text in totals if _level(text)), "")
    named = list(_territories((*totals, *(table.title for table in tables))))
    order = ("", *_LEVELS)
    named.sort(key=lambda unit: (unit.level != level, order.index(unit.level)))
    if named:
        return named[0]
    name = totals[0].strip() if totals else tables[0].sheet.name
    return Unit(name, None, 0, "", level or "province")


def _territories(texts: Iterable[str]) -> Iterator[Unit]:
    """The territories that texts name: "của Ủy ban nhân dân tỉnh Đắk Nông"."""
    for text in texts:
        for found in _TERRITORY.finditer(re.sub(r"(?i)xã hội chủ nghĩa", "", text)):
            name = _title_case(found[2])
            if name:
                kind = found[1].capitalize()
                yield Unit(name, None, 0, kind, _level(kind))


def _title_case(text: str) -> str:
    """A name out of a heading: only its capitalised words, in ordinary case."""
    kept = []
    for word in text.split():
        if not word[:1].isupper() or word.casefold() in ("năm", "giai", "độc"):
            break
        kept.append(word.capitalize() if word.isupper() and len(word) > 1 else word)
    return " ".join(kept).strip(" .,-")


def _unit(text: str, parent: str, above: Unit, position: int) -> Unit:
    body = " ".join(_NAME_PARTS.sub("", text).split())
    kind = fold(body).kind
    if kind:
        body = _without_kind(body)
    level = _level(kind) or _BELOW.get(above.level, "commune")
    return Unit(body, parent, position, kind.capitalize(), level)


def _without_kind(body: str) -> str:
    for size in (3, 2, 1):
        words = body.replace(".", ". ", 1).split()
        if plain(" ".join(words[:size])).rstrip(".") in KINDS and len(words) > size:
            return " ".join(words[size:])
    return body


def _level(kind: str) -> str:
    folded = plain(kind)
    for level, kinds in _LEVELS.items():
        if any(plain(one) == folded or folded == f"toan {plain(one)}" for one in kinds):
            return level
    return ""


def _identifier(name: str, taken: Iterable[str]) -> str:
    """A short identifier that no other unit has: krong-no, krong-no-2."""
    base = re.sub(r"[^a-z0-9]+", "-", plain(_NAME_PARTS.sub("", name))).strip("-") or "don-vi"
    held = set(taken)
    if base not in held:
        return base
    return next(f"{base}-{n}" for n in range(2, len(held) + 3) if f"{base}-{n}" not in held)


def _growth(proposal: Proposal) -> Iterator[tuple[Key, Value]]:
    """The rule that most units follow: +N households, where more than half add the same."""
    added: Counter[int] = Counter()
    for one in proposal.figures:
        start, end = one.whole(Cell.HOUSEHOLDS_START), one.whole(Cell.HOUSEHOLDS_END)
        if start is not None and end is not None and one.series.denominator is Measure.HOUSEHOLDS:
            added[end - start] += 1
    if added:
        amount, times = added.most_common(1)[0]
        if amount and 2 * times > added.total():
            growth = Growth(GrowthKind.HOUSEHOLDS, Fraction(amount))
            yield GrowthKey(SCENARIO, Measure.HOUSEHOLDS), growth
