"""A user's folder, an author and documents to work on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from dnplanner.core.edits import edit_of
from dnplanner.core.plan import Pinned, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.storage.author import Author
from dnplanner.storage.document_file import save
from dnplanner.storage.opening import Desk
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from pathlib import Path

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan
    from dnplanner.storage.store import Notice

LAN = Author("Lan", "PC-01")


class Notices(list["Notice"]):
    """What the writer thread told."""


@pytest.fixture
def notices() -> Notices:
    return Notices()


@pytest.fixture
def desk(tmp_path: Path, notices: Notices) -> Desk:
    return Desk(tmp_path / "home", LAN, notices.append)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The sample, saved where a user would."""
    folder = tmp_path / "USB"
    folder.mkdir()
    path = folder / "Kế hoạch 2024.dnplan"
    save(sample(), path)
    return path


def reduction(plan: Plan, households: int, unit: str = "tuy-duc") -> Edit:
    """Typing the reduction of one unit."""
    key = TargetKey(plan.outline.scenarios[0], unit, 2024, Series.POOR)
    return edit_of(plan, "enter", {key: Target(Pinned.REDUCTION, Fraction(households))})
