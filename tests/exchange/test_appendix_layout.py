"""The appendix looks as Nghị định 30/2020/NĐ-CP and Kế hoạch 97/KH-UBND have it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.series import Series
from dnplanner.exchange.appendix import ExportCancelled, appendix_bytes, file_name_for
from dnplanner.exchange.appendix_content import AppendixOptions
from dnplanner.models.wording import appendix_options, appendix_title, appendix_wording
from dnplanner.storage.samples import sample
from tests.exchange.workbooks import OPTIONS, cell_of, part, sheet_of, workbook

MM_PER_INCH = 25.4
CONTENT = workbook(sample(), scenario="pa-1")
SHEET = sheet_of(CONTENT)
HEADINGS = {
    "A5": "Stt",
    "B5": "Huyện, thành phố",
    "C5": "Kết quả rà soát hộ nghèo cuối năm 2023",
    "F5": "Kế hoạch thực hiện Chỉ tiêu giảm tỷ lệ hộ nghèo năm 2024",
    "C6": "Tổng số hộ chung cuối năm 2023",
    "D6": "Tổng số hộ nghèo cuối năm 2023",
    "E6": "Tỷ lệ hộ nghèo cuối năm 2023 (%)",
    "F6": "Số hộ chung dự kiến cuối năm 2024",
    "G6": "Số hộ nghèo dự kiến giảm năm 2024",
    "H6": "Tỷ lệ dự kiến giảm năm 2024 (%)",
    "I6": "Số hộ nghèo tương ứng cuối năm 2024",
    "J6": "Tỷ lệ dự kiến cuối năm 2024",
}


@pytest.mark.parametrize("place", HEADINGS)
def test_a_heading_reads_as_in_the_source(place: str) -> None:
    assert SHEET[place].value == HEADINGS[place]
    assert cell_of(SHEET, place).font.b


def test_the_header_is_merged_over_its_columns() -> None:
    merged = {str(area) for area in SHEET.merged_cells.ranges}
    assert {"A5:A6", "B5:B6", "C5:E5", "F5:J5", "A1:J1", "A2:J2", "A15:B15"} == merged


def test_the_letterhead_is_the_title_in_capitals_and_the_plan_it_belongs_to() -> None:
    title, attached = cell_of(SHEET, "A1"), cell_of(SHEET, "A2")
    assert title.value == "CHI TIẾT LỘ TRÌNH GIẢM TỶ LỆ HỘ NGHÈO 2024"
    assert (title.font.b, title.font.sz, title.alignment.horizontal) == (True, 14, "center")
    assert attached.value == (
        "(Kèm theo Kế hoạch số 97/KH-UBND ngày 20/02/2024 của Chủ tịch UBND tỉnh Đắk Nông)"
    )
    assert (attached.font.i, attached.font.sz) == (True, 13)


def test_a_short_rule_stands_under_the_letterhead() -> None:
    ruled = [c for c in "ABCDEFGHIJ" if cell_of(SHEET, f"{c}3").border.bottom.style == "thin"]
    assert ruled == ["E", "F"]


def test_the_line_phu_luc_is_an_option() -> None:
    sheet = sheet_of(workbook(sample(), replace(OPTIONS, with_heading_line=True), "pa-1"))
    assert sheet["A1"].value == "Phụ lục"
    assert sheet["A2"].value == "CHI TIẾT LỘ TRÌNH GIẢM TỶ LỆ HỘ NGHÈO 2024"
    assert sheet.print_title_rows == "$6:$7"


def test_what_is_not_known_of_the_plan_is_left_to_be_filled_in_by_hand() -> None:
    sheet = sheet_of(workbook(sample(), AppendixOptions(), "pa-1"))
    assert sheet["A2"].value == "(Kèm theo Kế hoạch số ……… ngày ……… của ………)"


def test_numbers_have_two_digits_and_the_last_row_is_bold() -> None:
    assert [SHEET.cell(row, 1).value for row in range(7, 16)] == [
        *(f"{number:02}" for number in range(1, 9)),
        "Toàn tỉnh",
    ]
    assert not any(SHEET.cell(14, column).font.b for column in range(1, 11))
    assert all(SHEET.cell(15, column).font.b for column in range(1, 11) if column != 2)


def test_the_appendix_closes_with_its_mark_and_no_signature() -> None:
    assert SHEET["J16"].value == "./."
    assert SHEET.max_row == 16


def test_everything_is_set_in_times_new_roman_and_boxed() -> None:
    for row in SHEET.iter_rows(min_row=1, max_row=16):
        for cell in row:
            if cell.value is not None:
                assert cell.font.name == "Times New Roman"
    for row in SHEET.iter_rows(min_row=5, max_row=15, min_col=3):
        assert all(cell.border.bottom.style == "thin" for cell in row)


def test_numbers_are_numbers_that_show_as_the_reader_is_used_to() -> None:
    formats = [SHEET.cell(7, column).number_format for column in range(3, 11)]
    assert formats == ["#,##0", "#,##0", "0.00", "#,##0", "#,##0", "0.0", "#,##0", "0.00"]
    assert all(SHEET.cell(7, column).data_type in "nf" for column in range(3, 11))


def test_the_page_is_a4_landscape_and_as_wide_as_the_table() -> None:
    page = SHEET.page_setup
    assert (page.paperSize, page.orientation) == (9, "landscape")
    assert (page.fitToWidth, page.fitToHeight) == (1, 0)
    assert SHEET.sheet_properties.pageSetUpPr is not None
    assert SHEET.sheet_properties.pageSetUpPr.fitToPage
    assert SHEET.print_area == "'Phụ lục'!$A$1:$J$16"
    assert SHEET.print_title_rows == "$5:$6"


def test_the_margins_are_within_the_decree() -> None:
    margins = SHEET.page_margins
    sizes = [round(side * MM_PER_INCH, 1) for side in (margins.top, margins.bottom)]
    assert all(20 <= size <= 25 for size in sizes)
    assert 30 <= round(margins.left * MM_PER_INCH, 1) <= 35
    assert 15 <= round(margins.right * MM_PER_INCH, 1) <= 20


def test_pages_are_numbered_at_the_top_but_for_the_first() -> None:
    assert SHEET.HeaderFooter.differentFirst
    header = part(CONTENT).partition("<oddHeader>")[2].partition("</oddHeader>")[0]
    assert header == '&amp;C&amp;"Times New Roman,Regular"&amp;13 &amp;P'
    assert "<firstHeader>" not in part(CONTENT)
    assert SHEET.page_setup.firstPageNumber == 1


def test_rows_are_in_order_so_that_excel_opens_the_file_without_repair() -> None:
    text = part(CONTENT)
    rows = [int(found.split('"')[0]) for found in text.split('<row r="')[1:]]
    assert rows == sorted(set(rows))
    assert '<dimension ref="A1:J16"' in text


def test_a_subgroup_has_its_own_headings() -> None:
    wording = appendix_wording(sample(), Question("pa-1", 2024, Series.DTTS_LOCAL_POOR))
    assert wording.columns[0] == "Tổng số hộ DTTS tại chỗ cuối năm 2023"
    assert wording.columns[4] == "Số hộ nghèo DTTS tại chỗ dự kiến giảm năm 2024"


def test_the_first_proposal_is_what_the_document_says_of_itself() -> None:
    assert appendix_options(sample(), Question("pa-1", 2024, Series.POOR)) == OPTIONS


@pytest.mark.parametrize(
    ("series", "year", "title"),
    [
        (Series.POOR, 2024, "Chi tiết lộ trình giảm tỷ lệ hộ nghèo 2024"),  # the plan's own
        (Series.POOR, 2025, "Chi tiết lộ trình giảm tỷ lệ hộ nghèo năm 2025"),
        (Series.NEAR_POOR, 2024, "Chi tiết lộ trình giảm tỷ lệ hộ cận nghèo năm 2024"),
    ],
)
def test_a_title_is_proposed_that_is_about_the_table(series: Series, year: int, title: str) -> None:
    assert appendix_title(sample(), Question("pa-1", year, series)) == title


def test_the_file_is_named_after_the_title_and_the_territory() -> None:
    assert file_name_for(sample()) == ("Chi tiết lộ trình giảm tỷ lệ hộ nghèo 2024 - Đắk Nông.xlsx")


def test_progress_is_told_and_a_cancelled_export_makes_nothing() -> None:
    plan, question = sample(), Question("pa-1", 2024, Series.POOR)
    evaluation, wording = Evaluation(plan, question), appendix_wording(plan, question)
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    appendix_bytes(plan, evaluation, wording, OPTIONS, tell)
    assert told == [(0, 9), (9, 9)]
    with pytest.raises(ExportCancelled):
        appendix_bytes(plan, evaluation, wording, OPTIONS, cancelled=lambda: True)
