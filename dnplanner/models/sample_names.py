"""The names of the plans that come with the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from dnplanner.storage.samples import COMMUNES, SAMPLE, SAMPLES, TRAINING, TWO_LEVELS

translate = QCoreApplication.translate


def sample_names() -> dict[str, str]:
    """What to call each sample in a menu, in their usual order."""
    words = {
        SAMPLE: translate("Samples", "Đắk Nông 2024: 8 huyện, theo Kế hoạch 97/KH-UBND"),
        COMMUNES: translate("Samples", "Đắk Nông 2024: đến 71 xã, chưa có số liệu xã"),
        TWO_LEVELS: translate("Samples", "Lâm Đồng 2026: 124 xã, phường, đặc khu, chưa có số liệu"),
        TRAINING: translate("Samples", "Tập huấn: đến 71 xã, số liệu giả định"),
    }
    return {name: words.get(name, name) for name in SAMPLES}
