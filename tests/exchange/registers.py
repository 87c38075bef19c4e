"""Household registers as communes and districts keep them, for tests of counting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.series import Series
from dnplanner.exchange.grid import Grid, Sheet
from dnplanner.exchange.intake import interpret
from dnplanner.exchange.proposals import Answers, Proposal, Source
from dnplanner.exchange.slots import Aim, What
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.core.plan import Plan
    from tests.exchange.appendix_files import Row

HEAD: Row = ("Stt", "Mã hộ", "Họ và tên chủ hộ", "Dân tộc", "Thôn", "Xã", "Huyện", "Phân loại")
TITLE: Row = ("DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO",)


def household(number: int, unit: str, kind: str, ethnicity: str = "Kinh") -> Row:
    """A row under HEAD; its code is its number."""
    name = f"Nguyễn Văn {number}"
    return (number, f"HN{number:05}", name, ethnicity, "Thôn 2", "Xã Lạ", unit, kind)


MIXED: Sequence[Row] = (
    household(1, "Huyện Krông Nô", "Hộ nghèo", "M'nông"),
    household(2, "Krông Nô", "Nghèo"),
    household(3, "KRÔNG NÔ", "HN", "Ê đê"),
    household(4, "H. Krông Nô", "Hộ cận nghèo", "Mông"),
    household(5, "Tuy Đức", "Cận nghèo"),
    household(6, "Huyện Tuy Đức", "HCN"),
    household(7, "Tuy Đức", "Thoát nghèo"),
    household(8, "Tuy Đức", "Không nghèo"),
    household(9, "Tuy Đức", ""),
)
"""Krông Nô: 3 poor, 2 of them DTTS, 1 near-poor; Tuy Đức: 2 near-poor."""


def grid_of(*rows: Row, name: str = "Sheet1") -> Grid:
    """One sheet; empty texts are empty cells."""
    cells = [tuple(None if cell == "" else cell for cell in row) for row in rows]
    return Grid("xlsx", [Sheet(name, cells)])  # type: ignore[arg-type]  # Row holds any object


def counted(
    grid: Grid,
    answers: Answers | None = None,
    plan: Plan | None = None,
    year: int | None = None,
) -> Proposal:
    """A register against a plan, the sample unless given."""
    aim = Aim(What.REGISTER, year)
    return interpret(grid, Source("so.xlsx", ""), plan or sample(), aim, answers or {})


def counts(found: Proposal, series: Series = Series.POOR) -> dict[str, int]:
    """The households of a series by unit."""
    return {
        one.unit: int(value)
        for one in found.figures
        if one.series is series
        for value in one.values.values()
    }


def asked(found: Proposal) -> list[tuple[str, str, int]]:
    """Place, reason and number of rows of every open question."""
    return [(doubt.cell, doubt.code, doubt.times) for doubt in found.doubts]
