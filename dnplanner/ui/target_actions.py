"""The commands on targets: share a total, goals from above, prove the table right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from dnplanner.core.entry import Cell
from dnplanner.core.proof import prove
from dnplanner.models.proof_words import proof_sentence
from dnplanner.models.wording import series_name
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.core.proof import Proof
    from dnplanner.core.series import Series
    from dnplanner.models.document import Document
    from dnplanner.ui.main_window import MainWindow


class TargetMenu(QMenu):
    """Opens the dialogs about targets; each of them makes one undo step at a time."""

    refused = Signal(object)
    flawed = Signal(str)
    """The table was not proved right; carries the sentence that says why."""
    shared = Signal(str)
    """A total was shared; carries the parent's unit."""

    def __init__(self, window: MainWindow) -> None:
        """Commands on the document of ``window``."""
        super().__init__(window)
        self._window = window
        self._document: Document = window.document
        self._proving: Background | None = None
        self.setTitle(self.tr("&Chỉ tiêu"))
        self.share = self.addAction(
            self.tr("&Phân bổ chỉ tiêu…"), QKeySequence("Ctrl+Shift+P"), self.open_sharing
        )
        self.share.setToolTip(self.tr("Phân bổ một tổng cho các đơn vị bên dưới (Ctrl+Shift+P)"))

        self.goals = self.addAction(self.tr("Chỉ tiêu được &giao…"), self.open_goals)
        self.addSeparator()
        self.proof = self.addAction(
            self.tr("&Kiểm chứng bảng số liệu"), QKeySequence("F7"), self.prove_table
        )

    def enter_data(self, series: Series) -> None:
        """Switch the table to a series and go to its first missing count."""
        document = self._document
        document.show_question(document.question._replace(series=series))
        for unit in document.plan.tree.below(document.plan.tree.root):
            row = document.evaluation.row(unit)
            if not document.plan.tree.children_of(unit) and row.poor_start is None:
                empty = row.households_start is None
                self._window.show_cell(unit, Cell.HOUSEHOLDS_START if empty else Cell.POOR_START)
                break
        words = self.tr("Nhập hoặc dán số liệu {series} cuối năm {year} vào bảng.")
        self._window.tell(words.format(series=series_name(series), year=document.question.year - 1))

    def open_goals(self) -> None:
        """The goals from above."""
        from dnplanner.ui.goals_dialog import GoalsDialog

        if not self._window.settle():
            return
        dialog = GoalsDialog(self._document, self._window.theme, self._window)
        dialog.data_requested.connect(self.enter_data)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def prove_table(self) -> None:
        """Compute and check everything again: say that it holds, or go to what is wrong first.

        It is told when it is done: with ten thousand units that takes a second.
        """
        if self._proving is not None or not self._window.settle():
            return
        document = self._document
        plan, question = document.plan, document.question
        shown = dict(document.evaluation.rows)  # as it is now, whatever is typed meanwhile

        def work(_work: Background) -> tuple[Plan, Proof]:
            return plan, prove(plan, question, shown)

        self._proving = Background(work, self)
        self._proving.done.connect(self._on_proved)
        self._proving.failed.connect(self._on_proof_failed)
        self._proving.start()

    def _on_proved(self, result: tuple[Plan, Proof]) -> None:
        """Tell it; where the plan has changed meanwhile, prove it as it is now."""
        self._proving = None
        plan, found = result
        if not self._window.settle():
            return
        if plan is not self._document.plan:
            self.prove_table()
            return
        if found.flaws:
            flaw = found.flaws[0]
            self._document.show_question(flaw.question)
            self._window.show_cell(flaw.finding.unit, flaw.finding.cell)
        if found.holds:
            self._window.tell(proof_sentence(plan, found))
        else:
            self.flawed.emit(proof_sentence(plan, found))

    def _on_proof_failed(self, error: Exception) -> None:
        self._proving = None
        raise error

    def open_sharing(self) -> None:
        """Share the number of the current unit where it has units below it, else of the whole."""
        from dnplanner.ui.share_dialog import ShareDialog

        if not self._window.settle():
            return
        dialog = ShareDialog(self._document, self._parent(), self._window.theme, self._window)
        dialog.agreed.connect(self._on_agreed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_agreed(self, edit: Edit, unit: str) -> None:
        parts = self._window.parts
        if parts is not None:
            parts.large_edits.perform(edit, then=partial(self.shared.emit, unit))

    def _parent(self) -> str:
        tree = self._document.plan.tree
        unit = self._window.sheet.current_unit
        return unit if unit is not None and tree.children_of(unit) else tree.root
