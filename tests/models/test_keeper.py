"""The keeper: nothing of a document is lost between the window and the disk."""

from __future__ import annotations

from fractions import Fraction
from threading import Event
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import Pinned, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.durable import WriteFailed
from dnplanner.models.document import Document
from dnplanner.models.keeper import Keeper, file_opened, plan_opened
from dnplanner.storage.author import this_author
from dnplanner.storage.document_file import save
from dnplanner.storage.inspection import read_snapshot
from dnplanner.storage.recovery import leftovers
from dnplanner.storage.samples import sample
from dnplanner.storage.working_copy import WorkingCopy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(sample())


@pytest.fixture
def keeper(document: Document) -> Iterator[Keeper]:
    made = Keeper(document)
    yield made
    made.close(discard=True)


def reduce(document: Document, households: int) -> None:
    plan = document.plan
    key = TargetKey(plan.outline.scenarios[0], "tuy-duc", 2024, Series.POOR)
    value = Target(Pinned.REDUCTION, Fraction(households))
    document.perform(edit_of(plan, "enter", {key: value}))


def test_changes_made_before_the_store_is_there_are_kept_in_order(
    document: Document, keeper: Keeper, qtbot: QtBot
) -> None:
    reduce(document, 1350)
    reduce(document, 1300)
    document.undo_stack.undo()
    assert not keeper.is_durable
    keeper.begin(plan_opened(sample(), keeper.desk()))
    qtbot.waitUntil(lambda: keeper.is_durable)
    assert [str(change.act) for change in keeper.history()()] == ["done", "done", "undone"]


def test_a_history_of_thousands_of_steps_can_be_undone_after_opening(
    document: Document, keeper: Keeper, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "dài.dnplan"
    keeper.begin(plan_opened(sample(), keeper.desk()))
    for number in range(200):
        reduce(document, 1000 + number)
    with qtbot.waitSignal(keeper.saved):
        keeper.save(file)
    keeper.close(discard=True)
    other = Keeper(Document(sample()))
    opened = file_opened(file, other.desk())
    assert len(opened.history.undoable) == 200
    assert opened.history.undoable[0].text.endswith("1.400 → 1.000")
    assert opened.history.undoable[-1].text.endswith("1.198 → 1.199")
    opened.document.close(discard=True)


def test_a_version_that_the_disk_refuses_is_not_shown(
    document: Document, keeper: Keeper, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(working: WorkingCopy, _version: object) -> None:
        raise WriteFailed("disk_full", working.path, needs=1, free=0, drive="C:")

    keeper.begin(plan_opened(sample(), keeper.desk()))
    monkeypatch.setattr(WorkingCopy, "name_version", refuse)
    with qtbot.waitSignal(keeper.trouble):
        keeper.name_version("Bản trình")
    assert keeper.versions == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_version_is_named_like_anything_else(name: str, keeper: Keeper) -> None:
    with pytest.raises(EntryRefused):
        keeper.name_version(name)


def test_a_document_that_comes_after_closing_is_let_go_and_its_changes_stay(
    document: Document, home: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "kế hoạch.dnplan"
    save(sample(), file)
    first = Keeper(document)
    first.adopt(file_opened(file, first.desk()))
    reduce(document, 1350)
    first.history()()
    first.close(discard=False)  # as after a crash
    late = Keeper(Document(sample()))
    opened = file_opened(file, late.desk())
    late.close(discard=True)
    assert late.adopt(opened) is None
    (left,) = leftovers(home, this_author())
    assert len(left.unsaved) == 1
    assert read_snapshot(file).changes == ()


def test_recording_does_not_wait_for_the_disk(
    document: Document, keeper: Keeper, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """While the disk takes its time, edits go on, and are not said to be durable."""
    let_go, take = Event(), WorkingCopy.record

    def slow(working: WorkingCopy, recorded: object) -> None:
        let_go.wait(20)
        take(working, recorded)  # type: ignore[arg-type]  # what record was given

    monkeypatch.setattr(WorkingCopy, "record", slow)
    keeper.begin(plan_opened(sample(), keeper.desk()))
    for households in (1350, 1300, 1250):
        reduce(document, households)
    assert document.undo_stack.count() == 3
    assert not keeper.is_durable
    let_go.set()
    qtbot.waitUntil(lambda: keeper.is_durable)
