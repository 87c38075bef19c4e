"""The start page: everything that can be opened, by keyboard alone, with reasons for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from dnplanner.ui.start_page import StartPage
from tests.ui.documents import reduction, saved_sample, start
from tests.ui.driving import Driver, Key, until
from tests.ui.test_starting import crashed

if TYPE_CHECKING:
    from pathlib import Path


def opened_page(driver: Driver) -> StartPage:
    menus = driver.window.menuBar().findChildren(QMenu)
    entries = [action for menu in menus for action in menu.actions()]
    action = next(each for each in entries if each.text().replace("&", "") == "Trang đầu…")
    action.trigger()
    return driver.dialog(StartPage)


def texts(page: StartPage) -> list[str]:
    return [page.list.item(row).text().strip() for row in range(page.list.count())]


def test_it_lists_what_was_left_recent_files_and_samples(
    driver: Driver, home: Path, tmp_path: Path
) -> None:
    start(driver)
    crashed(home, 1350)
    file = saved_sample(tmp_path / "Kế hoạch 2024.dnplan")
    driver.window.preferences.add_recent(file)
    page = opened_page(driver)
    until(lambda: "Chưa lưu từ lần trước" in texts(page))
    found = texts(page)
    assert "1 thay đổi chưa lưu" in found[1]
    assert found[2:4] == ["Mở gần đây", f"Kế hoạch 2024.dnplan – {tmp_path}"]
    assert found[4] == "Kế hoạch mẫu"
    assert len(found) == 9


def test_a_missing_file_is_greyed_with_the_reason(driver: Driver, tmp_path: Path) -> None:
    start(driver)
    driver.window.preferences.add_recent(tmp_path / "xóa rồi.dnplan")
    driver.window.preferences.add_recent(tmp_path / "USB" / "rút ra.dnplan")
    page = opened_page(driver)
    until(lambda: "Mở gần đây" in texts(page))
    assert texts(page)[1:3] == [
        "rút ra.dnplan – không thấy thư mục hoặc ổ đĩa",
        "xóa rồi.dnplan – tệp không còn ở đó",
    ]
    assert not any(page.list.item(row).flags() & Qt.ItemFlag.ItemIsEnabled for row in range(3))
    assert page.list.currentRow() == 4  # the first sample can be opened at once


def test_arrows_and_the_button_open_a_sample(driver: Driver) -> None:
    start(driver)
    page = opened_page(driver)
    driver.wait_for_work()
    page.list.setFocus()
    driver.press(Key.Key_Down)
    driver.click(next(each for each in page.buttons.buttons() if each.text() == "Mở"))
    until(lambda: len(driver.document.plan.tree.units) > 70)


def test_a_leftover_is_opened_from_it(driver: Driver, home: Path) -> None:
    start(driver)
    crashed(home, 1350)
    page = opened_page(driver)
    until(lambda: "Chưa lưu từ lần trước" in texts(page))
    driver.click(next(each for each in page.buttons.buttons() if each.text() == "Mở"))
    until(lambda: reduction(driver) == "1.350")


def test_another_file_can_be_asked_for(driver: Driver) -> None:
    start(driver)
    page = opened_page(driver)
    driver.click(next(each for each in page.buttons.buttons() if each.text() == "Mở tệp khác…"))
    driver.dialog(QFileDialog).reject()


def test_a_new_plan_can_be_made_from_a_table_of_excel(driver: Driver) -> None:
    start(driver)
    page = opened_page(driver)
    driver.click(next(each for each in page.buttons.buttons() if each.text() == "Nhập từ Excel…"))
    asking = driver.dialog(QFileDialog)
    assert asking.windowTitle() == "Kế hoạch mới từ Excel"
    asking.reject()
