"""What tests about targets look for in a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QDialog

if TYPE_CHECKING:
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.window_parts import WindowParts

_Dialog = TypeVar("_Dialog", bound=QDialog)


def parts(window: MainWindow) -> WindowParts:
    """The parts of a complete window."""
    assert window.parts is not None
    return window.parts


def opened(window: MainWindow, kind: type[_Dialog]) -> _Dialog:
    """The dialog of ``kind`` that stands open over the window."""
    visible = [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
    assert visible, f"no {kind.__name__} is open"
    return visible[-1]
