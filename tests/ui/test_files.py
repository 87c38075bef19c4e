"""Documents in the window: kept, saved, opened, closed; and what is said about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from dnplanner.core.entry import Cell
from dnplanner.durable import FileCalls, write_file
from dnplanner.storage import document_file, saving, seal
from dnplanner.storage.author import Author
from dnplanner.storage.inspection import read_snapshot
from dnplanner.storage.lock import FileLock
from dnplanner.storage.recovery import work_folder
from dnplanner.storage.samples import TRAINING, sample
from dnplanner.storage.saving import lock_path
from tests.ui.documents import (
    KEPT,
    WRITING,
    choose,
    press_button,
    reduce,
    reduction,
    saved_sample,
    start,
    status,
    undo_text,
)
from tests.ui.driving import CONTROL, Driver, Key, settle_down, until

if TYPE_CHECKING:
    from pathlib import Path

LAN = Author("Lan", "PC-02")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved_sample(tmp_path / "USB" / "Kế hoạch 2024.dnplan")


@pytest.fixture
def opened(driver: Driver, file: Path) -> Driver:
    """The window with a file in it."""
    start(driver, file)
    return driver


def save(driver: Driver) -> None:
    driver.press(Key.Key_S, CONTROL)
    until(lambda: status(driver).startswith("✓ Đã lưu"))


def test_a_change_is_said_to_be_kept_only_when_it_is(opened: Driver) -> None:
    opened.enter("Tuy Đức", Cell.REDUCTION, "1350")
    said = status(opened).partition(" · ")[0]
    assert said in (WRITING, KEPT)
    assert (said == KEPT) == opened.parts.keeper.is_durable
    until(lambda: status(opened).startswith(KEPT))
    assert opened.parts.keeper.is_durable
    assert opened.window.isWindowModified()


def test_saving_says_when_and_leaves_only_the_file(opened: Driver, file: Path) -> None:
    reduce(opened, "1350")
    save(opened)
    assert not opened.window.isWindowModified()
    assert status(opened).endswith("1 bước có thể hoàn tác")
    assert document_file.load(file).tables == opened.document.plan.tables
    assert opened.window.close()
    assert list(file.parent.iterdir()) == [file]


def test_undo_and_redo_go_on_after_reopening(opened: Driver, file: Path) -> None:
    reduce(opened, "1350")
    reduce(opened, "1300")
    opened.press(Key.Key_Z, CONTROL)
    save(opened)
    opened.open(file)
    until(lambda: opened.document.undo_stack.count() == 2)
    assert reduction(opened) == "1.350"
    assert undo_text(opened) == "Hoàn tác Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350"
    redo = opened.parts.menus.redo.text()
    assert redo == "Làm lại Tuy Đức, hộ nghèo giảm năm 2024: 1.350 → 1.300"
    opened.press(Key.Key_Y, CONTROL)
    assert reduction(opened) == "1.300"
    opened.press(Key.Key_Z, CONTROL)
    opened.press(Key.Key_Z, CONTROL)
    assert reduction(opened) == "1.400"
    assert not opened.parts.menus.undo.isEnabled()


def test_two_saves_in_a_row_do_not_claim_more_than_is_written(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one ends while the change after it is not in the file yet."""
    keeper = opened.parts.keeper
    claimed: list[tuple[bool, bool]] = []
    keeper.saved.connect(
        lambda _: claimed.append(
            (
                opened.document.undo_stack.isClean(),
                keeper.store is not None and keeper.store.is_saved,
            )
        )
    )
    reduce(opened, "1350")
    opened.press(Key.Key_S, CONTROL)
    opened.enter("Tuy Đức", Cell.REDUCTION, "1300")
    opened.press(Key.Key_S, CONTROL)
    until(lambda: len(claimed) == 2)
    assert all(is_saved for is_clean, is_saved in claimed if is_clean)
    assert opened.document.undo_stack.isClean()


