"""The commands about documents as such: ``diff``, ``history``, ``verify``, and changing in place.

Nothing here writes into a file that was not understood.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import decimal_point, format_count
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from dnplanner.core.comparison import CellDifference
    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.models.history import DifferenceLine, HistoryLine
    from dnplanner.storage.snapshot import Snapshot

SOUND, DAMAGED, UNREADABLE = 0, 1, 2
"""Exit codes of ``verify``."""

_FILE = "tệp .dnplan"
_DECIMALS = {"points": POINTS_DECIMALS, "rate_start": RATE_DECIMALS, "rate_end": RATE_DECIMALS}


def add_diff(parser: argparse.ArgumentParser) -> None:
    """What can be written after ``diff``."""
    parser.add_argument("before", metavar="A.dnplan", help="tệp trước, hoặc sample")
    parser.add_argument("after", metavar="B.dnplan", help="tệp sau, hoặc sample")
    parser.add_argument("--json", action="store_true", help="in dạng JSON")


def add_history(parser: argparse.ArgumentParser) -> None:
    """What can be written after ``history``."""
    parser.add_argument("file", metavar="FILE", help=_FILE)
    parser.add_argument("--json", action="store_true", help="in dạng JSON")


def add_verify(parser: argparse.ArgumentParser) -> None:
    """What can be written after ``verify``."""
    parser.add_argument("file", metavar="FILE", help=_FILE)


def diff(before: Plan, after: Plan, *, as_json: bool) -> dict[str, object] | str:
    """What differs from one plan to the other: cells first, then facts that are in no cell.

    An object for JSON, or lines.
    """
    from dnplanner.core.comparison import compare
    from dnplanner.models.history import difference_lines

    comparison = compare(before, after)
    lines = difference_lines(before, after, comparison)
    if as_json:
        cells = [_listed_cell(before, after, found) for found in comparison.cells]
        others = [line.what for line in lines if not line.where]
        return {"cells": cells, "others": others}
    return "\n".join(map(_difference, lines)) or "Hai bản giống hệt nhau."


def history(file: str, *, as_json: bool) -> dict[str, object] | str:
    """All changes in a document, latest first, and its versions; an object for JSON, or lines.

    Raises DocumentRefused.
    """
    from dnplanner.models.history import first_line, history_lines
    from dnplanner.storage.errors import DocumentRefused
    from dnplanner.storage.inspection import read_snapshot

    try:
        snapshot = read_snapshot(Path(file))
        lines = history_lines(snapshot.plan, snapshot.changes, snapshot.versions)
    except DocumentRefused as error:
        error.params.setdefault("path", file)
        raise
    if as_json:
        versions = [version._asdict() for version in snapshot.versions]
        return {"changes": list(_listed_changes(snapshot, lines)), "versions": versions}
    first = first_line(snapshot.versions)
    shown = [*lines, first] if first.versions else lines
    return "\n".join(map(_change, shown)) or "Chưa có thay đổi nào."


def verify(file: str) -> tuple[int, str]:
    """Whether a document is sound, its whole history included; a sentence for both cases."""
    from dnplanner.models.wording import refusal_sentence
    from dnplanner.storage.errors import DocumentIsNewer, DocumentRefused, DocumentUnread
    from dnplanner.storage.inspection import inspect

    try:
        found = inspect(Path(file))
    except DocumentRefused as error:
        error.params.setdefault("path", file)
        unread = isinstance(error, DocumentUnread | DocumentIsNewer)
        return UNREADABLE if unread else DAMAGED, refusal_sentence(error)
    changes, size = len(found.snapshot.changes), -(-found.bytes // 1000)
    return SOUND, (
        f"{Path(file).name}: tệp lành, định dạng {found.version}, {format_count(size)} kB, "
        f"{format_count(changes)} thay đổi trong lịch sử."
    )


def write_changed(file: str, edits: Sequence[Edit], out: Path, source: str = "") -> None:
    """Write what ``file`` holds after ``edits`` to ``out``: with its history, the edits the latest.

    ``source`` names the files of an import. A document that is replaced is kept as a backup, and
    one that somebody has open is not. Raises DocumentRefused, EditOutdated, LockHeld, WriteFailed,
    ContentUnwritable; ``out`` is then as it was.
    """
    from dnplanner.paths import user_folder
    from dnplanner.storage.author import this_author
    from dnplanner.storage.document_file import read_bytes
    from dnplanner.storage.inspection import amended
    from dnplanner.storage.samples import sample
    from dnplanner.storage.saving import Saver
    from dnplanner.storage.snapshot import Snapshot, to_bytes

    content = to_bytes(Snapshot(sample())) if file == "sample" else read_bytes(Path(file))
    author = this_author()
    changed = amended(content, [edit for edit in edits if edit], author, source)
    try:
        Saver(user_folder(), "", author).write_copy(changed, out)
    except PlannerError as error:
        error.params.setdefault("path", out)
        raise


def _listed_cell(before: Plan, after: Plan, found: CellDifference) -> dict[str, object]:
    from dnplanner.models.history import shown_change

    plan, question = after if found.unit in after.tree.units else before, found.question
    cell = str(found.cell)
    return {
        "code": plan.unit(found.unit).code,
        "name": plan.unit(found.unit).name,
        "scenario": plan.scenario(question.scenario).name,
        "year": question.year,
        "series": str(question.series),
        "cell": cell,
        "before": _value(cell, found.before),
        "after": _value(cell, found.after),
        "difference": _value(cell, shown_change(found)),
    }


def _value(cell: str, value: Fraction | None) -> int | str | None:
    """A count as a whole number, a rate or points as text with a decimal point."""
    if value is None or cell not in _DECIMALS:
        return None if value is None else int(value)
    return decimal_point(value, _DECIMALS[cell])


def _listed_changes(snapshot: Snapshot, lines: list[HistoryLine]) -> Iterator[dict[str, object]]:
    for line, change in zip(lines, reversed(snapshot.changes), strict=True):
        yield {
            "sequence": change.sequence,
            "act": str(change.act),
            "time": change.time,
            "user": change.user,
            "computer": change.computer,
            "sentence": line.sentence,
            "source": change.source,
            "versions": list(line.versions),
        }


def _difference(line: DifferenceLine) -> str:
    if not line.where:
        return line.what
    change = f" ({line.change})" if line.change else ""
    return f"{line.where}, {line.what}: {line.before} → {line.after}{change}"


def _change(line: HistoryLine) -> str:
    remarks = " · ".join(filter(None, (line.author, line.source, *line.versions)))
    return f"{line.sequence}  {line.time}  {line.sentence}" + (f"  [{remarks}]" if remarks else "")
