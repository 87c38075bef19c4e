"""What a quick start needs around the import of Qt; main.py and app.py call it, nothing else."""

from __future__ import annotations

import builtins
import gc
import sys

_TURN = 0.0001
"""Seconds that a thread which only calculates may keep Python to itself while the window waits.

A repaint asks for Python hundreds of times; with the five milliseconds that are usual, libraries
being loaded in a thread held the window up for a tenth of a second, with one still for half of it.
"""


def begin() -> None:
    """Import Qt before anything else of the program, without what it does to later imports.

    PySide6 replaces Python's ``__import__`` to serve ``from __feature__ import …``: from then on it
    reads, and keeps, the source text of every module imported. Nothing here uses those features;
    with the import that Python came with, the chart is there in two thirds of the time and the
    program needs 15 MB less. Hardly anything made during a start becomes garbage, so nobody looks
    for it until ``settle``.
    """
    gc.disable()
    sys.setswitchinterval(_TURN)
    import PySide6.QtCore  # noqa: F401 - imported for what it does to builtins

    plain_import = getattr(builtins, "__orig_import__", None)
    if plain_import is not None:
        builtins.__import__ = plain_import


def settle() -> None:
    """What exists now stays: later searches for garbage need not look at it, so they are short."""
    gc.freeze()
    gc.enable()
