"""Commands of the menus that no other test is about: the chart as a picture, recent files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu

from tests.ui.driving import Driver, settle_down, until

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def charted(driver: Driver) -> Driver:
    """The window with its chart."""
    driver.parts.chart.load()
    until(lambda: driver.parts.chart.plot is not None)
    return driver


def command(driver: Driver, text: str) -> QAction:
    (found,) = [
        action
        for action in driver.window.findChildren(QAction)
        if action.text().replace("&", "") == text and action.parent() is not driver.parts.chart.plot
    ]
    return found


def save_chart_as(driver: Driver, path: Path) -> None:
    command(driver, "Lưu biểu đồ…").trigger()
    asking = driver.dialog(QFileDialog)
    asking.fileSelected.emit(str(path))
    asking.close()
    settle_down()


def test_the_chart_is_copied_as_a_picture(charted: Driver) -> None:
    command(charted, "Sao chép biểu đồ").trigger()
    picture = QGuiApplication.clipboard().image()
    plot = charted.parts.chart.plot
    assert plot is not None
    assert picture.width() == 2 * plot.width()
    assert charted.message() == "Đã sao chép biểu đồ."


def test_the_chart_is_saved_as_png_or_svg_by_its_name(charted: Driver, tmp_path: Path) -> None:
    save_chart_as(charted, tmp_path / "lo-trinh.png")
    assert not QImage(str(tmp_path / "lo-trinh.png")).isNull()
    save_chart_as(charted, tmp_path / "lo-trinh.svg")
    assert (tmp_path / "lo-trinh.svg").read_bytes().startswith(b"<?xml")
    assert charted.message().startswith("Đã lưu biểu đồ: ")


def test_a_place_that_takes_no_picture_is_told(charted: Driver, tmp_path: Path) -> None:
    save_chart_as(charted, tmp_path / "không-có" / "lo-trinh.png")
    assert "lo-trinh.png: " in charted.message()
    assert not (tmp_path / "không-có").exists()


def test_without_a_chart_there_is_nothing_to_save(driver: Driver) -> None:
    command(driver, "Lưu biểu đồ…").trigger()
    settle_down()
    assert driver.dialogs() == []


def test_a_plan_is_opened_again_from_the_recent_files(driver: Driver, tmp_path: Path) -> None:
    driver.keep()
    path = tmp_path / "Kế hoạch.dnplan"
    driver.save_to(path)
    until(lambda: driver.document.path == path)
    driver.parts.files.open_sample()
    until(lambda: driver.document.path is None)
    (recent,) = [
        menu for menu in driver.window.findChildren(QMenu) if menu.title() == "Mở &gần đây"
    ]
    recent.aboutToShow.emit()
    (action,) = recent.actions()
    action.trigger()
    until(lambda: driver.document.path == path)
    driver.wait_for_work()
