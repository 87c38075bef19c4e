"""Composing the chart: from a trajectory, a size and fonts to what stands where."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF

from dnplanner.ui import trajectory_text
from dnplanner.ui.trajectory_layout import (
    Box,
    Obstacles,
    Scale,
    Segment,
    around,
    beside_line,
    placed,
    rate_ticks,
    scale_of,
    year_ticks,
)
from dnplanner.ui.trajectory_marks import Mark, Others, Role, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dnplanner.core.series import Series
    from dnplanner.core.trajectory import Point, Trajectory

RADIUS = 4.0
"""Of a found or planned point, in pixels."""
_GAP = RADIUS + 3.5
_RIGHT = 8.0
_LEGEND_GAP = 16.0


def symbol_width(role: Role | None) -> float:
    """Width of a symbol in the legend with the space after it."""
    return 8.0 if role is None else 18.0


class Fonts:
    """The chart's fonts, with digits of equal width, and their measures."""

    def __init__(self, base: QFont) -> None:
        """Fonts a little smaller than ``base``."""
        self.small = _tabular(base)
        self.value = QFont(self.small)
        self.value.setWeight(QFont.Weight.DemiBold)
        self.measure = QFontMetricsF(self.small)
        self.value_measure = QFontMetricsF(self.value)
        digits = self.value_measure.tightBoundingRect("0,")
        self.value_ascent, self.value_height = -digits.top(), digits.height()
        # Asked for with every edit, of the same few texts.
        self.width = cache(self.measure.horizontalAdvance)
        self.value_width = cache(self.value_measure.horizontalAdvance)


def _tabular(base: QFont) -> QFont:
    font = QFont(base)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * 0.92)
    else:
        font.setPixelSize(max(9, round(base.pixelSize() * 0.92)))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Request(NamedTuple):
    """What is to be drawn, in how many pixels."""

    trajectory: Trajectory
    others: Others
    unit_name: str
    series: Series
    width: float
    height: float


class Label(NamedTuple):
    """A value at a mark, or the words at a change of standard (``role`` is None)."""

    box: Box
    text: str
    role: Role | None


class Entry(NamedTuple):
    """One symbol of the legend and its word; ``role`` None is a change of standard."""

    left: float
    text: str
    role: Role | None


class Drawing(NamedTuple):
    """Everything on the chart but its curves, in pixels; ``curves`` are in years and percent."""

    scale: Scale
    marks: tuple[Mark, ...]
    years: tuple[int, ...]
    year_ticks: tuple[int, ...]
    rate_ticks: tuple[tuple[float, str], ...]
    labels: tuple[Label, ...]
    breaks: tuple[float, ...]
    legend: tuple[Entry, ...]
    heading: str


def compose(request: Request, fonts: Fonts) -> Drawing:
    """The drawing of a request."""
    trajectory, others = request.trajectory, request.others
    marks = marks_of(trajectory, others)
    points = [point for curve in _curves(trajectory, others) for point in curve]
    points += trajectory.past_plans
    years = sorted({point.year for point in points})
    highest = max((float(point.rate) for point in points), default=0.0)
    line_height = fonts.measure.height()
    top, bottom = line_height + 8, request.height - line_height - 6
    headroom = fonts.value_height + _GAP + 2
    widest = fonts.value_width("00,00")
    ticks = _rate_labels(highest, bottom - top, headroom, line_height)
    left = 10.0 + ceil(max(fonts.width(text) for _, text in ticks))
    area = Box(left, top, request.width - _RIGHT, bottom)
    scale = scale_of(area, years, highest, widest / 2 + 8, headroom)
    breaks = tuple((before + after) / 2 for before, after in trajectory.breaks)
    legend = _legend(marks, bool(breaks), request.width, fonts)
    return Drawing(
        scale,
        marks,
        tuple(sorted({mark.point.year for mark in marks})),
        year_ticks(scale, years, fonts.width("0000") + 10),
        ticks,
        tuple(_labels(trajectory, marks, scale, fonts)),
        breaks,
        legend,
        _heading(request, legend, fonts),
    )


def _curves(trajectory: Trajectory, others: Others) -> Iterator[Sequence[Point]]:
    yield from (line.points for line in trajectory.actual)
    yield trajectory.plan
    yield from (trajectory.goal[at : at + 2] for at in range(0, len(trajectory.goal), 2))
    yield from (points for _, points in others)


def _rate_labels(
    highest: float, height: float, headroom: float, line_height: float
) -> tuple[tuple[float, str], ...]:
    """The ticks of the rate axis with their words."""
    top = (highest or 1.0) * height / max(1.0, height - headroom)
    values, decimals = rate_ticks(top, height, 1.7 * line_height)
    return tuple((value, _tick_text(value, decimals)) for value in values)


