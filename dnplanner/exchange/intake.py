"""Taking in a foreign file: from its cells to a Proposal that somebody can look through.

Nothing is guessed: what the words, the column and the row do not settle becomes a Doubt.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from dnplanner.core.numerals import format_exact
from dnplanner.exchange.form_key import KEY_SHEET, form_tables
from dnplanner.exchange.intake_facts import UnitFigures
from dnplanner.exchange.proposals import (
    Answers,
    Doubt,
    LeftOut,
    Proposal,
    Source,
)
from dnplanner.exchange.reading import read_grid
from dnplanner.exchange.register import count_register
from dnplanner.exchange.register_finding import is_register
from dnplanner.exchange.slots import Aim, Slot, What, year_in
from dnplanner.exchange.table_finding import Pointed, RowKind, Table, find_tables
from dnplanner.exchange.table_intake import TableIntake
from dnplanner.exchange.unit_matching import UnitIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from fractions import Fraction
    from pathlib import Path

    from dnplanner.core.entry import Cell
    from dnplanner.core.plan import Plan
    from dnplanner.core.series import Series
    from dnplanner.exchange.grid import Grid


def read_proposal(
    path: Path,
    plan: Plan,
    what: What = What.PLAN,
    year: int | None = None,
    answers: Answers | None = None,
    read: Callable[[Path], Grid] = read_grid,
) -> Proposal:
    """Read a file against a plan. Raises WorkbookRefused; blocks while the file is read.

    ``year`` is the plan year, or the year at whose end a review was made; by default what the
    plan expects. ``read`` is how the cells are had, with a deadline, progress and cancelling.
    """
    grid = read(path)
    return interpret(grid, source_of(path), plan, Aim(what, year), answers or {})


def source_of(path: Path) -> Source:
    """A file's name and hash, for the history."""
    return Source(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def expected_year(plan: Plan, what: What) -> int:
    """The year a file is about unless said otherwise: the base year, or the first planned one."""
    at_base = what in (What.REVIEW, What.REGISTER)
    return plan.base_year if at_base else plan.base_year + 1


def likely_what(grid: Grid) -> What:
    """What a file is taken for when nobody says so: a plan, unless it is clearly a register."""
    return What.REGISTER if is_register(grid) else What.PLAN


def interpret(
    grid: Grid,
    source: Source,
    plan: Plan,
    aim: Aim,
    answers: Answers,
    pointed: Pointed | None = None,
) -> Proposal:
    """Understand cells that were read already, again with other answers if need be."""
    what = aim.what
    year = expected_year(plan, what) if aim.year is None else aim.year
    if what is What.REGISTER:
        return count_register(grid, source, plan, year, answers, pointed)
    tables = form_tables(grid) or find_tables(grid, pointed)
    index = UnitIndex.of(plan)
    intakes = [TableIntake(table, index, what, year, answers) for table in tables]
    for intake in intakes:
        intake.run()
    proposal = Proposal(source, grid, what, year, dict(answers))
    columns = tuple(column for intake in intakes for column in intake.columns)
    if not any(intake.slots for intake in intakes):
        return replace(proposal, columns=columns, doubts=(_no_table(grid, tables, what, year),))
    figures, conflicts = _joined(plan, intakes)
    return replace(
        proposal,
        columns=columns,
        units=tuple(unit for intake in intakes for unit in intake.units),
        doubts=tuple(doubt for intake in intakes for doubt in intake.doubts) + conflicts,
        comparisons=tuple(one for intake in intakes for one in intake.comparisons()),
        left_out=tuple(_left_out(grid, tables)),
        figures=figures,
    )


def _no_table(grid: Grid, tables: list[Table], what: What, year: int) -> Doubt:
    """Why nothing is taken: no header was found, or it is about another year."""
    sheet = grid.sheets[0].name if grid.sheets else ""
    if tables:
        found = year_in(tables[0].columns, tables[0].title, what)
        return Doubt(tables[0].sheet.name, "A1", str(found or ""), "other_year", (str(year),))
    return Doubt(sheet, "A1", "", "no_table")


def _joined(
    plan: Plan,
    intakes: Iterable[TableIntake],
) -> tuple[tuple[UnitFigures, ...], tuple[Doubt, ...]]:
    """The figures of all tables by unit; the same cell with two values is asked."""
    joined: dict[tuple[str, Series, int], dict[Cell, Fraction]] = {}
    doubts = []
    for intake in intakes:
        for row, one in intake.figures():
            held = joined.setdefault((one.unit, one.series, one.year), {})
            for cell, value in one.values.items():
                if held.setdefault(cell, value) != value:
                    choices = (format_exact(held[cell]), format_exact(value))
                    slot = Slot(cell, one.series, one.year)
                    doubts.append(intake.doubt(row, slot, format_exact(value), "conflict", choices))
    figures = tuple(UnitFigures(*key, values) for key, values in joined.items())
    return tuple(one for one in figures if not _is_sum(plan, one, joined)), tuple(doubts)


def _is_sum(plan: Plan, one: UnitFigures, joined: Container[object]) -> bool:
    """Whether a file has a unit's parts too: the parts are taken, and their sum compared."""
    below = plan.tree.children_of(one.unit)
    return bool(below) and all((unit, one.series, one.year) in joined for unit in below)


def _left_out(grid: Grid, tables: Iterable[Table]) -> Iterator[LeftOut]:
    for sheet in grid.sheets:
        if sheet.hidden and sheet.name != KEY_SHEET and sheet.rows:
            yield LeftOut("hidden_sheet", sheet.name, 1)
    for table in tables:
        counts = {
            "hidden_rows": sum(1 for row in table.rows if row.hidden),
            "hidden_columns": sum(1 for column in table.columns if column.hidden),
            "totals": sum(1 for row in table.rows if row.kind is RowKind.TOTAL),
            "groups": sum(1 for row in table.rows if row.kind is RowKind.GROUP),
            "notes": sum(1 for row in table.rows if row.kind is RowKind.NOTE),
        }
        for code, count in counts.items():
            if count:
                yield LeftOut(code, table.sheet.name, count)
