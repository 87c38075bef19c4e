"""Writing the official appendix of a plan to a file, for the window and the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.evaluation import Evaluation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan
    from dnplanner.exchange.appendix import Progress
    from dnplanner.exchange.appendix_content import AppendixOptions, CheckSheet


def write_appendix(  # a plan, a question, a look, a place, and two calls
    plan: Plan,
    question: Question,
    options: AppendixOptions,
    target: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write the appendix of one scenario and year; the old file stays whole if that fails.

    Evaluates ``plan`` itself, so that it may run in a worker thread while the plan goes on being
    edited. Raises ExportCancelled or WriteFailed.
    """
    from dnplanner.durable import write_file
    from dnplanner.exchange.appendix import appendix_bytes
    from dnplanner.models.wording.appendix import appendix_wording

    wording = appendix_wording(plan, question)
    evaluation = Evaluation(plan, question)
    checks = check_sheet(plan, evaluation) if options.with_checks else None
    content = appendix_bytes(plan, evaluation, wording, options, progress, cancelled, checks)
    write_file(target, content)


def check_sheet(plan: Plan, evaluation: Evaluation) -> CheckSheet:
    """The findings on what is exported, worst first; one line says so where there are none."""
    from dnplanner.core.checks import check
    from dnplanner.exchange.appendix_content import CheckSheet
    from dnplanner.models.wording import finding_sentence, level_name, unit_name

    lines = tuple(
        (level_name(one.level), unit_name(plan, one.unit), finding_sentence(plan, one))
        for one in check(plan, evaluation)
    )
    headings = ("Mức", "Đơn vị", "Nội dung cần xem lại")
    return CheckSheet("Kiểm tra", headings, lines or (("", "", "Không có vấn đề."),))
