"""Names for new scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import apply
from dnplanner.core.scenarios import create_scenario
from dnplanner.models.scenario_names import free_name, next_name
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan


def with_scenarios(*names: str) -> Plan:
    plan = sample()
    for name in names:
        plan = apply(plan, create_scenario(plan, name, name))
    return plan


def test_a_free_name_is_taken_as_it_is() -> None:
    assert free_name(sample(), "Phương án thấp") == "Phương án thấp"


def test_a_taken_name_gets_the_first_free_number() -> None:
    assert free_name(with_scenarios("Thấp", "thấp (2)"), "THẤP") == "THẤP (3)"


def test_the_next_name_counts_on() -> None:
    assert next_name(sample(), "PA {number}") == "PA 2"
    assert next_name(with_scenarios("PA 3"), "PA {number}") == "PA 4"
