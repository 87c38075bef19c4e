"""Who, where and when; and which clocks are not to be believed."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

import pytest

from dnplanner.storage.author import now, this_author, when


def test_a_moment_is_read_back_as_written() -> None:
    found = when(now())
    assert found is not None
    assert abs((datetime.now(UTC) - found).total_seconds()) < 60


@pytest.mark.parametrize(
    "time", ["", "hôm qua", "2004-01-01T00:00:00+00:00", "2024-02-20T00:00:00"]
)
def test_times_that_nobody_can_trust_are_unknown(time: str) -> None:
    assert when(time) is None


def test_an_account_without_a_name_is_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert this_author().user == ""
