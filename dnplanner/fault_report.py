"""Faults nobody expected: written down, said once, and the program goes on.

An exception in a slot, a paint, a model, a worker or a thread ends here. It is written to a
rotating log in the user's own folder, and a dialog offers a report without personal data: kinds of
errors, file names of the program with line numbers, and versions. Messages of exceptions are left
out of it, because they may quote names, figures or paths. Nothing is ever sent.
"""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from pathlib import PurePath
from time import monotonic
from traceback import FrameSummary, extract_tb
from typing import TYPE_CHECKING

from PySide6 import __version__ as qt_version
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from dnplanner import __version__
from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType
    from typing import TextIO

    from PySide6.QtWidgets import QWidget

LOG = "faults.log"
CRASHES = "crashes.log"
"""What the interpreter itself writes when it is killed by a signal."""
_LOG_BYTES, _LOG_FILES = 256_000, 3
_QUIET_FOR = 60.0
"""Seconds between two dialogs: a fault in a paint comes back with every frame."""
_FRAMES = 25
"""Frames of a traceback that are kept, the innermost ones."""

_logger = logging.getLogger("dnplanner.faults")


class _LogFile(logging.Handler):
    """A rotating log, opened with the first fault: what rotates it is slow to load."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        """Write one record."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            more = _LOG_FILES - 1
            self._file = RotatingFileHandler(
                self._path, maxBytes=_LOG_BYTES, backupCount=more, encoding="utf-8", delay=True
            )
            self._file.setFormatter(self.formatter)
        self._file.handle(record)

    @override
    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


class FaultReport(QObject):
    """Catches what nothing else caught. ``install`` takes over, ``uninstall`` gives back."""

    _caught = Signal(object)
    """A fault, from any thread; carries the text of its report."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Log into ``folder``, which is made if need be; without it nothing is logged."""
        super().__init__(parent)
        self._folder = folder
        self._window: QWidget | None = None
        self._shown_at = -_QUIET_FOR
        self._log: logging.Handler | None = None
        self._crashes: TextIO | None = None
        self._old_hook = sys.excepthook
        self._old_thread_hook = threading.excepthook
        self._old_messages: Callable[[QtMsgType, QMessageLogContext, str], object] | None = None
        # A dialog may only be made in the window's own thread.
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    def show_over(self, window: QWidget) -> None:
        """Show dialogs over ``window`` from now on; until then faults are only logged."""
        self._window = window

    def install(self) -> None:
        """Catch every fault of the process from now on."""
        self._open_logs()
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._old_messages = qInstallMessageHandler(_log_message)

    def uninstall(self) -> None:
        """Leave everything as it was before ``install``."""
        sys.excepthook = self._old_hook
        threading.excepthook = self._old_thread_hook
        qInstallMessageHandler(self._old_messages)
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None
        if self._log is not None:
            _logger.removeHandler(self._log)
            self._log.close()
            self._log = None

    def _open_logs(self) -> None:
        """A folder that cannot be written costs the log, never the start."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handler = _LogFile(self._folder / LOG)
            self._crashes = (self._folder / CRASHES).open("a", encoding="utf-8")
        except OSError:
            return
        faulthandler.enable(self._crashes)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        _logger.addHandler(handler)
        _logger.setLevel(logging.INFO)
        _logger.propagate = False
        self._log = handler

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._old_hook(kind, error, trace)
            return
        self._catch(error)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        error = arguments.exc_value
        if error is not None and not isinstance(error, SystemExit):
            self._catch(error)

    def _catch(self, error: BaseException) -> None:
        """Log and announce. Never raises: there is nobody left who would catch it."""
        try:
            report = report_of(error)
            _logger.error("%s", report)
            self._caught.emit(report)
        except Exception:
            self._old_hook(type(error), error, error.__traceback__)

    def _on_caught(self, report: str) -> None:
        now = monotonic()
        if self._window is None or now - self._shown_at < _QUIET_FOR:
            return
        self._shown_at = now
        from dnplanner.ui.fault_dialog import FaultDialog

        dialog = FaultDialog(report, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def report_of(error: BaseException) -> str:
    """What may be handed on about a fault: no message, no figures, no folders."""
    import platform

    lines = [
        f"DN Planner {__version__}",
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.system()}"
        f" {platform.release()}",
    ]
    for cause in _causes(error):
        lines.append(type(cause).__qualname__)
        frames = list(extract_tb(cause.__traceback__))[-_FRAMES:]
        lines += [_place(frame) for frame in frames]
    return "\n".join(lines)


def _causes(error: BaseException) -> list[BaseException]:
    """The error, preceded by what led to it."""
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return found[::-1]


def _place(frame: FrameSummary) -> str:
    name = PurePath(frame.filename.replace("\\", "/")).name
    return f"  {name}:{frame.lineno} {frame.name}"


def _log_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Qt's own warnings, in the log only."""
    if kind is not QtMsgType.QtDebugMsg:
        _logger.warning("Qt: %s", text)


def install_fault_report(folder: Callable[[], Path]) -> FaultReport:
    """Catch faults from now on, logging into the folder that ``folder`` names."""
    report = FaultReport(folder())
    report.install()
    return report
