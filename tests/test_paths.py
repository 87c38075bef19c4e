"""The user's folder on each system."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from dnplanner.paths import HOME_VARIABLE, user_folder


@pytest.fixture(autouse=True)
def _no_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)


def test_a_folder_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert user_folder() == tmp_path


def test_windows_keeps_it_on_this_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert user_folder() == tmp_path / "DN Planner"


def test_linux_follows_the_base_directory_specification(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert user_folder() == tmp_path / "dn-planner"


@pytest.mark.parametrize("shared", ["", "relative/path"])
def test_without_a_usable_base_it_is_under_the_home(
    monkeypatch: pytest.MonkeyPatch, shared: str
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", shared)
    assert user_folder() == Path.home() / ".local" / "share" / "dn-planner"
