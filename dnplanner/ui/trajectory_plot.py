"""The chart of the trajectory: curves by pyqtgraph, everything at them by our own overlay.

Slow to load with pyqtgraph, and made so that a worker thread may import it.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from dnplanner.core.series import Series
from dnplanner.core.trajectory import Point, Trajectory
from dnplanner.override import override
from dnplanner.ui.chart_colours import LIGHT_CHART, ChartColours
from dnplanner.ui.chart_picture import png, svg
from dnplanner.ui.trajectory_canvas import TrajectoryCanvas
from dnplanner.ui.trajectory_card import TrajectoryCard
from dnplanner.ui.trajectory_drawing import Drawing, Fonts, Request, compose
from dnplanner.ui.trajectory_marks import Others, marks_in
from dnplanner.ui.trajectory_text import card_text, description, title

__all__ = ["ChartColours", "TrajectoryPlot"]

EMPTY = Trajectory((), (), (), (), ())
"""The trajectory of nothing."""

_REACH = 40
"""How far beside a year, in pixels, the pointer still means it."""


class TrajectoryPlot(QWidget):
    """Rates by year: found, planned, demanded, and of other scenarios.

    The pointer or the arrow keys show a year's figures on a card. The widget makes pictures but
    neither writes files nor asks for their names: it says that a picture was asked for.
    """

    picture_copy_requested = Signal()
    picture_save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty chart in light colours."""
        super().__init__(parent)
        self._trajectory, self._others = EMPTY, tuple[tuple[str, tuple[Point, ...]], ...]()
        self._unit_name, self._series = "", Series.POOR
        self._colours = LIGHT_CHART
        self._fonts = Fonts(self.font())
        self._drawing: Drawing | None = None
        self._year: int | None = None
        self._canvas = TrajectoryCanvas(self, self._colours, self._fonts)
        self._card = TrajectoryCard(self)
        self._card.set_look(self._colours, self._fonts.small)
        self._copy_action, self._save_action = QAction(self), QAction(self)
        self._copy_action.triggered.connect(self.picture_copy_requested)
        self._save_action.triggered.connect(self.picture_save_requested)
        self.addActions([self._copy_action, self._save_action])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(320, 140)
        self._retranslate()

    def show_trajectory(
        self,
        trajectory: Trajectory,
        others: Others,
        unit_name: str,
        series: Series = Series.POOR,
    ) -> None:
        """Show the trajectory of a unit, with the planned points of the scenarios beside it."""
        kept = tuple((name, tuple(points)) for name, points in others)
        wanted = (trajectory, kept, unit_name, series)
        if wanted == (self._trajectory, self._others, self._unit_name, self._series):
            return
        self._trajectory, self._others, self._unit_name, self._series = wanted
        self._describe()
        self._redraw()

    def set_colours(self, colours: ChartColours) -> None:
        """Follow the theme."""
        self._colours = colours
        self._follow_look()

    def point_out(self, year: int | None) -> None:
        """Show the card of a year on the chart; None, or a year without figures, hides it."""
        drawing = self._drawing
        marks = marks_in(drawing.marks, year) if drawing and year is not None else ()
        if not marks or year is None or drawing is None:
            year = None
            self._card.hide()
        elif year != self._year or self._card.isHidden():
            highest = max(float(mark.point.rate) for mark in marks)
            at = QPoint(round(drawing.scale.x(year)), round(drawing.scale.y(highest)))
            self._card.show_year(year, marks, self._series, at)
        self._year = year
        self._canvas.overlay.point_out(year)

    @property
    def year_pointed_out(self) -> int | None:
        """The year whose card is shown."""
        return self._year

    def picture_bytes(self, kind: Literal["png", "svg"]) -> bytes:
        """The chart as a picture for a document: light colours, without card and focus frame.

        PNG has twice the pixels of the screen.
        """
        year, colours, framed = self._year, self._colours, self.hasFocus()
        self.point_out(None)
        self._canvas.overlay.set_framed(False)
        self.set_colours(LIGHT_CHART)
        try:
            return svg(self) if kind == "svg" else png(self)
        finally:
            self.set_colours(colours)
            self._canvas.overlay.set_framed(framed)
            self.point_out(year)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(QImage.fromData(self.picture_bytes("png")))

    def _follow_look(self) -> None:
        self._card.set_look(self._colours, self._fonts.small)
        self._canvas.set_look(self._colours, self._fonts)
        self._redraw()

    def _redraw(self) -> None:
        if self.width() < 2 or self.height() < 2:
            return
        request = Request(
            self._trajectory,
            self._others,
            self._unit_name,
            self._series,
            self.width(),
            self.height(),
        )
        self._drawing = compose(request, self._fonts)
        self._canvas.draw(request, self._drawing)
        if self._year is not None:
            year, self._year = self._year, None
            self.point_out(year)

    def _describe(self) -> None:
        """Keep the text twin true."""
        self.setAccessibleName(title(self._unit_name, self._series))
        self.setAccessibleDescription(
            description(self._trajectory, self._others, self._unit_name, self._series)
        )

    def _retranslate(self) -> None:
        self._copy_action.setText(self.tr("Sao chép biểu đồ"))
        self._save_action.setText(self.tr("Lưu biểu đồ…"))
        self._describe()

    def _year_at(self, x: float, y: float) -> int | None:
        """The year that the pointer means."""
        drawing = self._drawing
        if drawing is None or not drawing.years or y < drawing.scale.area.top:
            return None
        distance, year = min((abs(drawing.scale.x(year) - x), year) for year in drawing.years)
        return year if distance <= _REACH else None

    def _step(self, key: int) -> bool:
        """Go to another year by a key; False for other keys."""
        years = self._drawing.years if self._drawing else ()
        if key not in _STEPS or not years:
            return False
        last = len(years) - 1
        if self._year is None:
            at = 0 if key == Qt.Key.Key_Home else last
        else:
            at = max(
                0, min(last, years.index(self._year) + _STEPS[key] * (1 + last * (key in _ENDS)))
            )
        self.point_out(years[at])
        self._announce(years[at])
        return True

    def _announce(self, year: int) -> None:
        if self._drawing is not None and QAccessible.isActive():
            text = card_text(year, marks_in(self._drawing.marks, year), self._series)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """As much as the main window gives it on a usual laptop."""
        return QSize(1000, 240)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything finds its place anew."""
        self._canvas.setGeometry(QRect(QPoint(0, 0), self.size()))
        self._redraw()
        super().resizeEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow the font and the language."""
        if event.type() == QEvent.Type.FontChange:
            self._fonts = Fonts(self.font())
            self._follow_look()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._redraw()
        super().changeEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the figures of the year under the pointer."""
        self.point_out(self._year_at(event.position().x(), event.position().y()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """The card goes with the pointer."""
        self.point_out(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, Right, Home and End go from year to year, Escape puts the card away."""
        if event.key() == Qt.Key.Key_Escape and self._year is not None:
            self.point_out(None)
        elif not self._step(event.key()):
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """A frame for those who came by the keyboard."""
        by_keyboard = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        self._canvas.overlay.set_framed(by_keyboard)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The card and the frame go with the focus."""
        self._canvas.overlay.set_framed(False)
        self.point_out(None)


_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -1,
    Qt.Key.Key_End: 1,
}
