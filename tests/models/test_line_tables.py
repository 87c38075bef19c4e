"""Tables of lines: what they show, and that they are legal models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dnplanner.models.line_tables import LineTable

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

LINES = [("Tuy Đức", "1.400"), ("Đắk Song", "140")]
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def table() -> LineTable:
    made = LineTable(("Đơn vị", "Số hộ"), tuple, frozenset({1}))
    made.show_lines(LINES)
    return made


def test_the_model_is_legal_also_when_other_lines_come(qtmodeltester: ModelTester) -> None:
    model = table()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]  # pytest-qt leaves it untyped
    model.show_lines([])
    model.show_lines(LINES[:1])


def test_a_line_is_shown_by_its_texts_which_are_tips_too() -> None:
    model = table()
    index = model.index(1, 0)
    assert [model.data(index), model.data(index, Qt.ItemDataRole.ToolTipRole)] == ["Đắk Song"] * 2
    assert model.line(1) == LINES[1]


def test_figures_and_their_headings_stand_to_the_right() -> None:
    model = table()
    role, across = Qt.ItemDataRole.TextAlignmentRole, Qt.Orientation.Horizontal
    assert model.data(model.index(0, 1), role) == int(RIGHT)
    assert model.data(model.index(0, 0), role) is None
    assert model.headerData(1, across, role) == int(RIGHT)
    assert model.headerData(0, across) == "Đơn vị"


def test_lines_have_nothing_below_them() -> None:
    model = table()
    assert (model.rowCount(), model.columnCount()) == (2, 2)
    below = model.index(0, 0)
    assert (model.rowCount(below), model.columnCount(below)) == (0, 0)
