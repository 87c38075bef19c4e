"""Findings in the panel: counted, filtered, mended, silenced with a reason; the proof."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from dnplanner.core.checks import Level
from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.plan import Key as FactKey
from dnplanner.core.plan import ObservedKey, Pinned, Target, TargetKey, Value
from dnplanner.core.series import Measure, Series
from dnplanner.ui.name_dialog import NameDialog
from tests.core.planned_units import province
from tests.ui.driving import Key, settle_down
from tests.ui.target_windows import opened, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.ui.finding_row import FindingRow
    from dnplanner.ui.findings_list import FindingsList
    from dnplanner.ui.main_window import MainWindow
    from tests.ui.driving import Driver

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture
def findings(driver: Driver) -> FindingsList:
    window = driver.window
    return parts(window).panel.findings


def rows(findings: FindingsList) -> list[FindingRow]:
    return [row for row in findings.rows if row.isVisibleTo(findings)]


def told(findings: FindingsList) -> list[str]:
    return [row.accessibleName() for row in rows(findings)]


def wait_for_proof() -> None:
    """Until the proof in its thread is done and told."""
    QThreadPool.globalInstance().waitForDone()
    settle_down()


def silence_first(window: MainWindow, findings: FindingsList, reason: str) -> NameDialog:
    rows(findings)[0].silence.click()
    dialog = opened(window, NameDialog)
    dialog.field.setText(reason)
    dialog.accept()
    return dialog


def test_a_finding_that_stays_keeps_its_row_when_another_goes(
    driver: Driver, findings: FindingsList
) -> None:
    before = {row.words: row for row in rows(findings)}
    rows(findings)[1].fix_button.click()
    settle_down()
    after = {row.words: row for row in rows(findings)}
    assert len(after) == 3
    assert all(before[words] is row for words, row in after.items())
    tops = [row.geometry().top() for row in rows(findings)]
    assert tops == sorted(tops)
    assert len(set(tops)) == 3


def test_what_is_below_the_findings_is_laid_out_before_anything_is_painted(
    driver: Driver, findings: FindingsList
) -> None:
    why = parts(driver.window).panel.why
    place = why.geometry().top()
    rows(findings)[0].fix_button.click()
    assert why.geometry().top() < place


def test_levels_are_counted_and_levels_without_findings_are_not_there(
    findings: FindingsList,
) -> None:
    assert findings.filters[Level.WARNING].text() == "4"
    assert not findings.filters[Level.ERROR].isVisibleTo(findings)


def more_poor_than_households(window: MainWindow) -> Edit:
    key = ObservedKey("gia-nghia", 2023, Measure.HOUSEHOLDS)
    return edit_of(window.document.plan, "enter", {key: 50})


def test_a_filter_shows_one_level_and_a_second_click_all_again(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    window.document.perform(more_poor_than_households(window))
    findings.filters[Level.ERROR].click()
    assert len(rows(findings)) == 1
    assert "Gia Nghĩa" in told(findings)[0]
    findings.filters[Level.ERROR].click()
    assert len(rows(findings)) > 4


def test_a_fix_tells_before_it_is_done_what_it_changes(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    fix = rows(findings)[0].fix_button
    fix.setFocus()
    assert "Đắk Mil" in fix.accessibleDescription() or "Đắk Mil" in fix.toolTip()
    assert "100 → 110" in fix.toolTip()
    assert window.document.undo_stack.count() == 0


def test_a_click_on_the_fix_mends_it_in_one_step(driver: Driver, findings: FindingsList) -> None:
    window = driver.window
    rows(findings)[0].fix_button.click()
    assert window.document.evaluation.row("dak-mil").reduction == 110
    assert not any(text.startswith("Đắk Mil") for text in told(findings))


def test_a_fix_that_the_figures_leave_no_room_for_says_so(
    open_window: Callable[[Plan], Driver],
) -> None:
    above = {"a": "h1", "b": "h1", "c": "h2", "d": "h2"}
    assigned: dict[FactKey, Value] = {
        TargetKey("pa", "h1", 2024, Series.POOR): Target(Pinned.POINTS, Fraction(11))
    }
    counts = dict.fromkeys(above, (500, 50))  # 10 % poor cannot fall by 11 points
    driver = open_window(province(counts, parents=above, more=assigned))
    (row,) = [row for row in driver.findings() if row.fix_button.isVisible()]
    driver.click(row.fix_button)
    assert driver.message().startswith("Không tự bù được với các số hiện có")
    assert driver.document.undo_stack.count() == 0


def test_the_menu_of_a_finding_does_what_its_buttons_do(
    driver: Driver, findings: FindingsList
) -> None:
    row = rows(findings)[0]
    place = row.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, row.mapToGlobal(place))
    QApplication.sendEvent(row, event)
    menu = row.findChild(QMenu)
    assert menu is not None
    go, mend, silence = menu.actions()
    assert [go.text(), mend.text(), silence.text()] == ["Đi đến ô", "Bù 10 hộ", "Ẩn, có ghi lý do…"]
    go.trigger()
    assert driver.current() == ("Đắk Mil", Cell.POINTS)
    mend.trigger()
    assert driver.text("Đắk Mil", Cell.REDUCTION) == "110"
    menu.close()
    settle_down()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Space])
def test_a_finding_is_gone_to_by_the_keyboard(
    driver: Driver, findings: FindingsList, key: Key
) -> None:
    rows(findings)[1].setFocus()
    driver.press(key)
    assert driver.current() == ("Krông Nô", Cell.POINTS)


def test_delete_silences_the_finding_that_has_the_focus(
    driver: Driver, findings: FindingsList
) -> None:
    rows(findings)[0].setFocus()
    driver.press(Key.Key_Delete)
    dialog = opened(driver.window, NameDialog)
    dialog.field.setText("Huyện đã xác nhận")
    dialog.accept()
    assert len(driver.document.plan.tables.silenced) == 1


def test_a_silenced_finding_is_kept_with_its_reason_and_can_speak_again(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    silence_first(window, findings, "Đã thống nhất với huyện")
    assert len(rows(findings)) == 3
    assert findings.filters["silenced"].text() == "1"
    findings.filters["silenced"].click()
    assert "Đã thống nhất với huyện" in rows(findings)[0].words
    rows(findings)[0].silence.click()
    assert len(rows(findings)) == 4


def test_silencing_without_a_reason_is_refused_where_it_is_asked(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    dialog = silence_first(window, findings, "  ")
    assert dialog.isVisible()
    assert window.document.undo_stack.count() == 0


def test_silencing_is_undone_like_anything_else(driver: Driver, findings: FindingsList) -> None:
    window = driver.window
    silence_first(window, findings, "Tạm thời")
    window.document.undo_stack.undo()
    assert len(rows(findings)) == 4


def test_a_clean_table_says_so(driver: Driver, findings: FindingsList) -> None:
    window = driver.window
    while rows(findings):
        silence_first(window, findings, "Đã xem")
    assert "Không có vấn đề" in findings.clean_text
    assert "đã ẩn 4" in findings.clean_text


def test_the_proof_goes_to_the_first_thing_that_is_wrong(driver: Driver) -> None:
    window = driver.window
    parts(window).targets.proof.trigger()
    wait_for_proof()
    assert window.sheet.current_unit == "dak-mil"
    assert "4 cảnh báo" in parts(window).messages.text


def test_the_proof_is_of_the_plan_as_it_is_when_it_is_told(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    parts(window).targets.proof.trigger()
    rows(findings)[0].fix_button.click()
    wait_for_proof()
    wait_for_proof()
    assert "3 cảnh báo" in parts(window).messages.text


def test_the_proof_of_a_right_table_says_how_much_was_computed_again(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    while rows(findings):
        rows(findings)[0].fix_button.click()
    parts(window).targets.proof.trigger()
    wait_for_proof()
    assert parts(window).messages.text.startswith("✓ Bảng đúng: đã tính lại 9 dòng trong 1 bảng")


def test_the_proof_finds_what_is_wrong_in_another_series(
    driver: Driver, findings: FindingsList
) -> None:
    window = driver.window
    while rows(findings):
        silence_first(window, findings, "Đã xem")
    plan = window.document.plan
    more: dict[FactKey, Value | None] = {
        ObservedKey("cu-jut", 2023, Measure.DTTS_POOR): 900,
        ObservedKey("cu-jut", 2023, Measure.DTTS_HOUSEHOLDS): 800,
    }
    window.document.perform(edit_of(plan, "enter", more))
    parts(window).targets.proof.trigger()
    wait_for_proof()
    assert window.sheet.current_unit == "cu-jut"
    assert not parts(window).messages.text.startswith("✓")
