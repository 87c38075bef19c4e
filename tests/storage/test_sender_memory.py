"""What is remembered about senders survives, and never stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.storage.sender_memory import Remembered, SenderMemory

if TYPE_CHECKING:
    from pathlib import Path

ONE = Remembered("Biểu.xlsx", {"3": "reduction"}, {"krong no": "krong-no"})


def test_what_is_kept_is_recalled_after_a_new_start(tmp_path: Path) -> None:
    SenderMemory(tmp_path / "home").keep("a", ONE)
    assert SenderMemory(tmp_path / "home").recall("a") == ONE
    assert SenderMemory(tmp_path / "home").recall("b") is None


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    memory = SenderMemory(tmp_path)
    memory.keep("a", ONE)
    memory.keep("b", ONE)
    memory.forget("a")
    assert memory.recall("a") is None
    assert memory.recall("b") == ONE


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b'{"a": {}}', b"\xff\x00"])
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "senders.json").write_bytes(content)
    memory = SenderMemory(tmp_path)
    assert memory.recall("a") is None
    memory.keep("a", ONE)
    assert memory.recall("a") == ONE


def test_those_not_heard_of_for_longest_are_forgotten_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dnplanner.storage.sender_memory.MOST_SENDERS", 2)
    memory = SenderMemory(tmp_path)
    for sender in ("a", "b", "a", "c"):
        memory.keep(sender, ONE)
    assert [memory.recall(sender) is not None for sender in "abc"] == [True, False, True]
