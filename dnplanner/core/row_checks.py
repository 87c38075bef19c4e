"""Rules on one unit's row: its counts, its target, and what stands below it.

Each rule takes the ground, the unit and its row, and gives a finding or None. They run for every
unit, so whole numbers decide first and fractions are made only for what is found.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.errors import EntryRefused
from dnplanner.core.finding import Details, Finding, Level
from dnplanner.core.goals import stated_points
from dnplanner.core.levels import held_against, share_assigned
from dnplanner.core.plan import Pinned, Target, TargetKey
from dnplanner.core.targets import Row, poor_wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.core.ground import Ground

JUMP = 3
"""A count that changes by more than this factor within a year is asked about."""

JUMP_FROM = 20
"""Below this many households a jump says nothing."""


def more_poor_than_households(_ground: Ground, unit: str, row: Row) -> Finding | None:
    """A review that found more poor households than there are households."""
    households, poor = row[0], row[1]
    if row.summed or households is None or poor is None or poor <= households:
        return None
    params = {"poor": poor, "households": households}
    return Finding("more_poor_than_households", Level.ERROR, unit, Cell.POOR_START, 0, params)


def counts_missing(ground: Ground, unit: str, row: Row) -> Finding | None:
    """A unit at the bottom without its counts, beside others that have them."""
    if row[3] is not None or ground.plan.tree.children_of(unit):
        return None
    parent = ground.plan.unit(unit).parent
    if parent is not None and not ground.evaluation.row(parent).summed:
        return None
    cell = Cell.HOUSEHOLDS_START if row[0] is None else Cell.POOR_START
    return Finding("counts_missing", Level.WARNING, unit, cell)


def target_out_of_reach(ground: Ground, unit: str, row: Row) -> Finding | None:
    """A pinned value that the counts no longer allow, after households or the review changed.

    A reduction above the poor households there are is the common case. Only a row at one of its
    two bounds can be such a one.
    """
    h0, p0, h1, p1, pinned = row[:5]
    if pinned is None or p1 is None or (p1 not in (0, h1)):
        return None
    scenario, year, series = ground.question
    target = ground.plan.target(scenario, unit, year, series)
    if target is None or h0 is None or p0 is None or h1 is None:
        return None
    wanted = poor_wanted(target, h0, p0, h1)
    if wanted == p1:
        return None
    params = {"pinned": target.pinned, "value": target.value, "poor": p0, "reduction": p0 - p1}
    fix = partial(_pin, ground, unit, p0 - p1)
    cell = Cell(target.pinned.value)
    missing = max(0, p1 - wanted)
    return Finding("target_out_of_reach", Level.ERROR, unit, cell, missing, params, fix)


def stated_points_missed(ground: Ground, unit: str, row: Row) -> Finding | None:
    """The printed "từ X % trở lên" is not reached by the households (domain, §2)."""
    if row[7] or not ground.exact or unit == ground.root:
        return None
    missing = _missing_for_stated(row)
    if missing == 0:
        return None
    details = Details(_stated, row)
    fix = partial(_pin, ground, unit, (row[1] or 0) - (row[3] or 0) + missing)
    return Finding("stated_points_missed", Level.WARNING, unit, Cell.POINTS, missing, details, fix)


def planned_rise(_ground: Ground, unit: str, row: Row) -> Finding | None:
    """More poor households at the end than at the start, or a rate that rises all the same."""
    h0, p0, h1, p1 = row[:4]
    if p0 is None or p1 is None:
        return None
    if p1 > p0:
        params: dict[str, object] = {"rise": p1 - p0}
        return Finding("planned_rise", Level.WARNING, unit, Cell.REDUCTION, 0, params)
    if h0 and h1 and p1 * h0 > p0 * h1:
        return Finding("rate_rises", Level.WARNING, unit, Cell.RATE_END, 0, Details(_rates, row))
    return None


def households_jump(_ground: Ground, unit: str, row: Row) -> Finding | None:
    """Year-end households far from those at the start, as after a slip of a digit."""
    before, after = row[0], row[2]
    if row[7] or before is None or after is None or not jumps(before, after):
        return None
    params = {"before": before, "after": after}
    return Finding("households_jump", Level.WARNING, unit, Cell.HOUSEHOLDS_END, 0, params)


def jumps(before: int, after: int) -> bool:
    """Whether a count changed by more than JUMP, up or down, and is not too small to tell."""
    if max(before, after) < JUMP_FROM:
        return False
    return after > JUMP * before or before > JUMP * after


def assigned_missed(ground: Ground, unit: str, row: Row) -> Finding | None:
    """The units below a parent plan less than it was assigned, or more."""
    if not row[7]:
        return None
    scenario, year, series = ground.question
    target = ground.plan.target(scenario, unit, year, series)
    found = held_against(target, row) if target else None
    if found is None or found.difference == 0:
        return None
    params = {"assigned": found.reduction, "planned": found.planned}
    if found.difference > 0:
        params["by"] = found.difference
        return Finding("assigned_exceeded", Level.INFO, unit, Cell.REDUCTION, 0, params)
    fix = partial(_share_assigned, ground, unit)
    missing = -found.difference
    return Finding("assigned_missed", Level.WARNING, unit, Cell.REDUCTION, missing, params, fix)


def own_counts_differ(ground: Ground, unit: str, row: Row) -> Finding | None:
    """A parent's own reviewed counts beside the sum of its units: they do not tie."""
    if not row[7]:
        return None
    own = ground.own_row(ground.question.series, unit)
    pairs = (
        (Cell.HOUSEHOLDS_START, own.households_start, row.households_start),
        (Cell.POOR_START, own.poor_start, row.poor_start),
    )
    for cell, stated, summed in pairs:
        if stated is not None and summed is not None and stated != summed:
            params = {"own": stated, "sum": summed, "difference": summed - stated}
            return Finding("own_counts_differ", Level.WARNING, unit, cell, 0, params)
    return None


