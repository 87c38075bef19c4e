"""What an edit did, as undo texts and the history say it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core import entry, scenarios, territory
from dnplanner.core.checks import check
from dnplanner.core.edits import Edit, combined
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import Growth, GrowthKind
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.models.wording import edit_sentence
from dnplanner.storage.samples import sample

PLAN = sample()
EVALUATION = Evaluation(PLAN, Question("pa-1", 2024, Series.POOR))


def typed(unit: str, cell: Cell, text: str) -> Edit:
    return entry.enter_text(PLAN, EVALUATION, unit, cell, text)


@pytest.mark.parametrize(
    ("unit", "cell", "text", "sentence"),
    [
        ("tuy-duc", "reduction", "1.350", "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350"),
        ("tuy-duc", "points", "8", "Tuy Đức, điểm % hộ nghèo giảm năm 2024: 8,5 → 8"),
        ("tuy-duc", "poor_end", "1800", "Tuy Đức, hộ nghèo còn lại cuối năm 2024: 1.731 → 1.800"),
        (
            "tuy-duc",
            "rate_end",
            "9,5",
            "Tuy Đức, tỷ lệ hộ nghèo dự kiến cuối năm 2024: 10,26 → 9,5",
        ),
        ("tuy-duc", "poor_end", "1731", "Tuy Đức, hộ nghèo còn lại cuối năm 2024: giữ 1.731"),
        ("cu-jut", "poor_start", "812", "Cư Jút, hộ nghèo cuối năm 2023: 811 → 812"),
        (
            "cu-jut",
            "households_start",
            "22000",
            "Cư Jút, số hộ chung cuối năm 2023: 21.931 → 22.000",
        ),
        (
            "cu-jut",
            "households_end",
            "22.100",
            "Cư Jút, số hộ chung dự kiến cuối năm 2024: 22.131 → 22.100",
        ),
    ],
)
def test_one_cell_is_named_with_its_value_before_and_after(
    unit: str, cell: str, text: str, sentence: str
) -> None:
    assert edit_sentence(PLAN, typed(unit, Cell(cell), text)) == sentence


def test_a_cell_that_is_emptied_says_so() -> None:
    edit = entry.clear(PLAN, EVALUATION.question, "tuy-duc", Cell.REDUCTION)
    assert edit_sentence(PLAN, edit) == "Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → để trống"


def test_counts_of_a_subgroup_are_told_apart() -> None:
    question = Question("pa-1", 2024, Series.DTTS_LOCAL_POOR)
    evaluation = Evaluation(PLAN, question)
    edit = entry.enter_text(PLAN, evaluation, "cu-jut", Cell.HOUSEHOLDS_START, "900")
    assert edit_sentence(PLAN, edit) == "Cư Jút, số hộ DTTS tại chỗ cuối năm 2023: – → 900"


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("enter", "Sửa 2 ô"),
        ("clear", "Xóa 2 ô"),
        ("paste", "Dán 2 ô"),
        ("fill", "Điền xuống 2 ô"),
        ("fix", "Sửa 2 ô theo gợi ý"),
        ("never_heard_of", "Thay đổi 2 mục"),
    ],
)
def test_several_cells_are_counted(kind: str, sentence: str) -> None:
    edits = [typed(unit, Cell.REDUCTION, "50") for unit in ("cu-jut", "dak-mil")]
    assert edit_sentence(PLAN, combined(kind, edits)) == sentence


def test_a_fix_says_what_it_sets() -> None:
    fix = check(PLAN, EVALUATION)[0].fix
    assert fix is not None
    assert edit_sentence(PLAN, fix) == (
        "Sửa theo gợi ý: Đắk Mil, hộ nghèo giảm năm 2024: 100 → 110"
    )


def test_changes_to_units_name_them() -> None:
    new = Unit("Đắk Búk So", None, 0, "Xã", "commune")
    assert edit_sentence(PLAN, territory.add_unit(PLAN, "x", new)) == "Thêm đơn vị “Đắk Búk So”"
    assert edit_sentence(PLAN, territory.rename_unit(PLAN, "cu-jut", "Chư Jút")) == (
        "Đổi tên đơn vị “Cư Jút” thành “Chư Jút”"
    )
    assert edit_sentence(PLAN, territory.remove_unit(PLAN, "cu-jut")) == "Xóa đơn vị “Cư Jút”"
    assert edit_sentence(PLAN, territory.move_unit(PLAN, "cu-jut", 1)) == (
        "Đổi chỗ “Đắk Mil” và “Cư Jút”"
    )
    assert edit_sentence(PLAN, territory.move_unit(PLAN, "gia-nghia", -3)) == (
        "Chuyển “Gia Nghĩa” lên 3 dòng"
    )


def test_changes_to_scenarios_name_them() -> None:
    assert edit_sentence(PLAN, scenarios.create_scenario(PLAN, "b", "PA 2")) == (
        "Thêm phương án “PA 2”"
    )
    copied = scenarios.duplicate_scenario(PLAN, "pa-1", "b", "PA 2")
    assert edit_sentence(PLAN, copied) == ("Nhân bản phương án “PA 1 – Trình UBND” thành “PA 2”")
    assert edit_sentence(PLAN, copied.inverse()) == "Xóa phương án “PA 2”"
    assert edit_sentence(PLAN, scenarios.rename_scenario(PLAN, "pa-1", "PA gốc")) == (
        "Đổi tên phương án “PA 1 – Trình UBND” thành “PA gốc”"
    )


def test_growth_and_intensity_name_the_scenario() -> None:
    growth = Growth(GrowthKind.PERCENT, Fraction(3, 2))
    assert edit_sentence(PLAN, scenarios.set_growth(PLAN, "pa-1", Measure.HOUSEHOLDS, growth)) == (
        "“PA 1 – Trình UBND”, mức tăng số hộ: +200 hộ mỗi đơn vị → +1,5 %"
    )
    scaled = scenarios.scale_reductions(PLAN, EVALUATION, EVALUATION, 90)
    assert edit_sentence(PLAN, scaled) == (
        "“PA 1 – Trình UBND”, chỉnh cường độ giảm nghèo của 8 đơn vị"
    )


def test_an_edit_of_units_the_plan_does_not_have_is_still_worded() -> None:
    removed = territory.remove_unit(PLAN, "cu-jut")
    restored = Edit("enter", (removed.inverse().changes[0],))
    assert edit_sentence(PLAN, restored)
