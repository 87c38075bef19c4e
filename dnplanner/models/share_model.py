"""The table of the sharing dialog: one row for each unit, the parent's total as the last.

The shares add up to the total; the table changes no plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import format_count, format_exact
from dnplanner.core.sharing import NO_LIMITS, Limits
from dnplanner.models.share_columns import (
    Place,
    result_text,
    share_heading,
    share_meaning,
    short_reason,
)
from dnplanner.models.share_demand import ShareDemand, refusal_of_text
from dnplanner.models.wording import unit_name
from dnplanner.models.wording.share_reasons import share_reason
from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.core.plan import Target
    from dnplanner.core.series import Series
    from dnplanner.core.share_preview import Preview
    from dnplanner.core.sharing import Weighting
    from dnplanner.models.document import Document

# Looked up once: an enum attribute costs a hundred times a plain name, and data() is called often.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_HORIZONTAL = Qt.Orientation.Horizontal
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_READABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_WRITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable
_CHECKABLE = _READABLE | Qt.ItemFlag.ItemIsUserCheckable

TYPED = (Place.FLOOR, Place.CAP, Place.WEIGHT, Place.AFTER)
"""The columns a user types into."""
_WORDS = (Place.UNIT, Place.REASON)

_Index = QModelIndex | QPersistentModelIndex


class ShareModel(QAbstractTableModel):
    """A thin view of a ShareDemand."""

    recalculated = Signal()
    """The preview is another, or what is asked cannot be."""

    def __init__(self, document: Document, unit: str, parent: QObject | None = None) -> None:
        """Share among the units right below ``unit``."""
        super().__init__(parent)
        self.demand = ShareDemand(document, unit)
        self._answers: dict[int, Callable[[int, Place], Any]] = {
            _DISPLAY: self._text,
            _EDIT: self._edit_text,
            _ALIGNMENT: _alignment,
            _TOOL_TIP: self._tool_tip,
            _ACCESSIBLE: self._accessible_text,
            _CHECK: self._check_state,
        }

    def set_unit(self, unit: str) -> None:
        """Share another parent's number; what was fixed for other units is forgotten."""
        self.beginResetModel()
        self.demand = ShareDemand(self.demand.document, unit)
        self.endResetModel()
        self.recalculated.emit()

    def set_total(self, total: Target) -> None:
        """Share another total."""
        self.demand.total = total
        self._recalculate()

    def set_weighting(self, weighting: Weighting) -> None:
        """Share in proportion to something else."""
        self.demand.weighting = weighting
        self._recalculate()

    def take_column(self, row: int, place: Place, texts: Sequence[str]) -> PlannerError | None:
        """A pasted column from ``row`` down, all or nothing; why it is refused, else None."""
        pasted = list(zip(self.demand.units[row:], texts, strict=False))
        for _, text in pasted:
            refusal = refusal_of_text(place, text)
            if refusal is not None:
                return refusal
        for unit, text in pasted:
            self.demand.note(unit, place, text)
        self._recalculate()
        return None

    def is_total(self, row: int) -> bool:
        """Whether a row is the parent's."""
        return row >= len(self.demand.units)

    def is_locked(self, row: int) -> bool:
        """Whether the user keeps a unit's number."""
        return self._limits(row).lock is not None

    def reason(self, row: int) -> str:
        """Why a unit gets its share, in a sentence; empty for the total and without a share."""
        given = self._preview(row).share
        return "" if given is None else f"{self._name(row)}: {share_reason(given)}"

    def _recalculate(self) -> None:
        self.demand.calculate()
        last = self.index(len(self.demand.units), len(Place) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.recalculated.emit()

    def _series(self) -> Series:
        return self.demand.document.question.series

    def _limits(self, row: int) -> Limits:
        return NO_LIMITS if self.is_total(row) else self.demand.limits(self.demand.units[row])

    def _preview(self, row: int) -> Preview:
        demand = self.demand
        return demand.whole if self.is_total(row) else demand.preview(demand.units[row])

    def _name(self, row: int) -> str:
        demand = self.demand
        unit = demand.unit if self.is_total(row) else demand.units[row]
        return unit_name(demand.document.plan, unit)

    def _text(self, row: int, place: Place) -> str:
        if place is Place.UNIT:
            return self._name(row)
        if place is Place.REASON:
            return short_reason(self._preview(row))
        if place in (Place.LOCK, Place.FLOOR, Place.CAP):
            count = {Place.FLOOR: self._limits(row).floor, Place.CAP: self._limits(row).cap}
            return _blank_or_count(count.get(place))
        if place is Place.WEIGHT:
            weight = None if self.is_total(row) else self.demand.weight(self.demand.units[row])
            return "" if weight is None else format_exact(weight)
        return result_text(self._preview(row), place)

    def _edit_text(self, row: int, place: Place) -> str:
        lock = self._limits(row).lock
        if place is Place.AFTER and lock is not None:
            return format_count(lock)
        return self._text(row, place)

    def _tool_tip(self, row: int, place: Place) -> str | None:
        return (self.reason(row) or None) if place in (Place.REASON, Place.AFTER) else None

    def _accessible_text(self, row: int, place: Place) -> str:
        words = share_heading(place, self._series()).replace("\n", " ")
        text = self._text(row, place)
        if place is Place.LOCK:
            text = self.tr("có") if self.is_locked(row) else self.tr("không")
        return f"{self._name(row)}, {words}, {text}"

    def _check_state(self, row: int, place: Place) -> Qt.CheckState | None:
        if place is not Place.LOCK or self.is_total(row):
            return None
        return _CHECKED if self.is_locked(row) else _UNCHECKED

    def _set_locked(self, row: int, *, locked: bool) -> None:
        unit = self.demand.units[row]
        if locked:
            self.demand.lock(unit)
        else:
            self.demand.unlock(unit)

    # Qt overrides

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """The units and the total."""
        return 0 if parent.isValid() else len(self.demand.units) + 1

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """All columns."""
        return 0 if parent.isValid() else len(Place)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Limits, weights and results can be typed, locks checked; the total follows."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.is_total(index.row()):
            return _READABLE
        if index.column() == Place.LOCK:
            return _CHECKABLE
        return _WRITABLE if index.column() in TYPED else _READABLE

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        """Texts, and the check of a locked row."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(index.row(), Place(index.column()))

    @override
    def setData(self, index: _Index, value: Any, role: int = _EDIT) -> bool:
        """Take what was typed or checked; False when it is refused."""
        if not index.isValid() or self.is_total(index.row()) or role not in (_CHECK, _EDIT):
            return False
        try:
            if role == _CHECK:
                self._set_locked(index.row(), locked=Qt.CheckState(value) == _CHECKED)
            else:
                unit = self.demand.units[index.row()]
                self.demand.note(unit, Place(index.column()), str(value))
        except PlannerError:
            return False
        self._recalculate()
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Headings, with what they mean as tool tips."""
        if orientation != _HORIZONTAL or not 0 <= section < len(Place):
            return None
        if role == _DISPLAY:
            return share_heading(Place(section), self._series())
        if role in (_TOOL_TIP, _ACCESSIBLE):
            return share_meaning(Place(section), self._series())
        return None


def _alignment(_row: int, place: Place) -> int:
    return _LEFT if place in _WORDS else _RIGHT


def _blank_or_count(count: int | None) -> str:
    return "" if count is None else format_count(count)
