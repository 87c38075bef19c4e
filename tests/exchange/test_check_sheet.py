"""The findings that go along with an exported appendix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook

from dnplanner import cli
from dnplanner.core.edits import apply
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import Plan
from dnplanner.core.series import Series
from dnplanner.core.territory import rename_unit
from dnplanner.exchange.intake import read_proposal
from dnplanner.exchange.workbooks import read_here
from dnplanner.models.appendix_export import check_sheet
from dnplanner.storage.document_file import save
from dnplanner.storage.samples import sample

if TYPE_CHECKING:
    from pathlib import Path


def exported(folder: Path, plan: Plan, *more: str) -> Path:
    source, target = folder / "kế hoạch.dnplan", folder / "phụ lục.xlsx"
    save(plan, source)
    assert cli.main(["export", str(source), "--appendix", str(target), *more]) == cli.DONE
    return target


def test_the_findings_go_along_when_asked_for(tmp_path: Path) -> None:
    book = load_workbook(exported(tmp_path, sample(), "--with-checks"))
    assert len(book.worksheets) == 2
    rows = [[cell.value for cell in row] for row in book["Kiểm tra"].iter_rows()]
    assert rows[0] == ["Mức", "Đơn vị", "Nội dung cần xem lại"]
    assert [row[1] for row in rows[1:5]] == ["Đắk Mil", "Krông Nô", "Cư Jút", "Đắk Song"]
    assert "Thiếu 10 hộ" in str(rows[1][2])


def test_without_being_asked_the_appendix_stands_alone(tmp_path: Path) -> None:
    assert len(load_workbook(exported(tmp_path, sample())).worksheets) == 1


def test_a_name_in_a_finding_never_becomes_a_formula(tmp_path: Path) -> None:
    plan = apply(sample(), rename_unit(sample(), "dak-mil", "=1+1"))
    sheet = load_workbook(exported(tmp_path, plan, "--with-checks"))["Kiểm tra"]
    assert sheet["B2"].value == "=1+1"
    assert sheet["B2"].data_type == "s"


def test_the_appendix_with_its_checks_is_read_back_as_the_same_plan(tmp_path: Path) -> None:
    plan = sample()
    proposal = read_proposal(exported(tmp_path, plan, "--with-checks"), plan, read=read_here)
    assert proposal.certain
    assert not proposal.edit(plan)


def test_a_clean_plan_says_so() -> None:
    tables = sample().tables
    facts = [
        (key, value)
        for name in ("units", "scenarios", "observed", "document", "standards")
        for key, value in getattr(tables, name).items()
    ]
    plan = Plan.of(facts)
    question = Question(plan.outline.scenarios[0], 2024, Series.POOR)
    assert check_sheet(plan, Evaluation(plan, question)).lines == (("", "", "Không có vấn đề."),)


def test_the_findings_are_printed_across_a_page_with_room_for_long_sentences(
    tmp_path: Path,
) -> None:
    sheet = load_workbook(exported(tmp_path, sample(), "--with-checks"))["Kiểm tra"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    fitted = sheet.sheet_properties.pageSetUpPr
    assert fitted is not None
    assert fitted.fitToPage
    assert sheet.print_title_rows == "$1:$1"
    longest = max(range(1, sheet.max_row + 1), key=lambda row: len(str(sheet.cell(row, 3).value)))
    assert len(str(sheet.cell(longest, 3).value)) > 90
    assert sheet.row_dimensions[longest].height >= 2 * sheet.row_dimensions[1].height
