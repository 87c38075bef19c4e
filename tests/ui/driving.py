"""A window as its user drives it: keys and clicks in, what can be read on the screen out."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QWidget,
)

from dnplanner.core.territory import find_unit
from dnplanner.models.columns import COLUMNS, NAME, column_of
from dnplanner.models.wording import whole_name
from dnplanner.ui.caption import Caption, Line
from dnplanner.ui.finding_row import FindingRow
from dnplanner.ui.refusal_tip import RefusalTip
from dnplanner.ui.starting import Starting

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dnplanner.core.entry import Cell
    from dnplanner.models.document import Document
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.sheet_view import SheetView
    from dnplanner.ui.window_parts import WindowParts

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier

_Widget = TypeVar("_Widget", bound=QWidget)


def _key_of(character: str) -> int:
    """The key that writes a character; those beyond ASCII come from an input method."""
    return ord(character.upper()) if character.isascii() else int(Key.Key_unknown)


def words_of(widget: QWidget) -> tuple[str, ...]:
    """What is read in a piece of the panel."""
    if isinstance(widget, Line):
        return widget.words, widget.figure
    if isinstance(widget, FindingRow):
        return (widget.words,)
    return (widget.text(),) if isinstance(widget, QLabel | Caption) else ()


def settle_down() -> None:
    """Let everything happen that is waiting to happen."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def until(condition: Callable[[], bool]) -> None:
    """Let everything happen until ``condition`` holds; fails when it never does."""
    given_up = monotonic() + 20
    while not condition():
        settle_down()
        assert monotonic() < given_up, "it never happened"


