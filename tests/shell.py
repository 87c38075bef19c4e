"""Running commands as a script would, and reading what they say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from dnplanner import cli
from dnplanner.storage.document_file import save

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from dnplanner.core.plan import Plan


def shown(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    """What a command prints as JSON."""
    assert cli.main(list(argv)) in (cli.DONE, cli.FOUND_ERRORS)
    return json.loads(capsys.readouterr().out)


def refusal(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """The one sentence of a command that is refused."""
    assert cli.main(list(argv)) == cli.REFUSED
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err.rstrip("\n")


def saved(folder: Path, plan: Plan, name: str = "plan.dnplan") -> str:
    save(plan, folder / name)
    return str(folder / name)
