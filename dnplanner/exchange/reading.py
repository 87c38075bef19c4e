"""Reading a file in a process of its own, with a deadline and a memory limit.

Spreadsheet libraries hang, abort or fill the memory on damaged files; the process that does so is
ended and the program says one sentence. A built program needs ``multiprocessing.freeze_support()``
first thing in its main module.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Self

from dnplanner.exchange.grid import Grid, GridDecoder, encode_grid
from dnplanner.exchange.preflight import Preflight, WorkbookRefused, preflight

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

DEADLINE = 30.0
"""Seconds a file may take."""
MEMORY = 1_536 * 2**20
"""Bytes of address space of the reading process, where the system can limit it."""
_PATIENCE = 0.05

_log = logging.getLogger(__name__)


def never() -> bool:
    """A ``cancelled`` that never is."""
    return False


def untold(_rows: int) -> None:
    """A ``progress`` that tells nobody."""


def read_grid(
    path: Path,
    *,
    deadline: float = DEADLINE,
    memory: int = MEMORY,
    progress: Callable[[int], None] = untold,
    cancelled: Callable[[], bool] = never,
) -> Grid:
    """The cells of a spreadsheet or text table. Raises WorkbookRefused.

    Blocks; call it from a worker thread. ``progress`` is told the rows read so far, ``cancelled``
    is asked twenty times a second.
    """
    with Reader(deadline=deadline, memory=memory, progress=progress, cancelled=cancelled) as reader:
        return reader.read(path)


class Reader:
    """Reads file after file in one process, which takes longer to start than to read a file.

    A file that ends the process is refused, and the next one gets a new process. Not for use by
    several threads at once.
    """

    def __init__(
        self,
        *,
        deadline: float = DEADLINE,
        memory: int = MEMORY,
        progress: Callable[[int], None] = untold,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """No process yet; see read_grid for the parameters."""
        self._deadline = deadline
        self._memory = memory
        self._progress = progress
        self._cancelled = cancelled
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Self:
        """Usable as a context that ends the process."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def read(self, path: Path) -> Grid:
        """The cells of a file. Raises WorkbookRefused."""
        found = preflight(path)
        done = False
        try:
            connection = self._started()
            connection.send((str(path), found))
            grid = self._receive(connection, time.monotonic() + self._deadline)
            done = True
        except WorkbookRefused as refused:
            done = refused.code not in _FATAL
            raise
        except (EOFError, OSError) as error:
            raise WorkbookRefused("reader_failed") from error
        finally:
            if not done:
                self.close()
        return grid

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None and self._connection is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._connection.close()
        self._process = self._connection = None

    def _started(self) -> Connection:
        if self._connection is None:
            context = multiprocessing.get_context("spawn")
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
            try:
                process.start()
            except BaseException:
                ours.close()  # there is no process to be ended later
                raise
            finally:
                theirs.close()
            self._connection, self._process = ours, process
        return self._connection

    def _receive(self, connection: Connection, end: float) -> Grid:
        decoder = GridDecoder()
        while True:
            if self._cancelled():
                raise WorkbookRefused("cancelled")
            if time.monotonic() > end:
                raise WorkbookRefused("too_slow")
            if not connection.poll(_PATIENCE):
                continue
            message = connection.recv_bytes()
            try:
                kind, content = json.loads(message)
                if kind == "done":
                    return decoder.grid
                self._take(decoder, kind, content)
            except (ValueError, TypeError, KeyError, IndexError) as error:
                raise WorkbookRefused("reader_failed") from error

    def _take(self, decoder: GridDecoder, kind: str, content: Any) -> None:
        if kind == "read":
            self._progress(int(content))
        elif kind == "refused":
            _refuse(content)
        else:
            decoder.take(kind, content)


_FATAL = frozenset(("cancelled", "too_slow", "too_much_memory", "reader_failed"))
"""Refusals after which the process is not used again."""


def _refuse(content: dict[str, Any]) -> NoReturn:
    if "details" in content:
        _log.info("reading failed: %s", content["details"])
    raise WorkbookRefused(str(content["code"]), **content["params"])


def _serve(connection: Connection, memory: int) -> None:
    """The process: read the files asked for until nobody asks."""
    limit_this_process(memory)
    while True:
        try:
            path, found = connection.recv()
        except (EOFError, OSError):
            return
        _read_and_send(path, found, connection)


def _read_and_send(path: str, found: Preflight, connection: Connection) -> None:
    """Read and send. Whatever a library raises here becomes one refusal."""

    def send(kind: str, content: object) -> None:
        connection.send_bytes(json.dumps([kind, content], default=str).encode())

    try:
        from dnplanner.exchange.workbooks import read_here

        for message in encode_grid(read_here(Path(path), lambda rows: send("read", rows), found)):
            connection.send_bytes(message)
        send("done", None)
    except WorkbookRefused as refused:
        send("refused", {"code": refused.code, "params": refused.params})
    except MemoryError:
        send("refused", {"code": "too_much_memory", "params": {}})
    except BaseException as error:  # calamine's panics are no Exception
        details = f"{type(error).__name__}: {error}"
        send("refused", {"code": "damaged", "params": {}, "details": details[:2000]})


def limit_this_process(memory: int) -> None:
    """No more memory than ``memory`` bytes, no core dump, nothing on a terminal."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # each thread would reserve address space
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 2)  # a library that aborts prints to it
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
