"""Undoing and redoing without holding the window up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog

from dnplanner.core.errors import PlannerError
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dnplanner.core.edits import Edit
    from dnplanner.models.document import Document
    from dnplanner.models.foresight import Foreseen

AT_ONCE = 200
"""Facts, or cells, that are worked out faster than anybody notices; more go into a thread."""


class StepSwitch(QObject):
    """Goes to another step of the history: at once, or as soon as a large edit is worked out.

    Meanwhile the window shows what it showed, and can be worked in. What counts is the step that
    was wished for last; the steps up to it are made one after the other, each with its own record.
    What is typed, pasted or saved before they are made has them made at once, and comes after them.
    Where something else changes the plan, the wish is dropped, since it meant another plan. Nothing
    changes under an open dialog.
    """

    wished = Signal()
    """Other steps can be undone or redone than before."""
    dropped = Signal()
    """A step was not made, since the plan changed before it was worked out."""

    def __init__(self, document: Document, window: QWidget) -> None:
        """Go through the history of ``document``, which ``window`` shows."""
        super().__init__(window)
        self._document = document
        self._window = window
        self._stack = document.undo_stack
        self._wanted: int | None = None
        self._work: Background | None = None
        self._back = False
        self._seen: Foreseen | None = None
        self._stepping = False
        document.plan_changed.connect(self._on_plan_changed)
        document.replaced.connect(self._forget)
        self._stack.indexChanged.connect(self.wished)

    @property
    def index(self) -> int:
        """How many steps are done once all that was wished for is."""
        return self._stack.index() if self._wanted is None else self._wanted

    @property
    def is_busy(self) -> bool:
        """Whether a step is still to be made."""
        return self._wanted is not None

    def undo(self) -> None:
        """Wish for one step less."""
        self._wish(self.index - 1)

    def redo(self) -> None:
        """Wish for one step more."""
        self._wish(self.index + 1)

    def finish(self) -> None:
        """Make all that was wished for now: something follows that is meant to come after it."""
        while self._wanted is not None and self._wanted != self._stack.index():
            self._step(self._wanted < self._stack.index())
        self._forget()

    def _wish(self, index: int) -> None:
        if 0 <= index <= self._stack.count():
            self._wanted = index
            self._go_on()

    def _go_on(self) -> None:
        """Step until the wish is fulfilled, or something has to be waited for."""
        while self._wanted is not None and self._wanted != self._stack.index():
            back = self._wanted < self._stack.index()
            if not self._is_free(back):
                self.wished.emit()
                return
            self._step(back)
        self._forget()

    def _is_free(self, back: bool) -> bool:
        """Whether the next step may be made now; otherwise it goes on by itself."""
        if self._work is not None:
            return False
        edit = self._document.next_step(back=back)
        if edit is not None and len(edit.changes) > AT_ONCE and not self._is_seen(back):
            self._prepare(edit, back)
            return False
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.finished.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
            return False
        return True

    def _is_seen(self, back: bool) -> bool:
        document, seen = self._document, self._seen
        if seen is None or back != self._back:
            return False
        return seen.starts_from(document.plan, document.question)

    def _prepare(self, edit: Edit, back: bool) -> None:
        from dnplanner.models.foresight import foresee_edit

        plan, question = self._document.plan, self._document.question
        self._back = back

        def work(_task: Background) -> Foreseen:
            return foresee_edit(plan, edit.inverse() if back else edit, question)

        self._window.setCursor(Qt.CursorShape.BusyCursor)
        self._work = Background(work, self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def _on_done(self, seen: Foreseen) -> None:
        self._end_work()
        self._seen = seen
        self._go_on()

    def _on_failed(self, error: Exception) -> None:
        """What cannot be foreseen is tried all the same: it was done before."""
        self._end_work()
        if not isinstance(error, PlannerError):
            self._forget()
            raise error
        self.finish()

    def _end_work(self) -> None:
        self._work = None
        self._window.unsetCursor()

    def _step(self, back: bool) -> None:
        seen = self._seen if self._is_seen(back) else None
        self._seen = None
        before = self._stack.index()
        self._stepping = True
        try:
            self._document.step(back=back, foreseen=seen)
        finally:
            self._stepping = False
        if self._stack.index() == before:
            self._forget()  # it could not be made

    def _on_plan_changed(self) -> None:
        if self._wanted is not None and not self._stepping:
            self._forget()
            self.dropped.emit()

    def _forget(self) -> None:
        self._wanted, self._seen = None, None
        self.wished.emit()
