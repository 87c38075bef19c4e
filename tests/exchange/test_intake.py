"""Foreign files become proposals: what is certain is an edit, what is not is asked."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import apply
from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import HouseholdsEndKey, Pinned, Plan, Target, TargetKey
from dnplanner.core.series import Measure, Series
from dnplanner.exchange.intake import read_proposal
from dnplanner.exchange.legacy_fonts import from_tcvn3
from dnplanner.exchange.proposals import LEFT_OUT, Proposal
from dnplanner.exchange.slots import What
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import (
    HEAD,
    HEAD_GROUPS,
    bare,
    book,
    converted,
    numbers,
    saved,
    texts,
    written,
)
from tests.exchange.layouts import FLAT, LETTERHEAD, TOPS, shifted, signed
from tests.exchange.legacy_text import to_tcvn3, to_vni
from tests.exchange.test_table_finding import is_the_sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def proposal(path: Path, plan: Plan | None = None, **answers: str) -> Proposal:
    wanted = {key.replace("_", "!", 1): answer for key, answer in answers.items()}
    return read_proposal(path, plan or bare(), answers=wanted, read=read_here)


def asked(found: Proposal) -> list[tuple[str, str, str]]:
    return [(doubt.cell, doubt.text, doubt.code) for doubt in found.doubts]


def lost_thousands(path: Path) -> Path:
    """Counts with a dot, taken for decimals by an English spreadsheet."""
    rows = [[*row[:2], *(_english(text) for text in row[2:])] for row in texts()]
    return written([FLAT, *rows], path.with_suffix(".xlsx"))


def _english(text: str) -> object:
    if text.count(".") == 1 and "," not in text:
        return float(text)
    return float(text.replace(".", "").replace(",", ".")) if "," in text else int(text)


def english_texts(path: Path) -> Path:
    """Figures as texts with commas between thousands."""
    swap = str.maketrans(".,", ",.")
    rows = [[*row[:2], *(text.translate(swap) for text in row[2:])] for row in texts()]
    for row in rows:
        row[2:] = [f"{int(text):,}" if text.isdigit() else text for text in row[2:]]
    return written([FLAT, *rows], path.with_suffix(".xlsx"))


def legacy(encode: Callable[[str], str], font: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        rows = [
            [encode(str(cell)) if isinstance(cell, str) else cell for cell in row]
            for row in [HEAD_GROUPS, HEAD, *numbers()]
        ]
        return written(rows, path.with_suffix(".xlsx"), TOPS, font)

    return make


def as_csv(encoding: str, separator: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        out = io.StringIO()
        csv.writer(out, delimiter=separator).writerows([FLAT, *texts()])
        target = path.with_suffix(".csv")
        target.write_bytes(out.getvalue().encode(encoding))
        return target

    return make


def office(form: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        rows = [*LETTERHEAD, HEAD_GROUPS, HEAD, *numbers(), *signed()]
        return converted(written(rows, path.with_suffix(".xlsx"), shifted(TOPS, 5)), form)

    return make


def formulas(path: Path) -> Path:
    """Rates and totals as formulas, computed by LibreOffice."""
    made = book([HEAD_GROUPS, HEAD, *numbers()], TOPS)
    sheet = made.worksheets[0]
    for row in range(3, 12):
        sheet[f"E{row}"] = f"=ROUND(100*D{row}/C{row},2)"
        sheet[f"I{row}"] = f"=D{row}-G{row}"
    for letter in "CDFG":
        sheet[f"{letter}11"] = f"=SUM({letter}3:{letter}10)"
    folder = path.parent / "computed"
    folder.mkdir()
    source = saved(made, folder / "source.xlsx")
    return converted(source, "ods")


def percent_formats(path: Path) -> Path:
    """Rates as shares with a percent format."""
    made = book([FLAT, *numbers()])
    for row in range(2, 11):
        for letter in "EHJ":
            cell = made.worksheets[0][f"{letter}{row}"]
            cell.value = round(float(str(cell.value)) / 100, 6)
            cell.number_format = "0.00%"
    return saved(made, path.with_suffix(".xlsx"))


def spaced(path: Path) -> Path:
    """Thousands parted by no-break spaces, apostrophes in front, names with blanks and NFD."""
    rows = [
        [row[0], f" Huyện  {row[1]} ", *(text.replace(".", "\u00a0") for text in row[2:])]
        for row in texts()[:-1]
    ]
    return written([FLAT, *rows, texts()[-1]], path.with_suffix(".xlsx"))


def spelled(path: Path) -> Path:
    """Names in other spellings."""
    names = ("KRÔNG NÔ", "Cu Jut", "Đăk Mil", "Đắc Song", "Đắk R’lấp", "H.Tuy Đức", "ĐắkGlong")
    rows = numbers()
    for row, name in zip(rows, (*names, "TX. Gia Nghĩa", "Toàn tỉnh"), strict=True):
        row[1] = name
    return written([HEAD_GROUPS, HEAD, *rows], path.with_suffix(".xlsx"), TOPS)


DIRTY: dict[str, Callable[[Path], Path]] = {
    "letterhead and signatures as xls": office("xls"),
    "letterhead and signatures as ods": office("ods"),
    "letterhead and signatures as xlsx of LibreOffice": office("xlsx"),
    "formulas": formulas,
    "English texts": english_texts,
    "TCVN3": legacy(to_tcvn3, ".VnTime"),
    "VNI": legacy(to_vni, "VNI-Times"),
    "UTF-16 text": as_csv("utf-16", "\t"),
    "UTF-8 text with semicolons": as_csv("utf-8-sig", ";"),
    "percent formats": percent_formats,
    "blanks of all kinds": spaced,
    "spellings": spelled,
}


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", DIRTY)
def test_the_appendix_in_a_dirty_form_is_the_same_plan(name: str, tmp_path: Path) -> None:
    found = proposal(DIRTY[name](tmp_path / "appendix"))
    assert asked(found) == []
    assert found.comparisons == ()
    assert is_the_sample(apply(bare(), found.edit(bare())))


def test_lost_thousands_are_put_right_where_certain_and_suggested_where_not(
    tmp_path: Path,
) -> None:
    found = proposal(lost_thousands(tmp_path / "appendix"))
    assert asked(found) == [("C6", "23.97", "thousands_lost"), ("F6", "24.17", "thousands_lost")]
    suggested = found.suggestions()
    again = read_proposal(tmp_path / "appendix.xlsx", bare(), answers=suggested, read=read_here)
    assert again.certain
    assert is_the_sample(apply(bare(), again.edit(bare())))


def test_what_came_from_the_plan_changes_nothing(tmp_path: Path) -> None:
    path = written([HEAD_GROUPS, HEAD, *numbers()], tmp_path / "a.xlsx", TOPS)
    assert not proposal(path, sample()).edit(sample())


def test_a_plan_pinned_by_points_keeps_its_pins_when_it_comes_back(tmp_path: Path) -> None:
    plan = sample()
    key = TargetKey(plan.outline.scenarios[0], "tuy-duc", 2024, Series.POOR)
    targets = dict(plan.facts())
    targets[key] = Target(Pinned.POINTS, Fraction("8.5"))
    pinned = Plan.of(targets.items())
    row = Evaluation(pinned, Question(key.scenario, 2024, Series.POOR)).row("tuy-duc")
    rows = numbers()
    rows[5][6], rows[5][8] = row.reduction, row.poor_end
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"), pinned)
    assert not found.edit(pinned)


def test_an_edited_cell_is_the_only_change(tmp_path: Path) -> None:
    rows = numbers()
    rows[5][6], rows[5][8] = 1397, 1734
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"), sample())
    changes = found.edit(sample()).changes
    assert [change.after for change in changes] == [Target(Pinned.REDUCTION, Fraction(1397))]


def test_households_off_the_growth_rule_are_typed(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][5] = 20000
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"), sample())
    (change,) = found.edit(sample()).changes
    assert change.key == HouseholdsEndKey("pa-1", "krong-no", 2024, Measure.HOUSEHOLDS)
    assert change.after == 20000


def test_nothing_is_imported_that_is_in_doubt(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][3] = "khoảng 750"
    rows[1][1] = "Cư Júit"
    rows[2][1] = "Krông Ana"
    rows[3][2] = 20.807
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"))
    assert sorted(asked(found)) == [
        ("B3", "Cư Júit", "unit_suggested"),
        ("B4", "Krông Ana", "unit_unknown"),
        ("C5", "20.807", "thousands_lost"),
        ("D2", "khoảng 750", "not_a_number"),
    ]
    after = apply(bare(), found.edit(bare()))
    assert after.observed("krong-no", 2023, Measure.POOR) is None
    assert after.observed("cu-jut", 2023, Measure.POOR) is None
    assert after.observed("dak-song", 2023, Measure.HOUSEHOLDS) is None
    assert after.observed("dak-song", 2023, Measure.POOR) == 592


def test_answers_settle_doubts(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][3] = "khoảng 750"
    rows[1][1] = "Cư Júit"
    rows[3][2] = 20.807
    path = written([FLAT, *rows], tmp_path / "a.xlsx")
    found = proposal(path, Sheet_D2="748", Sheet_B3="cu-jut", Sheet_C5="20.807")
    assert found.certain
    assert is_the_sample(apply(bare(), found.edit(bare())))


def test_suggestions_can_be_accepted_as_they_are(tmp_path: Path) -> None:
    rows = numbers()
    rows[1][1] = "Cư Júit"
    path = written([FLAT, *rows], tmp_path / "a.xlsx")
    suggested = proposal(path).suggestions()
    assert suggested == {"Sheet!B3": "cu-jut"}
    assert read_proposal(path, bare(), answers=suggested, read=read_here).certain


def test_a_row_can_be_left_out(tmp_path: Path) -> None:
    rows = [*numbers()[:8], ["09", "Krông Bông", 1, 1, 100, 1, 0, 0, 1, 100]]
    path = written([FLAT, *rows], tmp_path / "a.xlsx")
    assert proposal(path, Sheet_B10=LEFT_OUT).certain


def test_two_rows_for_one_unit_are_an_error(tmp_path: Path) -> None:
    rows = [*numbers()[:8], ["09", "H. Krông Nô", 1, 1, 100, 1, 0, 0, 1, 100]]
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"))
    assert asked(found) == [("B10", "H. Krông Nô", "unit_twice")]


@pytest.mark.parametrize("column", [2, 3, 5, 6, 8])
def test_a_total_that_does_not_tie_is_shown_per_column(column: int, tmp_path: Path) -> None:
    rows = numbers()
    rows[-1][column] = int(str(rows[-1][column])) + 1
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"))
    totals = [one for one in found.comparisons if one.kind == "total"]
    assert [one.printed - one.computed for one in totals] == [1]
    assert totals[0].cell == f"{'ABCDEFGHIJ'[column]}10"
    assert found.certain


def test_a_rate_that_the_counts_do_not_give_is_shown(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][4] = 3.87
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"))
    assert [(one.kind, one.cell, one.computed) for one in found.comparisons] == [
        ("rate", "E2", Fraction("3.78"))
    ]


def test_a_year_end_against_its_reduction_is_asked(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][8] = 600
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"))
    assert asked(found) == [("I2", "600", "figures_disagree")]
    assert found.doubts[0].choices[0] == "598"


def test_more_poor_than_households_is_asked(tmp_path: Path) -> None:
    rows = numbers()
    rows[0][3] = 74800
    found = proposal(written([FLAT, *rows], tmp_path / "a.xlsx"))
    assert ("D2", "74.800", "more_poor_than_households") in asked(found)


def test_errors_and_formulas_without_values_are_never_read_as_nothing(tmp_path: Path) -> None:
    made = book([FLAT, *numbers()])
    sheet = made.worksheets[0]
    sheet["C2"], sheet["D3"] = "=19000+775", "#DIV/0!"
    found = proposal(saved(made, tmp_path / "a.xlsx"))
    assert [(cell, code) for cell, _, code in asked(found)] == [
        ("C2", "formula_without_value"),
        ("D3", "error_cell"),
    ]


def test_hidden_parts_are_counted(tmp_path: Path) -> None:
    made = book([FLAT, *numbers()])
    made.worksheets[0].row_dimensions[3].hidden = True
    made.worksheets[0].column_dimensions["E"].hidden = True
    found = proposal(saved(made, tmp_path / "a.xlsx"))
    counted = {one.code: one.times for one in found.left_out}
    assert (counted["hidden_rows"], counted["hidden_columns"]) == (1, 1)


def test_a_review_brings_only_its_year(tmp_path: Path) -> None:
    head = ("TT", "Đơn vị", "Tổng số hộ năm 2024", "Hộ nghèo năm 2024", "Hộ nghèo năm 2023")
    rows = [[*row[:2], row[5], row[8], row[3]] for row in numbers()]
    path = written([head, *rows], tmp_path / "a.xlsx")
    found = read_proposal(path, sample(), What.ACTUAL, read=read_here)
    after = apply(sample(), found.edit(sample()))
    assert found.year == 2024
    assert after.observed("tuy-duc", 2024, Measure.POOR) == 1731
    assert after.observed("tuy-duc", 2024, Measure.HOUSEHOLDS) == 16874
    assert after.observed("tuy-duc", 2023, Measure.POOR) == 3131


def test_a_subgroup_is_taken_for_itself(tmp_path: Path) -> None:
    head = ("TT", "Đơn vị", "Tổng số hộ DTTS tại chỗ 2023", "Hộ nghèo DTTS tại chỗ 2023")
    path = written([head, *(row[:4] for row in numbers())], tmp_path / "a.xlsx")
    found = read_proposal(path, bare(), What.REVIEW, read=read_here)
    after = apply(bare(), found.edit(bare()))
    assert after.observed("tuy-duc", 2023, Measure.DTTS_LOCAL_POOR) == 3131
    assert after.observed("tuy-duc", 2023, Measure.POOR) is None


def test_another_year_is_asked(tmp_path: Path) -> None:
    path = written([FLAT, *numbers()], tmp_path / "a.xlsx")
    found = read_proposal(path, bare(), What.PLAN, 2031, read=read_here)
    assert [doubt.code for doubt in found.doubts] == ["other_year"]


def test_a_file_without_a_table_is_asked(tmp_path: Path) -> None:
    found = proposal(written([("Kính gửi: Sở",), ("Xin gửi báo cáo",)], tmp_path / "a.xlsx"))
    assert [doubt.code for doubt in found.doubts] == ["no_table"]


def test_a_column_can_be_given_another_meaning(tmp_path: Path) -> None:
    head = (*FLAT[:3], "Cột chưa rõ", *FLAT[4:])
    path = written([head, *numbers()], tmp_path / "a.xlsx")
    found = read_proposal(path, bare(), answers={"Sheet!D": Cell.POOR_START.value}, read=read_here)
    assert is_the_sample(apply(bare(), found.edit(bare())))


def test_rows_with_roman_numbers_are_units_when_their_names_are(tmp_path: Path) -> None:
    rows = [
        ("TT", "Đơn vị", "Tổng số hộ", "Hộ nghèo"),
        ("I", "Huyện Krông Nô", 19775, 748),
        ("II", "Huyện Cư Jút", 21931, 811),
    ]
    path = written(rows, tmp_path / "a.xlsx")
    found = read_proposal(path, bare(), What.REVIEW, read=read_here)
    assert found.certain
    assert [unit.unit for unit in found.units] == ["krong-no", "cu-jut"]


def test_the_source_is_named_with_its_hash(tmp_path: Path) -> None:
    found = proposal(written([FLAT, *numbers()], tmp_path / "a.xlsx"))
    assert found.source.name == "a.xlsx"
    assert len(found.source.sha256) == 64


def test_decoding_is_the_inverse_of_what_the_tests_write() -> None:
    assert from_tcvn3(to_tcvn3("Tổng số hộ nghèo Đắk Glong")) == "Tổng số hộ nghèo Đắk Glong"
