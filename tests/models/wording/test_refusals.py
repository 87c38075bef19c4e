"""Every refusal is one Vietnamese sentence that says how to mend it."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import dnplanner
from dnplanner.core import numerals
from dnplanner.core.entry import Cell, enter_text
from dnplanner.core.errors import EntryRefused, NotFound, NumeralError, PlannerError
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.series import Series
from dnplanner.models.wording import refusal_sentence
from dnplanner.models.wording.refusals import SENTENCES
from dnplanner.storage.samples import sample

RAISES = {
    "__init__",
    "ContentUnwritable",
    "DocumentDamaged",
    "EditOutdated",
    "EntryRefused",
    "ExportCancelled",
    "FactUnreadable",
    "NotFound",
    "NumeralError",
    "PlanBroken",
    "WriteFailed",
}
VIETNAMESE = set("ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ")


def codes_raised_in(*patterns: str) -> set[str]:
    """The literal codes given to our own errors anywhere in the source."""
    home = Path(dnplanner.__file__).parent
    found = set()
    for pattern in patterns:
        for path in sorted(home.glob(pattern)):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node.func) in RAISES and node.args:
                    found |= _literals(node.args[0])
    return found


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def _literals(node: ast.expr) -> set[str]:
    if isinstance(node, ast.IfExp):
        return _literals(node.body) | _literals(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


@pytest.mark.parametrize(
    "code", sorted(codes_raised_in("core/*.py", "storage/*.py", "exchange/*.py", "durable.py"))
)
def test_every_code_raised_in_the_source_has_its_sentence(code: str) -> None:
    assert code in SENTENCES


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_vietnamese_and_ends_like_one(code: str) -> None:
    sentence = SENTENCES[code]
    assert VIETNAMESE & set(sentence.casefold())
    assert sentence[0].isupper() or sentence[0] in "“{"
    assert sentence.endswith(".")


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_without_its_parameters_still_has_no_braces(code: str) -> None:
    sentence = refusal_sentence(PlannerError(code))
    assert sentence
    assert not {"{", "}"} & set(sentence)


def test_an_unknown_code_gives_a_plain_general_sentence() -> None:
    assert refusal_sentence(PlannerError("never_heard_of")) == (
        "Chưa thực hiện được (mã lỗi: never_heard_of)."
    )


@given(st.text(), st.text(max_size=20))
def test_no_text_typed_by_a_user_breaks_a_sentence(text: str, code: str) -> None:
    for chosen in (*SENTENCES, code):
        error = NumeralError(chosen, text=text, name=text, value=Fraction(1, 3), path=text)
        assert refusal_sentence(error)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "1.5",
            "“1.5” không đúng cách viết số: dùng dấu phẩy cho phần thập phân, ví dụ 1,5.",
        ),
        ("abc", "“abc” không phải là số: chỉ viết chữ số, ví dụ 1.400 hoặc 5,18."),
        ("", "Ô này cần một con số, không để trống được."),
    ],
)
def test_a_misspelt_percentage_is_refused_with_the_way_to_write_it(
    text: str, sentence: str
) -> None:
    with pytest.raises(NumeralError) as refused:
        numerals.parse_percent(text)
    assert refusal_sentence(refused.value) == sentence


@pytest.mark.parametrize(
    ("cell", "text", "sentence"),
    [
        (
            Cell.REDUCTION,
            "4.000",
            "Không thể giảm 4.000 hộ vì chỉ có 3.131 hộ nghèo: nhập không quá 3.131.",
        ),
        (
            Cell.POINTS,
            "20,5",
            "Không thể giảm 20,5 điểm % vì tỷ lệ đầu năm chỉ có 18,78 %: nhập không quá số đó.",
        ),
        (
            Cell.POOR_END,
            "17.000",
            "17.000 hộ nghèo nhiều hơn tổng số 16.874 hộ: hãy xem lại hai số này.",
        ),
        (Cell.RATE_END, "101", "Tỷ lệ 101 % vượt quá 100 %: nhập số từ 0 đến 100."),
        (Cell.RATE_END, "-1", "Tỷ lệ không thể là số âm (−1 %): nhập số từ 0 đến 100."),
        (
            Cell.HOUSEHOLDS_START,
            "3.000",
            "3.000 hộ ít hơn 3.131 hộ nghèo: hãy xem lại hai số này.",
        ),
        (
            Cell.HOUSEHOLDS_START,
            "1000000000000",
            "“1000000000000” quá lớn: nhập số không quá 99.999.999, hãy xem lại số chữ số.",
        ),
        (
            Cell.RATE_START,
            "5",
            "Ô này được tính từ các ô khác, không gõ được: hãy sửa số hộ hoặc số hộ nghèo.",
        ),
    ],
)
def test_an_impossible_entry_is_refused_with_the_figures_that_forbid_it(
    cell: Cell, text: str, sentence: str
) -> None:
    plan = sample()
    evaluation = Evaluation(plan, Question("pa-1", 2024, Series.POOR))
    with pytest.raises(PlannerError) as refused:
        enter_text(plan, evaluation, "tuy-duc", cell, text)
    assert refusal_sentence(refused.value) == sentence


def test_a_negative_number_of_poor_households_is_not_called_too_many() -> None:
    error = EntryRefused("more_poor_than_households", value=Fraction(-5), households=100)
    assert refusal_sentence(error) == "Số hộ nghèo không thể là −5: nhập số từ 0 đến 100."


def test_an_unknown_unit_is_named() -> None:
    assert "“Krông Bông”" in refusal_sentence(NotFound("unit", name="Krông Bông"))


def test_a_refused_file_is_named_without_its_folder() -> None:
    sentence = refusal_sentence(PlannerError("damaged", path="/home/nguoi-dung/Kế hoạch.dnplan"))
    assert sentence.startswith("Kế hoạch.dnplan: Tệp bị hỏng")


def test_a_pasted_page_is_quoted_shortly() -> None:
    assert len(refusal_sentence(NumeralError("not_a_number", text="chữ " * 1000))) < 160
