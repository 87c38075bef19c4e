"""Pasting blocks of cells."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.pasting import (
    Block,
    Pasted,
    Reject,
    looks_transposed,
    parse_block,
    paste,
    transposed,
)
from dnplanner.core.plan import ObservedKey, Pinned, Plan, TargetKey, UnitKey
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.storage.samples import sample

COUNTS = (Cell.HOUSEHOLDS_START, Cell.POOR_START)
ROW = (
    Cell.HOUSEHOLDS_START,
    Cell.POOR_START,
    Cell.RATE_START,
    Cell.HOUSEHOLDS_END,
    Cell.REDUCTION,
    Cell.POINTS,
    Cell.POOR_END,
    Cell.RATE_END,
)
APPENDIX = """19.775\t748\t3,78\t19.975\t150\t0,8\t598\t2,99
21.931\t811\t3,70\t22.131\t300\t1,4\t511\t2,31
27.969\t470\t1,68\t28.169\t100\t0,4\t370\t1,31
20.807\t592\t2,85\t21.007\t140\t0,7\t452\t2,15
23.970\t468\t1,95\t24.170\t100\t0,4\t368\t1,52
16.674\t3.131\t18,78\t16.874\t1400\t8,5\t1.731\t10,26
18.832\t2.531\t13,44\t19.032\t1200\t6,4\t1.331\t6,99
20.592\t87\t0,42\t20.792\t25\t0,1\t62\t0,30
"""


@pytest.fixture(name="plan")
def _plan() -> Plan:
    return sample()


def question_of(plan: Plan) -> Question:
    return Question(plan.outline.scenarios[0], plan.base_year + 1, Series.POOR)


def put(plan: Plan, units: list[str], cells: tuple[Cell, ...], block: Block) -> Pasted:
    return paste(plan, Evaluation(plan, question_of(plan)), units, cells, block)


def districts(plan: Plan) -> list[str]:
    return list(plan.tree.children_of(plan.tree.root))


def bare(plan: Plan) -> Plan:
    """The plan's units and scenarios without any figures."""
    figures = (ObservedKey, TargetKey)
    return Plan.of((key, value) for key, value in plan.facts() if not isinstance(key, figures))


def codes(rejects: tuple[Reject, ...]) -> list[tuple[int, int, str]]:
    return [(reject.row, reject.column, reject.error.code) for reject in rejects]


def test_a_clipboard_text_is_cells_between_tabs() -> None:
    assert parse_block("1\t2\r\n3\t4\r\n") == [["1", "2"], ["3", "4"]]


def test_quoted_cells_keep_their_tabs_line_breaks_and_quotes() -> None:
    assert parse_block('"Huyện\nTuy Đức"\t"a\tb"\t"5"" ống"\n') == [
        ["Huyện\nTuy Đức", "a\tb", '5" ống']
    ]


def test_a_quote_that_never_closes_is_a_plain_character() -> None:
    assert parse_block('"1\t2\n3\t4') == [['"1', "2"], ["3", "4"]]


def test_texts_are_composed_and_trimmed() -> None:
    assert parse_block("  Đa\u0306\u0301k \t\u00a05\n\n\n") == [["Đắk", "5"]]


@given(st.text())
def test_any_text_is_some_block(text: str) -> None:
    for row in parse_block(text):
        assert all(cell == cell.strip() for cell in row)


def test_the_documents_own_rows_change_nothing(plan: Plan) -> None:
    pasted = put(plan, districts(plan), ROW, parse_block(APPENDIX))
    assert not pasted.edit
    assert pasted.rejects == ()


def test_the_documents_own_rows_make_the_documents_plan(plan: Plan) -> None:
    empty = bare(plan)
    pasted = put(empty, districts(empty), ROW, parse_block(APPENDIX))
    after = apply(empty, pasted.edit)
    assert pasted.rejects == ()
    assert after.tables.targets == plan.tables.targets
    assert Evaluation(after, question_of(plan)).rows == Evaluation(plan, question_of(plan)).rows


def test_a_block_is_one_edit_of_its_own_kind(plan: Plan) -> None:
    pasted = put(plan, districts(plan)[:2], COUNTS, [["19.776", "749"], ["21.932", "812"]])
    assert pasted.edit.kind == "paste"
    after = apply(plan, pasted.edit)
    assert after.observed("krong-no", 2023, Measure.HOUSEHOLDS) == 19776
    assert after.observed("cu-jut", 2023, Measure.POOR) == 812
    assert apply(after, pasted.edit.inverse()).tables.observed == plan.tables.observed


@pytest.mark.parametrize("figures", [("100", "50"), ("900.000", "800.000")])
def test_counts_of_a_row_are_judged_together(plan: Plan, figures: tuple[str, str]) -> None:
    pasted = put(plan, ["krong-no"], COUNTS, [figures])
    assert pasted.rejects == ()
    assert len(pasted.edit.changes) == 2


def test_a_count_that_cannot_be_is_left_out_and_the_rest_goes_on(plan: Plan) -> None:
    block = [["19,776", "749"], ["nan", "812"]]
    pasted = put(plan, districts(plan)[:2], COUNTS, block)
    assert codes(pasted.rejects) == [(0, 0, "fraction"), (1, 0, "not_a_number")]
    assert {change.after for change in pasted.edit.changes} == {749, 812}


