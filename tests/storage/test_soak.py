"""The long proofs in small; ``python3 run.py soak`` runs them in full."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from soak.state_machine import run_machine

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the proofs fork and trace")


@pytest.mark.parametrize(
    ("proof", "percent"),
    [
        ("kills", 5),  # 50 kills
        ("file-calls", 0.5),  # the first call of each kind, failed in each way
        ("full-disks", 5),  # one of each
        ("damage", 5),  # 1,000 documents
        ("backups", 20),  # 200 days
        ("power-cuts", 3),  # 300 cuts
        ("sharing", 5),  # 1,000 totals
    ],
)
def test_nothing_is_lost(proof: str, percent: float) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "soak", proof, "--scale", str(percent)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("nothing lost\n")


def test_any_sequence_of_work_and_crashes_equals_the_reference() -> None:
    run_machine(examples=200, steps=30)
