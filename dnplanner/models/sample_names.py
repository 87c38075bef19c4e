"""The names of the plans that come with the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dnplanner.storage.samples import COMMUNES, SAMPLE, SAMPLES, TRAINING, TWO_LEVELS


def sample_names() -> dict[str, str]:
    """What to call each sample in a menu, in their usual order."""
    words = {
        SAMPLE: _translate("Đắk Nông 2024: 8 huyện, theo Kế hoạch 97/KH-UBND"),
        COMMUNES: _translate("Đắk Nông 2024: đến 71 xã, chưa có số liệu xã"),
        TWO_LEVELS: _translate("Lâm Đồng 2026: 124 xã, phường, đặc khu, chưa có số liệu"),
        TRAINING: _translate("Tập huấn: đến 71 xã, số liệu giả định"),
    }
    return {name: words.get(name, name) for name in SAMPLES}


def _translate(text: str) -> str:
    return QCoreApplication.translate("Samples", text)
