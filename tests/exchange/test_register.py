"""Household registers: recognised, counted by unit, and asked about wherever they are not clear."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dnplanner.core.edits import apply
from dnplanner.core.plan import ObservedKey, Plan, UnitKey
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.exchange.grid import Grid, Sheet
from dnplanner.exchange.intake import likely_what, read_proposal
from dnplanner.exchange.slots import What
from dnplanner.exchange.table_finding import Pointed
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import HEAD as APPENDIX_HEAD
from tests.exchange.appendix_files import HEAD_GROUPS, Row, numbers, written
from tests.exchange.registers import (
    HEAD,
    MIXED,
    TITLE,
    asked,
    counted,
    counts,
    grid_of,
    household,
)

if TYPE_CHECKING:
    from pathlib import Path

KIND = HEAD.index("Phân loại")
UNITS = {"Krông Nô": "krong-no", "Huyện Cư Jút": "cu-jut", "TP. Gia Nghĩa": "gia-nghia"}


def with_communes() -> Plan:
    """The sample with communes of the same name in two districts."""
    units = {
        "tan-1": Unit("Quảng Tân", "tuy-duc", 0, "Xã", "commune"),
        "tan-2": Unit("Quảng Tân", "krong-no", 0, "Xã", "commune"),
        "tam": Unit("Quảng Tâm", "tuy-duc", 1, "Xã", "commune"),
    }
    return Plan.of([*sample().facts(), *((UnitKey(key), unit) for key, unit in units.items())])


def changed(row: int, column: str, value: object) -> Grid:
    """MIXED with one cell changed; ``row`` counts from 0."""
    rows = [list(one) for one in MIXED]
    rows[row][HEAD.index(column)] = value
    return grid_of(HEAD, *rows)


# Recognised


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (HEAD, MIXED),
        (("Đơn vị", "Diện"), [("Krông Nô", "HN"), ("Krông Nô", "HCN")]),
        (("Xã", "Hộ nghèo", "Hộ cận nghèo"), [("A Sơn", "x", ""), ("A Sơn", "", "X")]),
        (("Mã hộ", "Xã", "Hộ nghèo"), [("1", "A Sơn", 1), ("2", "B Sơn", "có")]),
    ],
)
def test_a_register_is_known_by_itself(head: Row, rows: list[Row]) -> None:
    assert likely_what(grid_of(TITLE, head, *rows)) is What.REGISTER


@pytest.mark.parametrize(
    "rows",
    [
        [HEAD_GROUPS, APPENDIX_HEAD, *numbers()],
        [("Xã", "Hộ nghèo", "Hộ cận nghèo"), ("A Sơn", 12, 30), ("B Sơn", 1, 15)],
        [("Xã", "Hộ nghèo", "Hộ cận nghèo"), ("A Sơn", 1, 0), ("B Sơn", 1, 1)],
        [("Huyện", "Kết quả"), ("Krông Nô", 748), ("Tuy Đức", 3131)],
        [("Ghi chú", "Ngày"), ("a", "b")],
    ],
)
def test_a_table_of_sums_is_not_taken_for_a_register(rows: list[Row]) -> None:
    assert likely_what(grid_of(*rows)) is What.PLAN


def test_what_is_no_register_says_so_when_it_is_called_one() -> None:
    assert asked(counted(grid_of(("Ghi chú", "Ngày"), ("a", "b")))) == [("A1", "no_table", 1)]


# Counted


@pytest.mark.parametrize("name", ["so.xlsx", "so.csv"])
def test_households_are_counted_by_unit_and_class(tmp_path: Path, name: str) -> None:
    path = written([TITLE, (), HEAD, *MIXED], tmp_path / name)
    found = read_proposal(path, sample(), What.REGISTER, read=read_here)
    assert found.certain
    assert counts(found) == {"krong-no": 3, "tuy-duc": 0}
    assert counts(found, Series.NEAR_POOR) == {"krong-no": 1, "tuy-duc": 2}
    assert counts(found, Series.DTTS_POOR) == {"krong-no": 2, "tuy-duc": 0}
    assert counts(found, Series.DTTS_LOCAL_POOR) == {}


def test_one_edit_sets_the_review_and_leaves_all_households_alone() -> None:
    edit = counted(grid_of(HEAD, *MIXED)).edit(sample())
    after = apply(sample(), edit)
    assert edit.kind == "import"
    assert after.observed("krong-no", 2023, Measure.POOR) == 3
    assert after.observed("krong-no", 2023, Measure.DTTS_POOR) == 2
    assert after.observed("krong-no", 2023, Measure.HOUSEHOLDS) == 19775
    assert after.observed("cu-jut", 2023, Measure.POOR) == 811
    keys = [key for key in edit.changed_keys() if isinstance(key, ObservedKey)]
    assert len(keys) == len(edit.changes)
    assert {key.unit for key in keys} == {"krong-no", "tuy-duc"}


def test_a_later_review_is_of_its_year() -> None:
    after = apply(sample(), counted(grid_of(HEAD, *MIXED), year=2024).edit(sample()))
    assert after.observed("krong-no", 2024, Measure.POOR) == 3


def test_a_register_of_poor_households_says_nothing_of_near_poor_ones() -> None:
    found = counted(grid_of(HEAD, household(1, "Krông Nô", "Hộ nghèo")))
    assert counts(found, Series.NEAR_POOR) == {}


def test_marked_columns_under_a_merged_heading_are_counted() -> None:
    rows: list[Row] = [
        ("Stt", "Huyện", "Phân loại hộ", "", "DTTS tại chỗ"),
        ("", "", "Hộ nghèo", "Hộ cận nghèo", ""),
        (1, 2, 3, 4, 5),
        (1, "Krông Nô", "x", "", "x"),
        (2, "Krông Nô", "X", "", ""),
        (3, "Krông Nô", "", 1, "có"),
        ("", "Tổng cộng", 2, 1, 2),
    ]
    grid = grid_of(*rows)
    grid.sheets[0].merged = ((0, 2, 0, 3),)
    found = counted(grid)
    assert found.certain
    assert counts(found) == {"krong-no": 2}
    assert counts(found, Series.NEAR_POOR) == {"krong-no": 1}
    assert counts(found, Series.DTTS_LOCAL_POOR) == {"krong-no": 1}
    assert [(one.code, one.times) for one in found.left_out] == [("totals", 1)]


def test_a_merged_place_is_that_of_all_its_rows() -> None:
    grid = grid_of(("Huyện", "Loại hộ"), ("Krông Nô", "HN"), ("", "HN"), ("Tuy Đức", "HN"))
    grid.sheets[0].merged = ((1, 0, 2, 0),)
    assert counts(counted(grid)) == {"krong-no": 2, "tuy-duc": 1}


def test_sheets_are_counted_together_and_hidden_ones_left_out() -> None:
    head, rows = ("Huyện", "Diện"), [("Krông Nô", "HN")]
    sheets = [Sheet(name, [head, *rows], hidden=name == "c") for name in "abc"]
    found = counted(Grid("xlsx", sheets))
    assert counts(found) == {"krong-no": 2}
    assert [(one.code, one.sheet) for one in found.left_out] == [("hidden_sheet", "c")]


def test_namesakes_are_told_apart_by_the_column_above() -> None:
    head = ("Xã", "Huyện", "Diện")
    rows = [("Quảng Tân", "Krông Nô", "HN"), ("Xã Quảng Tân", "Tuy Đức", "HN")]
    found = counted(grid_of(head, *rows), plan=with_communes())
    assert counts(found) == {"tan-2": 1, "tan-1": 1}


def test_a_village_named_like_a_commune_is_not_the_commune() -> None:
    head = ("Thôn", "Xã", "Diện")
    rows = [("Thôn Quảng Tân", "Quảng Tâm", "HN")]
    assert counts(counted(grid_of(head, *rows), plan=with_communes())) == {"tam": 1}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(list(UNITS)),
            st.sampled_from(["Hộ nghèo", "HCN", "Thoát nghèo", ""]),
            st.sampled_from(["Kinh", "Mạ", ""]),
        ),
        min_size=1,
        max_size=40,
    )
)
@settings(deadline=None, max_examples=40)
def test_the_counts_tie_with_the_rows(listed: list[tuple[str, str, str]]) -> None:
    rows = [household(n, *one) for n, one in enumerate(listed)]
    found = counted(grid_of(HEAD, *rows))
    assert found.certain
    for series, kind, dtts in (
        (Series.POOR, "Hộ nghèo", None),
        (Series.NEAR_POOR, "HCN", None),
        (Series.DTTS_POOR, "Hộ nghèo", "Mạ"),
    ):
        expected = Counter(
            UNITS[unit] for unit, one, ethnic in listed if one == kind and dtts in (None, ethnic)
        )
        assert +Counter(counts(found, series)) == expected


# Asked


def test_an_unknown_class_is_asked_once_for_all_its_rows() -> None:
    rows = [household(n, "Krông Nô", "Tái nghèo" if n > 1 else "HN") for n in range(1, 4)]
    grid = grid_of(HEAD, *rows)
    found = counted(grid)
    assert asked(found) == [("H3", "class_unknown", 2)]
    assert found.suggestions() == {"Sheet1!H3": "poor"}
    assert counts(counted(grid, found.suggestions())) == {"krong-no": 3}
    assert counts(counted(grid, {"Sheet1!H3": "-"})) == {"krong-no": 1}


def test_a_place_like_a_unit_is_suggested_and_never_taken_by_itself() -> None:
    grid = changed(4, "Huyện", "Tuy Đứt")
    found = counted(grid)
    assert asked(found) == [("G6", "unit_suggested", 1)]
    assert counts(found, Series.NEAR_POOR)["tuy-duc"] == 1
    assert counts(counted(grid, found.suggestions()), Series.NEAR_POOR)["tuy-duc"] == 2


def test_an_unknown_place_is_asked_unless_no_household_there_counts() -> None:
    assert asked(counted(changed(4, "Huyện", "Buôn Đôn"))) == [("G6", "unit_unknown", 1)]
    assert counted(changed(6, "Huyện", "Buôn Đôn")).certain


def test_a_household_without_place_is_asked() -> None:
    grid = changed(1, "Huyện", "")
    assert asked(counted(grid)) == [("G3", "unit_blank", 1)]
    assert counts(counted(grid, {"Sheet1!G3": "^"}))["krong-no"] == 3
    assert counts(counted(grid, {"Sheet1!G3": "tuy-duc"})) == {"krong-no": 2, "tuy-duc": 1}


def test_a_unit_beside_its_own_parts_is_asked() -> None:
    head, rows = ("Đơn vị", "Diện"), [("Quảng Tâm", "HN"), ("Huyện Tuy Đức", "HN")]
    found = counted(grid_of(head, *rows), plan=with_communes())
    assert asked(found) == [("A3", "unit_above", 1)]
    answered = counted(grid_of(head, *rows), {"Sheet1!A3": "tan-1"}, with_communes())
    assert counts(answered) == {"tam": 1, "tan-1": 1}


def test_a_household_listed_twice_is_asked_with_its_rows() -> None:
    grid = changed(2, "Mã hộ", "hn00001")
    found = counted(grid)
    assert asked(found) == [("B2", "code_twice", 2)]
    assert (found.doubts[0].rows, found.doubts[0].choices) == ((2, 4), ("once", "both"))
    assert counts(counted(grid, {"Sheet1!B2": "once"}))["krong-no"] == 2
    assert counts(counted(grid, {"Sheet1!B2": "both"}))["krong-no"] == 3


def test_a_household_listed_twice_differently_says_so() -> None:
    found = counted(changed(3, "Mã hộ", "HN00001"))
    assert asked(found) == [("B2", "code_differs", 2)]


def test_the_same_household_that_no_longer_counts_is_not_asked() -> None:
    assert counted(changed(6, "Mã hộ", "HN00001")).certain


def test_codes_that_start_again_everywhere_are_one_question() -> None:
    rows = [household(n % 30, "Krông Nô" if n < 30 else "Tuy Đức", "HN") for n in range(60)]
    grid = grid_of(HEAD, *rows)
    assert asked(counted(grid)) == [("B1", "codes_twice", 30)]
    assert counts(counted(grid, {"Sheet1!B1": "all"})) == {"krong-no": 30, "tuy-duc": 30}
    assert counts(counted(grid, {"Sheet1!B1": "once"})) == {"krong-no": 30, "tuy-duc": 0}


def test_a_strange_mark_and_two_marks_are_asked() -> None:
    head = ("Mã hộ", "Huyện", "Hộ nghèo", "Hộ cận nghèo")
    rows = [("1", "Krông Nô", "x", "x"), ("2", "Krông Nô", "?", ""), ("3", "Krông Nô", "", "x")]
    grid = grid_of(head, *rows)
    assert sorted(asked(counted(grid))) == [("C2", "class_both", 1), ("C3", "mark_unknown", 1)]
    answered = counted(grid, {"Sheet1!C2": "near_poor", "Sheet1!C3": "x"})
    assert answered.certain
    assert counts(answered) == {"krong-no": 1}
    assert counts(answered, Series.NEAR_POOR) == {"krong-no": 2}


def test_ethnicities_that_are_numbers_are_asked() -> None:
    grid = changed(0, "Dân tộc", 17)
    assert asked(counted(grid)) == [("D2", "ethnicity_unknown", 1)]
    assert counts(counted(grid, {"Sheet1!D2": "kinh"}), Series.DTTS_POOR)["krong-no"] == 1


def test_a_kinh_household_marked_local_is_asked() -> None:
    head = ("Huyện", "Diện", "Dân tộc", "DTTS tại chỗ")
    grid = grid_of(head, ("Krông Nô", "HN", "Kinh", "x"), ("Krông Nô", "HN", "", "x"))
    assert asked(counted(grid)) == [("D2", "kinh_local", 1)]
    answered = counted(grid, {"Sheet1!D2": "kinh"})
    assert counts(answered, Series.DTTS_LOCAL_POOR) == {"krong-no": 1}
    assert counts(answered, Series.DTTS_POOR) == {"krong-no": 1}


def test_a_list_without_classes_asks_what_all_are_as_its_title_suggests() -> None:
    title: Row = ("DANH SÁCH HỘ CẬN NGHÈO NĂM 2023",)
    rows = [row[:KIND] for row in MIXED]
    grid = grid_of(title, HEAD[:KIND], *rows)
    assert likely_what(grid) is What.REGISTER
    found = counted(grid)
    assert [(doubt.code, doubt.suggested) for doubt in found.doubts] == [
        ("class_missing", "near_poor")
    ]
    answered = counted(grid, found.suggestions())
    assert counts(answered, Series.NEAR_POOR) == {"krong-no": 4, "tuy-duc": 5}
    assert counts(answered) == {}


def test_a_title_of_another_year_is_asked() -> None:
    grid = grid_of(("DANH SÁCH HỘ NGHÈO NĂM 2024",), HEAD, *MIXED)
    assert asked(counted(grid)) == [("A1", "register_year", 1)]
    assert counted(grid, year=2024).certain
    assert counted(grid, {"Sheet1!A1": "2024"}).year == 2024
    assert counted(grid, {"Sheet1!A1": "2023"}).year == 2023


def test_two_columns_of_classes_are_asked() -> None:
    grid = grid_of(("Huyện", "Phân loại", "Kết quả"), ("Krông Nô", "HN", "HCN"))
    assert asked(counted(grid)) == [("C", "column_twice", 1)]
    assert counts(counted(grid, {"Sheet1!C": "-"})) == {"krong-no": 1}
    assert counts(counted(grid, {"Sheet1!B": "-"}), Series.NEAR_POOR) == {"krong-no": 1}


def test_what_is_not_counted_is_told() -> None:
    rows = [household(1, "Krông Nô", "HN", ""), household(2, "Krông Nô", "")]
    told = counted(grid_of(HEAD, *rows)).left_out
    assert {(one.code, one.times) for one in told} == {("unclassified", 1), ("no_ethnicity", 1)}


def test_a_person_can_point_to_the_header() -> None:
    from dnplanner.exchange.intake import interpret
    from dnplanner.exchange.proposals import Source
    from dnplanner.exchange.slots import Aim

    grid = grid_of(("Đơn vị", "Diện"), ("Tuy Đức", "HN"), ("Đơn vị", "Diện"), ("Krông Nô", "HN"))
    pointed = Pointed("Sheet1", 2, 2)
    found = interpret(grid, Source("a", ""), sample(), Aim(What.REGISTER), {}, pointed)
    assert counts(found) == {"krong-no": 1}
