"""show and check: what they print of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rpds import HashTrieMap

from dnplanner import cli
from dnplanner.core.edits import apply, edit_of
from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    GrowthKey,
    ObservedKey,
    TargetKey,
)
from dnplanner.core.scenarios import duplicate_scenario
from dnplanner.core.series import Measure, Series
from dnplanner.self_test import golden
from dnplanner.storage.samples import sample
from tests.shell import refusal, saved, shown

if TYPE_CHECKING:
    from pathlib import Path

ROW_KEYS = {
    "code",
    "name",
    "kind",
    "level",
    "parent",
    "households_start",
    "poor_start",
    "rate_start",
    "households_end",
    "reduction",
    "points",
    "poor_end",
    "rate_end",
    "pinned",
}


def test_show_prints_the_plan_as_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    listed = shown(capsys, "show", "sample", "--json")
    assert set(listed) == {
        "base_year",
        "plan_year",
        "scenario",
        "units",
        "total",
        "goals",
        "decomposition",
    }
    assert (listed["base_year"], listed["plan_year"]) == (2023, 2024)
    assert listed["scenario"] == "PA 1 – Trình UBND"
    assert [unit["name"] for unit in listed["units"]] == list(golden())[:-1]
    assert all(set(row) == ROW_KEYS for row in (*listed["units"], listed["total"]))


def test_show_gives_counts_as_integers_and_rates_as_displayed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listed = shown(capsys, "show", "--json")
    assert listed["units"][5] == {
        "code": "667",
        "name": "Tuy Đức",
        "kind": "Huyện",
        "level": "district",
        "parent": "67",
        "households_start": 16674,
        "poor_start": 3131,
        "rate_start": "18.78",
        "households_end": 16874,
        "reduction": 1400,
        "points": "8.5",
        "poor_end": 1731,
        "rate_end": "10.26",
        "pinned": "reduction",
    }


def test_show_gives_all_official_figures(capsys: pytest.CaptureFixture[str]) -> None:
    listed = shown(capsys, "show", "--json")
    columns = [
        "households_start",
        "poor_start",
        "rate_start",
        "households_end",
        "reduction",
        "points",
        "poor_end",
        "rate_end",
    ]
    rows = [[str(row[name]) for name in columns] for row in (*listed["units"], listed["total"])]
    printed = [
        [text.replace(".", "").replace(",", ".") for text in figures]
        for figures in golden().values()
    ]
    assert rows == printed
    assert listed["total"]["parent"] is None


def test_show_holds_the_goals_against_the_plan(capsys: pytest.CaptureFixture[str]) -> None:
    listed = shown(capsys, "show", "--json")
    met, unknown = listed["goals"]
    assert (met["series"], met["at_least"], met["met"], met["spare"]) == ("poor", "2", True, 54)
    assert (met["unit"], met["year"], met["kind"]) == ("Đắk Nông", 2024, "points")
    assert met["source"].startswith("Nghị quyết số 28-NQ/TU")
    assert unknown["series"] == "dtts_local_poor"
    assert (unknown["met"], unknown["spare"]) == (None, None)
    assert listed["decomposition"] == {"exits": "1.9837", "growth": "0.0482"}


def test_a_missed_goal_has_a_negative_spare(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = str(tmp_path / "x.dnplan")
    assert cli.main(["set", "sample", "--unit", "667", "--cell", "reduction=1300", "-o", out]) == 0
    capsys.readouterr()
    goal = shown(capsys, "show", out, "--json")["goals"][0]
    assert (goal["met"], goal["spare"]) == (False, -46)


def test_counts_that_are_not_known_are_null_and_no_target_counts_as_a_reduction(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    tables = sample().tables
    plan = sample().with_tables(
        tables._replace(
            observed=tables.observed.discard(ObservedKey("gia-nghia", 2023, Measure.POOR)),
            targets=tables.targets.discard(TargetKey("pa-1", "cu-jut", 2024, Series.POOR)),
        )
    )
    listed = shown(capsys, "show", saved(tmp_path, plan), "--json")
    unknown, untargeted = listed["units"][7], listed["units"][1]
    assert unknown["households_start"] == 20592
    assert [unknown[name] for name in ("poor_start", "reduction", "poor_end")] == [None] * 3
    assert [unknown[name] for name in ("rate_start", "points", "rate_end")] == [None] * 3
    assert (untargeted["pinned"], untargeted["reduction"]) == ("reduction", 0)


def test_show_takes_a_scenario_by_its_name_or_the_beginning_of_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plan = apply(sample(), duplicate_scenario(sample(), "pa-1", "b", "PA 2 – Thận trọng"))
    growth = plan.tables.growth.discard(GrowthKey("b", Measure.HOUSEHOLDS))
    file = saved(tmp_path, plan.with_tables(plan.tables._replace(growth=growth)))
    listed = shown(capsys, "show", file, "--scenario", "pa 2", "--json")
    assert listed["scenario"] == "PA 2 – Thận trọng"
    assert listed["total"]["households_end"] == 170550
    assert refusal(capsys, "show", file, "--scenario", "PA") == (
        "Không có phương án “PA”: hãy xem lại tên phương án."
    )


def test_show_without_json_is_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["show"]) == cli.DONE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 10
    assert lines[-1].split() == ["Toàn", "tỉnh", *golden()["Toàn tỉnh"]]
    assert len({len(line) for line in lines}) == 1


def test_check_lists_the_four_statements_that_are_missed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = shown(capsys, "check", "sample", "--json")["findings"]
    missed = [f for f in found if f["code"] == "stated_points_missed"]
    assert {f["unit"]: f["missing"] for f in missed} == {
        "Krông Nô": 3,
        "Cư Jút": 3,
        "Đắk Mil": 10,
        "Đắk Song": 2,
    }
    assert {(f["level"], f["cell"], f["year"]) for f in missed} == {("warning", "points", 2024)}
    assert missed[0]["message"].endswith("Thiếu 10 hộ.")


def test_check_tells_once_of_a_goal_without_data_and_of_no_missing_households(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = shown(capsys, "check", "--json")["findings"]
    (unknown,) = (finding for finding in found if finding["code"] == "goal_without_data")
    assert (unknown["level"], unknown["unit"]) == ("info", "Đắk Nông")
    assert "missing" not in unknown


def test_check_exits_with_0_without_errors_and_with_1_with_some(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = str(tmp_path / "x.dnplan")
    assert cli.main(["check", "sample"]) == cli.DONE
    cli.main(["set", "sample", "--unit", "Tuy Đức", "--cell", "reduction=1300", "-o", out])
    capsys.readouterr()
    assert cli.main(["check", out]) == cli.FOUND_ERRORS
    assert capsys.readouterr().out.startswith("Lỗi: Toàn tỉnh: chưa đạt chỉ tiêu")


def test_a_clean_plan_is_said_to_be_clean(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    tables = sample().tables
    empty: HashTrieMap[Any, Any] = HashTrieMap()
    bare = tables._replace(targets=empty, goals=empty, growth=empty, printed=empty)
    plan = sample().with_tables(bare)
    assert cli.main(["check", saved(tmp_path, plan)]) == cli.DONE
    assert capsys.readouterr().out == "Không có vấn đề.\n"


@pytest.mark.parametrize("year", ["2023", "2030", "x", "٢٠٢٤"])
def test_a_year_without_a_plan_is_refused(year: str, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = refusal(capsys, "show", "--year", year)
    assert sentence == f"Kế hoạch này chỉ có năm 2024, không có năm {year}: hãy viết năm 2024."


def test_a_year_outside_a_plan_of_several_years_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    plan = sample()
    longer = apply(plan, edit_of(plan, "years", {DocumentKey(DocumentField.LAST_YEAR): 2025}))
    sentence = refusal(capsys, "show", saved(tmp_path, longer), "--year", "2030")
    assert sentence == "Năm 2030 không thuộc kế hoạch này: chọn năm từ 2024 đến 2025."
