"""A parent's assigned target beside what its units plan."""

from __future__ import annotations

import pytest

from dnplanner.core.edits import apply
from dnplanner.core.errors import EntryRefused
from dnplanner.core.levels import assign, assigned, share_assigned
from tests.core.planned_units import evaluated, points, province, reduction, reductions

ABOVE = {"a": "h1", "b": "h1", "c": "h2"}
PLAN = province(dict.fromkeys(ABOVE, (500, 50)), parents=ABOVE, more=reductions({"a": 10, "b": 5}))


def test_an_assigned_target_changes_no_row_and_shows_the_difference() -> None:
    plan = apply(PLAN, assign(PLAN, evaluated(PLAN), "h1", points("2")))
    assert evaluated(plan).rows == evaluated(PLAN).rows
    found = assigned(plan, evaluated(plan), "h1")
    assert found is not None
    assert (found.reduction, found.planned, found.difference) == (20, 15, -5)


def test_nothing_is_assigned_where_nothing_was_given_or_units_stand_alone() -> None:
    assert assigned(PLAN, evaluated(PLAN), "h1") is None
    assert assigned(PLAN, evaluated(PLAN), "a") is None


def test_what_was_assigned_is_shared_by_the_present_shares() -> None:
    plan = apply(PLAN, assign(PLAN, evaluated(PLAN), "h1", reduction(30)))
    after = evaluated(apply(plan, share_assigned(plan, evaluated(plan), "h1")))
    assert [after.row(unit).reduction for unit in ABOVE] == [20, 10, 0]
    assert after.row("h1").reduction == 30


def test_an_assignment_can_be_taken_back() -> None:
    plan = apply(PLAN, assign(PLAN, evaluated(PLAN), "h1", reduction(30)))
    assert assigned(
        apply(plan, assign(plan, evaluated(plan), "h1", None)), evaluated(PLAN), "h1"
    ) is None  # fmt: skip


def test_an_assignment_must_be_possible() -> None:
    with pytest.raises(EntryRefused, match="assigned_to_leaf"):
        assign(PLAN, evaluated(PLAN), "a", reduction(1))
    with pytest.raises(EntryRefused, match="sharing_beyond_poor"):
        assign(PLAN, evaluated(PLAN), "h1", reduction(101))
    with pytest.raises(EntryRefused, match="nothing_assigned"):
        share_assigned(PLAN, evaluated(PLAN), "h1")
