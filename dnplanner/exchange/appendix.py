"""The official appendix as a workbook (Nghị định 30/2020/NĐ-CP; domain, §7).

What it says comes in as wording and options, since document texts are content; what it shows comes
from the evaluation. Light to import: the workbook library is loaded when an appendix is made.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

from dnplanner.core.errors import PlannerError
from dnplanner.core.plan import DocumentField, Plan

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Evaluation
    from dnplanner.exchange.appendix_content import (
        AppendixOptions,
        AppendixWording,
        CheckSheet,
    )


class ExportCancelled(PlannerError):
    """The user stopped the export; nothing was made."""


Progress = Callable[[int, int], None]
"""Told how many rows of how many are done."""


def appendix_bytes(  # noqa: PLR0913, PLR0917  # a plan, its rows, words, choices, and two calls
    plan: Plan,
    evaluation: Evaluation,
    wording: AppendixWording,
    options: AppendixOptions,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
    checks: CheckSheet | None = None,
) -> bytes:
    """The appendix as the bytes of an .xlsx file. Raises ExportCancelled.

    ``checks`` becomes a second sheet.
    Counts are numbers, sums and rates live formulas that carry their values; no text of the user
    becomes a formula. Touches no file and no Qt: made for a worker thread.
    """
    from dnplanner.exchange.appendix_lines import lines_of
    from dnplanner.exchange.appendix_sheet import AppendixSheet

    lines = lines_of(plan, evaluation, wording.whole)
    sheet = AppendixSheet(wording, options)
    for done, line in enumerate(lines):
        if done % _ROWS_BETWEEN_REPORTS == 0:
            if cancelled is not None and cancelled():
                raise ExportCancelled("cancelled")
            if progress is not None:
                progress(done, len(lines))
        sheet.add(line)
    if checks is not None:
        sheet.add_checks(checks)
    content = sheet.finished()
    if progress is not None:
        progress(len(lines), len(lines))
    return content


_ROWS_BETWEEN_REPORTS = 500
_FORBIDDEN_IN_FILE_NAMES = '<>:"/\\|?*'
_LONGEST_STEM = 100


def file_name_for(plan: Plan) -> str:
    """A name for the appendix's file that every system takes: the title and the territory."""
    territory = plan.unit(plan.tree.root).name
    stem = " - ".join(text for text in (plan.text(DocumentField.TITLE), territory) if text)
    kept = "".join(
        " " if char in _FORBIDDEN_IN_FILE_NAMES or not char.isprintable() else char
        for char in unicodedata.normalize("NFC", stem)
    )
    return " ".join(kept.split())[:_LONGEST_STEM].strip(" .") + ".xlsx"
