"""Plans the core's tests are about: the printed appendix of 2024, and small ones made up."""

from __future__ import annotations

import csv
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Growth,
    GrowthKey,
    GrowthKind,
    Key,
    ObservedKey,
    Pinned,
    Plan,
    Scenario,
    ScenarioKey,
    Target,
    TargetKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = "whole"
SCENARIO = "first"
WHOLE = "Toàn tỉnh"


class AppendixRow(NamedTuple):
    """One row of the appendix of Kế hoạch 97/KH-UBND as it was printed."""

    name: str
    households_start: int
    poor_start: int
    rate_start: str
    households_end: int
    reduction: int
    points: str
    poor_end: int
    rate_end: str


def printed_appendix() -> dict[str, AppendixRow]:
    """The nine printed rows by name, the whole province last."""
    path = Path(__file__).parent.parent / "data" / "daknong_2024_plan.csv"
    with path.open(encoding="utf-8", newline="") as file:
        _, *lines = csv.reader(file)
    return {
        line[1]: AppendixRow(
            line[1],
            int(line[2]),
            int(line[3]),
            line[4],
            int(line[5]),
            int(line[6]),
            line[7],
            int(line[8]),
            line[9],
        )
        for line in lines
    }


APPENDIX = printed_appendix()
DISTRICTS = [name for name in APPENDIX if name != WHOLE]


def frame(
    scenarios: Iterable[str] = (SCENARIO,), base_year: int = 2023, last_year: int = 2025
) -> Iterator[tuple[Key, Value]]:
    """A root, scenarios and the years: what every plan has."""
    yield UnitKey(ROOT), Unit(WHOLE, None, 0, "Tỉnh", "province")
    for position, name in enumerate(scenarios):
        yield ScenarioKey(name), Scenario(f"Phương án {name}", position)
    yield DocumentKey(DocumentField.BASE_YEAR), base_year
    yield DocumentKey(DocumentField.LAST_YEAR), last_year


def reviewed(unit: str, households: int, poor: int, year: int = 2023) -> dict[Key, Value]:
    """What a review found: all households and the poor ones."""
    return {
        ObservedKey(unit, year, Measure.HOUSEHOLDS): households,
        ObservedKey(unit, year, Measure.POOR): poor,
    }


def targeted(
    unit: str, pinned: Pinned, value: Fraction | int | str, year: int = 2024
) -> dict[Key, Value]:
    """A target for poor households."""
    return {TargetKey(SCENARIO, unit, year, Series.POOR): Target(pinned, Fraction(value))}


def more_households(
    amount: int | str, kind: GrowthKind = GrowthKind.HOUSEHOLDS
) -> dict[Key, Value]:
    """The growth rule of all households."""
    return {GrowthKey(SCENARIO, Measure.HOUSEHOLDS): Growth(kind, Fraction(amount))}


def plan_of(*tables: Mapping[Key, Value], parents: Mapping[str, str] | None = None) -> Plan:
    """A plan with the facts in ``tables``; ``parents`` says which unit stands below which.

    Every key of ``parents`` is a unit, in that order; a unit may stand below another or ROOT.
    """
    facts: dict[Key, Value] = dict(frame())
    for position, (unit, parent) in enumerate((parents or {}).items()):
        facts[UnitKey(unit)] = Unit(f"Xã {unit}", parent, position)
    for table in tables:
        facts.update(table)
    return Plan.of(facts.items())


def dak_nong(growth: int = 200) -> Plan:
    """The appendix from its raw inputs alone: two counts and a reduction for each district."""
    tables: list[Mapping[Key, Value]] = [more_households(growth)]
    for name in DISTRICTS:
        row = APPENDIX[name]
        tables.append(reviewed(name, row.households_start, row.poor_start))
        tables.append(targeted(name, Pinned.REDUCTION, row.reduction))
    return plan_of(*tables, parents=dict.fromkeys(DISTRICTS, ROOT))
