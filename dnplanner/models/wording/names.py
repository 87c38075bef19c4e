"""Names of units, series and cells, as they stand in sentences and headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.entry import Cell
from dnplanner.core.flows import Flow
from dnplanner.core.plan import Plan, ScenarioKey
from dnplanner.core.series import Measure, Series
from dnplanner.models.wording.templates import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dnplanner.core.units import Unit

_SERIES: Mapping[Series, str] = {
    Series.POOR: QT_TRANSLATE_NOOP("Series", "hộ nghèo"),
    Series.NEAR_POOR: QT_TRANSLATE_NOOP("Series", "hộ cận nghèo"),
    Series.DTTS_POOR: QT_TRANSLATE_NOOP("Series", "hộ nghèo DTTS"),
    Series.DTTS_LOCAL_POOR: QT_TRANSLATE_NOOP("Series", "hộ nghèo DTTS tại chỗ"),
    Series.MULTIDIMENSIONAL: QT_TRANSLATE_NOOP("Series", "hộ nghèo đa chiều"),
}

_HOUSEHOLDS: Mapping[Measure, str] = {
    Measure.HOUSEHOLDS: QT_TRANSLATE_NOOP("Series", "số hộ chung"),
    Measure.DTTS_HOUSEHOLDS: QT_TRANSLATE_NOOP("Series", "số hộ DTTS"),
    Measure.DTTS_LOCAL_HOUSEHOLDS: QT_TRANSLATE_NOOP("Series", "số hộ DTTS tại chỗ"),
}

_CELLS: Mapping[Cell, str] = {
    Cell.HOUSEHOLDS_START: QT_TRANSLATE_NOOP("Cell", "{households} cuối năm {year}"),
    Cell.POOR_START: QT_TRANSLATE_NOOP("Cell", "{series} cuối năm {year}"),
    Cell.RATE_START: QT_TRANSLATE_NOOP("Cell", "tỷ lệ {series} cuối năm {year}"),
    Cell.HOUSEHOLDS_END: QT_TRANSLATE_NOOP("Cell", "{households} dự kiến cuối năm {year}"),
    Cell.REDUCTION: QT_TRANSLATE_NOOP("Cell", "{series} giảm năm {year}"),
    Cell.POINTS: QT_TRANSLATE_NOOP("Cell", "điểm % {series} giảm năm {year}"),
    Cell.POOR_END: QT_TRANSLATE_NOOP("Cell", "{series} còn lại cuối năm {year}"),
    Cell.RATE_END: QT_TRANSLATE_NOOP("Cell", "tỷ lệ {series} dự kiến cuối năm {year}"),
}

_FLOWS: Mapping[Flow, str] = {
    Flow.RELAPSED: QT_TRANSLATE_NOOP("Flow", "{series}: tái nghèo dự kiến năm {year}"),
    Flow.NEWLY_POOR: QT_TRANSLATE_NOOP("Flow", "{series}: phát sinh mới dự kiến năm {year}"),
    Flow.OTHER_INCREASE: QT_TRANSLATE_NOOP("Flow", "{series}: tăng khác dự kiến năm {year}"),
    Flow.OTHER_DECREASE: QT_TRANSLATE_NOOP("Flow", "{series}: giảm khác dự kiến năm {year}"),
}

_STARTS = frozenset({Cell.HOUSEHOLDS_START, Cell.POOR_START, Cell.RATE_START})

_WHOLE: Mapping[str, str] = {
    "tỉnh": QT_TRANSLATE_NOOP("Whole", "Toàn tỉnh"),
    "thành phố": QT_TRANSLATE_NOOP("Whole", "Toàn thành phố"),
    "huyện": QT_TRANSLATE_NOOP("Whole", "Toàn huyện"),
    "thị xã": QT_TRANSLATE_NOOP("Whole", "Toàn thị xã"),
    "quận": QT_TRANSLATE_NOOP("Whole", "Toàn quận"),
    "xã": QT_TRANSLATE_NOOP("Whole", "Toàn xã"),
    "phường": QT_TRANSLATE_NOOP("Whole", "Toàn phường"),
    "thị trấn": QT_TRANSLATE_NOOP("Whole", "Toàn thị trấn"),
    "đặc khu": QT_TRANSLATE_NOOP("Whole", "Toàn đặc khu"),
    "thôn": QT_TRANSLATE_NOOP("Whole", "Toàn thôn"),
}
_WHOLE_OF_LEVEL = {"province": "tỉnh", "district": "huyện", "commune": "xã", "village": "thôn"}
_CHILDREN_OF_LEVEL = {
    "province": "Tỉnh, thành phố",
    "district": "Huyện, thành phố",
    "commune": "Xã, phường",
    "village": "Thôn, bon",
}


def series_name(series: Series) -> str:
    """The counted households, as inside a sentence: hộ nghèo."""
    return QCoreApplication.translate("Series", _SERIES[series])


def series_title(series: Series) -> str:
    """The counted households, as an entry of a list: Hộ nghèo."""
    name = series_name(series)
    return name[:1].upper() + name[1:]


def measure_name(measure: Measure) -> str:
    """A count, as inside a sentence: số hộ DTTS, hộ cận nghèo."""
    named = _HOUSEHOLDS.get(measure)
    if named is None:
        return series_name(Series(measure.value))
    return QCoreApplication.translate("Series", named)


def cell_name(cell: Cell, series: Series, plan_year: int) -> str:
    """A cell of the row of ``plan_year``, as inside a sentence: hộ nghèo giảm năm 2024."""
    template = QCoreApplication.translate("Cell", _CELLS[cell])
    return template.format(
        series=series_name(series),
        households=QCoreApplication.translate("Series", _HOUSEHOLDS[series.denominator]),
        year=_year_of(cell, plan_year),
    )


def flow_name(flow: Flow, series: Series, plan_year: int) -> str:
    """A gross flow that is expected, as inside a sentence: hộ nghèo: tái nghèo dự kiến năm 2024."""
    template = QCoreApplication.translate("Flow", _FLOWS[flow])
    return template.format(series=series_name(series), year=plan_year)


def printed_cell_name(cell: Cell, series: Series, plan_year: int) -> str:
    """As ``cell_name``, Vietnamese in every language: it is printed in documents."""
    return _CELLS[cell].format(
        series=_SERIES[series],
        households=_HOUSEHOLDS[series.denominator],
        year=_year_of(cell, plan_year),
    )


def _year_of(cell: Cell, plan_year: int) -> int:
    return plan_year - 1 if cell in _STARTS else plan_year


def whole_of(unit: Unit) -> str:
    """The Vietnamese name of a unit's row of sums, as documents print it: Toàn tỉnh."""
    kind = unit.kind.casefold()
    if kind not in _WHOLE:
        kind = _WHOLE_OF_LEVEL.get(unit.level, "")
    return _WHOLE.get(kind, "Tổng cộng")


