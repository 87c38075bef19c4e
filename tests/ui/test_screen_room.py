"""Dialogs stay within the screen, however large the type is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen

from dnplanner.ui.help_dialog import HelpDialog
from dnplanner.ui.share_dialog import ShareDialog
from tests.ui.driving import CONTROL, SHIFT, Key

if TYPE_CHECKING:
    import pytest

    from tests.ui.driving import Driver


def test_dialogs_are_no_larger_than_the_screen(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = QSize(911, 490)  # a usual laptop in type of 150 %
    monkeypatch.setattr(QScreen, "availableSize", lambda _screen: screen)
    driver.press(Key.Key_F1)
    helped = driver.dialog(HelpDialog)
    assert helped.size().boundedTo(screen) == helped.size()
    driver.press(Key.Key_Escape)
    driver.press(Key.Key_P, CONTROL | SHIFT)
    sharing = driver.dialog(ShareDialog)
    assert sharing.size().boundedTo(screen) == sharing.size()
    assert sharing.ok.mapTo(sharing, sharing.ok.rect().bottomRight()).y() < screen.height()
