"""Reading files, then finding out what they mean whenever something is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from dnplanner.core.errors import PlannerError
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.models.intake_wording import intake_refusal
from dnplanner.models.quiet_memory import no_searches, search_everything
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable


class IntakeWork(QObject):
    """Works off the window's thread; what was decided meanwhile is found out afterwards, once."""

    was_read = Signal(object)
    """Reading ended; carries its result."""
    found_out = Signal(object)
    """What is decided now leads to this; carries it."""
    failed = Signal(str)
    """Neither is possible; carries the reason in words."""
    progressed = Signal(int, int)
    """Steps done, of all steps."""

    def __init__(self, owner: QObject) -> None:
        """Nothing to do yet."""
        super().__init__(owner)
        self._work: Background | None = None
        self._waiting: Callable[[], object] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being read or found out."""
        return self._work is not None

    def read(self, work: Callable[[Background], object]) -> None:
        """Begin reading."""
        self._start(work, self._on_read)

    def find_out(self, question: Callable[[], object]) -> None:
        """Answer a question; one asked before and not answered yet is not told."""
        if self._work is not None:
            self._waiting = question
            return

        def answer(_work: Background) -> object:
            return question()

        self._start(answer, self._on_found_out)

    def give_up(self) -> None:
        """Stop reading, and let go of what large files held up."""
        if self._work is not None:
            self._work.cancel()
        search_everything()

    def _start(self, work: Callable[[Background], object], done: Callable[[Any], None]) -> None:
        def quietly(task: Background) -> object:
            with no_searches():
                return work(task)

        task = Background(quietly, self)
        task.progressed.connect(self.progressed)
        task.done.connect(done)
        task.failed.connect(self._on_failed)
        self._work = task
        task.start()

    def _on_read(self, result: object) -> None:
        self._work = None
        self.was_read.emit(result)

    def _on_found_out(self, result: object) -> None:
        self._work = None
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            self.found_out.emit(result)
        else:
            self.find_out(waiting)

    def _on_failed(self, error: Exception) -> None:
        self._work = self._waiting = None
        self.failed.emit(_reason(error))


def _reason(error: Exception) -> str:
    if isinstance(error, WorkbookRefused):
        return intake_refusal(error)
    if isinstance(error, PlannerError):
        return refusal_sentence(error)
    raise error
