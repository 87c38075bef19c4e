"""The 2024 appendix as many hands would write it, for tests of reading."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from collections.abc import Sequence
from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from dnplanner.core.plan import ObservedKey, Plan, TargetKey
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from pathlib import Path

HEAD_GROUPS = (
    "Stt",
    "Huyện, thành phố",
    "Kết quả rà soát hộ nghèo cuối năm 2023",
    "",
    "",
    "Kế hoạch thực hiện Chỉ tiêu giảm tỷ lệ hộ nghèo năm 2024",
    "",
    "",
    "",
    "",
)
HEAD = (
    "",
    "",
    "Tổng số hộ chung cuối năm 2023",
    "Tổng số hộ nghèo cuối năm 2023",
    "Tỷ lệ hộ nghèo cuối năm 2023 (%)",
    "Số hộ chung dự kiến cuối năm 2024",
    "Số hộ nghèo dự kiến giảm năm 2024",
    "Tỷ lệ dự kiến giảm năm 2024 (%)",
    "Số hộ nghèo tương ứng cuối năm 2024",
    "Tỷ lệ dự kiến cuối năm 2024",
)
_TEXT = """01;Krông Nô;19.775;748;3,78;19.975;150;0,8;598;2,99
02;Cư Jút;21.931;811;3,70;22.131;300;1,4;511;2,31
03;Đắk Mil;27.969;470;1,68;28.169;100;0,4;370;1,31
04;Đắk Song;20.807;592;2,85;21.007;140;0,7;452;2,15
05;Đắk R'Lấp;23.970;468;1,95;24.170;100;0,4;368;1,52
06;Tuy Đức;16.674;3.131;18,78;16.874;1400;8,5;1.731;10,26
07;Đắk Glong;18.832;2.531;13,44;19.032;1200;6,4;1.331;6,99
08;Gia Nghĩa;20.592;87;0,42;20.792;25;0,1;62;0,30
;Toàn tỉnh;170.550;8.838;5,18;172.150;3.415;2,0;5.423;3,15"""

Row = Sequence[object]


def texts() -> list[list[str]]:
    """The rows as the document prints them, the whole last."""
    return list(csv.reader(io.StringIO(_TEXT), delimiter=";"))


def number(text: str) -> object:
    """A printed figure as a number, anything else as it is."""
    plain = text.replace(".", "").replace(",", ".")
    if not plain.replace(".", "").isdigit() or (text[:1] == "0" and text.isdigit()):
        return text
    return float(plain) if "." in plain else int(plain)


def numbers() -> list[list[object]]:
    """The rows with numbers as spreadsheets hold them."""
    return [[number(text) if at > 1 else text for at, text in enumerate(row)] for row in texts()]


def append(sheet: Worksheet, rows: Sequence[Row]) -> None:
    """Add rows below; empty texts stay empty cells."""
    for row in rows:
        sheet.append([None if cell == "" else cell for cell in row])


def book(rows: Sequence[Row], merges: Sequence[str] = (), font: str = "") -> openpyxl.Workbook:
    """A workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert isinstance(sheet, Worksheet)
    append(sheet, rows)
    for merge in merges:
        sheet.merge_cells(merge)
    if font:
        for cells in sheet.iter_rows():
            for cell in cells:
                cell.font = Font(name=font)
    return made


def saved(made: openpyxl.Workbook, path: Path) -> Path:
    """Write a workbook."""
    made.save(path)
    return path


def written(rows: Sequence[Row], path: Path, merges: Sequence[str] = (), font: str = "") -> Path:
    """A workbook of one sheet as a file."""
    return saved(book(rows, merges, font), path)


def converted(path: Path, form: str) -> Path:
    """The file as LibreOffice writes it in another format, beside it."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [office, profile, "--headless", "--convert-to", form]
    subprocess.run(
        [*command, "--outdir", str(path.parent), str(path)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return path.with_suffix("." + form)


def bare(plan: Plan | None = None) -> Plan:
    """The sample's units, scenarios and growth without any figure of 2023 or target."""
    figures = (ObservedKey, TargetKey)
    facts = (plan or sample()).facts()
    return Plan.of((key, value) for key, value in facts if not isinstance(key, figures))