class Driver:
    """Drives one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def document(self) -> Document:
        return self.window.document

    @property
    def parts(self) -> WindowParts:
        assert self.window.parts is not None
        return self.window.parts

    @property
    def body(self) -> SheetView:
        return self.window.sheet.body

    # The table

    def unit(self, name: str) -> str:
        return find_unit(self.document.plan, name)

    def go_to(self, name: str, cell: Cell | None) -> None:
        """Click a cell of a unit (None: its name)."""
        column = NAME if cell is None else column_of(cell)
        row = self.window.sheet.body_model.row_of(self.unit(name))
        assert row is not None, f"{name} is not in view"
        index = self.body.model().index(row, column)
        self.body.scrollTo(index)
        place = self.body.visualRect(index).center()
        QTest.mouseClick(self.body.viewport(), Qt.MouseButton.LeftButton, PLAIN, place)

    def go_to_by_keys(self, name: str, cell: Cell) -> None:
        """Reach a cell with Home and the arrows, wherever it is scrolled to."""
        row = self.window.sheet.body_model.row_of(self.unit(name))
        assert row is not None
        self.go_to(self.names()[0], None)
        for _ in range(row):
            self.press(Key.Key_Down)
        for _ in range(column_of(cell) - NAME):
            self.press(Key.Key_Right)

    def text(self, name: str, cell: Cell | None) -> str:
        """What a cell of a unit shows; the whole by its name on the screen."""
        column = NAME if cell is None else column_of(cell)
        sheet = self.window.sheet
        if name == whole_name(self.document.plan):
            return str(sheet.total_model.index(0, column).data())
        row = sheet.body_model.row_of(self.unit(name))
        assert row is not None, f"{name} is not in view"
        return str(sheet.body_model.index(row, column).data())

    def row(self, name: str) -> list[str]:
        """All that a row shows, without number and name."""
        return [self.text(name, column.cell) for column in COLUMNS if column.cell is not None]

    def names(self) -> list[str]:
        """The names in the table, from top to bottom."""
        model = self.window.sheet.body_model
        return [str(model.index(row, NAME).data()) for row in range(model.rowCount())]

    def pinned(self, name: str) -> list[Cell]:
        """The cells of a unit that carry the dot."""
        model = self.window.sheet.body_model
        row = model.row_of(self.unit(name))
        assert row is not None
        cells = ((place, column.cell) for place, column in enumerate(COLUMNS))
        return [cell for place, cell in cells if cell and model.look(row, place).pinned]

    def current(self) -> tuple[str, Cell | None]:
        """The unit's name and the cell where the table stands."""
        index = self.body.currentIndex()
        unit = self.window.sheet.body_model.unit_at(index.row())
        return self.document.plan.unit(unit).name, COLUMNS[index.column()].cell

    def select(self, first: tuple[str, Cell], last: tuple[str, Cell]) -> None:
        """Click one corner of a block, shift-click the other."""
        self.go_to(*first)
        row = self.window.sheet.body_model.row_of(self.unit(last[0]))
        assert row is not None
        place = self.body.visualRect(self.body.model().index(row, column_of(last[1]))).center()
        QTest.mouseClick(self.body.viewport(), Qt.MouseButton.LeftButton, SHIFT, place)

    # The keyboard

    def press(self, key: Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key, modifiers)
        settle_down()

    def write(self, text: str, key: Key | None = None) -> None:
        """Type where the focus is, character by character, then press ``key``."""
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, _key_of(character), PLAIN, character)
                QApplication.sendEvent(self.focus(), event)
        if key is not None:
            self.press(key)

    def enter(self, name: str, cell: Cell | None, text: str, key: Key = Key.Key_Return) -> None:
        """Go to a cell and type a value, closed by ``key``."""
        self.go_to(name, cell)
        if not text:
            self.press(Key.Key_F2)
            self.press(Key.Key_Delete)
            self.press(key)
            return
        self.write(text, key)

    def focus(self) -> QWidget:
        if QApplication.focusWidget() is None:
            # A window manager would have gone back to the window when its dialog was closed.
            open_now: list[QWidget] = [self.window, *self.dialogs()]
            open_now[-1].activateWindow()
            settle_down()
        return QApplication.focusWidget() or self.window

    # What is said

    def editor(self) -> QLineEdit | None:
        """The open editor of a cell."""
        found = [
            editor for editor in self.body.viewport().findChildren(QLineEdit) if editor.isVisible()
        ]
        return found[0] if found else None

    def refusal(self) -> str:
        """The reason shown under an editor; empty when there is none."""
        settle_down()
        tips = [tip for tip in self.window.findChildren(RefusalTip) if tip.isVisible()]
        return tips[0].text() if tips else ""

    def message(self) -> str:
        """What the bar over the table says; empty when it is hidden."""
        bar = self.parts.messages
        return bar.text if bar.isVisible() else ""

    def panel_texts(self) -> list[str]:
        """All visible words in the panel, from top to bottom."""
        shown = [each for each in self.parts.panel.findChildren(QWidget) if each.isVisible()]
        return [text for each in shown for text in words_of(each) if text]

    def findings(self) -> list[FindingRow]:
        """The findings in view, from top to bottom."""
        rows = [row for row in self.parts.panel.findChildren(FindingRow) if row.isVisible()]
        return sorted(rows, key=lambda row: row.y())

    def click(self, button: QAbstractButton) -> None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle_down()

    def click_at(self, widget: QWidget, place: QPoint) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, PLAIN, place)
        settle_down()

    # Dialogs and files

    def dialog(self, kind: type[_Widget]) -> _Widget:
        """The open dialog of a kind, with the focus in it."""
        settle_down()
        found = [widget for widget in self.window.findChildren(kind) if widget.isVisible()]
        assert len(found) == 1, f"{len(found)} open"
        found[0].activateWindow()
        settle_down()
        return found[0]

    def dialogs(self) -> list[QDialog]:
        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def answer(self, button: QMessageBox.StandardButton) -> None:
        """Press a button of the question that is open."""
        self.click(self.dialog(QMessageBox).button(button))

    def wait_for_work(self) -> None:
        """Until work in threads is done and told."""
        QThreadPool.globalInstance().waitForDone()
        settle_down()
        until(lambda: self.parts.keeper.is_durable)

    def keep(self) -> None:
        """Give the plan its working copy, as the program does soon after it starts."""
        starting = Starting(self.window, None)
        starting.begin()
        until(lambda: self.parts.keeper.store is not None or self.message() != "")

    def open(self, path: Path) -> None:
        """Open a file as the menu does, once it is chosen."""
        self.parts.files.open_path(path)
        self.wait_for_work()

    def save_to(self, path: Path) -> None:
        """Save under a name, chosen in the dialog that asks for it."""
        self.parts.files.save_as()
        asking = self.dialog(QFileDialog)
        asking.fileSelected.emit(str(path))
        asking.close()
        self.wait_for_saving()

    def wait_for_done(self, dialog: QWidget) -> None:
        """Until a dialog's work in a thread has ended."""
        QThreadPool.globalInstance().waitForDone()
        bars = dialog.findChildren(QProgressBar)
        until(lambda: not any(bar.isVisible() for bar in bars))

    def wait_for_saving(self) -> None:
        """Until the file is written, or a message says why not."""
        stack = self.document.undo_stack
        until(lambda: stack.isClean() or self.message() != "" or bool(self.dialogs()))
        self.wait_for_work()


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
