"""Scenarios (phương án): create, duplicate, rename, delete, and change a whole one at once."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from dnplanner.core.edits import Edit, apply, combined, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.names import cleaned, new_name
from dnplanner.core.plan import (
    ExpectedKey,
    Growth,
    GrowthKey,
    GrowthKind,
    HouseholdsEndKey,
    Key,
    Pinned,
    Plan,
    Scenario,
    ScenarioKey,
    Target,
    TargetKey,
    Value,
)
from dnplanner.core.rates import half_up

if TYPE_CHECKING:
    from dnplanner.core.series import Measure

_ScenarioFact: TypeAlias = GrowthKey | HouseholdsEndKey | TargetKey | ExpectedKey

MAX_GROWTH = {GrowthKind.PERCENT: Fraction(50), GrowthKind.HOUSEHOLDS: Fraction(1_000_000)}
"""The most growth taken: percent a year, or households per unit."""


def create_scenario(plan: Plan, identifier: str, name: str) -> Edit:
    """An empty scenario at the end of the list: no growth, no targets."""
    created = Scenario(new_name(name, _other_names(plan)), _last(plan) + 1)
    return edit_of(plan, "create_scenario", {ScenarioKey(identifier): created})


def duplicate_scenario(plan: Plan, source: str, identifier: str, name: str) -> Edit:
    """A copy of ``source`` with all its assumptions and targets, measured against it."""
    copy = Scenario(new_name(name, _other_names(plan)), _last(plan) + 1, source)
    wanted: dict[Key, Value | None] = {ScenarioKey(identifier): copy}
    for key, value in _facts_of(plan, source).items():
        wanted[key._replace(scenario=identifier)] = value
    return edit_of(plan, "duplicate_scenario", wanted)


def rename_scenario(plan: Plan, scenario: str, name: str) -> Edit:
    """Another name for a scenario. Raises EntryRefused when it is empty or taken."""
    before = plan.scenario(scenario)
    if before.name == cleaned(name):
        return Edit("rename_scenario", ())
    renamed = before._replace(name=new_name(name, _other_names(plan, scenario)))
    return edit_of(plan, "rename_scenario", {ScenarioKey(scenario): renamed})


def delete_scenario(plan: Plan, scenario: str) -> Edit:
    """The scenario and all its facts go; the last one stays. Raises EntryRefused."""
    if len(plan.outline.scenarios) == 1:
        raise EntryRefused("last_scenario")
    wanted: dict[Key, Value | None] = {ScenarioKey(scenario): None}
    wanted.update(dict.fromkeys(_facts_of(plan, scenario)))
    for other in plan.outline.scenarios:
        if plan.scenario(other).reference == scenario:
            wanted[ScenarioKey(other)] = plan.scenario(other)._replace(reference=None)
    return edit_of(plan, "delete_scenario", wanted)


def set_growth(plan: Plan, scenario: str, denominator: Measure, growth: Growth) -> Edit:
    """Another growth rule. Raises EntryRefused for a growth no territory has (MAX_GROWTH)."""
    if abs(growth.amount) > MAX_GROWTH[growth.kind]:
        raise EntryRefused("growth_out_of_range", value=growth.amount)
    if growth.kind is GrowthKind.HOUSEHOLDS and growth.amount.denominator != 1:
        raise EntryRefused("growth_in_parts", value=growth.amount)
    return edit_of(plan, "set_growth", {GrowthKey(scenario, denominator): growth})


def scale_reductions(
    plan: Plan, reference: Evaluation, evaluation: Evaluation, percent: int
) -> Edit:
    """Targets of ``percent`` % of the reference's reductions, whole households, half-up.

    Nobody is asked for more than its poor households. Units without figures are left alone.
    Raises EntryRefused ``derived_series`` for a series that follows from others.
    """
    scenario, year, series = evaluation.question
    if series.parts:
        raise EntryRefused("derived_series")
    wanted: dict[Key, Value | None] = {}
    for unit in plan.tree.below(plan.tree.root):
        model, row = reference.row(unit), evaluation.row(unit)
        if row.summed or model.reduction is None or row.poor_start is None:
            continue
        reduction = min(half_up(model.reduction * percent, 100), row.poor_start)
        target = Target(Pinned.REDUCTION, Fraction(reduction))
        if row.reduction != reduction:
            wanted[TargetKey(scenario, unit, year, series)] = target
    return edit_of(plan, "scale_reductions", wanted)


def duplicate_scaled(
    plan: Plan, reference: Evaluation, identifier: str, name: str, percent: int
) -> Edit:
    """A copy of the reference's scenario, its reductions scaled: a what-if beside it."""
    copied = duplicate_scenario(plan, reference.question.scenario, identifier, name)
    after = apply(plan, copied)
    evaluation = Evaluation(after, reference.question._replace(scenario=identifier))
    scaled = scale_reductions(after, reference, evaluation, percent)
    return combined("duplicate_scenario", (copied, scaled))


def intensity(reference: Evaluation, evaluation: Evaluation, root: str) -> int | None:
    """The whole's reduction in percent of the reference's, half-up; None when that has none."""
    ours, theirs = evaluation.row(root).reduction, reference.row(root).reduction
    if ours is None or theirs is None or theirs <= 0:
        return None
    return half_up(100 * ours, theirs)


def _facts_of(plan: Plan, scenario: str) -> dict[_ScenarioFact, Growth | int | Target]:
    tables = plan.tables
    found: dict[_ScenarioFact, Growth | int | Target] = {}
    for table in (tables.growth, tables.households_end, tables.targets, tables.expected):
        found.update({key: value for key, value in table.items() if key.scenario == scenario})
    return found


def _last(plan: Plan) -> int:
    return max((plan.scenario(name).position for name in plan.outline.scenarios), default=-1)


def _other_names(plan: Plan, itself: str | None = None) -> list[str]:
    return [plan.scenario(other).name for other in plan.outline.scenarios if other != itself]
