"""Makes the document that is stored for a version of the tables, once: before its first release.

``python3 -m tests.storage.stored_document`` writes the one of the present version, unless there is
one. A stored document is never made anew after its version was handed out.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

from dnplanner.core.edits import apply, combined, edit_of
from dnplanner.core.flows import Flow
from dnplanner.core.history import Act
from dnplanner.core.plan import (
    ExpectedKey,
    Growth,
    GrowthKey,
    GrowthKind,
    HouseholdsEndKey,
    ObservedKey,
    SilencedKey,
    StandardKey,
)
from dnplanner.core.series import Measure, Series
from dnplanner.storage.codec import encode_facts
from dnplanner.storage.logged import LoggedChange, NamedVersion, packed
from dnplanner.storage.samples import sample
from dnplanner.storage.schema import VERSION
from dnplanner.storage.snapshot import Snapshot, to_bytes
from tests.storage.conftest import LAN, reduction

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"


def document() -> Snapshot:
    """Something in every table, and a history with every act but one."""
    plan = sample()
    scenario = plan.outline.scenarios[0]
    imported = edit_of(
        plan,
        "import",
        {
            StandardKey(2024): "2022-2025",
            SilencedKey("same_growth", "tuy-duc", ""): "theo Kế hoạch 97",
            ObservedKey("tuy-duc", 2023, Measure.NEAR_POOR): 1234,
            GrowthKey(scenario, Measure.DTTS_HOUSEHOLDS): Growth(
                GrowthKind.PERCENT, Fraction(4, 3)
            ),
            HouseholdsEndKey(scenario, "tuy-duc", 2024, Measure.HOUSEHOLDS): 16_900,
            ExpectedKey(scenario, "tuy-duc", 2024, Series.POOR, Flow.RELAPSED): 50,
        },
    )
    typed = reduction(plan, 1350)
    typed_on = reduction(apply(plan, typed), 1340)
    undone = combined("enter", [typed, typed_on]).inverse()
    changes = []
    acts = (Act.DONE, Act.DONE, Act.JOINED, Act.UNDONE)
    for number, (act, edit) in enumerate(
        zip(acts, (imported, typed, typed_on, undone), strict=True), start=1
    ):
        plan = apply(plan, edit)
        time, facts = f"2026-02-20T01:0{number}:00+00:00", len(edit.changes)
        source = "Tuy Đức.xlsx" if edit is imported else ""
        changes.append(
            LoggedChange(number, act, time, *LAN, edit.kind, source, facts, packed(edit))
        )
    version = NamedVersion("Bản trình UBND 15/02", 3, "2026-02-15T02:00:00+00:00", *LAN)
    return Snapshot(plan, "0f0e0d0c-1111-4222-8333-444455556666", tuple(changes), (version,))


def main() -> None:
    """Write the document and, beside it, its facts as JSON."""
    made, path = document(), DOCUMENTS / f"version-{VERSION}.dnplan"
    with path.open("xb") as file:
        file.write(to_bytes(made))
    facts = json.dumps(encode_facts(made.plan), ensure_ascii=False, indent=1)
    path.with_suffix(".json").write_text(facts + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
