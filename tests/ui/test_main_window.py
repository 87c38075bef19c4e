"""The window as a whole: themes, the keyboard's way, names for screen readers, nothing cut."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QHelpEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from dnplanner.core.entry import Cell
from dnplanner.models.columns import column_of
from dnplanner.storage.samples import TRAINING, sample
from dnplanner.ui.caption import Caption, Line
from dnplanner.ui.finding_row import FindingRow
from dnplanner.ui.help_dialog import HelpDialog
from dnplanner.ui.theme import DARK, LIGHT
from dnplanner.ui.tool_bar import ActionButton
from tests.core.plans import WHOLE
from tests.ui.driving import CONTROL, SHIFT, Driver, Key, settle_down, until, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dnplanner.core.plan import Plan

OPERABLE = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTableView)
FOREIGN = {
    "DN", "Planner", "Excel", "Enter", "Shift", "Tab", "Esc", "Delete", "Ctrl", "Alt", "F1", "F2",
    "PNG", "SVG", "English", "Language", "PA", "NQ", "TU", "KH", "UBND", "DTTS", "Stt", "The",
    "language", "changes", "at", "the", "next", "start", "xlsx", "html",
}  # fmt: skip
ENGLISH = re.compile(
    r"\b(?:the|and|or|of|to|is|are|not|file|open|save|close|copy|paste|cut|undo|redo|edit|view|help"
    r"|select|all|clear|cancel|ok|yes|no|table|total|name|error|warning|loading|new|export|chart"
    r"|scenario|year|unit|plan|cell|row|column|delete|rename|add|remove|move|up|down|settings)\b",
    re.IGNORECASE,
)


def test_a_message_that_comes_moves_no_row(driver: Driver) -> None:
    def places() -> list[QPoint]:
        sheet = driver.window.sheet
        return [
            view.viewport().mapTo(driver.window, QPoint()) for view in (sheet.body, sheet.total)
        ]

    before = places()
    driver.window.tell("Đã ghi.")
    settle_down()
    assert driver.message() == "Đã ghi."
    assert places() == before


def test_another_plan_is_read_from_its_first_row_and_its_result(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.POINTS)
    panel = driver.parts.panel
    panel.verticalScrollBar().setValue(panel.verticalScrollBar().maximum())
    driver.document.replace(sample(TRAINING), None)
    settle_down()
    assert driver.current() == ("Krông Nô", Cell.REDUCTION)
    assert panel.verticalScrollBar().value() == 0


def test_the_total_row_has_its_card_in_the_panel(driver: Driver) -> None:
    sheet = driver.window.sheet
    sheet.total.go_to(0, column_of(Cell.REDUCTION))
    assert driver.parts.panel.unit.title.text().startswith("▾ Toàn tỉnh:")
    assert not sheet.body.selectedIndexes()
    driver.go_to("Gia Nghĩa", Cell.REDUCTION)
    assert driver.parts.panel.unit.title.text().startswith("▾ Gia Nghĩa:")
    assert not sheet.total.selectedIndexes()


def visible(driver: Driver, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [each for each in driver.window.findChildren(kind) if each.isVisible()]


def texts(driver: Driver) -> Iterator[str]:
    """Everything that the window says anywhere, shown or said to a screen reader."""
    window = driver.window
    for widget in window.findChildren(QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        yield from (widget.windowTitle().removesuffix("DN Planner"), widget.statusTip())
        yield from words_of(widget)
        if isinstance(widget, QAbstractButton):
            yield widget.text()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
    for menu in window.findChildren(QMenu):
        yield menu.title()
        yield from (action.text() for action in menu.actions())
    yield from driver.names()


def test_everything_operable_has_a_name_for_screen_readers(driver: Driver) -> None:
    driver.parts.chart.load()
    until(lambda: driver.parts.chart.plot is not None)
    nameless = [
        widget
        for widget in visible(driver)
        if isinstance(widget, OPERABLE)
        and not isinstance(widget, QScrollBar)
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and widget.objectName() != "qt_menubar_ext_button"
    ]
    assert nameless == []


def test_no_english_in_the_vietnamese_interface(driver: Driver) -> None:
    driver.parts.chart.load()
    until(lambda: driver.parts.chart.plot is not None)
    for text in texts(driver):
        plain = text.replace("&", "")
        words = [word for word in ENGLISH.findall(plain) if word not in FOREIGN]
        assert words == [], text


def test_the_chart_says_what_it_shows_and_follows(driver: Driver) -> None:
    driver.parts.chart.load()
    until(lambda: driver.parts.chart.plot is not None)
    plot = driver.parts.chart.plot
    assert plot is not None
    assert "kế hoạch 2024 3,15 %" in plot.accessibleDescription()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1300")
    assert "kế hoạch 2024 3,21 %" in plot.accessibleDescription()


def test_another_scenario_is_drawn_beside_the_one_shown(driver: Driver) -> None:
    driver.parts.chart.load()
    until(lambda: driver.parts.chart.plot is not None)
    plot = driver.parts.chart.plot
    assert plot is not None
    driver.parts.panel.assumptions.slider.setFocus()
    driver.press(Key.Key_PageDown)
    assert "phương án “PA 1 – Trình UBND” 2024 3,15 %" in plot.accessibleDescription()


def is_cut(widget: QWidget) -> bool:
    """Whether the text of a widget gets less room than it needs."""
    if isinstance(widget, Caption | Line):
        words = [text for text in words_of(widget) if text]
        needed = sum(widget.fontMetrics().horizontalAdvance(text) for text in words)
        return widget.width() < needed + 8 * (len(words) - 1)
    if isinstance(widget, FindingRow) or (isinstance(widget, QLabel) and widget.wordWrap()):
        return widget.height() < widget.heightForWidth(widget.width())
    hint = widget.minimumSizeHint()
    return widget.width() < hint.width() or widget.height() < hint.height()


def cut(driver: Driver) -> list[str]:
    """Texts that get less room than they need."""
    written = (QLabel, QPushButton, ActionButton, Caption, Line, FindingRow)
    shown = [each for each in visible(driver) if isinstance(each, written)]
    return [repr(each) for each in shown if reads(each) and is_cut(each)]


def reads(widget: QWidget) -> bool:
    """Whether there is anything to read in a widget."""
    words = (widget.text(),) if isinstance(widget, QAbstractButton) else words_of(widget)
    return any(words)


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1920, 1080)])
def test_no_text_is_cut(driver: Driver, size: tuple[int, int]) -> None:
    driver.window.resize(*size)
    settle_down()
    assert cut(driver) == []
    assert driver.window.size() == QSize(*size)


@pytest.mark.parametrize("scale", [1.5, 2.0])
def test_no_text_is_cut_in_larger_type(
    looks: QApplication,
    open_window: Callable[[Plan], Driver],
    scale: float,
) -> None:
    font = QFont(looks.font())
    font.setPointSizeF(font.pointSizeF() * scale)
    looks.setFont(font)
    driver = open_window(sample())
    driver.window.resize(1920, 1080)
    settle_down()
    assert cut(driver) == []


def test_result_findings_and_assumptions_are_in_view_without_scrolling(driver: Driver) -> None:
    settle_down()
    panel = driver.parts.panel
    bottom = panel.assumptions.mapTo(panel, panel.assumptions.rect().bottomLeft())
    assert bottom.y() <= panel.viewport().height()


def test_result_and_findings_need_no_scrolling_on_a_small_screen(driver: Driver) -> None:
    driver.window.resize(1280, 720)
    settle_down()
    view = driver.parts.panel.viewport()
    last = driver.findings()[-1]
    assert last.mapTo(view, last.rect().bottomLeft()).y() < view.height()


def test_the_whole_table_is_in_view_with_the_total_under_the_last_row(driver: Driver) -> None:
    driver.window.resize(1280, 720)
    settle_down()
    body, total = driver.body, driver.window.sheet.total
    assert body.verticalScrollBar().maximum() == 0
    assert body.geometry().bottom() + 1 == total.geometry().top()
    last = body.visualRect(body.model().index(7, 0))
    assert last.bottom() == body.viewport().rect().bottom()


def test_numbers_of_the_total_stand_under_those_of_the_table(driver: Driver) -> None:
    driver.window.resize(900, 420)
    settle_down()
    body, total = driver.body, driver.window.sheet.total
    assert body.verticalScrollBar().isVisible()
    body.horizontalScrollBar().setValue(body.horizontalScrollBar().maximum())
    for column in range(10):
        assert body.columnViewportPosition(column) == total.columnViewportPosition(column)


def test_the_theme_changes_everything_at_once(driver: Driver) -> None:
    window = driver.window
    window.set_theme("dark")
    settle_down()
    picture = window.grab().toImage()
    assert picture.pixelColor(2, 2).name() == DARK.window
    body = driver.body
    corner = body.viewport().mapTo(window, body.visualRect(body.model().index(6, 1)).center())
    assert picture.pixelColor(corner.x() + 60, corner.y()).name() == DARK.base
    total = driver.window.sheet.total
    row = total.mapTo(window, total.rect().center())
    assert picture.pixelColor(row.x() + 30, row.y() + 8).name() == DARK.total
    verdict = next(x for x in driver.parts.panel.findChildren(QLabel) if x.text() == "✓ đạt")
    assert verdict.palette().color(QPalette.ColorRole.WindowText).name() == DARK.accent
    assert window.preferences.theme == "dark"
    window.set_theme("light")
    settle_down()
    assert window.grab().toImage().pixelColor(2, 2).name() == LIGHT.window
    assert window.grab().toImage().pixelColor(row.x() + 30, row.y() + 8).name() == LIGHT.total
    assert verdict.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.accent


def test_the_help_names_the_keys_and_closes_by_escape(driver: Driver) -> None:
    driver.press(Key.Key_F1)
    dialog = driver.dialog(HelpDialog)
    page = dialog.findChildren(QTextBrowser)[0].toPlainText()
    for key in ("F2", "Esc", "Ctrl+D", "Alt+→"):
        assert key in page
    assert page.index("Mở kế hoạch có sẵn") < page.index("Xuất phụ lục") < page.index("F2")
    driver.press(Key.Key_Escape)
    assert driver.dialogs() == []


def test_the_keyboard_reaches_everything_and_leaves_the_table(driver: Driver) -> None:
    panel = driver.parts.panel
    reached: list[QWidget] = []
    driver.body.setFocus()
    for _ in range(4):  # table, chart, panel, tool bar
        driver.press(Key.Key_F6)
        while driver.focus() not in reached and driver.focus() is not driver.body:
            reached.append(driver.focus())
            driver.press(Key.Key_Tab)
        driver.focus()
    driver.body.setFocus()
    driver.press(Key.Key_F6, SHIFT)
    assert driver.parts.tool_bar.isAncestorOf(driver.focus())
    for wanted in (*driver.findings(), panel.assumptions.amount, panel.assumptions.slider):
        assert wanted in reached


def test_the_undo_button_keeps_its_words_and_says_in_its_tip_what_it_undoes(
    driver: Driver,
) -> None:
    undo = driver.parts.tool_bar.findChildren(ActionButton)[0]
    assert (undo.text(), undo.isEnabled()) == ("Hoàn tác", False)
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    assert (undo.text(), undo.isEnabled()) == ("Hoàn tác", True)
    at = QPoint(5, 5)
    QApplication.sendEvent(undo, QHelpEvent(QEvent.Type.ToolTip, at, undo.mapToGlobal(at)))
    assert "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350" in undo.toolTip()
    undo.click()
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"
    assert not undo.isEnabled()


def test_the_status_bar_sums_the_selection(driver: Driver) -> None:
    driver.select(("Krông Nô", Cell.REDUCTION), ("Đắk Mil", Cell.REDUCTION))
    settle_down()
    text = driver.parts.status.selection.text()
    assert text == "Đang chọn: 3 ô · Tổng 550 · Trung bình 183,3"
    driver.go_to("Krông Nô", Cell.REDUCTION)
    settle_down()
    assert driver.parts.status.selection.text() == ""


def test_percentages_are_not_summed(driver: Driver) -> None:
    driver.select(("Krông Nô", Cell.REDUCTION), ("Cư Jút", Cell.POINTS))
    settle_down()
    assert driver.parts.status.selection.text().startswith("Đang chọn: 2 ô · Tổng 450")


def test_the_menu_of_a_cell_opens_by_the_keyboard(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.REDUCTION)
    driver.press(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = driver.parts.menus.cell_menu
    assert menu.isVisible()
    menu.close()


def test_the_first_columns_stay_in_view_with_their_headings(driver: Driver) -> None:
    driver.window.resize(900, 600)
    settle_down()
    window, body = driver.window, driver.body
    before = window.grab().toImage()
    driver.go_to_by_keys("Krông Nô", Cell.RATE_END)
    assert body.horizontalScrollBar().value() > 0
    after = window.grab().toImage()
    frozen = body.columnWidth(0) + body.columnWidth(1)
    top = body.mapTo(window, body.rect().topLeft()).y()
    total = window.sheet.total
    for y in (top + 20, top + 60, *(row_middle(driver, row) for row in (0, 3)), None):
        line = total.mapTo(window, total.rect().center()).y() if y is None else y
        for x in range(2, frozen - 2, 3):
            assert before.pixelColor(x, line) == after.pixelColor(x, line)


def row_middle(driver: Driver, row: int) -> int:
    rect = driver.body.visualRect(driver.body.model().index(row, 5))
    return driver.body.viewport().mapTo(driver.window, rect.center()).y()


def test_a_name_is_edited_in_full_view(driver: Driver) -> None:
    driver.window.resize(900, 600)
    settle_down()
    driver.go_to_by_keys("Krông Nô", Cell.RATE_END)
    driver.press(Key.Key_Home)
    driver.press(Key.Key_Left)
    driver.press(Key.Key_F2)
    editor = driver.editor()
    assert editor is not None
    place = editor.mapTo(driver.window, editor.rect().center())
    assert driver.window.childAt(place) is editor
    driver.write("Krông Nô mới", Key.Key_Return)
    assert driver.names()[0] == "Krông Nô mới"


def test_a_click_on_a_frozen_name_keeps_a_refused_value(driver: Driver) -> None:
    driver.window.resize(900, 600)
    settle_down()
    driver.go_to_by_keys("Cư Jút", Cell.RATE_END)
    driver.write("101", Key.Key_Return)
    assert driver.refusal()
    overlay = driver.window.sheet.frozen[0].overlay
    assert overlay is not None
    driver.click_at(overlay.viewport(), overlay.visualRect(overlay.model().index(3, 1)).center())
    editor = driver.editor()
    assert editor is not None
    assert editor.text() == "101"


def test_the_reason_stands_under_its_editor_inside_the_window(driver: Driver) -> None:
    from dnplanner.ui.refusal_tip import RefusalTip

    for name in ("Krông Nô", "Gia Nghĩa"):
        driver.enter(name, Cell.RATE_END, "101")
        tip = next(t for t in driver.window.findChildren(RefusalTip) if t.isVisible())
        editor = driver.editor()
        assert editor is not None
        assert driver.window.rect().contains(tip.geometry())
        assert tip.height() >= tip.heightForWidth(tip.width())
        assert tip.contentsRect().height() >= 2 * tip.fontMetrics().height() - 2
        assert not tip.geometry().intersects(
            editor.rect().translated(editor.mapTo(driver.window, editor.rect().topLeft()))
        )
        driver.press(Key.Key_Escape)


def test_selecting_with_shift_and_arrows_then_copying(driver: Driver) -> None:
    driver.go_to("Krông Nô", Cell.REDUCTION)
    driver.press(Key.Key_Down, SHIFT)
    driver.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "150\n300"
    QTest.keyClick(driver.focus(), Key.Key_Escape)
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.415"


def test_home_and_ctrl_with_arrows_go_where_a_spreadsheet_goes(driver: Driver) -> None:
    first, last = driver.names()[0], driver.names()[-1]
    driver.go_to("Đắk Mil", Cell.POINTS)
    driver.press(Key.Key_Home)
    assert driver.current() == ("Đắk Mil", Cell.HOUSEHOLDS_START)
    driver.press(Key.Key_Down, CONTROL)
    assert driver.current() == (last, Cell.HOUSEHOLDS_START)
    driver.press(Key.Key_Right, CONTROL)
    assert driver.current() == (last, Cell.RATE_END)
    driver.press(Key.Key_Up, CONTROL)
    assert driver.current() == (first, Cell.RATE_END)
    driver.press(Key.Key_Left, CONTROL)
    assert driver.current() == (first, Cell.HOUSEHOLDS_START)
    driver.press(Key.Key_Left, CONTROL)
    assert driver.current() == (first, None)
    driver.press(Key.Key_End, CONTROL)
    assert driver.current() == (last, Cell.RATE_END)
    driver.press(Key.Key_Home, CONTROL)
    assert driver.current() == (first, Cell.HOUSEHOLDS_START)


def test_ctrl_shift_and_an_arrow_select_to_the_edge(driver: Driver) -> None:
    driver.go_to("Tuy Đức", Cell.REDUCTION)
    driver.press(Key.Key_Down, CONTROL | SHIFT)
    driver.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "1400\n1200\n25"


@pytest.mark.parametrize("width", [1366, 1280, 960, 911])
def test_the_button_for_the_appendix_is_in_view_in_narrow_windows_too(
    driver: Driver, width: int
) -> None:
    """As wide as a laptop's screen is in type of 100, 150 and 200 %."""
    driver.window.resize(width, 540)
    settle_down()
    bar = driver.parts.tool_bar
    assert bar.export.isVisible()
    assert bar.export.mapTo(driver.window, bar.export.rect().topRight()).x() < width
    box = next(each for each in bar.findChildren(QComboBox) if each.accessibleName() == "Phương án")
    assert box.isVisible()
    if width >= 1280:
        assert "Hoàn tác" in [label.text() for label in bar.findChildren(QAbstractButton)]
        assert "Phương án" in [
            label.text() for label in bar.findChildren(QLabel) if label.isVisible()
        ]
