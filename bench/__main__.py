"""Measure what is named (``python -m bench core``), or everything."""

from __future__ import annotations

import importlib
import os
import pkgutil
import platform
import sys
from pathlib import Path

from bench.figures import table

_NOT_MEASURED = {
    "__main__",
    "child_bare",
    "child_process",
    "child_program",
    "figures",
    "territories",
}


def main(wanted: list[str]) -> int:
    """Print the table of the benches ``wanted``, of all where none is named; 2 for unknown names.

    A bench is a module of this package with ``measure() -> list[Figure]``.
    """
    known = [m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)])]
    benches = [name for name in known if name not in _NOT_MEASURED]
    unknown = sorted(set(wanted) - set(benches))
    if unknown:
        sys.stderr.write(f"No bench {', '.join(unknown)}; there are {', '.join(benches)}\n")
        return 2
    sys.stdout.write(f"{_machine()}\n")
    for name in wanted or benches:
        figures = importlib.import_module(f"bench.{name}").measure()
        sys.stdout.write(f"\n{name}\n{table(figures)}\n")
        sys.stdout.flush()
    return 0


def _machine() -> str:
    """What it was measured on; the load tells whether others were working there too."""
    from PySide6.QtCore import qVersion

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    parts = [
        f"{cores} cores",
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
    ]
    if hasattr(os, "getloadavg"):
        parts.append(f"load {os.getloadavg()[0]:.1f} at the start")
    return ", ".join(parts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
