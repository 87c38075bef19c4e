"""Searches for unreachable objects rest while much is read."""

from __future__ import annotations

import gc

import pytest

from dnplanner.models.quiet_memory import no_searches, search_everything


def test_nothing_is_searched_inside_and_everything_afterwards() -> None:
    with no_searches():
        with no_searches():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
    search_everything()
    assert gc.get_freeze_count() == 0


def test_searches_begin_again_after_a_failure() -> None:
    with pytest.raises(ValueError, match="x"), no_searches():
        raise ValueError("x")
    assert gc.isenabled()
    search_everything()