def test_another_change_at_the_same_step_is_not_taken_for_the_saved_one(opened: Driver) -> None:
    reduce(opened, "1350")
    opened.parts.files.save()
    opened.document.undo_stack.undo()
    opened.enter("Tuy Đức", Cell.REDUCTION, "1300")  # one step again, but another one
    opened.wait_for_work()
    assert not opened.document.undo_stack.isClean()
    until(lambda: status(opened).startswith(KEPT))


def test_a_plan_without_a_file_asks_for_one(driver: Driver, tmp_path: Path) -> None:
    start(driver)
    reduce(driver, "1350")
    driver.press(Key.Key_S, CONTROL)
    target = tmp_path / "mới.dnplan"
    choose(driver, target)
    until(lambda: status(driver).startswith("✓ Đã lưu"))
    assert document_file.load(target).tables == driver.document.plan.tables
    assert driver.window.windowTitle().startswith("mới.dnplan")
    assert driver.window.preferences.recent[0] == target


def test_a_name_is_offered_for_what_has_no_file_yet(driver: Driver) -> None:
    start(driver)
    driver.parts.files.save_as()
    asking = driver.dialog(QFileDialog)
    assert asking.selectedFiles()[0].endswith("/Kế hoạch giảm nghèo 2024 – Đắk Nông.dnplan")
    asking.reject()
    driver.parts.files.send_copy()
    asking = driver.dialog(QFileDialog)
    assert asking.selectedFiles()[0].endswith("2024 – Đắk Nông – bản gửi đi.dnplan")
    asking.reject()


def test_a_save_before_the_store_is_ready_is_done_when_it_is(
    driver: Driver, tmp_path: Path
) -> None:
    target = tmp_path / "sớm.dnplan"
    driver.enter("Tuy Đức", Cell.REDUCTION, "1350")
    driver.document.set_path(target)
    driver.press(Key.Key_S, CONTROL)
    assert not target.exists()
    start(driver)
    until(target.exists)
    until(driver.document.undo_stack.isClean)


def test_the_file_that_is_open_can_be_opened_again_to_give_changes_up(
    opened: Driver, file: Path
) -> None:
    reduce(opened, "1350")
    opened.parts.files.open_path(file)
    opened.answer(QMessageBox.StandardButton.Discard)
    until(lambda: reduction(opened) == "1.400")
    opened.wait_for_work()
    assert opened.message() == ""
    reduce(opened, "1300")
    save(opened)
    assert document_file.load(file).tables == opened.document.plan.tables


def test_nothing_can_be_typed_while_another_document_is_read(
    opened: Driver, tmp_path: Path
) -> None:
    other = saved_sample(tmp_path / "khác.dnplan")
    opened.parts.files.open_path(other)
    assert not opened.window.isEnabled()
    until(opened.window.isEnabled)
    assert opened.document.path == other
    assert opened.focus() is opened.body


def test_unsaved_changes_are_asked_about_before_another_document_is_opened(
    opened: Driver, tmp_path: Path
) -> None:
    other = saved_sample(tmp_path / "khác.dnplan")
    reduce(opened, "1350")
    opened.parts.files.open_path(other)
    opened.answer(QMessageBox.StandardButton.Cancel)
    assert reduction(opened) == "1.350"
    assert opened.document.path != other


def test_closing_saves_what_was_kept_and_asks_first(opened: Driver, file: Path) -> None:
    reduce(opened, "1350")
    opened.window.close()
    assert opened.window.isVisible()
    opened.answer(QMessageBox.StandardButton.Save)
    until(lambda: not opened.window.isVisible())
    assert document_file.load(file).tables == opened.document.plan.tables


