"""Reading the files that many units sent: named ones and whole folders, one after the other."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.errors import PlannerError
from dnplanner.exchange.intake import source_of
from dnplanner.exchange.preflight import WorkbookRefused
from dnplanner.exchange.reading import Reader
from dnplanner.models.import_task import FileRead, file_of
from dnplanner.models.intake_wording import intake_refusal
from dnplanner.models.wording import refusal_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from dnplanner.core.plan import Plan

TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".xlsb", ".csv", ".txt"})
DOCUMENT = ".dnplan"
MOST_FILES = 2_000
_LOCK_PREFIX = "~$"
"""Files that Excel leaves beside an open workbook."""


class Arrived(NamedTuple):
    """A file that came in: a table, a document of ours, or the reason why neither was read."""

    name: str
    modified: float
    sha256: str
    table: FileRead | None = None
    document: Plan | None = None
    refusal: str = ""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files to read: those named, and everything readable in folders, in order of name."""
    found: dict[Path, None] = {}
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for one in inside:
            known = one.suffix.casefold() in TABLES | {DOCUMENT}
            if one.is_file() and known and not one.name.startswith(_LOCK_PREFIX):
                found[one] = None
    return list(found)[:MOST_FILES]


def arrived(
    paths: Sequence[Path], progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> list[Arrived]:
    """Read files one after the other in one process; a bad one does not hinder the others."""
    names = _names(paths)
    found = []
    with Reader(cancelled=cancelled) as reader:
        for at, path in enumerate(paths):
            progress(at, len(paths))
            found.append(_arrived(path, names[path], reader))
    return found


def _names(paths: Sequence[Path]) -> dict[Path, str]:
    """File names, with the folder where two files have the same one."""
    plain = [path.name for path in paths]
    return {
        path: path.name if plain.count(path.name) == 1 else f"{path.parent.name}/{path.name}"
        for path in paths
    }


def _arrived(path: Path, name: str, reader: Reader) -> Arrived:
    try:
        modified = path.stat().st_mtime
        if path.suffix.casefold() == DOCUMENT:
            from dnplanner.storage.document_file import load

            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            return Arrived(name, modified, digest, document=load(path))
        source = source_of(path)._replace(name=name)
        table = file_of(path, reader.read(path), source)
        return Arrived(name, modified, source.sha256, table=table)
    except WorkbookRefused as error:
        if error.code == "cancelled":
            raise
        return Arrived(name, 0.0, "", refusal=intake_refusal(error))
    except PlannerError as error:
        return Arrived(name, 0.0, "", refusal=refusal_sentence(error))
    except OSError:
        return Arrived(name, 0.0, "", refusal=intake_refusal(WorkbookRefused("missing")))
