"""Cut, copy, paste, clear and fill in the district table; each is one undo step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from dnplanner.core.edits import Edit
from dnplanner.core.entry import Cell, clear_all, refuse_derived
from dnplanner.core.errors import EntryRefused, PlannerError
from dnplanner.models.clipboard import block_html, block_text
from dnplanner.models.columns import COLUMNS, FROZEN
from dnplanner.ui.background import Background
from dnplanner.ui.step_switch import AT_ONCE

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.models.paste_place import Selected
    from dnplanner.models.pasting_task import PasteFound, PasteTask
    from dnplanner.ui.large_edits import LargeEdits
    from dnplanner.ui.paste_dialog import PasteDialog
    from dnplanner.ui.paste_preview import PastePreview
    from dnplanner.ui.plan_sheet import PlanSheet
    from dnplanner.ui.sheet_view import SheetView

_REPAINTED_AFTER = 16
"""Milliseconds until a table is painted: a thread at work meanwhile would triple that time."""


class SheetEditing(QObject):
    """The editing commands of one table."""

    rejected = Signal(object, bool)
    """Cells of a pasted block were not taken: the list of Reject, and whether any other was."""
    refused = Signal(object)
    """A command could not be done; carries the PlannerError."""

    def __init__(self, document: Document, sheet: PlanSheet, large_edits: LargeEdits) -> None:
        """Edit ``document`` by what is selected in ``sheet``."""
        super().__init__(sheet)
        self._large_edits = large_edits
        self._document = document
        self._sheet = sheet
        self._pasting: PasteTask | None = None
        self._work: Background | None = None
        self._corner: tuple[int, int] | None = None
        """Row and column from which the block being pasted goes; None if into the selection."""

    def copy(self) -> None:
        """The selected block, as text and as a table with values."""
        view = self._view()
        cells = view.selected_cells()
        if not cells:
            return
        rows = range(cells[0][0], cells[-1][0] + 1)
        columns = range(min(column for _, column in cells), max(column for _, column in cells) + 1)
        mime = QMimeData()
        mime.setText(block_text(view.plan_model, rows, columns))
        mime.setHtml(block_html(view.plan_model, rows, columns))
        QGuiApplication.clipboard().setMimeData(mime)

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Empty the selected cells: typed values give way to their rules."""
        plan, question = self._document.plan, self._document.question
        try:
            cells = self._emptiable()
            if len(cells) > AT_ONCE:
                self._large_edits.work_out(partial(clear_all, plan, question, cells))
            else:
                self._large_edits.perform(clear_all(plan, question, cells))
        except PlannerError as error:
            self.refused.emit(error)

    def fill_down(self) -> None:
        """The top cell of each selected column into the cells below it."""
        model = self._sheet.body_model
        cells = self._sheet.body.selected_cells()
        if not cells:
            return
        top = cells[0][0]
        sources = {column: model.edit_text(top, column) for row, column in cells if row == top}
        columns = sorted(column for column in sources if COLUMNS[column].cell is not None)
        wanted = [row for row in dict.fromkeys(row for row, _ in cells) if row != top]
        if columns and wanted:
            from dnplanner.core.pasting import paste
            from dnplanner.models.pasting_task import PasteFound

            block = [[sources[column] for column in columns] for _ in wanted]
            units = [model.unit_at(row) for row in wanted]
            kept = [cell for cell in (COLUMNS[column].cell for column in columns) if cell]
            document = self._document
            result = paste(document.plan, document.evaluation, units, kept, block)
            edit = Edit("fill", result.edit.changes)
            self._put(PasteFound(edit, result.rejects, ()))

    def paste(self) -> None:
        """The clipboard's block from the current cell on; one value fills the whole selection.

        Rows that bring the names of their units go to those, wherever they are pasted.
        """
        self._begin(previewed=False)

    def paste_previewed(self) -> None:
        """The same, after a look at what would change and what is left out."""
        self._begin(previewed=True)

    def _begin(self, *, previewed: bool) -> None:
        from dnplanner.models.paste_place import Clip
        from dnplanner.models.pasting_task import PasteTask

        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        cells = self._sheet.body.selected_cells()
        if mime is None:  # nothing was copied since the desktop came up
            return
        clip = Clip(mime.text(), mime.html() if mime.hasHtml() else "")
        if not cells or not (clip.text or clip.html):
            return
        document, selected = self._document, self._selected(cells)
        corner = min(column for _, column in cells)
        self._corner = min(row for row, _ in cells), max(corner, FROZEN)
        self._work_out(PasteTask(document.plan, document.question, clip, selected, previewed))

    def _work_out(self, task: PasteTask) -> None:
        """At once where nobody notices, else in a thread."""
        from dnplanner.models.pasting_task import worked_out

        if task.rows > AT_ONCE:
            self._take_later(task)
        else:
            self._take(task, worked_out(task, self._document.evaluation))

    def _selected(self, cells: list[tuple[int, int]]) -> Selected:
        from dnplanner.models.paste_place import Selected

        rows = {row for row, _ in cells}
        columns = {column for _, column in cells}
        model = self._sheet.body_model
        below = [model.unit_at(row) for row in range(min(rows), model.rowCount())]
        found = [COLUMNS[column].cell for column in range(min(columns), len(COLUMNS))]
        kept = [cell for cell in found if cell is not None]
        return Selected(below, kept, len(found) - len(kept), len(rows), len(columns))

    def _take(self, task: PasteTask, found: PasteFound) -> None:
        """Put a block into the table, or ask first what is to be asked about it."""
        dialog: PasteDialog | PastePreview
        if found.asked:
            from dnplanner.ui.paste_dialog import PasteDialog

            dialog = PasteDialog(task, found.asked, self._sheet)
        elif found.turning is not None or found.preview is not None:
            from dnplanner.ui.paste_preview import PastePreview

            dialog = PastePreview(task, found, self._sheet)
        else:
            self._put(found)
            return
        dialog.answered.connect(self._on_answered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_answered(self, task: PasteTask) -> None:
        now = task.against(self._document.plan, self._document.question)
        if now.agreed is None:
            self._work_out(now)
        else:
            self._put(now.agreed)

    def _take_later(self, task: PasteTask) -> None:
        """Work out a large block in a thread; nothing can be typed into the table meanwhile."""
        self._pasting = task
        self._sheet.setEnabled(False)
        work = Background(_Pasting(task), self)
        work.done.connect(self._on_worked_out)
        work.failed.connect(self._on_not_worked_out)
        self._work = work  # nobody else holds it before it has begun
        QTimer.singleShot(_REPAINTED_AFTER, work.start)

    def _on_worked_out(self, found: PasteFound) -> None:
        task, document = self._pasting, self._document
        if task is None:
            return
        if task.plan is not document.plan or task.question != document.question:
            # undone, redone or shown otherwise meanwhile: once more
            self._take_later(task.against(document.plan, document.question))
            return
        self._pasting = None
        self._sheet.setEnabled(True)
        self._sheet.body.setFocus()
        self._take(task, found)

    def _on_not_worked_out(self, error: Exception) -> None:
        self._pasting = None
        self._sheet.setEnabled(True)
        if not isinstance(error, PlannerError):
            raise error
        self.refused.emit(error)

    def _put(self, found: PasteFound) -> None:
        if found.foreseen is None:
            self._large_edits.perform(found.edit, then=partial(self._tell_put, found))
        else:
            self._document.perform(found.edit, foreseen=found.foreseen)
            self._tell_put(found)

    def _tell_put(self, found: PasteFound) -> None:
        if found.rejects:
            self.rejected.emit(list(found.rejects), bool(found.edit))
        if found.placed is not None and self._corner is not None:
            self._select(*self._corner, *found.placed)

    def _select(self, row: int, column: int, height: int, width: int) -> None:
        """Show where a block went, as a spreadsheet does."""
        bottom = min(row + height, self._sheet.body_model.rowCount())
        right = min(column + width, len(COLUMNS))
        if bottom > row and right > column:
            self._sheet.select(range(row, bottom), range(column, right))

    def _emptiable(self) -> list[tuple[str, Cell]]:
        """The selected cells that can be emptied: sums among them follow by themselves.

        Raises EntryRefused where there are only such.
        """
        model, evaluation = self._sheet.body_model, self._document.evaluation
        found: list[tuple[str, Cell]] = []
        refused: EntryRefused | None = None
        for row, column in self._sheet.body.selected_cells():
            unit, cell = model.unit_at(row), COLUMNS[column].cell
            if cell is None or cell is Cell.RATE_START:
                continue
            try:
                refuse_derived(evaluation, unit, cell)
            except EntryRefused as error:
                refused = error
            else:
                found.append((unit, cell))
        if refused is not None and not found:
            raise refused
        return found

    def _view(self) -> SheetView:
        total = self._sheet.total
        return total if total.hasFocus() else self._sheet.body


class _Pasting:
    """The work of a thread, which sees nothing that changes."""

    def __init__(self, task: PasteTask) -> None:
        self._task = task

    def __call__(self, _work: Background) -> PasteFound:
        from dnplanner.models.pasting_task import worked_out

        return worked_out(self._task, ahead=True)
