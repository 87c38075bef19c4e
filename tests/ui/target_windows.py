"""A complete window on the plan of 2024, for tests that do what a planner does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog

from dnplanner.models.document import Document
from dnplanner.storage.samples import sample
from dnplanner.ui.main_window import MainWindow
from dnplanner.ui.preferences import Preferences

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from dnplanner.core.plan import Plan
    from dnplanner.ui.window_parts import WindowParts

_Dialog = TypeVar("_Dialog", bound=QDialog)


def complete_window(qtbot: QtBot, plan: Plan | None = None) -> MainWindow:
    """A shown window with everything but the chart; closing it asks nothing."""
    preferences = Preferences(QSettings("", QSettings.Format.IniFormat))
    preferences.theme = "light"
    window = MainWindow(Document(plan or sample()), preferences)
    qtbot.addWidget(window, before_close_func=_forget_changes)
    window.show()
    window.complete()
    return window


def parts(window: MainWindow) -> WindowParts:
    """The parts of a complete window."""
    assert window.parts is not None
    return window.parts


def opened(window: MainWindow, kind: type[_Dialog]) -> _Dialog:
    """The dialog of ``kind`` that stands open over the window."""
    visible = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert visible, f"no {kind.__name__} is open"
    return visible[-1]


def _forget_changes(window: MainWindow) -> None:
    window.document.undo_stack.clear()
