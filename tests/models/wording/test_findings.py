"""Findings say which unit, what is wrong, and how many households are missing."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.checks import Finding, Level, check
from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell, enter_text
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    GoalKind,
    ObservedKey,
    Pinned,
    Plan,
    Reading,
)
from dnplanner.core.series import Measure, Series
from dnplanner.models.wording import finding_headline, finding_sentence
from dnplanner.models.wording.findings import CODES
from dnplanner.storage.samples import sample

QUESTION = Question("pa-1", 2024, Series.POOR)


def after(plan: Plan, unit: str, cell: Cell, text: str) -> Plan:
    return apply(plan, enter_text(plan, Evaluation(plan, QUESTION), unit, cell, text))


def sentences(plan: Plan, series: Series = Series.POOR) -> list[str]:
    evaluation = Evaluation(plan, QUESTION._replace(series=series))
    return [finding_sentence(plan, finding) for finding in check(plan, evaluation)]


def test_the_sample_says_which_districts_miss_what_they_state() -> None:
    assert sentences(sample()) == [
        "Đắk Mil: ghi “giảm từ 0,4 % trở lên” nhưng 100 hộ chỉ giảm 0,367 điểm %. Thiếu 10 hộ.",
        "Krông Nô: ghi “giảm từ 0,8 % trở lên” nhưng 150 hộ chỉ giảm 0,789 điểm %. Thiếu 3 hộ.",
        "Cư Jút: ghi “giảm từ 1,4 % trở lên” nhưng 300 hộ chỉ giảm 1,389 điểm %. Thiếu 3 hộ.",
        "Đắk Song: ghi “giảm từ 0,7 % trở lên” nhưng 140 hộ chỉ giảm 0,694 điểm %. Thiếu 2 hộ.",
        "Toàn tỉnh: cả 8 đơn vị đều tăng 200 hộ như nhau; nên dự báo số hộ của từng đơn vị.",
        "Toàn tỉnh: chưa có số liệu để đối chiếu chỉ tiêu giảm từ 4 điểm % trở lên (Nghị quyết "
        "số 28-NQ/TU ngày 30/12/2023 của Ban Chấp hành Đảng bộ tỉnh); cần nhập số hộ và số hộ "
        "nghèo.",
        "Toàn tỉnh: tỷ lệ từ 6,98 % (2020) lên 7,97 % (2022) là do đổi chuẩn nghèo 2016-2020 sang "
        "2022-2025, không phải do tăng nghèo.",
    ]


def test_a_missed_goal_names_its_document_and_the_households_missing() -> None:
    plan = after(sample(), "tuy-duc", Cell.REDUCTION, "1.300")
    assert sentences(plan)[0] == (
        "Toàn tỉnh: chưa đạt chỉ tiêu giảm từ 2 điểm % trở lên (Nghị quyết số 28-NQ/TU ngày "
        "30/12/2023 của Ban Chấp hành Đảng bộ tỉnh): kế hoạch chỉ giảm 1,97 điểm %. Thiếu 46 hộ."
    )


def test_a_drop_just_short_of_the_goal_is_not_printed_as_the_goal() -> None:
    plan = after(sample(), "tuy-duc", Cell.REDUCTION, "1.345")
    assert "chỉ giảm 1,9999 điểm %. Thiếu 1 hộ." in sentences(plan)[0]


def test_a_goal_without_data_asks_for_the_counts() -> None:
    assert sentences(sample(), Series.DTTS_LOCAL_POOR)[0].startswith(
        "Toàn tỉnh: chưa có số liệu để đối chiếu chỉ tiêu giảm từ 4 điểm % trở lên"
    )


def test_a_planned_rise_is_counted() -> None:
    plan = after(sample(), "gia-nghia", Cell.REDUCTION, "-12")
    assert "Gia Nghĩa: kế hoạch để số hộ nghèo tăng thêm 12 hộ; cần xem lại chỉ tiêu." in sentences(
        plan
    )


def test_more_poor_than_households_gives_both_numbers() -> None:
    tables = sample().tables
    key = ObservedKey("gia-nghia", 2023, Measure.POOR)
    plan = sample().with_tables(tables._replace(observed=tables.observed.insert(key, 20593)))
    assert any(
        line.startswith("Gia Nghĩa: 20.593 hộ nghèo nhiều hơn tổng số 20.592 hộ")
        for line in sentences(plan)
    )


def test_missing_counts_say_which() -> None:
    tables = sample().tables
    key = ObservedKey("gia-nghia", 2023, Measure.POOR)
    plan = sample().with_tables(tables._replace(observed=tables.observed.discard(key)))
    assert "Gia Nghĩa: chưa có số hộ nghèo cuối năm trước nên chưa được tính vào tổng." in (
        sentences(plan)
    )


def test_a_target_beyond_what_exists_says_so() -> None:
    plan = after(sample(), "gia-nghia", Cell.POOR_START, "20")
    assert (
        "Gia Nghĩa: không thể giảm 25 hộ với số hộ và số hộ nghèo hiện có; cần sửa chỉ tiêu. "
        "Thiếu 5 hộ."
    ) in sentences(plan)


def test_under_the_rounded_reading_a_goal_missed_by_no_household_names_none() -> None:
    tables = sample().tables
    key = DocumentKey(DocumentField.READING)
    plan = sample().with_tables(
        tables._replace(document=tables.document.insert(key, Reading.ROUNDED.value))
    )
    params = {
        "at_least": Fraction(203, 100),
        "kind": GoalKind.POINTS,
        "source": "",
        "reached": Fraction(2031, 1000),
    }
    finding = Finding("goal_missed", Level.ERROR, "dak-nong", Cell.POINTS, -1, params)
    assert "Thiếu" not in finding_sentence(plan, finding)


PARAMS = {
    "at_least": Fraction(2),
    "source": "NQ 28",
    "reached": Fraction(1),
    "stated": Fraction(4, 5),
    "reduction": 150,
    "poor": 5,
    "households": 4,
    "rise": 3,
    "value": Fraction(7),
}


@pytest.mark.parametrize("kind", GoalKind)
@pytest.mark.parametrize("pinned", Pinned)
@pytest.mark.parametrize("code", sorted(CODES | {"never_heard_of"}))
def test_every_finding_has_a_sentence_and_a_shorter_headline(
    code: str, kind: GoalKind, pinned: Pinned
) -> None:
    plan = sample()
    params = PARAMS | {"kind": kind, "pinned": pinned}
    finding = Finding(code, Level.WARNING, "cu-jut", Cell.POOR_START, 3, params)
    sentence, headline = finding_sentence(plan, finding), finding_headline(plan, finding)
    assert sentence.startswith("Cư Jút: ")
    assert sentence.endswith("Thiếu 3 hộ.") or code == "never_heard_of"
    assert len(headline) < len(sentence) + 10
    assert not {"{", "}", "…"} & set(sentence + headline)


def test_the_headline_of_a_missed_statement() -> None:
    plan = sample()
    worst = check(plan, Evaluation(plan, QUESTION))[0]
    assert finding_headline(plan, worst) == "Đắk Mil: chưa đạt “từ 0,4 % trở lên”, thiếu 10 hộ"
