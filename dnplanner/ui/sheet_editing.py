"""Cut, copy, paste, clear and fill in the district table; each is one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from dnplanner.core.edits import Edit, combined
from dnplanner.core.entry import Cell, clear, refuse_derived
from dnplanner.core.errors import PlannerError
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.pasting import looks_transposed, parse_block, paste, transposed
from dnplanner.models.clipboard import block_html, block_text
from dnplanner.models.columns import COLUMNS, FROZEN
from dnplanner.models.html_table import table_block
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from dnplanner.core.pasting import Pasted
    from dnplanner.models.document import Document
    from dnplanner.ui.plan_sheet import PlanSheet
    from dnplanner.ui.sheet_view import SheetView

_AT_ONCE = 500
"""Rows of a block that are worked out faster than a thread could begin."""


class SheetEditing(QObject):
    """The editing commands of one table."""

    rejected = Signal(object, bool)
    """Cells of a pasted block were not taken: the list of Reject, and whether any other was."""
    refused = Signal(object)
    """A command could not be done; carries the PlannerError."""

    def __init__(self, document: Document, sheet: PlanSheet) -> None:
        """Edit ``document`` by what is selected in ``sheet``."""
        super().__init__(sheet)
        self._document = document
        self._sheet = sheet
        self._pasting: _Pasting | None = None
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
        cells = [
            (self._sheet.body_model.unit_at(row), COLUMNS[column].cell)
            for row, column in self._sheet.body.selected_cells()
        ]
        self._perform("clear", self._clearing(cells))

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
            block = [[sources[column] for column in columns] for _ in wanted]
            self._take(block, wanted, columns, "fill")

    def paste(self) -> None:
        """The clipboard's block from the current cell on; one value fills the whole selection."""
        block = clipboard_block(QGuiApplication.clipboard().mimeData())
        cells = self._sheet.body.selected_cells()
        if not block or not cells:
            return
        single = len(block) == 1 and len(block[0]) == 1
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        self._corner = None
        if single and len(cells) > 1:
            block = [[block[0][0] for _ in columns] for _ in rows]
        else:
            rows = list(range(rows[0], self._sheet.body_model.rowCount()))
            columns = list(range(columns[0], len(COLUMNS)))
            self._corner = rows[0], max(columns[0], FROZEN)
        self._take(block, rows, columns, "paste")

    def _take(self, block: list[list[str]], rows: list[int], columns: list[int], kind: str) -> None:
        names = [column for column in columns if COLUMNS[column].cell is None]
        block = [row[len(names) :] for row in block]
        cells = [cell for cell in (COLUMNS[column].cell for column in columns) if cell is not None]
        units = [self._sheet.body_model.unit_at(row) for row in rows]
        if looks_transposed(units, cells, block):
            block = transposed(block)
        if len(block) > _AT_ONCE:
            self._take_later(_Pasting(self._document, units, cells, block, kind))
            return
        document = self._document
        result = paste(document.plan, document.evaluation, units, cells, block)
        self._put(kind, block, result)

    def _take_later(self, pasting: _Pasting) -> None:
        """Work out a large block in a thread; nothing can be typed into the table meanwhile."""
        self._pasting = pasting
        self._sheet.setEnabled(False)
        work = Background(pasting, self)
        work.done.connect(self._on_worked_out)
        work.failed.connect(self._on_not_worked_out)
        work.start()

    def _on_worked_out(self, result: Pasted) -> None:
        pasting = self._pasting
        if pasting is None:
            return
        if pasting.plan is not self._document.plan:  # undone or redone meanwhile: once more
            self._take_later(pasting.anew(self._document))
            return
        self._pasting = None
        self._sheet.setEnabled(True)
        self._sheet.body.setFocus()
        self._put(pasting.kind, pasting.block, result)

    def _on_not_worked_out(self, error: Exception) -> None:
        self._pasting = None
        self._sheet.setEnabled(True)
        if not isinstance(error, PlannerError):
            raise error
        self.refused.emit(error)

    def _put(self, kind: str, block: list[list[str]], result: Pasted) -> None:
        self._document.perform(Edit(kind, result.edit.changes))
        if kind == "paste" and self._corner is not None:
            self._select(*self._corner, len(block), max(map(len, block), default=0))
        if result.rejects:
            self.rejected.emit(list(result.rejects), bool(result.edit))

    def _select(self, row: int, column: int, height: int, width: int) -> None:
        """Show where a block went, as a spreadsheet does."""
        bottom = min(row + height, self._sheet.body_model.rowCount())
        right = min(column + width, len(COLUMNS))
        if bottom > row and right > column:
            self._sheet.select(range(row, bottom), range(column, right))

    def _clearing(self, cells: Iterable[tuple[str, Cell | None]]) -> Callable[[], list[Edit]]:
        document = self._document

        def edits() -> list[Edit]:
            made = []
            for unit, cell in cells:
                if cell is not None and cell is not Cell.RATE_START:
                    refuse_derived(document.evaluation, unit, cell)
                    made.append(clear(document.plan, document.question, unit, cell))
            return made

        return edits

    def _perform(self, kind: str, edits: Callable[[], list[Edit]]) -> None:
        try:
            self._document.perform(combined(kind, edits()))
        except PlannerError as error:
            self.refused.emit(error)

    def _view(self) -> SheetView:
        total = self._sheet.total
        return total if total.hasFocus() else self._sheet.body


class _Pasting:
    """A block on its way into the table; the work of a thread, which sees nothing that changes."""

    def __init__(
        self,
        document: Document,
        units: list[str],
        cells: list[Cell],
        block: list[list[str]],
        kind: str,
    ) -> None:
        self.plan = document.plan
        self.block = block
        self.kind = kind
        self._question = document.question
        self._units = units
        self._cells = cells

    def anew(self, document: Document) -> _Pasting:
        """The same block into the plan as it is by now."""
        return _Pasting(document, self._units, self._cells, self.block, self.kind)

    def __call__(self, _work: Background) -> Pasted:
        evaluation = Evaluation(self.plan, self._question)
        return paste(self.plan, evaluation, self._units, self._cells, self.block)


def clipboard_block(mime: QMimeData) -> list[list[str]]:
    """The block on the clipboard: the text's where it has tabs, else a table of Word or a page."""
    text = mime.text()
    if "\t" not in text and mime.hasHtml():
        table = table_block(mime.html())
        if table:
            return table
    return parse_block(text)
