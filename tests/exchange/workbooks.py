"""Making appendix workbooks for tests, and reading them the ways other programs do."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, TypeAlias
from zipfile import ZipFile

import openpyxl
import pytest
import python_calamine
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.series import Series
from dnplanner.exchange.appendix import appendix_bytes
from dnplanner.exchange.appendix_content import AppendixOptions
from dnplanner.models.wording import appendix_wording
from tests.core.plans import SCENARIO

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.plan import Plan

FIRST = 7
"""The sheet row of the first unit, without the line "Phụ lục"."""
SHEET = "xl/worksheets/sheet1.xml"
OPTIONS = AppendixOptions(
    "97/KH-UBND",
    "20/02/2024",
    "Chủ tịch UBND tỉnh Đắk Nông",
    "Chi tiết lộ trình giảm tỷ lệ hộ nghèo 2024",
)
Table: TypeAlias = list[list[object]]


def workbook(plan: Plan, options: AppendixOptions = OPTIONS, scenario: str = SCENARIO) -> bytes:
    """The appendix of 2024 for poor households."""
    question = Question(scenario, 2024, Series.POOR)
    return appendix_bytes(
        plan, Evaluation(plan, question), appendix_wording(plan, question), options
    )


def sheet_of(content: bytes, *, values: bool = False) -> Worksheet:
    """The sheet as openpyxl reads it: formulas, or the values that were saved with them."""
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=values).active
    assert isinstance(sheet, Worksheet)
    return sheet


def cell_of(sheet: Worksheet, place: str) -> Cell:
    """One cell that is not covered by a merge."""
    cell = sheet[place]
    assert isinstance(cell, Cell)
    return cell


def saved_values(content: bytes) -> Table:
    """The table's lines as openpyxl reads the saved values."""
    return _lines([list(row) for row in sheet_of(content, values=True).iter_rows(values_only=True)])


def calamine_values(content: bytes) -> Table:
    """The table's lines as calamine reads them, as phones and pandas do."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return _lines([[None if cell == "" else cell for cell in row] for row in rows])


def recalculated(content: bytes, folder: Path) -> Table:
    """The table's lines as LibreOffice computes them, the saved values taken away before."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    source = folder / "appendix.xlsx"
    source.write_bytes(_without_values(content))
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(folder / "out"),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=110,
    )
    return saved_values((folder / "out" / "appendix.xlsx").read_bytes())


def part(content: bytes, name: str = SHEET) -> str:
    """The text of one part of the package."""
    return ZipFile(io.BytesIO(content)).read(name).decode()


def _lines(rows: Table) -> Table:
    start = next(at for at, row in enumerate(rows) if row[0] == "Stt") + 2
    end = next(at for at, row in enumerate(rows) if row[9] == "./.")
    return [row[:10] for row in rows[start:end]]


def _without_values(content: bytes) -> bytes:
    made = io.BytesIO()
    source = ZipFile(io.BytesIO(content))
    with ZipFile(made, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == SHEET:
                text, count = re.subn(rb"(</f>)<v>[^<]*</v>", rb"\1", text)
                assert count == text.count(b"<f>")
            target.writestr(name, text)
    return made.getvalue()
