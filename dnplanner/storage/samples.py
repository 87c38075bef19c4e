"""The plans that come with the program."""

from __future__ import annotations

import json

from dnplanner.core.plan import Plan
from dnplanner.paths import resources
from dnplanner.storage.codec import decode_facts

SAMPLE = "dak-nong-2024"
"""Kế hoạch 97/KH-UBND ngày 20/02/2024 of Đắk Nông, with the province's history and its sources."""


def sample(name: str = SAMPLE) -> Plan:
    """A sample plan, as it was shipped."""
    path = resources() / "samples" / f"{name}.json"
    return Plan.of(decode_facts(json.loads(path.read_text(encoding="utf-8"))))
