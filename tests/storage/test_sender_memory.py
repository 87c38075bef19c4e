"""What is remembered about senders survives, and never stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.storage.sender_memory import Remembered, SenderMemory

if TYPE_CHECKING:
    from pathlib import Path

ONE = Remembered("Biểu.xlsx", {"3": "reduction"}, {"krong no": "krong-no"})


def test_what_is_kept_is_recalled_after_a_new_start(tmp_path: Path) -> None:
    SenderMemory(tmp_path / "home").keep_all({"a": ONE})
    assert SenderMemory(tmp_path / "home").all() == {"a": ONE}


def test_many_senders_are_kept_at_once(tmp_path: Path) -> None:
    memory = SenderMemory(tmp_path)
    memory.keep_all({"a": ONE})
    memory.keep_all({"b": ONE, "c": ONE})
    assert list(memory.all()) == ["a", "b", "c"]


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    memory = SenderMemory(tmp_path)
    memory.keep_all({"a": ONE, "b": ONE})
    memory.forget(["a", "unheard of"])
    assert memory.all() == {"b": ONE}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"a": 1}', b'{"a": {}}', b"\xff\x00"])
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "senders.json").write_bytes(content)
    memory = SenderMemory(tmp_path)
    assert memory.all() == {}
    memory.keep_all({"a": ONE})
    assert memory.all() == {"a": ONE}


def test_those_not_heard_of_for_longest_are_forgotten_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dnplanner.storage.sender_memory.MOST_SENDERS", 2)
    memory = SenderMemory(tmp_path)
    for sender in ("a", "b", "a", "c"):
        memory.keep_all({sender: ONE})
    assert list(memory.all()) == ["a", "c"]
