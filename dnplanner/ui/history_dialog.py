"""The document's history: what was changed, when and by whom; and the way back to any state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

from dnplanner.core.errors import PlannerError
from dnplanner.core.plan import HouseholdsEndKey, ObservedKey, TargetKey
from dnplanner.core.unit_names import plain
from dnplanner.models.history import (
    DifferenceLine,
    HistoryLine,
    compare_states,
    first_line,
    history_lines,
    return_edit,
    state_name,
)
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.background import Background
from dnplanner.ui.comparison_dialog import ComparisonDialog
from dnplanner.ui.line_dialog import LineDialog
from dnplanner.ui.name_dialog import NameDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.core.comparison import Progress
    from dnplanner.core.entry import Cell
    from dnplanner.core.plan import Key
    from dnplanner.models.document import Document
    from dnplanner.models.keeper import Keeper
    from dnplanner.storage.logged import LoggedChange


class CellFilter:
    """Lets through the changes that touch one cell of one unit."""

    def __init__(self, unit: str, cell: Cell | None, words: str) -> None:
        """``words`` say which cell it is; without a cell all changes of the unit pass."""
        self.words = words
        self._unit = unit
        self._cell = cell

    def passes(self, keys: frozenset[Key]) -> bool:
        """Whether one of ``keys`` is about the cell."""
        return any(getattr(key, "unit", None) == self._unit and self._fits(key) for key in keys)

    def _fits(self, key: Key) -> bool:
        if self._cell is None:
            return True
        if isinstance(key, ObservedKey):
            counted = self._cell.value.startswith("poor") == key.measure.value.endswith("poor")
            return self._cell.value.endswith("_start") and counted
        if isinstance(key, HouseholdsEndKey):
            return self._cell.value == "households_end"
        planned = ("reduction", "points", "poor_end", "rate_end")
        return isinstance(key, TargetKey) and self._cell.value in planned


class HistoryDialog(LineDialog):
    """All changes, latest first; filtered by words or by one cell.

    Each line is a state of the document, which can be had back, and compared with now or, when two
    are chosen, with another one.
    """

    return_asked = Signal(object)
    """A past state is to be had back; carries the Edit that leads there."""

    def __init__(
        self, document: Document, keeper: Keeper, only: CellFilter | None, parent: QWidget
    ) -> None:
        """The history of ``document``; ``only`` shows that of one cell."""
        headings = (
            self.tr("Số"),
            self.tr("Thời gian"),
            self.tr("Người · máy"),
            self.tr("Thay đổi"),
            self.tr("Phiên bản · tệp nguồn"),
        )
        super().__init__(self.tr("Lịch sử"), LineTable(headings, _texts, frozenset({0})), parent)
        self._document = document
        self._keeper = keeper
        self._only = only
        self._lines: Sequence[HistoryLine] = ()
        self._first: Sequence[HistoryLine] = ()
        self._changes: list[LoggedChange] = []
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Lọc theo đơn vị hoặc nội dung…"))
        self.filter.setAccessibleName(self.tr("Lọc lịch sử"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.column.insertWidget(0, self.filter)
        self.set_widths((8, 22, 22, 40, 26), 3)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._back = self.add_main_button(self.tr("Quay về thời điểm này"), self._on_return)
        self._compare = self.add_button(self.tr("So sánh với hiện tại…"), self._on_compare)
        self._compare_two = self.add_button(self.tr("So sánh hai thời điểm…"), self._on_compare_two)
        self._compare_two.setToolTip(self.tr("Giữ Ctrl và chọn hai dòng để so sánh với nhau"))
        self.add_button(self.tr("Đặt tên trạng thái hiện tại…"), self._on_name)
        self.view.selectionModel().selectionChanged.connect(self._on_chosen)
        self._on_chosen()
        self.tell(self.tr("Đang đọc lịch sử…"))
        self._load()

    def _load(self) -> None:
        plan, versions = self._document.plan, list(self._keeper.versions)
        history = self._keeper.history()

        def read(_work: Background) -> tuple[list[LoggedChange], list[HistoryLine]]:
            changes = history()
            return changes, history_lines(plan, changes, versions)

        work = Background(read, self)
        work.done.connect(self._on_read)
        work.failed.connect(self._on_unread)
        work.start()

    def _on_read(self, found: tuple[list[LoggedChange], list[HistoryLine]]) -> None:
        self._changes, self._lines = found
        first = first_line(self._keeper.versions)
        self._first = [first] if self._lines or first.versions else []
        self._show()

    def _on_unread(self, error: Exception) -> None:
        if not isinstance(error, PlannerError):
            raise error
        self.tell(refusal_sentence(error))

    def _show(self) -> None:
        wanted = plain(self.filter.text())
        lines, first = (
            [line for line in all_lines if wanted in plain(" ".join(_texts(line)))]
            for all_lines in (self._lines, self._first)
        )
        if self._only is not None:
            lines, first = [line for line in lines if self._only.passes(line.keys)], []
        self.model.show_lines([*lines, *first])
        self.tell(self._state(len(lines)))
        if lines or first:
            self.choose_row(0)

    def _state(self, shown: int) -> str:
        if not self._lines:
            return self.tr("Chưa có thay đổi nào.")
        count = self.tr("{shown} trong {all} thay đổi").format(shown=shown, all=len(self._lines))
        return f"{self._only.words} · {count}" if self._only else count

    def _on_chosen(self) -> None:
        chosen = len(self.chosen_rows())
        self._back.setEnabled(chosen == 1)
        self._compare.setEnabled(chosen == 1)
        self._compare_two.setEnabled(chosen == 2)

    def _on_return(self) -> None:
        line = self._chosen()
        if line is not None:
            self.accept()
            self.return_asked.emit(return_edit(self._changes, line.sequence))

    def _on_compare(self) -> None:
        line = self._chosen()
        if line is not None:
            title = self.tr("So sánh: {state} và hiện tại").format(state=state_name(line))
            self._compare_states(title, line.sequence, self._changes[-1].sequence)

    def _on_compare_two(self) -> None:
        chosen: list[HistoryLine] = [self.model.line(row) for row in self.chosen_rows()]
        if len(chosen) == 2:
            second, first = chosen  # the latest stands above
            title = self.tr("So sánh: {first} và {second}").format(
                first=state_name(first), second=state_name(second)
            )
            self._compare_states(title, first.sequence, second.sequence)

    def _compare_states(self, title: str, first: int, second: int) -> None:
        """The states after two changes, side by side."""
        plan, changes = self._document.plan, list(self._changes)

        def find(progress: Progress) -> list[DifferenceLine]:
            return compare_states(plan, changes, first, second, progress)

        dialog = ComparisonDialog(title, find, self)
        dialog.failed.connect(self._on_unread)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_name(self) -> None:
        dialog = NameDialog(
            self.tr("Đặt tên phiên bản"),
            self.tr("Tên phiên bản:"),
            self.tr("Bản trình UBND"),
            self._keeper.name_version,
            self,
        )
        dialog.taken.connect(self._load)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self) -> HistoryLine | None:
        row = self.chosen_row()
        if row is None:
            return None
        line: HistoryLine = self.model.line(row)
        return line


def _texts(line: HistoryLine) -> tuple[str, ...]:
    remarks = " · ".join((*line.versions, *filter(None, (line.source,))))
    number = str(line.sequence) if line.sequence else ""
    return number, line.time, line.author, line.sentence, remarks