ROW_RULES = (
    more_poor_than_households,
    target_out_of_reach,
    stated_points_missed,
    planned_rise,
    counts_missing,
    households_jump,
    assigned_missed,
    own_counts_differ,
)

"""The rules on a row, in the order their findings are listed."""

UNKNOWN_ROW_RULES = (more_poor_than_households, counts_missing, households_jump)
"""Those that can find something where the year's end is not known."""


def row_rules(row: Row) -> Sequence[Callable[[Ground, str, Row], Finding | None]]:
    """The rules that can find something in such a row, where it is not ordinary."""
    if row[3] is None and not row[7]:
        return UNKNOWN_ROW_RULES
    return ROW_RULES


def is_ordinary(row: Row) -> bool:
    """Whether a row has figures of its own that go together and stop at no bound.

    Most rows are so: only ``stated_points_missed`` can find something in one.
    """
    h0, p0, h1, p1 = row[:4]
    if h0 is None or p0 is None or h1 is None or p1 is None or row[7]:
        return False
    return (
        0 < p1 <= p0 <= h0
        and p1 < h1
        and p1 * h0 <= p0 * h1
        and h0 <= JUMP * h1
        and h1 <= JUMP * h0
    )


def _missing_for_stated(row: Row) -> int:
    """As ``goals.missing_for_stated_points``, in whole numbers only.

    With X tenths of a point printed, at most floor(H1·(1000·P0 − X·H0) / (1000·H0)) may stay poor.
    """
    h0, p0, h1, p1 = row[:4]
    if not h0 or not h1 or p0 is None or p1 is None:
        return 0
    drop, whole = 1000 * (p0 * h1 - p1 * h0), h0 * h1
    tenths = (2 * drop + whole) // (2 * whole)
    if drop <= 0 or tenths * whole <= drop:
        return 0
    most = h1 * (1000 * p0 - tenths * h0) // (1000 * h0)
    return p1 - most if most > 0 else p1


def _stated(row: Row) -> dict[str, object]:
    return {"stated": stated_points(row), "reached": row.points, "reduction": row.reduction}


def _rates(row: Row) -> dict[str, object]:
    return {"rate_start": row.rate_start, "rate_end": row.rate_end}


def _pin(ground: Ground, unit: str, reduction: int) -> Edit | None:
    """A unit's target as a reduction; a derived series has no targets of its own."""
    scenario, year, series = ground.question
    if series.parts:
        return None
    target = Target(Pinned.REDUCTION, Fraction(reduction))
    return edit_of(ground.plan, "fix", {TargetKey(scenario, unit, year, series): target})


def _share_assigned(ground: Ground, unit: str) -> Edit | None:
    try:
        return share_assigned(ground.plan, ground.evaluation, unit)
    except EntryRefused:
        return None
