"""Files of many units brought together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import apply, edit_of
from dnplanner.core.plan import ObservedKey, Plan
from dnplanner.core.series import Measure
from dnplanner.exchange.intake import read_proposal
from dnplanner.exchange.merging import Merged, Sent, merge
from dnplanner.exchange.slots import What
from dnplanner.exchange.workbooks import read_here
from dnplanner.storage.samples import sample
from tests.exchange.appendix_files import Row, bare, numbers, written
from tests.exchange.layouts import FLAT
from tests.exchange.test_table_finding import is_the_sample

if TYPE_CHECKING:
    from pathlib import Path

DISTRICTS = sample().tree.children_of(sample().tree.root)


def sent(path: Path, modified: float = 0.0) -> Sent:
    return Sent.of(read_proposal(path, bare(), What.PLAN, read=read_here), bare(), modified)


def one_file_each(folder: Path, skip: tuple[int, ...] = ()) -> list[Sent]:
    return [
        sent(written([FLAT, row], folder / f"{at}.xlsx"))
        for at, row in enumerate(numbers()[:8])
        if at not in skip
    ]


def merged(files: list[Sent], plan: Plan | None = None) -> Merged:
    return merge(plan or bare(), files, DISTRICTS)


def test_a_file_from_every_unit_makes_the_whole_plan(tmp_path: Path) -> None:
    found = merged(one_file_each(tmp_path))
    assert found.missing == ()
    assert is_the_sample(apply(bare(), found.edit(bare(), {})))


def test_who_is_missing_is_named(tmp_path: Path) -> None:
    found = merged(one_file_each(tmp_path, skip=(0, 7)))
    assert found.missing == ("krong-no", "gia-nghia")
    assert found.senders["cu-jut"] == ("1.xlsx",)


def test_the_same_file_twice_is_a_duplicate(tmp_path: Path) -> None:
    first = sent(written([FLAT, numbers()[0]], tmp_path / "a.xlsx"), 2.0)
    found = merged([first._replace(name="b.xlsx", modified=1.0), first])
    assert found.duplicates == (("b.xlsx", "a.xlsx"),)
    assert found.conflicts == ()


def two_versions(folder: Path) -> Merged:
    row: list[object] = list(numbers()[0])
    older = sent(written([FLAT, row], folder / "cũ.xlsx"), 1.0)
    row[3], row[8] = 750, 600
    return merged([older, sent(written([FLAT, row], folder / "mới.xlsx"), 2.0)])


def test_versions_that_differ_stand_side_by_side_the_newest_first(tmp_path: Path) -> None:
    (conflict,) = two_versions(tmp_path).conflicts
    assert conflict.key == ObservedKey("krong-no", 2023, Measure.POOR)
    assert [(one.file, one.value) for one in conflict.versions] == [
        ("mới.xlsx", 750),
        ("cũ.xlsx", 748),
    ]


def test_a_file_that_says_what_the_plan_says_still_contradicts_an_older_one(
    tmp_path: Path,
) -> None:
    plan, row = sample(), list(numbers()[0])
    row[3], row[8] = 750, 600
    files = [
        (written([FLAT, row], tmp_path / "cũ.xlsx"), 1.0),
        (written([FLAT, list(numbers()[0])], tmp_path / "mới.xlsx"), 2.0),
    ]
    proposals = [(read_proposal(path, plan, What.PLAN, read=read_here), at) for path, at in files]
    found = merge(plan, [Sent.of(proposal, plan, at) for proposal, at in proposals], DISTRICTS)
    (conflict,) = found.conflicts
    assert [(one.file, one.value) for one in conflict.versions] == [
        ("mới.xlsx", 748),
        ("cũ.xlsx", 750),
    ]
    assert not found.edit(plan, {})


def test_a_conflict_is_left_alone_until_somebody_picks(tmp_path: Path) -> None:
    found = two_versions(tmp_path)
    key = found.conflicts[0].key
    assert apply(bare(), found.edit(bare(), {})).get(key) is None
    assert apply(bare(), found.edit(bare(), {key: "cũ.xlsx"})).get(key) == 748


def test_single_units_can_be_accepted(tmp_path: Path) -> None:
    edit = merged(one_file_each(tmp_path)).edit(bare(), {}, ["cu-jut"])
    assert {getattr(change.key, "unit", "") for change in edit.changes} == {"cu-jut"}
    assert edit.kind == "import"


def test_doubts_are_listed_with_their_file(tmp_path: Path) -> None:
    rows: list[Row] = [FLAT, [*numbers()[0][:3], "khoảng 750", *numbers()[0][4:]]]
    found = merged([sent(written(rows, tmp_path / "a.xlsx"))])
    assert [(file, doubt.code) for file, doubt in found.doubts] == [("a.xlsx", "not_a_number")]


def test_another_document_brings_its_figures() -> None:
    key = ObservedKey("tuy-duc", 2024, Measure.POOR)
    theirs = apply(sample(), edit_of(sample(), "enter", {key: 1700}))
    found = merged([Sent.of_plan("a.dnplan", "1", sample(), theirs)], sample())
    (change,) = found.edit(sample(), {}).changes
    assert (change.key, change.after) == (key, 1700)
