"""Typing into the table: what a user types, sees follow, and is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.entry import Cell
from dnplanner.core.numerals import format_count
from dnplanner.ui.refusal_tip import RefusalTip
from tests.core.plans import APPENDIX, WHOLE
from tests.ui.driving import SHIFT, Driver, Key, settle_down

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from dnplanner.core.plan import Plan


@pytest.mark.parametrize("name", APPENDIX)
def test_every_figure_of_the_printed_appendix_is_in_the_table(driver: Driver, name: str) -> None:
    row = APPENDIX[name]
    assert driver.row(name) == [
        format_count(row.households_start),
        format_count(row.poor_start),
        row.rate_start.replace(".", ","),
        format_count(row.households_end),
        format_count(row.reduction),
        row.points.replace(".", ","),
        format_count(row.poor_end),
        row.rate_end.replace(".", ","),
    ]


@pytest.mark.parametrize(
    ("cell", "typed", "expected"),
    [
        # The pinned cell, and the year-end columns that follow: H1, R, points, P1, rate.
        (Cell.REDUCTION, "1350", ["16.874", "1.350", "8,2", "1.781", "10,55"]),
        (Cell.POOR_END, "1.700", ["16.874", "1.431", "8,7", "1.700", "10,07"]),
        (Cell.POINTS, "8,5", ["16.874", "1.397", "8,5", "1.734", "10,28"]),
        (Cell.RATE_END, "10", ["16.874", "1.444", "8,8", "1.687", "10,00"]),
        (Cell.HOUSEHOLDS_END, "17000", ["17.000", "1.400", "8,6", "1.731", "10,18"]),
    ],
)
def test_a_typed_value_leads_and_the_others_follow(
    driver: Driver, cell: Cell, typed: str, expected: list[str]
) -> None:
    driver.enter("Tuy Đức", cell, typed)
    assert driver.row("Tuy Đức")[3:] == expected
    assert driver.pinned("Tuy Đức") == [Cell.REDUCTION if cell is Cell.HOUSEHOLDS_END else cell]


def test_year_end_households_follow_the_start_until_they_are_typed(driver: Driver) -> None:
    driver.enter("Krông Nô", Cell.HOUSEHOLDS_START, "20000")
    assert driver.text("Krông Nô", Cell.HOUSEHOLDS_END) == "20.200"
    driver.enter("Krông Nô", Cell.HOUSEHOLDS_END, "20300")
    driver.enter("Krông Nô", Cell.HOUSEHOLDS_START, "19000")
    assert driver.text("Krông Nô", Cell.HOUSEHOLDS_END) == "20.300"


def test_a_pinned_rate_holds_when_the_counts_under_it_change(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.RATE_END, "10")
    driver.enter("Tuy Đức", Cell.POOR_START, "3000")
    assert driver.text("Tuy Đức", Cell.RATE_END) == "10,00"
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.313"
    assert driver.pinned("Tuy Đức") == [Cell.RATE_END]


def test_total_panel_and_status_follow_a_committed_value(driver: Driver) -> None:
    driver.keep()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1300")
    assert driver.row(WHOLE)[4:] == ["3.315", "2,0", "5.523", "3,21"]
    texts = driver.panel_texts()
    assert "−1,97" in texts
    assert "5,18 → 3,21 %" in texts
    assert "8.838 → 5.523 hộ · giảm 3.315" in texts
    assert "chưa đạt, thiếu 46 hộ" in texts
    driver.wait_for_work()
    saved = driver.parts.status.saved.text()
    assert saved == "Thay đổi đã giữ trên máy, chưa lưu vào tệp · 1 bước có thể hoàn tác"


@pytest.mark.parametrize(
    ("key", "modifiers", "expected"),
    [
        (Key.Key_Return, None, ("Đắk Glong", Cell.REDUCTION)),
        (Key.Key_Enter, None, ("Đắk Glong", Cell.REDUCTION)),
        (Key.Key_Return, SHIFT, ("Đắk R'Lấp", Cell.REDUCTION)),
        (Key.Key_Tab, None, ("Tuy Đức", Cell.POINTS)),
        (Key.Key_Backtab, SHIFT, ("Tuy Đức", Cell.HOUSEHOLDS_END)),
        (Key.Key_Down, None, ("Đắk Glong", Cell.REDUCTION)),
        (Key.Key_Up, None, ("Đắk R'Lấp", Cell.REDUCTION)),
    ],
)
@pytest.mark.parametrize("typing", [True, False])
def test_keys_take_the_value_and_move_as_in_a_spreadsheet(
    driver: Driver,
    key: Key,
    modifiers: object,
    expected: tuple[str, Cell],
    typing: bool,
) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    if typing:
        driver.write("1350")
    if modifiers is SHIFT:
        driver.press(key, SHIFT)
    else:
        driver.press(key)
    assert driver.current() == expected
    assert driver.editor() is None
    assert driver.text("Tuy Đức", Cell.REDUCTION) == ("1.350" if typing else "1.400")
    assert driver.document.undo_stack.count() == (1 if typing else 0)


def test_tab_goes_on_at_the_next_row_when_the_row_ends(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.RATE_END)
    driver.press(Key.Key_Tab)
    name, cell = driver.current()
    assert (name, cell) == ("Cư Jút", None)


def test_f2_edits_the_shown_value_and_escape_gives_it_up(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_F2)
    editor = driver.editor()
    assert editor is not None
    assert editor.text() == "1.400"
    driver.press(Key.Key_End)
    driver.write("0")
    assert editor.text() == "1.4000"
    driver.press(Key.Key_Escape)
    assert driver.editor() is None
    assert driver.refusal() == ""
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"
    assert driver.document.undo_stack.count() == 0


def test_typing_replaces_the_whole_value(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.write("1")
    editor = driver.editor()
    assert editor is not None
    assert editor.text() == "1"


def test_an_opened_editor_left_unchanged_changes_nothing(driver: Driver) -> None:
    # 0,8 is shown, 0,7888 is planned: taking the shown text would be another plan.
    driver.go_to("Krông Nô", Cell.POINTS)
    driver.press(Key.Key_F2)
    driver.press(Key.Key_Return)
    assert driver.document.undo_stack.count() == 0
    assert driver.pinned("Krông Nô") == [Cell.REDUCTION]


def test_delete_takes_a_typed_value_back_to_its_rule(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.HOUSEHOLDS_END, "17000")
    driver.go_to("Tuy Đức", Cell.HOUSEHOLDS_END)
    driver.press(Key.Key_Delete)
    assert driver.text("Tuy Đức", Cell.HOUSEHOLDS_END) == "16.874"
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_Delete)
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "0"
    assert driver.pinned("Tuy Đức") == []


REFUSED = [
    (Cell.REDUCTION, "abc", "không phải là số"),
    (Cell.REDUCTION, "12,5", "số nguyên"),
    (Cell.REDUCTION, "1.5", "số nguyên"),
    (Cell.REDUCTION, "3132", "chỉ có 3.131 hộ nghèo"),
    (Cell.REDUCTION, "1000000000000", "quá lớn"),
    (Cell.REDUCTION, "−15000", "nhiều hơn tổng số"),
    (Cell.REDUCTION, "", "không để trống"),
    (Cell.POINTS, "", "không để trống"),
    (Cell.POINTS, "18,79", "chỉ có 18,78 %"),
    (Cell.POINTS, "8.5", "dấu phẩy"),
    (Cell.POOR_END, "16875", "nhiều hơn tổng số 16.874 hộ"),
    (Cell.POOR_END, "", "không để trống"),
    (Cell.RATE_END, "", "không để trống"),
    (Cell.HOUSEHOLDS_END, "", "muốn bỏ số đã nhập, chọn ô rồi nhấn Delete"),
    (Cell.POOR_END, "-1", "số âm"),
    (Cell.RATE_END, "100,1", "vượt quá 100 %"),
    (Cell.RATE_END, "-1", "số âm"),
    (Cell.HOUSEHOLDS_START, "3130", "ít hơn 3.131 hộ nghèo"),
    (Cell.HOUSEHOLDS_START, "", "không để trống"),
    (Cell.POOR_START, "16675", "nhiều hơn tổng số 16.674 hộ"),
    (Cell.POOR_START, "", "không để trống"),
    (Cell.HOUSEHOLDS_END, "1730", "ít hơn 1.731 hộ nghèo"),
    (Cell.HOUSEHOLDS_END, "99999999999999999999999", "quá lớn"),
    (None, "Krông Nô", "đã có"),
    (None, "   ", "không được để trống"),
]


@pytest.mark.parametrize(("cell", "typed", "reason"), REFUSED)
def test_a_refused_value_stays_in_its_editor_with_the_reason(
    driver: Driver, cell: Cell | None, typed: str, reason: str
) -> None:
    plan: Plan = driver.document.plan
    driver.enter("Tuy Đức", cell, typed)
    editor = driver.editor()
    assert editor is not None
    assert editor.text() == typed
    assert editor.hasFocus()
    assert reason in driver.refusal()
    assert reason in editor.accessibleDescription()
    assert driver.document.plan is plan


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Down, Key.Key_Backtab])
def test_no_key_leaves_a_refused_value(driver: Driver, key: Key) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "abc", key)
    assert driver.refusal()
    assert driver.editor() is not None
    assert driver.current() == ("Tuy Đức", Cell.REDUCTION)


def test_clicking_elsewhere_keeps_a_refused_value_until_it_is_mended(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    driver.go_to("Krông Nô", Cell.REDUCTION)
    editor = driver.editor()
    assert editor is not None
    assert editor.text() == "5000"
    assert editor.hasFocus()
    assert driver.refusal()
    driver.press(Key.Key_Home)
    driver.press(Key.Key_Delete)
    assert driver.refusal() == "", "the reason goes once the value is being mended"
    driver.press(Key.Key_Return)
    assert driver.editor() is None
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "0"


def test_clicking_beside_the_table_keeps_a_refused_value_too(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    for row in driver.findings()[:1]:
        driver.click_at(row, row.rect().center())
    editor = driver.editor()
    assert editor is not None
    assert editor.text() == "5000"
    driver.focus().clearFocus()
    assert driver.editor() is not None


def test_escape_gives_a_refused_value_up(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    driver.press(Key.Key_Escape)
    assert driver.editor() is None
    assert driver.refusal() == ""
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"
    driver.enter("Tuy Đức", Cell.REDUCTION, "1300")
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.300"


def test_the_reason_stays_under_its_editor_wherever_that_moves(driver: Driver) -> None:
    def gap() -> QPoint:
        editor = driver.editor()
        assert editor is not None
        tip = next(tip for tip in driver.window.findChildren(RefusalTip) if tip.isVisible())
        corner = editor.mapTo(driver.window, editor.rect().bottomRight())
        return tip.geometry().topRight() - corner

    driver.enter("Krông Nô", Cell.REDUCTION, "5000")
    before = gap()
    driver.window.table_layout.insertSpacing(0, 40)  # as a notice over the table would
    settle_down()
    assert gap() == before
    driver.window.resize(driver.window.width() - 100, driver.window.height())
    settle_down()
    assert gap() == before


def test_clicking_another_cell_takes_a_good_value(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.write("1350")
    driver.go_to("Krông Nô", Cell.POINTS)
    assert driver.editor() is None
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.350"
    assert driver.current() == ("Krông Nô", Cell.POINTS)


@pytest.mark.parametrize(
    ("name", "cell"), [("Tuy Đức", Cell.RATE_START), (WHOLE, Cell.RATE_START), (WHOLE, None)]
)
def test_derived_cells_cannot_be_typed(driver: Driver, name: str, cell: Cell | None) -> None:
    view = driver.window.sheet.total if name == WHOLE else driver.body
    if name == WHOLE:
        place = view.visualRect(view.model().index(0, 1 if cell is None else 4)).center()
        driver.click_at(view.viewport(), place)
    else:
        driver.go_to(name, cell)
    driver.write("5", Key.Key_Return)
    assert driver.editor() is None
    assert driver.document.undo_stack.count() == 0
