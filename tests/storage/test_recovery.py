"""What a crash left is found, and what is none is neither offered nor made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.durable import WriteFailed
from dnplanner.storage.errors import UnknownContent
from dnplanner.storage.lock import FileLock
from dnplanner.storage.recovery import leftovers, work_folder
from dnplanner.storage.working_copy import WorkingCopy
from tests.storage.conftest import LAN

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.storage.opening import Desk


def test_a_working_copy_that_its_window_closes_meanwhile_is_none_and_comes_not_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = work_folder(desk.home) / "just closed.db"
    path.parent.mkdir(parents=True)
    path.touch()
    acquire = FileLock.acquire

    def acquired_after_it_went(lock: FileLock) -> None:
        path.unlink()
        acquire(lock)

    monkeypatch.setattr(FileLock, "acquire", acquired_after_it_went)
    assert leftovers(desk.home, LAN) == []
    assert not list(path.parent.iterdir())


def test_a_working_copy_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        WorkingCopy(tmp_path / "gone.db")
    assert not list(tmp_path.iterdir())


def test_an_empty_working_copy_is_told_and_does_not_stop_the_start(desk: Desk) -> None:
    path = work_folder(desk.home) / "empty.db"
    path.parent.mkdir(parents=True)
    path.touch()
    (left,) = leftovers(desk.home, LAN)
    assert isinstance(left.problem, UnknownContent)
    assert path.exists()
