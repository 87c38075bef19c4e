"""Sharing a total, on any claims: the laws that every share must keep (reliability, M2)."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from dnplanner.core.apportionment import SCALE, Claim, Share, apportion
from dnplanner.core.errors import EntryRefused
from soak.outcome import Outcome

if TYPE_CHECKING:
    from fractions import Fraction

_UNITS = (1, 2, 3, 8, 13, 71, 124)
"""How many claims a case has: alone, a few, the districts, the communes of a province."""


def run(cases: int, seed: int = 1) -> Outcome:
    """Share ``cases`` totals, each also in another order and beside a larger total."""
    outcome, chance = Outcome("sharing"), random.Random(seed)
    for case in range(cases):
        claims = _claims(chance)
        total = chance.randint(-5, sum(claim.highest for claim in claims) + 5)
        outcome.count("cases")
        try:
            shares = apportion(total, claims)
        except EntryRefused as refused:
            outcome.count("impossible")
            _check_refusal(outcome, refused, total, claims, f"case {case}")
            continue
        _check_shares(outcome, shares, total, claims, f"case {case}")
        _check_order(outcome, shares, total, claims, chance, f"case {case}")
        _check_larger(outcome, shares, total, claims, chance, f"case {case}")
    return outcome


def _claims(chance: random.Random) -> list[Claim]:
    made = []
    with_offsets = chance.random() < 0.3
    for place in range(chance.choice(_UNITS)):
        poor = chance.choice([0, 1, chance.randint(0, 40), chance.randint(0, 4_000)])
        lowest, highest = sorted((chance.randint(0, poor), chance.randint(0, poor)))
        if chance.random() < 0.6:
            lowest, highest = 0, poor
        locked = chance.random() < 0.15
        weight = chance.choice([0, 1, poor, chance.randint(0, 10_000), chance.randint(0, SCALE)])
        offset = chance.randint(-50 * SCALE, 50 * SCALE) if with_offsets else 0
        made.append(
            Claim(f"u{place}", poor, weight, lowest, lowest if locked else highest, offset, locked)
        )
    return made


def _check_refusal(
    outcome: Outcome, refused: EntryRefused, total: int, claims: list[Claim], when: str
) -> None:
    """Only what cannot be is refused, and by how many households it cannot."""
    lowest, highest = sum(c.lowest for c in claims), sum(c.highest for c in claims)
    weighty = [c.highest if c.weight else c.lowest for c in claims]
    by = {
        "sharing_floors_above_total": lowest - total,
        "sharing_caps_below_total": total - highest,
        "sharing_without_weight": total - sum(weighty),
    }[refused.code]
    outcome.must(by > 0 and refused.params["by"] == by, f"{when}: refused wrongly, {refused.code}")


def _check_shares(
    outcome: Outcome, shares: tuple[Share, ...], total: int, claims: list[Claim], when: str
) -> None:
    """The sum is exact, bounds and locks hold, nobody is a household away from its exact share."""
    outcome.must(sum(share.households for share in shares) == total, f"{when}: does not tie")
    outcome.must(sum(share.exact for share in shares) == total, f"{when}: exact shares do not tie")
    for claim, share in zip(claims, shares, strict=True):
        within = claim.lowest <= share.households <= claim.highest
        outcome.must(within and 0 <= share.households <= claim.poor, f"{when}: bounds left")
        outcome.must(abs(share.households - share.exact) < 1, f"{when}: a household off")
        outcome.must(not claim.locked or share.households == claim.lowest, f"{when}: lock moved")


def _check_order(
    outcome: Outcome,
    shares: tuple[Share, ...],
    total: int,
    claims: list[Claim],
    chance: random.Random,
    when: str,
) -> None:
    """In any order everybody gets the same; only equals may change places."""
    shuffled = list(claims)
    chance.shuffle(shuffled)
    again = {share.unit: share for share in apportion(total, shuffled)}
    poor = {claim.unit: claim.poor for claim in claims}
    outcome.must(
        all(again[share.unit].exact == share.exact for share in shares), f"{when}: order counts"
    )
    outcome.must(
        _ranked(shares, poor) == _ranked(tuple(again.values()), poor), f"{when}: order counts"
    )


def _ranked(shares: tuple[Share, ...], poor: dict[str, int]) -> list[tuple[Fraction, int, int]]:
    """The shares without their names: who is alike in remainder and poor may change places."""
    return sorted((share.exact % 1, poor[share.unit], share.households) for share in shares)


def _check_larger(
    outcome: Outcome,
    shares: tuple[Share, ...],
    total: int,
    claims: list[Claim],
    chance: random.Random,
    when: str,
) -> None:
    """With a larger total no exact share falls, and no share by more than one household."""
    more = chance.randint(total, sum(claim.highest for claim in claims))
    try:
        larger = apportion(more, claims)
    except EntryRefused as refused:
        outcome.must(refused.code == "sharing_without_weight", f"{when}: {refused.code} for more")
        return
    for less, grown in zip(shares, larger, strict=True):
        outcome.must(grown.exact >= less.exact, f"{when}: an exact share falls")
        outcome.must(grown.households >= less.households - 1, f"{when}: a share falls")
