"""What a measured child process tells about itself: times since its birth, memory, modules."""

from __future__ import annotations

import json
import sys
import time

HEAVY = (
    "numpy",
    "pandas",
    "openpyxl",
    "pyqtgraph",
    "python_calamine",
    "docx",
    "sqlite3",
    "asyncio",
    "multiprocessing",
    "http",
    "urllib.request",
    "xml.etree",
)
"""Modules that have no business before the first paint."""


def tell(event: str, **more: object) -> None:
    """Print one line: what happened, when (seconds of the system's clock), memory, heavy modules.

    Memory in megabytes, resident now and at its peak; None where the system does not say.
    """
    now = time.monotonic()
    loaded = [name for name in HEAVY if name in sys.modules]
    line = {"event": event, "at": now, "heavy": loaded, **_memory(), **more}
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _memory() -> dict[str, float | None]:
    fields: dict[str, float | None] = {"VmRSS": None, "VmHWM": None}
    try:
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:  # noqa: PTH123 - pathlib would be one more import in the process measured
            for line in status:
                name, _, value = line.partition(":")
                if name in fields:
                    fields[name] = int(value.split()[0]) / 1000
    except OSError:
        pass
    return fields
