"""Scales, ticks and places of labels on the chart, in plain numbers."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.ui.trajectory_layout import (
    Box,
    Obstacles,
    Segment,
    around,
    beside_line,
    placed,
    rate_ticks,
    scale_of,
    year_ticks,
)

AREA = Box(30, 20, 630, 180)


def test_zero_stands_on_the_base_line_and_the_highest_rate_below_its_headroom() -> None:
    scale = scale_of(AREA, [2015, 2024], 19.26, 25, 16)
    assert scale.y(0) == AREA.bottom
    assert scale.y(19.26) == pytest.approx(AREA.top + 16)


def test_the_outer_years_keep_room_for_their_labels() -> None:
    scale = scale_of(AREA, [2015, 2024], 19.26, 25, 16)
    assert scale.x(2015) == pytest.approx(AREA.left + 25)
    assert scale.x(2024) == pytest.approx(AREA.right - 25)


def test_a_single_year_stands_in_the_middle() -> None:
    assert scale_of(AREA, [2024], 5.0, 25, 16).x(2024) == pytest.approx(330)


@pytest.mark.parametrize(
    ("top", "height", "ticks", "decimals"),
    [
        (21.0, 160, (0, 5, 10, 15, 20), 0),
        (4.1, 140, (0, 1, 2, 3, 4), 0),
        (1.1, 120, (0, 0.5, 1.0), 1),
        (108.0, 120, (0, 50, 100), 0),
        (0.46, 150, (0, 0.1, 0.2, 0.3, 0.4), 1),
    ],
)
def test_rate_ticks_are_round(
    top: float, height: float, ticks: tuple[float, ...], decimals: int
) -> None:
    assert rate_ticks(top, height, 26) == (ticks, decimals)


@given(st.floats(0.01, 110), st.floats(60, 900))
def test_rate_ticks_start_at_zero_and_keep_their_distance(top: float, height: float) -> None:
    ticks, _ = rate_ticks(top, height, 24)
    assert ticks[0] == 0
    assert all(tick <= top * 1.000001 for tick in ticks)
    gaps = [(after - before) * height / top for before, after in pairwise(ticks)]
    assert all(gap >= 23.99 for gap in gaps)


def test_years_whose_labels_would_touch_are_left_out_from_the_past_on() -> None:
    scale = scale_of(Box(0, 0, 200, 100), list(range(2015, 2025)), 10, 10, 10)
    assert year_ticks(scale, range(2015, 2025), 45) == (2015, 2018, 2021, 2024)


def test_all_years_are_named_where_there_is_room() -> None:
    scale = scale_of(AREA, [2022, 2024], 10, 25, 10)
    assert year_ticks(scale, [2022, 2023, 2024], 45) == (2022, 2023, 2024)


@pytest.mark.parametrize(
    ("segment", "crosses"),
    [
        (Segment(0, 0, 10, 10), True),
        (Segment(0, 5, 20, 5), True),
        (Segment(0, 0, 3, 3), False),
        (Segment(20, 0, 20, 10), False),
        (Segment(0, 20, 20, 9), False),
        (Segment(6, 6, 6, 6), True),
    ],
)
def test_a_curve_crosses_a_box_when_a_part_lies_inside(segment: Segment, crosses: bool) -> None:
    assert segment.crosses(Box(4, 4, 8, 8)) is crosses


def test_a_value_stands_above_its_point_when_nothing_is_in_the_way() -> None:
    place = placed([around(100, 100, (30, 10), 7, below=False)], Obstacles(AREA, [], []))[0]
    assert place == Box(85, 83, 115, 93)


def test_a_value_asked_for_below_stands_below() -> None:
    place = placed([around(100, 100, (30, 10), 7, below=True)], Obstacles(AREA, [], []))[0]
    assert place == Box(85, 107, 115, 117)


def test_a_value_at_the_upper_border_moves_beside_or_below() -> None:
    place = placed([around(100, 25, (30, 10), 7, below=False)], Obstacles(AREA, [], []))[0]
    assert place is not None
    assert AREA.holds(place)


def test_a_value_keeps_clear_of_a_curve_where_it_can() -> None:
    curve = Segment(60, 60, 140, 140)
    place = placed([around(100, 100, (30, 10), 7, below=False)], Obstacles(AREA, [], [curve]))[0]
    assert place is not None
    assert not curve.crosses(place)


def test_what_finds_no_place_is_left_out_and_not_cut() -> None:
    assert placed([around(40, 30, (700, 10), 7, below=False)], Obstacles(AREA, [], [])) == [None]


def test_words_at_a_line_stand_right_of_it_at_the_top() -> None:
    place = placed([beside_line(300, 20, 180, (90, 14))], Obstacles(AREA, [], []))[0]
    assert place == Box(305, 20, 395, 34)


def test_words_at_a_line_near_the_right_border_stand_left_of_it() -> None:
    place = placed([beside_line(600, 20, 180, (90, 14))], Obstacles(AREA, [], []))[0]
    assert place == Box(505, 20, 595, 34)


POINTS = st.lists(
    st.tuples(st.floats(30, 630), st.floats(20, 180), st.booleans()), min_size=1, max_size=25
)


@given(POINTS)
def test_labels_never_overlap_and_never_leave_the_chart(
    points: list[tuple[float, float, bool]],
) -> None:
    marks = [Box(x, y, x, y).grown(4) for x, y, _ in points]
    choices = [around(x, y, (32, 10), 7, below) for x, y, below in points]
    places = [place for place in placed(choices, Obstacles(AREA, marks, [])) if place]
    assert all(AREA.holds(place) for place in places)
    assert not any(
        one.overlaps(other) for at, one in enumerate(places) for other in places[at + 1 :]
    )
