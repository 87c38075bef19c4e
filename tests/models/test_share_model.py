"""The table of the sharing dialog: what is asked at the left, what comes of it at the right."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from dnplanner.core.plan import Pinned, Target
from dnplanner.core.sharing import Weighting
from dnplanner.models.document import Document
from dnplanner.models.share_columns import Place
from dnplanner.models.share_model import ShareModel
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TUY_DUC, GIA_NGHIA, TOTAL = 5, 7, 8
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    del qtbot
    return Document(sample())


@pytest.fixture
def model(document: Document) -> ShareModel:
    made = ShareModel(document, "dak-nong", document)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def shown(model: ShareModel, row: int, place: Place) -> str:
    return str(model.index(row, place).data())


def column(model: ShareModel, place: Place) -> list[str]:
    return [shown(model, row, place) for row in range(TOTAL)]


def lock(model: ShareModel, row: int) -> None:
    assert model.setData(model.index(row, Place.LOCK), Qt.CheckState.Checked, CHECK)


def share_3415(model: ShareModel) -> None:
    model.set_total(Target(Pinned.REDUCTION, Fraction(3415)))


def test_the_goal_from_above_is_the_first_proposal(model: ShareModel) -> None:
    assert model.demand.total == Target(Pinned.POINTS, Fraction(2))
    assert shown(model, TOTAL, Place.AFTER) == "3.361"


def test_3415_households_by_poor_are_the_known_shares(model: ShareModel) -> None:
    share_3415(model)
    assert column(model, Place.AFTER) == [
        "289", "313", "181", "229", "181", "1.210", "978", "34",
    ]  # fmt: skip
    assert shown(model, TOTAL, Place.AFTER) == "3.415"


def test_each_row_says_what_is_planned_now_and_what_differs(model: ShareModel) -> None:
    share_3415(model)
    assert [shown(model, 0, place) for place in (Place.BEFORE, Place.DIFFERENCE)] == ["150", "+139"]
    assert shown(model, TUY_DUC, Place.DIFFERENCE) == "−190"
    assert shown(model, TOTAL, Place.DIFFERENCE) == "0"


def test_rates_are_those_after_sharing(model: ShareModel) -> None:
    share_3415(model)
    assert shown(model, TOTAL, Place.RATE) == "3,15"
    assert shown(model, TUY_DUC, Place.RATE) == "11,38"


def test_a_locked_row_keeps_its_number_and_the_others_make_up_for_it(model: ShareModel) -> None:
    share_3415(model)
    lock(model, TUY_DUC)
    lock(model, GIA_NGHIA)
    after = column(model, Place.AFTER)
    assert (after[TUY_DUC], after[GIA_NGHIA]) == ("1.400", "25")
    assert sum(int(text.replace(".", "")) for text in after) == 3415


def test_a_number_typed_as_result_locks_the_row_to_it(model: ShareModel) -> None:
    assert model.setData(model.index(0, Place.AFTER), "200")
    assert model.is_locked(0)
    assert shown(model, 0, Place.AFTER) == "200"
    assert shown(model, 0, Place.REASON) == "đã khóa"


def test_unlocking_lets_the_row_follow_again(model: ShareModel) -> None:
    share_3415(model)
    lock(model, 0)
    assert model.setData(model.index(0, Place.LOCK), Qt.CheckState.Unchecked, CHECK)
    assert shown(model, 0, Place.AFTER) == "289"


def test_a_floor_lifts_and_a_cap_holds_down(model: ShareModel) -> None:
    share_3415(model)
    assert model.setData(model.index(0, Place.FLOOR), "500")
    assert model.setData(model.index(TUY_DUC, Place.CAP), "1.000")
    assert shown(model, 0, Place.AFTER) == "500"
    assert shown(model, TUY_DUC, Place.AFTER) == "1.000"
    assert shown(model, 0, Place.REASON) == "nâng lên mức ít nhất"


def test_an_emptied_floor_is_no_floor(model: ShareModel) -> None:
    share_3415(model)
    model.setData(model.index(0, Place.FLOOR), "500")
    assert model.setData(model.index(0, Place.FLOOR), "")
    assert shown(model, 0, Place.AFTER) == "289"


def test_every_share_is_explained_in_a_sentence(model: ShareModel) -> None:
    share_3415(model)
    assert model.reason(0).startswith("Krông Nô: Phần tính được 289,03 hộ")
    assert all(model.reason(row).endswith(".") for row in range(TOTAL))


def test_the_users_own_weights_are_pasted_as_a_column(model: ShareModel) -> None:
    model.set_weighting(Weighting.COLUMN)
    model.set_total(Target(Pinned.REDUCTION, Fraction(300)))
    assert model.take_column(0, Place.WEIGHT, ["1", "0,5"]) is None
    assert column(model, Place.AFTER) == ["200", "100", *["0"] * 6]


def test_weights_that_leave_no_room_say_by_how_many_households(model: ShareModel) -> None:
    model.set_weighting(Weighting.COLUMN)
    share_3415(model)
    assert model.take_column(0, Place.WEIGHT, ["1", "1"]) is None
    refusal = model.demand.refusal
    assert refusal is not None
    assert refusal.params["by"] == 3415 - 748 - 811


def test_a_pasted_column_with_a_bad_number_changes_nothing(model: ShareModel) -> None:
    assert model.take_column(0, Place.FLOOR, ["10", "mười"]) is not None
    assert column(model, Place.FLOOR) == [""] * TOTAL


def test_what_cannot_be_shows_no_result_rather_than_an_old_one(model: ShareModel) -> None:
    model.set_total(Target(Pinned.REDUCTION, Fraction(9000)))
    assert model.demand.refusal is not None
    assert column(model, Place.AFTER) == ["–"] * TOTAL


def test_asking_changes_no_plan_until_its_edit_is_performed(
    document: Document, model: ShareModel
) -> None:
    before = document.plan
    share_3415(model)
    assert document.plan is before
    document.perform(model.demand.edit(keep=False))
    assert document.evaluation.row("krong-no").reduction == 289
    assert document.undo_stack.count() == 1


def test_a_kept_total_is_assigned_to_the_parent(document: Document, model: ShareModel) -> None:
    share_3415(model)
    document.perform(model.demand.edit(keep=True))
    target = document.plan.target("pa-1", "dak-nong", 2024, document.question.series)
    assert target == Target(Pinned.REDUCTION, Fraction(3415))
    assert document.total.reduction == 3415


def test_the_total_row_cannot_be_typed_into(model: ShareModel) -> None:
    for place in Place:
        index = model.index(TOTAL, place)
        assert not index.flags() & Qt.ItemFlag.ItemIsEditable
        assert not model.setData(index, "1")
