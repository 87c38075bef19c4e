"""The cells of a file as the preview shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dnplanner.exchange.grid import GridCell, Kind, Sheet
from dnplanner.models.grid_preview import SHOWN_ROWS, GridPreview, Marks, cell_shown

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester

ACROSS = Qt.Orientation.Horizontal
BACKGROUND, FOREGROUND, TIP = (
    Qt.ItemDataRole.BackgroundRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.ToolTipRole,
)


def sheet(rows: int = 3) -> Sheet:
    lines = [(GridCell(Kind.TEXT, f"Xã {at}"), GridCell(Kind.NUMBER, at)) for at in range(rows)]
    return Sheet("S", list(lines), hidden_rows=frozenset({2}))


@pytest.fixture
def preview() -> GridPreview:
    model = GridPreview()
    model.set_colours("#ffeeaa", "#aaffaa", "#888888")
    return model


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (GridCell(Kind.NUMBER, 19775), "19.775"),
        (GridCell(Kind.NUMBER, 3.7826, "0.00"), "3,78"),
        (GridCell(Kind.NUMBER, 0.0378, "0.00%"), "3,78 %"),
        (GridCell(Kind.NUMBER, 19.775), "19,775"),
        (GridCell(Kind.NUMBER, 0.1 + 0.2), "0,300000"),
        (GridCell(Kind.TEXT, " 19.775 "), "19.775"),
        (GridCell(Kind.DATE, "2024-05-03"), "03/05/2024"),
        (GridCell(Kind.ERROR, "#DIV/0!"), "#DIV/0!"),
        (GridCell(Kind.UNCACHED, "=A1"), "…"),
    ],
)
def test_a_cell_reads_as_in_a_vietnamese_spreadsheet(cell: GridCell, text: str) -> None:
    assert cell_shown(cell) == text


def test_the_model_is_a_legal_table(preview: GridPreview, qtmodeltester: ModelTester) -> None:
    preview.show_sheet(sheet(), 2, Marks())
    qtmodeltester.check(preview)  # type: ignore[no-untyped-call]  # pytest-qt has no types here


def test_numbers_stand_to_the_right_and_texts_do_not(preview: GridPreview) -> None:
    preview.show_sheet(sheet(), 2, Marks())
    role = Qt.ItemDataRole.TextAlignmentRole
    assert preview.index(0, 0).data(role) is None
    assert Qt.AlignmentFlag(preview.index(0, 1).data(role)) & Qt.AlignmentFlag.AlignRight


def test_open_and_decided_places_have_colours_and_reasons(preview: GridPreview) -> None:
    marks = Marks({1: "hộ nghèo"}, {(0, 1): "không phải là số"}, frozenset({(1, 1)}))
    preview.show_sheet(sheet(), 2, marks)
    assert preview.index(0, 1).data(BACKGROUND).color().name() == "#ffeeaa"
    assert preview.index(0, 1).data(TIP) == "không phải là số"
    assert preview.index(1, 1).data(BACKGROUND).color().name() == "#aaffaa"


def test_what_is_hidden_or_not_taken_is_faint(preview: GridPreview) -> None:
    preview.show_sheet(sheet(), 2, Marks({1: "hộ nghèo"}))
    assert preview.index(0, 0).data(FOREGROUND) is not None
    assert preview.index(0, 1).data(FOREGROUND) is None
    assert preview.index(2, 1).data(FOREGROUND) is not None


def test_columns_say_what_they_are_taken_for(preview: GridPreview) -> None:
    preview.show_sheet(sheet(), 2, Marks({1: "hộ nghèo"}))
    assert preview.headerData(1, ACROSS) == "B\nhộ nghèo"


def test_a_question_far_down_moves_the_rows_shown(preview: GridPreview) -> None:
    preview.show_sheet(sheet(5_000), 2, Marks())
    assert preview.rowCount() == SHOWN_ROWS
    row = preview.bring(4_000)
    assert preview.index(row, 0).data() == "Xã 4000"
    assert preview.headerData(row, Qt.Orientation.Vertical) == "4001"
    assert preview.sheet_row(row) == 4_000
