"""The sample that comes with the program is the appendix, with the province's history."""

from __future__ import annotations

import json

import pytest

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import Nature, Plan
from dnplanner.core.series import Series
from dnplanner.paths import resources
from dnplanner.storage.codec import encode_facts
from dnplanner.storage.samples import SAMPLE, sample
from tests.core.plans import APPENDIX, WHOLE


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample()


def test_the_sample_has_all_rows_of_the_appendix(plan: Plan) -> None:
    scenario = plan.outline.scenarios[0]
    evaluation = Evaluation(plan, Question(scenario, 2024, Series.POOR))
    names = {unit.name: identifier for identifier, unit in plan.tree.units.items()}
    for name, printed in APPENDIX.items():
        unit = plan.tree.root if name == WHOLE else names[name]
        assert evaluation.row(unit)[:4] == (
            printed.households_start,
            printed.poor_start,
            printed.households_end,
            printed.poor_end,
        )


def test_the_districts_stand_in_the_order_of_the_appendix(plan: Plan) -> None:
    names = [plan.unit(unit).name for unit in plan.tree.children_of(plan.tree.root)]
    assert names == [name for name in APPENDIX if name != WHOLE]


def test_every_printed_figure_of_the_past_names_its_source_and_standard(plan: Plan) -> None:
    printed = list(plan.tables.printed.items())
    assert printed
    for key, figure in printed:
        assert figure.source, key
        assert key.standard or key.nature is Nature.PLAN, key
        assert key.unit in plan.tree.units


def test_the_sample_says_what_it_is(plan: Plan) -> None:
    assert plan.base_year == 2023
    assert 2024 in plan.plan_years
    assert plan.outline.goals


def test_the_sample_is_written_as_the_program_writes_it(plan: Plan) -> None:
    path = resources() / "samples" / f"{SAMPLE}.json"
    assert json.loads(path.read_text(encoding="utf-8")) == encode_facts(plan)
