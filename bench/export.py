"""The official appendix, written as the window writes it, beside the same cells written plainly.

Once more in a worker thread with an event loop running, to see how long the window stands still.
"""

from __future__ import annotations

import io
import os
import tempfile
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.figures import Figure, Target, medians
from bench.territories import QUESTION, SIZES, territory

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

_ROUNDS = {8: 7, 713: 5, 10_600: 3}
_LIMITS = {10_600: Target(2.0, "median")}


def measure() -> list[Figure]:
    """Every size beside plain openpyxl, then the longest gap of an event loop at the largest."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "appendix.xlsx"
        for units in SIZES:
            figures += _measure_size(units, target)
        figures.append(_measure_gap(territory(max(SIZES)), target))
    return figures


def _measure_size(units: int, target: Path) -> list[Figure]:
    plan = territory(units)
    found = medians(
        _ROUNDS[units], {"plain": partial(_plain, plan), "ours": partial(_write, plan, target)}
    )
    base = found["plain"]
    return [
        Figure("plain openpyxl, the same cells", units, base, 1.0),
        Figure("appendix", units, found["ours"], found["ours"] / base, None, _LIMITS.get(units)),
    ]


def _write(plan: Plan, target: Path) -> None:
    from dnplanner.exchange.appendix_content import AppendixOptions
    from dnplanner.models.appendix_export import write_appendix

    write_appendix(plan, QUESTION, AppendixOptions(title="Chỉ tiêu giảm nghèo"), target)


def _plain(plan: Plan) -> bytes:
    """A font, a border and a number format on every cell, formulas without values."""
    from openpyxl import Workbook
    from openpyxl.styles import Border, Font, Side

    from dnplanner.core.evaluation import Evaluation

    book = Workbook()
    sheet = book.create_sheet()
    font, side = Font(name="Times New Roman", size=12), Side(style="thin")
    border = Border(left=side, right=side, top=side, bottom=side)
    rows = Evaluation(plan, QUESTION).rows
    for at, (unit, row) in enumerate(rows.items(), start=1):
        values = [at, plan.unit(unit).name, row.households_start, row.poor_start]
        values += [f"=ROUND(100*D{at}/C{at},2)", row.households_end, row.reduction]
        values += [f"=ROUND(100*D{at}/C{at}-100*I{at}/F{at},1)", f"=D{at}-G{at}"]
        for column, value in enumerate([*values, f"=ROUND(100*I{at}/F{at},2)"], start=1):
            cell = sheet.cell(at, column, value)
            cell.font, cell.border, cell.number_format = font, border, "#,##0"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _measure_gap(plan: Plan, target: Path) -> Figure:
    """The longest stand-still of an event loop while a worker thread writes the appendix."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtWidgets import QApplication

    QApplication.instance() or QApplication([])
    worker = threading.Thread(target=_write, args=(plan, target))
    longest, last = 0.0, time.perf_counter()
    worker.start()
    while worker.is_alive():
        QCoreApplication.processEvents()
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return Figure("longest stand-still while exporting", max(SIZES), longest)
