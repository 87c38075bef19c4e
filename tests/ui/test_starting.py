"""The start: what is certain is opened without a question, the rest is asked about."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from dnplanner.core.edits import edit_of
from dnplanner.core.entry import Cell
from dnplanner.core.plan import Pinned, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.durable import WriteFailed
from dnplanner.storage.author import this_author
from dnplanner.storage.opening import Desk, new_document, open_document
from dnplanner.storage.recovery import leftovers
from dnplanner.storage.samples import sample
from dnplanner.storage.snapshot import Snapshot
from dnplanner.storage.start_guard import StartGuard
from dnplanner.storage.working_copy import WorkingCopy
from dnplanner.ui.recovery_dialog import RecoveryDialog
from dnplanner.ui.start_page import StartPage
from dnplanner.ui.starting import Starting
from tests.ui.documents import (
    KEPT,
    lines,
    press_button,
    reduction,
    saved_sample,
    start,
    status,
    undo_text,
)
from tests.ui.driving import Driver, settle_down, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from dnplanner.core.edits import Edit


def reducing(households: int) -> Edit:
    """Typing the reduction of Tuy Đức in the sample."""
    key = TargetKey(sample().outline.scenarios[0], "tuy-duc", 2024, Series.POOR)
    return edit_of(sample(), "enter", {key: Target(Pinned.REDUCTION, Fraction(households))})


def crashed(home: Path, households: int, file: Path | None = None) -> None:
    """A program that was killed after a change, with the document it had open."""
    desk = Desk(home, this_author(), lambda _: None)
    document = open_document(file, desk) if file else new_document(Snapshot(sample()), desk)
    document.store.record(reducing(households))
    document.close()


def test_without_anything_left_the_sample_is_kept_from_the_first_change(driver: Driver) -> None:
    start(driver)
    assert driver.message() == ""
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    until(lambda: status(driver).startswith(KEPT))


def test_what_is_typed_before_the_store_is_there_is_kept_too(driver: Driver, home: Path) -> None:
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    assert status(driver).startswith("Đang ghi…")
    start(driver)
    until(lambda: status(driver).startswith(KEPT))
    store = driver.parts.keeper.store
    assert store is not None
    assert [len(change.edit.changes) for change in store.changes] == [1]


def test_one_leftover_is_opened_without_a_question(driver: Driver, home: Path) -> None:
    crashed(home, 1350)
    start(driver)
    assert not driver.dialogs()
    assert reduction(driver) == "1.350"
    assert driver.message() == "Đã khôi phục 1 thay đổi chưa lưu của lần trước."
    assert driver.window.isWindowModified()
    assert undo_text(driver) == "Hoàn tác Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350"


def test_the_file_asked_for_comes_with_what_a_crash_left_of_it(
    driver: Driver, home: Path, tmp_path: Path
) -> None:
    file = saved_sample(tmp_path / "kế hoạch.dnplan")
    crashed(home, 1350, file)
    crashed(home, 1200)
    start(driver, file)
    assert driver.document.path == file
    assert reduction(driver) == "1.350"
    left = lines(driver.dialog(RecoveryDialog))
    assert [line[1] for line in left] == ["(chưa lưu thành tệp)"]


def test_several_leftovers_are_offered_with_what_changed(driver: Driver, home: Path) -> None:
    crashed(home, 1350)
    crashed(home, 1200)
    start(driver)
    dialog = driver.dialog(RecoveryDialog)
    assert [line[2] for line in lines(dialog)] == ["1 thay đổi", "1 thay đổi"]
    dialog.view.selectRow(1)
    second = dialog.changes.text().rpartition("→ ")[2]
    driver.click(next(b for b in dialog.buttons.buttons() if b.text() == "Mở"))
    until(lambda: reduction(driver) == second)
    assert len(list(leftovers(home, this_author()))) == 1  # the other one waits


def test_a_name_given_before_a_crash_is_there_again_and_still_to_be_saved(
    driver: Driver, home: Path, tmp_path: Path
) -> None:
    file = saved_sample(tmp_path / "kế hoạch.dnplan")
    document = open_document(file, Desk(home, this_author(), lambda _: None))
    document.store.name_version("Bản trình UBND 15/02")
    document.close()
    start(driver, file)
    assert [version.name for version in driver.parts.keeper.versions] == ["Bản trình UBND 15/02"]
    assert driver.message() == "Đã khôi phục 1 thay đổi chưa lưu của lần trước."
    assert driver.window.isWindowModified()


def test_a_name_that_a_crash_left_is_told_among_what_was_not_saved(
    driver: Driver, home: Path
) -> None:
    crashed(home, 1350)
    document = new_document(Snapshot(sample()), Desk(home, this_author(), lambda _: None))
    document.store.name_version("Bản trình UBND 15/02")
    document.close()
    start(driver)
    dialog = driver.dialog(RecoveryDialog)
    told = [line[2] for line in lines(dialog)]
    assert sorted(told) == ["1 thay đổi", "1 tên phiên bản"]
    assert all(line[5].endswith(" kB") for line in lines(dialog))
    dialog.view.selectRow(told.index("1 tên phiên bản"))
    assert dialog.changes.text().endswith("Đặt tên phiên bản “Bản trình UBND 15/02”")


def test_a_name_given_before_the_store_is_there_is_kept_too(driver: Driver) -> None:
    driver.parts.keeper.name_version("Bản trình UBND 15/02")
    start(driver)
    assert [version.name for version in driver.parts.keeper.versions] == ["Bản trình UBND 15/02"]
    assert driver.window.isWindowModified()


def test_a_leftover_is_thrown_away_only_after_a_question(driver: Driver, home: Path) -> None:
    crashed(home, 1350)
    crashed(home, 1200)
    start(driver)
    dialog = driver.dialog(RecoveryDialog)
    button = next(b for b in dialog.buttons.buttons() if b.text() == "Bỏ bản này…")
    driver.click(button)
    press_button(driver, "Hủy")
    assert len(lines(dialog)) == 2
    driver.click(button)
    press_button(driver, "Bỏ hẳn")
    assert len(lines(dialog)) == 1
    assert len(list(leftovers(home, this_author()))) == 1


def test_a_leftover_that_cannot_be_read_is_told_and_cannot_be_opened(
    driver: Driver, home: Path
) -> None:
    crashed(home, 1350)
    (working,) = (home / "work").glob("*.db")
    working.write_bytes(b"\x00" * 4096)
    start(driver)
    dialog = driver.dialog(RecoveryDialog)
    opening = next(b for b in dialog.buttons.buttons() if b.text() == "Mở")
    assert not opening.isEnabled()
    assert dialog.changes.text() != ""


def test_after_two_failed_starts_nothing_is_opened_and_it_is_said(
    driver: Driver, home: Path, tmp_path: Path
) -> None:
    file = saved_sample(tmp_path / "độc.dnplan")
    crashed(home, 1350)
    for _ in range(2):
        StartGuard(home).begin()
    start(driver, file)
    assert driver.document.path is None
    assert reduction(driver) == "1.400"
    assert driver.message().startswith("Hai lần trước chương trình không khởi động được")
    page = driver.dialog(StartPage)
    until(lambda: "Chưa lưu từ lần trước" in page.list.item(0).text())
    page.reject()
    assert StartGuard(home).begin()  # this start went well


def test_a_start_that_went_well_is_not_counted(driver: Driver, home: Path) -> None:
    StartGuard(home).begin()
    start(driver)
    settle_down()
    assert not (home / "starting.json").exists()


def test_who_is_quicker_than_the_start_is_asked(driver: Driver, home: Path, tmp_path: Path) -> None:
    """A change made in the sample while the file was read is not thrown away unasked."""
    file = saved_sample(tmp_path / "kế hoạch.dnplan")
    starting = Starting(driver.window, file)
    starting.begin()
    driver.document.perform(reducing(1350))
    until(lambda: bool(driver.dialogs()))
    assert reduction(driver) == "1.350"
    press_button(driver, "Hủy")
    assert driver.document.path is None
    until(lambda: driver.parts.keeper.store is not None)


def test_a_full_user_folder_is_told_with_drive_and_bytes_and_tried_again(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = True

    def record(working: WorkingCopy, recorded: object) -> None:
        if full:
            raise WriteFailed("disk_full", working.path, needs=8_000_000, free=1000, drive="C:")
        take(working, recorded)  # type: ignore[arg-type]  # what record was given

    take = WorkingCopy.record
    monkeypatch.setattr(WorkingCopy, "record", record)
    start(driver)
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    until(lambda: driver.message() != "")
    assert driver.message().startswith("Ổ đĩa C: đã đầy (cần 8 MB, còn trống 1 kB)")
    assert status(driver).startswith("Chưa ghi được xuống đĩa")
    assert reduction(driver) == "1.350"
    full = False
    driver.parts.keeper.retry()
    until(lambda: status(driver).startswith(KEPT))
    assert driver.message() == "Ổ đĩa đã ghi lại được: mọi thay đổi đã giữ trên máy."
