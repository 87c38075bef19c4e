"""The panel: result, goals, findings with their fixes, why the rate falls, assumptions."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSlider

from dnplanner.core.entry import Cell
from dnplanner.core.finding import Level
from dnplanner.models.columns import column_of
from dnplanner.ui.caption import Caption
from tests.core.plans import WHOLE
from tests.ui.driving import CONTROL, Driver, Key, settle_down

HEADLINES = [
    "Đắk Mil: chưa đạt “từ 0,4 % trở lên”",
    "Krông Nô: chưa đạt “từ 0,8 % trở lên”",
    "Cư Jút: chưa đạt “từ 1,4 % trở lên”",
    "Đắk Song: chưa đạt “từ 0,7 % trở lên”",
]


def amount(driver: Driver) -> QLineEdit:
    return driver.parts.panel.assumptions.findChildren(QLineEdit)[0]


def slider(driver: Driver) -> QSlider:
    return driver.parts.panel.assumptions.findChildren(QSlider)[0]


def test_the_result_is_what_the_plan_promises(driver: Driver) -> None:
    texts = driver.panel_texts()
    for text in (
        "Toàn tỉnh · 2024",
        "−2,03",
        "5,18 → 3,15 %",
        "8.838 → 5.423 hộ · giảm 3.415",
        "dư 54 hộ",
        "✓ đạt",
        "chưa có số liệu",
        "−1,98",
        "−0,05",
        "Tăng tổng số hộ (+1.600)",
    ):
        assert text in texts


def test_the_findings_come_with_the_most_missing_first(driver: Driver) -> None:
    assert [row.words for row in driver.findings()] == HEADLINES
    assert [row.fix_button.text() for row in driver.findings()] == [
        "Bù 10 hộ",
        "Bù 3 hộ",
        "Bù 3 hộ",
        "Bù 2 hộ",
    ]


def test_the_whole_sentence_is_said_to_those_who_ask(driver: Driver) -> None:
    tip = driver.findings()[0].toolTip()
    assert tip == driver.findings()[0].accessibleName()
    assert "“giảm từ 0,4 % trở lên”" in tip
    assert "0,367" in tip
    assert "Thiếu 10 hộ." in tip


def test_the_fixes_mend_all_findings_one_by_one(driver: Driver) -> None:
    for left in (3, 2, 1, 0):
        driver.click(driver.findings()[0].fix_button)
        assert len(driver.findings()) == left
    assert "✓ Không có vấn đề" in driver.panel_texts()
    mended = ("Đắk Mil", "Krông Nô", "Cư Jút", "Đắk Song")
    assert [driver.text(name, Cell.REDUCTION) for name in mended] == ["110", "153", "303", "142"]
    assert driver.document.undo_stack.count() == 4
    driver.body.setFocus()
    driver.press(Key.Key_Z, CONTROL)
    assert [row.words for row in driver.findings()] == HEADLINES[3:]


def test_what_is_only_worth_knowing_is_shown_on_demand(driver: Driver) -> None:
    panel = driver.parts.panel
    notes = next(b for b in panel.findChildren(QPushButton) if "lưu ý" in b.text())
    assert notes.text() == "Xem 3 lưu ý"
    driver.click(notes)
    assert len(driver.findings()) == 7
    assert notes.text() == "Ẩn lưu ý"
    assert "Cần xem lại · 4" in driver.panel_texts()
    driver.click(notes)
    assert len(driver.findings()) == 4


def test_a_click_on_a_finding_goes_to_its_cell(driver: Driver) -> None:
    row = driver.findings()[2]
    driver.click_at(row, row.rect().center())
    assert driver.current() == ("Cư Jút", Cell.POINTS)
    assert driver.body.hasFocus()


def test_the_keyboard_goes_from_a_finding_to_its_cell(driver: Driver) -> None:
    driver.findings()[3].setFocus()
    driver.press(Key.Key_Return)
    assert driver.current() == ("Đắk Song", Cell.POINTS)


def test_the_cell_of_a_finding_says_why(driver: Driver) -> None:
    model = driver.window.sheet.body_model
    row = model.row_of(driver.unit("Đắk Mil"))
    assert row is not None
    note = str(model.index(row, 7).data(Qt.ItemDataRole.StatusTipRole))
    assert "Thiếu 10 hộ." in note
    assert model.index(row, 7).data(Qt.ItemDataRole.ToolTipRole) == note


def test_the_points_of_a_unit_with_goals_say_how_they_stand(driver: Driver) -> None:
    column = column_of(Cell.POINTS)
    total = driver.window.sheet.total_model.index(0, column)
    tip = "NQ 28-NQ/TU: giảm từ 2 điểm % trở lên: ✓ đạt, dư 54 hộ."
    assert tip in str(total.data(Qt.ItemDataRole.ToolTipRole))
    unit = driver.window.sheet.body_model.index(4, column)  # Đắk R'Lấp: no goal, no finding
    assert unit.data(Qt.ItemDataRole.ToolTipRole) is None


def test_households_to_spare_are_said_once(driver: Driver) -> None:
    texts = driver.panel_texts()
    assert "dư 54 hộ" in texts
    assert "✓ đạt" in texts


def test_a_missed_goal_comes_first_and_goes_to_the_total(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "1300")
    first = driver.findings()[0]
    assert first.words == "Toàn tỉnh: chưa đạt chỉ tiêu giảm từ 2 điểm % trở lên"
    assert first.fix_button.text() == "Bù 46 hộ"
    driver.click_at(first, first.rect().center())
    assert driver.window.sheet.total.hasFocus()
    assert driver.window.sheet.total.currentIndex().data() == "2,0"


def test_growth_in_households_moves_every_unit(driver: Driver) -> None:
    amount(driver).setFocus()
    amount(driver).selectAll()
    driver.write("100", Key.Key_Return)
    assert driver.text("Krông Nô", Cell.HOUSEHOLDS_END) == "19.875"
    assert driver.text(WHOLE, Cell.HOUSEHOLDS_END) == "171.350"
    assert amount(driver).text() == "+100"
    driver.body.setFocus()
    driver.press(Key.Key_Z, CONTROL)
    assert amount(driver).text() == "+200"


def test_growth_in_percent_asks_for_its_amount(driver: Driver) -> None:
    kind = driver.parts.panel.assumptions.findChildren(QComboBox)[0]
    kind.setFocus()
    driver.press(Key.Key_Down)
    assert kind.currentText() == "%"
    assert amount(driver).hasFocus()
    assert driver.document.undo_stack.count() == 0
    driver.write("1,5", Key.Key_Return)
    assert driver.text("Krông Nô", Cell.HOUSEHOLDS_END) == "20.072"  # 19.775 × 1,015 = 20.071,6
    assert amount(driver).text() == "+1,5"
    assert kind.currentText() == "%"


def test_a_kind_without_an_amount_is_given_up(driver: Driver) -> None:
    kind = driver.parts.panel.assumptions.findChildren(QComboBox)[0]
    kind.setFocus()
    driver.press(Key.Key_Down)
    driver.body.setFocus()
    settle_down()
    assert kind.currentText() == "hộ"
    assert amount(driver).text() == "+200"


def test_a_refused_growth_stays_with_its_reason(driver: Driver) -> None:
    plan = driver.document.plan
    for typed, reason in (
        ("nhiều", "không phải là số"),
        ("2000000", "ngoài khoảng hợp lý"),
        ("1,5", "số nguyên"),
        ("", "không để trống"),
    ):
        amount(driver).setFocus()
        amount(driver).selectAll()
        if typed:
            driver.write(typed, Key.Key_Return)
        else:
            driver.press(Key.Key_Delete)
            driver.press(Key.Key_Return)
        assert reason in driver.refusal()
        assert amount(driver).text() == typed
        assert driver.document.plan is plan
    amount(driver).setFocus()
    driver.press(Key.Key_Escape)
    assert amount(driver).text() == "+200"
    assert driver.refusal() == ""


def test_intensity_leaves_the_official_plan_alone_and_makes_a_copy(driver: Driver) -> None:
    official = driver.document.question.scenario
    slider(driver).setFocus()
    driver.press(Key.Key_Right)
    assert driver.document.question.scenario != official
    assert "PA 1 – Trình UBND · cường độ 101 %" in driver.parts.status.shown.text()
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.449"
    assert driver.document.undo_stack.count() == 1
    driver.document.show_question(driver.document.question._replace(scenario=official))
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.415"


def test_intensity_of_a_copy_is_measured_against_the_plan_it_came_from(driver: Driver) -> None:
    slider(driver).setFocus()
    driver.press(Key.Key_PageDown)
    shown = driver.document.question.scenario
    driver.press(Key.Key_PageDown)
    assert driver.document.question.scenario == shown
    assert "PA 1 – Trình UBND · cường độ 90 %" in driver.parts.status.shown.text()
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.260"
    assert "90 %" in driver.panel_texts()
    driver.enter("Tuy Đức", Cell.REDUCTION, "1.400")
    assert "94 %" in driver.panel_texts()
    assert driver.document.undo_stack.count() == 3


def test_dragging_the_slider_is_one_step(driver: Driver) -> None:
    found = slider(driver)
    middle = found.rect().center()
    QTest.mousePress(found, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 9):
        QTest.mouseMove(found, middle + type(middle)(8 * step, 0))
    QTest.mouseRelease(found, Qt.MouseButton.LeftButton, pos=middle + type(middle)(64, 0))
    settle_down()
    assert driver.document.undo_stack.count() == 1
    assert found.value() > 105
    assert f"{found.value()} %" in driver.panel_texts()


def test_nothing_to_measure_against_disables_the_slider(driver: Driver) -> None:
    for name in driver.names():
        driver.enter(name, Cell.REDUCTION, "0")
    assert not slider(driver).isEnabled()


def test_tab_goes_through_the_panel_from_top_to_bottom(driver: Driver) -> None:
    panel = driver.parts.panel
    panel.findings.filters[Level.WARNING].setFocus()
    places: list[int] = []
    while driver.focus() is not panel.assumptions.slider:
        here = driver.focus()
        places.append(here.mapTo(driver.window, here.rect().center()).y())
        driver.press(Key.Key_Tab)
    assert len(places) > 12
    side_by_side = 8  # pixels
    assert all(after > before - side_by_side for before, after in pairwise(places))


def test_the_number_that_matters_warns_when_the_goal_is_missed(driver: Driver) -> None:
    theme = driver.window.theme
    captions = driver.parts.panel.result.findChildren(Caption)
    number = next(each for each in captions if each.text() == "−2,03")
    assert number.palette().color(QPalette.ColorRole.WindowText).name() == theme.accent
    driver.enter("Tuy Đức", Cell.REDUCTION, "900")
    assert number.text() == "−1,74"
    assert number.palette().color(QPalette.ColorRole.WindowText).name() == theme.warning
    driver.document.undo_stack.undo()
    assert number.palette().color(QPalette.ColorRole.WindowText).name() == theme.accent


def test_notes_asked_for_are_shown_behind_any_number_of_findings(driver: Driver) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "900")
    before = [row.finding for row in driver.findings()]
    assert len(before) == 6
    button = next(
        each
        for each in driver.parts.panel.findChildren(QPushButton)
        if each.text() == "Xem 3 lưu ý"
    )
    driver.click(button)
    assert len(driver.findings()) == 9
