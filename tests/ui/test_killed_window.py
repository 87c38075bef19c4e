"""The real window, killed at any moment: nothing that its status bar acknowledged is lost."""

from __future__ import annotations

import sys

import pytest

from soak import window_kills

KILLS = 10


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_what_the_status_bar_acknowledged_survives_kills() -> None:
    outcome = window_kills.run(KILLS, seed=7)
    assert outcome.losses == []
    assert outcome.figures["kills"] == KILLS
    assert outcome.figures["acknowledged edits"] > 0
