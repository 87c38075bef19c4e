"""The official figures come out of the workbook, saved and recalculated."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.numerals import NO_VALUE, decimal_point
from dnplanner.core.plan import Pinned, Plan
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS, rounded
from dnplanner.core.series import Series
from tests.core.plans import (
    APPENDIX,
    ROOT,
    SCENARIO,
    dak_nong,
    more_households,
    plan_of,
    reviewed,
    targeted,
)
from tests.exchange.workbooks import (
    FIRST,
    calamine_values,
    part,
    recalculated,
    saved_values,
    sheet_of,
    workbook,
)

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.targets import Row

GOLDEN = [
    [
        row.households_start,
        row.poor_start,
        float(row.rate_start),
        row.households_end,
        row.reduction,
        float(row.points),
        row.poor_end,
        float(row.rate_end),
    ]
    for row in APPENDIX.values()
]


def shown(row: Row) -> list[object]:
    """A row's eight cells as our own numbers say they are."""
    if not row.known:
        return [NO_VALUE] * 8
    rates = (
        decimal_point(row.rate_start, RATE_DECIMALS),
        decimal_point(row.points, POINTS_DECIMALS),
        decimal_point(row.rate_end, RATE_DECIMALS),
    )
    start, points, end = (NO_VALUE if rate is None else float(rate) for rate in rates)
    return [
        row.households_start,
        row.poor_start,
        start,
        row.households_end,
        row.reduction,
        points,
        row.poor_end,
        end,
    ]


def expected(plan: Plan) -> list[list[object]]:
    rows = Evaluation(plan, Question(SCENARIO, 2024, Series.POOR)).rows
    units = (*plan.tree.below(plan.tree.root), plan.tree.root)
    return [shown(rows[unit]) for unit in units]


def every_pin() -> Plan:
    """Each of the four plan cells pinned once, rates that end in a tie, a rise."""
    return plan_of(
        more_households(7),
        reviewed("reduction", 800, 101),
        targeted("reduction", Pinned.REDUCTION, 33),
        reviewed("points", 1600, 202),
        targeted("points", Pinned.POINTS, "2,5".replace(",", ".")),
        reviewed("poor_end", 3200, 404),
        targeted("poor_end", Pinned.POOR_END, 500),
        reviewed("rate_end", 6400, 808),
        targeted("rate_end", Pinned.RATE_END, Fraction(10, 3)),
        reviewed("untouched", 500, 50),
        parents=dict.fromkeys(("reduction", "points", "poor_end", "rate_end", "untouched"), ROOT),
    )


def with_gaps() -> Plan:
    """A unit without households, one without a review, one that loses all its households."""
    return plan_of(
        reviewed("full", 1000, 100),
        targeted("full", Pinned.REDUCTION, 30),
        reviewed("empty", 0, 0),
        parents={"full": ROOT, "empty": ROOT, "unknown": ROOT},
    )


def three_levels() -> Plan:
    """Two districts with communes between which a district without any stands."""
    return plan_of(
        more_households(10),
        reviewed("a1", 1000, 100),
        targeted("a1", Pinned.REDUCTION, 30),
        reviewed("a2", 2000, 300),
        targeted("a2", Pinned.POINTS, 3),
        reviewed("b", 4000, 77),
        reviewed("c1", 900, 90),
        targeted("c1", Pinned.RATE_END, 5),
        parents={"a": ROOT, "a1": "a", "a2": "a", "b": ROOT, "c": ROOT, "c1": "c", "c2": "c"},
    )


PLANS = {
    "every_pin": every_pin,
    "with_gaps": with_gaps,
    "three_levels": three_levels,
    "dak_nong": dak_nong,
}


def test_all_printed_figures_of_2024_are_saved_with_their_formulas() -> None:
    content = workbook(dak_nong())
    assert [line[2:] for line in saved_values(content)] == GOLDEN
    assert [line[2:] for line in calamine_values(content)] == GOLDEN


def test_rates_points_and_totals_are_live_formulas_from_unrounded_expressions() -> None:
    sheet = sheet_of(workbook(dak_nong()))
    assert [sheet[f"{column}7"].value for column in "EHIJ"] == [
        "=ROUND(100*D7/C7,2)",
        "=ROUND(100*D7/C7-100*I7/F7,1)",
        "=D7-G7",
        "=ROUND(100*I7/F7,2)",
    ]
    assert [sheet[f"{column}15"].value for column in "CDFGI"] == [
        f"=SUM({column}7:{column}14)" for column in "CDFGI"
    ]


def test_the_count_that_follows_is_the_formula_whichever_was_pinned() -> None:
    sheet = sheet_of(workbook(every_pin()))
    follows = [[sheet.cell(FIRST + at, column).data_type for column in (7, 9)] for at in range(5)]
    assert follows == [["n", "f"], ["n", "f"], ["f", "n"], ["f", "n"], ["n", "f"]]


