"""Rules on what is known of a unit beside its row: groups, other years, documents (domain, §4)."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from dnplanner.core.entry import Cell
from dnplanner.core.finding import Finding, Level
from dnplanner.core.ground import Ground, Records, rates_found
from dnplanner.core.plan import Nature, ObservedKey, Printed, PrintedKey
from dnplanner.core.rates import RATE_DECIMALS, rate, rounded
from dnplanner.core.realism import cuts_known, fastest_cut
from dnplanner.core.row_checks import jumps
from dnplanner.core.series import Measure, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dnplanner.core.targets import Row

SUBGROUPS = (
    (Measure.NEAR_POOR, Measure.HOUSEHOLDS),
    (Measure.DTTS_HOUSEHOLDS, Measure.HOUSEHOLDS),
    (Measure.DTTS_POOR, Measure.POOR),
    (Measure.DTTS_POOR, Measure.DTTS_HOUSEHOLDS),
    (Measure.DTTS_LOCAL_HOUSEHOLDS, Measure.DTTS_HOUSEHOLDS),
    (Measure.DTTS_LOCAL_POOR, Measure.DTTS_POOR),
    (Measure.DTTS_LOCAL_POOR, Measure.DTTS_LOCAL_HOUSEHOLDS),
)
"""Each measure with one that it is a part of."""

PLANNED_SUBGROUPS = (
    (Series.DTTS_POOR, Series.POOR),
    (Series.DTTS_LOCAL_POOR, Series.DTTS_POOR),
)


def check_records(ground: Ground, unit: str, row: Row, records: Records) -> Iterator[Finding]:
    """All findings on a unit's records."""
    if records.observed:
        yield from subgroups(ground, unit, records)
        yield from planned_subgroups(ground, unit, records)
        yield from count_jumps(ground, unit, records)
    for key in sorted(records.printed):
        yield from printed_figures(ground, unit, key, records.printed[key], records)
    if _has_past(ground, records):
        yield from history(ground, unit, row, records)


def subgroups(ground: Ground, unit: str, records: Records) -> Iterator[Finding]:
    """A part that is counted larger than the whole, in the review the plan starts from."""
    start, table = ground.question.year - 1, ground.plan.tables.observed
    counts = {key[2]: count for key, count in records.observed.items() if key[1] == start}
    for measure in ground.in_rows:
        known = table.get(ObservedKey(unit, start, measure))
        if known is not None:
            counts[measure] = known
    for part, whole in SUBGROUPS:
        if part in counts and whole in counts and counts[part] > counts[whole]:
            yield _above_group(unit, part, whole, counts[part], counts[whole])
    poor, near = counts.get(Measure.POOR), counts.get(Measure.NEAR_POOR)
    households = counts.get(Measure.HOUSEHOLDS)
    if poor and near and households is not None and near <= households < poor + near:
        params = {"poor": poor, "near_poor": near, "households": households}
        yield Finding("poor_and_near_poor_beyond", Level.ERROR, unit, Cell.POOR_START, 0, params)


def planned_subgroups(ground: Ground, unit: str, records: Records) -> Iterator[Finding]:
    """A part that is planned to have more poor households left than the whole."""
    counted = {measure for _, _, measure in records.observed}
    for part, whole in PLANNED_SUBGROUPS:
        if part is not ground.question.series and part.counted not in counted:
            continue
        few = ground.own_row(part, unit).poor_end
        many = None if few is None else ground.own_row(whole, unit).poor_end
        if few is not None and many is not None and few > many:
            params = {"part": part, "whole": whole, "few": few, "many": many, "by": few - many}
            yield Finding("subgroup_end_above_group", Level.ERROR, unit, Cell.POOR_END, 0, params)


def count_jumps(ground: Ground, unit: str, records: Records) -> Iterator[Finding]:
    """A count that changed beyond belief from one review to the next, under one standard."""
    plan, observed = ground.plan, records.observed
    # A count of the next year is in the records as well, or among those that the row shows.
    years = {year for _, year, _ in observed}
    if len(years) == 1 and min(years) >= ground.question.year - 1:
        return
    for key, before in sorted(observed.items()):
        after = plan.observed(unit, key.year + 1, key.measure)
        if after is None or not jumps(before, after):
            continue
        if plan.standard(key.year) != plan.standard(key.year + 1) and _by_standard(key):
            continue
        params = {"measure": key.measure, "year": key.year + 1, "before": before, "after": after}
        yield Finding("count_jump", Level.WARNING, unit, None, 0, params)


