"""Units from menus: add, rename, remove, reorder."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from dnplanner.core.errors import PlannerError
from dnplanner.core.territory import add_unit, move_unit, remove_unit
from dnplanner.core.units import Unit
from dnplanner.models.columns import NAME
from dnplanner.ui.name_dialog import NameDialog

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.models.document import Document
    from dnplanner.ui.plan_sheet import PlanSheet


class UnitMenu(QMenu):
    """The commands on the unit of the current row."""

    refused = Signal(object)

    def __init__(self, document: Document, sheet: PlanSheet) -> None:
        """Commands on the units of ``document`` by where ``sheet`` stands."""
        super().__init__(sheet)
        self._document = document
        self._sheet = sheet
        self.setTitle(self.tr("Đơn &vị"))
        self.addAction(self.tr("&Thêm đơn vị…"), "Ctrl+Shift+N", self.add)
        self.addAction(self.tr("Thêm đơn vị cấ&p dưới…"), self.add_below)
        self.addAction(self.tr("Đổ&i tên"), self.rename)
        self.addAction(self.tr("Xóa đơn &vị"), "Ctrl+Delete", self.remove)
        self.addSeparator()
        self.addAction(self.tr("C&huyển lên"), "Alt+Shift+Up", self.move_up)
        self.addAction(self.tr("Chuyển x&uống"), "Alt+Shift+Down", self.move_down)

    def add(self) -> None:
        """Ask for the name of a new unit beside the current one."""
        unit = self._current()
        plan = self._document.plan
        self._ask(plan.unit(unit).parent or plan.tree.root if unit else plan.tree.root)

    def add_below(self) -> None:
        """Ask for the name of a new unit under the current one."""
        self._ask(self._current() or self._document.plan.tree.root)

    def rename(self) -> None:
        """Edit the current unit's name in its cell."""
        current = self._sheet.body.currentIndex()
        if current.isValid():
            self._sheet.body.go_to(current.row(), NAME)
            self._sheet.body.edit(self._sheet.body.currentIndex())

    def remove(self) -> None:
        """Remove the current unit and what is below it; undo brings all of it back."""
        unit = self._current()
        if unit is not None:
            self._perform(remove_unit(self._document.plan, unit))

    def move_up(self) -> None:
        """The current unit one place up among its siblings."""
        self._move(-1)

    def move_down(self) -> None:
        """The current unit one place down among its siblings."""
        self._move(1)

    def _move(self, steps: int) -> None:
        unit, column = self._current(), self._sheet.body.currentIndex().column()
        if unit is not None:
            self._perform(move_unit(self._document.plan, unit, steps))
            self._sheet.show_cell(unit, column)

    def _perform(self, edit: Edit) -> None:
        try:
            self._document.perform(edit)
        except PlannerError as error:
            self.refused.emit(error)

    def _current(self) -> str | None:
        current = self._sheet.body.currentIndex()
        return self._sheet.body_model.unit_at(current.row()) if current.isValid() else None

    def _ask(self, parent: str) -> None:
        self._parent = parent
        dialog = NameDialog(
            self.tr("Thêm đơn vị"), self.tr("Tên đơn vị:"), "", self._add, self._sheet.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add(self, name: str) -> None:
        plan = self._document.plan
        siblings = plan.tree.children_of(self._parent)
        level = plan.unit(siblings[0]).level if siblings else ""
        identifier = uuid.uuid4().hex
        added = Unit(name, self._parent, 0, "", level)
        self._document.perform(add_unit(plan, identifier, added))
        self._sheet.show_cell(identifier, NAME + 1)
