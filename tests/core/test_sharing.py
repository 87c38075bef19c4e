"""Sharing a parent's number among its units."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dnplanner.core.apportionment import Reason
from dnplanner.core.edits import apply
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import ObservedKey, Pinned, Plan, Target, UnitKey
from dnplanner.core.series import Measure, Series
from dnplanner.core.sharing import (
    Limits,
    Sharing,
    Weighting,
    lock_at_present,
    row_after,
    share,
    share_edit,
    share_parent_number,
    total_households,
)
from dnplanner.core.units import Unit
from dnplanner.storage.samples import sample
from tests.core.planned_units import evaluated, numbered, points, province, reduction, reductions

BY_CELL = [Weighting.POOR, Weighting.EQUAL_POINTS, Weighting.PROGRESSIVE, Weighting.PRESENT]

GOLDEN = {
    "krong-no": 289,
    "cu-jut": 313,
    "dak-mil": 181,
    "dak-song": 229,
    "dak-rlap": 181,
    "tuy-duc": 1210,
    "dak-glong": 978,
    "gia-nghia": 34,
}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample()


@pytest.fixture(scope="module")
def evaluation(plan: Plan) -> Evaluation:
    return Evaluation(plan, Question("pa-1", 2024, Series.POOR))


def test_3415_by_poor_households_are_the_known_shares(plan: Plan, evaluation: Evaluation) -> None:
    shares = share(plan, evaluation, Sharing("dak-nong", reduction(3415), Weighting.POOR))
    assert {part.unit: part.households for part in shares} == GOLDEN


@pytest.mark.parametrize("weighting", Weighting)
def test_every_total_from_2500_to_4500_ties(
    plan: Plan, evaluation: Evaluation, weighting: Weighting
) -> None:
    locked = {"tuy-duc": lock_at_present(evaluation, "tuy-duc")}
    own = {unit: Fraction(place + 1, 2) for place, unit in enumerate(GOLDEN)}
    for total in range(2500, 4501):
        sharing = Sharing("dak-nong", reduction(total), weighting, locked, own)
        shares = share(plan, evaluation, sharing)
        assert sum(part.households for part in shares) == total
        for part in shares:
            assert 0 <= part.households <= (evaluation.row(part.unit).poor_start or 0)
            assert part.unit != "tuy-duc" or part.households == 1400


def test_two_points_for_every_district_cap_three_and_still_tie(
    plan: Plan, evaluation: Evaluation
) -> None:
    shares = share(plan, evaluation, Sharing("dak-nong", points("2"), Weighting.EQUAL_POINTS))
    assert sum(part.households for part in shares) == 3361
    capped = {part.unit for part in shares if part.reason is Reason.AT_POOR}
    assert capped == {"dak-mil", "dak-rlap", "gia-nghia"}
    drops = [
        row_after(evaluation.row(part.unit), part).points
        for part in shares
        if part.unit not in capped
    ]
    assert all(
        drop is not None and abs(drop - Fraction("2.445")) < Fraction(1, 200) for drop in drops
    )


def test_present_shares_leave_the_present_total_as_it_is(
    plan: Plan, evaluation: Evaluation
) -> None:
    assert not share_parent_number(plan, evaluation, "dak-nong", reduction(3415))


@pytest.mark.parametrize(
    ("total", "households"),
    [
        (reduction(3000), 3000),
        (points("2"), 3361),
        (Target(Pinned.RATE_END, Fraction("3.15")), 3415),
        (Target(Pinned.POOR_END, Fraction(5000)), 3838),
    ],
)
def test_the_total_may_be_households_points_or_an_end(
    evaluation: Evaluation, total: Target, households: int
) -> None:
    assert total_households(evaluation.row("dak-nong"), total) == households


def test_points_that_growth_alone_reaches_need_no_household() -> None:
    plan = province({"a": (100, 50)}, growth=100)
    assert total_households(evaluated(plan).row("tinh"), points("10")) == 0


def test_a_share_becomes_a_pinned_reduction_in_one_edit(plan: Plan, evaluation: Evaluation) -> None:
    shares = share(plan, evaluation, Sharing("dak-nong", reduction(3000), Weighting.POOR))
    edit = share_edit(plan, evaluation, shares)
    after = Evaluation(apply(plan, edit), evaluation.question)
    assert after.row("dak-nong").reduction == 3000
    assert all(after.row(part.unit).pinned is Pinned.REDUCTION for part in shares)
    assert apply(apply(plan, edit), edit.inverse()).tables == plan.tables


def test_a_locked_unit_keeps_its_own_pinned_cell() -> None:
    plan = province(
        {"a": (1000, 100), "b": (1000, 100)},
        more={**reductions({"b": 10}), **{key: points("2") for key in reductions({"a": 0})}},
    )
    evaluation = evaluated(plan)
    locked = {"a": lock_at_present(evaluation, "a")}
    shares = share(plan, evaluation, Sharing("tinh", reduction(70), Weighting.POOR, locked))
    after = evaluated(apply(plan, share_edit(plan, evaluation, shares)))
    assert (after.row("a").pinned, after.row("a").reduction) == (Pinned.POINTS, 20)
    assert after.row("b").reduction == 50


def test_a_share_of_a_district_goes_on_to_its_communes() -> None:
    plan = province(
        numbered([(500, 40), (500, 60), (800, 100)]),
        parents={"u00": "h1", "u01": "h1", "u02": "h2"},
    )
    edit = share_parent_number(plan, evaluated(plan), "tinh", reduction(50))
    after = evaluated(apply(plan, edit))
    assert {unit: row.reduction for unit, row in after.rows.items()} == {
        "tinh": 50, "h1": 25, "h2": 25, "u00": 10, "u01": 15, "u02": 25,
    }  # fmt: skip


def test_a_column_of_weights_is_followed_exactly() -> None:
    plan = province(numbered([(500, 100)] * 3))
    column = {"u00": Fraction("0.5"), "u01": Fraction("1.5")}
    sharing = Sharing("tinh", reduction(40), Weighting.COLUMN, column=column)
    shares = share(plan, evaluated(plan), sharing)
    assert [part.households for part in shares] == [10, 30, 0]


def test_an_empty_unit_gets_nothing() -> None:
    plan = province(numbered([(500, 100), (0, 0)]))
    for weighting in BY_CELL:
        shares = share(plan, evaluated(plan), Sharing("tinh", reduction(40), weighting))
        assert [part.households for part in shares] == [40, 0]
        assert shares[1].reason is Reason.NO_POOR


UNITS = numbered([(1000, 50), (1000, 60)])


@pytest.mark.parametrize(
    ("total", "limits", "code", "by"),
    [
        (reduction(111), {}, "sharing_beyond_poor", 1),
        (reduction(-1), {}, "sharing_total_negative", None),
        (points("6"), {}, "sharing_beyond_poor", 10),
        (Target(Pinned.RATE_END, Fraction(-1)), {}, "rate_below_zero", None),
        (Target(Pinned.RATE_END, Fraction(101)), {}, "rate_above_hundred", None),
        (reduction(40), {"u00": Limits(floor=30, cap=20)}, "sharing_floor_above_cap", 10),
        (reduction(40), {"u00": Limits(floor=53)}, "sharing_floor_beyond_poor", 3),
        (reduction(40), {"u00": Limits(cap=-1)}, "sharing_limit_negative", None),
        (reduction(40), {"u00": Limits(lock=51)}, "sharing_lock_beyond_poor", 1),
        (reduction(40), {"u00": Limits(lock=45)}, "sharing_lock_above_total", 5),
        (reduction(40), {"u00": Limits(floor=25), "u01": Limits(lock=20)},
         "sharing_floors_above_total", 5),
        (reduction(100), {"u00": Limits(cap=25), "u01": Limits(cap=60)},
         "sharing_caps_below_total", 15),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_the_households(
    total: Target, limits: dict[str, Limits], code: str, by: int | None
) -> None:
    plan = province(UNITS)
    with pytest.raises(EntryRefused) as refused:
        share(plan, evaluated(plan), Sharing("tinh", total, Weighting.POOR, limits))
    assert (refused.value.code, refused.value.params.get("by")) == (code, by)


def test_a_negative_weight_is_refused() -> None:
    plan = province(UNITS)
    column = {"u00": Fraction(-1), "u01": Fraction(1)}
    with pytest.raises(EntryRefused, match="sharing_weight_negative"):
        share(plan, evaluated(plan), Sharing("tinh", reduction(4), Weighting.COLUMN, {}, column))


def test_a_unit_without_counts_gets_no_invented_share() -> None:
    plan = province(UNITS, more={UnitKey("mới"): Unit("Xã Mới", "tinh", 9)})
    with pytest.raises(EntryRefused, match="sharing_counts_missing") as refused:
        share(plan, evaluated(plan), Sharing("tinh", reduction(4), Weighting.POOR))
    assert refused.value.params == {"name": "Xã Mới", "units": 1}


def test_a_unit_with_nothing_below_has_nobody_to_share_with() -> None:
    plan = province(UNITS)
    with pytest.raises(EntryRefused, match="sharing_no_units"):
        share(plan, evaluated(plan), Sharing("u00", reduction(4), Weighting.POOR))


def test_a_parent_without_households_cannot_be_shared() -> None:
    plan = province({"a": (0, 0)})
    with pytest.raises(EntryRefused, match="no_households"):
        share(plan, evaluated(plan), Sharing("tinh", points("1"), Weighting.POOR))


def _reached_by_weight(evaluation: Evaluation) -> int:
    """The poor households of the units that have a present share; of all where none has."""
    rows = [row for unit, row in evaluation.rows.items() if unit != "tinh"]
    shared = [row for row in rows if (row.reduction or 0) > 0] or rows
    return sum(row.poor_start or 0 for row in shared)


@given(
    st.lists(
        st.integers(0, 3000).flatmap(lambda h: st.tuples(st.just(h), st.integers(0, h))),
        min_size=1,
        max_size=9,
    ),
    st.integers(-20, 40),
    st.sampled_from(BY_CELL),
    st.data(),
)
def test_any_reachable_total_is_shared_exactly(
    counts: list[tuple[int, int]], growth: int, weighting: Weighting, data: st.DataObject
) -> None:
    plan = province(numbered(counts), growth=growth)
    evaluation = evaluated(plan)
    poor = sum(pair[1] for pair in counts)
    if sum(pair[0] for pair in counts) == 0:
        return
    total = data.draw(st.integers(max(0, evaluation.row("tinh").reduction or 0), poor))
    assume(weighting is not Weighting.PRESENT or total <= _reached_by_weight(evaluation))
    shares = share(plan, evaluation, Sharing("tinh", reduction(total), weighting))
    edit = share_edit(plan, evaluation, shares)
    assert sum(part.households for part in shares) == total
    assert all(part.households <= pair[1] for part, pair in zip(shares, counts, strict=True))
    assert evaluated(apply(plan, edit)).row("tinh").poor_start == poor


def test_counts_missing_at_the_parent_are_said() -> None:
    plan = province({}, more={ObservedKey("tinh", 2023, Measure.POOR): 5})
    with pytest.raises(EntryRefused, match="counts_missing"):
        total_households(evaluated(plan).row("tinh"), reduction(4))
