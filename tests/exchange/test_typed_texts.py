"""No text that a user typed becomes a formula, breaks the file or says something else in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dnplanner.core.plan import Plan, UnitKey
from dnplanner.core.units import Unit
from dnplanner.exchange.appendix import file_name_for
from dnplanner.exchange.appendix_content import AppendixOptions
from tests.core.plans import ROOT, plan_of, reviewed
from tests.exchange.workbooks import FIRST, calamine_values, part, sheet_of, workbook

HOSTILE = [
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "{=1}",
    "#REF!",
    "</t></is></c><c><f>1+1</f></c>",
    "A & <B>",
    "_x003D_1",
    "1.234",
    "2024-01-01",
    "TRUE",
    " hai  dấu cách ",
]


def named(*names: str) -> Plan:
    facts = dict(
        plan_of(
            *(reviewed(f"u{at}", 10, 1) for at in range(len(names))),
            parents={f"u{at}": ROOT for at in range(len(names))},
        ).facts()
    )
    for at, name in enumerate(names):
        facts[UnitKey(f"u{at}")] = Unit(name, ROOT, at)
    return Plan.of(facts.items())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_written_as_the_text_it_is(name: str) -> None:
    content = workbook(named(name))
    cell = sheet_of(content).cell(FIRST, 2)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert calamine_values(content)[0][1] == name


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_number_date_or_issuer_is_text_too(text: str) -> None:
    sheet = sheet_of(
        workbook(named("X"), AppendixOptions(text, text, text, text, with_heading_line=True))
    )
    for row in (1, 2, 3):
        assert sheet.cell(row, 1).data_type == "s"


@given(st.lists(st.text(min_size=1, max_size=30), min_size=50, max_size=50))
@settings(max_examples=20, deadline=None)
def test_names_never_become_formulas(names: list[str]) -> None:
    content = workbook(named(*("=" + name for name in names)))
    sheet = sheet_of(content)
    assert {sheet.cell(FIRST + at, 2).data_type for at in range(len(names))} == {"s"}
    kept = ["=" + unicodedata.normalize("NFC", name) for name in names]
    for line, name in zip(calamine_values(content), kept, strict=False):
        printable = "".join(char for char in name if char.isprintable())
        assert printable == "".join(char for char in str(line[1]) if char.isprintable())


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_a_braced_number_or_issuer_is_not_taken_for_a_gap(text: str) -> None:
    options = AppendixOptions("{issuer}" + text, "{date}", "{0}", "{number}")
    assert "{issuer}" in str(sheet_of(workbook(named("X"), options))["A2"].value)


@given(st.text(max_size=200))
def test_a_file_name_is_one_that_every_system_takes(title: str) -> None:
    name = file_name_for(named("X").with_tables(_titled(title).tables))
    assert name.endswith(".xlsx")
    assert len(name) <= 110
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')


def _titled(name: str) -> Plan:
    facts = dict(named("X").facts())
    facts[UnitKey(ROOT)] = Unit(name, None, 0)
    return Plan.of(facts.items())


def test_the_package_has_only_the_formulas_we_wrote() -> None:
    content = workbook(named(*HOSTILE))
    assert part(content).count("<f>") == 4 * len(HOSTILE) + 8
