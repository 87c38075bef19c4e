"""The English texts: complete, up to date with the source, and compiled."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "resources" / "i18n" / "dnplanner_en.ts"
COMPILED = ENGLISH.with_suffix(".qm")
VIETNAMESE = re.compile("[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
LEFT_AS_THEY_ARE = (
    "Tuy Đức",  # names of places
    "Đắk Nông",
    "Lâm Đồng",
    "Xã {name}",  # as the unit's own name is written
    "“Phụ lục”",  # as it is printed
    "Ngôn ngữ",  # for those who cannot read English
)


class Message(NamedTuple):
    """One text: who says it, in Vietnamese and in English, and whether it is final."""

    context: str
    source: str
    english: str
    finished: bool


def messages(path: Path = ENGLISH) -> list[Message]:
    found = []
    for context in ET.parse(path).getroot().findall("context"):
        for message in context.findall("message"):
            translation = message.find("translation")
            assert translation is not None
            found.append(
                Message(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    translation.text or "",
                    translation.get("type") is None,
                )
            )
    return found


def run_tool(name: str, *arguments: str) -> None:
    """Run a tool of Qt's that PySide6 brings along."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(sys.executable).parent / f"{name}{suffix}"
    if not program.exists():
        pytest.skip(f"{name} is not installed beside Python")
    subprocess.run([str(program), *arguments], cwd=ROOT, check=True, capture_output=True)


def test_every_text_has_a_finished_english_translation() -> None:
    assert messages()
    assert [each for each in messages() if not each.finished or not each.english.strip()] == []


def test_the_texts_are_those_of_the_source(tmp_path: Path) -> None:
    gathered = tmp_path / "dnplanner_en.ts"
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "dnplanner").rglob("*.py"))
    run_tool("pyside6-lupdate", "-locations", "none", *sources, "-ts", str(gathered))
    wanted = {(each.context, each.source) for each in messages(gathered)}
    known = {(each.context, each.source) for each in messages()}
    assert sorted(wanted - known) == [], "gather them with: python3 run.py translate"
    assert sorted(known - wanted) == [], "no longer in the source"


def test_the_compiled_translation_is_made_of_the_readable_one(tmp_path: Path) -> None:
    compiled = tmp_path / "dnplanner_en.qm"
    run_tool("pyside6-lrelease", "-silent", str(ENGLISH), "-qm", str(compiled))
    assert compiled.read_bytes() == COMPILED.read_bytes()


def test_the_program_finds_every_english_text(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    differing = [
        each
        for each in messages()
        if translator.translate(each.context, each.source) != each.english
    ]
    assert differing == []


@pytest.mark.parametrize("what", [r"\{\w*\}", r"&\w", r"\n", r"%\d"])
def test_gaps_mnemonics_and_lines_are_the_same_in_both_languages(what: str) -> None:
    def found(text: str) -> list[str]:
        parts = sorted(re.findall(what, text))
        return [part[:1] for part in parts] if what.startswith("&") else parts

    differing = [each for each in messages() if found(each.source) != found(each.english)]
    assert differing == []


def test_texts_begin_and_end_alike_in_both_languages() -> None:
    for each in messages():
        assert each.source[:1].isspace() == each.english[:1].isspace(), each
        assert each.source.endswith("…") == each.english.endswith("…"), each
        assert each.english.endswith(".") or not each.source.endswith("."), each
        assert unicodedata.is_normalized("NFC", each.source + each.english), each


def test_english_texts_have_no_vietnamese_letters_but_in_names() -> None:
    left = []
    for each in messages():
        text = each.english
        for name in LEFT_AS_THEY_ARE:
            text = text.replace(name, "")
        if VIETNAMESE.search(text):
            left.append(each)
    assert left == []
