"""A window that takes files in, as its user sees and drives it."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTableView

from dnplanner.core.plan import (
    DocumentField,
    DocumentKey,
    Key,
    ObservedKey,
    Plan,
    Scenario,
    ScenarioKey,
    UnitKey,
    Value,
)
from dnplanner.core.series import Measure
from dnplanner.core.territory import find_unit
from dnplanner.core.units import Unit
from dnplanner.models.columns import column_of
from dnplanner.models.document import Document
from dnplanner.storage.samples import sample
from dnplanner.ui.import_dialog import ImportDialog
from dnplanner.ui.main_window import MainWindow
from dnplanner.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from dnplanner.core.entry import Cell
    from dnplanner.storage.logged import LoggedChange

PATIENCE = 20_000
"""Milliseconds that work in threads and processes may take on a busy computer."""

_Dialog = TypeVar("_Dialog", bound=QDialog)


class Intake:
    """The window on a plan, with what a user does to take files in."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        """Drive ``window``."""
        self.window = window
        self.document = window.document
        self.bot = qtbot
        assert window.parts is not None
        self.parts = window.parts

    def figure(self, name: str, cell: Cell) -> str:
        """What the table shows in a cell of a unit."""
        model = self.window.sheet.body_model
        row = model.row_of(find_unit(self.document.plan, name))
        assert row is not None
        return str(model.index(row, column_of(cell)).data())

    def changes(self) -> Sequence[LoggedChange]:
        """The document's history so far."""
        store = self.parts.keeper.store
        assert store is not None
        return store.changes

    def message(self) -> str:
        """What the bar over the table says."""
        bar = self.parts.messages
        return bar.text if bar.isVisible() else ""

    def drop(self, *paths: Path) -> None:
        """Let go of files over the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        plain = Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(200, 200), action, mime, button, plain)
        QApplication.sendEvent(self.window, entering)
        assert entering.isAccepted()
        letting_go = QDropEvent(QPointF(200, 200), action, mime, button, plain)
        QApplication.sendEvent(self.window, letting_go)

    def dialog(self, kind: type[_Dialog]) -> _Dialog:
        """The open dialog of a kind."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1
        return found[0]

    def import_dialog(self, path: Path) -> ImportDialog:
        """Drop a file and wait until it is understood."""
        self.drop(path)
        dialog = self.dialog(ImportDialog)
        self.settle(dialog)
        return dialog

    def settle(self, dialog: ImportDialog) -> None:
        """Until a dialog has nothing more to find out."""
        self.bot.waitUntil(lambda: not dialog.is_busy, timeout=PATIENCE)

    def answer(self, dialog: ImportDialog, text: str) -> None:
        """Click the answer that says ``text`` to the current question."""
        button = next(one for one in dialog.tabs.doubts.answers() if text in one.text())
        self.bot.waitUntil(button.isVisible, timeout=PATIENCE)
        self.click(button)
        self.settle(dialog)

    def click(self, button: QAbstractButton) -> None:
        """Click where the user sees the button."""
        assert button.isVisible(), button.text()
        assert button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def flat_plan(units: int) -> Plan:
    """A plan of many units directly below the whole, each with counts."""
    facts: list[tuple[Key, Value]] = [
        (UnitKey("whole"), Unit("Toàn tỉnh", None, 0, "Tỉnh", "province")),
        (ScenarioKey("pa-1"), Scenario("Phương án 1", 0)),
        (DocumentKey(DocumentField.BASE_YEAR), 2023),
        (DocumentKey(DocumentField.LAST_YEAR), 2024),
    ]
    for at in range(units):
        unit = f"unit-{at}"
        facts += [
            (UnitKey(unit), Unit(f"Xã số {at + 1}", "whole", at, "Xã", "commune")),
            (ObservedKey(unit, 2023, Measure.HOUSEHOLDS), 1000 + at),
            (ObservedKey(unit, 2023, Measure.POOR), 100),
        ]
    return Plan.of(facts)


def texts(view: QTableView) -> list[list[str]]:
    """All that a table shows."""
    model = view.model()
    columns = range(model.columnCount())
    return [
        [str(model.index(row, column).data()) for column in columns]
        for row in range(model.rowCount())
    ]


def column(view: QTableView, at: int) -> Sequence[str]:
    """What one column of a table shows."""
    return [line[at] for line in texts(view)]


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written into the real user's folder."""
    monkeypatch.setenv("DNPLANNER_HOME", str(tmp_path / "home"))


@pytest.fixture
def open_intake(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Plan], Intake]]:
    """Opens windows on plans, complete and kept; closes them after the test."""
    windows: list[MainWindow] = []

    def show(plan: Plan) -> Intake:
        settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Document(plan), Preferences(settings))
        windows.append(window)
        window.show()
        window.complete()
        assert window.parts is not None
        window.parts.files.opening.keep(plan)
        keeper = window.parts.keeper
        qtbot.waitUntil(lambda: keeper.store is not None, timeout=PATIENCE)
        return Intake(window, qtbot)

    yield show
    for window in windows:
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        window.document.undo_stack.setClean()
        assert window.close()
        window.deleteLater()
        window.document.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture
def intake(open_intake: Callable[[Plan], Intake]) -> Intake:
    """The window on the sample plan."""
    return open_intake(sample())
