"""The first columns of a table, kept in view while the others scroll under them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from dnplanner.override import override
from dnplanner.ui.cell_delegate import CellDelegate
from dnplanner.ui.grouped_header import GroupedHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.ui.sheet_view import SheetView
    from dnplanner.ui.theme import Theme


class FrozenColumns(QObject):
    """Lays a second view of the first columns over a table once it is scrolled sideways.

    Until then there is nothing to freeze, and no second view exists. Typing always happens in the
    table itself, which scrolls back before one of these cells is edited.
    """

    def __init__(
        self,
        table: SheetView,
        count: int,
        theme: Theme,
        group_of: Callable[[int], str] | None = None,
    ) -> None:
        """Freeze the first ``count`` columns of ``table``; with ``group_of`` their headings too."""
        super().__init__(table)
        self._table = table
        self._count = count
        self._theme = theme
        self._group_of = group_of
        self._overlay: QTableView | None = None
        self._pressable: QWidget | None = None
        table.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        table.viewport().installEventFilter(self)

    @property
    def width(self) -> int:
        """Width of the frozen columns in pixels."""
        return sum(self._table.columnWidth(column) for column in range(self._count))

    @property
    def overlay(self) -> QTableView | None:
        """The second view, once there was need of it."""
        return self._overlay

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        if self._overlay is None:
            return
        delegate, header = self._overlay.itemDelegate(), self._overlay.horizontalHeader()
        if isinstance(delegate, CellDelegate):
            delegate.set_theme(theme)
        if isinstance(header, GroupedHeader):
            header.set_theme(theme)
        for widget in (self._overlay, self._overlay.viewport()):
            widget.setPalette(self._table.palette())
        self._overlay.viewport().update()

    def _on_scrolled(self, value: int) -> None:
        if value > 0 and self._overlay is None:
            self._overlay = self._make_overlay()
        if self._overlay is not None:
            self._overlay.setVisible(value > 0)
            self._place()

    def _make_overlay(self) -> QTableView:
        table = self._table
        overlay = QTableView(table)
        overlay.setModel(table.model())
        overlay.setSelectionModel(table.selectionModel())
        overlay.setItemDelegate(
            CellDelegate(table.plan_model, self._theme, whole=table.whole, view=overlay)
        )
        overlay.setPalette(table.palette())  # what lies under cells is the view's own colour
        overlay.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        overlay.setFrameShape(QFrame.Shape.NoFrame)
        overlay.setShowGrid(False)
        overlay.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        overlay.setVerticalScrollMode(table.verticalScrollMode())
        overlay.setAccessibleName(table.accessibleName())
        self._pressable = overlay.viewport()
        self._pressable.installEventFilter(self)
        self._head(overlay)
        rows = overlay.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(10)
        rows.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        for policy in (overlay.setVerticalScrollBarPolicy, overlay.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column in range(self._count, table.model().columnCount()):
            overlay.setColumnHidden(column, True)
        table.verticalScrollBar().valueChanged.connect(overlay.verticalScrollBar().setValue)
        overlay.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        return overlay

    def _head(self, overlay: QTableView) -> None:
        """The headings over the frozen columns, as tall as the table's own."""
        if self._group_of is None:
            overlay.horizontalHeader().hide()
        else:
            overlay.setHorizontalHeader(GroupedHeader(self._group_of, self._theme, overlay))

    def _place(self) -> None:
        overlay = self._overlay
        if overlay is None:
            return
        for column in range(self._count):
            overlay.setColumnWidth(column, self._table.columnWidth(column))
        view, head = self._table.viewport(), 0
        if self._group_of is not None:
            head = self._table.horizontalHeader().height()
            overlay.horizontalHeader().setFixedHeight(head)
        overlay.setGeometry(view.x(), view.y() - head, self.width, view.height() + head)
        overlay.verticalScrollBar().setValue(self._table.verticalScrollBar().value())

    def _pressed(self, event: QMouseEvent) -> bool:
        """A press on a frozen cell; True when it was about something else than selecting."""
        overlay, table = self._overlay, self._table
        if overlay is None or not table.settle():
            return True
        table.setFocus()
        place = event.position().toPoint()
        index = overlay.indexAt(place)
        return table.open_by_click(index, place.x() - overlay.visualRect(index).left())

    # Qt overrides

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's size; treat a press on the frozen cells as one on the table."""
        # Events still come while the table is being destroyed: it must not be asked then.
        kind = event.type()
        if kind == QEvent.Type.Resize:
            self._place()
        elif kind == QEvent.Type.MouseButtonPress and watched is self._pressable:
            return isinstance(event, QMouseEvent) and self._pressed(event)
        return super().eventFilter(watched, event)
