"""The window is built around its table in stages, between which it answers its user."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.entry import Cell
from dnplanner.models.columns import column_of
from dnplanner.models.document import Document
from dnplanner.storage.samples import sample
from dnplanner.ui.main_window import MainWindow
from tests.ui.driving import settle_down

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from dnplanner.ui.preferences import Preferences

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # offscreen has no window manager


@pytest.fixture
def window(looks: QApplication, preferences: Preferences) -> Iterator[MainWindow]:
    made = MainWindow(Document(sample()), preferences)
    made.show()
    yield made
    made.complete()
    made.document.undo_stack.setClean()
    made.close()
    made.deleteLater()
    made.document.deleteLater()
    settle_down()


def test_a_value_typed_between_two_stages_is_kept(window: MainWindow) -> None:
    model = window.sheet.body_model
    index = model.index(0, column_of(Cell.REDUCTION))
    assert window.complete_further()
    model.setData(index, "120")
    while window.complete_further():
        assert window.parts is None, "the parts are there once all of them are"
    assert window.parts is not None
    assert model.data(index) == "120"
    assert window.isWindowModified()


def test_findings_are_marked_once_the_table_is_painted(window: MainWindow) -> None:
    model = window.sheet.body_model
    row = model.row_of("dak-mil")
    assert row is not None
    place = row, column_of(Cell.POINTS)
    assert model.look(*place).finding is None
    window.complete()
    assert model.look(*place).finding is not None
