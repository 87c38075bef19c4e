"""Lets pyqtgraph be loaded without making all of Qt known to Python.

pyqtgraph keeps copies of Qt's three main modules and fills them, while it is being imported, with
every name there is. PySide makes a class known at the first touch: 720 of them, of which the
program and pyqtgraph together use a quarter, took a third of the time that the chart needs to come.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MIRRORED = ("QtCore", "QtGui", "QtWidgets")


@contextmanager
def passing_mirrors() -> Iterator[None]:
    """While pyqtgraph is imported: its copies of Qt's modules pass on what they are asked for.

    Where pyqtgraph is loaded already, nothing is changed.
    """
    if "pyqtgraph" in sys.modules:
        yield
        return
    with ExitStack() as until_loaded:
        for name in _MIRRORED:
            source = import_module(f"PySide6.{name}")
            mirror = ModuleType(f"pyqtgraph.Qt.{name}")
            vars(mirror)["__getattr__"] = partial(getattr, source)
            sys.modules[mirror.__name__] = mirror
            until_loaded.enter_context(_listing_nothing(source))
        yield


@contextmanager
def _listing_nothing(module: ModuleType) -> Iterator[None]:
    """Names are copied as ``dir`` lists them: for a while, that is none."""
    usual = vars(module)["__dir__"]
    vars(module)["__dir__"] = list
    try:
        yield
    finally:
        vars(module)["__dir__"] = usual
