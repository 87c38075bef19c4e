"""The hidden key of forms that the program sends out: which cell is what, without guessing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dnplanner.core.entry import Cell
from dnplanner.core.series import Measure, Series
from dnplanner.exchange.headers import Meaning, Role
from dnplanner.exchange.table_finding import Column, RowKind, Table, TableRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dnplanner.exchange.grid import Grid, Sheet

KEY_SHEET = "dnplanner"
"""The name of the hidden sheet."""
_VERSION = 1

_ROLES: Mapping[Cell, Role] = {
    Cell.HOUSEHOLDS_START: Role.COUNT,
    Cell.POOR_START: Role.COUNT,
    Cell.HOUSEHOLDS_END: Role.COUNT,
    Cell.POOR_END: Role.COUNT,
    Cell.REDUCTION: Role.REDUCTION,
    Cell.POINTS: Role.POINTS,
    Cell.RATE_END: Role.RATE,
    Cell.RATE_START: Role.RATE,
}


def form_key(
    sheet: str, header: int, columns: Mapping[int, tuple[Cell, Series, int]], units: Sequence[str]
) -> str:
    """The key as text: columns from 0, units in the rows under ``header``."""
    return json.dumps(
        {
            "version": _VERSION,
            "sheet": sheet,
            "header": header,
            "columns": {str(at): list(slot) for at, slot in columns.items()},
            "units": list(units),
        },
        ensure_ascii=False,
    )


def form_tables(grid: Grid) -> list[Table]:
    """The table of a form of ours; empty when the file is none or was taken apart."""
    key = _key(grid)
    if key is None:
        return []
    try:
        sheet = next(sheet for sheet in grid.sheets if sheet.name == key["sheet"])
        return [_table(sheet, key)]
    except (StopIteration, KeyError, ValueError, TypeError, AttributeError):
        return []


def form_units(grid: Grid) -> tuple[str, ...]:
    """The identifiers of the units a form asks about, in the order of its rows."""
    key = _key(grid)
    return tuple(map(str, key.get("units", ()))) if key else ()


def _key(grid: Grid) -> dict[str, Any] | None:
    for sheet in grid.sheets:
        cell = sheet.cell(0, 0)
        if sheet.name == KEY_SHEET and sheet.hidden and cell is not None:
            try:
                key = json.loads(cell.text)
            except ValueError:
                return None
            return key if isinstance(key, dict) and key.get("version") == _VERSION else None
    return None


def _table(sheet: Sheet, key: dict[str, Any]) -> Table:
    header = int(key["header"])
    columns = [Column(1, "", Meaning(Role.NAME))]
    for at, (cell, series, year) in key["columns"].items():
        heading = sheet.cell(header, int(at))
        meaning = _meaning(Cell(cell), Series(series), int(year))
        columns.append(Column(int(at), heading.text if heading else "", meaning))
    rows, keyed = [], {}
    for offset, unit in enumerate(key["units"], 1):
        name = sheet.cell(header + offset, 1)
        rows.append(TableRow(header + offset, RowKind.UNIT, name.text if name else ""))
        keyed[header + offset] = str(unit)
    return Table(sheet, (header, header), columns, rows, "", keyed)


def _meaning(cell: Cell, series: Series, year: int) -> Meaning:
    """The meaning that leads back to the same slot of a plan or a review."""
    measure = Measure(series.value)
    if cell in (Cell.HOUSEHOLDS_START, Cell.HOUSEHOLDS_END):
        measure = series.denominator
    start = cell in (Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.RATE_START)
    return Meaning(_ROLES[cell], measure, year - 1 if start else year, not start)
