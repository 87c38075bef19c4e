"""A document's history in words, and the way back to any of its states."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.comparison import compare
from dnplanner.core.edits import Edit, apply, edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.history import Act
from dnplanner.core.numerals import parse_percent
from dnplanner.core.plan import DocumentField, DocumentKey, Pinned, Plan, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.models.history import (
    cell_text,
    difference_lines,
    history_lines,
    return_edit,
    shown_time,
    state_at,
)
from dnplanner.storage.logged import LoggedChange, NamedVersion, packed
from dnplanner.storage.samples import sample

PLAN = sample()
DISTRICTS = PLAN.tree.children_of(PLAN.tree.root)


def reducing(plan: Plan, households: int, unit: str = "tuy-duc") -> Edit:
    key = TargetKey(plan.outline.scenarios[0], unit, 2024, Series.POOR)
    return edit_of(plan, "enter", {key: Target(Pinned.REDUCTION, Fraction(households))})


def logged(sequence: int, edit: Edit, act: Act = Act.DONE, source: str = "") -> LoggedChange:
    time = f"2026-02-15T08:00:{sequence % 60:02d}+00:00"
    facts = len(edit.changes)
    return LoggedChange(sequence, act, time, "Lan", "PC-01", edit.kind, source, facts, packed(edit))


def test_each_change_is_told_with_who_and_what_latest_first() -> None:
    first = reducing(PLAN, 1350)
    after = apply(PLAN, first)
    changes = [
        logged(1, first, source="Tuy Đức.xlsx"),
        logged(2, first.inverse(), Act.UNDONE),
        logged(3, first, Act.REDONE),
    ]
    lines = history_lines(after, changes, [NamedVersion("Bản trình", 2, "", "", "")])
    what = "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350"
    assert [(line.sequence, line.sentence) for line in lines] == [
        (3, f"Làm lại: {what}"),
        (2, f"Hoàn tác: {what}"),
        (1, what),
    ]
    assert [line.versions for line in lines] == [(), ("Bản trình",), ()]
    assert (lines[2].author, lines[2].source) == ("Lan · PC-01", "Tuy Đức.xlsx")


@pytest.mark.parametrize("time", ["1998-01-01T00:00:00+00:00", "", "hôm qua"])
def test_a_clock_that_was_plainly_wrong_is_not_believed(time: str) -> None:
    assert shown_time(time) == "không rõ lúc nào"


@given(
    st.lists(st.tuples(st.sampled_from(DISTRICTS), st.integers(0, 80)), min_size=1, max_size=12),
    st.data(),
)
def test_every_earlier_state_can_be_had_back_by_an_edit_that_can_be_undone(
    typed: list[tuple[str, int]], data: st.DataObject
) -> None:
    plan, states, changes = PLAN, [PLAN], []
    for sequence, (unit, households) in enumerate(typed, 1):
        edit = reducing(plan, households, unit)
        plan = apply(plan, edit)
        changes.append(logged(sequence, edit))
        states.append(plan)
    wanted = data.draw(st.integers(0, len(typed)))
    assert state_at(plan, changes, wanted).tables == states[wanted].tables
    back = return_edit(changes, wanted)
    assert apply(plan, back).tables == states[wanted].tables
    assert apply(apply(plan, back), back.inverse()).tables == plan.tables


def test_a_difference_is_told_by_cell_and_facts_beside_the_table_in_a_sentence() -> None:
    key = DocumentKey(DocumentField.TITLE)
    after = apply(apply(PLAN, reducing(PLAN, 1350)), edit_of(PLAN, "entitle", {key: "Kế hoạch A"}))
    lines = difference_lines(PLAN, after, compare(PLAN, after))
    assert lines[0] == ("Tuy Đức", "hộ nghèo giảm năm 2024", "1.400", "1.350", "−50")
    assert lines[-1].where == ""
    assert lines[-1].what


def test_before_after_and_difference_tie_as_they_are_shown() -> None:
    after = apply(PLAN, reducing(PLAN, 1315))
    lines = difference_lines(PLAN, after, compare(PLAN, after))
    for line in lines:
        numbers = [parse_percent(text.lstrip("+")) for text in line[2:]]
        assert numbers[1] - numbers[0] == numbers[2]


def test_cells_that_are_shown_alike_are_not_told() -> None:
    after = apply(PLAN, reducing(PLAN, 1399))
    lines = difference_lines(PLAN, after, compare(PLAN, after))
    assert all(line.before != line.after for line in lines)
    assert {line.where for line in lines} == {"Tuy Đức", "Toàn tỉnh"}


@pytest.mark.parametrize(
    ("cell", "value", "text"),
    [
        (Cell.REDUCTION, Fraction(1400), "1.400"),
        (Cell.RATE_END, Fraction(1026, 100), "10,26"),
        (Cell.POINTS, Fraction(85, 10), "8,5"),
        (Cell.REDUCTION, None, "–"),
    ],
)
def test_values_are_shown_as_the_table_shows_them(
    cell: Cell, value: Fraction | None, text: str
) -> None:
    assert cell_text(cell, value) == text
