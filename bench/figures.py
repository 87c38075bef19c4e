"""Measuring: medians of repeated runs, taken in turns so that a busy machine slows all alike."""

from __future__ import annotations

import gc
import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Figure(NamedTuple):
    """One line of the table: what was measured, at how many units, and the median in seconds.

    ``times_baseline`` says how many times the baseline of the same run it took, None without one.
    """

    what: str
    units: int
    median: float
    times_baseline: float | None = None


def medians(rounds: int, works: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The median seconds of each work, run in turns ``rounds`` times after one warm-up round."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 1):
        for name, work in works.items():
            gc.collect()
            started = time.perf_counter()
            work()
            if turn:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(found) for name, found in seconds.items()}


def table(figures: list[Figure]) -> str:
    """The figures as aligned text: what, units, median, times the baseline."""
    lines = [("measured", "units", "median", "× baseline")]
    for figure in figures:
        ratio = "" if figure.times_baseline is None else f"{figure.times_baseline:.3g}"
        lines.append((figure.what, f"{figure.units:,}", _readable(figure.median), ratio))
    widths = [max(len(line[column]) for line in lines) for column in range(4)]
    return "\n".join(
        f"{what:<{widths[0]}}  {units:>{widths[1]}}  {median:>{widths[2]}}  {ratio:>{widths[3]}}"
        for what, units, median, ratio in lines
    )


def _readable(seconds: float) -> str:
    if seconds < 1e-3:
        return f"{seconds * 1e6:.1f} µs"
    return f"{seconds * 1e3:.1f} ms"
