"""The rows of the appendix: which are numbers, which follow by formula, and what each comes to.

Columns: A number, B unit, C households and D poor households at the start, E their rate,
F households at the end, G reduction, H points, I poor households at the end, J their rate.
Rates and points are formulas from unrounded expressions that multiply first, so that exact ties
stay exact: the difference of two printed rates is wrong for Đắk Glong (domain, §2).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from dnplanner.core.numerals import NO_VALUE, decimal_point
from dnplanner.core.plan import Pinned, Plan
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.exchange.sheet_rows import Content

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Evaluation
    from dnplanner.core.targets import Row

COUNT_COLUMNS = ("C", "D", "F", "G", "I")
_FOLLOWING_FROM_POOR_END = frozenset({Pinned.POOR_END, Pinned.RATE_END})
_MOST_ARGUMENTS = 250
"""Excel takes 255 arguments in a call, and 8192 characters in a formula."""
_LONGEST_FORMULA = 8000


@dataclass(frozen=True, slots=True)
class Line:
    """One row: ``depth`` is 0 for the whole, 1 for what is listed directly under it.

    ``below`` are the places of its children among all lines, the whole coming last.
    """

    number: str
    name: str
    depth: int
    row: Row
    below: tuple[int, ...]

    def contents(self, first: int, at: int) -> list[Content]:
        """The eight cells from C to J of sheet row ``at``; the lines start in row ``first``."""
        if not self.row.known:
            return [Content(NO_VALUE)] * 8
        counts = self._sums(first) if self.row.summed and self.below else self._counts(at)
        households_start, poor_start, households_end, reduction, poor_end = counts
        rate_start, points, rate_end = self._rates(at)
        return [
            households_start,
            poor_start,
            rate_start,
            households_end,
            reduction,
            points,
            poor_end,
            rate_end,
        ]

    def _figures(self) -> tuple[int, ...]:
        row = self.row
        return tuple(
            count or 0
            for count in (
                row.households_start,
                row.poor_start,
                row.households_end,
                row.reduction,
                row.poor_end,
            )
        )

    def _counts(self, at: int) -> list[Content]:
        """Numbers, but for the one of reduction and year-end poor that follows from the other."""
        counts = [Content(count) for count in self._figures()]
        if self.row.pinned in _FOLLOWING_FROM_POOR_END:
            counts[3] = Content(counts[3].value, f"D{at}-I{at}")
        else:
            counts[4] = Content(counts[4].value, f"D{at}-G{at}")
        return counts

    def _sums(self, first: int) -> list[Content]:
        runs = _runs([first + place for place in self.below])
        return [
            Content(count, _sum_formula(column, runs))
            for column, count in zip(COUNT_COLUMNS, self._figures(), strict=True)
        ]

    def _rates(self, at: int) -> list[Content]:
        row = self.row
        return [
            _ratio(
                f"ROUND(100*D{at}/C{at},2)",
                f"C{at}=0",
                decimal_point(row.rate_start, RATE_DECIMALS),
            ),
            _ratio(
                f"ROUND(100*D{at}/C{at}-100*I{at}/F{at},1)",
                f"C{at}*F{at}=0",
                decimal_point(row.points, POINTS_DECIMALS),
            ),
            _ratio(
                f"ROUND(100*I{at}/F{at},2)", f"F{at}=0", decimal_point(row.rate_end, RATE_DECIMALS)
            ),
        ]


def lines_of(plan: Plan, evaluation: Evaluation, whole: str) -> list[Line]:
    """A line for every unit in official order, each before what is below it; the whole last."""
    tree = plan.tree
    units = list(tree.below(tree.root))
    place = {unit: at for at, unit in enumerate(units)}
    numbers: dict[str, str] = {}
    depths: dict[str, int] = {tree.root: 0}
    for parent in (tree.root, *units):
        for at, child in enumerate(tree.children_of(parent), start=1):
            numbers[child] = f"{at:02d}"
            depths[child] = depths[parent] + 1
    names = {unit: plan.unit(unit).name for unit in units} | {tree.root: whole}
    return [
        Line(
            numbers.get(unit, ""),
            names[unit],
            depths[unit],
            evaluation.row(unit),
            tuple(place[child] for child in tree.children_of(unit)),
        )
        for unit in (*units, tree.root)
    ]


def _ratio(formula: str, undefined: str, shown: str | None) -> Content:
    """A rate's formula; where there are no households now, one that shows a dash instead."""
    if shown is None:
        return Content(NO_VALUE, f'IF({undefined},"{NO_VALUE}",{formula})')
    return Content(shown, formula)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Row numbers as runs from first to last."""
    runs = []
    for _, together in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in together]
        runs.append((members[0], members[-1]))
    return runs


def _sum_formula(column: str, runs: list[tuple[int, int]]) -> str:
    """The sum over the runs; empty (the number alone) where no formula can be that long."""
    parts = [
        f"{column}{first}" if first == last else f"{column}{first}:{column}{last}"
        for first, last in runs
    ]
    while len(parts) > _MOST_ARGUMENTS:
        parts = [
            f"SUM({','.join(parts[at : at + _MOST_ARGUMENTS])})"
            for at in range(0, len(parts), _MOST_ARGUMENTS)
        ]
    formula = f"SUM({','.join(parts)})"
    return formula if len(formula) <= _LONGEST_FORMULA else ""
