"""The same work without a window: show, export, check, set, allocate, diff, history, verify ….

Results go to standard output, refusals to standard error in one Vietnamese sentence. Exit codes:
0 done, 1 errors found, 2 refused.
"""

from __future__ import annotations

import errno
import json
import os
import re
import sys
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from dnplanner.cli_arguments import arguments_of, cell_and_text, size_of
from dnplanner.cli_import import run_form, run_import
from dnplanner.core.checks import Finding, Level
from dnplanner.core.edits import apply
from dnplanner.core.entry import enter_text
from dnplanner.core.errors import NotFound, PlannerError
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import Plan
from dnplanner.core.series import Series
from dnplanner.core.territory import find_unit
from dnplanner.durable import WriteFailed

if TYPE_CHECKING:
    import argparse

DONE, FOUND_ERRORS, REFUSED = 0, 1, 2
_INTERRUPTED = 130
_UNWRITTEN = frozenset({errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG})
"""What the system says when the standard output takes nothing more."""
_FOUR_DIGITS = re.compile("[0-9]{4}")

TakePicture = Callable[[Plan, Path, tuple[int, int], str, str], int]
"""Writes a picture of the window: plan, file, size, theme, language; 0 when written."""


def main(
    argv: list[str],
    take_picture: TakePicture | None = None,
    test_itself: Callable[[], int] | None = None,
) -> int:
    """Run one command; the exit code. What needs a window is handed in by who may open one."""
    _speak_utf8_or_replace(sys.stdout, sys.stderr)
    commands: dict[str, Callable[[argparse.Namespace], int]] = {
        "show": _show,
        "export": _export,
        "check": _check,
        "set": _set,
        "allocate": _allocate,
        "diff": _diff,
        "history": _history,
        "verify": _verify,
        "import": run_import,
        "form": run_form,
        "screenshot": lambda arguments: _screenshot(arguments, take_picture),
        "self-test": lambda _: FOUND_ERRORS if test_itself is None else test_itself(),
    }
    try:
        arguments = arguments_of(argv)
        code = commands[arguments.command](arguments)
        if sys.stdout is not None:
            sys.stdout.flush()  # a full disk is told about now or never
        return code
    except SystemExit as leaving:  # argparse has printed help or version
        return leaving.code if isinstance(leaving.code, int) else DONE
    except (PlannerError, WriteFailed) as error:
        return _refuse(error)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as error:  # a script gets a sentence, whatever went wrong
        return _give_up(error)


def _give_up(error: Exception) -> int:
    """What nobody foresaw, and outputs that take nothing more."""
    if isinstance(error, BrokenPipeError):
        _write_no_more()  # whoever reads has seen enough, such as ``head``: no reason for a word
        return REFUSED
    if isinstance(error, OSError) and error.filename is None and error.errno in _UNWRITTEN:
        _write_no_more()
        return _refuse(PlannerError("output_unwritten"))
    return _refuse(PlannerError(type(error).__name__))


