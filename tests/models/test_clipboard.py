"""Blocks of cells for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dnplanner.core.territory import add_unit, rename_unit
from dnplanner.core.units import Unit
from dnplanner.models.clipboard import block_html, block_text
from dnplanner.models.columns import COLUMNS
from dnplanner.models.document import Document
from dnplanner.models.plan_table import PlanTableModel
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def model(qapp: QApplication) -> PlanTableModel:
    document = Document(sample())
    return PlanTableModel(document, whole=False, parent=document)


def test_counts_carry_no_dots_and_rates_a_decimal_comma(model: PlanTableModel) -> None:
    line = block_text(model, [5], range(len(COLUMNS)))
    assert line == "06\tTuy Đức\t16674\t3131\t18,78\t16874\t1400\t8,5\t1731\t10,26"


def test_the_html_keeps_the_leading_zero_of_a_number_as_text(model: PlanTableModel) -> None:
    html = block_html(model, [5], [0])
    assert 'mso-number-format:"\\@"\'>06</td>' in html


@pytest.mark.parametrize("name", ["=1+1", "+84", "-x", "@SUM(A1)"])
def test_a_name_never_becomes_a_formula(model: PlanTableModel, name: str) -> None:
    document = model.document
    document.perform(rename_unit(document.plan, model.unit_at(0), name))
    assert block_text(model, [0], [1]) == f"'{name}"


def test_markup_in_a_name_stays_text(model: PlanTableModel) -> None:
    document = model.document
    document.perform(rename_unit(document.plan, model.unit_at(0), "<b>A & B</b>"))
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in block_html(model, [0], [1])


def test_a_value_that_does_not_exist_is_a_dash_without_a_number(model: PlanTableModel) -> None:
    document = model.document
    added = Unit("Mới", document.plan.tree.root, 0)
    document.perform(add_unit(document.plan, "new", added))
    assert block_text(model, [8], [2, 4]) == "–\t–"
    assert "x:num" not in block_html(model, [8], [2, 4])
