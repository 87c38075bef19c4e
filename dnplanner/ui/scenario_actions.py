"""Scenarios from menus and the tool bar: switch, create, duplicate, rename, delete."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from dnplanner.core.errors import PlannerError
from dnplanner.core.scenarios import (
    create_scenario,
    delete_scenario,
    duplicate_scenario,
    rename_scenario,
)
from dnplanner.models.scenario_names import free_name, next_name
from dnplanner.ui.name_dialog import NameDialog
from dnplanner.ui.still_fields import StillBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.models.document import Document
    from dnplanner.ui.question_switch import QuestionSwitch


class ScenarioBox(StillBox):
    """Switches between the document's scenarios."""

    def __init__(
        self, document: Document, switch: QuestionSwitch, parent: QWidget | None = None
    ) -> None:
        """List the scenarios of ``document``."""
        super().__init__(parent)
        self._document = document
        self._switch = switch
        self.setSizeAdjustPolicy(StillBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaximumWidth(300)
        self.setAccessibleName(self.tr("Phương án"))
        self.activated.connect(self._on_activated)
        document.plan_changed.connect(self.refresh)
        document.question_changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the scenarios as they are now."""
        plan = self._document.plan
        wanted = [(plan.scenario(name).name, name) for name in plan.outline.scenarios]
        have = [(self.itemText(at), self.itemData(at)) for at in range(self.count())]
        if wanted != have:
            self.clear()
            for text, name in wanted:
                self.addItem(text, name)
        self.setCurrentIndex(self.findData(self._document.question.scenario))

    def _on_activated(self, place: int) -> None:
        question = self._document.question._replace(scenario=self.itemData(place))
        self._switch.show(question)


class YearBox(StillBox):
    """Switches between the plan years."""

    def __init__(
        self, document: Document, switch: QuestionSwitch, parent: QWidget | None = None
    ) -> None:
        """List the plan years of ``document``."""
        super().__init__(parent)
        self._document = document
        self._switch = switch
        self.setAccessibleName(self.tr("Năm kế hoạch"))
        self.activated.connect(self._on_activated)
        document.question_changed.connect(self.refresh)
        document.replaced.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """List the years as they are now."""
        years = list(self._document.plan.plan_years)
        if [self.itemData(at) for at in range(self.count())] != years:
            self.clear()
            for year in years:
                self.addItem(str(year), year)
        self.setCurrentIndex(self.findData(self._document.question.year))

    def _on_activated(self, place: int) -> None:
        question = self._document.question._replace(year=self.itemData(place))
        self._switch.show(question)


class ScenarioMenu(QMenu):
    """The commands on scenarios."""

    refused = Signal(object)

    def __init__(self, document: Document, window: QWidget) -> None:
        """Commands on the scenarios of ``document``; dialogs belong to ``window``."""
        super().__init__(window)
        self._document = document
        self._window = window
        self.setTitle(self.tr("&Phương án"))
        self.addAction(self.tr("Phương án &mới…"), self.create_new)
        self.addAction(self.tr("&Nhân bản…"), self.duplicate)
        self.addAction(self.tr("Đổi &tên…"), self.rename)
        self.addAction(self.tr("&Xóa"), self.delete)

    def create_new(self) -> None:
        """Ask for a name and start an empty scenario."""
        name = next_name(self._document.plan, self.tr("PA {number}"))
        self._ask(self.tr("Phương án mới"), name, self._create)

    def duplicate(self) -> None:
        """Ask for a name and copy the scenario shown."""
        plan = self._document.plan
        shown = plan.scenario(self._document.question.scenario).name
        name = free_name(plan, self.tr("{name} (bản sao)").format(name=shown))
        self._ask(self.tr("Nhân bản phương án"), name, self._duplicate)

    def rename(self) -> None:
        """Ask for another name of the scenario shown."""
        name = self._document.plan.scenario(self._document.question.scenario).name
        self._ask(self.tr("Đổi tên phương án"), name, self._rename)

    def delete(self) -> None:
        """Delete the scenario shown; undo brings it back."""
        scenario = self._document.question.scenario
        try:
            self._document.perform(delete_scenario(self._document.plan, scenario))
        except PlannerError as error:
            self.refused.emit(error)

    def _ask(self, title: str, name: str, take: Callable[[str], None]) -> None:
        label = self.tr("Tên phương án:")
        dialog = NameDialog(title, label, name, take, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _create(self, name: str) -> None:
        self._document.perform(create_scenario(self._document.plan, uuid.uuid4().hex, name))

    def _duplicate(self, name: str) -> None:
        scenario = self._document.question.scenario
        edit = duplicate_scenario(self._document.plan, scenario, uuid.uuid4().hex, name)
        self._document.perform(edit)

    def _rename(self, name: str) -> None:
        scenario = self._document.question.scenario
        self._document.perform(rename_scenario(self._document.plan, scenario, name))
