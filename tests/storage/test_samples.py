"""The plans that come with the program."""

from __future__ import annotations

import unicodedata

import pytest

from dnplanner.core.checks import Level, check
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.levels import assigned
from dnplanner.core.plan import DocumentField, Plan
from dnplanner.core.series import Series
from dnplanner.storage.samples import COMMUNES, SAMPLES, TRAINING, TWO_LEVELS, sample


def evaluated(plan: Plan, series: Series = Series.POOR) -> Evaluation:
    return Evaluation(plan, Question(plan.outline.scenarios[0], plan.plan_years[0], series))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_no_errors_in_any_series(name: str) -> None:
    plan = sample(name)
    for series in Series:
        levels = {finding.level for finding in check(plan, evaluated(plan, series))}
        assert Level.ERROR not in levels


@pytest.mark.parametrize("name", SAMPLES)
def test_names_are_composed_and_codes_are_used_once(name: str) -> None:
    units = sample(name).tree.units.values()
    assert all(unicodedata.is_normalized("NFC", unit.name) for unit in units)
    codes = [unit.code for unit in units]
    assert len(set(codes)) == len(codes)
    assert all(unit.kind and unit.level for unit in units)


def test_the_71_communes_stand_under_their_districts_without_invented_counts() -> None:
    plan = sample(COMMUNES)
    districts = plan.tree.children_of("dak-nong")
    assert [len(plan.tree.children_of(district)) for district in districts] == [
        12, 8, 10, 9, 11, 6, 7, 8,
    ]  # fmt: skip
    assert {key.unit for key in plan.tables.observed} == set(districts)


def test_districts_keep_their_figures_until_their_communes_have_some() -> None:
    plan, whole = sample(COMMUNES), sample()
    assert evaluated(plan).row("dak-nong") == evaluated(whole).row("dak-nong")


def test_the_communes_of_lam_dong_stand_right_under_the_province() -> None:
    plan = sample(TWO_LEVELS)
    assert len(plan.tree.children_of("lam-dong")) == 124
    assert not plan.tables.observed
    kinds = {plan.unit(unit).kind for unit in plan.tree.children_of("lam-dong")}
    assert kinds == {"Xã", "Phường", "Đặc khu"}


def test_made_up_counts_say_so_and_add_up_to_the_real_ones() -> None:
    plan = sample(TRAINING)
    assert plan.text(DocumentField.NOTICE) == "Số liệu giả định để tập huấn"
    row, real = evaluated(plan).row("dak-nong"), evaluated(sample()).row("dak-nong")
    assert row[:4] == real[:4]
    for district in plan.tree.children_of("dak-nong"):
        found = assigned(plan, evaluated(plan), district)
        assert found is not None
        assert found.difference == 0


@pytest.mark.parametrize("series", Series)
def test_the_training_sample_has_counts_for_every_series(series: Series) -> None:
    plan = sample(TRAINING)
    assert evaluated(plan, series).row("dak-nong").missing == 0


@pytest.mark.parametrize("name", [COMMUNES, TWO_LEVELS])
def test_samples_without_communes_counts_say_where_to_get_them(name: str) -> None:
    assert "Chưa có số liệu công bố" in sample(name).text(DocumentField.NOTICE)
