"""Blocks of cells: copy, cut, paste, clear, fill, and undo of each as one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from dnplanner.core.entry import Cell
from dnplanner.models.columns import column_of
from dnplanner.storage.samples import TRAINING, sample
from tests.core.plans import WHOLE
from tests.ui.driving import CONTROL, Driver, Key, clipboard_text, put_on_clipboard

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan

FIRST, LAST = ("Krông Nô", Cell.HOUSEHOLDS_END), ("Cư Jút", Cell.POINTS)


def undo(driver: Driver) -> None:
    driver.press(Key.Key_Z, CONTROL)


def redo(driver: Driver) -> None:
    driver.press(Key.Key_Y, CONTROL)


def test_a_copied_block_is_text_that_every_spreadsheet_reads(driver: Driver) -> None:
    driver.select(FIRST, LAST)
    driver.press(Key.Key_C, CONTROL)
    assert clipboard_text() == "19975\t150\t0,8\n22131\t300\t1,4"


def test_a_copied_block_carries_its_values_in_its_html(driver: Driver) -> None:
    driver.select(FIRST, LAST)
    driver.press(Key.Key_C, CONTROL)
    html = QGuiApplication.clipboard().mimeData().html()
    assert 'x:num="19975" sdval="19975">19.975</td>' in html
    assert 'x:num="0.8" sdval="0.8">0,8</td>' in html


def test_everything_selected_copies_names_and_all_rows(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.REDUCTION)
    driver.press(Key.Key_A, CONTROL)
    driver.press(Key.Key_C, CONTROL)
    lines = clipboard_text().split("\n")
    assert len(lines) == 8
    assert lines[5].split("\t")[:4] == ["06", "Tuy Đức", "16674", "3131"]


def test_the_total_row_can_be_copied(driver: Driver) -> None:
    total = driver.window.sheet.total
    place = total.visualRect(total.model().index(0, 6)).center()
    driver.click_at(total.viewport(), place)
    driver.press(Key.Key_C, CONTROL)
    assert clipboard_text() == "3415"


def test_a_block_is_pasted_at_the_current_cell_when_nothing_is_selected(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.REDUCTION)
    driver.body.clearSelection()
    put_on_clipboard("180")
    driver.press(Key.Key_V, CONTROL)
    assert driver.text("Krông Nô", Cell.REDUCTION) == "180"


def test_a_block_from_a_spreadsheet_is_pasted_as_one_step(driver: Driver) -> None:
    put_on_clipboard("1.350\n1.150\n20\n")
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_V, CONTROL)
    names = ("Tuy Đức", "Đắk Glong", "Gia Nghĩa")
    assert [driver.text(name, Cell.REDUCTION) for name in names] == ["1.350", "1.150", "20"]
    assert driver.document.undo_stack.count() == 1
    assert driver.message() == ""
    undo(driver)
    assert [driver.text(name, Cell.REDUCTION) for name in names] == ["1.400", "1.200", "25"]
    redo(driver)
    assert driver.text("Đắk Glong", Cell.REDUCTION) == "1.150"


def test_a_pasted_block_is_selected_where_it_went(driver: Driver) -> None:
    put_on_clipboard("20.000\t800\n22000\t900")
    driver.go_to("Krông Nô", Cell.HOUSEHOLDS_START)
    driver.press(Key.Key_V, CONTROL)
    assert driver.body.selected_cells() == [(0, 2), (0, 3), (1, 2), (1, 3)]


def test_after_ctrl_home_a_block_goes_to_the_first_figures(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_Home, CONTROL)
    put_on_clipboard("20.000")
    driver.press(Key.Key_V, CONTROL)
    assert driver.text("Krông Nô", Cell.HOUSEHOLDS_START) == "20.000"
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"


def test_a_refused_command_is_forgotten_with_the_next_change(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.RATE_START)
    driver.write("5")
    assert driver.message().startswith("Ô này được tính từ các ô khác")
    driver.enter("Tuy Đức", Cell.REDUCTION, "1.350")
    assert driver.message() == ""


def test_the_rejects_of_a_block_stay_until_it_is_undone(driver: Driver) -> None:
    put_on_clipboard("1350\n12,5")
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_V, CONTROL)
    driver.enter("Đắk Glong", Cell.REDUCTION, "1.150")
    assert driver.message().startswith("1 ô không nhận được")
    undo(driver)
    assert driver.message().startswith("1 ô không nhận được")
    undo(driver)
    assert driver.message() == ""


def test_a_wide_block_fills_counts_from_a_spreadsheet(driver: Driver) -> None:
    put_on_clipboard("20.000\t800\n22000\t900")
    driver.go_to("Krông Nô", Cell.HOUSEHOLDS_START)
    driver.press(Key.Key_V, CONTROL)
    assert driver.row("Krông Nô")[:4] == ["20.000", "800", "4,00", "20.200"]
    assert driver.row("Cư Jút")[:4] == ["22.000", "900", "4,09", "22.200"]


def test_refused_cells_of_a_block_are_told_and_the_others_taken(driver: Driver) -> None:
    put_on_clipboard("1350\n12,5\nabc")
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_V, CONTROL)
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.350"
    assert driver.text("Đắk Glong", Cell.REDUCTION) == "1.200"
    head, first, second = driver.message().split("\n")
    assert head == "2 ô không nhận được; các ô khác đã dán."
    assert first.startswith("Dòng 2, cột 1 của khối dán (“12,5”):")
    assert "số nguyên" in first
    assert second.startswith("Dòng 3, cột 1 của khối dán (“abc”):")


def test_a_block_that_is_refused_whole_says_so_and_changes_nothing(driver: Driver) -> None:
    put_on_clipboard("abc")
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_V, CONTROL)
    assert driver.document.undo_stack.count() == 0
    assert driver.message().startswith("Không ô nào được dán.")


def test_a_block_with_names_is_put_on_the_figures_beside_them(driver: Driver) -> None:
    put_on_clipboard("Krông Nô\t20000\t800\nCư Jút\t22000\t900")
    driver.go_to("Krông Nô", None)
    driver.press(Key.Key_V, CONTROL)
    assert driver.row("Krông Nô")[:2] == ["20.000", "800"]
    assert driver.row("Cư Jút")[:2] == ["22.000", "900"]
    assert driver.names()[:2] == ["Krông Nô", "Cư Jút"]


def test_one_value_fills_the_whole_selection(driver: Driver) -> None:
    put_on_clipboard("120")
    driver.select(("Krông Nô", Cell.REDUCTION), ("Đắk Mil", Cell.REDUCTION))
    driver.press(Key.Key_V, CONTROL)
    names = ("Krông Nô", "Cư Jút", "Đắk Mil", "Đắk Song")
    assert [driver.text(name, Cell.REDUCTION) for name in names] == ["120", "120", "120", "140"]
    assert driver.document.undo_stack.count() == 1


def test_cut_copies_and_clears_in_one_step(driver: Driver) -> None:
    driver.select(("Krông Nô", Cell.REDUCTION), ("Cư Jút", Cell.REDUCTION))
    driver.press(Key.Key_X, CONTROL)
    assert clipboard_text() == "150\n300"
    assert driver.text("Cư Jút", Cell.REDUCTION) == "0"
    undo(driver)
    assert driver.text("Cư Jút", Cell.REDUCTION) == "300"
    assert driver.document.undo_stack.index() == 0


def test_fill_down_copies_the_top_row_of_the_selection(driver: Driver) -> None:
    driver.select(("Krông Nô", Cell.HOUSEHOLDS_END), ("Đắk Mil", Cell.REDUCTION))
    driver.press(Key.Key_D, CONTROL)
    assert driver.row("Cư Jút")[3:5] == ["19.975", "150"]
    assert driver.row("Đắk Mil")[3:5] == ["19.975", "150"]
    assert driver.row("Đắk Song")[3:5] == ["21.007", "140"]
    undo(driver)
    assert driver.row("Cư Jút")[3:5] == ["22.131", "300"]


@pytest.mark.parametrize(
    "act",
    [
        lambda driver: driver.enter("Tuy Đức", Cell.RATE_END, "9,5"),
        lambda driver: driver.enter("Tuy Đức", Cell.POOR_START, "3000"),
        lambda driver: driver.enter("Tuy Đức", None, "Tuy Đức mới"),
        lambda driver: driver.click(driver.findings()[0].fix_button),
    ],
    ids=["target", "count", "name", "fix"],
)
def test_every_change_is_undone_and_done_again(
    driver: Driver, act: Callable[[Driver], None]
) -> None:
    def seen() -> list[list[str]]:
        driver.go_to("Gia Nghĩa", Cell.REDUCTION)
        driver.parts.panel.unit.compare()
        rows = [driver.row(WHOLE), driver.panel_texts(), driver.names()]
        return [*rows, *(driver.row(name) for name in driver.names())]

    before = seen()
    act(driver)
    after = seen()
    assert after != before
    driver.body.setFocus()
    undo(driver)
    assert seen() == before
    redo(driver)
    assert seen() == after


def test_the_undo_command_says_what_it_undoes(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    words = driver.parts.menus.undo.text()
    assert "Tuy Đức" in words
    assert "1.400 → 1.350" in words
    assert driver.document.undo_stack.isClean() is False
    undo(driver)
    assert driver.document.undo_stack.isClean()


def test_sums_among_the_emptied_cells_follow_by_themselves(
    open_window: Callable[[Plan], Driver],
) -> None:
    driver = open_window(sample(TRAINING))
    sheet, column = driver.window.sheet, column_of(Cell.REDUCTION)
    model = sheet.body_model
    model.toggle(model.unit_at(0))
    communes = len(driver.document.plan.tree.children_of(model.unit_at(0)))
    sheet.select(range(communes + 1), range(column, column + 1))
    driver.parts.editing.clear()
    assert driver.text("Krông Nô", Cell.REDUCTION) == "0"
    assert driver.document.undo_stack.count() == 1
    sheet.select(range(1), range(column, column + 1))
    driver.parts.editing.clear()
    assert "tổng của các đơn vị bên dưới" in driver.message()
