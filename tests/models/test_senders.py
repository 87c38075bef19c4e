"""Who sent a file, and what is remembered when several files look like one sender's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.exchange.intake import source_of
from dnplanner.exchange.reading import read_grid
from dnplanner.exchange.slots import What
from dnplanner.models.import_session import ImportSession
from dnplanner.models.import_task import Purpose, file_of, understood
from dnplanner.models.senders import KnownSenders
from dnplanner.storage.samples import sample
from dnplanner.storage.sender_memory import SenderMemory
from tests.exchange.appendix_files import numbers, written
from tests.exchange.layouts import FLAT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def senders(tmp_path: Path) -> KnownSenders:
    return KnownSenders(SenderMemory(tmp_path / "home"))


def session(folder: Path, name: str, **answers: str) -> ImportSession:
    """The decisions about a file whose first unit bears a name nobody knows."""
    first, *others = numbers()
    path = written([FLAT, ["", "Xứ lạ", *first[2:]], *others[1:]], folder / name)
    plan = sample()
    file = file_of(path, read_grid(path), source_of(path))
    found = ImportSession(file, plan, plan.outline.scenarios[0], Purpose(What.PLAN, 2024))
    found.take(understood(found.task))
    for unit in answers.values():
        found.decide(found.open_doubts[0], unit)
        found.take(understood(found.task))
    return found


def test_files_that_differ_by_numbers_only_are_one_senders(
    senders: KnownSenders, tmp_path: Path
) -> None:
    senders.keep([session(tmp_path, "Biểu 01.2024.xlsx", unit="krong-no")])
    (offer,) = senders.offers([session(tmp_path, "Biểu 02.2025.xlsx")])
    assert (offer.earlier, list(offer.answers.values())) == ("Biểu 01.2024.xlsx", ["krong-no"])
    assert senders.offers([session(tmp_path, "Bảng 02.2025.xlsx")]) == []


def test_files_of_one_sender_add_up_where_they_agree(senders: KnownSenders, tmp_path: Path) -> None:
    decided = session(tmp_path, "1.xlsx", unit="krong-no")
    senders.keep([decided, session(tmp_path, "2.xlsx")])
    (offer,) = senders.offers([session(tmp_path, "3.xlsx")])
    assert list(offer.answers.values()) == ["krong-no"]


def test_what_files_of_one_sender_decide_differently_is_not_remembered(
    senders: KnownSenders, tmp_path: Path
) -> None:
    one = session(tmp_path, "1.xlsx", unit="krong-no")
    other = session(tmp_path, "2.xlsx", unit="cu-jut")
    senders.keep([one, other])
    assert senders.offers([session(tmp_path, "3.xlsx")]) == []


def test_using_an_offer_counts_until_it_is_taken_back(
    senders: KnownSenders, tmp_path: Path
) -> None:
    senders.keep([session(tmp_path, "1.xlsx", unit="krong-no")])
    next_one = session(tmp_path, "2.xlsx")
    senders.offers([next_one])[0].use()
    next_one.take(understood(next_one.task))
    assert next_one.open_count == 0
    (offer,) = senders.offers([next_one])
    assert (offer.used, len(offer.answers)) == (1, 0)
    offer.take_back()
    next_one.take(understood(next_one.task))
    assert next_one.open_count == 1


def test_what_a_column_means_is_remembered_by_its_place(
    senders: KnownSenders, tmp_path: Path
) -> None:
    decided = session(tmp_path, "1.xlsx")
    decided.decide_column("Sheet", "D", None)
    decided.take(understood(decided.task))
    senders.keep([decided])
    (offer,) = senders.offers([session(tmp_path, "2.xlsx")])
    assert offer.answers == {"Sheet!D": "-"}


def test_a_new_plan_has_no_known_sender(senders: KnownSenders, tmp_path: Path) -> None:
    senders.keep([session(tmp_path, "1.xlsx", unit="krong-no")])
    new = session(tmp_path, "2.xlsx")
    new.aim(Purpose(None, None))
    new.take(understood(new.task))
    assert senders.offers([new]) == []
