"""The appendix that the program exports comes back as the plan it was made from."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import openpyxl
import pytest

from dnplanner.core.edits import apply
from dnplanner.core.plan import (
    ObservedKey,
    Pinned,
    Plan,
    Target,
    TargetKey,
    UnitKey,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.exchange.intake import read_proposal
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import bare, converted
from tests.exchange.test_table_finding import is_the_sample
from tests.exchange.workbooks import workbook

if TYPE_CHECKING:
    from pathlib import Path


def exported(plan: Plan, folder: Path) -> Path:
    path = folder / "phu-luc.xlsx"
    path.write_bytes(workbook(plan, scenario="pa-1"))
    return path


def with_communes() -> Plan:
    """Tuy Đức planned by its communes."""
    facts = dict(sample().facts())
    for number, name in enumerate(("Quảng Tâm", "Quảng Trực", "Quảng Tân", "Đắk Búk So")):
        unit = f"xa-{number}"
        facts[UnitKey(unit)] = Unit(name, "tuy-duc", number)
        facts[ObservedKey(unit, 2023, Measure.HOUSEHOLDS)] = 4000 + number
        facts[ObservedKey(unit, 2023, Measure.POOR)] = 800 + number
        facts[TargetKey("pa-1", unit, 2024, Series.POOR)] = Target(
            Pinned.REDUCTION, Fraction(number * 50)
        )
    return Plan.of(facts.items())


def test_nothing_edited_is_no_change(tmp_path: Path) -> None:
    found = read_proposal(exported(sample(), tmp_path), sample(), read=read_here)
    assert found.certain
    assert found.comparisons == ()
    assert not found.edit(sample())


def test_an_empty_plan_becomes_the_exported_one(tmp_path: Path) -> None:
    found = read_proposal(exported(sample(), tmp_path), bare(), read=read_here)
    assert is_the_sample(apply(bare(), found.edit(bare())))


@pytest.mark.libreoffice
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_another_format_changes_nothing_either(form: str, tmp_path: Path) -> None:
    path = converted(exported(sample(), tmp_path), form)
    found = read_proposal(path, sample(), read=read_here)
    assert found.certain
    assert not found.edit(sample())


def test_districts_with_communes_come_back_unchanged(tmp_path: Path) -> None:
    plan = with_communes()
    found = read_proposal(exported(plan, tmp_path), plan, read=read_here)
    assert [doubt.place for doubt in found.doubts] == []
    assert not found.edit(plan)


def test_what_a_spreadsheet_changed_is_the_only_change(tmp_path: Path) -> None:
    path = exported(sample(), tmp_path)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = next(r for r in range(1, 30) if sheet.cell(r, 2).value == "Tuy Đức")
    changed = [c for c in range(1, 11) if sheet.cell(row, c).value == 1400]
    sheet.cell(row, changed[0]).value = 1397
    book.save(path)
    found = read_proposal(path, sample(), read=read_here)
    assert all(doubt.code == "formula_without_value" for doubt in found.doubts)
    changes = found.edit(sample()).changes
    assert [change.after for change in changes] == [Target(Pinned.REDUCTION, Fraction(1397))]


def test_a_district_that_is_not_the_sum_of_its_communes_is_shown(tmp_path: Path) -> None:
    path = exported(with_communes(), tmp_path)
    book = openpyxl.load_workbook(path, data_only=True)
    sheet = book.worksheets[0]
    row = next(r for r in range(1, 30) if sheet.cell(r, 2).value == "Quảng Tâm")
    sheet.cell(row, 3).value = 4005
    book.save(path)
    found = read_proposal(path, with_communes(), read=read_here)
    totals = [one for one in found.comparisons if one.kind == "total" and one.unit == "tuy-duc"]
    assert totals[0].computed - totals[0].printed == 5
