"""What an edit did, in plain words: for undo texts and the history of a document."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import Cell
from dnplanner.core.evaluation import Question, own_row
from dnplanner.core.numerals import NO_VALUE, format_count, format_exact, format_ratio
from dnplanner.core.plan import (
    NO_GROWTH,
    ExpectedKey,
    GoalKey,
    Growth,
    GrowthKey,
    GrowthKind,
    HouseholdsEndKey,
    ObservedKey,
    Plan,
    Scenario,
    ScenarioKey,
    Target,
    TargetKey,
    UnitKey,
)
from dnplanner.core.rates import POINTS_DECIMALS, RATE_DECIMALS
from dnplanner.core.series import Series
from dnplanner.core.units import Unit
from dnplanner.models.wording.names import cell_name, flow_name, scenario_name, unit_name
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dnplanner.core.edits import Change, Edit

_OF_MANY: Mapping[str, str] = {
    "enter": QT_TRANSLATE_NOOP("Edit", "Sửa {count} ô"),
    "clear": QT_TRANSLATE_NOOP("Edit", "Xóa {count} ô"),
    "paste": QT_TRANSLATE_NOOP("Edit", "Dán {count} ô"),
    "fill": QT_TRANSLATE_NOOP("Edit", "Điền xuống {count} ô"),
    "expect": QT_TRANSLATE_NOOP("Edit", "Sửa {count} số hộ dự kiến tái nghèo, phát sinh mới"),
    "fix": QT_TRANSLATE_NOOP("Edit", "Sửa {count} ô theo gợi ý"),
    "import": QT_TRANSLATE_NOOP("Edit", "Nhập {count} số liệu từ tệp"),
    "share": QT_TRANSLATE_NOOP("Edit", "Phân bổ chỉ tiêu cho {count} đơn vị"),
}

_SIMPLY: Mapping[str, str] = {
    "add_goal": QT_TRANSLATE_NOOP("Edit", "Thêm chỉ tiêu được giao"),
    "change_goal": QT_TRANSLATE_NOOP("Edit", "Sửa chỉ tiêu được giao"),
    "remove_goal": QT_TRANSLATE_NOOP("Edit", "Xóa chỉ tiêu được giao"),
    "return": QT_TRANSLATE_NOOP("Edit", "Quay về trạng thái trước"),
    "set_reading": QT_TRANSLATE_NOOP("Edit", "Đổi cách đọc chỉ tiêu “từ … trở lên”"),
    "assign": QT_TRANSLATE_NOOP("Edit", "Ghi chỉ tiêu được giao cho đơn vị"),
    "describe": QT_TRANSLATE_NOOP("Edit", "Sửa thông tin văn bản"),
    "silence": QT_TRANSLATE_NOOP("Edit", "Ẩn một cảnh báo"),
    "unsilence": QT_TRANSLATE_NOOP("Edit", "Hiện lại một cảnh báo"),
}


def edit_sentence(plan_before: Plan, edit: Edit) -> str:
    """What ``edit`` does to ``plan_before``: «Tuy Đức, hộ nghèo giảm năm 2024: 1.400 → 1.350»."""
    simple = _SIMPLY.get(edit.kind)
    if simple is not None:
        return QCoreApplication.translate("Edit", simple)
    worded = _BY_KIND.get(edit.kind)
    sentence = worded(plan_before, edit) if worded is not None else None
    if sentence is None and len(edit.changes) == 1:
        sentence = _change_sentence(plan_before, edit.changes[0])
    if sentence is not None:
        return sentence
    template = _OF_MANY.get(edit.kind, QT_TRANSLATE_NOOP("Edit", "Thay đổi {count} mục"))
    counted = QCoreApplication.translate("Edit", template)
    return counted.format(count=format_count(len(edit.changes)))


def _change_sentence(plan: Plan, change: Change) -> str | None:
    """One changed cell with its value before and after; None for what is no cell."""
    key = change.key
    if isinstance(key, GrowthKey):
        return _growth_sentence(plan, change)
    if isinstance(key, GoalKey):
        return QCoreApplication.translate("Edit", "Sửa chỉ tiêu được giao")
    if isinstance(key, TargetKey):
        named = _target_change(plan, key, change)
    elif isinstance(key, HouseholdsEndKey):
        named = _households_change(plan, key, change)
    elif isinstance(key, ObservedKey):
        named = _observed_change(key, change)
    elif isinstance(key, ExpectedKey):
        named = _expected_change(key, change)
    else:
        return None
    return f"{unit_name(plan, key.unit)}, {named}"


def _target_change(plan: Plan, key: TargetKey, change: Change) -> str:
    """The pinned cell; the value before is what the row showed there."""
    before, after = change.before, change.after
    shown = after if isinstance(after, Target) else before
    if not isinstance(shown, Target):
        return NO_VALUE
    cell = Cell(shown.pinned.value)
    name = cell_name(cell, key.series, key.year)
    if isinstance(before, Target) and before.pinned is shown.pinned:
        was = format_exact(before.value)
    else:
        was = _displayed(plan, key, cell)
    return _arrow(name, was, format_exact(after.value) if isinstance(after, Target) else None)


def _displayed(plan: Plan, key: TargetKey, cell: Cell) -> str:
    row = own_row(plan, Question(key.scenario, key.year, key.series), key.unit)
    if cell is Cell.POINTS:
        return format_ratio(row.points, POINTS_DECIMALS)
    if cell is Cell.RATE_END:
        return format_ratio(row.rate_end, RATE_DECIMALS)
    return format_count(row.reduction if cell is Cell.REDUCTION else row.poor_end)


def _households_change(plan: Plan, key: HouseholdsEndKey, change: Change) -> str:
    series = next(found for found in Series if found.denominator is key.denominator)
    name = cell_name(Cell.HOUSEHOLDS_END, series, key.year)
    before = change.before
    if before is None:
        before = own_row(plan, Question(key.scenario, key.year, series), key.unit).households_end
    after = format_count(change.after) if isinstance(change.after, int) else None
    return _arrow(name, format_count(before if isinstance(before, int) else None), after)


def _observed_change(key: ObservedKey, change: Change) -> str:
    cell, series = Cell.HOUSEHOLDS_START, Series.POOR
    for found in Series:
        if key.measure is found.counted:
            cell, series = Cell.POOR_START, found
        elif key.measure is found.denominator and cell is Cell.HOUSEHOLDS_START:
            series = found
            break
    before, after = (
        format_count(value) if isinstance(value, int) else None
        for value in (change.before, change.after)
    )
    return _arrow(cell_name(cell, series, key.year + 1), before or NO_VALUE, after)


def _expected_change(key: ExpectedKey, change: Change) -> str:
    """None expected is written as 0, as the field shows it."""
    before, after = (
        format_count(value if isinstance(value, int) else 0)
        for value in (change.before, change.after)
    )
    return _arrow(flow_name(key.flow, key.series, key.year), before, after)


def _arrow(name: str, before: str, after: str | None) -> str:
    if after is None:
        after = QCoreApplication.translate("Edit", "để trống")
    if before == after:
        return QCoreApplication.translate("Edit", "{name}: giữ {value}").format(
            name=name, value=after
        )
    return f"{name}: {before} → {after}"


def _growth_sentence(plan: Plan, change: Change) -> str:
    key = change.key
    scenario = scenario_name(plan, key.scenario) if isinstance(key, GrowthKey) else ""
    template = QCoreApplication.translate(
        "Edit", "“{scenario}”, mức tăng số hộ: {before} → {after}"
    )
    return template.format(
        scenario=scenario, before=_growth(change.before), after=_growth(change.after)
    )


def _growth(value: object) -> str:
    growth = value if isinstance(value, Growth) else NO_GROWTH
    amount = format_exact(growth.amount)
    signed = f"+{amount}" if growth.amount >= Fraction(0) else amount
    if growth.kind is GrowthKind.PERCENT:
        return QCoreApplication.translate("Edit", "{amount} %").format(amount=signed)
    return QCoreApplication.translate("Edit", "{amount} hộ mỗi đơn vị").format(amount=signed)


def _unit_added(_plan: Plan, edit: Edit) -> str | None:
    added = [change.after for change in edit.changes if isinstance(change.after, Unit)]
    if len(added) == 1:
        template = QCoreApplication.translate("Edit", "Thêm đơn vị “{name}”")
        return template.format(name=added[0].name)
    template = QCoreApplication.translate("Edit", "Thêm {count} đơn vị")
    return template.format(count=format_count(len(added)))


def _unit_removed(plan: Plan, edit: Edit) -> str | None:
    gone = {c.key.unit: c.before for c in edit.changes if isinstance(c.key, UnitKey)}
    units = {unit: value for unit, value in gone.items() if isinstance(value, Unit)}
    tops = [value for value in units.values() if value.parent not in units]
    if not tops:
        return None
    if len(units) == 1:
        template = QCoreApplication.translate("Edit", "Xóa đơn vị “{name}”")
        return template.format(name=tops[0].name)
    template = QCoreApplication.translate("Edit", "Xóa đơn vị “{name}” và {count} đơn vị bên dưới")
    return template.format(name=tops[0].name, count=format_count(len(units) - 1))


def _unit_renamed(_plan: Plan, edit: Edit) -> str | None:
    for change in edit.changes:
        if isinstance(change.before, Unit) and isinstance(change.after, Unit):
            template = QCoreApplication.translate(
                "Edit", "Đổi tên đơn vị “{before}” thành “{after}”"
            )
            return template.format(before=change.before.name, after=change.after.name)
    return None


def _unit_moved(_plan: Plan, edit: Edit) -> str | None:
    """The one that went furthest is the one that was moved; the others made room."""
    moves = [
        (change.after.position - change.before.position, change.before.name)
        for change in edit.changes
        if isinstance(change.before, Unit) and isinstance(change.after, Unit)
    ]
    if not moves:
        return None
    if len(moves) == 2:
        template = QCoreApplication.translate("Edit", "Đổi chỗ “{first}” và “{second}”")
        return template.format(first=moves[0][1], second=moves[1][1])
    steps, name = max(moves, key=lambda move: abs(move[0]))
    if steps > 0:
        template = QCoreApplication.translate("Edit", "Chuyển “{name}” xuống {count} dòng")
    else:
        template = QCoreApplication.translate("Edit", "Chuyển “{name}” lên {count} dòng")
    return template.format(name=name, count=abs(steps))


def _scenario_change(edit: Edit) -> tuple[Scenario | None, Scenario | None]:
    """The first scenario that comes, goes or gets another name, before and after."""
    for key, before, after in edit.changes:
        was = before if isinstance(before, Scenario) else None
        now = after if isinstance(after, Scenario) else None
        if isinstance(key, ScenarioKey) and (was is None or now is None or was.name != now.name):
            return was, now
    return None, None


def _scenario_worded(plan: Plan, edit: Edit) -> str | None:
    before, after = _scenario_change(edit)
    if before is not None and after is not None:
        template = QCoreApplication.translate(
            "Edit", "Đổi tên phương án “{before}” thành “{after}”"
        )
        return template.format(before=before.name, after=after.name)
    if before is not None:
        return QCoreApplication.translate("Edit", "Xóa phương án “{name}”").format(name=before.name)
    if after is None:
        return None
    if edit.kind == "duplicate_scenario" and after.reference is not None:
        template = QCoreApplication.translate(
            "Edit", "Nhân bản phương án “{source}” thành “{name}”"
        )
        return template.format(source=scenario_name(plan, after.reference), name=after.name)
    return QCoreApplication.translate("Edit", "Thêm phương án “{name}”").format(name=after.name)


def _fix_worded(plan: Plan, edit: Edit) -> str | None:
    if len(edit.changes) != 1:
        return None
    sentence = _change_sentence(plan, edit.changes[0])
    if sentence is None:
        return None
    return QCoreApplication.translate("Edit", "Sửa theo gợi ý: {what}").format(what=sentence)


def _reductions_scaled(plan: Plan, edit: Edit) -> str | None:
    units = [change.key for change in edit.changes if isinstance(change.key, TargetKey)]
    if not units:
        return None
    template = QCoreApplication.translate(
        "Edit", "“{scenario}”, chỉnh cường độ giảm nghèo của {count} đơn vị"
    )
    return template.format(
        scenario=scenario_name(plan, units[0].scenario), count=format_count(len(units))
    )


_BY_KIND: Mapping[str, Callable[[Plan, Edit], str | None]] = {
    "fix": _fix_worded,
    "add_unit": _unit_added,
    "remove_unit": _unit_removed,
    "rename_unit": _unit_renamed,
    "move_unit": _unit_moved,
    "create_scenario": _scenario_worded,
    "duplicate_scenario": _scenario_worded,
    "rename_scenario": _scenario_worded,
    "delete_scenario": _scenario_worded,
    "scale_reductions": _reductions_scaled,
}
