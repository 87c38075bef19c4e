"""Measure what is named (``python -m bench core``), or everything."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from bench.figures import table

_NOT_MEASURED = {"__main__", "figures", "territories"}


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
    for name in wanted or benches:
        figures = importlib.import_module(f"bench.{name}").measure()
        sys.stdout.write(f"{name}\n{table(figures)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
