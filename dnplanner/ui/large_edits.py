"""Making edits of thousands of facts without holding the window up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject

from dnplanner.core.errors import PlannerError
from dnplanner.ui.background import Background
from dnplanner.ui.held_window import HeldWindow
from dnplanner.ui.step_switch import AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.edits import Edit
    from dnplanner.models.foresight import Foreseen
    from dnplanner.ui.main_window import MainWindow

    _Then: TypeAlias = Callable[[], object]


def _nothing_more() -> None:
    """What follows an edit that nobody waits for."""


class LargeEdits(QObject):
    """Makes an edit at once, or as soon as a thread has found out what it leads to.

    Meanwhile nothing can be typed: it would be meant for the plan before.
    """

    def __init__(self, window: MainWindow) -> None:
        """Make edits of the document that ``window`` shows."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._held = HeldWindow(window)
        self.is_busy = False
        """Whether an edit is being worked out; a window that closes now would lose it."""

    def perform(self, edit: Edit, source: str = "", then: _Then = _nothing_more) -> None:
        """Make an edit as one undo step, and then go on with ``then``.

        ``source`` names the file it came from. An edit that cannot be made is refused in the
        window, and ``then`` does not follow.
        """
        if len(edit.changes) <= AT_ONCE:
            self._make(edit, source, then, None)
        else:
            self.work_out(lambda: edit, source, then)

    def work_out(
        self, made: Callable[[], Edit], source: str = "", then: _Then = _nothing_more
    ) -> None:
        """Perform the edit that ``made`` gives in a thread, from what does not change meanwhile."""
        from dnplanner.models.foresight import foresee_edit

        plan, question = self._document.plan, self._document.question

        def work(_task: Background) -> Foreseen:
            return foresee_edit(plan, made(), question)

        self._held.hold()
        self.is_busy = True
        task = Background(work, self)
        task.done.connect(partial(self._on_foreseen, source, then))
        task.failed.connect(self._on_failed)
        task.start()

    def _on_foreseen(self, source: str, then: _Then, seen: Foreseen) -> None:
        self._go_on()
        self._make(seen.edit, source, then, seen)

    def _make(self, edit: Edit, source: str, then: _Then, seen: Foreseen | None) -> None:
        try:
            self._document.perform(edit, source, seen)
        except PlannerError as error:
            self._window.refuse(error)
        else:
            then()

    def _go_on(self) -> None:
        self.is_busy = False
        self._held.let_go()

    def _on_failed(self, error: Exception) -> None:
        self._go_on()
        if not isinstance(error, PlannerError):
            raise error
        self._window.refuse(error)
