"""Where the program's own files are."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """The folder of icons, fonts, translations and samples, also inside a built program."""
    bundled = getattr(sys, "_MEIPASS", None)
    home = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return home / "resources"
