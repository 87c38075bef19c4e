"""Where things stand on the chart, in pixels: scales, ticks, and labels that never overlap.

Plain numbers in and out, so that every rule can be tested without a screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Box(NamedTuple):
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Whether ``other`` lies wholly inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def grown(self, by: float) -> Box:
        """The box with a border of ``by`` pixels."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)


class Segment(NamedTuple):
    """A straight piece of a curve."""

    x1: float
    y1: float
    x2: float
    y2: float

    def crosses(self, box: Box) -> bool:
        """Whether any part of the piece lies inside ``box`` (Liang and Barsky)."""
        enter, leave = 0.0, 1.0
        dx, dy = self.x2 - self.x1, self.y2 - self.y1
        for step, room in (
            (-dx, self.x1 - box.left),
            (dx, box.right - self.x1),
            (-dy, self.y1 - box.top),
            (dy, box.bottom - self.y1),
        ):
            if step == 0:
                if room < 0:
                    return False
            elif step < 0:
                enter = max(enter, room / step)
            else:
                leave = min(leave, room / step)
        return enter < leave


class Scale(NamedTuple):
    """The plotting area and the years and rates at its borders; rates start at 0."""

    area: Box
    first: float
    last: float
    top_rate: float

    def x(self, year: float) -> float:
        """The pixel column of a year."""
        width = self.area.right - self.area.left
        return self.area.left + (year - self.first) * width / (self.last - self.first)

    def y(self, rate: float) -> float:
        """The pixel row of a rate in percent."""
        return self.area.bottom - rate * (self.area.bottom - self.area.top) / self.top_rate


def scale_of(
    area: Box, years: Sequence[int], highest: float, side_room: float, headroom: float
) -> Scale:
    """The scale that shows ``years`` and rates up to ``highest``.

    ``side_room`` and ``headroom`` are the pixels kept free left and right of the outer points and
    above the highest. A single year stands in the middle.
    """
    width, height = area.right - area.left, area.bottom - area.top
    inner = max(1.0, width - 2 * side_room)
    first, last = (years[0], years[-1]) if years else (0, 0)
    span = float(last - first) or 1.0
    middle = (first + last) / 2
    half = span * max(width, 1.0) / inner / 2
    top = (highest or 1.0) * height / max(1.0, height - headroom)
    return Scale(area, middle - half, middle + half, top)


_STEPS = tuple(
    (digit * 10.0**power, max(0, -power)) for power in range(-3, 3) for digit in (1, 2, 5)
)
"""Distances between ticks in percent, and the decimals that write them."""


def rate_ticks(top_rate: float, height: float, spacing: float) -> tuple[tuple[float, ...], int]:
    """Round rates from 0 to ``top_rate`` at least ``spacing`` pixels apart, and their decimals."""
    least = top_rate * spacing / max(height, 1.0)
    step, decimals = next((found for found in _STEPS if found[0] >= least), _STEPS[-1])
    count = int(top_rate / step + 1e-9)
    return tuple(round(step * number, decimals) for number in range(count + 1)), decimals


def year_ticks(scale: Scale, years: Sequence[int], label_width: float) -> tuple[int, ...]:
    """The years whose labels fit side by side; the latest stays, since it is the planned one."""
    kept: list[int] = []
    for year in reversed(years):
        if not kept or scale.x(kept[-1]) - scale.x(year) >= label_width:
            kept.append(year)
    return tuple(reversed(kept))


def around(x: float, y: float, size: tuple[float, float], gap: float, below: bool) -> list[Box]:
    """Places for a label at a mark, best first: above (or below), then beside and at corners."""
    width, height = size
    left, middle, aside = x - width / 2, y - height / 2, width / 2 + 1
    over = Box(left, y - gap - height, left + width, y - gap)
    under = Box(left, y + gap, left + width, y + gap + height)
    right = Box(x + gap, middle, x + gap + width, middle + height)
    beside = Box(x - gap - width, middle, x - gap, middle + height)
    above_choices = [over, _moved(over, aside), _moved(over, -aside)]
    below_choices = [under, _moved(under, -aside), _moved(under, aside)]
    if below:
        return [*below_choices, right, beside, *above_choices]
    return [*above_choices, right, beside, *below_choices]


def beside_line(x: float, top: float, bottom: float, size: tuple[float, float]) -> list[Box]:
    """Places for the words at a vertical line: at its top first, right before left."""
    width, height = size
    places = []
    for part in range(5):
        y = top + (bottom - top - height) * part / 4
        places.append(Box(x + 5, y, x + 5 + width, y + height))
        places.append(Box(x - 5 - width, y, x - 5, y + height))
    return places


def _moved(box: Box, by: float) -> Box:
    return Box(box.left + by, box.top, box.right + by, box.bottom)


_ON_MARK = 20
_ON_CURVE = 6


class Obstacles(NamedTuple):
    """What a label should stay clear of; it never leaves ``bounds``."""

    bounds: Box
    marks: Sequence[Box]
    segments: Sequence[Segment]


def placed(labels: Sequence[Sequence[Box]], obstacles: Obstacles) -> list[Box | None]:
    """A place for each label out of its choices, the first labels first.

    No two of the places overlap and none leaves the bounds; a label without such a place is left
    out (None). Among those that remain the one that hides least is taken, then the earliest.
    """
    taken: list[Box] = []
    places: list[Box | None] = []
    for choices in labels:
        place = _best(choices, taken, obstacles)
        places.append(place)
        if place is not None:
            taken.append(place)
    return places


def _best(choices: Sequence[Box], taken: Sequence[Box], obstacles: Obstacles) -> Box | None:
    best, least = None, float("inf")
    for order, box in enumerate(_allowed(choices, taken, obstacles.bounds)):
        cost = order + _hidden(box, obstacles)
        if cost < least:
            best, least = box, cost
        if cost == 0:
            break
    return best


def _allowed(choices: Sequence[Box], taken: Sequence[Box], bounds: Box) -> Iterator[Box]:
    for box in choices:
        if bounds.holds(box) and not any(box.overlaps(other) for other in taken):
            yield box


def _hidden(box: Box, obstacles: Obstacles) -> int:
    marks = sum(1 for mark in obstacles.marks if mark.overlaps(box))
    curves = sum(1 for segment in obstacles.segments if segment.crosses(box))
    return _ON_MARK * marks + _ON_CURVE * curves
