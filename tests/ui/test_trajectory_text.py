"""The chart in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.series import Series
from dnplanner.core.trajectory import Line, Point, Trajectory
from dnplanner.ui.trajectory_marks import Mark, Role, marks_in, marks_of
from dnplanner.ui.trajectory_text import (
    card_notes,
    card_row,
    card_text,
    description,
    headings,
    mark_value,
    series_name,
    short_source,
    value_text,
)

START = Point(2023, Fraction(883800, 170550), 8838, 170550)
PLANNED = Point(2024, Fraction(542300, 172150), 5423, 172150)
FOUND = Point(2024, Fraction("2.99"), source="https://thongtin.vietnam.vn/en/dak-nong (báo cáo)")
ROUNDED = Point(2018, Fraction("13.5"), 21000, rounded=True)
PROVINCE = Trajectory(
    (Line("2016-2020", (ROUNDED,)), Line("2022-2025", (START, FOUND))),
    (START, PLANNED),
    (Point(2023, Fraction("4.97"), 8352),),
    (START, Point(2024, START.rate - 2)),
    ((2018, 2023),),
)
BOLDER = ("PA 2", (START, Point(2024, Fraction(270, 100), 4648, 172150)))


def test_printed_figures_keep_the_decimals_they_have() -> None:
    assert [value_text(Point(2018, Fraction(text))) for text in ("13.5", "6.98", "7", "5.182")] == [
        "13,5",
        "6,98",
        "7",
        "5,182",
    ]


def test_rates_from_counts_have_two_decimals_rounded_half_up() -> None:
    assert value_text(START) == "5,18"
    assert value_text(Point(2023, Fraction(1, 2), 1, 200)) == "0,50"
    assert value_text(Point(2023, Fraction(1, 8), 1, 800)) == "0,13"


def test_the_rate_a_goal_allows_has_two_decimals() -> None:
    assert mark_value(Mark(Role.GOAL, Point(2024, Fraction(3)))) == "3,00"


def test_the_start_of_the_plan_is_the_mark_of_what_was_found() -> None:
    assert [mark.role for mark in marks_in(marks_of(PROVINCE, [BOLDER]), 2023)] == [
        Role.ACTUAL,
        Role.PAST_PLAN,
    ]


def test_a_year_shows_what_was_found_planned_and_demanded_and_the_other_scenarios() -> None:
    assert [mark.role for mark in marks_in(marks_of(PROVINCE, [BOLDER]), 2024)] == [
        Role.ACTUAL,
        Role.PLAN,
        Role.GOAL,
        Role.OTHER,
    ]


def test_figures_under_an_older_standard_have_their_own_role() -> None:
    assert [mark.role for mark in marks_in(marks_of(PROVINCE, []), 2018)] == [Role.OLDER]


def test_a_plan_whose_start_was_not_found_shows_it() -> None:
    alone = Trajectory((), (START, PLANNED), (), (), ())
    assert [mark.point.year for mark in marks_of(alone, [])] == [2023, 2024]


def test_the_text_twin_says_all_that_the_chart_shows() -> None:
    assert description(PROVINCE, [BOLDER], "Đắk Nông", Series.POOR) == (
        "Lộ trình tỷ lệ hộ nghèo Đắk Nông: năm 2018 13,5 % (gần đúng);"
        " đổi chuẩn nghèo giữa năm 2018 và năm 2023; năm 2023 5,18 %; năm 2024 2,99 %;"
        " kế hoạch 2023 4,97 %; kế hoạch 2024 3,15 %; chỉ tiêu 2024 không quá 3,18 %;"
        " phương án “PA 2” 2024 2,70 %"
    )


def test_the_text_twin_of_an_empty_chart_says_that_it_is_empty() -> None:
    empty = Trajectory((), (), (), (), ())
    assert description(empty, [], "Cư Jút", Series.DTTS_POOR) == (
        "Lộ trình tỷ lệ hộ nghèo DTTS Cư Jút: Chưa có số liệu để vẽ lộ trình"
    )


@pytest.mark.parametrize("series", Series)
def test_every_series_has_its_words(series: Series) -> None:
    assert series_name(series).startswith("hộ ")


def test_the_heading_has_a_shorter_form() -> None:
    assert headings("Đắk Nông", Series.NEAR_POOR) == (
        "Tỷ lệ hộ cận nghèo (%) · Đắk Nông",
        "Tỷ lệ hộ cận nghèo (%)",
    )


@pytest.mark.parametrize(
    ("mark", "row"),
    [
        (Mark(Role.PLAN, PLANNED), ("Kế hoạch", "3,15", "5.423", "172.150")),
        (Mark(Role.ACTUAL, FOUND), ("Thực tế", "2,99", "–", "–")),
        (Mark(Role.OLDER, ROUNDED), ("Thực tế", "13,5", "≈ 21.000", "–")),
        (Mark(Role.GOAL, PROVINCE.goal[1]), ("Chỉ tiêu", "≤ 3,18", "", "")),
        (Mark(Role.OTHER, BOLDER[1][1], "PA 2"), ("PA 2", "2,70", "4.648", "172.150")),
    ],
)
def test_the_card_has_a_row_for_each_point(mark: Mark, row: tuple[str, ...]) -> None:
    assert card_row(mark) == row


def test_the_card_names_the_standard_and_the_printed_source() -> None:
    marks = marks_in(marks_of(PROVINCE, []), 2024)
    assert card_notes(marks) == [
        "Chuẩn nghèo 2022–2025",
        "Nguồn số thực tế: thongtin.vietnam.vn (báo cáo)",
    ]


def test_the_card_is_read_aloud_without_what_is_unknown() -> None:
    marks = marks_in(marks_of(PROVINCE, []), 2024)
    assert card_text(2024, marks, Series.POOR).splitlines()[:4] == [
        "Năm 2024",
        "Thực tế. Tỷ lệ (%): 2,99",
        "Kế hoạch. Tỷ lệ (%): 3,15, Hộ nghèo: 5.423, Tổng số hộ: 172.150",
        "Chỉ tiêu. Tỷ lệ (%): ≤ 3,18",
    ]


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("https://www.thoidai.com.vn/a-b.html", "thoidai.com.vn"),
        ("http://x.gov.vn/tin.html (QĐ 403/QĐ-UBND)", "x.gov.vn (QĐ 403/QĐ-UBND)"),
        ("Báo cáo 12/BC-UBND", "Báo cáo 12/BC-UBND"),
        ("", ""),
    ],
)
def test_a_source_is_named_without_the_path_of_its_address(source: str, short: str) -> None:
    assert short_source(source) == short
