"""Sharing a parent's number among the units below it, as one Edit (domain, §3).

The number may be households, points or an end rate of the parent; the law of rounding is in
``apportionment``. What lies below a unit that is itself a sum is shared on by the same weights.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.apportionment import SCALE, Claim, Reason, Share, apportion
from dnplanner.core.edits import Change, Edit
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import Pinned, Plan, Target, TargetKey
from dnplanner.core.rates import half_up
from dnplanner.core.targets import Row, poor_wanted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dnplanner.core.evaluation import Evaluation


_HUNDRED = Fraction(100)


class Weighting(StrEnum):
    """What the shares are in proportion to, by the names the command line uses.

    ``EQUAL_POINTS`` gives every unit the same drop of its rate, ``PROGRESSIVE`` weighs by poor
    households times rate, ``PRESENT`` keeps the proportions of the scenario's reductions, and by
    poor households where it has none.
    """

    POOR = "poor"
    EQUAL_POINTS = "equal-points"
    PROGRESSIVE = "progressive"
    PRESENT = "present"
    COLUMN = "column"


class Limits(NamedTuple):
    """What a user fixes for a unit, in households; a lock leaves floor and cap without meaning."""

    lock: int | None = None
    floor: int | None = None
    cap: int | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is shared among the units right below ``parent``, and how.

    ``total`` is a cell of the parent's row with its value; ``column`` holds the user's own weights
    (≥ 0, absent means 0) for ``Weighting.COLUMN``.
    """

    parent: str
    total: Target
    weighting: Weighting
    limits: Mapping[str, Limits] = field(default_factory=dict)
    column: Mapping[str, Fraction] = field(default_factory=dict)


def total_households(row: Row, total: Target) -> int:
    """The reduction that ``total`` asks of a row: for points the fewest households that reach them.

    Raises EntryRefused: ``counts_missing``, ``no_households``, ``rate_below_zero`` and
    ``rate_above_hundred`` (a slip, which households would only hide), ``sharing_total_negative`` (a
    rise is not shared out), ``sharing_beyond_poor`` with ``by`` households.
    """
    h0, p0, h1, _ = row[:4]
    if h0 is None or p0 is None or h1 is None:
        raise EntryRefused("counts_missing")
    if h0 == 0:
        raise EntryRefused("no_households")
    if total.pinned is Pinned.RATE_END:
        _refuse_no_rate(total.value)
    reduction = p0 - poor_wanted(total, h0, p0, h1)
    if reduction < 0 and total.pinned is Pinned.POINTS and total.value >= 0:
        return 0
    if reduction < 0:
        raise EntryRefused("sharing_total_negative", total=reduction)
    if reduction > p0:
        raise EntryRefused("sharing_beyond_poor", total=reduction, poor=p0, by=reduction - p0)
    return reduction


def _refuse_no_rate(value: Fraction) -> None:
    if value < 0:
        raise EntryRefused("rate_below_zero", value=value)
    if value > _HUNDRED:
        raise EntryRefused("rate_above_hundred", value=value)


def share(plan: Plan, evaluation: Evaluation, sharing: Sharing) -> tuple[Share, ...]:
    """The shares of the units right below the parent, in official order.

    Raises EntryRefused when the demand is impossible, with ``by`` households where one can say so:
    ``derived_series`` (nghèo đa chiều is set by its parts), ``sharing_no_units``,
    ``sharing_counts_missing``, ``sharing_lock_above_total`` and the codes of ``claims_of``,
    ``total_households`` and ``apportion``.
    """
    if evaluation.question.series.parts:
        raise EntryRefused("derived_series")
    units = plan.tree.children_of(sharing.parent)
    if not units:
        raise EntryRefused("sharing_no_units", name=plan.unit(sharing.parent).name)
    _refuse_missing(plan, evaluation, units)
    total = total_households(evaluation.row(sharing.parent), sharing.total)
    claims = claims_of(plan, evaluation, sharing, units)
    _refuse_lock_above_total(plan, claims, total)
    return apportion(total, claims)


def claims_of(
    plan: Plan, evaluation: Evaluation, sharing: Sharing, units: Sequence[str]
) -> list[Claim]:
    """Each unit's weight and bounds; nobody below 0 or above its poor households.

    Raises EntryRefused: ``sharing_limit_negative``, ``sharing_floor_above_cap``,
    ``sharing_floor_beyond_poor``, ``sharing_lock_beyond_poor``, ``sharing_weight_negative``.
    """
    known = evaluation.rows
    rows = [known[unit] for unit in units]
    claims = []
    weights = _weights(plan, units, rows, sharing)
    for unit, row, weight in zip(units, rows, weights, strict=True):
        poor = row.poor_start or 0
        limits = sharing.limits.get(unit)
        if limits is None:
            claims.append(Claim(unit, poor, weight, 0, poor))
        else:
            claims.append(_limited(plan, unit, poor, weight, limits))
    if sharing.weighting is Weighting.EQUAL_POINTS:
        return [
            claim._replace(offset=_drop_by_growth(row))
            for claim, row in zip(claims, rows, strict=True)
        ]
    return claims


def share_edit(
    plan: Plan,
    evaluation: Evaluation,
    shares: Iterable[Share],
    weighting: Weighting = Weighting.PRESENT,
) -> Edit:
    """One edit that sets every share as a pinned reduction; whoever is locked keeps its own fact.

    A unit that is a sum hands its share on to the units below it, weighted by ``weighting``.
    """
    scenario, year, series = evaluation.question
    given = list(_to_the_bottom(plan, evaluation, shares, weighting))
    keys = [TargetKey(scenario, one.unit, year, series) for one in given]
    present = map(plan.tables.targets.get, keys)
    changes = (
        Change(key, before, _reduction(one.households))
        for one, key, before in zip(given, keys, present, strict=True)
        if not _is_reduction(before, one.households)
    )
    return Edit("share", tuple(changes))


