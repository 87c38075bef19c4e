"""Measuring: medians of repeated runs, taken in turns so that a busy machine slows all alike."""

from __future__ import annotations

import gc
import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Target(NamedTuple):
    """What the program promises: ``limit`` in seconds, megabytes or times the baseline."""

    limit: float
    of: str
    """Which number of the figure it limits: median, p95 or times_baseline."""


class Figure(NamedTuple):
    """One line of the table: what was measured, at how many units, and its median.

    The median and ``p95`` (95 of 100 runs are at least as quick) are in seconds, or in megabytes
    where ``megabytes`` says so. ``times_baseline`` says how many times the baseline of the same run
    it took, None without one.
    """

    what: str
    units: int
    median: float
    times_baseline: float | None = None
    p95: float | None = None
    target: Target | None = None
    megabytes: bool = False

    @property
    def holds(self) -> bool | None:
        """Whether the target is kept; None without one."""
        value = None if self.target is None else getattr(self, self.target.of)
        return None if value is None or self.target is None else value <= self.target.limit


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


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-95 * len(ordered) // 100) - 1)]


def table(figures: list[Figure]) -> str:
    """The figures as aligned text, each with its target and whether it holds."""
    lines = [("measured", "units", "median", "p95", "× baseline", "target", "")]
    lines += [_line(figure) for figure in figures]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            [f"{line[0]:<{widths[0]}}"]
            + [f"{text:>{width}}" for text, width in zip(line[1:], widths[1:], strict=True)]
        ).rstrip()
        for line in lines
    )


def _line(figure: Figure) -> tuple[str, str, str, str, str, str, str]:
    ratio = "" if figure.times_baseline is None else f"{figure.times_baseline:.3g}"
    spread = "" if figure.p95 is None else _readable(figure, figure.p95)
    verdict = {True: "holds", False: "MISSED", None: ""}[figure.holds]
    return (
        figure.what,
        f"{figure.units:,}" if figure.units else "",
        _readable(figure, figure.median),
        spread,
        ratio,
        _target_text(figure),
        verdict,
    )


def _target_text(figure: Figure) -> str:
    if figure.target is None:
        return ""
    limit, of = figure.target
    if of == "times_baseline":
        return f"≤ {limit:g} ×"
    return f"{'p95 ' if of == 'p95' else ''}≤ {_readable(figure, limit)}"


def _readable(figure: Figure, value: float) -> str:
    if figure.megabytes:
        return f"{value:.0f} MB"
    if value < 1e-3:
        return f"{value * 1e6:.1f} µs"
    return f"{value * 1e3:.1f} ms"
