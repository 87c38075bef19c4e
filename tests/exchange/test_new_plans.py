"""A whole plan from one file."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import DocumentField, GrowthKind, Plan
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.exchange.intake import source_of
from dnplanner.exchange.new_plans import NewPlan, new_plan
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import HEAD, HEAD_GROUPS, Row, numbers, written
from tests.exchange.layouts import FLAT, LETTERHEAD, TOPS, shifted

if TYPE_CHECKING:
    from pathlib import Path


def made(path: Path, year: int | None = None) -> NewPlan:
    return new_plan(read_here(path), source_of(path), year, {}, "Phương án 1")


def appendix(folder: Path) -> Path:
    rows: list[Row] = [*LETTERHEAD, HEAD_GROUPS, HEAD, *numbers()]
    return written(rows, folder / "phu-luc.xlsx", shifted(TOPS, 5))


def names(plan: Plan) -> list[str]:
    return [plan.unit(unit).name for unit in plan.tree.children_of(plan.tree.root)]


def test_the_appendix_becomes_the_plan_it_was_printed_from(tmp_path: Path) -> None:
    plan = made(appendix(tmp_path)).plan
    ours = sample()
    assert names(plan) == names(ours)
    root = plan.unit(plan.tree.root)
    assert (root.name, root.kind, root.level) == ("Đắk Nông", "Tỉnh", "province")
    question = Question("pa-1", 2024, Series.POOR)
    theirs = Evaluation(ours, question)
    found = Evaluation(plan, question)
    assert found.row(plan.tree.root) == theirs.row(ours.tree.root)
    assert [found.row(unit) for unit in plan.tree.children_of(plan.tree.root)] == [
        theirs.row(unit) for unit in ours.tree.children_of(ours.tree.root)
    ]


def test_the_title_is_the_documents_own_or_else_the_files_name(tmp_path: Path) -> None:
    own = made(appendix(tmp_path)).plan.text(DocumentField.TITLE)
    assert own == "CHI TIẾT LỘ TRÌNH GIẢM TỶ LỆ HỘ NGHÈO NĂM 2024"
    bare = made(written([FLAT, *numbers()], tmp_path / "Biểu. giao.xlsx")).plan
    assert bare.text(DocumentField.TITLE) == "Biểu. giao"


def test_the_growth_that_most_units_share_becomes_the_rule(tmp_path: Path) -> None:
    plan = made(appendix(tmp_path)).plan
    growth = plan.growth("pa-1", Measure.HOUSEHOLDS)
    assert (growth.kind, growth.amount) == (GrowthKind.HOUSEHOLDS, Fraction(200))
    assert not dict(plan.tables.households_end.items())


def test_years_come_from_the_headings(tmp_path: Path) -> None:
    plan = made(appendix(tmp_path)).plan
    assert (plan.base_year, list(plan.plan_years)) == (2023, [2024])


def test_roman_numbers_make_districts_of_communes(tmp_path: Path) -> None:
    rows: list[Row] = [
        ("TT", "Đơn vị", "Tổng số hộ năm 2023", "Hộ nghèo năm 2023"),
        ("I", "Huyện Tuy Đức", 300, 30),
        (1, "Xã Quảng Tâm", 100, 10),
        (2, "TT. Đắk Búk So", 200, 20),
        ("II", "Huyện Đắk Mil", 100, 5),
        (1, "Xã Quảng Tâm", 100, 5),
        ("", "Toàn tỉnh", 400, 35),
    ]
    plan = made(written(rows, tmp_path / "a.xlsx"), 2024).plan
    assert names(plan) == ["Tuy Đức", "Đắk Mil"]
    district = plan.tree.children_of(plan.tree.root)[0]
    below = [plan.unit(unit) for unit in plan.tree.children_of(district)]
    assert below == [
        Unit("Quảng Tâm", district, 2, "Xã", "commune"),
        Unit("Đắk Búk So", district, 3, "Thị trấn", "commune"),
    ]
    row = Evaluation(plan, Question("pa-1", 2024, Series.POOR)).row(plan.tree.root)
    assert (row.households_start, row.poor_start) == (400, 35)


def test_a_table_without_any_year_is_asked_for_one(tmp_path: Path) -> None:
    path = written(
        [("TT", "Đơn vị", "Tổng số hộ", "Hộ nghèo"), (1, "Xã A Dơi", 5, 1)], tmp_path / "a.xlsx"
    )
    with pytest.raises(WorkbookRefused, match="year_unknown"):
        made(path)
    assert made(path, 2026).plan.base_year == 2025


def test_a_file_without_a_table_makes_no_plan(tmp_path: Path) -> None:
    with pytest.raises(WorkbookRefused, match="no_table"):
        made(written([("Kính gửi", "Sở")], tmp_path / "a.xlsx"))


def test_doubts_stay_open(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][3] = "khoảng 750"
    found = made(written([FLAT, *rows], tmp_path / "a.xlsx"))
    assert [doubt.code for doubt in found.proposal.doubts] == ["not_a_number"]
