"""Work off the GUI thread, with its end announced on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable


class Background(QObject):
    """One piece of work in a worker thread. Ends with exactly one of its two signals.

    The work may ask ``is_cancelled`` and tell ``report_progress``; both are safe in any thread.
    """

    done = Signal(object)
    """The work returned; carries its result."""
    failed = Signal(object)
    """The work raised; carries the exception."""
    progressed = Signal(int, int)
    """Steps done, of all steps."""

    def __init__(self, work: Callable[[Background], Any], parent: QObject) -> None:
        """Prepare ``work``; ``start`` begins it."""
        super().__init__(parent)
        self._work = work
        self._cancelled = False
        self._running = False

    @property
    def running(self) -> bool:
        """Whether the work has begun and not ended."""
        return self._running

    def start(self) -> None:
        """Begin in a thread of the pool."""
        self._running = True
        self.done.connect(self._on_end)
        self.failed.connect(self._on_end)
        QThreadPool.globalInstance().start(_Task(self._work, self))

    def cancel(self) -> None:
        """Ask the work to stop; it ends when it next asks."""
        self._cancelled = True

    def is_cancelled(self) -> bool:
        """Whether ``cancel`` was called."""
        return self._cancelled

    def report_progress(self, done: int, total: int) -> None:
        """Tell the window how far the work is."""
        self.progressed.emit(done, total)

    @Slot()
    def _on_end(self) -> None:
        self._running = False


class _Task(QRunnable):
    """Runs the work and sends how it ended to the thread of its Background."""

    def __init__(self, work: Callable[[Background], Any], owner: Background) -> None:
        super().__init__()
        self._call = work
        self._owner = owner

    # Qt overrides

    @override
    def run(self) -> None:
        """Run in the worker thread."""
        try:
            result = self._call(self._owner)
        except Exception as error:
            self._owner.failed.emit(error)
        else:
            self._owner.done.emit(result)
