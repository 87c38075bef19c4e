"""A table of lines as a workbook, read back by another library."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from dnplanner.exchange.line_sheet import line_sheet_bytes

HEADINGS = ("Đơn vị", "Trước", "Sau")
ASCII_AND_VIETNAMESE = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=20
)


def rows_of(content: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [list(row) for row in book.get_sheet_by_index(0).to_python(skip_empty_area=False)]


def test_figures_become_numbers_and_everything_else_stays_text() -> None:
    lines = [("Tuy Đức", "1.400", "10,26"), ("2024", "−50", "–")]
    rows = rows_of(line_sheet_bytes("So sánh", HEADINGS, lines, figures={1, 2}))
    assert rows[0][0] == "So sánh"
    assert rows[1] == list(HEADINGS)
    assert rows[2:] == [["Tuy Đức", 1400.0, 10.26], ["2024", -50.0, "–"]]


@given(st.sampled_from("=+-@\t") | st.just(""), ASCII_AND_VIETNAMESE)
def test_no_text_becomes_a_formula(first: str, rest: str) -> None:
    text = first + rest
    content = line_sheet_bytes(text, HEADINGS, [(text, text, text)], figures={1})
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert not any("<f>" in str(row) for row in rows_of(content))


def test_a_text_like_a_formula_stays_one_when_it_is_edited() -> None:
    content = line_sheet_bytes("=1+1", HEADINGS, [("=cmd|'/C calc'!A0", "1", "2")])
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert [sheet["A1"].value, sheet["A3"].value] == ["=1+1", "=cmd|'/C calc'!A0"]
    assert sheet["A3"].quotePrefix


def test_without_lines_there_are_still_headings() -> None:
    assert rows_of(line_sheet_bytes("Trống", HEADINGS, []))[1] == list(HEADINGS)
