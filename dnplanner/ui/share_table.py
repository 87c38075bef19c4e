"""The table of the sharing dialog: limits typed at the left, what comes of them at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.pasting import parse_block
from dnplanner.models.share_columns import Place, least_width
from dnplanner.models.share_demand import refusal_of_text
from dnplanner.models.share_model import TYPED, ShareModel
from dnplanner.override import override
from dnplanner.ui.grouped_header import GroupedHeader
from dnplanner.ui.refusing_delegate import RefusingDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dnplanner.core.errors import PlannerError
    from dnplanner.ui.theme import Theme

_ROW_LINES = 1.6
_PADDING = 8
_BOX = 16
_CHECK_STATE = Qt.ItemDataRole.CheckStateRole
_SELECTED = QStyle.StateFlag.State_Selected
_Index = QModelIndex | QPersistentModelIndex


class ShareDelegate(RefusingDelegate):
    """Paints the cells; a click or the space bar anywhere in a lock cell turns it."""

    def __init__(self, model: ShareModel, theme: Theme, parent: QObject) -> None:
        """Paint cells of ``model``."""
        super().__init__(theme, parent)
        self._model = model

    @override
    def refusal(self, index: _Index, text: str) -> PlannerError | None:
        """Numbers must be well written; what they lead to is told under the table."""
        return refusal_of_text(Place(index.column()), text)

    def _colour(self, index: _Index) -> str:
        place, theme = Place(index.column()), self._theme
        if self._model.is_total(index.row()) or place is Place.UNIT:
            return theme.text
        if place is Place.AFTER:
            return theme.ink if self._model.is_locked(index.row()) else theme.text
        return theme.ink if place in TYPED else theme.muted

    def _paint_box(self, painter: QPainter, rect: QRect, *, checked: bool) -> None:
        box = QRect(0, 0, _BOX, _BOX)
        box.moveCenter(rect.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.ink if checked else self._theme.faint), 1.2))
        painter.setBrush(QColor(self._theme.ink) if checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            painter.setPen(QPen(QColor(self._theme.base), 2))
            left, middle = box.left(), box.center().y()
            tick = [(left + 4, middle), (left + 7, middle + 4), (left + 12, middle - 3)]
            painter.drawPolyline([QPoint(x, y) for x, y in tick])

    # Qt overrides

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Text in the ink of what it is, results in bold."""
        total, rect = self._model.is_total(index.row()), option.rect
        theme, place = self._theme, Place(index.column())
        painter.save()
        selected = bool(option.state & _SELECTED)
        plain = theme.total if total else theme.base
        painter.fillRect(rect, QColor(theme.selection if selected else plain))
        painter.setPen(QColor(theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = QFont(option.font)
        if total or place is Place.AFTER:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._colour(index)))
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), text)
        checked = index.data(_CHECK_STATE)
        if checked is not None:
            self._paint_box(painter, rect, checked=checked == Qt.CheckState.Checked)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Turn a lock."""
        checked = index.data(_CHECK_STATE)
        if checked is None:
            return super().editorEvent(event, model, option, index)
        clicked = event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent)
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not clicked and not pressed:
            return False
        locked = checked == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if locked else Qt.CheckState.Checked
        return model.setData(index, state, _CHECK_STATE)


class ShareView(QTableView):
    """A table with a spreadsheet's keys: type, Enter goes down, Delete empties, Ctrl+V pastes."""

    refused = Signal(object)
    """A pasted column was not taken; carries the PlannerError."""

    def __init__(self, model: ShareModel, theme: Theme, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._share_model = model
        self.setModel(model)
        self.cells = ShareDelegate(model, theme, self)
        self.setItemDelegate(self.cells)
        self.cells.moved_on.connect(self._move_current)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(10)
        self.verticalHeader().setDefaultSectionSize(self.row_height)

    @property
    def row_height(self) -> int:
        """Height of one row in pixels."""
        return int(self.fontMetrics().height() * _ROW_LINES)

    def paste(self) -> None:
        """The clipboard's first column into the current column, from the current row down."""
        index = self.currentIndex()
        block = parse_block(QGuiApplication.clipboard().text())
        if not index.isValid() or Place(index.column()) not in TYPED or not block:
            return
        texts = [line[0] if line else "" for line in block]
        refusal = self._share_model.take_column(index.row(), Place(index.column()), texts)
        if refusal is not None:
            self.refused.emit(refusal)

    def clear_selected(self) -> None:
        """Empty what was typed into the selected cells."""
        for index in self.selectedIndexes():
            if Place(index.column()) in TYPED:
                self._share_model.setData(index, "")

    def _move_current(self, down: int, right: int) -> None:
        current = self.currentIndex()
        row = min(max(current.row() + down, 0), self.model().rowCount() - 2)
        column = min(max(current.column() + right, 0), len(Place) - 1)
        self.setCurrentIndex(self.model().index(row, column))

    # Qt overrides

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a cell's editor rather than closing the dialog."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.clear_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._move_current(1, 0)
        else:
            super().keyPressEvent(event)


class ShareTable(QWidget):
    """The units over the total, which is always in view."""

    current_changed = Signal()
    """Another row is the current one."""
    refused = Signal(object)

    def __init__(self, model: ShareModel, theme: Theme, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._model = model
        self.body = ShareView(model, theme, self)
        self.total = ShareView(model, theme, self)
        self.header = GroupedHeader(self._group_of, theme, self.body)
        self.body.setHorizontalHeader(self.header)
        self.total.horizontalHeader().hide()
        self.total.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.total.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.total.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.total.setFixedHeight(self.total.row_height + 1)
        self.body.setAccessibleName(self.tr("Bảng phân bổ"))
        self.total.setAccessibleName(self.tr("Dòng tổng cộng"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(self.total)
        column.addStretch(0)
        self.body.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.body.refused.connect(self.refused)
        model.modelReset.connect(self._part_rows)
        self._part_rows()
        self.show_weights(wanted=False)

    @property
    def current_row(self) -> int:
        """The row the user is in, −1 for none."""
        return self.body.currentIndex().row()

    def show_weights(self, *, wanted: bool) -> None:
        """Show the column of the user's own weights only when it counts."""
        for view in (self.body, self.total):
            view.setColumnHidden(Place.WEIGHT, not wanted)
        self._fit_widths()

    def settle(self) -> bool:
        """Take the value being typed; False when it is refused and stays in its editor."""
        return self.body.cells.settle()

    def _group_of(self, logical: int) -> str:
        if Place.LOCK <= logical <= Place.WEIGHT:
            return self.tr("Điều kiện")
        if Place.BEFORE <= logical <= Place.DIFFERENCE:
            return self.tr("Số hộ giảm trong năm")
        if Place.POINTS <= logical <= Place.RATE:
            return self.tr("Sau khi phân bổ")
        return ""

    def _part_rows(self) -> None:
        last = self._model.rowCount() - 1
        for row in range(last + 1):
            self.body.setRowHidden(row, row == last)
            self.total.setRowHidden(row, row != last)
        rows = last * self.body.row_height
        self.body.setMaximumHeight(self.header.sizeHint().height() + rows)
        if last > 0:
            self.body.setCurrentIndex(self._model.index(0, Place.LOCK))

    def _fit_widths(self) -> None:
        character = self.fontMetrics().horizontalAdvance("0")
        shown = [place for place in Place if not self.body.isColumnHidden(place)]
        least = {place: least_width(place) * character for place in shown}
        bar = self.body.verticalScrollBar().sizeHint().width()
        scrolls = self.body.maximumHeight() > self.height() - self.total.height()
        room = self.width() - (bar if scrolls else 0)
        spare = max(0, room - sum(least.values()))
        growing = {Place.UNIT: spare // 3, Place.REASON: spare - spare // 3}
        for place, width in least.items():
            self.body.setColumnWidth(place, width + growing.get(place, 0))
            self.total.setColumnWidth(place, width + growing.get(place, 0))

    def _on_current_changed(self) -> None:
        self.current_changed.emit()

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """Twelve rows at most; more are scrolled."""
        rows = min(self._model.rowCount(), 13)
        return QSize(1080, self.header.sizeHint().height() + rows * self.body.row_height + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit_widths()