def _tick_text(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


_LABELLED = (Role.ACTUAL, Role.OLDER, Role.PLAN, Role.PAST_PLAN)
_FOUND = (Role.ACTUAL, Role.OLDER)


def _labels(
    trajectory: Trajectory, marks: Sequence[Mark], scale: Scale, fonts: Fonts
) -> Iterator[Label]:
    """Values, the newest first, then changes of standard, then what was once planned."""
    wanted = [mark for mark in reversed(marks) if mark.role in _LABELLED]
    now = [mark for mark in wanted if mark.role is not Role.PAST_PLAN]
    past = [mark for mark in wanted if mark.role is Role.PAST_PLAN]
    words = trajectory_text.change_of_standard()
    size = fonts.width(words), fonts.measure.height()
    at_breaks = [
        beside_line(scale.x((before + after) / 2), scale.area.top, scale.area.bottom, size)
        for before, after in trajectory.breaks
    ]
    choices = [
        *(_choices(mark, marks, scale, fonts) for mark in now),
        *at_breaks,
        *(_choices(mark, marks, scale, fonts) for mark in past),
    ]
    texts: list[tuple[str, Role | None]] = [
        *((trajectory_text.mark_value(mark), mark.role) for mark in now),
        *((words, None) for _ in at_breaks),
        *((trajectory_text.mark_value(mark), mark.role) for mark in past),
    ]
    places = placed(choices, _obstacles(trajectory, marks, scale))
    for place, (text, role) in zip(places, texts, strict=True):
        if place is not None:
            yield Label(place, text, role)


def _choices(mark: Mark, marks: Sequence[Mark], scale: Scale, fonts: Fonts) -> list[Box]:
    """Places for a mark's value: of a year's plan and finding the higher one is labelled above."""
    year, rate = mark.point.year, mark.point.rate
    same_year = [other for other in marks if other.point.year == year]
    if mark.role in _FOUND:
        plans = (Role.PLAN, Role.PAST_PLAN)
        below = any(other.point.rate > rate for other in same_year if other.role in plans)
    else:
        below = any(other.point.rate >= rate for other in same_year if other.role in _FOUND)
    width = fonts.value_width(trajectory_text.mark_value(mark))
    return around(scale.x(year), scale.y(float(rate)), (width, fonts.value_height), _GAP, below)


def _obstacles(trajectory: Trajectory, marks: Sequence[Mark], scale: Scale) -> Obstacles:
    left, top, right, bottom = scale.area
    boxes = []
    for mark in marks:
        if mark.role in _LABELLED:
            x, y = scale.x(mark.point.year), scale.y(float(mark.point.rate))
            boxes.append(Box(x, y, x, y).grown(RADIUS + 1))
    lines = [
        Segment(
            scale.x(one.year),
            scale.y(float(one.rate)),
            scale.x(next_one.year),
            scale.y(float(next_one.rate)),
        )
        for points in _curves(trajectory, ())  # other scenarios are faint enough to lie under
        for one, next_one in pairwise(points)
    ]
    middles = (scale.x((before + after) / 2) for before, after in trajectory.breaks)
    lines += [Segment(x, top, x, bottom) for x in middles]
    return Obstacles(Box(left, top, right + _RIGHT - 1, bottom - 1), boxes, lines)


def _legend(marks: Sequence[Mark], broken: bool, width: float, fonts: Fonts) -> tuple[Entry, ...]:
    """The legend, right-aligned: only what is on the chart, and only as much as fits."""
    words = [(text, role) for text, role in _legend_words(broken) if _shown(role, marks)]
    while words:
        widths = [symbol_width(role) + fonts.width(text) for text, role in words]
        left = width - _RIGHT - sum(widths) - _LEGEND_GAP * (len(words) - 1)
        if left >= _RIGHT:
            return tuple(
                Entry(left + sum(widths[:at]) + _LEGEND_GAP * at, text, role)
                for at, (text, role) in enumerate(words)
            )
        words.pop()
    return ()


def _shown(role: Role | None, marks: Sequence[Mark]) -> bool:
    same = {Role.ACTUAL: _FOUND, Role.PLAN: (Role.PLAN, Role.PAST_PLAN)}
    return role is None or any(mark.role in same.get(role, (role,)) for mark in marks)


def _legend_words(broken: bool) -> list[tuple[str, Role | None]]:
    words: list[tuple[str, Role | None]] = [
        (QCoreApplication.translate("Trajectory", "thực tế"), Role.ACTUAL),
        (QCoreApplication.translate("Trajectory", "kế hoạch"), Role.PLAN),
        (QCoreApplication.translate("Trajectory", "chỉ tiêu"), Role.GOAL),
        (QCoreApplication.translate("Trajectory", "phương án khác"), Role.OTHER),
    ]
    if broken:
        words.append((trajectory_text.change_of_standard(), None))
    return words


def _heading(request: Request, legend: Sequence[Entry], fonts: Fonts) -> str:
    """What the rates are of, left of the legend; shorter or nothing where there is no room."""
    room = (legend[0].left if legend else request.width) - 2 * _RIGHT - _LEGEND_GAP
    for text in trajectory_text.headings(request.unit_name, request.series):
        if fonts.width(text) <= room:
            return text
    return ""
