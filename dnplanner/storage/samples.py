"""The plans that come with the program."""

from __future__ import annotations

import json

from dnplanner.core.plan import Plan
from dnplanner.paths import resources
from dnplanner.storage.codec import decode_facts

SAMPLE = "dak-nong-2024"
"""Kế hoạch 97/KH-UBND ngày 20/02/2024 of Đắk Nông, with the province's history and its sources."""

COMMUNES = "dak-nong-2024-xa"
"""The same with its 71 communes, for which no counts were published."""

TWO_LEVELS = "lam-dong-2025"
"""The 124 communes of Lâm Đồng from July 2025, without districts and without counts."""

TRAINING = "tap-huan"
"""Counts made up for every commune, which add up to the real ones of the districts; says so."""

SAMPLES = (SAMPLE, COMMUNES, TWO_LEVELS, TRAINING)


def sample(name: str = SAMPLE) -> Plan:
    """A sample plan, as it was shipped."""
    path = resources() / "samples" / f"{name}.json"
    return Plan.of(decode_facts(json.loads(path.read_text(encoding="utf-8"))))
