"""The single points of a trajectory, each with the part it plays on the chart."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from dnplanner.core.trajectory import Point, Trajectory


class Role(Enum):
    """What a point is: OLDER was found under a standard that no longer holds."""

    ACTUAL = auto()
    OLDER = auto()
    PLAN = auto()
    PAST_PLAN = auto()
    GOAL = auto()
    OTHER = auto()


class Mark(NamedTuple):
    """A point with its role; ``name`` is the standard of a found figure, or another scenario."""

    role: Role
    point: Point
    name: str = ""


Others = Sequence[tuple[str, Sequence[Point]]]
"""Names and planned points of the scenarios beside the shown one."""


def marks_of(trajectory: Trajectory, others: Others) -> tuple[Mark, ...]:
    """All marks by year, found figures before planned ones.

    A planned line starts at the last figure found; that point is the figure's mark, not a second.
    """
    marks = [
        Mark(role_of_line(trajectory, index), point, line.standard)
        for index, line in enumerate(trajectory.actual)
        for point in line.points
    ]
    found = {mark.point.year for mark in marks}
    marks += [Mark(Role.PAST_PLAN, point) for point in trajectory.past_plans]
    marks += [Mark(Role.PLAN, point) for point in _after_start(trajectory.plan, found)]
    marks += [Mark(Role.GOAL, point) for point in trajectory.goal[1::2]]
    marks += [
        Mark(Role.OTHER, point, name)
        for name, points in others
        for point in _after_start(points, found)
    ]
    return tuple(sorted(marks, key=_year))


def role_of_line(trajectory: Trajectory, index: int) -> Role:
    """The role of the figures on the line with this index: only the last standard holds now."""
    return Role.ACTUAL if index == len(trajectory.actual) - 1 else Role.OLDER


def marks_in(marks: Sequence[Mark], year: int) -> tuple[Mark, ...]:
    """The marks of one year."""
    return tuple(mark for mark in marks if mark.point.year == year)


def _after_start(points: Sequence[Point], found: set[int]) -> Sequence[Point]:
    return points[1:] if points and points[0].year in found else points


def _year(mark: Mark) -> int:
    return mark.point.year
