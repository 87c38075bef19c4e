"""Reading the figures back out of an appendix that this program wrote."""

from __future__ import annotations

import io

from openpyxl import load_workbook

_COLUMNS = 10


def saved_figures(content: bytes) -> dict[str, list[object]]:
    """The eight saved values of each line, formulas' results included, by name of the unit."""
    sheet = load_workbook(io.BytesIO(content), data_only=True).active
    rows = [] if sheet is None else [list(row) for row in sheet.iter_rows(values_only=True)]
    return {
        str(row[1] or row[0]): list[object](row[2:_COLUMNS])
        for row in rows
        if len(row) >= _COLUMNS and isinstance(row[2], int)
    }
