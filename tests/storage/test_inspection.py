"""Looking into files, comparing and amending them without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import apply
from dnplanner.core.errors import EditOutdated
from dnplanner.durable import WriteFailed
from dnplanner.storage import document_file
from dnplanner.storage.errors import DocumentDamaged, DocumentUnread, UnknownContent
from dnplanner.storage.inspection import (
    amended,
    difference_of_files,
    inspect,
    plan_at,
    read_snapshot,
)
from dnplanner.storage.samples import sample
from dnplanner.storage.saving import Saver
from dnplanner.storage.schema import VERSION
from soak.failing_calls import FailingCalls
from tests.storage.conftest import LAN, reduction

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.durable import FileCalls


def amend(file: Path, edit: Edit, source: str = "", calls: FileCalls | None = None) -> None:
    """Change a file in place, as a command does."""
    saver = Saver(file.parent / "home", "", LAN, calls=calls)
    saver.write_copy(amended(file.read_bytes(), [edit], LAN, source), file)


def test_a_sound_file_tells_its_version_and_size(file: Path) -> None:
    found = inspect(file)
    assert (found.version, found.bytes) == (VERSION, file.stat().st_size)


def test_the_difference_of_two_files_is_an_edit_from_one_to_the_other(
    file: Path, tmp_path: Path
) -> None:
    edit, other = reduction(sample(), 1350), tmp_path / "b.dnplan"
    document_file.save(apply(sample(), edit), other)
    assert difference_of_files(file, other).changes == edit.changes
    assert not difference_of_files(file, file)


def test_an_amended_file_remembers_who_did_it_and_can_go_back(file: Path) -> None:
    first = reduction(sample(), 1350)
    amend(file, first, "bảng.xlsx")
    amend(file, reduction(apply(sample(), first), 1300))
    snapshot = inspect(file).snapshot
    assert [(c.sequence, c.user, c.source) for c in snapshot.changes] == [
        (1, "Lan", "bảng.xlsx"),
        (2, "Lan", ""),
    ]
    assert plan_at(snapshot, 0).tables == sample().tables


def test_amending_keeps_the_documents_identity(file: Path) -> None:
    before = read_snapshot(file).document
    amend(file, reduction(sample(), 1350))
    assert read_snapshot(file).document == before


def test_an_amendment_that_cannot_be_written_leaves_the_file(file: Path) -> None:
    before = file.read_bytes()
    Saver(file.parent / "home", read_snapshot(file).document, LAN).keep(before)
    with pytest.raises(WriteFailed):
        amend(file, reduction(sample(), 1), calls=FailingCalls(2, OSError(28, "")))
    assert file.read_bytes() == before


def test_a_backup_that_cannot_be_kept_does_not_stop_the_amendment(file: Path) -> None:
    edit = reduction(sample(), 1)
    amend(file, edit, calls=FailingCalls(2, OSError(28, "")))
    assert read_snapshot(file).plan.tables == apply(sample(), edit).tables


def test_an_edit_of_another_state_is_not_written(file: Path) -> None:
    edit = reduction(sample(), 1350)
    amend(file, edit)
    before = file.read_bytes()
    with pytest.raises(EditOutdated):
        amend(file, edit)
    assert file.read_bytes() == before


def test_a_history_that_does_not_lead_to_the_plan_is_found_out(file: Path) -> None:
    amend(file, reduction(sample(), 1350))
    honest = read_snapshot(file)
    other = apply(honest.plan, reduction(honest.plan, 2))
    with pytest.raises(UnknownContent):
        plan_at(type(honest)(other, honest.document, honest.changes), 0)


def test_a_damaged_file_is_neither_read_nor_amended(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-7])
    before = file.read_bytes()
    with pytest.raises(DocumentDamaged):
        inspect(file)
    with pytest.raises(DocumentDamaged):
        amend(file, reduction(sample(), 1350))
    assert file.read_bytes() == before


@pytest.mark.parametrize(("name", "reason"), [("gone.dnplan", "missing"), ("", "folder")])
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(DocumentUnread) as refused:
        inspect(tmp_path / name)
    assert refused.value.params == {"reason": reason}
