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
from typing import TYPE_CHECKING, Any, NoReturn

from dnplanner.exchange.grid import Grid, GridDecoder, encode_grid
from dnplanner.exchange.preflight import Preflight, WorkbookRefused, preflight

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

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
    found = preflight(path)
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(
        target=_read_in_child, args=(str(path), found, sender, memory), daemon=True
    )
    child.start()
    sender.close()
    try:
        return _receive(receiver, time.monotonic() + deadline, progress, cancelled)
    finally:
        child.kill()
        child.join()
        child.close()
        receiver.close()


def _receive(
    receiver: Connection,
    end: float,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> Grid:
    decoder = GridDecoder()
    while True:
        if cancelled():
            raise WorkbookRefused("cancelled")
        if time.monotonic() > end:
            raise WorkbookRefused("too_slow")
        if not receiver.poll(_PATIENCE):
            continue
        try:
            kind, content = json.loads(receiver.recv_bytes())
            if kind == "done":
                return decoder.grid
            _take(decoder, kind, content, progress)
        except (EOFError, OSError) as error:
            raise WorkbookRefused("reader_failed") from error
        except (ValueError, TypeError, KeyError, IndexError) as error:
            raise WorkbookRefused("damaged") from error


def _take(decoder: GridDecoder, kind: str, content: Any, progress: Callable[[int], None]) -> None:
    if kind == "read":
        progress(int(content))
    elif kind == "refused":
        _refuse(content)
    else:
        decoder.take(kind, content)


def _refuse(content: dict[str, Any]) -> NoReturn:
    if "details" in content:
        _log.info("reading failed: %s", content["details"])
    raise WorkbookRefused(str(content["code"]), **content["params"])


def _read_in_child(path: str, found: Preflight, sender: Connection, memory: int) -> None:
    """Read and send. Whatever a library raises here becomes one refusal."""
    limit_this_process(memory)

    def send(kind: str, content: object) -> None:
        sender.send_bytes(json.dumps([kind, content], default=str).encode())

    try:
        from dnplanner.exchange.workbooks import read_here

        for message in encode_grid(read_here(Path(path), lambda rows: send("read", rows), found)):
            sender.send_bytes(message)
        send("done", None)
    except WorkbookRefused as refused:
        send("refused", {"code": refused.code, "params": refused.params})
    except MemoryError:
        send("refused", {"code": "too_much_memory", "params": {}})
    except BaseException as error:
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
