"""Sharing a total among units: whole households that tie exactly (domain, §3).

Every unit's exact share is ``offset + level × weight``, held between its lowest and its highest;
the one level at which the shares add up to the total is found by capped water-filling. Then each
share is rounded down, and the households left over go to the largest remainders, of equal ones to
the unit with more poor households, then to the one listed first.

So a share always lies within one household of its exact share. Exact shares never fall when the
total rises; rounded ones may, by one household at most, as with every largest-remainder rule.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.errors import EntryRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALE = 10**12
"""Offsets are in this part of a household, weights that are ratios are taken this finely."""


class Reason(StrEnum):
    """Why a unit's share is what it is."""

    LOCKED = "locked"
    NO_POOR = "no_poor"
    NO_WEIGHT = "no_weight"
    AT_POOR = "at_poor"
    AT_CAP = "at_cap"
    AT_ZERO = "at_zero"
    AT_FLOOR = "at_floor"
    WHOLE = "whole"
    ROUNDED_UP = "rounded_up"
    ROUNDED_DOWN = "rounded_down"


class Claim(NamedTuple):
    """A unit's part in a sharing: ``weight`` ≥ 0, bounds in households, lowest ≤ highest.

    ``poor`` are the poor households there are, ``offset`` its share at level 0 in 1/SCALE
    households; a locked unit has both bounds equal.
    """

    unit: str
    poor: int
    weight: int
    lowest: int
    highest: int
    offset: int = 0
    locked: bool = False


class Share(NamedTuple):
    """What a unit gets, with what its explanation needs; the exact share is ``top / bottom``."""

    unit: str
    households: int
    reason: Reason
    weight: int
    top: int
    bottom: int

    @property
    def exact(self) -> Fraction:
        """The share in households before rounding, within the unit's bounds."""
        return Fraction(self.top, self.bottom)


class _Level(NamedTuple):
    """The level ``top / bottom`` of the water, and the claims (by place) that it moves.

    ``scale`` is 1 where no claim has an offset: smaller numbers are faster.
    """

    top: int
    bottom: int
    scale: int
    free: list[int]


def apportion(total: int, claims: Sequence[Claim]) -> tuple[Share, ...]:
    """One share for each claim, in their order; together exactly ``total`` households.

    Raises EntryRefused, each with ``by`` households: ``sharing_floors_above_total``,
    ``sharing_caps_below_total``, ``sharing_without_weight`` (what is left cannot go to units of
    weight 0).
    """
    refuse_impossible(total, claims)
    held = [claim.lowest for claim in claims]
    level = _water_level(total, claims, held)
    return _rounded(total, claims, held, level)


def refuse_impossible(total: int, claims: Sequence[Claim]) -> None:
    """Raise EntryRefused when the bounds of all claims together leave no room for ``total``."""
    # Lists, here and below: sums of generators take half as long again for thousands of claims.
    lowest = sum([claim.lowest for claim in claims])
    if lowest > total:
        raise EntryRefused(
            "sharing_floors_above_total", floors=lowest, total=total, by=lowest - total
        )
    highest = sum([claim.highest for claim in claims])
    if highest < total:
        raise EntryRefused(
            "sharing_caps_below_total", caps=highest, total=total, by=total - highest
        )


def _water_level(total: int, claims: Sequence[Claim], held: list[int]) -> _Level:
    """The level at which the exact shares add up; writes into ``held`` who stops at a bound.

    Units beyond a bound at the level of all that are free are fixed there, the side that weighs
    more first: it stays beyond its bound at the final level, which can only lie further that way.
    """
    free = [
        place
        for place, (_, _, weight, lowest, highest, _, _) in enumerate(claims)
        if weight > 0 and lowest < highest
    ]
    scale = SCALE if any(claim.offset for claim in claims) else 1
    rest = total - sum(held) + sum([held[place] for place in free])
    while free:
        bottom = sum([claims[place].weight for place in free])
        offsets = 0 if scale == 1 else sum([claims[place].offset for place in free])
        top = rest * scale - offsets
        level = _Level(top, bottom, scale, free)
        stopped = _beyond(claims, level)
        if not stopped:
            return level
        for place, bound in stopped.items():
            held[place] = bound
            rest -= bound
        free = [place for place in free if place not in stopped]
    if rest:
        raise EntryRefused("sharing_without_weight", total=total, by=rest)
    return _Level(0, 1, 1, free)


def _beyond(claims: Sequence[Claim], level: _Level) -> dict[int, int]:
    """Who is fixed at which bound at this level; empty when nobody is beyond one."""
    over: dict[int, int] = {}
    under: dict[int, int] = {}
    excess = shortage = 0
    top, bottom, scale, free = level
    unit = scale * bottom
    for place in free:
        _, _, weight, lowest, highest, offset, _ = claims[place]
        exact = offset * bottom + weight * top
        if exact > highest * unit:
            over[place] = highest
            excess += exact - highest * unit
        elif exact < lowest * unit:
            under[place] = lowest
            shortage += lowest * unit - exact
    return over if excess >= shortage and over else under


def _rounded(
    total: int, claims: Sequence[Claim], held: list[int], level: _Level
) -> tuple[Share, ...]:
    """Whole households: rounded down, then one more for the largest remainders."""
    top, bottom, scale, free = level
    unit = scale * bottom
    exact: list[int | None] = [None] * len(claims)
    ranked = []
    for place in free:
        _, poor, weight, _, _, offset, _ = claims[place]
        exact[place] = share = offset * bottom + weight * top
        held[place], left = divmod(share, unit)
        ranked.append((-left, -poor, place))
    ranked.sort()
    favoured = {place for _, _, place in ranked[: total - sum(held)]}
    return tuple(
        _bounded(claim, households)
        if share is None
        else _moved(claim, households, place in favoured, share, unit)
        for place, (claim, households, share) in enumerate(zip(claims, held, exact, strict=True))
    )


def _bounded(claim: Claim, households: int) -> Share:
    """The share of a unit that the water does not move."""
    reason = _bound(claim, households)
    return Share(claim.unit, households, reason, claim.weight, households, 1)


def _moved(claim: Claim, households: int, up: bool, top: int, bottom: int) -> Share:
    """The share of a unit that the water moves, rounded down to ``households`` or one up."""
    if up:
        return Share(claim.unit, households + 1, Reason.ROUNDED_UP, claim.weight, top, bottom)
    reason = Reason.WHOLE if households * bottom == top else Reason.ROUNDED_DOWN
    return Share(claim.unit, households, reason, claim.weight, top, bottom)


def _bound(claim: Claim, households: int) -> Reason:
    """Why a unit that the water does not move stands where it stands."""
    if claim.locked:
        return Reason.LOCKED
    if claim.poor == 0:
        return Reason.NO_POOR
    if claim.weight == 0:
        return Reason.NO_WEIGHT
    if households == claim.highest:
        return Reason.AT_POOR if households == claim.poor else Reason.AT_CAP
    return Reason.AT_FLOOR if households else Reason.AT_ZERO