def printed_figures(
    ground: Ground, unit: str, key: PrintedKey, printed: Printed, records: Records
) -> Iterator[Finding]:
    """A document whose own figures do not go together, or whose total is not the sum below it."""
    params: dict[str, object] = {"year": key.year, "series": key.series, "source": printed.source}
    if printed.poor is not None and printed.households and printed.rate is not None:
        exact = rate(printed.poor, printed.households)
        if exact is not None and abs(exact - printed.rate) > _half_a_last_digit(printed.rate):
            told = params | {"printed": printed.rate, "computed": exact}
            yield Finding("printed_rate_differs", Level.WARNING, unit, None, 0, told)
    if _is_share_of_poor(key, printed, records):
        told = params | {"printed": printed.rate}
        yield Finding("share_printed_as_rate", Level.WARNING, unit, None, 0, told)
    for name in _COUNTS:
        stated = _field(printed, name)
        summed = _sum_below(ground, unit, key, name)
        if stated is not None and summed is not None and summed != stated:
            told = params | {"field": name, "printed": stated, "sum": summed}
            told["difference"] = stated - summed
            yield Finding("printed_total_differs", Level.WARNING, unit, None, 0, told)


def history(ground: Ground, unit: str, row: Row, records: Records) -> Iterator[Finding]:
    """A cut faster than the unit ever managed; a rise that is only a change of standard."""
    found = rates_found(ground.plan, records, ground.question, row)
    best, points = fastest_cut(cuts_known(ground, records, found)), row.points
    if best is not None and points is not None and points > best.points and points > 0:
        params = {"points": points, "fastest": best.points, "first": best.first_year}
        params["last"] = best.last_year
        yield Finding("faster_than_ever", Level.WARNING, unit, Cell.POINTS, 0, params)
    ends = sorted((min(rates), max(rates), standard) for standard, rates in found.items())
    for (_, last, old), (first, _, new) in pairwise(ends):
        before, after = found[old][last], found[new][first]
        if old and new and last < first and after > before:
            told = {"last": last, "first": first, "before": before, "after": after}
            told |= {"old": old, "new": new}
            yield Finding("rise_by_standard", Level.INFO, unit, None, 0, told)


def _has_past(ground: Ground, records: Records) -> bool:
    """Whether a rate of another year than the start may be known."""
    if records.printed:
        return True
    _, first, series = ground.question
    return any(key[2] is series.counted and key[1] < first for key in records.observed)


def _above_group(unit: str, part: Measure, whole: Measure, few: int, many: int) -> Finding:
    params = {"part": part, "whole": whole, "few": few, "many": many}
    return Finding("subgroup_above_group", Level.ERROR, unit, Cell.POOR_START, 0, params)


def _by_standard(key: ObservedKey) -> bool:
    """Whether a measure depends on the poverty standard; all households do not."""
    return not key.measure.endswith("households")


def _half_a_last_digit(printed: Fraction) -> Fraction:
    """How far a correctly rounded rate may be from the exact one: as many decimals as it has."""
    decimals = next(
        places for places in range(12, -1, -1) if places == 0 or (printed * 10 ** (places - 1)) % 1
    )
    return Fraction(1, 2 * 10**decimals)


def _is_share_of_poor(key: PrintedKey, printed: Printed, records: Records) -> bool:
    """A group's share among poor households that is labelled as its poverty rate (Kon Tum)."""
    whole = records.printed.get(key._replace(series=Series.POOR))
    if key.series not in (Series.DTTS_POOR, Series.DTTS_LOCAL_POOR) or whole is None:
        return False
    if printed.poor is None or not whole.poor or printed.rate is None or printed.households:
        return False
    share = Fraction(100 * printed.poor, whole.poor)
    return rounded(share, RATE_DECIMALS) == rounded(printed.rate, RATE_DECIMALS)


def _sum_below(ground: Ground, unit: str, key: PrintedKey, name: str) -> int | None:
    """What the same document's figures of the units below add up to, or else the plan's counts."""
    children = ground.plan.tree.children_of(unit)
    below = [ground.records.get(child) for child in children]
    printed = [found.printed.get(key._replace(unit=child)) if found else None
               for child, found in zip(children, below, strict=True)]  # fmt: skip
    known = [value for value in (_field(figure, name) for figure in printed) if value is not None]
    if children and len(known) == len(children):
        return sum(known)
    row = ground.evaluation.row(unit)
    if not row.summed or row.missing or key.series is not ground.question.series:
        return None
    if key.nature is Nature.ACTUAL and key.year == ground.question.year - 1:
        return {"households": row.households_start, "poor": row.poor_start}.get(name)
    return None


_COUNTS: dict[str, Callable[[Printed], int | None]] = {
    "households": lambda printed: printed.households,
    "poor": lambda printed: printed.poor,
    "reduction": lambda printed: printed.reduction,
}


def _field(printed: Printed | None, name: str) -> int | None:
    return None if printed is None else _COUNTS[name](printed)
