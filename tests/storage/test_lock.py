"""Who has a document open, where and since when; and nobody is locked out by a crash."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dnplanner.storage.author import Author
from dnplanner.storage.lock import FileLock, LockHeld

LAN, MINH = Author("Lan", "PC-01"), Author("Minh", "PC-02")

HOLD = """
import sys
from pathlib import Path
from dnplanner.storage.author import Author
from dnplanner.storage.lock import FileLock
FileLock(Path(sys.argv[1]), Author("Lan", "PC-01")).acquire()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".~lock.Kế hoạch.dnplan"


def test_the_second_opener_learns_who_where_and_since_when(path: Path) -> None:
    first = FileLock(path, LAN)
    first.acquire()
    with pytest.raises(LockHeld) as held:
        FileLock(path, MINH).acquire()
    assert (held.value.params["user"], held.value.params["computer"]) == LAN
    assert str(held.value.params["since"]).startswith("20")
    first.release()


def test_a_released_lock_leaves_no_file_and_can_be_taken_again(path: Path) -> None:
    lock = FileLock(path, LAN)
    lock.acquire()
    lock.release()
    lock.release()
    assert not path.exists()
    again = FileLock(path, MINH)
    again.acquire()
    again.release()


def test_the_lock_of_a_killed_program_is_taken_without_a_question(path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    assert child.stdin is not None
    assert child.stdout.readline() == b"held\n"
    with pytest.raises(LockHeld):
        FileLock(path, LAN).acquire()
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    lock = FileLock(path, LAN)
    lock.acquire()
    lock.release()


def from_elsewhere(path: Path) -> None:
    """The lock file of another computer, whose lock does not reach us over the network."""
    record = {"user": "Minh", "computer": "PC-02", "since": "2026-02-20T01:02:03+00:00"}
    path.write_text(json.dumps({**record, "process": 1, "machine": "0123456789ab"}))


def test_the_lock_of_another_computer_holds(path: Path) -> None:
    from_elsewhere(path)
    with pytest.raises(LockHeld) as held:
        FileLock(path, LAN).acquire()
    assert held.value.params == {
        "user": "Minh",
        "computer": "PC-02",
        "since": "2026-02-20T01:02:03+00:00",
    }


def test_only_a_holder_out_of_sight_may_be_dead(path: Path) -> None:
    from_elsewhere(path)
    with pytest.raises(LockHeld) as held:
        FileLock(path, LAN).acquire()
    assert held.value.may_be_dead
    first = FileLock(path, LAN)
    first.acquire(take_over=True)
    with pytest.raises(LockHeld) as held:
        FileLock(path, MINH).acquire(take_over=True)
    assert not held.value.may_be_dead
    first.release()


def test_a_lock_where_no_other_computer_comes_is_ours_whatever_network_card_signed_it(
    path: Path,
) -> None:
    from_elsewhere(path)
    lock = FileLock(path, LAN, is_private=True)
    lock.acquire()
    with pytest.raises(LockHeld):
        FileLock(path, LAN, is_private=True).acquire()
    lock.release()


def test_the_lock_of_another_computer_can_be_taken_over_by_decision(path: Path) -> None:
    from_elsewhere(path)
    lock = FileLock(path, LAN)
    lock.acquire(take_over=True)
    assert json.loads(path.read_text())["user"] == "Lan"
    lock.release()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"user": 1}', b"\xff\x00" * 3000])
def test_a_lock_file_that_nobody_holds_and_nobody_understands_is_no_obstacle(
    path: Path, content: bytes
) -> None:
    path.write_bytes(content)
    lock = FileLock(path, LAN)
    lock.acquire()
    lock.release()


def test_a_lock_in_a_missing_folder_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileLock(tmp_path / "gone" / "lock", LAN).acquire()
