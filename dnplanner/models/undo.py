"""Undo and redo: one command that holds one Edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from dnplanner.override import override

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.models.document import Document


class EditCommand(QUndoCommand):
    """An Edit on the undo stack; pushing it performs it."""

    def __init__(self, document: Document, edit: Edit) -> None:
        """Describe ``edit`` by the plan before it."""
        from dnplanner.models.wording import edit_sentence

        super().__init__(edit_sentence(document.plan, edit))
        self._document = document
        self.edit = edit

    # Qt overrides

    @override
    def redo(self) -> None:
        """Perform the edit."""
        self._document.apply(self.edit)

    @override
    def undo(self) -> None:
        """Take it back."""
        self._document.apply(self.edit.inverse())
