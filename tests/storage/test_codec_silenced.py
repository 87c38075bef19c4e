"""Silenced findings as plain values."""

from __future__ import annotations

import pytest

from dnplanner.core.plan import SilencedKey
from dnplanner.storage.codec import (
    FactUnreadable,
    decode_key,
    decode_value,
    encode_key,
    encode_value,
)


def test_a_silenced_finding_is_read_as_it_was_written() -> None:
    key = SilencedKey("same_growth", "dak-nong", "households_end")
    plain = encode_key(key)
    assert plain == ["same_growth", "dak-nong", "households_end"]
    assert decode_key("silenced", plain) == key
    assert decode_value("silenced", encode_value("theo dự báo dân số")) == "theo dự báo dân số"


def test_a_reason_that_is_no_text_is_refused() -> None:
    with pytest.raises(FactUnreadable):
        decode_value("silenced", 7)


@pytest.mark.parametrize("table", ["observed", "households_end"])
def test_a_count_that_is_text_is_refused(table: str) -> None:
    with pytest.raises(FactUnreadable):
        decode_value(table, "7")
