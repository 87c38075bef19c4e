"""A document's history and comparisons, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.comparison import Progress, compare, each_told, untold, within
from dnplanner.core.edits import Edit, apply, combined
from dnplanner.core.entry import Cell
from dnplanner.core.history import Act
from dnplanner.core.numerals import NO_VALUE, format_count, format_ratio
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded
from dnplanner.models.wording import (
    cell_name,
    edit_sentence,
    flow_name,
    scenario_name,
    unit_name,
    whole_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from dnplanner.core.comparison import CellDifference, Comparison, FlowDifference
    from dnplanner.core.plan import Key, Plan
    from dnplanner.storage.logged import LoggedChange, NamedVersion

translate = QCoreApplication.translate

_DECIMALS = {
    Cell.RATE_START: RATE_DECIMALS,
    Cell.RATE_END: RATE_DECIMALS,
    Cell.POINTS: POINTS_DECIMALS,
}


class HistoryLine(NamedTuple):
    """One change of the document, in words; ``versions`` are the names of the state after it."""

    sequence: int
    time: str
    author: str
    sentence: str
    source: str
    keys: frozenset[Key]
    versions: tuple[str, ...]


class DifferenceLine(NamedTuple):
    """One difference between two plans, in words."""

    where: str
    what: str
    before: str
    after: str
    change: str


def history_lines(
    plan: Plan, changes: Sequence[LoggedChange], versions: Iterable[NamedVersion]
) -> list[HistoryLine]:
    """All changes, latest first; ``plan`` is the state after the last. May take long: no Qt."""
    named: dict[int, list[str]] = {}
    for version in versions:
        named.setdefault(version.sequence, []).append(version.name)
    lines = []
    for change in reversed(changes):
        edit = change.edit
        before = apply(plan, edit.inverse())
        lines.append(
            HistoryLine(
                change.sequence,
                shown_time(change.time),
                " · ".join(filter(None, (change.user, change.computer))),
                _sentence(before, plan, change.act, edit),
                change.source,
                frozenset(edit.changed_keys()),
                tuple(named.get(change.sequence, ())),
            )
        )
        plan = before
    return lines


def first_line(versions: Iterable[NamedVersion]) -> HistoryLine:
    """The state before all changes, as a line below theirs."""
    names = tuple(version.name for version in versions if version.sequence == 0)
    sentence = translate("History", "Ban đầu, trước mọi thay đổi")
    return HistoryLine(0, "", "", sentence, "", frozenset(), names)


def state_name(line: HistoryLine) -> str:
    """The state after a change, by its name where it was given one."""
    if line.versions:
        return translate("History", "“{name}”").format(name=line.versions[0])
    if line.sequence == 0:
        return translate("History", "ban đầu")
    return translate("History", "sau thay đổi số {number}").format(number=line.sequence)


def state_at(plan: Plan, changes: Sequence[LoggedChange], sequence: int) -> Plan:
    """The plan after change number ``sequence``; 0 is before all of them."""
    for change in reversed(changes):
        if change.sequence <= sequence:
            break
        plan = apply(plan, change.edit.inverse())
    return plan


def return_edit(changes: Sequence[LoggedChange], sequence: int) -> Edit:
    """The edit that goes back to an earlier state, as a new change that can be undone."""
    later = (change for change in reversed(changes) if change.sequence > sequence)
    return combined("return", (change.edit.inverse() for change in later))


def compare_states(
    plan: Plan,
    changes: Sequence[LoggedChange],
    first: int,
    second: int,
    progress: Progress = untold,
) -> list[DifferenceLine]:
    """What differs between the states after two changes. May take long: no Qt."""
    after = state_at(plan, changes, second)
    before = state_at(after, [one for one in changes if one.sequence <= second], first)
    between = (one.edit for one in changes if first < one.sequence <= second)
    return compared_lines(before, after, combined("compare", between), progress)


def compared_lines(
    before: Plan, after: Plan, edit: Edit | None = None, progress: Progress = untold
) -> list[DifferenceLine]:
    """Two plans held against each other, in words. May take long: no Qt."""
    found = compare(before, after, edit, within(progress, 0, 2))
    return difference_lines(before, after, found, within(progress, 1, 2))


def shown_time(time: str) -> str:
    """A moment of the log in local time; a clock that was plainly wrong is said to be unknown."""
    from dnplanner.storage.author import when

    moment = when(time)
    if moment is None:
        return translate("History", "không rõ lúc nào")
    return moment.astimezone().strftime("%d/%m/%Y %H:%M:%S")


def difference_lines(
    before: Plan, after: Plan, comparison: Comparison, progress: Progress = untold
) -> list[DifferenceLine]:
    """A comparison in words: cells in the order of the table, then what is in no cell."""
    lines = cell_lines(before, after, comparison.cells, progress=progress)
    for change in comparison.others:
        sentence = edit_sentence(before, Edit("compare", (change,)))
        lines.append(DifferenceLine("", sentence, "", "", ""))
    return lines


def cell_lines(
    before: Plan,
    after: Plan,
    cells: Sequence[CellDifference],
    *,
    with_scenario: bool = True,
    progress: Progress = untold,
) -> list[DifferenceLine]:
    """Cells in words, without those that are shown alike: their difference is that of others.

    ``with_scenario`` is False where two scenarios are compared, and no cell belongs to only one.
    """
    told = each_told(cells, progress)
    lines = (_cell_line(before, after, found, with_scenario=with_scenario) for found in told)
    return [line for line in lines if line.before != line.after]


def flow_lines(plan: Plan, flows: Iterable[FlowDifference]) -> list[DifferenceLine]:
    """Gross flows that two scenarios expect otherwise, in words."""
    return [
        DifferenceLine(
            unit_name(plan, found.unit),
            flow_name(found.flow, found.question.series, found.question.year),
            format_count(found.before),
            format_count(found.after),
            ("+" if found.after > found.before else "") + format_count(found.after - found.before),
        )
        for found in flows
    ]


def _cell_line(
    before: Plan, after: Plan, found: CellDifference, *, with_scenario: bool
) -> DifferenceLine:
    """One cell's difference in words."""
    plan = after if found.unit in after.tree.units else before
    question = found.question
    unit = whole_name(plan) if found.unit == plan.tree.root else plan.unit(found.unit).name
    where = unit
    if with_scenario and len(plan.outline.scenarios) > 1:
        where = f"{unit} · {scenario_name(plan, question.scenario)}"
    difference = shown_change(found)
    change = cell_text(found.cell, difference)
    if difference is not None and difference > 0:
        change = "+" + change
    return DifferenceLine(
        where,
        cell_name(found.cell, question.series, question.year),
        cell_text(found.cell, found.before),
        cell_text(found.cell, found.after),
        change,
    )


def shown_change(found: CellDifference) -> Fraction | None:
    """The difference of the two values as they are shown, so that the three can be checked."""
    if found.before is None or found.after is None:
        return None
    decimals = _DECIMALS.get(found.cell, 0)
    return rounded(found.after, decimals) - rounded(found.before, decimals)


def cell_text(cell: Cell, value: Fraction | None) -> str:
    """A cell's value as the table shows it."""
    if value is None:
        return NO_VALUE
    decimals = _DECIMALS.get(cell)
    return format_count(int(value)) if decimals is None else format_ratio(value, decimals)


def _sentence(before: Plan, after: Plan, act: Act, edit: Edit) -> str:
    """What a change did; undoing is said to take back what the opposite edit had done."""
    if act is Act.UNDONE:
        undone = edit_sentence(after, edit.inverse())
        return translate("History", "Hoàn tác: {what}").format(what=undone)
    sentence = edit_sentence(before, edit)
    if act is Act.REDONE:
        return translate("History", "Làm lại: {what}").format(what=sentence)
    return sentence