def test_closing_waits_for_the_writer(
    opened: Driver, file: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.enter("Tuy Đức", Cell.REDUCTION, "1350")
    opened.window.close()
    opened.answer(QMessageBox.StandardButton.Discard)
    assert not opened.window.isVisible()
    assert not list(work_folder(home).iterdir())
    assert document_file.load(file).tables == sample().tables
    assert list(file.parent.iterdir()) == [file]


def test_the_copy_to_send_has_no_history(opened: Driver, tmp_path: Path) -> None:
    reduce(opened, "1350")
    opened.parts.files.send_copy()
    copy = tmp_path / "gửi.dnplan"
    choose(opened, copy)
    until(lambda: "Đã lưu bản gửi đi" in opened.message())
    assert read_snapshot(copy).changes == ()
    assert document_file.load(copy).tables == opened.document.plan.tables
    until(lambda: status(opened).startswith(KEPT))


def test_the_copy_to_send_never_replaces_the_document_itself(opened: Driver, file: Path) -> None:
    reduce(opened, "1350")
    save(opened)
    before = file.read_bytes()
    opened.parts.files.send_copy()
    choose(opened, file)
    settle_down()
    assert opened.message().startswith("Kế hoạch 2024.dnplan: Bản gửi đi không có lịch sử")
    assert file.read_bytes() == before


def test_a_file_that_somebody_has_open_says_who_where_and_since_when(
    driver: Driver, file: Path, tmp_path: Path
) -> None:
    lock = FileLock(lock_path(file), LAN)
    lock.acquire()
    before = file.read_bytes()
    start(driver, file)
    said = driver.message()
    assert said.startswith("Kế hoạch 2024.dnplan: Tệp đang mở ở nơi khác (Lan, PC-02, từ ")
    assert "lưu thành tệp khác" in said
    reduce(driver, "1350")
    driver.press(Key.Key_S, CONTROL)
    mine = tmp_path / "của tôi.dnplan"
    choose(driver, mine)
    until(lambda: status(driver).startswith("✓ Đã lưu"))
    assert file.read_bytes() == before
    reduce(driver, "1300")
    save(driver)  # the other file is ours: it does not ask again
    assert not driver.dialogs()
    assert document_file.load(mine).tables == driver.document.plan.tables
    lock.release()


def held_elsewhere(file: Path) -> None:
    """The lock of another computer that went off while it had the file open."""
    record = {"user": "Minh", "computer": "PC-07", "since": "2026-02-20T01:02:03+00:00"}
    signed = json.dumps({**record, "process": 1, "machine": "0123456789ab"})
    lock_path(file).write_text(signed)


def test_the_lock_of_a_dead_computer_is_taken_over_when_the_user_decides_so(
    driver: Driver, file: Path
) -> None:
    held_elsewhere(file)
    start(driver, file)
    assert "Tệp đang mở ở nơi khác (Minh, PC-07, từ " in driver.message()
    driver.click(driver.parts.messages.way_out)
    box = driver.dialog(QMessageBox)
    assert box.text() == "Nhận quyền sửa tệp Kế hoạch 2024.dnplan?"
    assert "(Minh, PC-07, từ " in box.informativeText()
    assert "20/02/2026)" in box.informativeText()
    press_button(driver, "Nhận quyền sửa")
    driver.wait_for_work()
    assert driver.message() == ""
    assert json.loads(lock_path(file).read_text())["user"] != "Minh"
    reduce(driver, "1350")
    save(driver)
    assert not driver.dialogs()
    assert document_file.load(file).tables == driver.document.plan.tables


def test_the_lock_of_another_computer_stays_without_a_decision(driver: Driver, file: Path) -> None:
    held_elsewhere(file)
    start(driver, file)
    driver.click(driver.parts.messages.way_out)
    press_button(driver, "Hủy")
    assert json.loads(lock_path(file).read_text())["user"] == "Minh"
    driver.parts.files.save()
    driver.dialog(QFileDialog).reject()  # another place: the file is theirs


def test_what_was_typed_before_taking_over_is_asked_about(driver: Driver, file: Path) -> None:
    held_elsewhere(file)
    start(driver, file)
    reduce(driver, "1350")
    driver.click(driver.parts.messages.way_out)
    press_button(driver, "Nhận quyền sửa")
    assert driver.dialog(QMessageBox).text() == "Kế hoạch có thay đổi chưa lưu."
    driver.answer(QMessageBox.StandardButton.Cancel)
    assert reduction(driver) == "1.350"
    assert json.loads(lock_path(file).read_text())["user"] == "Minh"


def test_a_holder_who_is_seen_to_be_at_work_cannot_be_pushed_aside(
    driver: Driver, file: Path
) -> None:
    lock = FileLock(lock_path(file), LAN)
    lock.acquire()
    start(driver, file)
    assert driver.message() != ""
    assert not driver.parts.messages.way_out.isVisible()
    lock.release()


def test_a_read_only_file_opens_with_a_word_and_is_saved_elsewhere(
    driver: Driver, file: Path
) -> None:
    file.chmod(0o444)
    start(driver, file)
    assert driver.message().startswith("Tệp chỉ cho đọc")
    reduce(driver, "1350")
    driver.press(Key.Key_S, CONTROL)
    asking = driver.dialog(QFileDialog)
    assert asking.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    asking.reject()
    assert document_file.load(file).tables == sample().tables


def test_a_folder_without_rights_opens_with_a_word(
    driver: Driver, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(lock: FileLock, *, take_over: bool = False) -> None:
        if lock.path.parent == file.parent:
            raise PermissionError(13, "no", str(lock.path))
        acquire(lock, take_over=take_over)

    acquire = FileLock.acquire
    monkeypatch.setattr(FileLock, "acquire", refuse)
    start(driver, file)
    assert driver.message().startswith("Không ghi được vào thư mục của tệp")
    driver.parts.files.save()
    driver.dialog(QFileDialog).reject()


@pytest.mark.parametrize("answer", ["Ghi đè, giữ bản kia", "Lưu thành tệp khác…", "Hủy"])
def test_a_file_that_somebody_else_wrote_meanwhile_is_never_lost(
    answer: str, opened: Driver, file: Path, home: Path, tmp_path: Path
) -> None:
    document_file.save(sample(TRAINING), file)
    theirs = file.read_bytes()
    reduce(opened, "1350")
    opened.press(Key.Key_S, CONTROL)
    until(lambda: bool(opened.dialogs()))
    box = opened.dialog(QMessageBox)
    assert box.text().startswith("Kế hoạch 2024.dnplan: Tệp đã bị người khác ghi đè")
    press_button(opened, answer)
    if answer == "Hủy":
        assert file.read_bytes() == theirs
        until(lambda: status(opened).startswith(KEPT))
        return
    if answer == "Lưu thành tệp khác…":
        choose(opened, tmp_path / "của tôi.dnplan")
    until(lambda: status(opened).startswith("✓ Đã lưu"))
    kept = [path.read_bytes() for path in home.glob("backups/*/*.dnplan")]
    assert theirs in [file.read_bytes(), *kept]
    assert opened.document.path is not None
    assert document_file.load(opened.document.path).tables == opened.document.plan.tables


class FullDisk(FileCalls):
    """A disk without room, while ``full``."""

    full = True

    def write(self, descriptor: int, block: memoryview) -> int:
        """See FileCalls."""
        if self.full:
            raise OSError(28, "No space left on device")
        return super().write(descriptor, block)


def test_a_full_disk_names_the_drive_and_offers_another_place(
    opened: Driver, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = FullDisk()

    def write(path: Path, content: bytes, _calls: FileCalls | None = None) -> None:
        write_file(path, content, disk)

    monkeypatch.setattr(saving, "write_file", write)
    before = file.read_bytes()
    reduce(opened, "1350")
    opened.press(Key.Key_S, CONTROL)
    until(lambda: opened.message() != "")
    assert "Kế hoạch 2024.dnplan: Chưa ghi được vì ổ đĩa / đã đầy: cần " in opened.message()
    assert opened.parts.messages.way_out.text() == "Lưu thành tệp khác…"
    until(lambda: status(opened).startswith(KEPT))
    assert file.read_bytes() == before
    disk.full = False
    opened.click(opened.parts.messages.way_out)
    choose(opened, file.with_name("khác.dnplan"))
    until(lambda: status(opened).startswith("✓ Đã lưu"))


def newer(content: bytes) -> bytes:
    """A document that a later version wrote, sealed in another way."""
    numbered = content[:60] + (99).to_bytes(4, "big") + content[64:]
    return numbered.replace(seal.MARK, bytes(len(seal.MARK)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (lambda sound: sound[:-5000], "Tệp bị cụt"),
        (lambda sound: sound[:9000] + b"\xff" * 50 + sound[9050:], "Tệp bị hỏng"),
        (lambda _: b"", "Tệp rỗng"),
        (lambda _: b"<!DOCTYPE html><html>404</html>", "Đây là một trang web"),
        (lambda _: b"PK\x03\x04" + bytes(40), "Đây là tệp nén hoặc tệp Excel, Word"),
        (lambda _: b"chi tieu giam ngheo", "Đây không phải tệp của DN Planner"),
        (lambda _: bytes(8192), "Tệp bị hỏng"),
    ],
)
def test_what_is_no_sound_document_is_refused_in_one_sentence_and_left_alone(
    content: object, reason: str, opened: Driver, tmp_path: Path
) -> None:
    assert callable(content)
    bad = saved_sample(tmp_path / "thư" / "nhận.dnplan")
    bad.write_bytes(content(bad.read_bytes()))
    before = bad.read_bytes()
    opened.open(bad)
    until(lambda: opened.message() != "")
    assert opened.message().startswith(f"nhận.dnplan: {reason}")
    assert ": hãy " in opened.message()
    assert bad.read_bytes() == before
    assert list(bad.parent.iterdir()) == [bad]
    assert opened.document.path is not None
    assert opened.document.path.name == "Kế hoạch 2024.dnplan"
    reduce(opened, "1350")  # what was open goes on


def test_a_document_of_a_newer_version_names_both_versions(opened: Driver, tmp_path: Path) -> None:
    bad = saved_sample(tmp_path / "mới.dnplan")
    bad.write_bytes(newer(bad.read_bytes()))
    before = bad.read_bytes()
    opened.open(bad)
    until(lambda: opened.message() != "")
    assert "mới.dnplan: Tệp do phiên bản DN Planner mới hơn ghi (định dạng 99" in opened.message()
    assert bad.read_bytes() == before


def test_a_missing_file_is_named(opened: Driver, tmp_path: Path) -> None:
    opened.open(tmp_path / "mất.dnplan")
    until(lambda: opened.message() != "")
    assert opened.message().startswith("mất.dnplan: Không tìm thấy tệp")


@pytest.mark.parametrize("damage", ["cut", "html", "gone"])
def test_a_damaged_file_offers_its_newest_backup(damage: str, opened: Driver, file: Path) -> None:
    reduce(opened, "1350")
    save(opened)
    opened.open(saved_sample(file.with_name("khác.dnplan")))
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:-9000] if damage == "cut" else b"<html></html>")
    opened.open(file)
    button = opened.parts.messages.way_out
    until(button.isVisible)
    assert button.text() == "Mở bản sao lưu gần nhất"
    assert "Có bản sao lưu " in opened.message()
    opened.click(button)
    until(lambda: reduction(opened) == "1.350")
    assert opened.document.path is None  # saving asks where to


def test_a_file_asked_for_at_the_start_that_is_damaged_offers_its_backup(
    driver: Driver, file: Path, home: Path
) -> None:
    from dnplanner.storage.backups import Backups

    Backups(home, read_snapshot(file).document).keep(file.read_bytes(), file)
    file.write_bytes(file.read_bytes()[:-9000])
    start(driver, file)
    until(driver.parts.messages.way_out.isVisible)
    assert driver.message().startswith("Kế hoạch 2024.dnplan: Tệp bị cụt")
