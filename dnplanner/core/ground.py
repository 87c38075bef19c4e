"""What the rules look at: a plan's rows, and per unit the facts that are in no row.

Looked up once for all rules, so that ten thousand units are checked in the time of a keystroke.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dnplanner.core.evaluation import own_rows
from dnplanner.core.plan import (
    Nature,
    ObservedKey,
    Plan,
    Printed,
    PrintedKey,
    Reading,
    entries,
)
from dnplanner.core.rates import rate

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.evaluation import Evaluation, Question
    from dnplanner.core.series import Measure, Series
    from dnplanner.core.targets import Row

RatesFound: TypeAlias = dict[str, dict[int, Fraction]]
"""Rates in percent by poverty standard and year."""


class Records(NamedTuple):
    """A unit's facts beside the counts of the plan's own start: other years, groups, documents."""

    observed: dict[ObservedKey, int]
    printed: dict[PrintedKey, Printed]


class Ground:
    """A plan with its evaluation and records, as the rules need them."""

    __slots__ = (
        "_own_rows",
        "evaluation",
        "exact",
        "in_rows",
        "plan",
        "question",
        "records",
        "root",
    )

    def __init__(self, plan: Plan, evaluation: Evaluation) -> None:
        """Look up what is the same for all units."""
        self.evaluation = evaluation
        self.records: dict[str, Records] = {}
        self.question: Question = evaluation.question
        series = self.question.series
        self.in_rows: tuple[Measure, Measure] = series.counted, series.denominator
        """The measures that the rows show."""
        self.move_to(plan)

    def move_to(self, plan: Plan) -> None:
        """Go on to another state of the plan; the evaluation has already followed."""
        self.plan = plan
        self.root = plan.tree.root
        self.exact = plan.reading is Reading.EXACT
        self._own_rows: dict[Series, Callable[[str], Row]] = {}

    def own_row(self, series: Series, unit: str) -> Row:
        """A unit's row of any series in the scenario and year, from its own facts alone."""
        if series is self.question.series:
            shown = self.evaluation.row(unit)
            if not shown.summed:
                return shown
        found = self._own_rows.get(series)
        if found is None:
            question = self.question._replace(series=series)
            found = self._own_rows[series] = own_rows(self.plan, question)
        return found(unit)

    def read_records(self) -> None:
        """Collect the records of all units; ``note`` keeps them true."""
        self.records.clear()
        self._collect_observed()
        for key, printed in entries(self.plan.tables.printed):
            self._record(key.unit).printed[key] = printed

    def note(self, key: ObservedKey | PrintedKey, value: object) -> None:
        """One fact changed; None when it is gone."""
        if isinstance(key, ObservedKey):
            if key[1] == self.question.year - 1 and key[2] in self.in_rows:
                return
            kept: dict[ObservedKey, int] = self._record(key.unit).observed
            kept.pop(key, None)
            if isinstance(value, int):
                kept[key] = value
            return
        printed = self._record(key.unit).printed
        printed.pop(key, None)
        if isinstance(value, Printed):
            printed[key] = value

    def _collect_observed(self) -> None:
        start, (counted, denominator) = self.question.year - 1, self.in_rows
        table = self.plan.tables.observed
        if len(table) == self._counts_in_rows():
            return
        records = self.records
        for key, value in entries(table):
            unit, year, measure = key
            if year == start and (measure is counted or measure is denominator):
                continue
            found = records.get(unit)
            if found is None:
                records[unit] = Records({key: value}, {})
            else:
                found.observed[key] = value

    def _counts_in_rows(self) -> int:
        """How many observed counts the rows show; going through all of them takes far longer."""
        year, rows = self.question.year, self.evaluation.rows
        if year - 1 > self.plan.base_year:
            return -1
        own = [row for row in rows.values() if not row[7]]
        counts = sum((row[0] is not None) + (row[1] is not None) for row in own)
        summed = (unit for unit in self.plan.tree.children if rows[unit][7])
        observed = self.plan.observed
        return counts + sum(
            observed(unit, year - 1, measure) is not None
            for unit in summed
            for measure in self.in_rows
        )

    def _record(self, unit: str) -> Records:
        found = self.records.get(unit)
        if found is None:
            found = self.records[unit] = Records({}, {})
        return found


def rates_found(plan: Plan, records: Records, question: Question, row: Row) -> RatesFound:
    """The rates before the plan year: what reviews counted and documents printed, by standard.

    Plans and estimates are no findings; a count of the plan's own stands above a printed figure.
    """
    _, year, series = question
    found: RatesFound = {}
    for key in sorted(records.printed, reverse=True):  # so that "actual" stands above "rounded"
        value = _printed_rate(records.printed[key])
        if key.series is series and key.year < year and key.nature in _FOUND and value is not None:
            found.setdefault(key.standard, {})[key.year] = value
    for observed, poor in records.observed.items():
        if observed.measure is not series.counted or observed.year >= year:
            continue
        households = records.observed.get(observed._replace(measure=series.denominator))
        if households:
            found.setdefault(plan.standard(observed.year), {})[observed.year] = Fraction(
                100 * poor, households
            )
    start = row.rate_start
    if start is not None:
        found.setdefault(plan.standard(year - 1), {})[year - 1] = start
    return found


_FOUND = (Nature.ACTUAL, Nature.ROUNDED)


def _printed_rate(printed: Printed) -> Fraction | None:
    if printed.poor is not None and printed.households:
        return rate(printed.poor, printed.households)
    return printed.rate
