"""Units from the menu, and the tree of units in the table."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint

from dnplanner.core.entry import Cell
from dnplanner.core.plan import Pinned, Plan
from dnplanner.ui.name_dialog import NameDialog
from tests.core.plans import ROOT, more_households, plan_of, reviewed, targeted
from tests.ui.driving import ALT, CONTROL, SHIFT, Driver, Key

if TYPE_CHECKING:
    from collections.abc import Callable

DISTRICTS = [
    "Krông Nô",
    "Cư Jút",
    "Đắk Mil",
    "Đắk Song",
    "Đắk R'Lấp",
    "Tuy Đức",
    "Đắk Glong",
    "Gia Nghĩa",
]


def districts_with_communes() -> Plan:
    """Huyện A is the sum of two communes; one commune of B is not reviewed yet."""
    return plan_of(
        more_households(10),
        reviewed("a1", 500, 50),
        reviewed("a2", 300, 60),
        reviewed("B", 1000, 100),
        reviewed("b1", 400, 40),
        targeted("a1", Pinned.REDUCTION, 5),
        targeted("a2", Pinned.REDUCTION, Fraction(7)),
        targeted("B", Pinned.REDUCTION, 10),
        parents={"A": ROOT, "a1": "A", "a2": "A", "B": ROOT, "b1": "B", "b2": "B"},
    )


def command(driver: Driver, words: str) -> None:
    actions = driver.parts.units.actions()
    next(each for each in actions if each.text().replace("&", "") == words).trigger()


def undo(driver: Driver) -> None:
    driver.body.setFocus()
    driver.press(Key.Key_Z, CONTROL)


def test_an_added_unit_is_empty_and_waits_for_its_counts(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.REDUCTION)
    command(driver, "Thêm đơn vị…")
    driver.dialog(NameDialog).field.setFocus()
    driver.write("Đắk Mới", Key.Key_Return)
    assert driver.names() == [*DISTRICTS, "Đắk Mới"]
    assert driver.row("Đắk Mới") == ["–"] * 8
    assert driver.current() == ("Đắk Mới", Cell.HOUSEHOLDS_START)
    driver.write("1000", Key.Key_Tab)
    driver.write("100", Key.Key_Return)
    assert driver.row("Đắk Mới") == ["1.000", "100", "10,00", "1.200", "0", "1,7", "100", "8,33"]
    undo(driver)
    undo(driver)
    undo(driver)
    assert driver.names() == DISTRICTS


@pytest.mark.parametrize("name", ["Tuy Đức", "tuy  đức", " "])
def test_a_refused_unit_name_is_mended_in_the_dialog(driver: Driver, name: str) -> None:
    driver.go_to("Krông Nô", None)
    command(driver, "Thêm đơn vị…")
    driver.dialog(NameDialog).field.setFocus()
    driver.write(name, Key.Key_Return)
    assert driver.dialog(NameDialog).isVisible()
    assert driver.names() == DISTRICTS
    driver.press(Key.Key_Escape)


def test_a_unit_is_renamed_in_its_cell(driver: Driver) -> None:
    driver.go_to("Gia Nghĩa", Cell.RATE_END)
    command(driver, "Đổi tên")
    driver.write("TP Gia Nghĩa", Key.Key_Return)
    assert driver.names()[-1] == "TP Gia Nghĩa"
    undo(driver)
    assert driver.names()[-1] == "Gia Nghĩa"


def test_a_removed_unit_leaves_the_totals_and_comes_back_whole(driver: Driver) -> None:
    before = driver.row("Tuy Đức")
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_Delete, CONTROL)
    assert "Tuy Đức" not in driver.names()
    assert driver.text("Toàn tỉnh", Cell.REDUCTION) == "2.015"
    undo(driver)
    assert driver.names() == DISTRICTS
    assert driver.row("Tuy Đức") == before


def test_a_unit_moves_with_the_cursor(driver: Driver) -> None:
    driver.go_to("Cư Jút", Cell.REDUCTION)
    driver.press(Key.Key_Up, ALT | SHIFT)
    assert driver.names()[:2] == ["Cư Jút", "Krông Nô"]
    assert driver.current() == ("Cư Jút", Cell.REDUCTION)
    driver.press(Key.Key_Down, ALT | SHIFT)
    driver.press(Key.Key_Down, ALT | SHIFT)
    assert driver.names()[:3] == ["Krông Nô", "Đắk Mil", "Cư Jút"]
    undo(driver)
    undo(driver)
    undo(driver)
    assert driver.names() == DISTRICTS


def test_the_first_unit_cannot_move_up(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.REDUCTION)
    driver.press(Key.Key_Up, ALT | SHIFT)
    assert driver.document.undo_stack.count() == 0


def test_a_district_opens_in_place_by_its_arrow(open_window: Callable[[Plan], Driver]) -> None:
    driver = open_window(districts_with_communes())
    assert driver.names() == ["Xã A", "Xã B"]
    place = driver.body.visualRect(driver.body.model().index(0, 1))
    driver.click_at(driver.body.viewport(), place.topLeft() + QPoint(12, 12))
    assert driver.names() == ["Xã A", "Xã a1", "Xã a2", "Xã B"]
    driver.click_at(driver.body.viewport(), place.topLeft() + QPoint(12, 12))
    assert driver.names() == ["Xã A", "Xã B"]


def test_a_district_opens_and_closes_by_the_keyboard(open_window: Callable[[Plan], Driver]) -> None:
    driver = open_window(districts_with_communes())
    driver.go_to("Xã B", Cell.REDUCTION)
    driver.press(Key.Key_Right, ALT)
    assert driver.names() == ["Xã A", "Xã B", "Xã b1", "Xã b2"]
    assert driver.current() == ("Xã B", Cell.REDUCTION)
    driver.press(Key.Key_Left, ALT)
    assert driver.names() == ["Xã A", "Xã B"]


def test_a_sum_follows_its_communes_and_its_counts_are_not_typed(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(districts_with_communes())
    assert driver.row("Xã A") == ["800", "110", "13,75", "820", "12", "1,8", "98", "11,95"]
    driver.enter("Xã A", Cell.POOR_START, "20")
    assert driver.document.undo_stack.count() == 0
    assert driver.editor() is None
    assert "tổng của các đơn vị bên dưới" in driver.message()
    driver.go_to("Xã A", None)
    driver.press(Key.Key_Right, ALT)
    driver.enter("Xã a1", Cell.REDUCTION, "15")
    assert driver.text("Xã A", Cell.REDUCTION) == "22"


def test_a_parent_whose_communes_are_incomplete_keeps_its_own_figures(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(districts_with_communes())
    driver.enter("Xã B", Cell.REDUCTION, "20")
    assert driver.text("Xã B", Cell.REDUCTION) == "20"


def test_going_to_a_finding_in_a_closed_district_opens_it(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(districts_with_communes())
    unit = driver.unit("Xã a2")
    driver.window.show_cell(unit, Cell.POINTS)
    assert driver.names() == ["Xã A", "Xã a1", "Xã a2", "Xã B"]
    assert driver.current() == ("Xã a2", Cell.POINTS)


def test_a_unit_below_is_added_under_its_district_and_shown(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(districts_with_communes())
    driver.go_to("Xã B", Cell.REDUCTION)
    command(driver, "Thêm đơn vị cấp dưới…")
    driver.dialog(NameDialog).field.setFocus()
    driver.write("b3", Key.Key_Return)
    assert driver.names() == ["Xã A", "Xã B", "Xã b1", "Xã b2", "b3"]
    assert driver.current() == ("b3", Cell.HOUSEHOLDS_START)
