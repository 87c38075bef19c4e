"""How a sheet is printed that goes to offices: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Border, Side
from openpyxl.worksheet.properties import PageSetupProperties

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TYPEFACE = "Times New Roman"
THIN = Side(style="thin", color="FF000000")
BOXED = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)

_INCHES_PER_MM = 1 / 25.4
_A4 = 9


def set_up_a4(sheet: Worksheet) -> None:
    """A4 lying, as wide as the page, with the margins of the decree."""
    page, margins = sheet.page_setup, sheet.page_margins
    page.paperSize, page.orientation = _A4, "landscape"
    page.fitToWidth, page.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins.top = margins.bottom = 20 * _INCHES_PER_MM
    margins.left, margins.right = 30 * _INCHES_PER_MM, 15 * _INCHES_PER_MM
    margins.header = margins.footer = 10 * _INCHES_PER_MM