def _write_no_more() -> None:
    """Python would complain when it ends and still has something to write."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):  # an output without a file of its own
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _named(path: Path, suffix: str) -> Path:
    """``path``, whose name has to end in ``suffix``: what is inside is nothing else."""
    if path.suffix.lower() != suffix:
        raise PlannerError("wrong_suffix", name=path.name, suffix=suffix)
    return path


def _refuse(error: PlannerError | WriteFailed) -> int:
    from dnplanner.models.wording import refusal_sentence

    print(refusal_sentence(error), file=sys.stderr)
    return REFUSED


def _speak_utf8_or_replace(*streams: TextIO) -> None:
    """A Windows console may lack Vietnamese letters; a question mark is better than a traceback."""
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _print_json(listed: dict[str, object]) -> None:
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    print(json.dumps(listed, ensure_ascii=encoding != "utf8", indent=2))


def _load(file: str) -> Plan:
    if file == "sample":
        from dnplanner.storage.samples import sample

        return sample()

    from dnplanner.storage.document_file import load

    try:
        return load(Path(file))
    except PlannerError as error:
        error.params.setdefault("path", file)
        raise


def _question(plan: Plan, arguments: argparse.Namespace) -> Question:
    """The scenario and year asked for, else the first ones. Raises NotFound."""
    years = plan.plan_years
    year = years[0]
    if arguments.year is not None:
        if not _FOUR_DIGITS.fullmatch(arguments.year) or int(arguments.year) not in years:
            code = "year" if len(years) > 1 else "year_only"
            raise NotFound(code, name=arguments.year, first=years[0], last=years[-1])
        year = int(arguments.year)
    return Question(_scenario(plan, arguments.scenario), year, Series.POOR)


def _scenario(plan: Plan, name: str | None) -> str:
    """The scenario of this name; "PA 1" is enough for "PA 1 – Trình UBND" if no other begins so."""
    scenarios = plan.outline.scenarios
    if name is None:
        return scenarios[0]
    wanted = _folded(name)
    names = {scenario: _folded(plan.scenario(scenario).name) for scenario in scenarios}
    found = [scenario for scenario in scenarios if names[scenario] == wanted]
    found = found or [s for s in scenarios if wanted and names[s].startswith(wanted)]
    if len(found) != 1:
        raise NotFound("scenario", name=name)
    return found[0]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def _show(arguments: argparse.Namespace) -> int:
    from dnplanner.models.listing import plan_object, text_table

    plan = _load(arguments.file)
    evaluation = Evaluation(plan, _question(plan, arguments))
    if arguments.json:
        _print_json(plan_object(plan, evaluation))
    else:
        print("\n".join(text_table(plan, evaluation)))
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    from dataclasses import replace

    from dnplanner.models.appendix_export import write_appendix
    from dnplanner.models.wording import appendix_options

    target = _named(Path(arguments.appendix), ".xlsx")
    plan = _load(arguments.file)
    question = _question(plan, arguments)
    options = replace(appendix_options(plan, question), with_checks=arguments.with_checks)
    write_appendix(plan, question, options, target)
    print(f"Đã xuất phụ lục: {arguments.appendix}")
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from dnplanner.models.listing import all_findings, finding_object

    plan = _load(arguments.file)
    question = _question(plan, arguments)
    years = list(plan.plan_years) if arguments.year is None else [question.year]
    found = all_findings(plan, question.scenario, years)
    if arguments.json:
        listed = [finding_object(plan, year, finding) for year, finding in found]
        _print_json({"findings": listed})
    else:
        _print_findings(plan, found)
    errors = any(finding.level is Level.ERROR for _, finding in found)
    return FOUND_ERRORS if errors else DONE


def _print_findings(plan: Plan, found: list[tuple[int, Finding]]) -> None:
    from dnplanner.models.wording import finding_sentence, level_name

    if not found:
        print("Không có vấn đề.")
    several = len(plan.plan_years) > 1
    for year, finding in found:
        when = f" {year}" if several else ""
        print(f"{level_name(finding.level)}{when}: {finding_sentence(plan, finding)}")


def _set(arguments: argparse.Namespace) -> int:
    from dnplanner import cli_documents
    from dnplanner.models.wording import edit_sentence

    plan = _load(arguments.file)
    question, unit = _question(plan, arguments), find_unit(plan, arguments.unit)
    done, edits = [], []
    for written in arguments.cell:
        cell, text = cell_and_text(written)
        edit = enter_text(plan, Evaluation(plan, question), unit, cell, text)
        if edit:
            done.append(edit_sentence(plan, edit))
            edits.append(edit)
        plan = apply(plan, edit)
    cli_documents.write_changed(arguments.file, edits, arguments.out)
    print("\n".join([*done, f"Đã ghi: {arguments.out}"]))
    return DONE


def _allocate(arguments: argparse.Namespace) -> int:
    from dnplanner import cli_allocate

    plan = _load(arguments.file)
    return _print(cli_allocate.run(plan, _question(plan, arguments), arguments))


def _diff(arguments: argparse.Namespace) -> int:
    from dnplanner import cli_documents

    before, after = _load(arguments.before), _load(arguments.after)
    return _print(cli_documents.diff(before, after, as_json=arguments.json))


def _history(arguments: argparse.Namespace) -> int:
    from dnplanner import cli_documents

    return _print(cli_documents.history(arguments.file, as_json=arguments.json))


def _verify(arguments: argparse.Namespace) -> int:
    from dnplanner import cli_documents

    code, sentence = cli_documents.verify(arguments.file)
    print(sentence, file=sys.stdout if code == cli_documents.SOUND else sys.stderr)
    return code


def _print(told: dict[str, object] | str) -> int:
    if isinstance(told, str):
        print(told)
    else:
        _print_json(told)
    return DONE


def _screenshot(arguments: argparse.Namespace, take_picture: TakePicture | None) -> int:
    size, out = size_of(arguments.size), _named(Path(arguments.out), ".png")
    plan = _load(arguments.file)
    if sys.platform.startswith("linux"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        # The offscreen plugin writes a warning for every widget it cannot place on a screen.
        os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    written = take_picture is not None and not take_picture(
        plan, out, size, arguments.theme, arguments.lang
    )
    if not written:
        raise PlannerError("picture_unwritten", path=arguments.out)
    print(f"Đã chụp cửa sổ: {arguments.out}")
    return DONE
