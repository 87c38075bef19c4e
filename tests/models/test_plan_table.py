"""The table's item model, held to the rules of Qt while everything changes under it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from dnplanner.core.entry import Cell, enter
from dnplanner.core.plan import Pinned, Plan
from dnplanner.core.territory import add_unit, find_unit, move_unit, remove_unit, rename_unit
from dnplanner.core.units import Unit
from dnplanner.models.columns import COLUMNS, NAME, ORDINAL, column_of
from dnplanner.models.document import Document
from dnplanner.models.plan_table import PlanTableModel
from dnplanner.storage.samples import sample
from tests.core.plans import ROOT, more_households, plan_of, reviewed, targeted

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

DISPLAY = Qt.ItemDataRole.DisplayRole


def tree_plan() -> Plan:
    return plan_of(
        more_households(10),
        reviewed("a1", 500, 50),
        reviewed("a2", 300, 60),
        reviewed("B", 1000, 100),
        targeted("a1", Pinned.REDUCTION, 5),
        parents={"A": ROOT, "a1": "A", "a2": "A", "B": ROOT, "b1": "B"},
    )


def body(document: Document) -> PlanTableModel:
    return PlanTableModel(document, whole=False, parent=document)


def column(model: PlanTableModel, place: int) -> list[str]:
    return [str(model.index(row, place).data(DISPLAY)) for row in range(model.rowCount())]


def test_the_models_stay_legal_while_everything_changes(
    qtmodeltester: ModelTester, qtbot: QtBot
) -> None:
    document = Document(tree_plan())
    models = [body(document), PlanTableModel(document, whole=True, parent=document)]
    for model in models:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
    table = models[0]
    plan = document.plan
    document.perform(enter(plan, document.evaluation, "B", Cell.REDUCTION, Fraction(7)))
    table.toggle("A")
    table.toggle("B")
    document.perform(add_unit(document.plan, "new", Unit("Xã mới", ROOT, 0)))
    document.perform(add_unit(document.plan, "a3", Unit("Xã a3", "A", 0)))
    document.perform(move_unit(document.plan, "a3", -2))
    document.perform(rename_unit(document.plan, "a1", "Xã khác"))
    document.perform(remove_unit(document.plan, "A"))
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    table.toggle("B")
    document.replace(sample(), None)
    for model in models:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped


def test_units_are_numbered_among_their_siblings(qtbot: QtBot) -> None:
    model = body(Document(tree_plan()))
    model.toggle("A")
    assert column(model, NAME) == ["Xã A", "Xã a1", "Xã a2", "Xã B"]
    assert column(model, ORDINAL) == ["01", "01", "02", "02"]
    assert [model.look(row, NAME).depth for row in range(4)] == [0, 1, 1, 0]


def test_an_open_district_stays_open_when_units_change(qtbot: QtBot) -> None:
    document = Document(tree_plan())
    model = body(document)
    model.toggle("A")
    document.perform(add_unit(document.plan, "C", Unit("Xã C", ROOT, 0)))
    assert column(model, NAME) == ["Xã A", "Xã a1", "Xã a2", "Xã B", "Xã C"]


def test_a_removed_district_takes_its_communes_along(qtbot: QtBot) -> None:
    document = Document(tree_plan())
    model = body(document)
    model.toggle("A")
    document.perform(remove_unit(document.plan, "A"))
    assert column(model, NAME) == ["Xã B"]
    document.undo_stack.undo()
    assert column(model, NAME)[0] == "Xã A"


def test_a_unit_without_figures_shows_dashes_and_edits_as_empty(qtbot: QtBot) -> None:
    model = body(Document(tree_plan()))
    model.toggle("B")
    row = model.row_of("b1")
    assert row is not None
    place = column_of(Cell.HOUSEHOLDS_START)
    assert model.index(row, place).data(DISPLAY) == "–"
    assert model.index(row, place).data(Qt.ItemDataRole.EditRole) == ""


@pytest.mark.parametrize(
    ("unit", "cell", "editable"),
    [
        ("B", Cell.REDUCTION, True),
        ("B", Cell.RATE_START, False),
        ("A", Cell.REDUCTION, True),
        ("A", Cell.POOR_START, False),
        ("A", None, True),
    ],
)
def test_only_what_can_be_typed_is_editable(
    qtbot: QtBot, unit: str, cell: Cell | None, editable: bool
) -> None:
    model = body(Document(tree_plan()))
    row = model.row_of(unit)
    assert row is not None
    index = model.index(row, NAME if cell is None else column_of(cell))
    assert bool(index.flags() & Qt.ItemFlag.ItemIsEditable) is editable


def test_a_refused_value_changes_nothing_and_is_told(qtbot: QtBot) -> None:
    document = Document(sample())
    model = body(document)
    before = document.plan
    with qtbot.waitSignal(model.refused) as told:
        assert not model.setData(model.index(0, column_of(Cell.REDUCTION)), "abc")
    assert told.args is not None
    assert told.args[1].code == "not_a_number"
    assert document.plan is before


def test_an_edit_tells_of_no_row_but_the_one_that_changed(qtbot: QtBot) -> None:
    document = Document(sample())
    model = body(document)
    ranges: list[tuple[int, int]] = []

    def note(first: QModelIndex, last: QModelIndex, _roles: object) -> None:
        ranges.append((first.row(), last.row()))

    model.dataChanged.connect(note)
    unit = find_unit(document.plan, "Tuy Đức")
    document.perform(
        enter(document.plan, document.evaluation, unit, Cell.REDUCTION, Fraction(1350))
    )
    assert set(ranges) == {(5, 5)}


def test_headings_are_those_of_the_official_appendix(qtbot: QtBot) -> None:
    model = body(Document(sample()))
    words = [
        model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        for place in range(len(COLUMNS))
    ]
    assert words[0] == "Stt"
    assert words[2] == "Kết quả rà soát cuối năm 2023 · Tổng số hộ"
    assert words[9] == "Kế hoạch năm 2024 · Tỷ lệ cuối năm (%)"


def test_a_screen_reader_hears_unit_column_value_and_finding(qtbot: QtBot) -> None:
    model = body(Document(sample()))
    said = model.index(2, column_of(Cell.POINTS)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Đắk Mil, Giảm (điểm %), 0,4, Đắk Mil: ")
    assert said.endswith("Thiếu 10 hộ.")
