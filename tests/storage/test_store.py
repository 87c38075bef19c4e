"""Changes reach the disk one by one, and what is claimed to be there is there."""

from __future__ import annotations

import shutil
from dataclasses import replace
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.history import Act, undo_state
from dnplanner.core.plan import DocumentField, DocumentKey
from dnplanner.durable import FileCalls, WriteFailed
from dnplanner.storage import document_file, opening
from dnplanner.storage.errors import (
    ContentUnwritable,
    DocumentRefused,
    SaveRefused,
)
from dnplanner.storage.inspection import inspect, plan_at, read_snapshot
from dnplanner.storage.lock import LockHeld
from dnplanner.storage.opening import Desk, new_document, open_as_new, open_document, resume
from dnplanner.storage.recovery import leftovers, work_folder
from dnplanner.storage.samples import sample
from dnplanner.storage.snapshot import Snapshot
from dnplanner.storage.store import Durable, NotDurable
from soak.failing_calls import FailingCalls
from tests.storage.conftest import LAN, Notices, reduction

if TYPE_CHECKING:
    from pathlib import Path


_COPIES = 100


def after_crash(desk: Desk, tmp_path: Path) -> Desk:
    """The user's folder as a killed program leaves it: copied while everything is still open.

    Copied again where a file that was being written went away under the copying.
    """
    home = tmp_path / "after the crash"
    for _ in range(_COPIES):
        try:
            shutil.copytree(desk.home, home)
        except shutil.Error:
            shutil.rmtree(home)
        else:
            return replace(desk, home=home)
    raise AssertionError("the folder never stood still")


def test_a_recorded_change_is_durable_when_it_is_said_to_be(
    desk: Desk, notices: Notices, tmp_path: Path
) -> None:
    document = new_document(Snapshot(sample()), desk)
    edit = reduction(sample(), 1350)
    assert document.store.record(edit) == 1
    document.store.name_version("đã ghi").result()
    assert document.store.is_durable
    assert notices[-1] == Durable(1)
    (left,) = leftovers(after_crash(desk, tmp_path).home, LAN)
    assert left.unsaved[0].edit == edit
    document.close(discard=True)


def test_the_log_says_who_changed_what_where_and_from_which_file(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350), source="Tuy Đức.xlsx")
    document.store.save(file).result()
    document.close()
    (change,) = read_snapshot(file).changes
    assert (change.user, change.computer) == LAN
    assert (change.kind, change.source, change.facts) == ("enter", "Tuy Đức.xlsx", 1)


