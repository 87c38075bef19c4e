"""The tool bar: what is done most, always in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget

from dnplanner.override import override
from dnplanner.ui.icons import icon
from dnplanner.ui.scenario_actions import ScenarioBox, YearBox
from dnplanner.ui.series_box import SeriesBox

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.menus import Menus
    from dnplanner.ui.target_actions import TargetMenu
    from dnplanner.ui.theme import Theme


_GAP, _PADDING = 4, 16
"""Pixels between two widgets, and what the style takes at both ends."""


class ToolBar(QToolBar):
    """Undo and redo, scenario and year, and the appendix as the one prominent button."""

    def __init__(self, menus: Menus, targets: TargetMenu, window: MainWindow) -> None:
        """Offer the actions of ``menus`` and ``targets``."""
        super().__init__(window)
        self._icons = [
            (menus.undo, "undo"),
            (menus.redo, "redo"),
            (menus.take_in, "import"),
            (targets.share, "share"),
        ]
        self._labels: list[QAction] = []
        self._buttons: list[QToolButton] = []
        self.setWindowTitle(self.tr("Thanh công cụ"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContentsMargins(6, 3, 6, 3)
        for action, words in (
            (menus.undo, self.tr("Hoàn tác")),
            (menus.redo, self.tr("Làm lại")),
            (menus.take_in, self.tr("Nhập số liệu…")),
        ):
            action.setIconText(words)
            self._button(action)
        self.addSeparator()
        self._button(targets.share)
        self.addSeparator()
        self._labelled(self.tr("Phương án"), ScenarioBox(window.document, self))
        self._labelled(self.tr("Năm"), YearBox(window.document, self))
        self._labelled(self.tr("Đối tượng"), SeriesBox(window.document, self))
        self._stretch()
        self.export = QPushButton(self.tr("Xuất phụ lục"), self)
        self.export.setObjectName("primary")
        self.export.setToolTip(self.tr("Xuất phụ lục chính thức ra Excel (Ctrl+E)"))
        self.export.clicked.connect(menus.export.trigger)
        self.addWidget(self.export)
        self.set_theme(window.theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for action, name in self._icons:
            action.setIcon(icon(name, theme.text))

    def _button(self, action: QAction) -> None:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        self._buttons.append(button)
        self.addWidget(button)

    def _labelled(self, text: str, box: QWidget) -> None:
        label = QLabel(text, self)
        label.setContentsMargins(8, 0, 4, 0)
        label.setBuddy(box)
        self._labels.append(self.addWidget(label))
        self.addWidget(box)

    def _fit(self, room: int) -> None:
        """In a narrow window do without words that tips say too, so that the appendix stays."""
        for action in self._labels:
            action.setVisible(True)
        self._show_words(True)
        if self._needed() > room:
            for action in self._labels:
                action.setVisible(False)
        if self._needed() > room:
            self._show_words(False)

    def _show_words(self, wanted: bool) -> None:
        looks = Qt.ToolButtonStyle
        style = looks.ToolButtonTextBesideIcon if wanted else looks.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)

    def _needed(self) -> int:
        """The width in pixels that everything shown asks for."""
        widgets = [self.widgetForAction(each) for each in self.actions() if each.isVisible()]
        asked = sum(widget.sizeHint().width() + _GAP for widget in widgets)
        margins = self.contentsMargins()
        return asked + margins.left() + margins.right() + _PADDING

    def _stretch(self) -> None:
        gap = QWidget(self)
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(gap)

    # Qt overrides

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit what is shown into the width."""
        super().resizeEvent(event)
        self._fit(event.size().width())
