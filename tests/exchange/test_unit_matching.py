"""Rows find their units: the same folded name matches, a near one is suggested, others are not."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dnplanner.core.plan import Plan, UnitKey
from dnplanner.core.unit_names import distance, fold
from dnplanner.core.units import Unit
from dnplanner.exchange.unit_matching import UnitIndex
from dnplanner.storage.samples import sample
from tests.exchange.spellings import HEARD, TELEX, bare_letters, slips, thirty

DISTRICTS = {
    unit: sample().unit(unit).name for unit in sample().tree.children_of(sample().tree.root)
}


def same_names(name: str) -> list[str]:
    """Spellings that are the same name."""
    kinds = ("Huyện ", "huyện  ", "H. ", "H.", "HUYỆN ", "TX. ", "TP. ", "Thành phố ", "Thị xã ")
    return [
        *(kind + name for kind in kinds),
        name,
        name.upper(),
        name.lower(),
        bare_letters(name),
        bare_letters(name).upper(),
        unicodedata.normalize("NFD", name),
        f"  {name.replace(' ', '   ')} ",
        name.replace(" ", "\u00a0"),
        name.replace(" ", ""),
        name.replace(" ", "-"),
        name.replace("'", "’"),
        name.replace("ắ", "ă").replace("Đắk", "Đắc"),
        f"01 {name}",
        f"1. {name}",
        f"I. Huyện {name}",
        f"{name} (*)",
        f"{name} (huyện nghèo)",
        f"{name}*",
        f"- {name}",
    ]


def test_all_spellings_of_the_same_name_match() -> None:
    index = UnitIndex.of(sample())
    missed = [
        text
        for unit, name in DISTRICTS.items()
        for text in same_names(name)
        if index.match(text).unit != unit or index.match(text).code != "matched"
    ]
    assert missed == []


SPELLED = {unit: thirty(sample().unit(unit).name, sample().unit(unit).kind) for unit in DISTRICTS}


def test_thirty_spellings_are_tried_of_each_of_eight_names() -> None:
    assert len(SPELLED) == 8
    for unit, spellings in SPELLED.items():
        assert len(set(spellings)) == 30
        assert DISTRICTS[unit] not in spellings


def test_of_all_spellings_none_finds_another_unit_and_95_in_100_find_theirs() -> None:
    index = UnitIndex.of(sample())
    found = [(unit, index.match(text)) for unit, texts in SPELLED.items() for text in texts]
    assert len(found) == 240
    assert [match for unit, match in found if match.unit not in (unit, None)] == []
    assert sum(match.unit == unit for unit, match in found) >= 0.95 * len(found)


@pytest.mark.parametrize("unit", DISTRICTS)
def test_what_is_written_by_ear_or_slip_is_suggested_and_never_matched(unit: str) -> None:
    name = DISTRICTS[unit]
    index = UnitIndex.of(sample())
    codes = {text: index.match(text).code for text in (*HEARD[name], *TELEX[name], *slips(name))}
    other_words = {text: code for text, code in codes.items() if not same_letters(text, name)}
    assert len(other_words) >= 8
    assert set(other_words.values()) <= {"suggested", "unknown"}


def same_letters(text: str, name: str) -> bool:
    return fold(text) == fold(name)


FOREIGN = (
    "Krông Ana",
    "Krông Bông",
    "Krông Búk",
    "Krông Năng",
    "Krông Pắc",
    "Cư M'gar",
    "Cư Kuin",
    "Ea Súp",
    "Buôn Đôn",
    "M'Drắk",
    "Đắk Hà",
    "Đắk Tô",
    "Đắk Glei",
    "Đắk Pơ",
    "Đắk Đoa",
    "Chư Prông",
    "Tuy An",
    "Tuy Phước",
    "Gia Lâm",
    "Nghĩa Đàn",
)


def test_twenty_foreign_units_are_tried() -> None:
    assert len(set(FOREIGN)) == 20


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize(
    "written",
    ["{}", "{} ", "H. {}", "UBND huyện {}", "Huyện {}, tỉnh Đắk Nông", "huyện {} tỉnh Đắk Nông"],
)
def test_foreign_units_are_unknown(name: str, written: str) -> None:
    index = UnitIndex.of(sample())
    for text in (name, name.upper(), bare_letters(name)):
        assert index.match(written.format(text)).code == "unknown"


@pytest.mark.parametrize(
    "text",
    [
        "Phòng Lao động - TB và Xã hội huyện Cư Jút tỉnh Đắk Nông",
        "Uỷ ban nhân dân huyện Cư Jút",
        "Cư Jút, tỉnh Đắk Nông",
        "Huyeejn Cuw Juts",
    ],
)
def test_an_office_or_the_keys_of_telex_beside_a_name_suggest_the_unit(text: str) -> None:
    match = UnitIndex.of(sample()).match(text)
    assert (match.code, match.unit) == ("suggested", "cu-jut")


def test_another_reading_that_names_several_units_chooses_none() -> None:
    match = UnitIndex.of(with_namesakes()).match("UBND xã Quảng Khê")
    assert (match.code, match.unit) == ("suggested", None)
    assert set(match.choices) == {"xa-dak-mil", "xa-tuy-duc"}


def test_another_wording_of_one_unit_is_suggested() -> None:
    index = UnitIndex.of(sample())
    assert index.match("Cư Júit").unit == "cu-jut"
    assert index.match("Chư Jút").unit == "cu-jut"


def with_namesakes() -> Plan:
    """Two communes and a township of one name, as there were until 2025."""
    namesakes = {
        "xa-dak-mil": Unit("Quảng Khê", "dak-mil", 0, "Xã", "commune", "24001"),
        "tt-dak-mil": Unit("Quảng Khê", "dak-mil", 1, "Thị trấn", "commune", "24002"),
        "xa-tuy-duc": Unit("Quảng Khê", "tuy-duc", 0, "Xã", "commune", "24003"),
    }
    added = [(UnitKey(key), unit) for key, unit in namesakes.items()]
    return Plan.of([*sample().facts(), *added])


def test_namesakes_are_told_apart_by_kind_parent_and_code() -> None:
    index = UnitIndex.of(with_namesakes())
    assert index.match("TT. Quảng Khê").unit == "tt-dak-mil"
    assert index.match("Xã Quảng Khê", within="tuy-duc").unit == "xa-tuy-duc"
    assert index.match("Quảng Khê", code="24001").unit == "xa-dak-mil"


def test_namesakes_that_nothing_tells_apart_are_asked() -> None:
    match = UnitIndex.of(with_namesakes()).match("Xã Quảng Khê")
    assert (match.code, match.unit) == ("ambiguous", None)
    assert set(match.choices) == {"xa-dak-mil", "xa-tuy-duc"}


def test_a_code_alone_proves_nothing() -> None:
    assert UnitIndex.of(with_namesakes()).match("Xã Cư Jút Mới", code="24001").unit is None


@given(st.text("bcghikmn", min_size=5, max_size=11), st.text("bcghikmn", min_size=4, max_size=11))
def test_a_name_is_suggested_exactly_when_it_is_a_slip_or_two_away(asked: str, known: str) -> None:
    facts = {"whole": Unit("Tỉnh", None, 0, "Tỉnh", "province"), "one": Unit(known, "whole", 0)}
    index = UnitIndex.of(Plan.of((UnitKey(key), unit) for key, unit in facts.items()))
    name, other = fold(asked), fold(known)
    limit = 0 if len(name.key) < 5 else 1 if len(name.key) < 9 else 2
    near = 0 < distance(name.key, other.key, limit) <= limit and len(other.key) >= 4
    assert (index.match(asked).code == "suggested") == near
    assert index.match(asked) == index.match(asked)
