"""Undo and redo: one command that holds one Edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from dnplanner.core.history import Act
from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.models.document import Document


class EditCommand(QUndoCommand):
    """An Edit on the undo stack; pushing it performs it."""

    def __init__(self, document: Document, edit: Edit, text: str, source: str = "") -> None:
        """``text`` says what the edit does, ``source`` which file it came from."""
        super().__init__(text)
        self._document = document
        self._done = False
        self._source = source
        self.edit = edit
        self.way_back: Edit | None = None
        """The opposite edit, where somebody has it at hand."""

    # Qt overrides

    @override
    def redo(self) -> None:
        """Perform the edit."""
        act = Act.REDONE if self._done else Act.DONE
        try:
            self._document.apply(self.edit, act, self._source)
        except Exception:
            self.setObsolete(True)  # nothing was done: there is nothing to undo
            raise
        self._done = True

    @override
    def undo(self) -> None:
        """Take it back."""
        way_back = self.way_back or self.edit.inverse()
        self._document.apply(way_back, Act.UNDONE, self._source)
