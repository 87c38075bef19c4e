"""The self-test fails when the program does not do what it should."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dnplanner.self_test import Result, golden
from tests.core.plans import APPENDIX

ROOT = Path(__file__).parent.parent


def test_its_golden_figures_are_the_printed_ones() -> None:
    figures = {
        name: [text.replace(".", "").replace(",", ".") for text in texts]
        for name, texts in golden().items()
    }
    assert figures == {name: [str(value) for value in row[1:]] for name, row in APPENDIX.items()}


def test_a_result_says_what_was_wanted_and_what_was_found() -> None:
    assert Result("tổng", 2, 2).sentence() == "đạt        tổng"
    assert Result("tổng", 2, 3).sentence() == "KHÔNG ĐẠT  tổng: cần 2, có 3"


def test_one_wrong_figure_fails_it() -> None:
    code = (
        "import sys; from dnplanner import self_test;"
        "self_test.GOLDEN = self_test.GOLDEN.replace('3.415', '3.416');"
        "sys.exit(self_test.run())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        timeout=100,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout.count("KHÔNG ĐẠT") == 3
