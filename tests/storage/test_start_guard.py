"""A document that crashes the program does so twice at most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.storage.start_guard import StartGuard
from soak.failing_calls import FailingCalls

if TYPE_CHECKING:
    from pathlib import Path


def test_the_third_start_after_two_that_failed_opens_nothing_by_itself(tmp_path: Path) -> None:
    assert [StartGuard(tmp_path / "home").begin() for _ in range(3)] == [True, True, False]


def test_a_start_that_went_well_is_forgotten(tmp_path: Path) -> None:
    for _ in range(5):
        guard = StartGuard(tmp_path)
        assert guard.begin()
        guard.survived()


def test_the_empty_start_that_goes_well_ends_the_series(tmp_path: Path) -> None:
    guard = StartGuard(tmp_path)
    for _ in range(3):
        guard.begin()
    guard.survived()
    assert guard.begin()


def test_rubbish_in_its_file_and_a_full_disk_are_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "starting.json").write_text("{")
    assert StartGuard(tmp_path, FailingCalls(2, OSError(28, ""))).begin()