def test_saving_and_closing_leaves_the_file_and_nothing_else(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    edit = reduction(sample(), 1350)
    document.store.record(edit)
    document.store.save(file).result()
    assert document.store.is_saved
    assert document.close()
    assert document_file.load(file).tables == apply(sample(), edit).tables
    assert list(file.parent.iterdir()) == [file]
    assert not list(work_folder(desk.home).iterdir())


def test_undoing_goes_on_after_reopening(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    first = reduction(sample(), 1350)
    second = reduction(apply(sample(), first), 1300)
    document.store.record(first)
    document.store.record(second)
    document.store.record(second.inverse(), Act.UNDONE)
    document.store.save(file).result()
    document.close()
    reopened = open_document(file, desk)
    changes = reopened.snapshot.changes
    assert undo_state((c.sequence, c.act) for c in changes) == (((1,),), ((2,),))
    assert changes[0].edit == first
    assert reopened.store.record(first.inverse(), Act.UNDONE) == 4
    reopened.close(discard=True)


def test_every_earlier_state_can_be_had_back(desk: Desk, file: Path) -> None:
    document, plan = open_document(file, desk), sample()
    plans = [plan]
    for households in (1350, 1300, 1250):
        edit = reduction(plan, households)
        plan = apply(plan, edit)
        plans.append(plan)
        document.store.record(edit)
    document.store.name_version("Bản trình UBND 15/02").result()
    document.store.save(file).result()
    document.close()
    snapshot = inspect(file).snapshot
    assert [plan_at(snapshot, n).tables for n in range(4)] == [p.tables for p in plans]
    assert [(v.name, v.sequence) for v in snapshot.versions] == [("Bản trình UBND 15/02", 3)]


def test_a_copy_for_mailing_has_no_history_and_no_trace_of_it(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    document = open_document(file, desk)
    secret = edit_of(sample(), "entitle", {DocumentKey("title"): "BẢN NHÁP KÍN"})
    document.store.record(secret)
    document.store.record(secret.inverse(), Act.UNDONE)
    document.store.name_version("BẢN NHÁP KÍN").result()
    copy = tmp_path / "gửi đi.dnplan"
    document.store.send_copy(copy).result()
    document.close(discard=True)
    found = read_snapshot(copy)
    assert (found.changes, found.versions) == ((), ())
    assert found.plan.tables == sample().tables
    assert "KÍN".encode() not in copy.read_bytes()
    assert b"Lan" not in copy.read_bytes()


def test_a_crash_between_saves_costs_nothing_and_asks_nothing(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    document = open_document(file, desk)
    edit = reduction(sample(), 1350)
    document.store.record(edit)
    document.store.flush().result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    recovered = open_document(file, crashed)
    assert recovered.recovered == 1
    assert recovered.snapshot.plan.tables == apply(sample(), edit).tables
    assert not recovered.store.is_saved
    recovered.store.save(file).result()
    recovered.close()
    assert not leftovers(crashed.home, LAN)


def test_a_name_given_without_a_change_survives_a_crash(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    document = open_document(file, desk)
    document.store.name_version("Bản trình UBND 15/02").result()
    assert not document.store.is_saved
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    (left,) = leftovers(crashed.home, LAN)
    assert ([version.name for version in left.named], left.unsaved) == (
        ["Bản trình UBND 15/02"],
        (),
    )
    recovered = open_document(file, crashed)
    assert [version.name for version in recovered.snapshot.versions] == ["Bản trình UBND 15/02"]
    assert (recovered.recovered, recovered.store.is_saved) == (1, False)
    recovered.store.save(file).result()
    assert recovered.store.is_saved
    recovered.close()
    assert [version.name for version in read_snapshot(file).versions] == ["Bản trình UBND 15/02"]
    assert not leftovers(crashed.home, LAN)


def test_a_name_given_to_a_document_never_saved_survives_a_crash(
    desk: Desk, tmp_path: Path
) -> None:
    document = new_document(Snapshot(sample()), desk)
    document.store.name_version("Bản trình UBND 15/02").result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    (left,) = leftovers(crashed.home, LAN)
    recovered = resume(left.path, crashed)
    assert [version.name for version in recovered.snapshot.versions] == ["Bản trình UBND 15/02"]
    recovered.close(discard=True)


def test_a_name_that_the_file_has_is_not_left_over(desk: Desk, file: Path, tmp_path: Path) -> None:
    document = open_document(file, desk)
    document.store.name_version("Bản trình UBND 15/02").result()
    document.store.save(file).result()
    crashed = after_crash(desk, tmp_path)
    document.close()
    assert not leftovers(crashed.home, LAN)
    reopened = open_document(file, desk)
    assert reopened.store.is_saved
    crashed_again = after_crash(replace(desk, home=desk.home), tmp_path / "again")
    reopened.close()
    assert not leftovers(crashed_again.home, LAN)


def test_closing_without_saving_a_name_keeps_it_to_be_recovered(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.name_version("Bản trình UBND 15/02").result()
    document.close()
    (left,) = leftovers(desk.home, LAN)
    assert [version.name for version in left.named] == ["Bản trình UBND 15/02"]


def test_a_name_moved_since_the_save_survives_a_crash(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    times = iter(f"2026-02-15T02:00:0{second}+00:00" for second in range(9))
    document = open_document(file, replace(desk, clock=lambda: next(times)))
    document.store.name_version("Bản trình").result()
    document.store.record(reduction(sample(), 1350))
    document.store.save(file).result()
    document.store.name_version("Bản trình").result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    recovered = open_document(file, crashed)
    assert [(v.name, v.sequence) for v in recovered.snapshot.versions] == [("Bản trình", 1)]
    recovered.close(discard=True)


def test_a_name_given_meanwhile_in_another_place_is_not_lost_to_what_a_crash_left(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    document.store.flush().result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    elsewhere = open_document(file, desk)
    elsewhere.store.name_version("Bản của huyện").result()
    elsewhere.store.save(file).result()
    elsewhere.close()
    opened = open_document(file, crashed)
    assert [version.name for version in opened.snapshot.versions] == ["Bản của huyện"]
    opened.close()
    (left,) = leftovers(crashed.home, LAN)
    assert len(left.unsaved) == 1


def test_a_crash_between_writing_the_file_and_noting_it_asks_nothing_either(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    document, plan = open_document(file, desk), sample()
    for households in (1350, 1300):
        edit = reduction(plan, households)
        plan = apply(plan, edit)
        document.store.record(edit)
    document.store.flush().result()
    crashed = after_crash(desk, tmp_path)
    document.store.save(file).result()
    document.close()
    recovered = open_document(file, crashed)
    assert (recovered.recovered, recovered.store.is_saved) == (0, True)
    recovered.store.record(reduction(plan, 1250))
    recovered.store.save(file).result()
    recovered.close()
    assert not leftovers(crashed.home, LAN)


def test_what_a_crash_left_of_another_state_of_the_file_waits_for_a_decision(
    desk: Desk, file: Path, tmp_path: Path
) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    document.store.flush().result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    document_file.save(apply(sample(), reduction(sample(), 1)), file)
    opened = open_document(file, crashed)
    assert opened.recovered == 0
    opened.close()
    (left,) = leftovers(crashed.home, LAN)
    assert (left.saved.path, len(left.unsaved)) == (str(file), 1)
    resumed = resume(left.path, crashed)
    assert resumed.recovered == 1
    with pytest.raises(SaveRefused, match="changed_by_others"):
        resumed.store.save(file).result()
    resumed.close(discard=True)


def test_a_document_never_saved_is_recovered_too(desk: Desk, tmp_path: Path) -> None:
    document = new_document(Snapshot(sample()), desk)
    document.store.record(reduction(sample(), 1350))
    document.store.name_version("x").result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    (left,) = leftovers(crashed.home, LAN)
    assert left.saved.path == ""
    assert left.title == sample().text(DocumentField.TITLE)


def test_a_damaged_working_copy_is_named_not_hidden(desk: Desk, tmp_path: Path) -> None:
    document = new_document(Snapshot(sample()), desk)
    document.store.record(reduction(sample(), 1350))
    document.store.name_version("x").result()
    crashed = after_crash(desk, tmp_path)
    document.close(discard=True)
    for path in work_folder(crashed.home).glob("*.db*"):
        path.write_bytes(b"\x07" * 9000)
    (left,) = leftovers(crashed.home, LAN)
    assert isinstance(left.problem, DocumentRefused)


def test_a_working_copy_in_use_is_not_offered(desk: Desk) -> None:
    document = new_document(Snapshot(sample()), desk)
    document.store.record(reduction(sample(), 1350))
    document.store.name_version("x").result()
    assert leftovers(desk.home, LAN) == []
    document.close(discard=True)


def test_the_second_to_open_a_file_learns_who_has_it(desk: Desk, file: Path) -> None:
    first = open_document(file, desk)
    second = open_document(file, desk)
    assert isinstance(second.read_only, LockHeld)
    assert second.read_only.params["user"] == "Lan"
    with pytest.raises(LockHeld):
        second.store.save(file).result()
    second.close()
    first.close()


def test_a_file_changed_by_others_is_kept_beside_ours(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    theirs = apply(sample(), reduction(sample(), 7))
    document_file.save(theirs, file)
    with pytest.raises(SaveRefused, match="changed_by_others"):
        document.store.save(file).result()
    assert document_file.load(file).tables == theirs.tables
    beside = file.with_name("của tôi.dnplan")
    document.store.save(beside).result()
    document.close()
    assert document_file.load(beside).tables == apply(sample(), reduction(sample(), 1350)).tables


def test_overwriting_what_others_wrote_keeps_a_backup_of_it(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    document_file.save(apply(sample(), reduction(sample(), 7)), file)
    theirs = file.read_bytes()
    document.store.save(file, overwrite=True).result()
    document.close()
    kept = [path.read_bytes() for path in (desk.home / "backups").glob("*/*.dnplan")]
    assert theirs in kept
    assert file.read_bytes() in kept


def test_the_first_save_keeps_a_backup_of_what_came_from_elsewhere(desk: Desk, file: Path) -> None:
    received = file.read_bytes()
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    document.store.save(file).result()
    document.store.save(file).result()
    document.close()
    kept = [path.read_bytes() for path in sorted((desk.home / "backups").glob("*/*.dnplan"))]
    assert kept == [received, file.read_bytes()]


def test_a_file_touched_but_not_changed_is_saved_without_a_question(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    file.write_bytes(file.read_bytes())
    document.store.save(file).result()
    document.close()


def test_nothing_is_written_where_a_stick_was_pulled_out(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.record(reduction(sample(), 1350))
    file.parent.rename(file.parent.with_name("pulled out"))
    file.parent.mkdir()
    with pytest.raises(SaveRefused, match="medium_changed"):
        document.store.save(file).result()
    assert not file.exists()
    document.close(discard=True)


def test_a_write_protected_file_opens_read_only(desk: Desk, file: Path) -> None:
    file.chmod(0o444)
    document = open_document(file, desk)
    assert document.read_only == "file_read_only"
    with pytest.raises(WriteFailed, match="file_read_only"):
        document.store.save(file).result()
    document.close()


class FullDisk(FileCalls):
    """A disk that is full until somebody makes room."""

    full = True

    def write(self, descriptor: int, block: memoryview) -> int:
        if self.full:
            raise OSError(28, "No space left on device")
        return super().write(descriptor, block)


def test_a_full_disk_is_told_and_nothing_claimed(desk: Desk, notices: Notices) -> None:
    disk = FullDisk()
    document = new_document(Snapshot(sample()), replace(desk, calls=disk))
    document.store.record(reduction(sample(), 1350))
    with pytest.raises(WriteFailed):
        document.store.name_version("x").result()
    assert not document.store.is_durable
    assert isinstance(notices[-1], NotDurable)
    assert notices[-1].error.code == "disk_full"
    disk.full = False
    document.store.retry()
    document.store.name_version("x").result()
    assert document.store.is_durable
    assert notices[-1] == Durable(1)
    document.close(discard=True)


def test_changes_a_full_disk_refused_can_be_saved_elsewhere(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the user's folder should be")
    document = new_document(Snapshot(sample()), desk)
    edit = reduction(sample(), 1350)
    document.store.record(edit)
    saved = document.store.save(tmp_path / "a.dnplan").result()
    assert saved.backup_problem is not None
    document.close()
    assert document_file.load(tmp_path / "a.dnplan").tables == apply(sample(), edit).tables


@pytest.mark.parametrize("at", range(1, 12))
def test_a_failed_save_leaves_the_old_file_and_the_working_copy(
    desk: Desk, file: Path, at: int
) -> None:
    old = file.read_bytes()
    document = open_document(file, desk)
    edit = reduction(sample(), 1350)
    document.store.record(edit)
    document.store.name_version("x").result()
    document.store._saver._calls = FailingCalls(at, OSError(5, "Input/output error"))
    outcome = document.store.save(file)
    error = outcome.exception()
    if isinstance(error, WriteFailed) and error.code != "unconfirmed":
        assert file.read_bytes() == old
        assert not document.store.is_saved
    document.store._saver._calls = None
    document.store.save(file).result()
    document.close()
    assert document_file.load(file).tables == apply(sample(), edit).tables


def test_what_no_document_can_hold_is_refused_before_it_is_queued(desk: Desk) -> None:
    document = new_document(Snapshot(sample()), desk)
    for value in ("half \ud800 a character", 2**64):
        with pytest.raises(ContentUnwritable):
            document.store.record(edit_of(sample(), "entitle", {DocumentKey("title"): value}))
    assert document.store.last_sequence == 0
    document.close()


def test_a_backup_becomes_a_document_of_its_own(desk: Desk, file: Path) -> None:
    document = open_as_new(file, desk)
    assert document.snapshot.document != read_snapshot(file).document
    assert document.saved.path == ""
    document.close()


def test_a_backup_can_be_asked_for_before_something_drastic(desk: Desk, file: Path) -> None:
    document = open_document(file, desk)
    document.store.back_up().result()
    document.close()
    assert len(list((desk.home / "backups").glob("*/*.dnplan"))) == 1


def test_wrong_clocks_do_not_disturb_the_order(desk: Desk, file: Path) -> None:
    times = cycle(["2036-01-01T00:00:00+00:00", "2004-01-01T00:00:00+00:00"])
    document, plan = open_document(file, replace(desk, clock=lambda: next(times))), sample()
    for households in (1, 2):
        edit = reduction(plan, households)
        plan = apply(plan, edit)
        document.store.record(edit)
    document.store.save(file).result()
    document.close()
    assert [change.sequence for change in read_snapshot(file).changes] == [1, 2]
    assert opening.last_sequence(read_snapshot(file)) == 2
