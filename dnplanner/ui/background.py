"""Work off the GUI thread, with its end announced on it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from shiboken6 import isValid

from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

_running: set[Background] = set()
"""What works now stays whole until it has ended, whatever becomes of who began it."""


class Background(QObject):
    """One piece of work in a worker thread. Ends with exactly one of its two signals.

    Nothing is told any more once the owner is gone. The work may ask ``is_cancelled`` and tell
    ``report_progress``; both are safe in any thread.
    """

    done = Signal(object)
    """The work returned; carries its result."""
    failed = Signal(object)
    """The work raised; carries the exception."""
    progressed = Signal(int, int)
    """Steps done, of all steps."""

    _ended = Signal(object, object)

    def __init__(self, work: Callable[[Background], Any], owner: QObject) -> None:
        """Prepare ``work`` for ``owner``; ``start`` begins it."""
        super().__init__()  # no child of its owner, who may be deleted while the thread still works
        self._work = work
        self._owner: QObject | None = owner
        self._cancelled = False
        self._ended.connect(self._on_ended)

    @property
    def running(self) -> bool:
        """Whether the work has begun and not ended."""
        return self in _running

    def start(self) -> None:
        """Begin in a thread of the pool."""
        _running.add(self)
        QThreadPool.globalInstance().start(_Task(self))

    def cancel(self) -> None:
        """Ask the work to stop; it ends when it next asks."""
        self._cancelled = True

    def is_cancelled(self) -> bool:
        """Whether ``cancel`` was called."""
        return self._cancelled

    def report_progress(self, done: int, total: int) -> None:
        """Tell the window how far the work is."""
        with suppress(RuntimeError):  # the application is gone already
            self.progressed.emit(done, total)

    def work_and_tell(self) -> None:
        """In the worker thread: do the work, and hand its end to the window's thread."""
        result: object = None
        failure: Exception | None = None
        try:
            result = self._work(self)
        except Exception as error:
            failure = error
        with suppress(RuntimeError):  # the application is gone already
            self._ended.emit(result, failure)

    def _on_ended(self, result: object, failure: Exception | None) -> None:
        _running.discard(self)
        owner, self._owner = self._owner, None
        self.deleteLater()  # here, and not by the thread that lets go of it last
        if owner is None or not isValid(owner):
            return
        if failure is None:
            self.done.emit(result)
        else:
            self.failed.emit(failure)


class _Task(QRunnable):
    """The part of a Background that the pool runs."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background

    # Qt overrides

    @override
    def run(self) -> None:
        """Run in the worker thread."""
        self._background.work_and_tell()
