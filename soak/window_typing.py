"""A window that types by itself and says what its status bar acknowledges, until it is killed.

``python -m soak.window_typing FILE``. Lines on standard output: ``open N TEXT`` for a document with
N undo steps whose cell shows TEXT, ``kept N`` and ``saved N`` for what the status bar claims.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest

from dnplanner.app import Program
from dnplanner.core.entry import Cell
from dnplanner.models.columns import column_of
from dnplanner.storage.samples import sample
from dnplanner.ui.starting import Starting
from dnplanner.ui.unattended import preferences_in
from soak.window_edits import UNIT, reduction_number

_EDITS_PER_SAVE = 7
_KEPT, _SAVED = "Thay đổi đã giữ trên máy", "✓ Đã lưu"


class Typist(QObject):
    """Types one number after another into one cell, by key events."""

    def __init__(self, program: Program, file: Path) -> None:
        super().__init__(program.window)
        self._program = program
        self._starting = Starting(program.window, file)
        self._starting.finished.connect(self._on_started)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """Open the file as the program does."""
        self._starting.begin()

    def _on_started(self) -> None:
        window = self._program.window
        assert window.parts is not None
        window.show_cell(UNIT, Cell.REDUCTION)
        model = window.sheet.body_model
        row = model.row_of(UNIT)
        assert row is not None
        text = model.index(row, column_of(Cell.REDUCTION)).data()
        _say(f"open {self._program.document.undo_stack.index()} {text}")
        window.parts.keeper.state_changed.connect(self._on_state_changed)
        window.parts.files.saved.connect(self._on_saved)
        self._timer.start(0)

    def _on_saved(self) -> None:
        self._on_state_changed()
        self._timer.start(0)

    def _type(self) -> None:
        window, number = self._program.window, self._program.document.undo_stack.index() + 1
        window.show_cell(UNIT, Cell.REDUCTION)
        for digit in str(reduction_number(number)):
            self._press(Qt.Key(ord(digit)))  # the first one opens the editor, which takes the rest
        self._press(Qt.Key.Key_Return)
        if number % _EDITS_PER_SAVE == 0 and window.parts is not None:
            self._timer.stop()
            window.parts.files.save()

    def _press(self, key: Qt.Key) -> None:
        QTest.keyClick(self._program.application.focusWidget() or self._program.window, key)

    def _on_state_changed(self) -> None:
        """The status bar was written before: it listens since longer."""
        parts = self._program.window.parts
        if parts is None:
            return
        said, number = parts.status.saved.text(), self._program.document.undo_stack.index()
        if said.startswith(_SAVED):
            _say(f"saved {number}")
        elif said.startswith(_KEPT):
            _say(f"kept {number}")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main(file: Path) -> int:
    """Type until killed."""
    program = Program(sample(), preferences_in(file.parent), ["dnplanner"])
    typist = Typist(program, file)
    program.window.completed.connect(typist.begin)
    program.show()
    program.window.activateWindow()
    return program.application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
