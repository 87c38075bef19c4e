"""What a file would change, before anything changes: columns, units, figures and open questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.exchange.grid import Grid, cell_name
from dnplanner.exchange.intake_facts import UnitFigures, edit_from

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.exchange.slots import Slot, What

Answers: TypeAlias = Mapping[str, str]
"""Decisions by place: ``Sheet!D7`` a number as officials write it, ``Sheet!B7`` the identifier of
a unit, ``Sheet!D`` the cell name of a column; LEFT_OUT leaves the place out. Plain text, so that
they can be kept per sender."""

LEFT_OUT = "-"
"""The answer that leaves a cell, a row or a column out."""


class Source(NamedTuple):
    """The file: its name without folder, and the SHA-256 of its bytes."""

    name: str
    sha256: str


class Doubt(NamedTuple):
    """One open question about a place on a sheet. Codes of numbers: see number_meaning.

    ``times`` is how many rows of a register one answer settles, ``rows`` the sheet rows it names.
    Others: unit_unknown, unit_suggested, unit_ambiguous, unit_twice, column_twice, conflict,
    figures_disagree, no_table, year_unknown, those of EntryRefused, and those of
    registers: unit_blank, unit_above, class_unknown, class_missing, class_both, mark_unknown,
    ethnicity_unknown, kinh_local, code_twice, code_differs, codes_twice, register_year.
    ``choices`` are answers.
    """

    sheet: str
    cell: str
    text: str
    code: str
    choices: tuple[str, ...] = ()
    suggested: str | None = None
    times: int = 1
    rows: tuple[int, ...] = ()

    @property
    def place(self) -> str:
        """The key of its answer."""
        return f"{self.sheet}!{self.cell}"


class Comparison(NamedTuple):
    """A printed figure that is not what the counts say. ``kind``: rate, total or derived."""

    kind: str
    sheet: str
    cell: str
    heading: str
    unit: str
    printed: Fraction
    computed: Fraction


class ReadColumn(NamedTuple):
    """A column as understood; ``slot`` is None where it is not taken.

    ``held`` says what a register's column holds, which is no figure: a value of Held.
    """

    sheet: str
    column: str
    heading: str
    slot: Slot | None
    hidden: bool
    held: str = ""


class ReadUnit(NamedTuple):
    """A row as understood: the name written, the unit meant, and how it was found."""

    sheet: str
    cell: str
    text: str
    unit: str | None
    how: str


class LeftOut(NamedTuple):
    """What was not taken, and is to be shown: hidden rows, columns and sheets, groups, notes.

    Of a register also households without class (unclassified) or ethnicity (no_ethnicity).
    """

    code: str
    sheet: str
    times: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """What reading a file led to. ``figures`` are certain; ``doubts`` must be answered first."""

    source: Source
    grid: Grid
    what: What
    year: int
    answers: Answers
    columns: tuple[ReadColumn, ...] = ()
    units: tuple[ReadUnit, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    figures: tuple[UnitFigures, ...] = field(default=(), repr=False)

    @property
    def certain(self) -> bool:
        """Whether nothing is open."""
        return not self.doubts

    def suggestions(self) -> dict[str, str]:
        """The answers that accept every suggestion."""
        return {doubt.place: doubt.suggested for doubt in self.doubts if doubt.suggested}

    def edit(self, plan: Plan, scenario: str | None = None) -> Edit:
        """The edit (kind ``import``) of the certain figures, for the first scenario by default."""
        return edit_from(plan, self.figures, scenario or plan.outline.scenarios[0])


def place(sheet: str, row: int, column: int) -> str:
    """The key of an answer about a cell."""
    return f"{sheet}!{cell_name(row, column)}"
