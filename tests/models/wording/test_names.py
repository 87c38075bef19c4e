"""Units, series and cells as sentences and headings call them."""

from __future__ import annotations

import pytest

from dnplanner.core.entry import Cell
from dnplanner.core.plan import Plan, UnitKey
from dnplanner.core.series import Series
from dnplanner.core.units import Unit
from dnplanner.models.wording import (
    cell_name,
    children_heading,
    scenario_name,
    series_name,
    unit_name,
    whole_name,
)
from dnplanner.storage.samples import sample


def plan_of(root: Unit, *children: Unit) -> Plan:
    below = [(UnitKey(f"c{at}"), child) for at, child in enumerate(children)]
    return Plan.of([(UnitKey("root"), root), *below])


@pytest.mark.parametrize(
    ("kind", "level", "name"),
    [
        ("Tỉnh", "province", "Toàn tỉnh"),
        ("", "province", "Toàn tỉnh"),
        ("Huyện", "district", "Toàn huyện"),
        ("Thành phố", "district", "Toàn thành phố"),
        ("", "commune", "Toàn xã"),
        ("Đặc khu", "commune", "Toàn đặc khu"),
        ("", "", "Tổng cộng"),
    ],
)
def test_the_whole_is_named_by_what_it_is(kind: str, level: str, name: str) -> None:
    assert whole_name(plan_of(Unit("X", None, 0, kind, level))) == name


def test_a_unit_is_called_by_its_name_and_the_root_as_the_whole() -> None:
    plan = sample()
    assert unit_name(plan, "cu-jut") == "Cư Jút"
    assert unit_name(plan, "dak-nong") == "Toàn tỉnh"
    assert unit_name(plan, "gone") == "gone"


def test_an_unknown_scenario_is_called_by_its_identifier() -> None:
    assert scenario_name(sample(), "pa-1") == "PA 1 – Trình UBND"
    assert scenario_name(sample(), "gone") == "gone"


def test_the_heading_over_the_units_lists_their_kinds() -> None:
    assert children_heading(sample()) == "Huyện, thành phố"
    assert children_heading(plan_of(Unit("X", None, 0), Unit("Y", "root", 0, "", "commune"))) == (
        "Xã, phường"
    )
    assert children_heading(plan_of(Unit("X", None, 0))) == "Đơn vị"


@pytest.mark.parametrize("series", Series)
@pytest.mark.parametrize("cell", Cell)
def test_every_cell_of_every_series_has_a_name_with_its_year(cell: Cell, series: Series) -> None:
    name = cell_name(cell, series, 2024)
    assert name.endswith("2023" if "start" in cell else "2024")
    assert series_name(series) in name or "households" in cell
