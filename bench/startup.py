"""From the birth of the process to the painted table, and to idle with the chart.

Every start is a fresh process; the bare Qt window, which is the baseline, takes turns with the
program. Ratios compare the quickest quarter of the starts of each: what else a machine does can
only make a start slower. Under Xvfb where that is installed, else without a screen; the table says
which.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.figures import Figure, Target, p95

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUNDS = 16
_HERE = Path(__file__).parent

Told = dict[str, dict[str, Any]]
"""What a child told, by event; ``at`` in seconds since its birth."""


def measure() -> list[Figure]:
    """Start times and memory; the baseline is the bare window of the same run."""
    with screen() as variables, tempfile.TemporaryDirectory() as folder:
        settings = str(Path(folder) / "settings.ini")
        _told("child_program.py", variables, settings)  # writes what Python compiles
        bare, ours = [], []
        for _ in range(_ROUNDS):
            bare.append(_told("child_bare.py", variables))
            ours.append(_told("child_program.py", variables, settings))
        gaps = [_told("child_program.py", variables, settings, "gaps") for _ in range(3)]
        name = variables["QT_QPA_PLATFORM"]
    _refuse_heavy(ours)
    return [*_times(bare, ours, name), *_gaps(gaps), *_memory(bare, ours)]


def _times(bare: list[Told], ours: list[Told], name: str) -> list[Figure]:
    base = _seconds(bare, "painted")
    painted, idle = _seconds(ours, "painted"), _seconds(ours, "idle")
    return [
        Figure(f"bare Qt window painted ({name})", 9, statistics.median(base), 1.0, p95(base)),
        _figure("table painted", painted, base, Target(1.15, "times_baseline")),
        _figure("all but the chart there", _seconds(ours, "completed"), base, None),
        _figure("idle with the chart", idle, base, Target(3.2, "times_baseline")),
    ]


def _figure(what: str, seconds: list[float], base: list[float], target: Target | None) -> Figure:
    """Compares the quickest quarters: what else a machine does can only make a start slower."""
    ratio = _quickest(seconds) / _quickest(base)
    return Figure(what, 9, statistics.median(seconds), ratio, p95(seconds), target)


def _quickest(seconds: list[float]) -> float:
    return statistics.mean(sorted(seconds)[: max(1, len(seconds) // 4)])


def _gaps(told: list[Told]) -> list[Figure]:
    gaps = [one["idle"]["longest_gap"] for one in told]
    what = "longest stand-still of the window until idle"
    target = Target(50e-3, "median")
    return [Figure(what, 9, statistics.median(gaps), None, max(gaps), target)]


def _memory(bare: list[Told], ours: list[Told]) -> list[Figure]:
    wanted = [
        ("memory of the bare window", bare, "painted", "VmRSS", None),
        ("memory at the painted table", ours, "painted", "VmRSS", Target(70, "median")),
        ("memory with the chart", ours, "idle", "VmRSS", Target(125, "median")),
        ("peak memory until idle", ours, "idle", "VmHWM", Target(125, "median")),
    ]
    figures = []
    for what, told, event, field, target in wanted:
        found = [one[event][field] for one in told if one[event][field] is not None]
        if found:
            median = statistics.median(found)
            figures.append(Figure(what, 9, median, None, None, target, megabytes=True))
    return figures


def _refuse_heavy(ours: list[Told]) -> None:
    heavy = {name for one in ours for name in one["painted"]["heavy"]}
    if heavy:
        raise RuntimeError(f"loaded before the first paint: {', '.join(sorted(heavy))}")


def _seconds(told: list[Told], event: str) -> list[float]:
    return [one[event]["at"] for one in told]


def _told(script: str, variables: dict[str, str], *arguments: str) -> Told:
    born = time.monotonic()
    ended = subprocess.run(
        [sys.executable, str(_HERE / script), *arguments],
        env=variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=120,
    )
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    return {line["event"]: {**line, "at": line["at"] - born} for line in lines}


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment of the children: a virtual X server where there is one, else no screen."""
    variables = dict(os.environ)
    # A user's Python keeps what it compiled; a first start ever is not what is measured.
    variables.pop("PYTHONDONTWRITEBYTECODE", None)
    variables["PYTHONPATH"] = str(_HERE.parent)
    server = shutil.which("Xvfb")
    if server is None:
        yield {**variables, "QT_QPA_PLATFORM": "offscreen"}
        return
    command = [server, "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            number = process.stdout.readline().decode().strip() if process.stdout else ""
            yield {**variables, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            process.terminate()
