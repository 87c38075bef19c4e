"""What differs between two plans, cell by cell: two versions, two files, two scenarios."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from dnplanner.core.edits import Change, Edit, difference
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.flows import Flow
from dnplanner.core.plan import HouseholdsEndKey, ObservedKey, Plan, TargetKey
from dnplanner.core.series import Measure, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from dnplanner.core.plan import Key
    from dnplanner.core.targets import Row

Progress: TypeAlias = "Callable[[int, int], None]"
"""Is told the steps done, of all steps; what it raises ends the work."""

_Item = TypeVar("_Item")

_TOLD = 256
"""Steps between two tellings."""


class CellDifference(NamedTuple):
    """One cell of one unit's row in both plans; None where it has no value or does not exist.

    Counts are households, rates and points percent, all exact.
    """

    question: Question
    unit: str
    cell: Cell
    before: Fraction | None
    after: Fraction | None

    @property
    def change(self) -> Fraction | None:
        """After less before, where both exist."""
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


class FlowDifference(NamedTuple):
    """A gross flow that two scenarios expect otherwise, in households."""

    question: Question
    unit: str
    flow: Flow
    before: int
    after: int


class Comparison(NamedTuple):
    """Two plans held against each other: cells, and facts that are in no cell."""

    cells: tuple[CellDifference, ...]
    others: tuple[Change, ...]


def untold(_done: int, _total: int) -> None:
    """A Progress that nobody listens to."""


def compare(
    before: Plan, after: Plan, edit: Edit | None = None, progress: Progress = untold
) -> Comparison:
    """Everything that differs between two plans of the same territory.

    ``edit`` leads from one to the other, for who has it at hand: finding it is slow.
    """
    if edit is None:
        edit = difference("compare", before, after)
    questions, units = _questions(before, after, edit), _units(before, after)
    cells: list[CellDifference] = []
    for at, question in enumerate(questions):
        pair = Evaluation(before, question), Evaluation(after, question)
        told = within(progress, at, len(questions))
        cells.extend(_differing(question, units, pair, told))
    starts = {year - 1 for year in (*before.plan_years, *after.plan_years)}
    others = (change for change in edit.changes if not _in_cell(change.key, starts))
    return Comparison(tuple(cells), tuple(others))


def _in_cell(key: Key, starts: Container[int]) -> bool:
    """Whether rows show a fact; of what was observed, only what a plan year starts from."""
    if isinstance(key, ObservedKey):
        return key.year in starts
    return isinstance(key, HouseholdsEndKey | TargetKey)


def compare_scenarios(
    plan: Plan, first: Question, second: Question, progress: Progress = untold
) -> tuple[CellDifference, ...]:
    """The cells in which two scenarios (or years) of one plan differ, by the second's question."""
    pair = Evaluation(plan, first), Evaluation(plan, second)
    return tuple(_differing(second, _units(plan, plan), pair, progress))


def within(progress: Progress, part: int, parts: int) -> Progress:
    """A Progress for one of several parts of the work that take about as long."""
    return lambda done, total: progress(part * total + done, parts * total)


def each_told(items: Sequence[_Item], progress: Progress) -> Iterator[_Item]:
    """The items, telling now and then how many were taken."""
    for at, item in enumerate(items):
        if at % _TOLD == 0:
            progress(at, len(items))
        yield item


def compare_expected(plan: Plan, first: Question, second: Question) -> tuple[FlowDifference, ...]:
    """The gross flows that two scenarios (or years) of one plan expect otherwise."""
    found = []
    for unit in _units(plan, plan):
        before, after = (
            plan.expected(scenario, unit, year, series)
            for scenario, year, series in (first, second)
        )
        for flow, was, now in zip(Flow, before, after, strict=True):
            if was != now:
                found.append(FlowDifference(second, unit, flow, was, now))
    return tuple(found)


def cell_value(row: Row, cell: Cell) -> Fraction | None:
    """The exact value of a cell."""
    value: Fraction | int | None = getattr(row, cell.value)
    return None if value is None else Fraction(value)


def _questions(before: Plan, after: Plan, edit: Edit) -> list[Question]:
    """Those whose rows may differ: the facts of one scenario are nothing to another one's."""
    touched = {getattr(key, "scenario", None) for key in edit.changed_keys()}
    scenarios = [
        name
        for name in after.outline.scenarios
        if name in before.outline.scenarios and touched & {name, None}
    ]
    years = [year for year in after.plan_years if year in before.plan_years]
    used = {key.measure for plan in (before, after) for key in plan.tables.observed}
    series = [one for one in Series if Measure(one.counted) in used]
    return [
        Question(scenario, year, one) for scenario in scenarios for year in years for one in series
    ]


def _units(before: Plan, after: Plan) -> list[str]:
    """All units of both, in the order of the later plan; those that went come last."""
    there = [*after.tree.below(after.tree.root), after.tree.root]
    known = set(there)
    return [*there, *(unit for unit in before.tree.units if unit not in known)]


def _differing(
    question: Question,
    units: Sequence[str],
    pair: tuple[Evaluation, Evaluation],
    progress: Progress,
) -> Iterator[CellDifference]:
    for unit in each_told(units, progress):
        yield from _differences(question, unit, pair)


def _differences(
    question: Question, unit: str, pair: tuple[Evaluation, Evaluation]
) -> Iterator[CellDifference]:
    old, new = pair[0].rows.get(unit), pair[1].rows.get(unit)
    if old == new:
        return
    for cell in Cell:
        before = cell_value(old, cell) if old else None
        after = cell_value(new, cell) if new else None
        if before != after:
            yield CellDifference(question, unit, cell, before, after)
