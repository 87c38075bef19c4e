"""Names are kept clean, and two spellings of one name are one name."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.errors import EntryRefused
from dnplanner.core.names import MAX_NAME, cleaned, folded, new_name


@given(st.text(max_size=40))
def test_a_name_that_is_kept_is_clean_printable_and_found_again(name: str) -> None:
    if not cleaned(name).isprintable() or not cleaned(name):
        with pytest.raises(EntryRefused, match=r"name_empty|name_too_long"):
            new_name(name, [])
        return
    kept = new_name(name, [])
    assert kept == cleaned(kept) == unicodedata.normalize("NFC", kept)
    assert kept.isprintable()
    with pytest.raises(EntryRefused, match="name_taken"):
        new_name(name, ["Xã khác", kept])


@pytest.mark.parametrize("other", ["Đắk Mil", " đắk  mil ", "ĐẮK MIL", "Đa\u0306\u0301k Mil"])
def test_spellings_that_differ_in_case_blanks_or_composition_are_one_name(other: str) -> None:
    assert folded(other) == folded("Đắk Mil")


@pytest.mark.parametrize("other", ["Đăk Mil", "Đắc Mil", "Dak Mil", "Đắk-Mil"])
def test_other_letters_are_another_name(other: str) -> None:
    assert folded(other) != folded("Đắk Mil")


def test_the_longest_name_is_taken_and_one_letter_more_is_not() -> None:
    assert new_name("x" * MAX_NAME, []) == "x" * MAX_NAME
    with pytest.raises(EntryRefused) as refused:
        new_name("x" * (MAX_NAME + 1), [])
    assert refused.value.params == {"limit": MAX_NAME}
