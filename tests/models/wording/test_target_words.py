"""Findings on targets, refused sharings and shares say in Vietnamese what is the matter."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dnplanner.core.apportionment import Reason, Share
from dnplanner.core.checks import check
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import Goal, GoalKey, GoalKind, ObservedKey, TargetKey
from dnplanner.core.series import Measure, Series
from dnplanner.core.sharing import Limits, Sharing, Weighting, share
from dnplanner.models.wording import finding_headline, finding_sentence, refusal_sentence
from dnplanner.models.wording.share_reasons import share_reason, weighting_name
from tests.core.planned_units import evaluated, numbered, province, reduction, reductions
from tests.core.test_findings import CASES, found


@pytest.mark.parametrize("code", CASES)
def test_every_finding_is_said_in_a_sentence_without_gaps(code: str) -> None:
    plan = CASES[code][0]
    for finding in found(plan):
        sentence, headline = finding_sentence(plan, finding), finding_headline(plan, finding)
        assert not {"{", "}", "…"} & set(sentence + headline), finding
        assert f"({finding.code})" not in sentence
        assert sentence.endswith(".")


def said(code: str) -> str:
    plan = CASES[code][0]
    return next(finding_sentence(plan, one) for one in found(plan) if one.code == code)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (
            "assigned_missed",
            "Huyện h1: được giao giảm 30 hộ nhưng các đơn vị bên dưới chỉ giảm 10 hộ. Thiếu 20 hộ.",
        ),
        (
            "own_counts_differ",
            "Huyện h1: tổng số hộ nghèo ghi riêng là 99, cộng các đơn vị bên dưới được 100: "
            "chênh 1 hộ.",
        ),
        (
            "subgroup_above_group",
            "Xã a: hộ nghèo DTTS là 101, nhiều hơn hộ nghèo là 100; cần xem lại hai số này.",
        ),
        (
            "count_jump",
            "Xã a: hộ nghèo từ 301 thành 100 vào năm 2023: chênh quá ba lần; "
            "cần xem lại số chữ số.",
        ),
        (
            "faster_than_ever",
            "Xã a: kế hoạch giảm 5 điểm %, nhanh hơn mức cao nhất từng đạt "
            "(4 điểm % mỗi năm, 2022–2023).",
        ),
        (
            "printed_rate_differs",
            "Xã a: văn bản ghi tỷ lệ hộ nghèo năm 2020 là 10,1 %, tính từ số hộ là 10 %.",
        ),
        (
            "printed_total_differs",
            "Toàn tỉnh: văn bản ghi tổng số hộ nghèo năm 2023 là 327, cộng các đơn vị được 300: "
            "chênh 27 hộ.",
        ),
        (
            "goal_exceeded",
            "Toàn tỉnh: vượt khoảng chỉ tiêu giảm từ 10 đến 20 hộ (NQ g): thừa 1 hộ.",
        ),
        (
            "goals_contradict",
            "Toàn tỉnh: hai chỉ tiêu được giao mâu thuẫn nhau, không thể cùng đạt: NQ g và NQ h, "
            "cách nhau 30 hộ.",
        ),
    ],
)
def test_sentences_give_the_numbers(code: str, sentence: str) -> None:
    assert said(code) == sentence


def test_a_goal_missed_that_is_a_range_names_both_ends() -> None:
    goal = Goal("tinh", 2024, Series.POOR, GoalKind.POINTS, Fraction("4.5"), Fraction(5), "QĐ 1")
    plan = province({"a": (1000, 100)}, more={GoalKey("g"): goal, **reductions({"a": 40})})
    assert [finding_sentence(plan, one) for one in check(plan, evaluated(plan))] == [
        "Toàn tỉnh: chưa đạt chỉ tiêu giảm từ 4,5 đến 5 điểm % (QĐ 1): "
        "kế hoạch chỉ giảm 4,00 điểm %. Thiếu 5 hộ."
    ]


def test_a_lock_above_the_total_says_by_how_many_households() -> None:
    plan = province(numbered([(1000, 50), (1000, 60)]))
    limits = {"u00": Limits(lock=45)}
    with pytest.raises(EntryRefused) as refused:
        share(plan, evaluated(plan), Sharing("tinh", reduction(40), Weighting.POOR, limits))
    assert refusal_sentence(refused.value) == (
        "Xã u00 khóa ở 45 hộ, riêng số này đã vượt tổng 40 hộ: thừa 5 hộ, "
        "hãy bỏ khóa hoặc tăng tổng."
    )


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_of_a_share_is_explained(reason: Reason) -> None:
    sentence = share_reason(Share("a", 1211, reason, 5, 12111, 10))
    assert sentence.endswith(".")
    assert not {"{", "}"} & set(sentence)


def test_a_rounded_share_shows_its_exact_figure() -> None:
    sentence = share_reason(Share("a", 1210, Reason.ROUNDED_UP, 5, 120981, 100))
    assert sentence.startswith("Phần tính được 1.209,81 hộ")


@pytest.mark.parametrize("weighting", Weighting)
def test_every_way_of_sharing_has_a_name(weighting: Weighting) -> None:
    assert weighting_name(weighting)


def test_the_end_of_a_subgroup_is_compared_with_its_group() -> None:
    plan = province(
        {"a": (1000, 100)},
        more={
            ObservedKey("a", 2023, Measure.DTTS_POOR): 60,
            ObservedKey("a", 2023, Measure.DTTS_HOUSEHOLDS): 200,
            TargetKey("pa", "a", 2024, Series.POOR): reduction(50),
        },
    )
    sentences = [finding_sentence(plan, one) for one in check(plan, evaluated(plan))]
    assert (
        "Xã a: cuối năm còn 60 hộ nghèo DTTS, nhiều hơn 50 hộ nghèo còn lại: vượt 10 hộ."
        in sentences
    )