def whole_name(plan: Plan) -> str:
    """The name of the row of the whole: Toàn tỉnh, Toàn huyện or Toàn xã."""
    whole = whole_of(plan.unit(plan.tree.root))
    if whole == "Tổng cộng":
        return QCoreApplication.translate("Whole", "Tổng cộng")
    return QCoreApplication.translate("Whole", whole)


def unit_name(plan: Plan, unit: str) -> str:
    """A unit as sentences call it: its name, the whole by its level; unknown ones as they are."""
    if unit == plan.tree.root:
        return whole_name(plan)
    found = plan.tree.units.get(unit)
    return unit if found is None else found.name


def scenario_name(plan: Plan, scenario: str) -> str:
    """The name of a scenario, its identifier where the plan does not have it."""
    found = plan.tables.scenarios.get(ScenarioKey(scenario))
    return scenario if found is None else found.name


def children_heading(plan: Plan) -> str:
    """The heading over the units below the whole, by their kinds: Huyện, thành phố.

    Vietnamese in every language: it is printed in documents.
    """
    children = [plan.unit(unit) for unit in plan.tree.children_of(plan.tree.root)]
    kinds = list(dict.fromkeys(unit.kind.strip().casefold() for unit in children if unit.kind))
    if not kinds:
        level = children[0].level if children else ""
        return _CHILDREN_OF_LEVEL.get(level, "Đơn vị")
    together = ", ".join(kinds)
    return together[0].upper() + together[1:]
