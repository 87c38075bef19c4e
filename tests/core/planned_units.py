"""Small plans for tests about targets: a province, its units and their counts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.evaluation import Evaluation, Question
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
    from collections.abc import Mapping, Sequence

QUESTION = Question("pa", 2024, Series.POOR)


def province(
    units: Mapping[str, tuple[int, int]],
    *,
    growth: int = 0,
    parents: Mapping[str, str] | None = None,
    more: Mapping[Key, Value] | None = None,
) -> Plan:
    """A plan of 2024 from (households, poor) at the end of 2023; parents have no own counts."""
    above = parents or {}
    facts: dict[Key, Value] = {
        UnitKey("tinh"): Unit("Tỉnh", None, 0, level="province"),
        ScenarioKey("pa"): Scenario("PA 1", 0),
        DocumentKey(DocumentField.BASE_YEAR): 2023,
        DocumentKey(DocumentField.LAST_YEAR): 2024,
    }
    if growth:
        rule = Growth(GrowthKind.HOUSEHOLDS, Fraction(growth))
        facts[GrowthKey("pa", Measure.HOUSEHOLDS)] = rule
    for place, parent in enumerate(dict.fromkeys(above.values())):
        facts[UnitKey(parent)] = Unit(f"Huyện {parent}", "tinh", place, level="district")
    for place, (unit, (households, poor)) in enumerate(units.items()):
        facts[UnitKey(unit)] = Unit(f"Xã {unit}", above.get(unit, "tinh"), place, level="commune")
        facts[ObservedKey(unit, 2023, Measure.HOUSEHOLDS)] = households
        facts[ObservedKey(unit, 2023, Measure.POOR)] = poor
    facts.update(more or {})
    return Plan.of(facts.items())


def reductions(values: Mapping[str, int]) -> dict[Key, Value]:
    """Targets as pinned reductions."""
    return {target_key(unit): reduction(value) for unit, value in values.items()}


def target_key(unit: str) -> TargetKey:
    """The key of a unit's target in the plans made here."""
    return TargetKey("pa", unit, 2024, Series.POOR)


def reduction(households: int) -> Target:
    """A number of households as a pinned reduction."""
    return Target(Pinned.REDUCTION, Fraction(households))


def points(value: str) -> Target:
    """A drop in points, such as "2" or "0.8"."""
    return Target(Pinned.POINTS, Fraction(value))


def evaluated(plan: Plan) -> Evaluation:
    """The rows of 2024."""
    return Evaluation(plan, QUESTION)


def numbered(counts: Sequence[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Units u00, u01 … with these (households, poor)."""
    return {f"u{place:02}": pair for place, pair in enumerate(counts)}
