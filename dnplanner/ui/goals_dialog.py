"""The goals from above (chỉ tiêu được giao): list, add, change, remove; how they are read."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.errors import PlannerError
from dnplanner.core.goal_edits import add_goal, change_goal, remove_goal, set_reading
from dnplanner.core.goals import contradicted
from dnplanner.core.plan import Reading
from dnplanner.models.goals_model import GoalPlace, GoalsModel
from dnplanner.models.result import contradiction_words, row_of
from dnplanner.override import override
from dnplanner.ui.asking import Doubt, ask
from dnplanner.ui.goal_form import GoalForm
from dnplanner.ui.labels import section_title, tint
from dnplanner.ui.screen_room import within_screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Goal, Plan
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_SIZE = (1080, 560)
_AIR = 14
_STRETCHED = GoalPlace.SOURCE


class GoalsDialog(QDialog):
    """Every button is one undo step of the document."""

    data_requested = Signal(object)
    """The counts of a goal are to be entered; carries its Series."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget) -> None:
        """Edit the goals of ``document``."""
        super().__init__(parent)
        self._document = document
        self.setWindowTitle(self.tr("Chỉ tiêu được giao"))
        self.model = GoalsModel(document, self)
        self.table = self._table()
        self.form = GoalForm(document.plan, theme, self)
        self.add = self._button(self.tr("&Thêm mới"), self._on_add)
        self.change = self._button(self.tr("&Lưu thay đổi"), self._on_change)
        self.remove = self._button(self.tr("&Xóa"), self._on_remove)
        self.enter = self._button(self.tr("&Nhập số liệu…"), self._on_enter)
        self.exact = QRadioButton(self.tr("Chính xác (mặc định)"), self)
        self.rounded = QRadioButton(self.tr("Theo số đã làm tròn như in trong phụ lục"), self)
        self._readings = QButtonGroup(self)
        self._readings.addButton(self.exact)
        self._readings.addButton(self.rounded)
        self._explanation = QLabel(self)
        self._explanation.setWordWrap(True)
        tint(self._explanation, theme.muted)
        self._lay_out()
        self._connect()
        self._fit_columns()
        self.resize(within_screen(self, *_SIZE))
        self._select(0)
        self._refresh()

    def _select(self, row: int) -> None:
        """Show a goal in the form; a new one starts from what is there."""
        index = self.model.index(row, 0)
        self.table.setCurrentIndex(index)
        self._show_current()

    def _current(self) -> str | None:
        return self.model.goal_at(self.table.currentIndex().row())

    def _on_row_changed(self, now: QModelIndex, before: QModelIndex) -> None:
        """Another goal is looked at; what was typed and not written is asked about first."""
        typed_at = self.model.goal_at(before.row()) if now.isValid() and before.isValid() else None
        if typed_at is None or not self.form.was_edited or not self._differs(typed_at):
            self._show_current()
            return
        # After the view is done with the key or the click that brought it here.
        QTimer.singleShot(0, self, partial(self._ask_to_leave, now.row(), before.row()))

    def _ask_to_leave(self, wanted: int, typed_at: int) -> None:
        """Stay at the row that was typed into, unless the user gives that up."""
        selection = self.table.selectionModel()
        selection.blockSignals(True)
        self.table.setCurrentIndex(self.model.index(typed_at, 0))
        selection.blockSignals(False)
        self.table.viewport().update()
        doubt = Doubt(
            self.tr("Chỉ tiêu đang gõ chưa được thêm hay lưu."),
            self.tr("Xem chỉ tiêu khác sẽ bỏ những gì vừa gõ."),
            self.tr("Bỏ và xem"),
        )
        ask(doubt, partial(self._leave_for, wanted), self)

    def _leave_for(self, row: int) -> None:
        self.form.was_edited = False
        self._select(row)

    def _show_current(self) -> None:
        goal = self._current()
        if goal is not None:
            self.form.show_goal(self._document.plan.goal(goal))
        self._refresh()

    def _refresh(self) -> None:
        """Buttons that would do nothing are off; the explanation fits the reading."""
        goal = self._current()
        row = self.table.currentIndex().row()
        self.remove.setEnabled(goal is not None)
        self.change.setEnabled(goal is not None and self._differs(goal))
        self.enter.setEnabled(goal is not None and self.model.is_met(row) is None)
        exact = self._document.plan.reading is Reading.EXACT
        (self.exact if exact else self.rounded).setChecked(True)
        self._explanation.setText(self._explained(exact=exact))

    def _explained(self, *, exact: bool) -> str:
        if exact:
            return self.tr(
                "“Từ 0,8 trở lên” nghĩa là giảm đúng 0,8 điểm % hoặc hơn: giảm 0,7888 là chưa đạt, "
                "dù phụ lục in thành 0,8."
            )
        return self.tr(
            "“Từ 0,8 trở lên” được so với số in trong phụ lục: giảm 0,7888 in thành 0,8 nên "
            "coi là đạt."
        )

    def _differs(self, goal: str | None) -> bool:
        """Whether the form holds something else than the plan; what cannot be read differs."""
        try:
            typed = self.form.goal()
        except PlannerError:
            return True
        if goal is None:
            return True
        known = self._document.plan.goal(goal)
        return typed._replace(position=known.position) != known

    def _write(self, identifier: str, written: Callable[[Plan, str, Goal], Edit]) -> None:
        """Take the form's goal; one that another excludes only when the user says so."""
        plan = self._document.plan
        try:
            goal = self.form.goal()
            edit = written(plan, identifier, goal)
        except PlannerError as error:
            self.form.refuse(error)
            return
        row = row_of(self._document, goal)
        found = contradicted(plan, goal, row, identifier)
        if found is None:
            self._perform(edit, identifier)
            return
        doubt = Doubt(
            contradiction_words(found, goal),
            self.tr("Chỉ ghi cả hai khi hai văn bản thật sự giao như vậy."),
            self.tr("Vẫn ghi"),
        )
        ask(doubt, partial(self._perform, edit, identifier), self)

    def _perform(self, edit: Edit, identifier: str) -> None:
        self._document.perform(edit)
        self._select(self.model.row_of(identifier))

    def _on_add(self) -> None:
        self._write(uuid.uuid4().hex, add_goal)

    def _on_change(self) -> None:
        goal = self._current()
        if goal is not None:
            self._write(goal, change_goal)

    def _on_remove(self) -> None:
        goal, row = self._current(), self.table.currentIndex().row()
        if goal is not None:
            self._document.perform(remove_goal(self._document.plan, goal))
            self._select(min(row, self.model.rowCount() - 1))

    def _on_enter(self) -> None:
        """Close, and switch the table to the goal's series."""
        goal = self._current()
        if goal is not None:
            self.data_requested.emit(self._document.plan.goal(goal).series)
            self.accept()

    def _on_reading(self) -> None:
        reading = Reading.EXACT if self.exact.isChecked() else Reading.ROUNDED
        row = self.table.currentIndex().row()
        self._document.perform(set_reading(self._document.plan, reading))
        self._select(row)

    def _is_unwritten(self) -> bool:
        """Whether something was typed that is neither added nor saved."""
        return self.form.was_edited and self._differs(self._current())

    def _connect(self) -> None:
        self.model.modelReset.connect(self._fit_columns)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.form.edited.connect(self._refresh)
        self.exact.clicked.connect(self._on_reading)
        self.rounded.clicked.connect(self._on_reading)

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Danh sách chỉ tiêu được giao"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_STRETCHED, QHeaderView.ResizeMode.Stretch)
        return table

    def _fit_columns(self) -> None:
        self.table.resizeColumnsToContents()
        for place in GoalPlace:
            if place is not _STRETCHED:
                self.table.setColumnWidth(place, self.table.columnWidth(place) + _AIR)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.change, self.remove, self.enter):
            buttons.addWidget(button)
        buttons.addStretch(1)
        reading = QHBoxLayout()
        reading.addWidget(QLabel(self.tr("Đọc “từ X trở lên”:"), self))
        reading.addWidget(self.exact)
        reading.addWidget(self.rounded)
        reading.addStretch(1)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        closing.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(section_title(self.tr("Chỉ tiêu đang chọn, hoặc chỉ tiêu mới"), self))
        column.addWidget(self.form)
        column.addLayout(buttons)
        column.addSpacing(6)
        column.addLayout(reading)
        column.addWidget(self._explanation)
        column.addWidget(closing)

    # Qt overrides

    @override
    def reject(self) -> None:
        """Close; what was typed and not written is asked about first."""
        if not self._is_unwritten():
            super().reject()
            return
        doubt = Doubt(
            self.tr("Chỉ tiêu đang gõ chưa được thêm hay lưu."),
            self.tr("Đóng bảng này sẽ bỏ những gì vừa gõ."),
            self.tr("Bỏ và đóng"),
        )
        ask(doubt, partial(self.done, QDialog.DialogCode.Rejected), self)
