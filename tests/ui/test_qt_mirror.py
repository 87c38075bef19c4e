"""The plotting library is loaded without making all of Qt known, and works as it does otherwise."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TypedDict

from dnplanner.paths import resources

_LOADING = """
import json, sys
from contextlib import nullcontext
from PySide6 import QtCore, QtWidgets
from dnplanner.ui.qt_mirror import passing_mirrors
listed = dir(QtWidgets)
with passing_mirrors() if sys.argv[1] == "mirrored" else nullcontext():
    import pyqtgraph
with passing_mirrors():
    pass
from pyqtgraph.Qt import QtCore as mirror
application = QtWidgets.QApplication([])
curve = pyqtgraph.PlotCurveItem([0, 1, 2], [0, 4, 1])
print(json.dumps({
    "as_before": set(listed) <= set(dir(QtWidgets)),
    "same": mirror.QTimer is QtCore.QTimer,
    "missing": not hasattr(mirror, "QNoSuchThing"),
    "known": sum(not name.startswith("_") for name in vars(QtWidgets)),
    "points": [float(value) for value in curve.yData],
}))
"""


class Told(TypedDict):
    """What a program that loaded the library says."""

    as_before: bool
    same: bool
    missing: bool
    known: int
    points: list[float]


def loaded(how: str) -> Told:
    """A program of its own, since a library is only loaded once in each."""
    ended = subprocess.run(
        [sys.executable, "-c", _LOADING, how],
        cwd=resources().parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    told: Told = json.loads(ended.stdout)
    return told


def test_the_library_finds_everything_though_most_of_qt_stays_unknown() -> None:
    mirrored, plain = loaded("mirrored"), loaded("plain")
    assert mirrored["points"] == plain["points"] == [0, 4, 1]
    assert mirrored["same"]
    assert mirrored["missing"]
    assert mirrored["known"] < plain["known"]


def test_qt_lists_its_names_again_afterwards() -> None:
    assert loaded("mirrored")["as_before"]
