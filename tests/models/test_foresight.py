"""What was made elsewhere is shown as if the document had made it, for its own plan only."""

from __future__ import annotations

import pytest

from dnplanner.core.edits import edit_of
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.plan import ObservedKey
from dnplanner.core.scenarios import duplicate_scenario
from dnplanner.core.series import Measure, Series
from dnplanner.models import foresight
from dnplanner.models.document import Document
from dnplanner.models.foresight import charted, foresee, foresee_edit
from dnplanner.storage.samples import sample


@pytest.fixture
def document(monkeypatch: pytest.MonkeyPatch) -> Document:
    """The sample, counted as a plan of many units."""
    monkeypatch.setattr(foresight, "MANY", 2)
    return Document(sample())


def test_a_question_of_many_units_is_quick_once_everything_about_it_is_known(
    document: Document,
) -> None:
    wanted = document.question._replace(series=Series.NEAR_POOR)
    assert not document.is_quick(wanted)
    document.take(foresee(document.plan, wanted, document.known_questions))
    assert document.is_quick(wanted)
    document.show_question(wanted)
    assert dict(document.evaluation.rows) == dict(Evaluation(document.plan, wanted).rows)


def test_small_plans_are_always_quick() -> None:
    document = Document(sample())
    assert document.is_quick(document.question._replace(series=Series.DTTS_POOR))


def test_what_was_made_goes_on_with_the_edits_that_follow(document: Document) -> None:
    document.take(foresee(document.plan, document.question))
    before = document.finding_counts
    key = ObservedKey("tuy-duc", 2023, Measure.POOR)
    document.perform(edit_of(document.plan, "enter", {key: 3_000}))
    fresh = Document(document.plan)
    assert dict(document.evaluation.rows) == dict(fresh.evaluation.rows)
    assert list(document.findings) == list(fresh.findings)
    assert document.finding_counts == fresh.finding_counts
    document.undo_stack.undo()
    assert document.finding_counts == before


def test_what_was_made_for_another_plan_is_forgotten(document: Document) -> None:
    wanted = document.question._replace(series=Series.NEAR_POOR)
    late = foresee(document.plan, wanted)
    key = ObservedKey("tuy-duc", 2023, Measure.POOR)
    document.perform(edit_of(document.plan, "enter", {key: 3_000}))
    document.take(late)
    assert not document.is_quick(wanted)


def test_what_is_expected_is_there_when_its_plan_is_opened(document: Document) -> None:
    plan = sample("tap-huan")
    other = Document(plan)
    made = foresee(plan, other.question)
    document.expect(made)
    document.replace(plan, None)
    assert document.evaluation is made.evaluations[other.question]
    assert document.known_questions >= set(charted(plan, other.question))
    assert list(document.findings) == list(other.findings)


def test_a_foreseen_edit_of_another_scenario_shows_that_one(document: Document) -> None:
    first = document.question
    edit = duplicate_scenario(document.plan, first.scenario, "thap", "PA 2")
    seen = foresee_edit(document.plan, edit, first)
    document.perform(edit, foreseen=seen)
    assert document.plan is seen.made.plan
    assert document.question == first._replace(scenario="thap")
    back = foresee_edit(document.plan, edit.inverse(), document.question)
    document.step(back=True, foreseen=back)
    assert document.plan is back.made.plan
    assert document.question == first
    assert list(document.findings) == list(Document(document.plan).findings)


def test_what_was_foreseen_from_another_plan_does_not_count(document: Document) -> None:
    key = ObservedKey("tuy-duc", 2023, Measure.POOR)
    edit = edit_of(document.plan, "enter", {key: 3_000})
    late = foresee_edit(document.plan, edit, document.question)
    other = ObservedKey("krong-no", 2023, Measure.POOR)
    document.perform(edit_of(document.plan, "enter", {other: 700}))
    document.perform(edit, foreseen=late)
    assert document.plan is not late.made.plan
    assert document.plan.tables.observed[other] == 700
    assert document.plan.tables.observed[key] == 3_000
