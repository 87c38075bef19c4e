"""The file as it was read: its sheets, and the header row for whoever has to point at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dnplanner.exchange.table_finding import Pointed
from dnplanner.models.grid_preview import GridPreview, Marks
from dnplanner.models.import_task import place_on_sheet
from dnplanner.models.intake_lines import column_meaning, doubt_reason

if TYPE_CHECKING:
    from dnplanner.exchange.grid import Grid
    from dnplanner.exchange.proposals import Doubt
    from dnplanner.models.import_session import ImportSession
    from dnplanner.models.import_task import FileRead
    from dnplanner.ui.theme import Theme

_WIDEST, _NARROWEST = 26, 11
_HEADER_LINES = 4
_SIZED_ROWS = 60


class GridPane(QWidget):
    """A tab for each sheet over its cells."""

    pointed = Signal(object)
    """The selected rows are the header; carries a Pointed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Empty until a file is shown."""
        super().__init__(parent)
        self._grid: Grid | None = None
        self._widths: tuple[int, ...] = ()
        self._marks: dict[str, Marks] = {}
        self.model = GridPreview(self)
        self.model.set_colours(theme.warning_soft, theme.total, theme.muted)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Các trang của tệp"))
        self.tabs.currentChanged.connect(self._on_tab)
        self.view = QTableView(self)
        self.view.setAccessibleName(self.tr("Tệp như đã đọc"))
        self.view.setModel(self.model)
        self.view.setTabKeyNavigation(False)
        self.view.setWordWrap(False)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.view.horizontalHeader()
        wrapped = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        header.setDefaultAlignment(Qt.AlignmentFlag(wrapped | int(Qt.TextFlag.TextWordWrap)))
        header.setFixedHeight(self.fontMetrics().lineSpacing() * _HEADER_LINES + 6)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.head = QPushButton(self.tr("Dòng đang chọn là &tiêu đề"), self)
        self.head.setAutoDefault(False)
        self.head.setToolTip(
            self.tr("Chọn các dòng tiêu đề của bảng rồi bấm, khi chương trình nhận sai bảng.")
        )
        self.head.clicked.connect(self._on_head)
        self._lay_out()

    def show_file(self, file: FileRead) -> None:
        """Show a file's sheets."""
        grid = self._grid = file.grid
        self._widths = file.widths
        while self.tabs.count():
            self.tabs.removeTab(0)
        for sheet in grid.sheets:
            name = self.tr("{name} (ẩn)").format(name=sheet.name) if sheet.hidden else sheet.name
            self.tabs.addTab(name)
        self.tabs.setVisible(len(grid.sheets) > 1)

    def mark(self, session: ImportSession) -> None:
        """Show what the session knows about the places."""
        self._marks = _marks(session)
        name = self._sheet_name()
        if name is not None:
            self.model.mark(self._marks.get(name, Marks()))

    def show_place(self, doubt: Doubt) -> None:
        """Bring the place of a question into view and select it."""
        if self._grid is None:
            return
        names = [sheet.name for sheet in self._grid.sheets]
        if doubt.sheet in names:
            self.tabs.setCurrentIndex(names.index(doubt.sheet))
        row, column = place_on_sheet(doubt.cell)
        index = self.model.index(self.model.bring(row or 0), column)
        if row is None:
            self.view.selectColumn(column)
            self.view.scrollTo(index)
        elif index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _sheet_name(self) -> str | None:
        at = self.tabs.currentIndex()
        return self._grid.sheets[at].name if self._grid is not None and at >= 0 else None

    def _on_tab(self, at: int) -> None:
        if self._grid is None or not 0 <= at < len(self._grid.sheets):
            return
        sheet = self._grid.sheets[at]
        self.model.show_sheet(sheet, self._widths[at], self._marks.get(sheet.name, Marks()))
        self._size_columns()

    def _size_columns(self) -> None:
        """By the texts of the first rows, once for each sheet."""
        character = self.fontMetrics().horizontalAdvance("0")
        for column in range(self.model.columnCount()):
            rows = range(min(_SIZED_ROWS, self.model.rowCount()))
            lengths = [len(self.model.shown_text(row, column)) for row in rows]
            usual = sorted(length for length in lengths if length) or [0]
            width = usual[len(usual) * 2 // 3] + 3
            width = max(_NARROWEST, min(_WIDEST, width))
            self.view.setColumnWidth(column, width * character)

    def _on_head(self) -> None:
        name = self._sheet_name()
        rows = [self.model.sheet_row(index.row()) for index in self.view.selectedIndexes()]
        if name is not None and rows:
            self.pointed.emit(Pointed(name, min(rows), max(rows)))

    def current(self) -> QModelIndex:
        """The current cell in the window of rows."""
        return self.view.currentIndex()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Tệp như đã đọc"), self)
        title.setObjectName("heading")
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch(1)
        top.addWidget(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 6, 0)
        column.addLayout(top)
        column.addWidget(self.tabs)
        column.addWidget(self.view, 1)


def _marks(session: ImportSession) -> dict[str, Marks]:
    """The marks of each sheet."""
    found = session.understood
    if found is None:
        return {}
    plan, asked = found.plan, session.doubt_lines()
    marks: dict[str, Marks] = {}
    for sheet in found.proposal.grid.sheets:
        columns = {
            place_on_sheet(column.column)[1]: column_meaning(column)
            for column in found.proposal.columns
            if column.sheet == sheet.name and (column.slot is not None or column.held)
        }
        lines = [line for line in asked if line.doubt.sheet == sheet.name]
        reasons = {
            _cell(line.doubt): doubt_reason(plan, line.doubt) for line in lines if line.is_open
        }
        decided = frozenset(_cell(line.doubt) for line in lines if not line.is_open)
        named = found.named.get(sheet.name, frozenset())
        marks[sheet.name] = Marks(columns, reasons, decided, named)
    return marks


def _cell(doubt: Doubt) -> tuple[int, int]:
    row, column = place_on_sheet(doubt.cell)
    return row or 0, column
