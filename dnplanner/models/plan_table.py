"""The district table as a Qt item model: it translates, it never decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from dnplanner.core.entry import Cell, enter_text, refuse_derived
from dnplanner.core.errors import PlannerError
from dnplanner.core.numerals import NO_VALUE
from dnplanner.core.parent_entry import can_type
from dnplanner.core.plan import HouseholdsEndKey, TargetKey
from dnplanner.models.columns import (
    ALWAYS_INPUT,
    COLUMNS,
    NAME,
    ORDINAL,
    PLAN_GROUP,
    cell_text,
    group_heading,
    heading,
    is_pinned,
)
from dnplanner.models.units_in_view import UnitsInView
from dnplanner.models.wording import whole_name
from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dnplanner.core.checks import Level
    from dnplanner.core.edits import Edit
    from dnplanner.core.series import Series
    from dnplanner.models.document import Document, PlanChange

# Looked up once: an enum attribute costs a hundred times a plain name, and data() is called often.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_STATUS_TIP = int(Qt.ItemDataRole.StatusTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_READABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_WRITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable

_FEW = 8
"""So many rows are announced one by one: Qt paints all rows between the ends of a range."""

_MANY = 1_000
"""Changes of which nobody looks for the rows: only those in view are painted anyway."""

_Index = QModelIndex | QPersistentModelIndex


class Look(NamedTuple):
    """Everything a painter needs to know of a cell."""

    text: str
    is_input: bool
    pinned: bool
    finding: Level | None
    depth: int
    expandable: bool
    expanded: bool


class PlanTableModel(QAbstractTableModel):
    """Rows of the units in view: either all below the whole (the body) or the whole alone."""

    entering = Signal()
    """A value is about to be entered: what was asked for before it has to be done now."""
    shared = Signal(str)
    """A parent's number was shared out at once; carries the parent."""
    refused = Signal(object, object)
    """A value was not taken: the unit, and the PlannerError."""

    def __init__(self, document: Document, whole: bool, parent: QObject | None = None) -> None:
        """Show ``document``: its total row if ``whole``, else the units below."""
        super().__init__(parent)
        self._document = document
        self._whole = whole
        self._view = UnitsInView(document.plan.tree, whole=whole)
        self._marks = True
        self._answers: dict[int, Callable[[int, int], str | int | None]] = {
            _DISPLAY: self._text,
            _EDIT: self.edit_text,
            _ALIGNMENT: _alignment,
            _TOOL_TIP: self._notes,
            _STATUS_TIP: self._notes,
            _ACCESSIBLE: self._accessible_text,
        }
        document.plan_changed.connect(self._on_plan_changed)
        document.question_changed.connect(self._on_question_changed)
        document.replaced.connect(self._on_replaced)

    @property
    def document(self) -> Document:
        """The document shown."""
        return self._document

    @property
    def units(self) -> Sequence[str]:
        """The units of the rows, in order."""
        return self._view.units

    def mark_findings(self, wanted: bool) -> None:
        """Whether cells show that there is a finding; a first paint does not wait for the check."""
        if wanted is not self._marks:
            self._marks = wanted
            self._announce_all()

    def unit_at(self, row: int) -> str:
        """The unit of a row."""
        return self._view.units[row]

    def row_of(self, unit: str) -> int | None:
        """The row of a unit, None when it is not in view."""
        return self._view.row_of(unit)

    def toggle(self, unit: str) -> None:
        """Open or close a unit with units below it."""
        if self._document.plan.tree.children_of(unit):
            self._view.toggle(unit)
            self._arrange()
            self._announce([unit])

    def reveal(self, unit: str) -> int | None:
        """Open what hides a unit; its row."""
        self._view.open_all(self._document.plan.tree.ancestors(unit))
        self._arrange()
        return self._view.row_of(unit)

    def edit_for(self, unit: str, column: int, text: str) -> Edit:
        """The edit of typing ``text`` into a cell. Raises PlannerError with the reason."""
        plan, cell = self._document.plan, COLUMNS[column].cell
        if column == NAME:
            from dnplanner.core.territory import rename_unit

            return rename_unit(plan, unit, text)
        cell = cell or Cell.RATE_START
        evaluation = self._document.evaluation
        if evaluation.row(unit).summed:
            from dnplanner.core.parent_entry import enter_parent_text

            return enter_parent_text(plan, evaluation, unit, cell, text)
        return enter_text(plan, evaluation, unit, cell, text)

    def untypable(self, row: int, column: int) -> PlannerError | None:
        """Why a cell of figures cannot be typed; None for number and name, or when it can."""
        cell = COLUMNS[column].cell
        if cell is not None:
            try:
                refuse_derived(self._document.evaluation, self._view.units[row], cell)
            except PlannerError as error:
                return error
        return None

    def look(self, row: int, column: int) -> Look:
        """A cell for its painter."""
        unit = self._view.units[row]
        cell = COLUMNS[column].cell
        if cell is None:
            return self._name_look(unit, row, column)
        figures = self._document.evaluation.row(unit)
        pinned = is_pinned(figures, cell)
        level = None
        for finding in self._document.findings_on(unit) if self._marks else ():
            if finding.cell is cell:
                level = finding.level
                break
        typed = pinned or (cell in ALWAYS_INPUT and can_type(self._document.evaluation, unit, cell))
        is_input = typed and not figures.summed
        return Look(cell_text(figures, cell), is_input, pinned, level, 0, False, False)

    def edit_text(self, row: int, column: int) -> str:
        """A cell's text as an editor starts with it; empty where there is no value."""
        unit = self._view.units[row]
        cell = COLUMNS[column].cell
        if cell is None:
            return self._name(unit) if column == NAME else ""
        text = cell_text(self._document.evaluation.row(unit), cell)
        return "" if text == NO_VALUE else text

    def _name_look(self, unit: str, row: int, column: int) -> Look:
        tree = self._document.plan.tree
        text = self._view.number(tree, unit) if column == ORDINAL else self._name(unit)
        expandable = column == NAME and not self._whole and bool(tree.children_of(unit))
        depth = 0 if self._whole or column == ORDINAL else tree.depth(unit) - 1
        return Look(text, False, False, None, depth, expandable, self._view.is_open(unit))

    def _name(self, unit: str) -> str:
        return (
            whole_name(self._document.plan) if self._whole else self._document.plan.unit(unit).name
        )

    def _text(self, row: int, column: int) -> str:
        return self.look(row, column).text

    def _notes(self, row: int, column: int) -> str | None:
        """What findings and goals say about a cell, a sentence a line; None where they do not."""
        from dnplanner.models.assigned_words import assigned_note
        from dnplanner.models.result import goal_notes
        from dnplanner.models.wording import finding_sentence

        unit, cell = self._view.units[row], COLUMNS[column].cell
        plan = self._document.plan
        sentences = [
            finding_sentence(plan, finding)
            for finding in self._document.findings_on(unit)
            if cell is not None and finding.cell is cell
        ]
        if cell is Cell.REDUCTION:
            sentences.append(assigned_note(self._document, unit) or "")
        if cell is Cell.POINTS:
            sentences += goal_notes(self._document, unit)
        return "\n".join(filter(None, sentences)) or None

    def _arrange(self) -> None:
        """Go to the rows that are wanted by taking out and putting in only what differs."""
        wanted = self._view.wanted(self._document.plan.tree)
        first, out, come, between = self._view.exchange(wanted)
        if out:
            self.beginRemoveRows(QModelIndex(), first, first + out - 1)
            self._view.show(between)
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + come - 1)
            self._view.show(wanted)
            self.endInsertRows()

    def _on_plan_changed(self, change: PlanChange) -> None:
        if change.territory:
            self._view.forget_numbers()
            self._arrange()
            self._announce_all()
        elif len(change.edit.changes) > _MANY:
            self._announce_all()
        else:
            named = {getattr(key, "unit", "") for key in change.edit.changed_keys()}
            self._announce(change.units | named, _first_column(change.edit))

    def _on_question_changed(self) -> None:
        self._announce_all()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def _on_replaced(self) -> None:
        self.beginResetModel()
        self._view = UnitsInView(self._document.plan.tree, whole=self._whole)
        self.endResetModel()

    def _announce_all(self) -> None:
        if self._view.units:
            last = self.index(len(self._view.units) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _announce(self, units: Iterable[str], first_column: int = 0) -> None:
        """The rows of ``units`` from a column on: a signal a row while they are few and apart."""
        found = (self._view.row_of(unit) for unit in units)
        rows = sorted(row for row in found if row is not None)
        if not rows:
            return
        apart = len(rows) <= _FEW and rows[-1] - rows[0] >= len(rows)
        if len(rows) == 1:
            self._announce_cells(rows[0], first_column)
            return
        for first, last in [(row, row) for row in rows] if apart else [(rows[0], rows[-1])]:
            end = self.index(last, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(first, first_column), end)

    def _announce_cells(self, row: int, first_column: int) -> None:
        """A row cell by cell: of a range, Qt 6.11 takes one pixel more and paints the next row."""
        for column in range(first_column, len(COLUMNS)):
            cell = self.index(row, column)
            self.dataChanged.emit(cell, cell)

    def reason(self, error: PlannerError) -> str:
        """Why a value was refused, in words."""
        from dnplanner.models.wording import refusal_sentence

        return refusal_sentence(error)

    def _series(self) -> Series:
        return self._document.question.series

    def _accessible_text(self, row: int, column: int) -> str:
        """What a screen reader says: unit, column, value, and what is wrong with it."""
        look = self.look(row, column)
        unit = self._view.units[row]
        words = (self._name(unit), heading(column, self._series()).replace("\n", " "), look.text)
        return ", ".join((*words, *filter(None, (self._notes(row, column),))))

    # Qt overrides

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """Rows in view."""
        return 0 if parent.isValid() else len(self._view.units)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        """The ten columns of the appendix."""
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Cells that follow from others can be read, not typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        cell = COLUMNS[index.column()].cell
        if cell is None:
            return _READABLE if self._whole or index.column() == ORDINAL else _WRITABLE
        unit = self._view.units[index.row()]
        return _WRITABLE if can_type(self._document.evaluation, unit, cell) else _READABLE

    @override
    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        """Text for showing and for editing; findings as tips."""
        answer = self._answers.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(index.row(), index.column())

    @override
    def setData(self, index: _Index, value: Any, role: int = _EDIT) -> bool:
        """Perform the edit of typing ``value``; False when it is refused."""
        if role != _EDIT or not index.isValid():
            return False
        unit = self._view.units[index.row()]
        self.entering.emit()
        try:
            self._document.perform(self.edit_for(unit, index.column(), str(value)))
        except PlannerError as error:
            self.refused.emit(unit, error)
            return False
        if self._document.evaluation.row(unit).summed and index.column() != NAME:
            self.shared.emit(unit)
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Column headings; the group over a column as its tool tip."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        if role == _DISPLAY:
            return heading(section, self._series())
        if role in (_TOOL_TIP, _ACCESSIBLE):
            group = group_heading(section, self._document.question)
            return " · ".join(
                filter(None, (group, heading(section, self._series()).replace("\n", " ")))
            )
        return None


def _first_column(edit: Edit) -> int:
    """The first column that an edit can change: targets leave what was found as it is."""
    keys = {type(key) for key in edit.changed_keys()}
    return PLAN_GROUP.start if keys <= {TargetKey, HouseholdsEndKey} else 0


def _alignment(_row: int, column: int) -> int:
    if COLUMNS[column].cell is not None:
        return _RIGHT
    return _LEFT if column == NAME else _CENTRE
