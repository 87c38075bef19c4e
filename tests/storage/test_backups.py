"""Backups: the last ten, one a day, one a month, and never the loss of the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from dnplanner.durable import WriteFailed
from dnplanner.storage.backups import Backups, backups_of_file
from dnplanner.storage.samples import sample
from dnplanner.storage.snapshot import Snapshot, from_bytes, to_bytes
from soak.failing_calls import FailingCalls

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = to_bytes(Snapshot(sample()))


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = datetime(2024, 1, 1, 8, tzinfo=UTC)

    def __call__(self) -> str:
        return self.time.isoformat(timespec="seconds")


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def backups(tmp_path: Path, clock: Clock) -> Backups:
    return Backups(tmp_path, "doc", clock)


def test_a_backup_is_the_document_byte_for_byte(backups: Backups) -> None:
    backups.keep(DOCUMENT)
    (found,) = backups.all()
    assert found.path.read_bytes() == DOCUMENT
    assert (found.day, found.time) == ("20240101", "080000")


def test_an_unchanged_document_is_not_backed_up_twice(backups: Backups) -> None:
    backups.keep(DOCUMENT)
    backups.keep(DOCUMENT)
    assert len(backups.all()) == 1


def test_the_ten_last_of_a_busy_day_are_kept(backups: Backups, clock: Clock) -> None:
    for number in range(25):
        clock.time += timedelta(minutes=1)
        backups.keep(b"%d" % number)
    assert [b.path.read_bytes() for b in backups.all()] == [b"%d" % n for n in range(24, 14, -1)]


def test_one_a_day_and_one_a_month_are_kept_beyond_the_last(backups: Backups, clock: Clock) -> None:
    for number in range(400):
        clock.time += timedelta(days=1)
        backups.keep(b"%d" % number)
    found = backups.all()
    assert [b.day for b in found[:14]] == [
        (clock.time - timedelta(days=back)).strftime("%Y%m%d") for back in range(14)
    ]
    assert len({b.day[:6] for b in found}) == 12
    assert len(found) == 14 + 10  # the newest of two of the months are among the days


def test_a_clock_that_is_wrong_by_years_does_not_cost_the_newest(
    backups: Backups, clock: Clock
) -> None:
    for number in range(60):
        clock.time += timedelta(days=3650 if number % 2 else -3650, hours=1)
        backups.keep(b"%d" % number)
    assert [b.path.read_bytes() for b in backups.all()[:10]] == [
        b"%d" % n for n in range(59, 49, -1)
    ]


def test_nothing_is_deleted_when_the_new_backup_cannot_be_written(
    tmp_path: Path, clock: Clock
) -> None:
    for number in range(12):
        Backups(tmp_path, "doc", clock).keep(b"%d" % number)
    before = Backups(tmp_path, "doc").all()
    failing = Backups(tmp_path, "doc", clock, FailingCalls(2, OSError(28, "")))
    with pytest.raises(WriteFailed, match="disk_full"):
        failing.keep(b"new")
    assert Backups(tmp_path, "doc").all() == before


def test_the_newest_sound_backup_is_found_behind_damaged_ones(backups: Backups) -> None:
    backups.keep(DOCUMENT)
    backups.keep(DOCUMENT[:-1])
    found = backups.newest_sound()
    assert found is not None
    assert from_bytes(found.path.read_bytes()).plan.tables == sample().tables


def test_a_file_that_cannot_be_read_any_more_still_finds_its_backups(
    tmp_path: Path, backups: Backups
) -> None:
    path = tmp_path / "kế hoạch.dnplan"
    backups.keep(DOCUMENT, path)
    found = backups_of_file(tmp_path, path)
    assert found is not None
    assert found.all() == backups.all()
    assert backups_of_file(tmp_path, tmp_path / "other.dnplan") is None


def test_foreign_files_among_the_backups_are_left_alone(backups: Backups) -> None:
    backups.keep(DOCUMENT)
    foreign = backups.folder / "ghi chú.txt"
    foreign.write_text("đừng xóa")
    for number in range(20):
        backups.keep(b"%d" % number)
    assert foreign.exists()
