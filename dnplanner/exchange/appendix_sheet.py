"""The appendix's sheet: letterhead lines, two-row header, table, page set-up (domain, §7)."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING
from zipfile import ZIP_STORED, ZipFile

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from dnplanner.exchange.official_page import BOXED, THIN, TYPEFACE, set_up_a4
from dnplanner.exchange.sheet_rows import Content, plain_text, row_xml, with_rows

if TYPE_CHECKING:
    from dnplanner.exchange.appendix_content import (
        AppendixOptions,
        AppendixWording,
        CheckSheet,
    )
    from dnplanner.exchange.appendix_lines import Line

_WIDTHS = {"A": 6.5, "B": 23.5} | dict.fromkeys("CDEFGHIJ", 13.1)
_LAST_COLUMN = 10
_FORMATS = ("#,##0", "#,##0", "0.00", "#,##0", "#,##0", "0.0", "#,##0", "0.00")
_CHARACTERS_ACROSS = 92
"""About as many characters of the title as fit on one line across the table."""
_LINE_HEIGHT, _NAME_ON_ONE_LINE = 20, 20
"""Points, and characters: a longer name may need two lines."""
_SHEET_PART = "xl/worksheets/sheet1.xml"

_CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


_CHECK_WIDTHS = (14, 26, 90)
"""Level, unit and sentence of a finding, in characters."""
_CHECK_LINE = 17
"""Points that a line of a finding takes."""


class AppendixSheet:
    """One appendix being written, line by line; ``finished`` gives the bytes of the workbook."""

    def __init__(self, wording: AppendixWording, options: AppendixOptions) -> None:
        """Write everything above the table's lines."""
        self._book = Workbook()
        sheet = self._book.active
        if not isinstance(sheet, Worksheet):
            raise TypeError("a new workbook starts with a worksheet")
        self._sheet = sheet
        self._wording = wording
        self._rows: list[str] = []
        self._styles: dict[tuple[int, bool], list[int]] = {}
        sheet.title = wording.heading
        self._book.properties.creator = "DN Planner"
        self._book.properties.title = plain_text(options.title)
        self._next = 1
        self._write_letterhead(options)
        self._header = self._next
        self._write_header()
        self._first = self._next

    def add(self, line: Line) -> None:
        """The next line of the table."""
        named = [Content(line.number), Content(line.name)]
        if line.depth == 0:
            named.reverse()
            self._sheet.merged_cells.add(f"A{self._next}:B{self._next}")
        contents = named + line.contents(self._first, self._next)
        height = _LINE_HEIGHT if len(line.name) <= _NAME_ON_ONE_LINE else None
        self._rows.append(row_xml(self._next, contents, self._line_styles(line), height))
        self._next += 1

    def add_checks(self, checks: CheckSheet) -> None:
        """A second sheet of texts, which stay texts whatever they start with."""
        sheet = self._book.create_sheet(checks.name)
        _, _, across = _CHECK_WIDTHS
        for row, texts in enumerate((checks.headings, *checks.lines), start=1):
            lines = max(1, math.ceil(len(texts[-1]) / across))
            sheet.row_dimensions[row].height = _CHECK_LINE * lines
            for column, text in enumerate(texts, start=1):
                cell = sheet.cell(row, column, plain_text(text))
                cell.data_type, cell.quotePrefix = "s", True
                cell.font = Font(name=TYPEFACE, size=12, bold=row == 1)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        for letter, width in zip("ABC", _CHECK_WIDTHS, strict=True):
            sheet.column_dimensions[letter].width = width
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        set_up_a4(sheet)

    def finished(self) -> bytes:
        """Close the table and give the workbook, every formula with its value."""
        end = Alignment(horizontal="right", vertical="center")
        self._write(self._next, _LAST_COLUMN, self._wording.end, Font(name=TYPEFACE, size=13), end)
        self._set_up_page()
        made = io.BytesIO()
        ExcelWriter(self._book, ZipFile(made, "w", ZIP_STORED)).save()
        return with_rows(made.getvalue(), _SHEET_PART, self._next, self._rows)

    def _write(
        self,
        row: int,
        column: int,
        text: str,
        font: Font,
        alignment: Alignment,
        border: Border | None = None,
    ) -> None:
        """A text above or below the table, written as text whatever it starts with."""
        cell = self._sheet.cell(row, column)
        cell.font, cell.alignment, cell.quotePrefix = font, alignment, True
        if border is not None:
            cell.border = border
        if text and isinstance(cell, Cell):
            cell.value, cell.data_type = plain_text(text), "s"

    def _line_styles(self, line: Line) -> list[int]:
        """One style per column, made once for each kind of line and shared by all its cells."""
        bold = line.depth == 0 or bool(line.below)
        styles = self._styles.get((line.depth, bold))
        if styles is None:
            styles = self._styles[line.depth, bold] = self._make_styles(line.depth, bold)
        return styles

    def _make_styles(self, depth: int, bold: bool) -> list[int]:
        centred = Alignment(horizontal="center", vertical="center")
        named = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=depth)
        right = Alignment(horizontal="right", vertical="center")
        texts = [(centred, "General"), (named if depth else centred, "General")]
        return [
            self._style(bold, alignment, shown)
            for alignment, shown in (*texts, *((right, shown) for shown in _FORMATS))
        ]

    def _style(self, bold: bool, alignment: Alignment, number_format: str) -> int:
        """The workbook's number of a style, made on a cell that is thrown away again."""
        cell = self._sheet.cell(self._first, 1)
        cell.font, cell.border = Font(name=TYPEFACE, size=12, bold=bold), BOXED
        cell.alignment, cell.number_format = alignment, number_format
        cell.quotePrefix = number_format == "General"
        number: int = cell.style_id
        del self._sheet._cells[self._first, 1]
        return number

    def _write_letterhead(self, options: AppendixOptions) -> None:
        wording = self._wording
        bold = Font(name=TYPEFACE, size=14, bold=True)
        if options.with_heading_line:
            self._write_across(wording.heading, bold)
        self._write_across(options.title.upper(), bold)
        attached = wording.attached.format(
            number=options.number.strip() or wording.gap,
            date=options.date.strip() or wording.gap,
            issuer=options.issuer.strip() or wording.gap,
        )
        self._write_across(attached, Font(name=TYPEFACE, size=13, italic=True))
        self._write_rule()

    def _write_across(self, text: str, font: Font) -> None:
        self._write(self._next, 1, text, font, _CENTRED)
        self._sheet.merged_cells.add(f"A{self._next}:J{self._next}")
        lines = max(1, math.ceil(len(text) / _CHARACTERS_ACROSS))
        self._sheet.row_dimensions[self._next].height = 20 * lines
        self._next += 1

    def _write_rule(self) -> None:
        """A short line under the middle of the letterhead, and a little air."""
        for column in (5, 6):
            small = Font(name=TYPEFACE, size=6)
            self._write(self._next, column, "", small, _CENTRED, Border(bottom=THIN))
        self._sheet.row_dimensions[self._next].height = 5
        self._sheet.row_dimensions[self._next + 1].height = 10
        self._next += 2

    def _write_header(self) -> None:
        wording, top = self._wording, self._next
        font = Font(name=TYPEFACE, size=12, bold=True)
        upper = [wording.number, wording.units, wording.found, "", "", wording.planned, *[""] * 4]
        for row, texts in ((top, upper), (top + 1, ["", "", *wording.columns])):
            for column, text in enumerate(texts, start=1):
                self._write(row, column, text, font, _CENTRED, BOXED)
        for area in (
            f"A{top}:A{top + 1}",
            f"B{top}:B{top + 1}",
            f"C{top}:E{top}",
            f"F{top}:J{top}",
        ):
            self._sheet.merged_cells.add(area)
        self._sheet.row_dimensions[top].height = 34
        self._sheet.row_dimensions[top + 1].height = 66
        self._next += 2

    def _set_up_page(self) -> None:
        sheet, header = self._sheet, self._header
        for letter, width in _WIDTHS.items():
            sheet.column_dimensions[letter].width = width
        set_up_a4(sheet)
        sheet.page_setup.firstPageNumber, sheet.page_setup.useFirstPageNumber = 1, True
        sheet.print_options.horizontalCentered = True
        sheet.print_title_rows = f"{header}:{header + 1}"
        sheet.print_area = f"A1:J{self._next}"
        sheet.freeze_panes = f"C{self._first}"
        sheet.sheet_view.showGridLines = False
        self._number_pages()

    def _number_pages(self) -> None:
        """At the top in the middle, from the second page on."""
        self._sheet.HeaderFooter.differentFirst = True
        header = self._sheet.oddHeader
        if header is not None:
            header.center.text, header.center.size = "&P", 13
            header.center.font = f"{TYPEFACE},Regular"
