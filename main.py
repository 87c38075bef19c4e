"""Starts DN Planner: its window, or one of the commands that do without."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan

COMMANDS = (
    "show",
    "export",
    "check",
    "set",
    "allocate",
    "diff",
    "history",
    "verify",
    "import",
    "form",
    "screenshot",
    "self-test",
)


def main(argv: list[str]) -> int:
    """Run the program; the exit code. The window imports nothing that only commands need."""
    if opens_window(argv):
        from dnplanner.ui import quick_start

        quick_start.begin()
        from dnplanner import app

        return app.run(None if argv in ([], ["sample"]) else Path(argv[0]))

    from dnplanner import cli

    return cli.main(argv, take_picture=_take_picture, test_itself=_test_itself)


def opens_window(argv: list[str]) -> bool:
    """Whether there is nothing but a file, or not even that."""
    return not argv or (len(argv) == 1 and argv[0] not in COMMANDS and argv[0][:1] != "-")


def _take_picture(plan: Plan, out: Path, size: tuple[int, int], theme: str, language: str) -> int:
    from dnplanner import app

    return app.screenshot(plan, out, size, theme, language)


def _test_itself() -> int:
    from dnplanner import self_test

    return self_test.run()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        # A child process of the built program starts here too, and does only its own work.
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main(sys.argv[1:]))
