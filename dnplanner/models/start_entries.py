"""What can be opened from the start page: samples, recent files, what earlier runs left."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import format_count
from dnplanner.models.history import shown_time
from dnplanner.models.wording import refusal_sentence
from dnplanner.storage import samples

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dnplanner.storage.recovery import Leftover

translate = QCoreApplication.translate


class StartEntry(NamedTuple):
    """One thing to open. ``reason`` says why it cannot be opened now; empty where it can."""

    title: str
    details: str
    reason: str = ""
    sample: str = ""
    path: Path | None = None
    working: Path | None = None


def sample_entries() -> list[StartEntry]:
    """The plans that come with the program."""
    named = (
        (
            samples.SAMPLE,
            translate("Start", "Đắk Nông 2024 – 8 huyện, thành phố"),
            translate("Start", "Kế hoạch 97/KH-UBND, số liệu thật"),
        ),
        (
            samples.COMMUNES,
            translate("Start", "Đắk Nông 2024 – đến cấp xã"),
            translate("Start", "71 xã, phường, thị trấn; chưa có số liệu xã"),
        ),
        (
            samples.TWO_LEVELS,
            translate("Start", "Lâm Đồng 2026 – hai cấp"),
            translate("Start", "124 xã, phường, đặc khu; chưa có số liệu"),
        ),
        (
            samples.TRAINING,
            translate("Start", "Tập huấn – số liệu xã giả định"),
            translate("Start", "để học cách dùng, không phải số liệu thật"),
        ),
    )
    return [StartEntry(title, details, sample=name) for name, title, details in named]


def file_entries(paths: Iterable[Path]) -> list[StartEntry]:
    """Recent files, newest first. Asks the disk: may take long for folders on a network."""
    return [StartEntry(path.name, str(path.parent), _missing(path), path=path) for path in paths]


def leftover_entries(leftovers: Iterable[Leftover]) -> list[StartEntry]:
    """What earlier runs left without saving."""
    return [_leftover_entry(left) for left in leftovers]


def _missing(path: Path) -> str:
    try:
        if path.is_file():
            return ""
        if path.parent.is_dir():
            return translate("Start", "tệp không còn ở đó")
    except OSError:
        return translate("Start", "không đọc được")
    return translate("Start", "không thấy thư mục hoặc ổ đĩa")


def _leftover_entry(left: Leftover) -> StartEntry:
    title = left.title or translate("Start", "(chưa đặt tên)")
    if left.problem is not None:
        return StartEntry(left.path.name, "", refusal_sentence(left.problem), working=left.path)
    details = translate("Start", "{count} thay đổi chưa lưu").format(
        count=format_count(len(left.unsaved) + len(left.named))
    )
    times = [change.time for change in left.unsaved] or [name.time for name in left.named]
    if times:
        details = f"{details}, {shown_time(times[-1])}"
    return StartEntry(title, details, working=left.path)
