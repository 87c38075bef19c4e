"""Plans of a district, a province and a country's communes, the same for every bench."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.evaluation import Question
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
    from collections.abc import Iterator

SIZES = (8, 713, 10_600)
"""Units at the bottom: districts of a province, villages of one, communes of the country."""

ROOT = "whole"
SCENARIO = "pa-1"
QUESTION = Question(SCENARIO, 2024, Series.POOR)

_PER_DISTRICT = 90


def territory(units: int) -> Plan:
    """A plan of ``units`` bottom units with counts and targets, in districts where many."""
    return Plan.of([*_frame(), *_districts(units), *_bottom(units)])


def bottom_units(units: int) -> list[str]:
    """The identifiers of the bottom units of ``territory(units)``."""
    return [f"unit-{number}" for number in range(units)]


def target(unit: str, reduction: int) -> dict[Key, Value | None]:
    """The wish that a unit's poor households fall by ``reduction``."""
    key = TargetKey(SCENARIO, unit, QUESTION.year, QUESTION.series)
    return {key: Target(Pinned.REDUCTION, Fraction(reduction))}


def _frame() -> Iterator[tuple[Key, Value]]:
    yield UnitKey(ROOT), Unit("Toàn tỉnh", None, 0, "Tỉnh", "province")
    yield ScenarioKey(SCENARIO), Scenario("Phương án 1", 0)
    yield DocumentKey(DocumentField.BASE_YEAR), 2023
    yield DocumentKey(DocumentField.LAST_YEAR), 2025
    growth = Growth(GrowthKind.HOUSEHOLDS, Fraction(200))
    yield GrowthKey(SCENARIO, Measure.HOUSEHOLDS), growth


def _district_of(number: int, units: int) -> str:
    return f"district-{number // _PER_DISTRICT}" if units > _PER_DISTRICT else ROOT


def _districts(units: int) -> Iterator[tuple[Key, Value]]:
    found = dict.fromkeys(_district_of(number, units) for number in range(units))
    for position, district in enumerate(name for name in found if name != ROOT):
        yield UnitKey(district), Unit(f"Huyện {position + 1}", ROOT, position, "Huyện", "district")


def _bottom(units: int) -> Iterator[tuple[Key, Value]]:
    for number, unit in enumerate(bottom_units(units)):
        above = _district_of(number, units)
        yield UnitKey(unit), Unit(f"Xã {number + 1}", above, number, "Xã", "commune")
        yield ObservedKey(unit, 2023, Measure.HOUSEHOLDS), 1000 + 37 * number % 20_000
        yield ObservedKey(unit, 2023, Measure.POOR), 40 + 13 * number % 900
        for key, value in target(unit, 5 + number % 30).items():
            if value is not None:
                yield key, value
