"""What every test relies on: Qt draws in memory, and nobody's own documents are touched."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of working copies and backups, empty for every test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DNPLANNER_HOME", str(folder))
    return folder
