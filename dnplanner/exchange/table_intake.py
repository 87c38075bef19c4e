"""One table held against a plan: its columns, units and numbers, and what is in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
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
from dnplanner.exchange.grid import GridCell, cell_name, column_letters
from dnplanner.exchange.headers import Role
from dnplanner.exchange.intake_facts import UnitFigures, impossibility
from dnplanner.exchange.number_meaning import Meant, decide
from dnplanner.exchange.proposals import (
    LEFT_OUT,
    Answers,
    Comparison,
    Doubt,
    ReadColumn,
    ReadUnit,
    place,
)
from dnplanner.exchange.slots import Slot, What, slots_of
from dnplanner.exchange.table_finding import RowKind, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dnplanner.core.plan import Plan
    from dnplanner.exchange.unit_matching import UnitIndex, UnitMatch


@dataclass
class TableIntake:
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
        here = frozenset(units.values())
        tops = _tops(self.index.plan, here)
        for row in self.table.rows:
            unit = units.get(row.row)
            values = {
                slot: numbers[column][row.row]
                for column, slot in self.slots.items()
                if row.row in numbers[column]
            }
            on_top = unit is None or unit in tops
            parts = _parts(self.index.plan, unit, here)
            self.rows.append(ReadRow(row.row, row.kind, unit, values, on_top, parts))
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
            if row.kind is RowKind.UNIT and row.unit is not None and not row.parts:
                for one in figures_of(row):
                    yield row.row, one

    def comparisons(self) -> Iterator[Comparison]:
        """Rates that the counts do not give, and totals that the units do not add up to."""
        units = {row.row: row.unit or "" for row in self.rows}
        root = self.index.plan.tree.root
        for row in self.rows:
            for difference in rate_differences(row):
                yield self._comparison(difference, units[row.row])
        for difference in total_differences(self.rows):
            yield self._comparison(difference, units[difference.row] or root)

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


def _parts(plan: Plan, unit: str | None, here: frozenset[str]) -> frozenset[str]:
    """The units below, where the table has all of them."""
    below = frozenset(plan.tree.children_of(unit)) if unit is not None else frozenset()
    return below if below <= here else frozenset()


def _tops(plan: Plan, here: frozenset[str]) -> frozenset[str]:
    """The units that no other unit of the table includes."""
    return frozenset(
        unit for unit in here if not any(above in here for above in plan.tree.ancestors(unit))
    )
