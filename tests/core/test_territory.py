"""Units are added, renamed, moved and removed, with all facts about them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.edits import Edit, apply
from dnplanner.core.errors import EntryRefused, NotFound
from dnplanner.core.names import MAX_NAME
from dnplanner.core.plan import (
    Goal,
    GoalKey,
    GoalKind,
    Key,
    Nature,
    Pinned,
    Plan,
    Printed,
    PrintedKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Series
from dnplanner.core.territory import (
    add_unit,
    find_unit,
    move_unit,
    remove_unit,
    rename_unit,
)
from dnplanner.core.units import Unit
from dnplanner.storage.samples import sample
from tests.core.plans import ROOT, frame, plan_of, reviewed, targeted

ABOUT_A: dict[Key, Value] = {
    **reviewed("a", 100, 20),
    **targeted("a", Pinned.REDUCTION, 5),
    GoalKey("g"): Goal("a", 2024, Series.POOR, GoalKind.POINTS, Fraction(1)),
    PrintedKey("a", 2020, Series.POOR, Nature.ACTUAL, "2016-2020"): Printed(rate=Fraction(7)),
}
PLAN = plan_of(ABOUT_A, reviewed("d", 500, 50), parents={"d": ROOT, "a": "d", "b": "d", "c": "d"})


def done(plan: Plan, edit: Edit) -> Plan:
    """The plan after ``edit``, which can be taken back."""
    after = apply(plan, edit)
    assert dict(apply(after, edit.inverse()).facts()) == dict(plan.facts())
    return after


def test_a_new_unit_stands_last_among_its_siblings() -> None:
    added = Unit("  Xã   Quảng Phú ", "d", 99, "Xã", "commune", "24700")
    after = done(PLAN, add_unit(PLAN, "new", added))
    assert after.tree.children_of("d") == ("a", "b", "c", "new")
    assert after.unit("new") == Unit("Xã Quảng Phú", "d", 4, "Xã", "commune", "24700")


def test_a_unit_without_a_parent_is_added_below_the_whole() -> None:
    after = done(PLAN, add_unit(PLAN, "new", Unit("Huyện mới", None, 0)))
    assert after.unit("new").parent == ROOT


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name_empty"),
        (" \u00a0 ", "name_empty"),
        ("Xã a", "name_taken"),
        ("xã  A", "name_taken"),
        ("x" * (MAX_NAME + 1), "name_too_long"),
        ("Xã\u200bmới", "name_too_long"),
    ],
)
def test_a_name_that_cannot_be_is_refused(name: str, code: str) -> None:
    with pytest.raises(EntryRefused, match=code):
        add_unit(PLAN, "new", Unit(name, "d", 0))
    with pytest.raises(EntryRefused, match=code):
        rename_unit(PLAN, "b", name)


def test_a_name_in_decomposed_letters_is_the_same_name() -> None:
    plan = done(PLAN, rename_unit(PLAN, "b", "Xa\u0303 Hoa\u0300"))
    assert plan.unit("b").name == "Xã Hoà"
    with pytest.raises(EntryRefused, match="name_taken"):
        rename_unit(plan, "c", "Xã Hoà")


def test_units_of_different_parents_may_have_one_name() -> None:
    assert done(PLAN, add_unit(PLAN, "new", Unit("Xã a", ROOT, 0))).unit("new").name == "Xã a"


def test_renaming_keeps_everything_else() -> None:
    after = done(PLAN, rename_unit(PLAN, "a", "Xã Đắk Sôr"))
    assert after.unit("a") == PLAN.unit("a")._replace(name="Xã Đắk Sôr")
    assert not rename_unit(PLAN, "a", " Xã a ")
    assert done(PLAN, rename_unit(PLAN, ROOT, "Lâm Đồng")).unit(ROOT).name == "Lâm Đồng"


def test_removing_takes_all_facts_about_the_unit_along() -> None:
    after = done(PLAN, remove_unit(PLAN, "a"))
    gone = {UnitKey("a"), *ABOUT_A}
    assert dict(after.facts()) == {k: v for k, v in PLAN.facts() if k not in gone}


def test_removing_takes_everything_below_along() -> None:
    after = done(PLAN, remove_unit(PLAN, "d"))
    assert dict(after.facts()) == dict(frame())


def test_the_whole_is_neither_removed_nor_moved() -> None:
    with pytest.raises(EntryRefused, match="root_stays"):
        remove_unit(PLAN, ROOT)
    with pytest.raises(EntryRefused, match="root_stays"):
        move_unit(PLAN, ROOT, 1)


@pytest.mark.parametrize(
    ("unit", "steps", "order"),
    [
        ("a", 1, ("b", "a", "c")),
        ("a", 9, ("b", "c", "a")),
        ("c", -1, ("a", "c", "b")),
        ("c", -9, ("c", "a", "b")),
        ("b", 0, ("a", "b", "c")),
        ("a", -1, ("a", "b", "c")),
    ],
)
def test_a_unit_moves_among_its_siblings_as_far_as_it_goes(
    unit: str, steps: int, order: tuple[str, ...]
) -> None:
    assert done(PLAN, move_unit(PLAN, unit, steps)).tree.children_of("d") == order


def test_a_unit_is_found_by_name_with_or_without_its_kind_and_by_code() -> None:
    plan = done(PLAN, add_unit(PLAN, "new", Unit("Cư Jút", ROOT, 0, "Huyện", "district", "662")))
    for wanted in ("Cư Jút", " cư  jút", "Huyện Cư Jút", "662", "C\u01b0 Ju\u0301t"):
        assert find_unit(plan, wanted) == "new"


def test_a_name_no_unit_or_several_have_finds_none() -> None:
    plan = done(PLAN, add_unit(PLAN, "new", Unit("Xã a", ROOT, 0)))
    with pytest.raises(NotFound, match="unit_ambiguous"):
        find_unit(plan, "Xã a")
    for wanted in ("Krông Ana", "", "  "):
        with pytest.raises(NotFound) as refused:
            find_unit(plan, wanted)
        assert refused.value.params == {"name": wanted}


@pytest.mark.parametrize("wanted", ["dak mil", "Dak  Mil", "Đăk Mil", "huyen dak mil", "ĐẮC MIL"])
def test_a_unit_is_found_without_its_marks(wanted: str) -> None:
    assert find_unit(sample(), wanted) == "dak-mil"


@pytest.mark.parametrize(
    ("wanted", "code", "alike"),
    [
        ("Chư Jút", "unit_alike", "Cư Jút"),
        ("Đắk Min", "unit_alike", "Đắk Mil"),
        ("xã Đắk Mil", "unit_alike", "Đắk Mil"),
        ("Krông Bông", "unit", None),
        ("Krông Ana", "unit", None),
        ("Mil", "unit", None),
        ("…", "unit", None),
    ],
)
def test_another_letter_is_not_guessed_but_named(wanted: str, code: str, alike: str | None) -> None:
    with pytest.raises(NotFound) as refused:
        find_unit(sample(), wanted)
    assert (refused.value.code, refused.value.params.get("alike")) == (code, alike)
