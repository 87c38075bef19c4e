"""Keeping Python's search for unreachable objects away from a window while much is read.

A search through the million cells of a large file holds up every thread for half a second. Cells
are freed without it as soon as nobody needs them, since none refers back to another.
"""

from __future__ import annotations

import gc
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_lock = threading.Lock()
_quiet = 0


@contextmanager
def no_searches() -> Iterator[None]:
    """No search while the block runs, in any thread; what it leaves is not searched later."""
    global _quiet  # noqa: PLW0603  # searches are one switch of the whole process
    with _lock:
        _quiet += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _quiet -= 1
            if not _quiet:
                gc.freeze()
                gc.enable()


def search_everything() -> None:
    """Let later searches look at everything again, once large files are let go of."""
    gc.unfreeze()
