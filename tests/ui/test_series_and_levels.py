"""Other series and other levels in the window's table."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from dnplanner.core.entry import Cell
from dnplanner.core.series import Series
from dnplanner.models.columns import column_of
from dnplanner.storage.samples import TRAINING, TWO_LEVELS, sample
from dnplanner.ui.series_box import SeriesBox
from dnplanner.ui.share_dialog import ShareDialog
from tests.ui.target_windows import opened, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.sheet_view import SheetView
    from tests.ui.driving import Driver

Opening: TypeAlias = "Callable[[Plan], Driver]"

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager

REDUCTION = column_of(Cell.REDUCTION)
POOR = column_of(Cell.POOR_START)


def choose(window: MainWindow, series: Series) -> None:
    box = window.findChild(SeriesBox)
    assert isinstance(box, SeriesBox)
    place = box.findData(series.value)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def headings(window: MainWindow) -> str:
    model = window.sheet.body_model
    return " ".join(
        str(model.headerData(at, Qt.Orientation.Horizontal)) for at in range(model.columnCount())
    )


def type_into(view: SheetView, row: int, column: int, text: str) -> None:
    view.go_to(row, column)
    view.edit(view.currentIndex())
    editor = view.findChildren(QLineEdit)[-1]
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_switching_the_series_changes_headings_and_figures(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    model = window.sheet.body_model
    before = model.index(0, POOR).data()
    choose(window, Series.NEAR_POOR)
    assert "cận" in headings(window)
    assert model.index(0, POOR).data() != before


def test_counts_of_another_series_are_typed_like_any_other(open_window: Opening) -> None:
    window = open_window(sample()).window
    choose(window, Series.DTTS_LOCAL_POOR)
    for column, text in ((column_of(Cell.HOUSEHOLDS_START), "2000"), (POOR, "300")):
        type_into(window.sheet.body, 0, column, text)
    assert window.sheet.body_model.index(0, column_of(Cell.RATE_START)).data() == "15,00"


def test_multidimensional_poverty_is_added_up_and_not_typed(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    model = window.sheet.body_model
    poor = window.document.total.poor_start or 0
    choose(window, Series.NEAR_POOR)
    near = window.document.total.poor_start or 0
    choose(window, Series.MULTIDIMENSIONAL)
    assert window.document.total.poor_start == poor + near
    assert not model.index(0, REDUCTION).flags() & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize("column", [POOR, REDUCTION])
def test_typing_over_multidimensional_poverty_is_answered(driver: Driver, column: int) -> None:
    choose(driver.window, Series.MULTIDIMENSIONAL)
    driver.body.go_to(0, column)
    driver.write("5")
    assert driver.message() == (
        "Hộ nghèo đa chiều là tổng hộ nghèo và hộ cận nghèo: hãy sửa ở hai bảng đó."
    )


def test_a_district_opens_into_its_communes(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    model = window.sheet.body_model
    districts = model.rowCount()
    model.toggle(model.unit_at(0))
    assert model.rowCount() == districts + len(
        window.document.plan.tree.children_of(model.unit_at(0))
    )


def test_a_districts_number_is_shared_among_its_communes_at_once(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    type_into(window.sheet.body, 0, REDUCTION, "200")
    unit = window.sheet.body_model.unit_at(0)
    assert window.document.evaluation.row(unit).reduction == 200
    assert window.document.undo_stack.count() == 1
    assert "tỷ trọng hiện tại" in parts(window).messages.text


def test_the_total_is_typed_in_its_own_row(open_window: Opening) -> None:
    window = open_window(sample()).window
    type_into(window.sheet.total, 0, column_of(Cell.POINTS), "2")
    assert window.document.total.reduction == 3361


def test_a_total_beyond_what_there_is_stays_in_its_editor(open_window: Opening) -> None:
    window = open_window(sample()).window
    type_into(window.sheet.total, 0, REDUCTION, "9000")
    assert window.document.undo_stack.count() == 0
    assert window.sheet.total.findChild(QLineEdit) is not None
    assert not window.settle()


def test_the_dialog_shares_the_current_district(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    window.sheet.body.go_to(2, REDUCTION)
    parts(window).targets.share.trigger()
    dialog = opened(window, ShareDialog)
    assert dialog.model.demand.unit == window.sheet.body_model.unit_at(2)


def test_an_assigned_total_is_told_beside_the_sum_at_the_parent(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    window.sheet.body.go_to(0, REDUCTION)
    parts(window).targets.share.trigger()
    dialog = opened(window, ShareDialog)
    dialog.keep.setChecked(True)
    dialog.accept()
    commune = window.document.plan.tree.children_of(window.sheet.body_model.unit_at(0))[0]
    tip = str(window.sheet.body_model.index(0, REDUCTION).data(Qt.ItemDataRole.ToolTipRole))
    assert "đúng số này" in tip
    window.sheet.show_cell(commune, REDUCTION)
    row = window.sheet.body.currentIndex().row()
    type_into(window.sheet.body, row, REDUCTION, "0")
    tip = str(window.sheet.body_model.index(0, REDUCTION).data(Qt.ItemDataRole.ToolTipRole))
    assert "thiếu" in tip.casefold()


def test_made_up_figures_say_so_on_screen(open_window: Opening) -> None:
    window = open_window(sample(TRAINING)).window
    assert parts(window).notice.isVisible()
    assert "giả định" in parts(window).notice.text()


def test_a_province_without_districts_shows_its_communes(open_window: Opening) -> None:
    window = open_window(sample(TWO_LEVELS)).window
    assert window.sheet.body_model.rowCount() == 124
    parts(window).targets.share.trigger()
    dialog = opened(window, ShareDialog)
    assert "chưa đủ số liệu" in dialog.message
    assert not dialog.ok.isEnabled()
