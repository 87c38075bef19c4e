"""Showing another scenario, year or series without holding the window up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dnplanner.core.evaluation import Question
    from dnplanner.models.document import Document
    from dnplanner.models.foresight import Foresight


class QuestionSwitch(QObject):
    """Shows at once what is known or small; of ten thousand units, as soon as it is made.

    Meanwhile the window shows what it showed, and can be worked in. Only the last wish counts.
    """

    def __init__(self, document: Document, window: QWidget) -> None:
        """Switch what ``window`` shows of ``document``."""
        super().__init__(window)
        self._document = document
        self._window = window
        self._wanted: Question | None = None
        self._work: Background | None = None
        document.replaced.connect(self._forget)

    def show(self, question: Question) -> None:
        """Show this; until then the last thing wished for is not shown any more."""
        self._wanted = question
        if self._document.is_quick(question):
            self._forget()
            self._document.show_question(question)
        elif self._work is None:
            self._prepare(question)

    def _prepare(self, question: Question) -> None:
        from dnplanner.models.foresight import foresee

        plan, known = self._document.plan, self._document.known_questions

        def work(_task: Background) -> Foresight:
            return foresee(plan, question, known)

        self._window.setCursor(Qt.CursorShape.BusyCursor)
        self._work = Background(work, self)
        self._work.done.connect(self._on_done)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def _on_done(self, made: Foresight) -> None:
        self._end_work()
        self._document.take(made)
        if self._wanted is not None:
            self.show(self._wanted)  # the plan may have gone on, or another wish have come

    def _on_failed(self, error: Exception) -> None:
        self._end_work()
        self._forget()
        self._document.question_changed.emit()  # the boxes go back to what is shown
        raise error

    def _end_work(self) -> None:
        self._work = None
        self._window.unsetCursor()

    def _forget(self) -> None:
        self._wanted = None
