"""The tool bar: what is done most, always in reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolBar, QToolButton, QWidget
from shiboken6 import isValid

from dnplanner.override import override
from dnplanner.ui.icons import icon
from dnplanner.ui.question_switch import QuestionSwitch
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


class ActionButton(QToolButton):
    """Does what an action does, under words of its own that stay.

    The words of undoing and redoing change with every edit; a button that showed them would have
    the window laid out anew each time. They are its tip.
    """

    def __init__(self, action: QAction, words: str, parent: QWidget) -> None:
        """A button for ``action``."""
        super().__init__(parent)
        self._action = action
        self.setText(words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if isValid(self._action):  # an action that is being destroyed says that it changed
            self.setEnabled(self._action.isEnabled())

    # Qt overrides

    @override
    def event(self, event: QEvent) -> bool:
        """Say what would be done only when somebody asks."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._action.toolTip())
        return super().event(event)


class ToolBar(QToolBar):
    """Undo and redo, scenario and year, and the appendix as the one prominent button."""

    def __init__(self, menus: Menus, targets: TargetMenu, window: MainWindow) -> None:
        """Offer the actions of ``menus`` and ``targets``."""
        super().__init__(window)
        self._labels: list[QAction] = []
        self._buttons: list[tuple[ActionButton, QAction, str]] = []
        self.setWindowTitle(self.tr("Thanh công cụ"))
        self.setObjectName("tools")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContentsMargins(6, 3, 6, 3)
        self._buttons += [
            (self._button(menus.undo, self.tr("Hoàn tác")), menus.undo, "undo"),
            (self._button(menus.redo, self.tr("Làm lại")), menus.redo, "redo"),
            (self._button(menus.take_in, self.tr("Nhập số liệu…")), menus.take_in, "import"),
        ]
        self.addSeparator()
        self._buttons.append(
            (self._button(targets.share, self.tr("Phân bổ…")), targets.share, "share")
        )
        self.addSeparator()
        document, switch = window.document, QuestionSwitch(window.document, window)
        self._labelled(self.tr("Phương án"), ScenarioBox(document, switch, self))
        self._labelled(self.tr("Năm"), YearBox(document, switch, self))
        self._labelled(self.tr("Đối tượng"), SeriesBox(document, switch, self))
        self._stretch()
        self.export = QPushButton(self.tr("Xuất phụ lục"), self)
        self.export.setObjectName("primary")
        self.export.setToolTip(self.tr("Xuất phụ lục chính thức ra Excel (Ctrl+E)"))
        self.export.clicked.connect(menus.export.trigger)
        self.addWidget(self.export)
        self.set_theme(window.theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in other colours."""
        for button, action, name in self._buttons:
            drawn = icon(name, theme.text)
            button.setIcon(drawn)
            action.setIcon(drawn)

    def _button(self, action: QAction, words: str) -> ActionButton:
        button = ActionButton(action, words, self)
        self.addWidget(button)
        return button

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
        for button, _, _ in self._buttons:
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
