"""Units are a tree of any depth, in official order."""

from __future__ import annotations

import pytest

from dnplanner.core.errors import PlanBroken
from dnplanner.core.units import Unit, UnitTree

FOUR_LEVELS = {
    "hamlet": Unit("Thôn 1", "commune", 0),
    "second": Unit("Huyện B", "province", 1),
    "commune": Unit("Xã A", "first", 0),
    "province": Unit("Tỉnh", None, 0),
    "first": Unit("Huyện A", "province", 0),
}


def test_siblings_stand_in_their_official_order() -> None:
    tree = UnitTree.of(FOUR_LEVELS)
    assert tree.root == "province"
    assert tree.children_of("province") == ("first", "second")
    assert tree.children_of("hamlet") == ()


def test_everything_below_is_listed_parents_first() -> None:
    tree = UnitTree.of(FOUR_LEVELS)
    assert list(tree.below("province")) == ["first", "commune", "hamlet", "second"]
    assert list(tree.below("first")) == ["commune", "hamlet"]
    assert tree.downwards == ("province", "first", "commune", "hamlet", "second")


def test_bottom_up_lists_children_before_their_parents() -> None:
    assert UnitTree.of(FOUR_LEVELS).bottom_up() == [
        "second",
        "hamlet",
        "commune",
        "first",
        "province",
    ]


def test_depth_counts_the_units_above() -> None:
    tree = UnitTree.of(FOUR_LEVELS)
    assert list(tree.ancestors("hamlet")) == ["commune", "first", "province"]
    assert tree.depth("province") == 0
    assert tree.depth("hamlet") == 3


def test_a_single_unit_is_a_tree() -> None:
    tree = UnitTree.of({"commune": Unit("Xã", None, 0)})
    assert tree.bottom_up() == ["commune"]


@pytest.mark.parametrize(
    ("units", "code"),
    [
        ({}, "roots"),
        ({"a": Unit("A", None, 0), "b": Unit("B", None, 1)}, "roots"),
        ({"a": Unit("A", None, 0), "b": Unit("B", "nowhere", 0)}, "unknown_parent"),
        ({"a": Unit("A", "a", 0)}, "roots"),
        ({"r": Unit("R", None, 0), "a": Unit("A", "b", 0), "b": Unit("B", "a", 0)}, "cycle"),
        ({"r": Unit("R", None, 0), "a": Unit("A", "a", 0)}, "cycle"),
    ],
    ids=["none", "two roots", "unknown parent", "only itself", "two in a ring", "its own parent"],
)
def test_units_that_are_no_tree_are_refused(units: dict[str, Unit], code: str) -> None:
    with pytest.raises(PlanBroken) as refused:
        UnitTree.of(units)
    assert refused.value.code == code


def test_a_tree_a_thousand_levels_deep_is_walked_without_recursion() -> None:
    units = {str(n): Unit(str(n), str(n - 1) if n else None, 0) for n in range(3000)}
    tree = UnitTree.of(units)
    assert tree.depth("2999") == 2999
    assert tree.bottom_up()[0] == "2999"
