"""Where the window appears when the program starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QSettings, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from dnplanner.app import Program
from dnplanner.storage.samples import sample
from dnplanner.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    sheet, palette, font = qapp.styleSheet(), qapp.palette(), qapp.font()
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Program(sample(), Preferences(settings), [])
    yield made
    for translator in made._translators:
        qapp.removeTranslator(translator)
    made.window.deleteLater()
    made.document.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


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