def test_fewer_households_than_poor_is_reported(plan: Plan) -> None:
    pasted = put(plan, ["krong-no"], COUNTS, [["100", "200"]])
    assert codes(pasted.rejects) == [(0, 0, "fewer_households_than_poor")]


def test_the_reduction_is_pinned_and_the_other_plan_cells_must_agree(plan: Plan) -> None:
    cells = (Cell.REDUCTION, Cell.POINTS, Cell.POOR_END, Cell.RATE_END)
    pasted = put(plan, ["tuy-duc"], cells, [["1.500", "8,5", "1.631", "9,67"]])
    target = apply(plan, pasted.edit).target(*question_of_unit(plan, "tuy-duc"))
    assert target == (Pinned.REDUCTION, Fraction(1500))
    assert codes(pasted.rejects) == [(0, 1, "differs_from_computed")]


def question_of_unit(plan: Plan, unit: str) -> tuple[str, str, int, Series]:
    question = question_of(plan)
    return question.scenario, unit, question.year, question.series


def test_a_changed_rate_beside_unchanged_counts_is_reported(plan: Plan) -> None:
    pasted = put(plan, ["tuy-duc"], (Cell.REDUCTION, Cell.POINTS), [["1.400", "9"]])
    assert not pasted.edit
    assert codes(pasted.rejects) == [(0, 1, "differs_from_computed")]


def test_a_start_rate_is_never_taken_only_compared(plan: Plan) -> None:
    right = put(plan, ["tuy-duc"], (Cell.RATE_START,), [["18,78 %"]])
    wrong = put(plan, ["tuy-duc"], (Cell.RATE_START,), [["18,87"]])
    assert right == Pasted(right.edit, ())
    assert not right.edit
    assert codes(wrong.rejects) == [(0, 0, "differs_from_computed")]


def test_the_whole_is_compared_with_the_new_sum(plan: Plan) -> None:
    units = ["krong-no", plan.tree.root]
    right = put(plan, units, COUNTS, [["19.776", "748"], ["170.551", "8.838"]])
    wrong = put(plan, units, COUNTS, [["19.776", "748"], ["170.550", "8.838"]])
    assert right.rejects == ()
    assert len(right.edit.changes) == 1
    assert codes(wrong.rejects) == [(1, 0, "differs_from_computed")]


def test_empty_plan_cells_take_the_typed_value_back(plan: Plan) -> None:
    pasted = put(plan, ["tuy-duc"], (Cell.REDUCTION, Cell.POINTS), [["", "–"]])
    assert apply(plan, pasted.edit).target(*question_of_unit(plan, "tuy-duc")) is None


def test_an_empty_cell_does_not_forget_a_review(plan: Plan) -> None:
    pasted = put(plan, ["tuy-duc"], COUNTS, [["", ""]])
    assert not pasted.edit
    assert codes(pasted.rejects) == [(0, 0, "empty_cell"), (0, 1, "empty_cell")]


def test_cells_beyond_the_table_are_reported_once_a_row(plan: Plan) -> None:
    block = [["19.775", "748", "1", "2"], ["1", "2", "", ""]]
    pasted = put(plan, ["krong-no"], COUNTS, block)
    assert codes(pasted.rejects) == [(0, 2, "outside"), (1, 0, "outside")]


def test_a_block_can_be_turned_over() -> None:
    assert transposed([["1", "2"], ["3"]]) == [["1", "3"], ["2", ""]]


def test_a_block_that_only_fits_turned_over_is_recognised() -> None:
    units = ["a", "b", "c"]
    assert looks_transposed(units, COUNTS, [["1", "2", "3"], ["4", "5", "6"]])
    assert not looks_transposed(units, COUNTS, [["1", "2"]])
    assert not looks_transposed(units, COUNTS, [["1"] * 9] * 9)


TEXTS = st.text("0123456789.,−-%ab \u00a0", max_size=12) | st.integers(0, 99999).map(str)


@given(st.lists(st.lists(TEXTS, max_size=9), max_size=10))
def test_whatever_is_pasted_the_plan_stays_possible(block: list[list[str]]) -> None:
    plan = sample()
    units = [*districts(plan), plan.tree.root]
    pasted = put(plan, units, ROW, block)
    after = apply(plan, pasted.edit)
    for row in Evaluation(after, question_of(plan)).rows.values():
        assert row.households_start is not None
        assert row.households_end is not None
        assert 0 <= (row.poor_start or 0) <= row.households_start
        assert 0 <= (row.poor_end or 0) <= row.households_end
    again = put(after, units, ROW, block)
    assert apply(after, pasted.edit.inverse()).tables == plan.tables
    assert not again.edit


def test_a_thousand_units_are_pasted_without_evaluating_each(plan: Plan) -> None:
    units = {f"u{n}": Unit(f"Xã {n}", "krong-no", n) for n in range(1000)}
    facts = [*plan.facts(), *((UnitKey(key), unit) for key, unit in units.items())]
    wide = Plan.of(facts)
    pasted = put(wide, list(units), COUNTS, [["1.000", "100"]] * 1000)
    assert len(pasted.edit.changes) == 2000
    assert pasted.rejects == ()
