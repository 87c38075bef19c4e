"""Where the program's own files are, and where it keeps the user's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "DNPLANNER_HOME"
"""Names another folder for the user's files, for tests and for a program on a stick."""


def resources() -> Path:
    """The folder of icons, fonts, translations and samples, also inside a built program."""
    bundled = getattr(sys, "_MEIPASS", None)
    home = Path(bundled) if bundled else Path(__file__).resolve().parent.parent
    return home / "resources"


def user_folder() -> Path:
    """The folder of working copies, backups and logs on this computer; it need not exist yet.

    Local on purpose: a roaming or synchronised folder would carry half-written databases about.
    """
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "DN Planner"
    shared = os.environ.get("XDG_DATA_HOME", "")
    # The specification says that a relative path here is to be ignored.
    base = Path(shared) if Path(shared).is_absolute() else Path.home() / ".local" / "share"
    return base / "dn-planner"
