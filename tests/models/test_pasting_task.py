"""What a pasted block does, worked out without a window."""

from __future__ import annotations

from dnplanner.core.entry import Cell
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Question
from dnplanner.core.series import Series
from dnplanner.models.paste_place import Clip, Selected
from dnplanner.models.pasting_task import PasteTask, worked_out
from dnplanner.storage.samples import sample

PLAN = sample()
QUESTION = Question(PLAN.outline.scenarios[0], 2024, Series.POOR)
UNITS = PLAN.tree.children_of(PLAN.tree.root)
LAST_TWO = (Cell.POOR_END, Cell.RATE_END)


def task(text: str, *, rows: int = 1, previewed: bool = False) -> PasteTask:
    """A block pasted from the first unit's remaining poor households on."""
    selected = Selected(UNITS, LAST_TWO, 0, rows, 1)
    return PasteTask(PLAN, QUESTION, Clip(text), selected, previewed)


def test_a_block_that_fits_is_worked_out_without_a_question() -> None:
    found = worked_out(task("590\n500"))
    assert len(found.edit.changes) == 2
    assert found.turning is None
    assert found.preview is None


def test_a_block_that_fits_only_turned_waits_for_an_answer() -> None:
    found = worked_out(task("590\t500\t360"))
    assert not found.edit
    assert found.turning is not None
    assert (found.turning.copied, found.turning.turned) == ((1, 3), (3, 1))
    assert [line.unit for line in found.turning.lines] == list(UNITS[:3])
    assert [line.after for line in found.turning.lines] == ["590", "500", "360"]
    assert [line.place for line in found.turning.lines] == [(0, 0), (0, 1), (0, 2)]


def test_the_answer_decides_how_it_lies() -> None:
    asked = task("590\t500\t360")
    turned, as_copied = (worked_out(asked.turned_over(answer)) for answer in (True, False))
    assert len(turned.edit.changes) == 3
    assert not turned.rejects
    assert len(as_copied.edit.changes) == 1
    assert isinstance(as_copied.rejects[-1].error, EntryRefused)
    assert as_copied.rejects[-1].error.code == "outside"


def test_a_preview_lists_what_is_left_out_before_what_changes() -> None:
    found = worked_out(task("590\nmany\n360", previewed=True))
    assert found.preview is not None
    assert [line.unit for line in found.preview] == [UNITS[1], UNITS[0], UNITS[2]]
    assert [line.after for line in found.preview] == ["many", "590", "360"]
    assert [line.why is None for line in found.preview] == [False, True, True]


def test_what_was_agreed_to_holds_for_its_own_plan_only() -> None:
    first = task("590", previewed=True)
    agreed = first.agreed_to(worked_out(first))
    assert agreed.against(PLAN, QUESTION).agreed is not None
    assert agreed.against(sample(), QUESTION).agreed is None
    assert agreed.against(PLAN, QUESTION._replace(year=2025)).agreed is None


def test_the_work_grows_with_rows_columns_and_what_one_value_fills() -> None:
    assert task("1\n" * 300).rows == 300
    assert task("1\t" * 300).rows == 300
    assert task("1", rows=300).rows == 300
    assert task("1\n2\n3\n", rows=300).rows == 3
