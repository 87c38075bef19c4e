"""Tables are found by words, wherever and however they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import apply
from dnplanner.core.series import Measure
from dnplanner.exchange.grid import Grid, GridCell, Kind, Sheet
from dnplanner.exchange.headers import Meaning, Role, meaning
from dnplanner.exchange.intake import interpret, read_proposal
from dnplanner.exchange.proposals import Proposal, Source
from dnplanner.exchange.row_words import is_group, is_total
from dnplanner.exchange.slots import Aim, What
from dnplanner.exchange.table_finding import Pointed, find_tables
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import bare, numbers, saved, written
from tests.exchange.layouts import FLAT, makers

if TYPE_CHECKING:
    from pathlib import Path

    import openpyxl

    from dnplanner.core.plan import Plan


def is_the_sample(plan: Plan) -> bool:
    ours = sample().tables
    observed = {k: v for k, v in plan.tables.observed.items() if k.measure is not Measure.NEAR_POOR}
    same_counts = observed == dict(ours.observed.items())
    typed = plan.tables.households_end == ours.households_end
    return same_counts and plan.tables.targets == ours.targets and typed


def proposal_of(made: openpyxl.Workbook, folder: Path) -> Proposal:
    return read_proposal(saved(made, folder / "l.xlsx"), bare(), read=read_here)


LAYOUTS = dict(makers())


def test_there_are_forty_layouts() -> None:
    assert len(LAYOUTS) == 40


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_understood_alone(name: str, tmp_path: Path) -> None:
    proposal = proposal_of(LAYOUTS[name](), tmp_path)
    assert proposal.doubts == ()
    assert is_the_sample(apply(bare(), proposal.edit(bare())))


def test_what_words_do_not_find_a_person_can_point_to(tmp_path: Path) -> None:
    head = ("a", "b", "Tổng số hộ năm 2023", "Hộ nghèo năm 2023", *("?" for _ in range(6)))
    rows = [[*row[:4], *("" for _ in range(6))] for row in numbers()]
    grid = read_here(written([("1",), head, *rows], tmp_path / "p.xlsx"))
    pointed = Pointed("Sheet", 1, 1)
    source = Source("p.xlsx", "")
    proposal = interpret(grid, source, bare(), Aim(What.PLAN), {}, pointed)
    after = apply(bare(), proposal.edit(bare()))
    assert after.tables.observed == sample().tables.observed


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (("TS hộ",), Meaning(Role.COUNT, Measure.HOUSEHOLDS)),
        (("Hộ N",), Meaning(Role.COUNT, Measure.POOR)),
        (("Hộ CN",), Meaning(Role.COUNT, Measure.NEAR_POOR)),
        (("Tỷ lệ %",), Meaning(Role.RATE, Measure.POOR)),
        (("Hộ nghèo", "Số hộ"), Meaning(Role.COUNT, Measure.POOR)),
        (("Hộ cận nghèo", "Tỷ lệ"), Meaning(Role.RATE, Measure.NEAR_POOR)),
        (("Số hộ nghèo", "DTTS"), Meaning(Role.COUNT, Measure.DTTS_POOR)),
        (("Số hộ nghèo", "DTTS tại chỗ"), Meaning(Role.COUNT, Measure.DTTS_LOCAL_POOR)),
        (("Tổng số hộ DTTS",), Meaning(Role.COUNT, Measure.DTTS_HOUSEHOLDS)),
        (("Tỷ lệ hộ nghèo", "Năm 2023"), Meaning(Role.RATE, Measure.POOR, 2023)),
        (("Giảm", "Số hộ"), Meaning(Role.REDUCTION, Measure.POOR)),
        (("Giảm", "Tỷ lệ"), Meaning(Role.POINTS, Measure.POOR)),
        (("KH năm 2024", "Hộ nghèo"), Meaning(Role.COUNT, Measure.POOR, 2024, True)),
        (("Hộ nghèo đầu năm 2024",), Meaning(Role.COUNT, Measure.POOR, 2023, False, "start")),
        (("Tên xã, phường, thị trấn",), Meaning(Role.NAME)),
        (("Huyện/TP",), Meaning(Role.NAME)),
        (("Mã đơn vị",), Meaning(Role.CODE)),
    ],
)
def test_words_tell_what_a_column_is_about(headings: tuple[str, ...], expected: Meaning) -> None:
    assert meaning(headings) == expected


@pytest.mark.parametrize(
    "heading", ["Số nhân khẩu", "Hộ thoát nghèo", "Hộ tái nghèo", "% đạt kế hoạch", "Phát sinh mới"]
)
def test_persons_flows_and_shares_are_not_counts_of_poor_households(heading: str) -> None:
    found = meaning([heading])
    assert found is not None
    assert found.role is Role.OTHER


def test_unknown_words_mean_nothing() -> None:
    assert meaning(["Ghi chú"]) is None
    assert meaning([""]) is None


@pytest.mark.parametrize(
    "name",
    ["Toàn tỉnh", "TỔNG CỘNG", "Cộng", "Tổng số:", "Toàn huyện", "Tổng cộng (8 đơn vị)", "Tong so"],
)
def test_totals_are_known_by_any_wording(name: str) -> None:
    assert is_total(name)


@pytest.mark.parametrize("name", ["Xã Cộng Hòa", "Tông Lạnh", "Toàn Thắng", "Xã Tổng Cọt", "Nghĩa"])
def test_units_that_sound_like_totals_are_units(name: str) -> None:
    assert not is_total(name)


def test_groups_are_not_units() -> None:
    assert is_group("Khu vực thành thị", "I")
    assert is_group("Các xã", "")
    assert not is_group("Krông Nô", "I")


def test_hidden_sheets_are_not_searched() -> None:
    row = tuple(GridCell(Kind.TEXT, str(text)) for text in FLAT)
    figures = tuple(
        GridCell(Kind.NUMBER if isinstance(v, int | float) else Kind.TEXT, v)
        for v in numbers()[0]
        if isinstance(v, int | float | str)
    )
    sheet = Sheet("Ẩn", [row, figures], hidden=True)
    assert find_tables(Grid("xlsx", [sheet])) == []
    sheet.hidden = False
    assert len(find_tables(Grid("xlsx", [sheet]))) == 1
