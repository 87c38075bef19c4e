"""Icons: one colour each, recoloured to the theme's text."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QIcon, QPixmap

from dnplanner.paths import resources

_SIZES = (20, 40)
_SIZE = b'width="20" height="20"'


@cache
def icon(name: str, colour: str) -> QIcon:
    """The icon ``name`` of resources/icons in ``colour``, drawn at the first call."""
    drawing = (resources() / "icons" / f"{name}.svg").read_bytes()
    coloured = drawing.replace(b"#000000", colour.encode("ascii"))
    made = QIcon()
    for size in _SIZES:
        scaled = coloured.replace(_SIZE, f'width="{size}" height="{size}"'.encode(), 1)
        pixmap = QPixmap()
        pixmap.loadFromData(QByteArray(scaled), "SVG")
        made.addPixmap(pixmap)
    return made
