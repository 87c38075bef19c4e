"""Taking in a foreign file: from its cells to a Proposal that somebody can look through.

Nothing is guessed: what the words, the column and the row do not settle becomes a Doubt.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.entry import Cell
from dnplanner.core.errors import NumeralError
from dnplanner.core.numerals import format_exact, parse_percent
from dnplanner.exchange.comparing import (
    Difference,
    ReadRow,
    figures_of,
    rate_differences,
    total_differences,
)
from dnplanner.exchange.form_key import KEY_SHEET, form_tables
from dnplanner.exchange.grid import Grid, GridCell, cell_name, column_letters
from dnplanner.exchange.headers import Role
from dnplanner.exchange.intake_facts import UnitFigures, impossibility
from dnplanner.exchange.number_meaning import Meant, decide
from dnplanner.exchange.proposals import (
    LEFT_OUT,
    Answers,
    Comparison,
    Doubt,
    LeftOut,
    Proposal,
    ReadColumn,
    ReadUnit,
    Source,
    place,
)
from dnplanner.exchange.reading import read_grid
from dnplanner.exchange.slots import Aim, Slot, What, slots_of, year_in
from dnplanner.exchange.table_finding import Pointed, RowKind, Table, find_tables
from dnplanner.exchange.unit_matching import UnitIndex, UnitMatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from dnplanner.core.plan import Plan
    from dnplanner.core.series import Series


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
    return plan.base_year if what is What.REVIEW else plan.base_year + 1


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
    tables = form_tables(grid) or find_tables(grid, pointed)
    index = UnitIndex.of(plan)
    intakes = [_TableIntake(table, index, what, year, answers) for table in tables]
    for intake in intakes:
        intake.run()
    proposal = Proposal(source, grid, what, year, dict(answers))
    columns = tuple(column for intake in intakes for column in intake.columns)
    if not any(intake.slots for intake in intakes):
        return replace(proposal, columns=columns, doubts=(_no_table(grid, tables, what, year),))
    figures, conflicts = _joined(intakes)
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
    intakes: Iterable[_TableIntake],
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
    figures = (UnitFigures(*key, values) for key, values in joined.items())
    return tuple(figures), tuple(doubts)


def _left_out(grid: Grid, tables: Iterable[Table]) -> Iterator[LeftOut]:
    for sheet in grid.sheets:
        if sheet.hidden and sheet.name != KEY_SHEET and any(any(row) for row in sheet.rows):
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


@dataclass
class _TableIntake:
    """One table against a plan."""

    table: Table
    index: UnitIndex
    what: What
    year: int
    answers: Answers
    slots: Mapping[int, Slot] = field(default_factory=dict)
    columns: list[ReadColumn] = field(default_factory=list)
    units: list[ReadUnit] = field(default_factory=list)
    rows: list[ReadRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def _sheet(self) -> str:
        return self.table.sheet.name

    def run(self) -> None:
        """Columns, then units, then numbers, then what they say together."""
        self._take_columns()
        if not self.slots:
            return
        units = self._take_units()
        kept = [row.row for row in self.table.rows if row.kind in (RowKind.UNIT, RowKind.TOTAL)]
        numbers = {column: self._numbers(column, kept, units) for column in self.slots}
        tops = _tops(self.index.plan, units.values())
        for row in self.table.rows:
            unit = units.get(row.row)
            values = {
                slot: numbers[column][row.row]
                for column, slot in self.slots.items()
                if row.row in numbers[column]
            }
            on_top = unit is None or unit in tops
            self.rows.append(ReadRow(row.row, row.kind, unit, values, on_top))
        self._refuse_impossible()

    def _take_columns(self) -> None:
        chosen: dict[int, Cell | None] = {}
        for column in self.table.columns:
            answer = self.answers.get(f"{self._sheet}!{column_letters(column.column)}")
            if answer is not None:
                chosen[column.column] = None if answer == LEFT_OUT else Cell(answer)
        slotted = slots_of(self.table.columns, self.what, self.year, chosen)
        self.slots = slotted.slots
        for column in self.table.columns:
            letters = column_letters(column.column)
            slot = self.slots.get(column.column)
            if column.heading:
                read = ReadColumn(self._sheet, letters, column.heading, slot, column.hidden)
                self.columns.append(read)
            if column.column in slotted.doubled:
                text = column.heading
                self.doubts.append(
                    Doubt(self._sheet, letters, text, "column_twice", (LEFT_OUT,), LEFT_OUT)
                )

    # Units

    def _take_units(self) -> dict[int, str]:
        """The unit of each row; rows about no known unit are asked and left out."""
        found: dict[int, str] = {}
        seen: dict[str, int] = {}
        name = self.table.column_of(Role.NAME) or 0
        within: str | None = None
        for at, row in enumerate(self.table.rows):
            if row.kind is not RowKind.UNIT:
                continue
            unit = self._unit(row.row, name, row.name, within)
            if unit is None:
                continue
            if unit == self.index.plan.tree.root and self._others(at):
                self.table.rows[at] = row._replace(kind=RowKind.TOTAL)
                continue
            if unit in seen:
                choices = (LEFT_OUT,)
                self.doubts.append(self._unit_doubt(row.row, name, row.name, "unit_twice", choices))
                continue
            seen[unit] = row.row
            found[row.row] = unit
            if self.index.plan.tree.children_of(unit):
                within = unit
        return found

    def _others(self, at: int) -> bool:
        return any(row.kind is RowKind.UNIT for n, row in enumerate(self.table.rows) if n != at)

    def _unit(self, row: int, column: int, text: str, within: str | None) -> str | None:
        answer = self.answers.get(place(self._sheet, row, column))
        if answer is not None and answer in self.index.plan.tree.units:
            self._note_unit(row, column, text, answer, "answered")
            return answer
        if answer == LEFT_OUT:
            self._note_unit(row, column, text, None, "left_out")
            return None
        keyed = self.table.keyed.get(row)
        if keyed in self.index.plan.tree.units and keyed in self.index.match(text).choices:
            self._note_unit(row, column, text, keyed, "keyed")
            return keyed
        code = self.table.column_of(Role.CODE)
        number = self.table.sheet.cell(row, code) if code is not None else None
        match = self.index.match(text, within, number.text if number else "")
        return self._matched(row, column, text, match)

    def _matched(self, row: int, column: int, text: str, match: UnitMatch) -> str | None:
        if match.code == "matched":
            self._note_unit(row, column, text, match.unit, "matched")
            return match.unit
        self._note_unit(row, column, text, None, match.code)
        doubt = self._unit_doubt(row, column, text, f"unit_{match.code}", match.choices)
        self.doubts.append(doubt._replace(suggested=match.unit))
        return None

    def _note_unit(self, row: int, column: int, text: str, unit: str | None, how: str) -> None:
        self.units.append(ReadUnit(self._sheet, cell_name(row, column), text, unit, how))

    def _unit_doubt(
        self, row: int, column: int, text: str, code: str, choices: tuple[str, ...]
    ) -> Doubt:
        return Doubt(self._sheet, cell_name(row, column), text, code, choices)

    # Numbers

    def _numbers(
        self, column: int, rows: Iterable[int], units: Mapping[int, str]
    ) -> dict[int, Fraction]:
        """The certain numbers of a column by row; open ones become doubts where they matter."""
        slot = self.slots[column]
        places = list(rows)
        cells = [self.table.sheet.cell(row, column) for row in places]
        found: dict[int, Fraction] = {}
        for row, cell, meant in zip(places, cells, decide(cells, slot.wanted), strict=True):
            value = self._number(row, column, cell, meant, row in units)
            if value is not None:
                found[row] = value
        return found

    def _number(
        self, row: int, column: int, cell: GridCell | None, meant: Meant, is_unit: bool
    ) -> Fraction | None:
        answer = self.answers.get(place(self._sheet, row, column))
        if answer is not None:
            return None if answer == LEFT_OUT else _answered(answer)
        if meant.doubt and is_unit and self._matters(column):
            choices = tuple(format_exact(choice) for choice in meant.choices)
            suggested = None if meant.suggested is None else format_exact(meant.suggested)
            name = cell_name(row, column)
            shown = cell.original or cell.text if cell else ""
            self.doubts.append(
                Doubt(self._sheet, name, shown, meant.doubt, choices or (LEFT_OUT,), suggested)
            )
        return meant.value

    def _matters(self, column: int) -> bool:
        """Whether a column decides anything: rates beside counts are only compared."""
        slot = self.slots[column]
        if slot.cell is Cell.RATE_START:
            return False
        if slot.cell not in (Cell.POINTS, Cell.RATE_END):
            return True
        exact = (Cell.REDUCTION, Cell.POOR_END)
        return not any(
            other.cell in exact and other.series is slot.series for other in self.slots.values()
        )

    def _refuse_impossible(self) -> None:
        for at, row in enumerate(self.rows):
            if row.unit is None:
                continue
            kept = dict(row.values)
            for one in figures_of(row):
                found = impossibility(one)
                if found is None:
                    continue
                cell, code = found
                slot = Slot(cell, one.series, one.year)
                value = format_exact(one.values[cell])
                choices = _alternatives(one) if code == "figures_disagree" else (LEFT_OUT,)
                self.doubts.append(self.doubt(row.row, slot, value, code, choices))
                del kept[slot]
            self.rows[at] = row._replace(values=kept)

    # Outcome

    def doubt(self, row: int, slot: Slot, text: str, code: str, choices: tuple[str, ...]) -> Doubt:
        """A question about the cell of a row that fills a slot."""
        column = next(column for column, other in self.slots.items() if other == slot)
        return Doubt(self._sheet, cell_name(row, column), text, code, choices)

    def figures(self) -> Iterator[tuple[int, UnitFigures]]:
        """What each unit row says, with its row."""
        for row in self.rows:
            if row.kind is RowKind.UNIT and row.unit is not None:
                for one in figures_of(row):
                    yield row.row, one

    def comparisons(self) -> Iterator[Comparison]:
        """Rates that the counts do not give, and totals that the units do not add up to."""
        for row in self.rows:
            for difference in rate_differences(row):
                yield self._comparison(difference, row.unit or "")
        for difference in total_differences(self.rows):
            yield self._comparison(difference, self.index.plan.tree.root)

    def _comparison(self, difference: Difference, unit: str) -> Comparison:
        column = next(c for c, slot in self.slots.items() if slot == difference.slot)
        heading = next(c.heading for c in self.table.columns if c.column == column)
        name = cell_name(difference.row, column)
        printed, computed = difference.printed, difference.computed
        return Comparison(difference.kind, self._sheet, name, heading, unit, printed, computed)


def _alternatives(one: UnitFigures) -> tuple[str, ...]:
    """The year-end that the reduction gives, and to leave the printed one out."""
    poor, reduction = one.whole(Cell.POOR_START) or 0, one.whole(Cell.REDUCTION) or 0
    return format_exact(Fraction(poor - reduction)), LEFT_OUT


def _answered(answer: str) -> Fraction | None:
    try:
        return parse_percent(answer)
    except NumeralError:
        return None


def _tops(plan: Plan, units: Iterable[str]) -> frozenset[str]:
    """The units that no other unit of the table includes."""
    here = frozenset(units)
    return frozenset(
        unit for unit in here if not any(above in here for above in plan.tree.ancestors(unit))
    )
