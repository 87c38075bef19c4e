"""Blocks that bring their unit names along."""

from __future__ import annotations

from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.named_blocks import by_names
from dnplanner.core.pasting import parse_block, paste
from dnplanner.core.plan import Plan, UnitKey
from dnplanner.core.series import Series
from dnplanner.core.units import Unit
from dnplanner.storage.samples import sample

DOCUMENT = """Stt\tHuyện, thành phố\tTổng số hộ\tHộ nghèo\tTỷ lệ
06\tTuy Đức\t16.674\t3.131\t18,78
01\tHuyện Krông Nô\t19.775\t750\t3,79
\tToàn tỉnh\t170.550\t8.838\t5,18
"""


def test_rows_go_to_the_units_they_name_in_any_order() -> None:
    plan = sample()
    named = by_names(plan, parse_block(DOCUMENT))
    assert named is not None
    assert named.units == ["tuy-duc", "krong-no"]
    assert named.left_out == (0, 3)
    cells = (Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.RATE_START)
    evaluation = Evaluation(plan, Question(plan.outline.scenarios[0], 2024, Series.POOR))
    pasted = paste(plan, evaluation, named.units, cells, named.block)
    assert [change.after for change in pasted.edit.changes] == [750]
    assert pasted.rejects == ()


def test_a_block_of_figures_names_nobody() -> None:
    assert by_names(sample(), [["1.400", "8,5"], ["25", "0,1"]]) is None
    assert by_names(sample(), []) is None


def test_a_name_that_two_units_share_is_not_guessed() -> None:
    namesakes = {f"c-{above}": Unit("Quảng Khê", above, 0) for above in ("tuy-duc", "dak-mil")}
    plan = Plan.of([*sample().facts(), *((UnitKey(key), unit) for key, unit in namesakes.items())])
    assert by_names(plan, [["Quảng Khê", "5"]]) is None


def test_a_name_that_occurs_twice_is_not_guessed() -> None:
    assert by_names(sample(), [["Tuy Đức", "5"], ["H. Tuy Đức", "6"]]) is None
