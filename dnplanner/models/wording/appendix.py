"""The texts of the official appendix: document content, Vietnamese in every language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dnplanner.core.plan import DocumentField, Plan
from dnplanner.core.series import Measure, Series
from dnplanner.exchange.appendix_content import AppendixOptions, AppendixWording
from dnplanner.models.wording.names import children_heading, whole_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.evaluation import Question

_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_COUNTED: Mapping[Series, str] = {
    Series.POOR: "hộ nghèo",
    Series.NEAR_POOR: "hộ cận nghèo",
    Series.DTTS_POOR: "hộ nghèo DTTS",
    Series.DTTS_LOCAL_POOR: "hộ nghèo DTTS tại chỗ",
    Series.MULTIDIMENSIONAL: "hộ nghèo đa chiều",
}
_ALL: Mapping[Measure, str] = {
    Measure.HOUSEHOLDS: "hộ chung",
    Measure.DTTS_HOUSEHOLDS: "hộ DTTS",
    Measure.DTTS_LOCAL_HOUSEHOLDS: "hộ DTTS tại chỗ",
}
_COLUMNS = (
    "Tổng số {all} cuối năm {base}",
    "Tổng số {counted} cuối năm {base}",
    "Tỷ lệ {counted} cuối năm {base} (%)",
    "Số {all} dự kiến cuối năm {year}",
    "Số {counted} dự kiến giảm năm {year}",
    "Tỷ lệ dự kiến giảm năm {year} (%)",
    "Số {counted} tương ứng cuối năm {year}",
    "Tỷ lệ dự kiến cuối năm {year}",
)


def appendix_wording(plan: Plan, question: Question) -> AppendixWording:
    """The headings of Kế hoạch 97/KH-UBND, for the year and series of ``question``."""
    words = {
        "all": _ALL[question.series.denominator],
        "counted": _COUNTED[question.series],
        "base": question.year - 1,
        "year": question.year,
    }
    tree = plan.tree
    deeper = any(tree.children_of(unit) for unit in tree.children_of(tree.root))
    return AppendixWording(
        heading="Phụ lục",
        attached="(Kèm theo Kế hoạch số {number} ngày {date} của {issuer})",
        gap="………",
        number="Stt",
        units="Đơn vị" if deeper else children_heading(plan),
        found="Kết quả rà soát {counted} cuối năm {base}".format_map(words),
        planned="Kế hoạch thực hiện Chỉ tiêu giảm tỷ lệ {counted} năm {year}".format_map(words),
        columns=tuple(column.format_map(words) for column in _COLUMNS),
        whole=whole_of(plan.unit(tree.root)),
        end="./.",
    )


def appendix_title(plan: Plan, question: Question) -> str:
    """The title for the table shown: the plan's own where it is about that, else one like it."""
    own = plan.text(DocumentField.TITLE)
    if own and question.series is Series.POOR and _is_about(own, question.year):
        return own
    counted = _COUNTED[question.series]
    return f"Chi tiết lộ trình giảm tỷ lệ {counted} năm {question.year}"


def _is_about(title: str, year: int) -> bool:
    """Whether a title names the year, or none at all."""
    named = _YEAR.findall(title)
    return not named or str(year) in named


def appendix_options(plan: Plan, question: Question) -> AppendixOptions:
    """What the document says about itself, as the export's first proposal."""
    return AppendixOptions(
        number=plan.text(DocumentField.NUMBER),
        date=plan.text(DocumentField.DATE),
        issuer=plan.text(DocumentField.ISSUER),
        title=appendix_title(plan, question),
    )
