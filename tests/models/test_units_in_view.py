"""Which units stand in the table, in what order, with what number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.units import Unit, UnitTree
from dnplanner.models.units_in_view import UnitsInView

if TYPE_CHECKING:
    from collections.abc import Sequence

TREE = UnitTree.of(
    {
        "t": Unit("Tỉnh", None, 0),
        "h1": Unit("Huyện 1", "t", 0),
        "h2": Unit("Huyện 2", "t", 1),
        "x1": Unit("Xã 1", "h1", 0),
        "x2": Unit("Xã 2", "h1", 1),
        "b": Unit("Bon", "x1", 0),
    }
)


def opened(*units: str) -> list[str]:
    view = UnitsInView(TREE, whole=False)
    view.open_all(units)
    return view.wanted(TREE)


def test_at_first_only_the_units_right_below_the_whole_are_there() -> None:
    view = UnitsInView(TREE, whole=False)
    assert view.units == ["h1", "h2"]
    assert view.row_of("h2") == 1
    assert view.row_of("x1") is None


def test_the_total_is_a_row_of_its_own_without_a_number() -> None:
    view = UnitsInView(TREE, whole=True)
    assert view.units == ["t"]
    assert not view.number(TREE, "t")


def test_open_units_show_what_is_below_them_in_place() -> None:
    assert opened("h1") == ["h1", "x1", "x2", "h2"]
    assert opened("h1", "x1") == ["h1", "x1", "b", "x2", "h2"]
    assert opened("x1") == ["h1", "h2"], "what is hidden stays hidden"


def test_a_unit_opens_and_closes() -> None:
    view = UnitsInView(TREE, whole=False)
    view.toggle("h1")
    assert view.is_open("h1")
    view.toggle("h1")
    assert not view.is_open("h1")
    assert view.wanted(TREE) == ["h1", "h2"]


def test_units_are_numbered_among_their_siblings() -> None:
    view = UnitsInView(TREE, whole=False)
    assert [view.number(TREE, unit) for unit in ("h2", "x2", "b")] == ["02", "02", "01"]


rows = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(rows, rows)
def test_an_exchange_leads_from_any_rows_to_any_others(
    have: Sequence[str], wanted: Sequence[str]
) -> None:
    view = UnitsInView(TREE, whole=False)
    view.show(have)
    first, out, come, between = view.exchange(wanted)
    assert between == [*have[:first], *have[first + out :]]
    assert wanted == [*between[:first], *wanted[first : first + come], *between[first:]]


@given(rows)
def test_nothing_is_exchanged_where_nothing_differs(have: Sequence[str]) -> None:
    view = UnitsInView(TREE, whole=False)
    view.show(have)
    assert view.exchange(have)[1:3] == (0, 0)
