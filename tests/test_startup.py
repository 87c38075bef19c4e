"""What a start loads before the user sees the table."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PROBE = """
import json, sys
from dnplanner.ui import quick_start
quick_start.begin()
from dnplanner import app
from PySide6.QtCore import QSettings
preferences = app.Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat))
program = app.Program(app.sample(), preferences, [])
def painted():
    rows = program.window.sheet.body_model.rowCount()
    print(json.dumps({"modules": sorted(sys.modules), "rows": rows}))
    program.application.exit()
program.window.sheet.body.painted.connect(painted)
program.window.show()
program.application.exec()
"""

HEAVY = {"numpy", "pandas", "openpyxl", "pyqtgraph", "python_calamine", "docx"}
UNNEEDED = {"sqlite3", "asyncio", "http", "socket", "multiprocessing", "unittest", "concurrent"}
LATER = {
    "dnplanner.core.checks",
    "dnplanner.core.sharing",
    "dnplanner.exchange.appendix",
    "dnplanner.models.wording.refusals",
    "dnplanner.models.wording.edits",
    "dnplanner.ui.window_parts",
    "dnplanner.ui.trajectory_plot",
    "dnplanner.storage.snapshot",
}


def loaded_at_first_paint(settings: Path) -> set[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, str(settings)],
        env=environment,
        stdout=subprocess.PIPE,
        timeout=100,
        check=True,
    )
    told = json.loads(ended.stdout)
    assert told["rows"] == 8, "the sample's districts are what was painted"
    return set(told["modules"])


def test_at_the_first_paint_only_qt_the_core_and_the_sample_are_loaded(tmp_path: Path) -> None:
    loaded = loaded_at_first_paint(tmp_path / "settings.ini")
    assert not loaded & HEAVY
    assert not loaded & UNNEEDED
    assert not loaded & LATER


def test_at_the_first_paint_qt_has_loaded_three_of_its_modules(tmp_path: Path) -> None:
    loaded = loaded_at_first_paint(tmp_path / "settings.ini")
    assert {module for module in loaded if module.startswith("PySide6.Qt")} == {
        "PySide6.QtCore",
        "PySide6.QtGui",
        "PySide6.QtWidgets",
    }
