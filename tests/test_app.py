"""Where the window appears when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QScreen

from dnplanner.app import Program
from dnplanner.storage.samples import sample
from dnplanner.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Program(sample(), Preferences(settings), [])
    del qtbot  # only there for the application
    sheet, palette, font = "", made.application.palette(), made.application.font()
    yield made
    made.window.deleteLater()
    made.document.deleteLater()
    made.application.setStyleSheet(sheet)
    made.application.setPalette(palette)
    made.application.setFont(font)


def on_a_screen_of(monkeypatch: pytest.MonkeyPatch, width: int, height: int) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: QSize(width, height))


def test_the_first_window_fills_the_screen_of_a_usual_laptop(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_a_screen_of(monkeypatch, 1366, 740)
    program.place_window()
    assert program.window.isMaximized()


def test_on_a_large_screen_it_does_not(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    on_a_screen_of(monkeypatch, 1920, 1040)
    program.place_window()
    assert not program.window.isMaximized()


def test_a_window_left_larger_than_the_screen_has_room_for_fills_it(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.window.resize(1300, 700)
    program.preferences.set_place("window", program.window.saveGeometry())
    on_a_screen_of(monkeypatch, 911, 490)  # the type was made larger
    program.place_window()
    assert program.window.isMaximized()
