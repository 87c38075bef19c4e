"""The law of sharing a total in whole households."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dnplanner.core.apportionment import SCALE, Claim, Reason, Share, apportion
from dnplanner.core.errors import EntryRefused


def claim(unit: str, weight: int, lowest: int = 0, highest: int = 1_000) -> Claim:
    return Claim(unit, highest, weight, lowest, highest)


def households(shares: tuple[Share, ...]) -> list[int]:
    return [share.households for share in shares]


@st.composite
def claims(draw: st.DrawFn) -> list[Claim]:
    """Up to a dozen units with any weights, offsets, floors, caps and locks."""
    made = []
    for place in range(draw(st.integers(1, 12))):
        poor = draw(st.integers(0, 400))
        lowest, highest = sorted((draw(st.integers(0, poor)), draw(st.integers(0, poor))))
        if draw(st.booleans()):
            lowest, highest = 0, poor
        locked = draw(st.integers(0, 5)) == 0
        weight = draw(st.integers(0, 10_000))
        offset = draw(st.integers(-50 * SCALE, 50 * SCALE)) * draw(st.booleans())
        made.append(
            Claim(f"u{place}", poor, weight, lowest, lowest if locked else highest, offset, locked)
        )
    return made


@st.composite
def demands(draw: st.DrawFn) -> tuple[int, list[Claim]]:
    """Claims with a total that their bounds allow."""
    made = draw(claims())
    lowest, highest = sum(c.lowest for c in made), sum(c.highest for c in made)
    return draw(st.integers(lowest, highest)), made


def shared(total: int, made: list[Claim]) -> tuple[Share, ...]:
    """The shares; a total that only units of weight 0 could take is no case."""
    try:
        return apportion(total, made)
    except EntryRefused as refused:
        assume(refused.code != "sharing_without_weight")
        raise


@given(demands())
def test_shares_add_up_to_the_total_exactly(demand: tuple[int, list[Claim]]) -> None:
    total, made = demand
    assert sum(households(shared(total, made))) == total


@given(demands())
def test_nobody_leaves_its_bounds_and_locks_stay(demand: tuple[int, list[Claim]]) -> None:
    total, made = demand
    for asked, share in zip(made, shared(total, made), strict=True):
        assert asked.lowest <= share.households <= asked.highest
        assert not asked.locked or share.reason is Reason.LOCKED


@given(demands())
def test_a_share_is_within_one_household_of_its_exact_share(
    demand: tuple[int, list[Claim]],
) -> None:
    total, made = demand
    shares = shared(total, made)
    assert all(abs(share.households - share.exact) < 1 for share in shares)
    assert sum(share.exact for share in shares) == total


@given(demands(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_does_not_matter_but_between_equals(
    demand: tuple[int, list[Claim]], random: object
) -> None:
    total, made = demand
    shuffled = list(made)
    getattr(random, "shuffle")(shuffled)  # noqa: B009 - hypothesis gives no type for it
    first = {share.unit: share for share in shared(total, made)}
    second = {share.unit: share for share in shared(total, shuffled)}
    for asked in made:
        one, other = first[asked.unit], second[asked.unit]
        assert one.exact == other.exact
        equals = [
            c for c in made if c.poor == asked.poor and first[c.unit].exact % 1 == one.exact % 1
        ]
        assert one.households == other.households or len(equals) > 1


@given(claims(), st.data())
def test_with_a_larger_total_no_exact_share_falls_and_no_share_by_more_than_one(
    made: list[Claim], data: st.DataObject
) -> None:
    """Largest remainder is not monotone; this is what holds of it."""
    lowest, highest = sum(c.lowest for c in made), sum(c.highest for c in made)
    small = data.draw(st.integers(lowest, highest))
    large = data.draw(st.integers(small, highest))
    for less, more in zip(shared(small, made), shared(large, made), strict=True):
        assert more.exact >= less.exact
        assert more.households >= less.households - 1
        if more.exact >= less.exact + 1:
            assert more.households >= less.households


def test_a_larger_total_can_cost_a_small_unit_one_household() -> None:
    """The known paradox of the rule, kept on purpose: the golden figures follow the rule."""
    made = [claim("a", 6), claim("b", 6), claim("c", 2)]
    assert households(apportion(10, made)) == [4, 4, 2]
    assert households(apportion(11, made)) == [5, 5, 1]


def test_equal_remainders_go_to_the_unit_with_more_poor_then_to_the_first() -> None:
    equal = [Claim("a", 10, 1, 0, 10), Claim("b", 20, 1, 0, 20), Claim("c", 20, 1, 0, 20)]
    assert households(apportion(4, equal)) == [1, 2, 1]
    assert households(apportion(5, equal)) == [1, 2, 2]


def test_what_a_cap_cuts_off_goes_to_the_others_by_weight() -> None:
    shares = apportion(100, [claim("a", 50, 0, 20), claim("b", 30), claim("c", 20)])
    assert households(shares) == [20, 48, 32]
    assert [share.reason for share in shares] == [Reason.AT_POOR, Reason.WHOLE, Reason.WHOLE]


def test_each_share_names_its_reason() -> None:
    made = [
        Claim("locked", 9, 1, 3, 3, locked=True),
        Claim("no poor", 0, 5, 0, 0),
        Claim("no weight", 9, 0, 0, 9),
        Claim("cap", 90, 90, 0, 5),
        Claim("floor", 9, 1, 7, 9),
        Claim("whole", 40, 40, 0, 40),
        Claim("also", 30, 30, 0, 30),
    ]
    reasons = {share.unit: share.reason for share in apportion(50, made)}
    assert reasons == {
        "locked": Reason.LOCKED,
        "no poor": Reason.NO_POOR,
        "no weight": Reason.NO_WEIGHT,
        "cap": Reason.AT_CAP,
        "floor": Reason.AT_FLOOR,
        "whole": Reason.WHOLE,
        "also": Reason.WHOLE,
    }


def test_a_rounded_share_says_whether_it_got_a_household_left_over() -> None:
    shares = apportion(10, [claim("a", 2), claim("b", 1)])
    assert [share.reason for share in shares] == [Reason.ROUNDED_UP, Reason.ROUNDED_DOWN]
    assert households(shares) == [7, 3]


def test_a_negative_exact_share_stops_at_nothing() -> None:
    shares = apportion(5, [Claim("a", 9, 1, 0, 9, -8 * SCALE), Claim("b", 9, 1, 0, 9)])
    assert households(shares) == [0, 5]
    assert shares[0].reason is Reason.AT_ZERO


@pytest.mark.parametrize(
    ("total", "made", "code", "by"),
    [
        (5, [claim("a", 1, 4), claim("b", 1, 3)], "sharing_floors_above_total", 2),
        (30, [claim("a", 1, 0, 10), claim("b", 1, 0, 12)], "sharing_caps_below_total", 8),
        (30, [claim("a", 1, 0, 10), claim("b", 0, 0, 40)], "sharing_without_weight", 20),
    ],
)
def test_impossible_demands_say_by_how_many_households(
    total: int, made: list[Claim], code: str, by: int
) -> None:
    with pytest.raises(EntryRefused) as refused:
        apportion(total, made)
    assert (refused.value.code, refused.value.params["by"]) == (code, by)
