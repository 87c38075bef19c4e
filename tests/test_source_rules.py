"""Rules about the source text that the linters cannot check."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = sorted((ROOT / "dnplanner").rglob("*.py"))
ALL_SOURCES = [*ROOT.glob("*.py"), *PACKAGE, *sorted((ROOT / "tests").rglob("*.py"))]
SUPPRESSION = re.compile(r"#\s*(?:type:\s*ignore|noqa)\b(?P<rest>.*)")
CODES_AND_REASON = re.compile(r"(\[[a-z, -]+\]\s*#|: [A-Z0-9, ]+[-–#])\s*\S+")


def translated_fstrings(source: str) -> list[int]:
    """Line numbers of calls to tr or translate that pass an f-string."""
    lines = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        passes_fstring = any(isinstance(argument, ast.JoinedStr) for argument in node.args)
        if name in {"tr", "translate"} and passes_fstring:
            lines.append(node.lineno)
    return lines


def unexplained_suppressions(source: str) -> list[str]:
    """Silenced warnings that name no code or give no reason."""
    found = (SUPPRESSION.search(line) for line in source.splitlines())
    return [match[0] for match in found if match and not CODES_AND_REASON.match(match["rest"])]


def test_an_fstring_in_tr_is_found_however_tr_is_called() -> None:
    assert translated_fstrings('self.tr(f"{n} hộ")\ntr("x")\ntranslate("C", f"{n}")') == [1, 3]


@pytest.mark.parametrize("path", PACKAGE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_fstring_is_translated(path: Path) -> None:
    assert translated_fstrings(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("comment", "explained"),
    [
        ("ignore[arg-type]  # the stub lacks None", True),
        ("ignore[arg-type]", False),
        ("ignore", False),
    ],
)
def test_a_type_ignore_needs_code_and_reason(comment: str, explained: bool) -> None:
    assert (not unexplained_suppressions("x = 1  # type: " + comment)) is explained


@pytest.mark.parametrize(
    ("comment", "explained"), [(": T201 - reports", True), (": T201", False), ("", False)]
)
def test_a_noqa_needs_code_and_reason(comment: str, explained: bool) -> None:
    assert (not unexplained_suppressions("x = 1  # no" + "qa" + comment)) is explained


def test_every_silenced_warning_has_its_reason() -> None:
    unexplained = {
        str(path.relative_to(ROOT)): suppressions
        for path in ALL_SOURCES
        if path != Path(__file__)
        and (suppressions := unexplained_suppressions(path.read_text(encoding="utf-8")))
    }
    assert unexplained == {}
