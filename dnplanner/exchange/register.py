"""Household registers counted up to the units of a plan: poor, near-poor, and DTTS among the poor.

One row is one household; up to 100,000 rows are grouped and counted with pandas. Whatever the words
do not settle is asked once for all rows that say the same, at the first of them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.entry import Cell
from dnplanner.core.series import Series
from dnplanner.exchange.grid import cell_name, column_letters
from dnplanner.exchange.intake_facts import UnitFigures
from dnplanner.exchange.proposals import (
    Answers,
    Doubt,
    LeftOut,
    Proposal,
    ReadColumn,
    Source,
)
from dnplanner.exchange.register_finding import Register, find_registers
from dnplanner.exchange.register_rows import RegisterRows
from dnplanner.exchange.register_words import DTTS, NEAR_POOR, POOR, Held
from dnplanner.exchange.slots import What
from dnplanner.exchange.unit_matching import UnitIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from dnplanner.core.plan import Plan
    from dnplanner.exchange.grid import Grid
    from dnplanner.exchange.table_finding import Pointed

ONCE, BOTH, ALL = "once", "both", "all"
"""Answers about a household code that stands in two rows, or in more."""
MOST_CODES = 20
"""Codes asked one by one; of more the numbering itself is asked about."""
_NAMED_ROWS = 10


def count_register(
    grid: Grid,
    source: Source,
    plan: Plan,
    year: int,
    answers: Answers,
    pointed: Pointed | None = None,
) -> Proposal:
    """What a register says of the review at the end of ``year``.

    Only what the register speaks of is in the figures: near-poor households when it lists or marks
    any, DTTS when it tells ethnicities; the number of all households never. Blocks up to a second.
    """
    proposal = Proposal(source, grid, What.REGISTER, year, dict(answers))
    registers = find_registers(grid, pointed, answers)
    if not registers:
        sheet = grid.sheets[0].name if grid.sheets else ""
        return replace(proposal, doubts=(Doubt(sheet, "A1", "", "no_table"),))
    index = UnitIndex.of(plan)
    parts = [RegisterRows(register, index, answers) for register in registers]
    year, year_doubts = _year(registers, year, answers)
    counted, code_doubts = _without_twice(parts, answers)
    return replace(
        proposal,
        year=year,
        columns=tuple(_columns(parts)),
        units=tuple(unit for part in parts for unit in part.units),
        doubts=(*year_doubts, *(doubt for part in parts for doubt in part.doubts), *code_doubts),
        left_out=tuple(_left_out(grid, parts)),
        figures=tuple(_figures(parts, counted, year)),
    )


def _year(
    registers: Sequence[Register], year: int, answers: Answers
) -> tuple[int, tuple[Doubt, ...]]:
    """The year of the review; asked when the title names one other year only."""
    for register in registers:
        named = {int(text) for text in re.findall(r"(?i)năm\s+(20[0-4]\d)\b", register.title)}
        if len(named) != 1 or year in named:
            continue
        sheet, found = register.sheet.name, named.pop()
        choices = (str(year), str(found))
        answer = answers.get(f"{sheet}!A1")
        if answer in choices:
            return int(answer), ()
        return year, (Doubt(sheet, "A1", str(found), "register_year", choices),)
    return year, ()


# Households listed twice


def _without_twice(
    parts: Sequence[RegisterRows], answers: Answers
) -> tuple[pd.DataFrame, list[Doubt]]:
    """The households of all sheets that count, those listed twice as answered; open questions."""
    import pandas as pd

    rows = pd.concat([part.rows.assign(part=at) for at, part in enumerate(parts)])
    rows = rows.reset_index(drop=True)
    counted = rows[rows["kind"].isin((POOR, NEAR_POOR)) & (rows["unit"] != "")]
    coded = counted[counted["code"] != ""]
    twice = coded[coded.duplicated("code", keep=False)]
    if twice.empty:
        return counted, []
    again = twice[twice.duplicated("code")]
    if twice["code"].nunique() > MOST_CODES:
        return _numbering_asked(parts, counted, again, answers)
    doubts = []
    kept = set(again.index)
    firsts = rows.drop_duplicates("code")
    places = dict(zip(firsts["code"], zip(firsts["part"], firsts["row"], strict=True), strict=True))
    for code, group in twice.groupby("code", sort=False):
        part, row = places[str(code)]
        doubt = _twice(parts[int(part)], int(row), group)
        answer = answers.get(doubt.place)
        if answer in (BOTH, ALL):
            kept -= set(group.index)
        elif answer != ONCE:
            doubts.append(doubt)
    return counted.drop(index=list(kept)), doubts


def _twice(here: RegisterRows, row: int, group: pd.DataFrame) -> Doubt:
    """The question about one code; the first row counts when it is counted once."""
    column = here.column(Held.CODE)
    same = group["unit"].nunique() == 1 and group["kind"].nunique() == 1
    text = str(here.texts(Held.CODE).loc[row])
    rows = tuple(int(one) + 1 for one in group["row"].head(_NAMED_ROWS))
    choices = (ONCE, BOTH if len(group) == 2 else ALL)
    code = "code_twice" if same else "code_differs"
    name = cell_name(row, column)
    return Doubt(here.sheet, name, text, code, choices, None, len(group), rows)


def _numbering_asked(
    parts: Sequence[RegisterRows], counted: pd.DataFrame, again: pd.DataFrame, answers: Answers
) -> tuple[pd.DataFrame, list[Doubt]]:
    """Many codes stand in several rows: one question about all of them, at the heading."""
    here = parts[int(again["part"].iloc[0])]
    heading = cell_name(here.register.first - 1, here.column(Held.CODE))
    once = counted.drop(index=again.index)
    answer = answers.get(f"{here.sheet}!{heading}")
    if answer == ALL:
        return counted, []
    if answer == ONCE:
        return once, []
    text = here.heading(Held.CODE)
    return once, [Doubt(here.sheet, heading, text, "codes_twice", (ONCE, ALL), None, len(again))]


# What comes of it


def _figures(
    parts: Sequence[RegisterRows], counted: pd.DataFrame, year: int
) -> Iterator[UnitFigures]:
    """The counts of every unit that has rows, 0 included, of the series the register speaks of."""
    units = sorted({unit for part in parts for unit in part.rows["unit"].unique() if unit})
    poor = counted[counted["kind"] == POOR]
    near = counted[counted["kind"] == NEAR_POOR]
    speaks = {held for part in parts for held in part.speaks_of}
    counts = {
        Series.POOR: (poor, POOR in speaks),
        Series.NEAR_POOR: (near, NEAR_POOR in speaks),
        Series.DTTS_POOR: (poor[poor["ethnicity"] == DTTS], Held.DTTS in speaks),
        Series.DTTS_LOCAL_POOR: (poor[poor["local"]], Held.LOCAL in speaks),
    }
    for series, (rows, spoken) in counts.items():
        found = rows["unit"].value_counts().to_dict() if spoken else {}
        for unit in units if spoken else ():
            count = Fraction(int(found.get(unit, 0)))
            yield UnitFigures(unit, series, year + 1, {Cell.POOR_START: count})


def _columns(parts: Iterable[RegisterRows]) -> Iterator[ReadColumn]:
    for part in parts:
        for column in part.register.columns:
            if column.heading:
                letters = column_letters(column.column)
                role = part.shown_role(column)
                yield ReadColumn(part.sheet, letters, column.heading, None, column.hidden, role)


def _left_out(grid: Grid, parts: Iterable[RegisterRows]) -> Iterator[LeftOut]:
    for sheet in grid.sheets:
        if sheet.hidden and sheet.rows:
            yield LeftOut("hidden_sheet", sheet.name, 1)
    for part in parts:
        sheet = part.register.sheet
        counts = {
            "hidden_rows": sum(1 for row in sheet.hidden_rows if row >= part.register.first),
            "hidden_columns": sum(1 for column in part.register.columns if column.hidden),
            **part.left_out,
        }
        for code, count in counts.items():
            if count:
                yield LeftOut(code, part.sheet, count)