def _to_the_bottom(
    plan: Plan, evaluation: Evaluation, shares: Iterable[Share], weighting: Weighting
) -> Iterator[Share]:
    """The shares that are facts: not those handed on, nor those kept by a lock."""
    waiting, rows = list(shares), evaluation.rows
    while waiting:
        given = waiting.pop()
        row = rows[given.unit]
        if given.reason is Reason.LOCKED and row.reduction == given.households:
            continue
        if row.summed:
            handed_on = Sharing(given.unit, _reduction(given.households), weighting)
            waiting.extend(share(plan, evaluation, handed_on))
        else:
            yield given


def _is_reduction(target: Target | None, households: int) -> bool:
    """Whether a target is so many households: ten thousand fractions to compare with take 10 ms."""
    return target is not None and target.pinned is Pinned.REDUCTION and target.value == households


@lru_cache(maxsize=4096)
def _reduction(households: int) -> Target:
    """Thousands of units share a few hundred numbers: each target is made once."""
    return Target(Pinned.REDUCTION, Fraction(households))


def share_parent_number(plan: Plan, evaluation: Evaluation, parent: str, total: Target) -> Edit:
    """Typing a parent's number: shared out at once by the present shares. Raises as ``share``."""
    sharing = Sharing(parent, total, Weighting.PRESENT)
    return share_edit(plan, evaluation, share(plan, evaluation, sharing))


def row_after(row: Row, given: Share) -> Row:
    """A unit's row with its share, for a preview of reduction, points and end rate."""
    start = row.poor_start
    return row._replace(poor_end=None if start is None else start - given.households)


def lock_at_present(evaluation: Evaluation, unit: str) -> Limits:
    """Limits that keep a unit's reduction as it is. Raises EntryRefused without counts."""
    reduction = evaluation.row(unit).reduction
    if reduction is None:
        raise EntryRefused("counts_missing")
    return Limits(lock=reduction)


def _limited(plan: Plan, unit: str, poor: int, weight: int, limits: Limits) -> Claim:
    name = plan.unit(unit).name
    lock, floor, cap = limits
    if lock is not None:
        if lock > poor:
            raise EntryRefused(
                "sharing_lock_beyond_poor", name=name, lock=lock, poor=poor, by=lock - poor
            )
        return Claim(unit, poor, weight, lock, lock, locked=True)
    lowest, highest = floor or 0, poor if cap is None else cap
    if lowest < 0 or highest < 0:
        raise EntryRefused("sharing_limit_negative", name=name, limit=min(lowest, highest))
    if cap is not None and lowest > cap:
        raise EntryRefused(
            "sharing_floor_above_cap", name=name, floor=lowest, cap=cap, by=lowest - cap
        )
    if lowest > poor:
        raise EntryRefused(
            "sharing_floor_beyond_poor", name=name, floor=lowest, poor=poor, by=lowest - poor
        )
    return Claim(unit, poor, weight, lowest, min(highest, poor))


def _refuse_missing(plan: Plan, evaluation: Evaluation, units: Sequence[str]) -> None:
    """A share for a unit without counts would be invented."""
    missing = [unit for unit in units if evaluation.row(unit).missing]
    if missing:
        name = plan.unit(missing[0]).name
        raise EntryRefused("sharing_counts_missing", name=name, units=len(missing))


def _refuse_lock_above_total(plan: Plan, claims: Iterable[Claim], total: int) -> None:
    for claim in claims:
        if claim.locked and claim.lowest > total:
            raise EntryRefused(
                "sharing_lock_above_total",
                name=plan.unit(claim.unit).name,
                lock=claim.lowest,
                total=total,
                by=claim.lowest - total,
            )


def _weights(plan: Plan, units: Sequence[str], rows: Sequence[Row], sharing: Sharing) -> list[int]:
    weighting = sharing.weighting
    if weighting is Weighting.COLUMN:
        return _column_weights(plan, units, sharing.column)
    if weighting is Weighting.EQUAL_POINTS:
        return [row.households_end or 0 for row in rows]
    if weighting is Weighting.PROGRESSIVE:
        return [_poor_times_rate(row) for row in rows]
    if weighting is Weighting.PRESENT:
        present = [max(0, row.reduction or 0) for row in rows]
        if any(present):
            return present
    return [row.poor_start or 0 for row in rows]


def _column_weights(plan: Plan, units: Sequence[str], column: Mapping[str, Fraction]) -> list[int]:
    """The user's own weights over their common denominator, so that none is rounded."""
    values = [column.get(unit, Fraction(0)) for unit in units]
    for unit, value in zip(units, values, strict=True):
        if value < 0:
            raise EntryRefused("sharing_weight_negative", name=plan.unit(unit).name, weight=value)
    common = lcm(*(value.denominator for value in values))
    return [int(value * common) for value in values]


def _poor_times_rate(row: Row) -> int:
    poor, households = row.poor_start or 0, row.households_start or 0
    return half_up(poor * poor * SCALE, households) if households else 0


def _drop_by_growth(row: Row) -> int:
    """The reduction with which the rate stays as it is, in 1/SCALE: P0 − H1·P0/H0.

    From there, every H1/100 households are one point more, in every unit alike.
    """
    h0, p0, h1 = row.households_start or 0, row.poor_start or 0, row.households_end or 0
    return half_up(p0 * (h0 - h1) * SCALE, h0) if h0 else 0
