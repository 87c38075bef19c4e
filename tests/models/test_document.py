"""The open document: one door for changes, one signal for what they changed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from dnplanner.core.entry import Cell, enter
from dnplanner.core.errors import NotFound
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.plan import Growth, GrowthKind
from dnplanner.core.scenarios import delete_scenario, duplicate_scenario, set_growth
from dnplanner.core.series import Measure
from dnplanner.core.territory import find_unit, rename_unit
from dnplanner.models.document import Document, PlanChange
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit


class Witness(QObject):
    """Writes down what a document tells."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.changes: list[PlanChange] = []
        self.questions = 0
        document.plan_changed.connect(self.on_plan_changed)
        document.question_changed.connect(self.on_question_changed)

    def on_plan_changed(self, change: PlanChange) -> None:
        self.changes.append(change)

    def on_question_changed(self) -> None:
        self.questions += 1


@pytest.fixture
def document(qapp: QObject) -> Document:
    return Document(sample())


def typed(document: Document, name: str, reduction: int) -> Edit:
    unit = find_unit(document.plan, name)
    return enter(document.plan, document.evaluation, unit, Cell.REDUCTION, Fraction(reduction))


def test_a_change_names_just_the_rows_that_differ(document: Document) -> None:
    witness = Witness(document)
    document.perform(typed(document, "Tuy Đức", 1350))
    (change,) = witness.changes
    assert change.units == {find_unit(document.plan, "Tuy Đức"), document.plan.tree.root}
    assert not change.territory
    assert not change.scenarios
    assert document.total.reduction == 3365


def test_an_edit_that_changes_nothing_leaves_no_step(document: Document) -> None:
    witness = Witness(document)
    document.perform(typed(document, "Tuy Đức", 1400))
    assert document.undo_stack.count() == 0
    assert witness.changes == []


def test_undo_and_redo_are_changes_like_any_other(document: Document) -> None:
    before = document.plan
    witness = Witness(document)
    document.perform(typed(document, "Tuy Đức", 1350))
    after = document.plan
    document.undo_stack.undo()
    assert document.plan.tables == before.tables
    document.undo_stack.redo()
    assert document.plan.tables == after.tables
    assert len(witness.changes) == 3


def test_findings_follow_a_change_and_its_undo(document: Document) -> None:
    first = document.findings[0]
    assert first.fix is not None
    document.perform(first.fix)
    assert first not in document.findings
    assert document.findings_on(first.unit) == ()
    document.undo_stack.undo()
    assert document.findings[0] == first


def test_every_scenario_asked_for_is_followed(document: Document) -> None:
    plan = document.plan
    document.perform(duplicate_scenario(plan, document.question.scenario, "copy", "Khác"))
    first = document.plan.outline.scenarios[0]
    other = document.evaluation_of(document.question._replace(scenario="copy"))
    assert document.question.scenario == "copy"
    growth = Growth(GrowthKind.HOUSEHOLDS, Fraction(300))
    document.perform(set_growth(document.plan, "copy", Measure.HOUSEHOLDS, growth))
    root = document.plan.tree.root
    assert other.row(root).households_end == 170550 + 8 * 300
    document.show_question(document.question._replace(scenario=first))
    assert document.total.households_end == 172150


def test_a_deleted_scenario_is_not_shown_any_longer(document: Document) -> None:
    first = document.question.scenario
    document.perform(duplicate_scenario(document.plan, first, "copy", "Khác"))
    witness = Witness(document)
    document.perform(delete_scenario(document.plan, "copy"))
    assert document.question.scenario == first
    assert witness.questions == 1
    assert witness.changes[0].scenarios


def test_a_change_elsewhere_is_shown_where_it_happens(document: Document) -> None:
    first = document.question.scenario
    document.perform(duplicate_scenario(document.plan, first, "copy", "Khác"))
    document.perform(typed(document, "Tuy Đức", 1000))
    document.show_question(document.question._replace(scenario=first))
    document.undo_stack.undo()
    assert document.question.scenario == "copy"


def test_another_name_is_a_change_of_territory(document: Document) -> None:
    witness = Witness(document)
    unit = find_unit(document.plan, "Tuy Đức")
    document.perform(rename_unit(document.plan, unit, "Tuy Đức mới"))
    assert witness.changes[0].territory


def test_an_unknown_scenario_is_not_shown(document: Document) -> None:
    before = document.question
    with pytest.raises(NotFound):
        document.show_question(document.question._replace(scenario="unknown"))
    assert document.question == before


def test_another_plan_takes_the_place_of_this_one(document: Document) -> None:
    document.perform(typed(document, "Tuy Đức", 1350))
    document.replace(sample(), None)
    assert document.undo_stack.count() == 0
    assert document.total.reduction == 3415


def test_an_edit_that_fails_halfway_is_rolled_back(
    document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    before = document.plan
    document.perform(typed(document, "Krông Nô", 153))
    assert document.evaluation is not None
    edit = typed(document, "Tuy Đức", 1350)
    with monkeypatch.context() as patched:
        patched.setattr(Evaluation, "follow", fail)
        with pytest.raises(ZeroDivisionError):
            document.perform(edit)
    assert document.total.reduction == 3418
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.plan.tables == before.tables
