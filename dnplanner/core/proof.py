"""Proving a table right: everything computed again from the facts, and every check run."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.checks import check
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.finding import Level, worst_first
from dnplanner.core.series import Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dnplanner.core.evaluation import Question
    from dnplanner.core.finding import Finding
    from dnplanner.core.plan import Plan
    from dnplanner.core.targets import Row


class Flaw(NamedTuple):
    """Something found, in the table that it was found in."""

    question: Question
    finding: Finding


class Proof(NamedTuple):
    """What came of proving a scenario.

    ``rows`` were computed again in ``tables`` tables; ``differing`` units show other figures than
    the facts give. ``flaws`` are the errors and warnings that are not silenced, the worst first;
    ``notes`` counts what is only worth knowing, ``silenced`` what the user chose not to hear of.
    """

    tables: int
    rows: int
    differing: tuple[str, ...]
    flaws: tuple[Flaw, ...]
    notes: int
    silenced: int

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return not self.differing and not self.flaws


def prove(plan: Plan, question: Question, shown: Mapping[str, Row]) -> Proof:
    """Prove all tables of the question's scenario that hold figures.

    ``shown`` are the rows as the window has them after all its edits.
    """
    fresh = Evaluation(plan, question)
    differing = tuple(unit for unit, row in fresh.rows.items() if shown.get(unit) != row)
    flaws: list[Flaw] = []
    known: dict[tuple[str, str], list[Finding]] = {}
    tables = notes = rows = 0
    for asked in _tables(plan, question):
        evaluation = fresh if asked == question else Evaluation(plan, asked)
        tables, rows = tables + 1, rows + len(evaluation.rows)
        for finding in check(plan, evaluation):
            alike = known.setdefault((finding.code, finding.unit), [])
            if finding.level is Level.INFO:
                notes += 1
            elif finding not in alike:
                alike.append(finding)
                flaws.append(Flaw(asked, finding))
    ranked = worst_first([flaw.finding for flaw in flaws])
    order = {id(finding): place for place, finding in enumerate(ranked)}
    flaws.sort(key=lambda flaw: order[id(flaw.finding)])
    silenced = len(plan.tables.silenced)
    return Proof(tables, rows, differing, tuple(flaws), notes, silenced)


def _tables(plan: Plan, question: Question) -> Iterator[Question]:
    """The table asked about first, then every other year and series that has figures."""
    yield question
    entered = {key.measure for key in plan.tables.observed}
    for year in plan.plan_years:
        for series in Series:
            other = question._replace(year=year, series=series)
            if other != question and not series.parts and series.counted in entered:
                yield other
