"""Understanding a foreign file against a plan: the work that a thread does, without Qt.

A question and everything needed to answer it go in, what it led to comes out; nothing is shared
with the window meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Change, Edit
from dnplanner.core.entry import Cell
from dnplanner.core.plan import HouseholdsEndKey, ObservedKey, Plan, TargetKey
from dnplanner.core.series import Series
from dnplanner.exchange.grid import column_number
from dnplanner.exchange.intake import interpret, source_of
from dnplanner.exchange.new_plans import new_plan
from dnplanner.exchange.reading import read_grid
from dnplanner.exchange.register_finding import is_register
from dnplanner.exchange.slots import Aim, What
from dnplanner.models.intake_lines import ComparisonLine, comparison_lines, figures_changed
from dnplanner.models.intake_wording import new_scenario_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from dnplanner.exchange.grid import Grid
    from dnplanner.exchange.intake_facts import UnitFigures
    from dnplanner.exchange.proposals import Answers, Doubt, Proposal, Source
    from dnplanner.exchange.table_finding import Pointed

MOST_DOUBTS = 500
"""Questions listed at once; a file with more is answered by its columns or header first."""


class FileRead(NamedTuple):
    """A file's cells, and its name and hash for the history."""

    path: Path
    grid: Grid
    source: Source
    widths: tuple[int, ...] = ()
    """Columns of each sheet: counting them takes long where there are many rows."""
    is_register: bool = False
    """Whether it lists households one by one, beyond doubt."""


class Purpose(NamedTuple):
    """What a file is taken for. ``what`` is None for a new plan, ``year`` None for its own.

    ``group`` is whom figures are about whose headings name no group; None is all households.
    """

    what: What | None
    year: int | None
    group: Series | None = None


@dataclass(frozen=True)
class ImportTask:
    """A file, the plan and scenario that take it in, and what was decided so far."""

    file: FileRead
    plan: Plan
    scenario: str
    purpose: Purpose
    answers: Answers = field(default_factory=dict)
    pointed: Pointed | None = None


class Understood(NamedTuple):
    """What a file would do, with all that a window shows of it already worked out.

    ``plan`` is the new plan, or the one that takes the edit.
    """

    proposal: Proposal
    plan: Plan
    edit: Edit
    changes: tuple[Change, ...]
    """The figures that would change."""
    comparisons: tuple[ComparisonLine, ...]
    doubts: tuple[Doubt, ...]
    """The first MOST_DOUBTS of ``doubt_count`` open questions."""
    doubt_count: int
    suggestions: Mapping[str, str]
    named: Mapping[str, frozenset[tuple[int, int]]]
    """By sheet, the places of names that were taken for units."""


def read_file(
    path: Path, progress: Callable[[int], None], cancelled: Callable[[], bool]
) -> FileRead:
    """Read a file in a process of its own. Raises WorkbookRefused; blocks."""
    grid = read_grid(path, progress=progress, cancelled=cancelled)
    return file_of(path, grid, source_of(path))


def file_of(path: Path, grid: Grid, source: Source) -> FileRead:
    """Cells that were read, with all that a window asks about them; for a worker thread."""
    return FileRead(path, grid, source, tuple(s.width for s in grid.sheets), is_register(grid))


def understood(task: ImportTask) -> Understood:
    """What the file means. Raises WorkbookRefused when it cannot be a new plan."""
    if task.purpose.what is None:
        return _as_new(task)
    aim = Aim(task.purpose.what, task.purpose.year)
    found = interpret(task.file.grid, task.file.source, task.plan, aim, task.answers, task.pointed)
    found = of_group(found, task.purpose.group)
    edit = found.edit(task.plan, task.scenario)
    return _worked_out(found, task.plan, edit)


def of_group(proposal: Proposal, group: Series | None) -> Proposal:
    """The figures of all households taken as those of a group, unless the file has its own."""
    own = {one.series for one in proposal.figures}
    if group is None or group in own:
        return proposal
    figures = tuple(_of(one, group) for one in proposal.figures)
    columns = tuple(
        column._replace(slot=column.slot._replace(series=group))
        if column.slot is not None and column.slot.series is Series.POOR
        else column
        for column in proposal.columns
    )
    return replace(proposal, figures=figures, columns=columns)


def _of(one: UnitFigures, group: Series) -> UnitFigures:
    return one._replace(series=group) if one.series is Series.POOR else one


def _as_new(task: ImportTask) -> Understood:
    made = new_plan(
        task.file.grid, task.file.source, task.purpose.year, task.answers, new_scenario_name()
    )
    keys = (ObservedKey, HouseholdsEndKey, TargetKey)
    facts = ((key, value) for key, value in made.plan.facts() if isinstance(key, keys))
    edit = Edit("import", tuple(Change(key, None, value) for key, value in facts))
    return _worked_out(made.proposal, made.plan, edit)


def _worked_out(proposal: Proposal, plan: Plan, edit: Edit) -> Understood:
    return Understood(
        proposal,
        plan,
        edit,
        figures_changed(edit),
        tuple(comparison_lines(plan, proposal)),
        proposal.doubts[:MOST_DOUBTS],
        len(proposal.doubts),
        proposal.suggestions(),
        _named(proposal),
    )


def _named(proposal: Proposal) -> dict[str, frozenset[tuple[int, int]]]:
    places: dict[str, set[tuple[int, int]]] = {}
    for one in proposal.units:
        if one.unit is not None:
            row, column = place_on_sheet(one.cell)
            places.setdefault(one.sheet, set()).add((row or 0, column))
    return {sheet: frozenset(found) for sheet, found in places.items()}


def place_on_sheet(cell: str) -> tuple[int | None, int]:
    """Row and column from 0 of a place such as D7; the row is None for a whole column."""
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters) :]
    return (int(digits) - 1 if digits else None), column_number(letters)


CELLS_OF_PLAN = tuple(cell for cell in Cell if cell is not Cell.RATE_START)
"""What a column of a plan can become."""
CELLS_OF_REVIEW = (Cell.HOUSEHOLDS_START, Cell.POOR_START)
"""What a column of a review can become."""
