"""Scenarios from the menu and the tool bar."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox, QLabel

from dnplanner.core.entry import Cell
from dnplanner.ui.name_dialog import NameDialog
from tests.core.plans import WHOLE
from tests.ui.driving import CONTROL, Driver, Key


def box(driver: Driver) -> QComboBox:
    return driver.parts.tool_bar.findChildren(QComboBox)[0]


def choices(driver: Driver) -> list[str]:
    return [box(driver).itemText(place) for place in range(box(driver).count())]


def command(driver: Driver, words: str) -> None:
    """Choose a command of the scenario menu by its words."""
    actions = driver.parts.scenarios.actions()
    next(each for each in actions if each.text().replace("&", "") == words).trigger()


def answer_name(driver: Driver, name: str | None) -> None:
    """Type a name into the dialog (None: take the one it proposes) and press Enter."""
    field = driver.dialog(NameDialog).field
    field.setFocus()
    if name is not None:
        field.selectAll()
        if name:
            driver.write(name)
        else:
            field.clear()
    driver.press(Key.Key_Return)


def undo(driver: Driver) -> None:
    driver.body.setFocus()
    driver.press(Key.Key_Z, CONTROL)


def test_a_new_scenario_starts_empty_and_is_shown(driver: Driver) -> None:
    command(driver, "Phương án mới…")
    answer_name(driver, None)
    assert choices(driver) == ["PA 1 – Trình UBND", "PA 2"]
    assert box(driver).currentText() == "PA 2"
    assert driver.text(WHOLE, Cell.REDUCTION) == "0"
    undo(driver)
    assert choices(driver) == ["PA 1 – Trình UBND"]
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.415"


def test_a_copy_has_the_same_figures_and_goes_its_own_way(driver: Driver) -> None:
    command(driver, "Nhân bản…")
    answer_name(driver, "Phương án thấp")
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.415"
    driver.enter("Tuy Đức", Cell.REDUCTION, "1000")
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.015"
    box(driver).setFocus()
    driver.press(Key.Key_Up)
    assert box(driver).currentText() == "PA 1 – Trình UBND"
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.415"


def test_undo_shows_the_scenario_it_changes(driver: Driver) -> None:
    command(driver, "Nhân bản…")
    answer_name(driver, "Khác")
    driver.enter("Tuy Đức", Cell.REDUCTION, "1000")
    driver.document.show_question(
        driver.document.question._replace(scenario=driver.document.plan.outline.scenarios[0])
    )
    undo(driver)
    assert box(driver).currentText() == "Khác"
    assert driver.text("Tuy Đức", Cell.REDUCTION) == "1.400"


def test_a_scenario_is_renamed(driver: Driver) -> None:
    command(driver, "Đổi tên…")
    assert driver.dialog(NameDialog).field.text() == "PA 1 – Trình UBND"
    answer_name(driver, "Trình tỉnh")
    assert choices(driver) == ["Trình tỉnh"]
    assert "Trình tỉnh" in driver.parts.status.shown.text()
    undo(driver)
    assert choices(driver) == ["PA 1 – Trình UBND"]


@pytest.mark.parametrize(
    ("name", "reason"), [("", "không được để trống"), ("pa 1 – trình ubnd", "đã có")]
)
def test_a_refused_name_keeps_the_dialog_open_with_the_reason(
    driver: Driver, name: str, reason: str
) -> None:
    command(driver, "Phương án mới…")
    answer_name(driver, name)
    dialog = driver.dialog(NameDialog)
    shown = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert any(reason in text for text in shown)
    assert driver.document.undo_stack.count() == 0
    driver.press(Key.Key_Escape)
    assert driver.dialogs() == []


def test_a_deleted_scenario_comes_back_whole(driver: Driver) -> None:
    command(driver, "Nhân bản…")
    answer_name(driver, "Khác")
    driver.enter("Tuy Đức", Cell.REDUCTION, "1000")
    command(driver, "Xóa")
    assert choices(driver) == ["PA 1 – Trình UBND"]
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.415"
    undo(driver)
    assert box(driver).currentText() == "Khác"
    assert driver.text(WHOLE, Cell.REDUCTION) == "3.015"


def test_the_last_scenario_stays(driver: Driver) -> None:
    command(driver, "Xóa")
    assert "phương án duy nhất" in driver.message()
    assert choices(driver) == ["PA 1 – Trình UBND"]


def test_a_refused_value_does_not_wander_into_another_scenario(driver: Driver) -> None:
    command(driver, "Nhân bản…")
    answer_name(driver, "Khác")
    driver.enter("Tuy Đức", Cell.REDUCTION, "5000")
    box(driver).setFocus()
    driver.press(Key.Key_Up)
    assert driver.editor() is None
    assert driver.refusal() == ""
