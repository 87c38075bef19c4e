"""What the columns and rows of a file are taken for, each correctable in place."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dnplanner.core.entry import Cell
from dnplanner.core.series import Series
from dnplanner.exchange.register_words import Held
from dnplanner.exchange.slots import What
from dnplanner.models.import_task import CELLS_OF_PLAN, CELLS_OF_REVIEW
from dnplanner.models.intake_lines import answer_text, column_meaning, heading_text, unit_meaning
from dnplanner.models.intake_wording import HELD, intake_words
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import cell_name
from dnplanner.ui.answer_fields import unit_box
from dnplanner.ui.line_view import LineView
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.exchange.proposals import ReadColumn, ReadUnit
    from dnplanner.models.import_session import ImportSession

translate = QCoreApplication.translate
"""For what is said before the panel is there to ask."""

MOST_UNITS = 2_000
"""Rows listed; what is in doubt further down is asked one by one."""


class Places(ABC):
    """One kind of places on a sheet, what each is taken for, and what else it can be."""

    name: str
    headings: Sequence[str]
    widths: Sequence[int]
    """In characters; the second column takes what is left."""
    session: ImportSession | None = None

    @abstractmethod
    def rows(self, session: ImportSession) -> list[Any]:
        """The places."""

    @abstractmethod
    def texts(self, row: Any) -> Sequence[str]:
        """The texts of a place."""

    @abstractmethod
    def fill(self, box: StillBox, session: ImportSession) -> None:
        """What places can be taken for."""

    @abstractmethod
    def held(self, row: Any) -> object:
        """What a place is taken for now: the data of an item of the box."""

    @abstractmethod
    def decide(self, session: ImportSession, row: Any, data: Any) -> None:
        """Take a place for something else."""


class MappingPanel(QWidget):
    """A table of places above, a box below that says what the current one is taken for."""

    changed = Signal()
    """A place was taken for something else."""

    def __init__(self, places: Places, box: StillBox, parent: QWidget) -> None:
        """Empty until a session is shown."""
        super().__init__(parent)
        self._places = places
        self._rows: list[Any] = []
        self.view = LineView(LineTable(places.headings, places.texts), places.name, self)
        self.view.set_widths(places.widths, 1)
        self.view.line_chosen.connect(self._on_chosen)
        self.box = box
        self.box.setParent(self)
        self.box.setAccessibleName(places.name)
        self.box.activated.connect(self._on_activated)
        label = QLabel(self.tr("Hiểu là:"), self)
        label.setBuddy(self.box)
        below = QHBoxLayout()
        below.addWidget(label)
        below.addWidget(self.box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def show_session(self, session: ImportSession) -> None:
        """Show what the file is taken for now."""
        self._places.session = session
        row = self.view.chosen
        self._rows = self._places.rows(session)
        self._places.fill(self.box, session)
        self.view.lines.show_lines(self._rows)
        self.view.choose(min(row or 0, len(self._rows) - 1))
        self.box.setEnabled(bool(self._rows))

    def _on_chosen(self, row: int) -> None:
        at = self.box.findData(self._places.held(self._rows[row]))
        self.box.setCurrentIndex(max(at, 0))

    def _on_activated(self, at: int) -> None:
        row, session, data = self.view.chosen, self._places.session, self.box.itemData(at)
        if row is None or session is None or data == self._places.held(self._rows[row]):
            return
        self._places.decide(session, self._rows[row], data)
        self.changed.emit()


def column_panel(parent: QWidget) -> MappingPanel:
    """The columns, and the cells of the plan they are about."""
    return MappingPanel(_Columns(), StillBox(parent), parent)


def unit_panel(parent: QWidget) -> MappingPanel:
    """The rows, and the units they are about."""
    return MappingPanel(_Units(), unit_box(parent), parent)


class _Columns(Places):
    """The columns."""

    def __init__(self) -> None:
        self.name = translate("ColumnPanel", "Ý nghĩa của cột")
        self.headings = (
            translate("ColumnPanel", "Cột"),
            translate("ColumnPanel", "Tiêu đề trên tệp"),
            translate("ColumnPanel", "Hiểu là"),
        )
        self.widths = (6, 24, 34)

    def rows(self, session: ImportSession) -> list[ReadColumn]:
        """The columns that have a heading."""
        return list(session.understood.proposal.columns) if session.understood else []

    def texts(self, row: ReadColumn) -> Sequence[str]:
        """Letters, heading, meaning."""
        letters = (
            translate("ColumnPanel", "{column} (ẩn)").format(column=row.column)
            if row.hidden
            else row.column
        )
        names = self.session is not None and self.session.holds_names(row.sheet, row.column)
        meaning = column_meaning(row, names=names)
        if self.session is not None and self.session.is_recalled(f"{row.sheet}!{row.column}"):
            meaning = translate("ColumnPanel", "{meaning} (nhớ từ lần trước)").format(
                meaning=meaning
            )
        return letters, heading_text(row.heading), meaning

    def fill(self, box: StillBox, session: ImportSession) -> None:
        """The cells of a row of the plan or review, or what a register's columns hold."""
        box.clear()
        box.addItem(translate("ColumnPanel", "Không nhập cột này"), "")
        found = session.understood
        if found is None:
            return
        if found.proposal.what is What.REGISTER:
            for held, word in HELD.items():
                box.addItem(intake_words(word), held)
            return
        planned = found.proposal.what is What.PLAN
        year = found.proposal.year if planned else found.proposal.year + 1
        for cell in CELLS_OF_PLAN if planned else CELLS_OF_REVIEW:
            box.addItem(cell_name(cell, Series.POOR, year), cell.value)

    def held(self, row: ReadColumn) -> object:
        """The cell's name or what a register's column holds, empty when it is not taken."""
        return row.held if row.slot is None else row.slot.cell.value

    def decide(self, session: ImportSession, row: ReadColumn, data: str) -> None:
        """Take the column for another cell."""
        meant = Held(data) if data in HELD else Cell(data) if data else None
        session.decide_column(row.sheet, row.column, meant)


