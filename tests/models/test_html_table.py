"""Tables that Word and web pages leave on the clipboard."""

from __future__ import annotations

import string

from hypothesis import given
from hypothesis import strategies as st

from dnplanner.models.html_table import table_block


def test_a_table_of_word_becomes_rows_of_texts() -> None:
    html = (
        "<html><body><!--StartFragment--><table class=MsoTable><tr><td><p>Krông&nbsp;Nô</p></td>"
        "<td><p align=right>1.350<o:p></o:p></p></td></tr>"
        "<tr><td><p>Cư<br>Jút</p></td><td><p>20</p></td></tr></table><!--EndFragment-->"
    )
    assert table_block(html) == [["Krông Nô", "1.350"], ["Cư Jút", "20"]]


def test_cells_that_are_never_closed_are_read_all_the_same() -> None:
    assert table_block("<table><tr><td>1<td>2<tr><td>3<td>4</table>") == [["1", "2"], ["3", "4"]]


def test_merged_cells_keep_figures_under_their_headings() -> None:
    html = (
        "<table><tr><th rowspan=2>Đơn vị</th><th colspan=2>Hộ nghèo</th></tr>"
        "<tr><th>2023</th><th>2024</th></tr>"
        "<tr><td>Cư Jút</td><td>811</td><td>511</td></tr></table>"
    )
    assert table_block(html) == [
        ["Đơn vị", "Hộ nghèo", ""],
        ["", "2023", "2024"],
        ["Cư Jút", "811", "511"],
    ]


def test_only_the_first_outermost_table_counts() -> None:
    html = "<table><tr><td>1<table><tr><td>2</table></tr></table><table><tr><td>3</table>"
    assert table_block(html) == [["12"]]


def test_text_without_a_table_is_none() -> None:
    assert table_block("<p>1.350</p>") == []


def test_spans_beyond_reason_do_not_fill_the_memory() -> None:
    block = table_block('<table><tr><td colspan="999999999">1</td><td rowspan="x">2</td></tr>')
    assert len(block[0]) <= 1_001
    assert block[0][-1] == "2"


@given(
    st.lists(st.lists(st.text(string.ascii_letters + " áđ", min_size=1), min_size=1), min_size=1)
)
def test_any_plain_table_is_read_back(rows: list[list[str]]) -> None:
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in rows)
    html = "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"
    wanted = [[" ".join(text.split()) for text in row] for row in rows]
    while wanted and not any(wanted[-1]):
        wanted.pop()
    assert table_block(html) == wanted


@given(st.text("<>/tablerd hp= 0123456789\"'&;", max_size=200))
def test_no_html_whatever_breaks_the_reading(html: str) -> None:
    for row in table_block(f"<table>{html}"):
        assert all(isinstance(text, str) for text in row)
