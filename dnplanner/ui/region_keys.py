"""F6 goes from one part of the window to the next: Tab stays with the cells of the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.window_parts import WindowParts


class RegionKeys(QObject):
    """Walks through table, chart, panel and tool bar."""

    def __init__(self, window: MainWindow, parts: WindowParts) -> None:
        """Walk through ``window``."""
        super().__init__(window)
        self._window = window
        self._parts = parts

    def go_on(self) -> None:
        """Go to the next part."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the part before."""
        self._go(-1)

    def _go(self, steps: int) -> None:
        if not self._window.settle():
            return
        regions = self._regions()
        here = self._region_of(QApplication.focusWidget(), regions)
        for _ in regions:
            here = (here + steps) % len(regions)
            target = _first_reachable(regions[here])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _regions(self) -> list[QWidget]:
        parts = self._parts
        return [self._window.sheet, parts.chart, parts.panel, parts.tool_bar]

    def _region_of(self, focus: QWidget | None, regions: list[QWidget]) -> int:
        for place, region in enumerate(regions):
            if focus is not None and region.isAncestorOf(focus):
                return place
        return -1


def _first_reachable(region: QWidget) -> QWidget | None:
    """The first widget of a part that Tab would reach."""
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reachable and widget.isVisible() and widget.isEnabled() and region.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