class _Units(Places):
    """The rows and the units they are about."""

    def __init__(self) -> None:
        self.name = translate("UnitPanel", "Đơn vị của dòng")
        self.headings = (
            translate("UnitPanel", "Ô"),
            translate("UnitPanel", "Tên trên tệp"),
            translate("UnitPanel", "Hiểu là"),
            translate("UnitPanel", "Theo"),
        )
        self.widths = (8, 20, 20, 26)

    def rows(self, session: ImportSession) -> list[ReadUnit]:
        """The rows of units, from the top."""
        return list(session.understood.proposal.units[:MOST_UNITS]) if session.understood else []

    def texts(self, row: ReadUnit) -> Sequence[str]:
        """Place, name as written, unit meant, how it was found."""
        named, how = ("", "")
        if self.session is not None:
            named, how = unit_meaning(self.session.shown_plan, row)
            if self.session.is_recalled(f"{row.sheet}!{row.cell}"):
                how = translate("UnitPanel", "nhớ từ lần trước")
        return row.cell, " ".join(row.text.split()), named, how

    def fill(self, box: StillBox, session: ImportSession) -> None:
        """The units of the plan."""
        plan = session.shown_plan
        if box.count() == len(plan.tree.units) + 1:
            return
        box.clear()
        box.addItem(translate("UnitPanel", "Không nhập dòng này"), "")
        for unit in plan.tree.units:
            box.addItem(answer_text(plan, unit), unit)

    def held(self, row: ReadUnit) -> object:
        """The unit, empty when the row is not taken."""
        return row.unit or ""

    def decide(self, session: ImportSession, row: ReadUnit, data: str) -> None:
        """Take the row for another unit."""
        session.decide_unit(row.sheet, row.cell, data or None)
