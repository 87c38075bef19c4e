"""Colours and type of the whole window, light and dark."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from dnplanner.paths import resources

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Theme(NamedTuple):
    """One accent, one warning colour, red only for what blocks; the rest are greys."""

    name: str
    window: str
    base: str
    header: str
    text: str
    muted: str
    faint: str
    """For outlines, marks and what is switched off; too weak for text that has to be read."""
    line: str
    accent: str
    accent_text: str
    accent_soft: str
    accent_strong: str
    """Under the mouse."""
    total: str
    ink: str
    """Ink of figures the user typed."""
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    link: str
    selection: str


LIGHT = Theme(
    name="light",
    window="#fafbfa",
    base="#ffffff",
    header="#eef2ef",
    text="#1c2421",
    muted="#5d6864",
    faint="#838d89",
    line="#dfe5e1",
    accent="#0f6b5c",
    accent_text="#ffffff",
    accent_soft="#88a89c",
    accent_strong="#0c5a4d",
    total="#e5f1ed",
    ink="#1b4796",
    warning="#a85605",
    warning_soft="#fff7e3",
    danger="#b3261e",
    danger_soft="#fdeceb",
    link="#1558b0",
    selection="#d5e9e3",
)
DARK = Theme(
    name="dark",
    window="#1b1f1e",
    base="#212625",
    header="#2a302e",
    text="#e7ecea",
    muted="#a3aeaa",
    faint="#86918d",
    line="#363d3a",
    accent="#4fb7a2",
    accent_text="#0b1f1a",
    accent_soft="#5d8579",
    accent_strong="#6fcbb8",
    total="#24352f",
    ink="#9dbdf5",
    warning="#e5a54b",
    warning_soft="#3a301d",
    danger="#f0897f",
    danger_soft="#43262a",
    link="#8ab6f5",
    selection="#28433b",
)

_FUSION_DARKENS = 140
"""Percent by which Fusion darkens the window's colour for the outlines of controls; that would make
them invisible in the dark and weak in the light, so that these get a colour of their own."""
_OUTLINED = (
    "QCheckBox",
    "QRadioButton",
    "QComboBox",
    "QLineEdit",
    "QAbstractSpinBox",
    "QPushButton",
    "QSlider",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def wanted_theme(name: str) -> Theme:
    """The theme of this name; what the desktop asks for under any other, as under "system"."""
    return THEMES.get(name) or system_theme()


def system_theme() -> Theme:
    """The theme the desktop asks for."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Give the whole application this theme's palette and the little style the palette lacks."""
    apply_palette(application, theme)
    outlined = _palette(theme)
    outlined.setColor(QPalette.ColorRole.Window, QColor(theme.faint).lighter(_FUSION_DARKENS))
    for kind in _OUTLINED:
        application.setPalette(outlined, kind)  # type: ignore[arg-type]  # takes text, not bytes
    application.setStyleSheet(_style_sheet(theme))


def apply_palette(application: QApplication, theme: Theme) -> None:
    """The palette alone, with which the table is painted a moment sooner."""
    application.setPalette(_palette(theme))


def load_fonts(application: QApplication) -> None:
    """Use Segoe UI on Windows, the shipped Noto Sans elsewhere: both draw all of Vietnamese."""
    if sys.platform == "win32":
        family = "Segoe UI"
    else:
        family = "Noto Sans"
        for face in ("Regular", "SemiBold"):
            QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"NotoSans-{face}.ttf"))
    font = QFont(family)
    font.setPointSizeF(9.5)
    application.setFont(font)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.base,
        role.AlternateBase: theme.header,
        role.Text: theme.text,
        role.Button: theme.window,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.ToolTipBase: theme.base,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Link: theme.link,
        role.Mid: theme.line,
        role.Accent: theme.accent,
    }
    palette = QPalette()
    for place, colour in colours.items():
        palette.setColor(place, QColor(colour))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(theme.faint))
    return palette


def _style_sheet(theme: Theme) -> str:
    return f"""
QToolTip {{ background: {theme.base}; color: {theme.text}; border: 1px solid {theme.line};
            padding: 4px; }}
QPushButton#primary {{ background: {theme.accent}; color: {theme.accent_text}; border: none;
            border-radius: 5px; padding: 6px 14px; font-weight: 600; }}
QPushButton#primary:hover {{ background: {theme.accent_strong}; }}
QPushButton#primary:disabled {{ background: {theme.line}; color: {theme.faint}; }}
QPushButton#primary:focus {{ border: 2px solid {theme.text}; padding: 4px 12px; }}
QPushButton#link {{ border: none; color: {theme.link}; font-weight: 600; padding: 2px 0;
            background: transparent; text-align: right; }}
QPushButton#link:hover {{ text-decoration: underline; }}
QScrollArea > QWidget > QScrollBar:vertical, SidePanel QScrollBar:vertical {{
            background: transparent; width: 8px; margin: 0; }}
SidePanel QScrollBar::handle:vertical {{ background: {theme.line}; border-radius: 4px;
            min-height: 30px; }}
SidePanel QScrollBar::add-line, SidePanel QScrollBar::sub-line {{ height: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLabel#heading {{ font-weight: 600; }}
QLabel#refusal {{ color: {theme.danger}; }}
QMenuBar {{ border-bottom: 1px solid {theme.line}; }}
QToolBar {{ border: none; border-bottom: 1px solid {theme.line}; spacing: 2px; padding: 3px 6px; }}
QToolBar::separator {{ width: 1px; background: {theme.line}; margin: 6px 6px; }}
QStatusBar {{ border-top: 1px solid {theme.line}; }}
QStatusBar::item {{ border: none; }}
Assumptions QLineEdit {{ border: 1px solid {theme.faint}; border-radius: 3px; padding: 3px 4px;
            background: {theme.base}; }}
Assumptions QLineEdit:focus {{ border-color: {theme.accent}; }}
QSplitter::handle {{ background: {theme.line}; }}
"""
