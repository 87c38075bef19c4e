"""A file is the old one or the new one, whole, whatever fails."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

import pytest

from dnplanner.durable import FileCalls, WriteFailed, write_file
from soak.failing_calls import FailingCalls, Killed

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"old " * 1000, b"new " * 3000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch.dnplan"
    path.write_bytes(OLD)
    return path


def test_the_file_holds_the_new_bytes_and_nothing_is_left_beside_it(target: Path) -> None:
    write_file(target, NEW)
    assert target.read_bytes() == NEW
    assert list(target.parent.iterdir()) == [target]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    write_file(tmp_path / "new", b"")
    assert (tmp_path / "new").read_bytes() == b""


def failures(target: Path, failure: BaseException) -> list[WriteFailed | Killed | None]:
    """Fail each call in turn until none is hit; what came out each time, None for success."""
    outcomes: list[WriteFailed | Killed | None] = []
    for at in range(1, 1000):
        target.write_bytes(OLD)
        calls = FailingCalls(at, failure)
        outcome: WriteFailed | Killed | None = None
        try:
            write_file(target, NEW, calls)
        except (WriteFailed, Killed) as raised:
            outcome = raised
        if not calls.hit:
            return outcomes
        outcomes.append(outcome)
        assert target.read_bytes() in allowed(outcome)
    raise AssertionError("calls without end")


def allowed(outcome: WriteFailed | Killed | None) -> tuple[bytes, ...]:
    """What the file may hold after this outcome."""
    if outcome is None or isinstance(outcome, WriteFailed):
        return (NEW,) if outcome is None or outcome.code == "unconfirmed" else (OLD,)
    return OLD, NEW


@pytest.mark.parametrize("symbol", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.ENOENT])
def test_the_old_file_survives_a_failure_of_any_call(target: Path, symbol: int) -> None:
    assert len(failures(target, OSError(symbol, os.strerror(symbol)))) >= 9
    assert list(target.parent.iterdir()) == [target]


def test_the_old_file_survives_a_kill_at_any_call(target: Path) -> None:
    assert len(failures(target, Killed())) >= 11


@pytest.mark.parametrize(
    ("symbol", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EIO, "io_error"),
        (errno.EROFS, "folder_read_only"),
        (errno.ENOENT, "folder_missing"),
    ],
)
def test_the_failure_says_why(target: Path, symbol: int, code: str) -> None:
    with pytest.raises(WriteFailed) as failed:
        write_file(target, NEW, FailingCalls(1, OSError(symbol, "")))
    assert failed.value.code == code
    assert failed.value.params["path"] == target


def test_a_full_disk_says_how_much_is_needed_and_where(target: Path) -> None:
    with pytest.raises(WriteFailed) as failed:
        write_file(target, NEW, FailingCalls(2, OSError(errno.ENOSPC, "")))
    assert failed.value.params["needs"] == len(NEW)
    assert failed.value.params["drive"]


def test_a_failure_after_the_rename_is_told_apart(target: Path) -> None:
    outcomes = failures(target, OSError(errno.EIO, ""))
    codes = [outcome.code for outcome in outcomes if isinstance(outcome, WriteFailed)]
    assert codes[0] == "io_error"
    assert codes[-1] == "unconfirmed"


class LyingDisk(FileCalls):
    """A disk that gives back other bytes than it was given, and says nothing."""

    def read(self, path: Path) -> bytes:
        return super().read(path)[:-1] + b"?"


def test_bytes_that_read_back_differently_never_replace_the_old_file(target: Path) -> None:
    with pytest.raises(WriteFailed, match="io_error"):
        write_file(target, NEW, LyingDisk())
    assert target.read_bytes() == OLD


class HeldOpen(FileCalls):
    """Windows while another program holds the target open."""

    def __init__(self, for_tries: int) -> None:
        self.tries, self.pauses, self.for_tries = 0, 0, for_tries

    def replace(self, source: Path, target: Path) -> None:
        self.tries += 1
        if self.tries <= self.for_tries:
            raise PermissionError(errno.EACCES, "in use")
        super().replace(source, target)

    def pause(self, seconds: float) -> None:
        self.pauses += 1


def test_a_target_held_open_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    calls = HeldOpen(3)
    write_file(target, NEW, calls)
    assert target.read_bytes() == NEW
    assert calls.pauses == 3


def test_a_target_held_open_for_good_is_reported(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(WriteFailed, match="target_locked"):
        write_file(target, NEW, HeldOpen(99))
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_write_protected_file_is_not_replaced(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(WriteFailed, match="file_read_only"):
        write_file(target, NEW)
    assert target.read_bytes() == OLD


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed, match="folder_missing"):
        write_file(tmp_path / "gone" / "a.dnplan", NEW)


def test_permissions_of_the_old_file_are_kept(target: Path) -> None:
    target.chmod(0o640)
    write_file(target, NEW)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target)
    write_file(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_what_a_killed_program_left_is_removed_after_an_hour(target: Path) -> None:
    left, recent = (target.with_name(f".~{target.name}.{n}-1.part") for n in (1, 2))
    for path in (left, recent):
        path.write_bytes(b"half")
    os.utime(left, (1_000_000_000, 1_000_000_000))
    write_file(target, NEW)
    assert sorted(target.parent.iterdir()) == sorted([recent, target])
