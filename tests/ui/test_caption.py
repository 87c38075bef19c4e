"""Figures that change with every edit repaint, and stir no layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dnplanner.override import override
from dnplanner.ui.caption import Caption, Line
from tests.ui.driving import settle_down

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


class Stirrings(QObject):
    """Counts how often the layout of a window, which it keeps, was asked to think again."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.window = window
        self.count = 0
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let the event go on."""
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def shown_in(qtbot: QtBot, piece: QWidget) -> Stirrings:
    """``piece`` shown alone in a window 300 pixels wide, whose layout is watched."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(piece)
    window.resize(300, 60)
    window.show()
    settle_down()
    return Stirrings(window)


@pytest.mark.usefixtures("looks")
def test_a_caption_asks_for_room_only_when_it_needs_another_width(qtbot: QtBot) -> None:
    caption = Caption()
    caption.setText("2.03")
    stirrings = shown_in(qtbot, caption)
    caption.setText("2.05")
    settle_down()
    assert (caption.text(), stirrings.count) == ("2.05", 0)
    caption.setText("12.05")
    settle_down()
    assert stirrings.count == 1
    assert caption.width() >= caption.fontMetrics().horizontalAdvance("12.05")


@pytest.mark.usefixtures("looks")
def test_a_caption_that_yields_never_asks(qtbot: QtBot) -> None:
    caption = Caption(yields=True)
    stirrings = shown_in(qtbot, caption)
    caption.setText("Thay đổi đã giữ trên máy, chưa lưu vào tệp · 14 bước có thể hoàn tác" * 3)
    settle_down()
    assert stirrings.count == 0
    assert caption.width() < 300


@pytest.mark.usefixtures("looks")
def test_a_line_is_read_as_one_and_stirs_nothing(qtbot: QtBot) -> None:
    line = Line()
    stirrings = shown_in(qtbot, line)
    line.show_text("Hộ thoát nghèo (3.415)", "−1,98")
    settle_down()
    assert line.accessibleName() == "Hộ thoát nghèo (3.415): −1,98"
    assert stirrings.count == 0


@pytest.mark.usefixtures("looks")
def test_words_that_do_not_fit_are_shortened_and_the_figure_is_not(qtbot: QtBot) -> None:
    short, long = Line(), Line()
    short.show_text("Hộ", "−1,98")
    long.show_text("Hộ thoát nghèo " * 20, "−1,98")
    windows = [shown_in(qtbot, line).window for line in (short, long)]
    assert all(window.isVisible() for window in windows)
    width = short.fontMetrics().horizontalAdvance("−1,98")
    assert short.size() == long.size()
    right = short.rect().adjusted(short.width() - width, 0, 0, 0)
    assert short.grab(right).toImage() == long.grab(right).toImage()
