"""What a file would change, and what differs in it, as lines of texts for tables. No widgets."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Question, own_row
from dnplanner.core.numerals import MINUS, NO_VALUE, format_alike, format_count, format_exact
from dnplanner.core.plan import DocumentField, HouseholdsEndKey, ObservedKey, Target, TargetKey
from dnplanner.core.series import Series
from dnplanner.models.history import cell_text
from dnplanner.models.intake_wording import (
    ANSWERS,
    DOUBTS,
    HELD,
    doubt_filling,
    intake_words,
    left_out_sentence,
    planted_sentence,
    times_words,
)
from dnplanner.models.wording import cell_name, unit_name
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.edits import Change, Edit
    from dnplanner.core.plan import Key, Plan, Value
    from dnplanner.exchange.proposals import Comparison, Doubt, Proposal, ReadColumn, ReadUnit
    from dnplanner.models.import_session import ImportSession

translate = QCoreApplication.translate


class ChangeLine(NamedTuple):
    """One figure before and after."""

    unit: str
    cell: str
    before: str
    after: str


class ComparisonLine(NamedTuple):
    """A printed figure, what the counts give, and how far apart they are."""

    place: str
    unit: str
    column: str
    printed: str
    computed: str
    difference: str


_HOW: Mapping[str, str] = {
    "matched": QT_TRANSLATE_NOOP("Intake", "trùng tên"),
    "keyed": QT_TRANSLATE_NOOP("Intake", "theo khóa của biểu"),
    "answered": QT_TRANSLATE_NOOP("Intake", "bạn đã chọn"),
    "left_out": QT_TRANSLATE_NOOP("Intake", "bạn đã bỏ qua"),
    "suggested": QT_TRANSLATE_NOOP("Intake", "gần giống, cần xác nhận"),
    "ambiguous": QT_TRANSLATE_NOOP("Intake", "nhiều đơn vị cùng tên"),
    "unknown": QT_TRANSLATE_NOOP("Intake", "không có trong kế hoạch"),
}


def figures_changed(edit: Edit) -> tuple[Change, ...]:
    """The changes of an edit that are figures of units."""
    return tuple(change for change in edit.changes if _cell_of(change) is not None)


def change_line(plan: Plan, change: Change, *, is_new: bool = False) -> ChangeLine:
    """A changed figure of ``plan`` in words; in a new plan there was nothing before."""
    found = _cell_of(change)
    if found is None:
        return ChangeLine("", "", "", "")
    cell, question, unit = found
    return ChangeLine(
        unit_name(plan, unit),
        cell_name(cell, question.series, question.year),
        NO_VALUE if is_new else _shown(plan, question, unit, cell),
        _after(change.after),
    )


def fact_text(value: Value | None) -> str:
    """The value of a figure as officials write it."""
    if isinstance(value, Target):
        return format_exact(value.value)
    return format_count(value) if isinstance(value, int) else NO_VALUE


def fact_name(plan: Plan, key: Key, value: Value | None) -> str:
    """The cell that a fact fills: hộ nghèo giảm năm 2024."""
    found = place_of(key, value)
    if found is None:
        return ""
    cell, question, _ = found
    return cell_name(cell, question.series, question.year)


def place_of(key: Key, value: Value | None) -> tuple[Cell, Question, str] | None:
    """The cell, question and unit a fact belongs to; None for what is no figure of a unit."""
    if isinstance(key, TargetKey):
        cell = Cell(value.pinned.value) if isinstance(value, Target) else Cell.REDUCTION
        return cell, Question(key.scenario, key.year, key.series), key.unit
    if isinstance(key, HouseholdsEndKey):
        series = next(one for one in Series if one.denominator is key.denominator)
        return Cell.HOUSEHOLDS_END, Question(key.scenario, key.year, series), key.unit
    if isinstance(key, ObservedKey):
        for one in Series:
            if key.measure is one.counted:
                return Cell.POOR_START, Question("", key.year + 1, one), key.unit
        series = next(one for one in Series if one.denominator is key.measure)
        return Cell.HOUSEHOLDS_START, Question("", key.year + 1, series), key.unit
    return None


def _cell_of(change: Change) -> tuple[Cell, Question, str] | None:
    return place_of(change.key, change.before if change.after is None else change.after)


def _shown(plan: Plan, question: Question, unit: str, cell: Cell) -> str:
    """What the table shows in a cell now."""
    if cell in (Cell.HOUSEHOLDS_START, Cell.POOR_START):
        series = question.series
        measure = series.counted if cell is Cell.POOR_START else series.denominator
        return format_count(plan.observed(unit, question.year - 1, measure))
    value: int | Fraction | None = getattr(own_row(plan, question, unit), cell.value)
    return cell_text(cell, None if value is None else Fraction(value))


def _after(value: Value | None) -> str:
    if value is None:
        return translate("Intake", "theo quy tắc tăng")
    return fact_text(value)


def comparison_lines(plan: Plan, proposal: Proposal) -> list[ComparisonLine]:
    """The printed rates and totals that are not what the counts give."""
    return [_comparison(plan, proposal, one) for one in proposal.comparisons]


def _comparison(plan: Plan, proposal: Proposal, one: Comparison) -> ComparisonLine:
    apart = one.printed - one.computed
    sign = "+" if apart > 0 else MINUS if apart < 0 else ""
    printed, computed, distance = format_alike(one.printed, one.computed, abs(apart))
    is_total = one.kind == "total" or not one.unit
    where = translate("Intake", "dòng tổng") if is_total else unit_name(plan, one.unit)
    return ComparisonLine(
        shown_place(proposal, one.sheet, one.cell),
        where,
        heading_text(one.heading),
        printed,
        computed,
        sign + distance,
    )


def heading_text(heading: str) -> str:
    """A heading on one line, the own words of its column before those over several columns."""
    return " · ".join(" ".join(part.split()) for part in reversed(heading.split(" | ")))


def shown_place(proposal: Proposal, sheet: str, cell: str) -> str:
    """A place as people name it: the sheet only where there are several."""
    return cell if len(proposal.grid.sheets) == 1 else f"{sheet}!{cell}"


def note_lines(proposal: Proposal) -> list[str]:
    """What the file carries or hides, one sentence each."""
    planted = [planted_sentence(code) for code in proposal.grid.planted]
    return planted + [left_out_sentence(one) for one in proposal.left_out]


def column_meaning(column: ReadColumn, *, names: bool = False) -> str:
    """What a column is taken for; ``names`` tells that units were found in it."""
    if column.held:
        return intake_words(HELD[column.held])
    if column.slot is None:
        if names:
            return translate("Intake", "tên đơn vị")
        return translate("Intake", "không nhập")
    cell, series, year = column.slot
    return cell_name(cell, series, year)


def unit_meaning(plan: Plan, unit: ReadUnit) -> tuple[str, str]:
    """The unit a row is taken for, and how it was found."""
    named = NO_VALUE if unit.unit is None else unit_name(plan, unit.unit)
    how = _HOW.get(unit.how)
    return named, translate("Intake", how) if how else unit.how


def doubt_reason(plan: Plan, doubt: Doubt) -> str:
    """What is open, without the place."""
    template = DOUBTS.get(doubt.code, "{text}")
    if doubt.code == "unit_suggested" and not doubt.suggested:
        template = QT_TRANSLATE_NOOP("Intake", "“{text}” gần giống tên nhiều đơn vị.")
    suggested = answer_text(plan, doubt.suggested or "…")
    if doubt.suggested in plan.tree.units:
        suggested = suggested[:1].lower() + suggested[1:]
    filled = doubt_filling(doubt, suggested)
    return translate("Intake", template).format_map(filled) + times_words(doubt)


def answer_text(plan: Plan, answer: str) -> str:
    """An answer as a person reads it: a unit by its name, a cell left out in words."""
    if answer == "-":
        return translate("Intake", "bỏ qua")
    if answer in plan.tree.units:
        unit = plan.unit(answer)
        above = unit.parent if unit.parent not in (None, plan.tree.root) else None
        named = f"{unit.kind} {unit.name}".strip()
        return f"{named} ({unit_name(plan, above)})" if above else named
    return intake_words(ANSWERS[answer]) if answer in ANSWERS else answer


def import_state(session: ImportSession) -> str:
    """What is left to decide about a file, or what it would change."""
    found = session.understood
    if found is None:
        return ""
    if session.open_count:
        text = translate("Intake", "Còn {count} chỗ phải quyết định rồi mới nhập được.")
        return text.format(count=format_count(session.open_count))
    if not found.edit:
        return translate("Intake", "Tệp giống kế hoạch đang mở: không có gì để nhập.")
    units = len({getattr(change.key, "unit", "") for change in found.changes})
    if session.purpose.what is None:
        text = translate("Intake", "Kế hoạch mới “{title}” có {units} đơn vị, {count} số liệu.")
    else:
        text = translate(
            "Intake",
            "Sẽ thay đổi {count} số liệu của {units} đơn vị; một lần Hoàn tác là trở lại.",
        )
    title = found.plan.text(DocumentField.TITLE)
    count = format_count(len(found.changes))
    return text.format(title=title, count=count, units=format_count(units))