@pytest.mark.parametrize("name", PLANS)
def test_every_reader_finds_our_own_numbers(name: str) -> None:
    plan = PLANS[name]()
    content = workbook(plan)
    assert [line[2:] for line in saved_values(content)] == expected(plan)
    assert [line[2:] for line in calamine_values(content)] == expected(plan)


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", PLANS)
def test_recalculation_by_libreoffice_gives_the_same(name: str, tmp_path: Path) -> None:
    plan = PLANS[name]()
    assert [line[2:] for line in recalculated(workbook(plan), tmp_path)] == expected(plan)


@pytest.mark.libreoffice
def test_rates_that_end_in_a_tie_are_rounded_by_libreoffice_as_by_us(tmp_path: Path) -> None:
    """Every numerator over 800: eighths of a hundredth, a tie in every fourth."""
    units = [str(poor) for poor in range(1, 400)]
    plan = plan_of(
        *(reviewed(unit, 800, int(unit)) for unit in units),
        *(targeted(unit, Pinned.REDUCTION, int(unit) // 2) for unit in units),
        parents=dict.fromkeys(units, ROOT),
    )
    assert [line[2:] for line in recalculated(workbook(plan), tmp_path)] == expected(plan)


def test_rounding_printed_rates_first_would_be_wrong_for_dak_glong_only() -> None:
    wrong = [
        line[1]
        for line in saved_values(workbook(dak_nong()))[:-1]
        if rounded(Fraction(str(line[4])) - Fraction(str(line[9])), 1) != Fraction(str(line[7]))
    ]
    assert wrong == ["Xã Đắk Glong"]


def test_reduction_over_start_households_would_be_wrong_for_tuy_duc_only() -> None:
    wrong = [
        line[1]
        for line in saved_values(workbook(dak_nong()))[:-1]
        if rounded(100 * Fraction(str(line[6])) / Fraction(str(line[2])), 1)
        != Fraction(str(line[7]))
    ]
    assert wrong == ["Xã Tuy Đức"]


def test_a_unit_without_households_shows_dashes_that_come_alive_again() -> None:
    content = workbook(with_gaps())
    sheet, line = sheet_of(content), saved_values(content)[1]
    assert line[2:] == [0, 0, NO_VALUE, 0, 0, NO_VALUE, 0, NO_VALUE]
    assert sheet["E8"].value == '=IF(C8=0,"–",ROUND(100*D8/C8,2))'
    assert 't="str"' in part(content)


def test_a_unit_without_a_review_shows_dashes_and_leaves_the_total_alone() -> None:
    lines = saved_values(workbook(with_gaps()))
    assert lines[2][2:] == [NO_VALUE] * 8
    assert lines[-1][2:7] == [1000, 100, 10, 1000, 30]


def test_a_deeper_tree_lists_all_levels_and_adds_up_only_the_top_one() -> None:
    sheet = sheet_of(workbook(three_levels()))
    numbers = [sheet.cell(FIRST + at, 1).value for at in range(8)]
    assert numbers == ["01", "01", "02", "02", "03", "01", "02", "Toàn tỉnh"]
    assert sheet["C7"].value == "=SUM(C8:C9)"
    assert sheet["C14"].value == "=SUM(C7,C10:C11)"
    assert [sheet.cell(FIRST + at, 2).alignment.indent for at in range(3)] == [1, 2, 2]


def test_713_units_tie_to_their_total() -> None:
    units = [f"{at:03}" for at in range(713)]
    plan = plan_of(
        *(reviewed(unit, 1000 + int(unit), int(unit)) for unit in units),
        *(targeted(unit, Pinned.POINTS, 1) for unit in units[20:]),
        parents=dict.fromkeys(units, ROOT),
    )
    lines = saved_values(workbook(plan))
    assert len(lines) == 714
    for column in (2, 3, 5, 6, 8):
        assert lines[-1][column] == sum(int(str(line[column])) for line in lines[:-1])
    assert [line[2:] for line in lines] == expected(plan)


def test_more_parents_than_a_sum_takes_arguments_are_still_summed() -> None:
    parents: dict[str, str] = {}
    for at in range(300):
        parents |= {f"p{at}": ROOT, f"c{at}": f"p{at}"}
    plan = plan_of(*(reviewed(f"c{at}", 100, at % 50) for at in range(300)), parents=parents)
    content = workbook(plan)
    formula = str(sheet_of(content)[f"C{FIRST + 600}"].value)
    assert formula.startswith("=SUM(SUM(C7,C9,")
    assert saved_values(content)[-1][2] == 30_000


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**6),
            st.integers(0, 10**6),
            st.sampled_from(Pinned),
            st.integers(-5, 10**5),
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=40, deadline=None)
def test_any_plan_is_saved_as_it_is_evaluated(
    units: list[tuple[int, int, Pinned, int]],
) -> None:
    plan = plan_of(
        *(reviewed(f"u{at}", max(h, p), p) for at, (h, p, _, _) in enumerate(units)),
        *(targeted(f"u{at}", pin, value) for at, (_, _, pin, value) in enumerate(units)),
        parents={f"u{at}": ROOT for at in range(len(units))},
    )
    assert [line[2:] for line in saved_values(workbook(plan))] == expected(plan)
