"""Names of units as people write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.unit_names import FoldedName, distance, fold, plain


@pytest.mark.parametrize(
    "text",
    ["Đắk R'Lấp", "ĐĂK R’LẤP", "Dak Rlap", "Đắc R`lấp", "đắk  r'lấp", "Đăk R-Lấp"],
)
def test_spellings_of_one_name_have_one_key(text: str) -> None:
    assert fold(text).key == "dakrlap"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Huyện Tuy Đức", "huyện"),
        ("H. Tuy Đức", "huyện"),
        ("H.Tuy Đức", "huyện"),
        ("huyen Tuy Duc", "huyện"),
        ("06. Huyện Tuy Đức", "huyện"),
        ("VI. Huyện Tuy Đức", "huyện"),
        ("Tuy Đức", ""),
        ("6 Tuy Đức (*)", ""),
        ("TP. Tuy Đức", "thành phố"),
        ("TP Tuy Đức", "thành phố"),
        ("TX.Tuy Đức", "thị xã"),
        ("TT. Tuy Đức", "thị trấn"),
    ],
)
def test_the_kind_and_the_running_number_are_taken_off(text: str, kind: str) -> None:
    assert fold(text) == FoldedName("tuyduc", kind)


def test_decomposed_text_is_the_same_name() -> None:
    assert fold(unicodedata.normalize("NFD", "Huyện Đắk Glong")) == fold("Huyện Đắk Glong")


def test_numbered_wards_and_hamlets_keep_their_number() -> None:
    assert fold("Phường 1").key == "1"
    assert fold("Thôn 12") == FoldedName("12", "thôn")


def test_a_name_that_begins_like_a_kind_stays_whole() -> None:
    assert fold("Phước Thành").key == "phuocthanh"
    assert fold("Xanh").key == "xanh"


def test_plain_text_has_no_diacritics() -> None:
    assert plain("Tỷ lệ  HỘ nghèo Đ") == "ty le ho ngheo d"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("cujut", "cujut", 0),
        ("cujuit", "cujut", 1),
        ("ucjut", "cujut", 1),
        ("krongana", "krongno", 2),
        ("krongbong", "krongno", 3),
    ],
)
def test_distance_counts_letters(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 3) == apart


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.integers(0, 3))
def test_distance_is_symmetric_and_bounded(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == distance(other, one, limit) <= limit + 1
    assert (distance(one, other, 6) == 0) == (one == other)


@given(st.text())
def test_any_text_folds(text: str) -> None:
    assert fold(text).key.isascii()
