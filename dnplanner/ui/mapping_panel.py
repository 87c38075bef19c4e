"""What the columns and rows of a file are taken for, each correctable in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dnplanner.core.entry import Cell
from dnplanner.core.series import Series
from dnplanner.exchange.register_words import Held
from dnplanner.exchange.slots import What
from dnplanner.models.import_task import CELLS_OF_PLAN, CELLS_OF_REVIEW
from dnplanner.models.intake_lines import answer_text, column_meaning, unit_meaning
from dnplanner.models.intake_wording import HELD, intake_words
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import cell_name
from dnplanner.ui.doubt_panel import unit_box
from dnplanner.ui.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.exchange.proposals import ReadColumn, ReadUnit
    from dnplanner.models.import_session import ImportSession

translate = QCoreApplication.translate
"""For what is said before the panel is there to ask."""

MOST_UNITS = 2_000
"""Rows listed; what is in doubt further down is asked one by one."""


class MappingPanel(QWidget):
    """A table of places above, a box below that says what the current one is taken for."""

    changed = Signal()
    """A place was taken for something else."""

    def __init__(self, name: str, headings: Sequence[str], box: QComboBox, parent: QWidget) -> None:
        """``name`` labels the box and the table."""
        super().__init__(parent)
        self.session: ImportSession | None = None
        self._rows: list[Any] = []
        self.view = LineView(LineTable(headings, self.texts), name, self)
        self.view.line_chosen.connect(self._on_chosen)
        self.box = box
        self.box.setParent(self)
        self.box.setAccessibleName(name)
        self.box.activated.connect(self._on_activated)
        label = QLabel(self.tr("Hiểu là:"), self)
        label.setBuddy(self.box)
        below = QHBoxLayout()
        below.addWidget(label)
        below.addWidget(self.box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.view, 1)
        column.addLayout(below)

    def show_session(self, session: ImportSession) -> None:
        """Show what the file is taken for now."""
        self.session = session
        row = self.view.chosen
        self._rows = self.rows(session)
        self.fill(session)
        self.view.lines.show_lines(self._rows)
        self.view.choose(min(row or 0, len(self._rows) - 1))
        self.box.setEnabled(bool(self._rows))

    # For the two kinds

    def rows(self, session: ImportSession) -> list[Any]:
        """The places."""
        raise NotImplementedError

    def texts(self, row: Any) -> Sequence[str]:
        """The texts of a place."""
        raise NotImplementedError

    def fill(self, session: ImportSession) -> None:
        """What places can be taken for."""
        raise NotImplementedError

    def held(self, row: Any) -> object:
        """What a place is taken for now: the data of an item of the box."""
        raise NotImplementedError

    def decide(self, row: Any, data: Any) -> None:
        """Take a place for something else."""
        raise NotImplementedError

    def _on_chosen(self, row: int) -> None:
        at = self.box.findData(self.held(self._rows[row]))
        self.box.setCurrentIndex(max(at, 0))

    def _on_activated(self, at: int) -> None:
        row = self.view.chosen
        if row is None or self.box.itemData(at) == self.held(self._rows[row]):
            return
        self.decide(self._rows[row], self.box.itemData(at))
        self.changed.emit()


class ColumnPanel(MappingPanel):
    """The columns."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until a session is shown."""
        box = QComboBox(parent)
        name = translate("ColumnPanel", "Ý nghĩa của cột")
        headings = (
            translate("ColumnPanel", "Cột"),
            translate("ColumnPanel", "Tiêu đề trên tệp"),
            translate("ColumnPanel", "Hiểu là"),
        )
        super().__init__(name, headings, box, parent)
        self.view.set_widths((6, 24, 28), 1)

    def rows(self, session: ImportSession) -> list[ReadColumn]:
        """The columns that have a heading."""
        return list(session.understood.proposal.columns) if session.understood else []

    def texts(self, row: ReadColumn) -> Sequence[str]:
        """Letters, heading, meaning."""
        letters = self.tr("{column} (ẩn)").format(column=row.column) if row.hidden else row.column
        names = self.session is not None and self.session.holds_names(row.sheet, row.column)
        meaning = column_meaning(row, names=names)
        if self.session is not None and self.session.is_recalled(f"{row.sheet}!{row.column}"):
            meaning = self.tr("{meaning} (nhớ từ lần trước)").format(meaning=meaning)
        return letters, " ".join(row.heading.split()), meaning

    def fill(self, session: ImportSession) -> None:
        """The cells of a row of the plan or review, or what a register's columns hold."""
        self.box.clear()
        self.box.addItem(self.tr("Không nhập cột này"), "")
        found = session.understood
        if found is None:
            return
        if found.proposal.what is What.REGISTER:
            for held, word in HELD.items():
                self.box.addItem(intake_words(word), held)
            return
        planned = found.proposal.what is What.PLAN
        year = found.proposal.year if planned else found.proposal.year + 1
        for cell in CELLS_OF_PLAN if planned else CELLS_OF_REVIEW:
            self.box.addItem(cell_name(cell, Series.POOR, year), cell.value)

    def held(self, row: ReadColumn) -> object:
        """The cell's name or what a register's column holds, empty when it is not taken."""
        return row.held if row.slot is None else row.slot.cell.value

    def decide(self, row: ReadColumn, data: str) -> None:
        """Take the column for another cell."""
        if self.session is not None:
            meant = Held(data) if data in HELD else Cell(data) if data else None
            self.session.decide_column(row.sheet, row.column, meant)


class UnitPanel(MappingPanel):
    """The rows and the units they are about."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until a session is shown."""
        box = unit_box(parent)
        name = translate("UnitPanel", "Đơn vị của dòng")
        headings = (
            translate("UnitPanel", "Ô"),
            translate("UnitPanel", "Tên trên tệp"),
            translate("UnitPanel", "Hiểu là"),
            translate("UnitPanel", "Theo"),
        )
        super().__init__(name, headings, box, parent)
        self.view.set_widths((8, 20, 20, 20), 1)

    def rows(self, session: ImportSession) -> list[ReadUnit]:
        """The rows of units, from the top."""
        return list(session.understood.proposal.units[:MOST_UNITS]) if session.understood else []

    def texts(self, row: ReadUnit) -> Sequence[str]:
        """Place, name as written, unit meant, how it was found."""
        named, how = ("", "")
        if self.session is not None:
            named, how = unit_meaning(self.session.shown_plan, row)
            if self.session.is_recalled(f"{row.sheet}!{row.cell}"):
                how = self.tr("nhớ từ lần trước")
        return row.cell, " ".join(row.text.split()), named, how

    def fill(self, session: ImportSession) -> None:
        """The units of the plan."""
        plan = session.shown_plan
        if self.box.count() == len(plan.tree.units) + 1:
            return
        self.box.clear()
        self.box.addItem(self.tr("Không nhập dòng này"), "")
        for unit in plan.tree.units:
            self.box.addItem(answer_text(plan, unit), unit)

    def held(self, row: ReadUnit) -> object:
        """The unit, empty when the row is not taken."""
        return row.unit or ""

    def decide(self, row: ReadUnit, data: str) -> None:
        """Take the row for another unit."""
        if self.session is not None:
            self.session.decide_unit(row.sheet, row.cell, data or None)
