"""The chart in words: values at its points, the card under the pointer, and its text twin."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import NO_VALUE, format_count, format_exact, format_ratio
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.core.series import Series
from dnplanner.ui.trajectory_marks import Mark, Others, Role, marks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.core.trajectory import Point, Trajectory

_PRINTED_DECIMALS = 4
"""No source prints a rate with more; what has more was computed."""


@lru_cache(maxsize=512)
def value_text(point: Point) -> str:
    """The rate without its unit: printed figures keep their decimals, computed ones have 2."""
    printed = point.households is None
    if printed and (point.rate * 10**_PRINTED_DECIMALS).denominator == 1:
        return format_exact(point.rate)
    return format_ratio(point.rate, RATE_DECIMALS)


def mark_value(mark: Mark) -> str:
    """As ``value_text``; the rate a goal allows always follows from counts."""
    if mark.role is Role.GOAL:
        return format_ratio(mark.point.rate, RATE_DECIMALS)
    return value_text(mark.point)


def series_name(series: Series) -> str:
    """The group counted, as in "hộ nghèo"."""
    return {
        Series.POOR: QCoreApplication.translate("Trajectory", "hộ nghèo"),
        Series.NEAR_POOR: QCoreApplication.translate("Trajectory", "hộ cận nghèo"),
        Series.DTTS_POOR: QCoreApplication.translate("Trajectory", "hộ nghèo DTTS"),
        Series.DTTS_LOCAL_POOR: QCoreApplication.translate("Trajectory", "hộ nghèo DTTS tại chỗ"),
        Series.MULTIDIMENSIONAL: QCoreApplication.translate("Trajectory", "hộ nghèo đa chiều"),
    }[series]


def role_name(mark: Mark) -> str:
    """What a point is, as in the legend; another scenario by its name."""
    if mark.role is Role.OTHER:
        return mark.name
    if mark.role in (Role.PLAN, Role.PAST_PLAN):
        return QCoreApplication.translate("Trajectory", "kế hoạch")
    if mark.role is Role.GOAL:
        return QCoreApplication.translate("Trajectory", "chỉ tiêu")
    return QCoreApplication.translate("Trajectory", "thực tế")


def change_of_standard() -> str:
    """The words at the mark between two poverty standards."""
    return QCoreApplication.translate("Trajectory", "đổi chuẩn nghèo")


def nothing_to_show() -> str:
    """What stands in an empty chart."""
    return QCoreApplication.translate("Trajectory", "Chưa có số liệu để vẽ lộ trình")


def title(unit_name: str, series: Series) -> str:
    """The accessible name of the chart."""
    return QCoreApplication.translate("Trajectory", "Lộ trình tỷ lệ {series} {unit}").format(
        series=series_name(series), unit=unit_name
    )


def headings(unit_name: str, series: Series) -> tuple[str, str]:
    """What stands over the rate axis, and a shorter form."""
    short = QCoreApplication.translate("Trajectory", "Tỷ lệ {series} (%)").format(
        series=series_name(series)
    )
    return f"{short} · {unit_name}" if unit_name else short, short


def description(trajectory: Trajectory, others: Others, unit_name: str, series: Series) -> str:
    """All that the chart shows as one sentence, for those who cannot see it."""
    marks = marks_of(trajectory, others)
    parts: list[str] = []
    for index, line in enumerate(trajectory.actual):
        parts += [_spoken_break(*years) for years in trajectory.breaks[:index][-1:]]
        parts += [_spoken(Mark(Role.ACTUAL, point)) for point in line.points]
    for role in (Role.PAST_PLAN, Role.PLAN, Role.GOAL, Role.OTHER):
        parts += [_spoken(mark) for mark in marks if mark.role is role]
    return f"{title(unit_name, series)}: {'; '.join(parts) or nothing_to_show()}"


def _spoken(mark: Mark) -> str:
    """One point in words: «kế hoạch 2024 3,15 %»."""
    year, value = mark.point.year, mark_value(mark)
    if mark.role in (Role.OLDER, Role.ACTUAL):
        text = QCoreApplication.translate("Trajectory", "năm {year} {value} %")
    elif mark.role is Role.GOAL:
        text = QCoreApplication.translate("Trajectory", "chỉ tiêu {year} không quá {value} %")
    elif mark.role is Role.OTHER:
        text = QCoreApplication.translate("Trajectory", "phương án “{name}” {year} {value} %")
    else:
        text = QCoreApplication.translate("Trajectory", "kế hoạch {year} {value} %")
    spoken = text.format(year=year, value=value, name=mark.name)
    return f"{spoken} {_about()}" if mark.point.rounded else spoken


def _about() -> str:
    return QCoreApplication.translate("Trajectory", "(gần đúng)")


def _spoken_break(before: int, after: int) -> str:
    text = QCoreApplication.translate(
        "Trajectory", "đổi chuẩn nghèo giữa năm {before} và năm {after}"
    )
    return text.format(before=before, after=after)


def card_title(year: int) -> str:
    """The heading of the card of one year."""
    return QCoreApplication.translate("Trajectory", "Năm {year}").format(year=year)


def card_columns(series: Series) -> tuple[str, str, str]:
    """The headings of the card's columns: rate, households counted, all households."""
    counted = series_name(series)
    return (
        QCoreApplication.translate("Trajectory", "Tỷ lệ (%)"),
        counted[:1].upper() + counted[1:],
        QCoreApplication.translate("Trajectory", "Tổng số hộ"),
    )


def card_row(mark: Mark) -> tuple[str, str, str, str]:
    """What a mark is, its rate and its counts; ≈ before counts that the source rounded."""
    point = mark.point
    name = role_name(mark)
    if mark.role is Role.GOAL:
        return _capital(name), f"≤ {mark_value(mark)}", "", ""
    about = "≈ " if point.rounded and point.poor is not None else ""
    poor = about + format_count(point.poor)
    capital = name if mark.role is Role.OTHER else _capital(name)
    return capital, mark_value(mark), poor, format_count(point.households)


def card_notes(marks: Sequence[Mark]) -> list[str]:
    """The poverty standard and the printed sources of one year's figures."""
    notes = []
    standards = {mark.name for mark in marks if mark.role in (Role.OLDER, Role.ACTUAL)} - {""}
    for standard in sorted(standards):
        text = QCoreApplication.translate("Trajectory", "Chuẩn nghèo {standard}")
        notes.append(text.format(standard=standard.replace("-", "–")))
    for mark in marks:
        if mark.point.source:
            text = QCoreApplication.translate("Trajectory", "Nguồn số {kind}: {source}")
            notes.append(text.format(kind=role_name(mark), source=short_source(mark.point.source)))
    return notes


def card_text(year: int, marks: Sequence[Mark], series: Series) -> str:
    """The card of one year in plain words, as it is read aloud."""
    columns = card_columns(series)
    lines = [card_title(year)]
    for mark in marks:
        name, *values = card_row(mark)
        known = [
            f"{column}: {value}"
            for column, value in zip(columns, values, strict=True)
            if value not in ("", NO_VALUE)
        ]
        lines.append(f"{name}. {', '.join(known)}")
    return "\n".join([*lines, *card_notes(marks)])


def short_source(source: str) -> str:
    """A source without the path of its address: «daidoanket.vn (QĐ 403/QĐ-UBND)»."""
    address, _, rest = source.partition(" ")
    host = urlsplit(address).netloc if address.startswith(("http://", "https://")) else ""
    return f"{host.removeprefix('www.')} {rest}".strip() if host else source


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
