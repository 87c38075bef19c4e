"""The card beside the pointer: all figures of one year."""

from __future__ import annotations

from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from dnplanner.ui.trajectory_marks import Mark, Role
from dnplanner.ui.trajectory_text import card_columns, card_notes, card_row, card_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

    from dnplanner.core.series import Series
    from dnplanner.ui.chart_colours import ChartColours

_MOST_OTHERS = 4
_WIDEST_NOTE = 44
_DISTANCE = 14


class TrajectoryCard(QLabel):
    """A small table that never takes the pointer or the focus."""

    def __init__(self, parent: QWidget) -> None:
        """A hidden card on ``parent``."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._chart = parent
        self._muted = "gray"
        self.hide()

    def set_look(self, colours: ChartColours, font: QFont) -> None:
        """Follow the theme and the font of the chart."""
        self.setFont(font)
        self._muted = colours.muted.name()
        self.setStyleSheet(
            f"QLabel {{ background: {colours.background.name()}; color: {colours.text.name()};"
            f" border: 1px solid {colours.muted.name()}; border-radius: 4px; padding: 4px; }}"
        )

    def show_year(self, year: int, marks: Sequence[Mark], series: Series, at: QPoint) -> None:
        """Show the figures of a year beside ``at`` (in the parent), wholly inside the parent."""
        self.setText(self._html(year, marks, series))
        self.adjustSize()
        room = self._chart.size()
        left = at.x() + _DISTANCE
        if left + self.width() > room.width():
            left = at.x() - _DISTANCE - self.width()
        left = max(0, min(left, room.width() - self.width()))
        top = max(0, min(at.y() - self.height() // 2, room.height() - self.height()))
        self.move(left, top)
        self.show()
        self.raise_()

    def _html(self, year: int, marks: Sequence[Mark], series: Series) -> str:
        head = "".join(
            f"<td align='right' style='color:{self._muted}'>&nbsp;&nbsp;{escape(column)}</td>"
            for column in card_columns(series)
        )
        rows = "".join(_html_row(mark) for mark in _worth_showing(marks))
        notes = "".join(
            f"<br><span style='color:{self._muted}'>{escape(line)}</span>"
            for note in card_notes(marks)
            for line in wrap(note, _WIDEST_NOTE, break_on_hyphens=False)
        )
        return (
            f"<table cellspacing='0'><tr><td><b>{escape(card_title(year))}</b></td>{head}</tr>"
            f"{rows}</table><span style='white-space:nowrap'>{notes.removeprefix('<br>')}</span>"
        )


def _html_row(mark: Mark) -> str:
    name, *values = card_row(mark)
    cells = "".join(f"<td align='right'>&nbsp;&nbsp;{escape(value)}</td>" for value in values)
    return f"<tr><td>{escape(_cut(name))}</td>{cells}</tr>"


def _worth_showing(marks: Sequence[Mark]) -> list[Mark]:
    """All but the scenarios beyond those that fit."""
    others = [mark for mark in marks if mark.role is Role.OTHER]
    return [mark for mark in marks if mark.role is not Role.OTHER] + others[:_MOST_OTHERS]


def _cut(text: str) -> str:
    return text if len(text) <= _WIDEST_NOTE else text[: _WIDEST_NOTE - 1].rstrip() + "…"
