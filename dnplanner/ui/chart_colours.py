"""The colours of the chart, handed to it by the theme; importing them loads no chart."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True, slots=True)
class ChartColours:
    """One colour for each part of the chart.

    ``accent`` is for what holds now, ``accent_light`` for figures under older poverty standards,
    ``other`` for scenarios beside the shown one, ``warning`` marks a change of standard.
    """

    background: QColor
    text: QColor
    muted: QColor
    grid: QColor
    accent: QColor
    accent_light: QColor
    goal: QColor
    warning: QColor
    other: QColor


LIGHT_CHART = ChartColours(
    background=QColor("#ffffff"),
    text=QColor("#1d2421"),
    muted=QColor("#66706b"),
    grid=QColor("#e6eae8"),
    accent=QColor("#0f6b55"),
    accent_light=QColor("#86aa9c"),
    goal=QColor("#a8480f"),
    warning=QColor("#c98a1b"),
    other=QColor("#a9b8c9"),
)
"""On paper and on a light screen; pictures for documents always have these."""

DARK_CHART = ChartColours(
    background=QColor("#1b1f1d"),
    text=QColor("#e8edea"),
    muted=QColor("#9aa5a0"),
    grid=QColor("#2d3431"),
    accent=QColor("#4fc3a1"),
    accent_light=QColor("#5c8a7b"),
    goal=QColor("#f0a35e"),
    warning=QColor("#d9a441"),
    other=QColor("#566779"),
)
