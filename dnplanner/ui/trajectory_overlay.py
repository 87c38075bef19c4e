"""What stands on the curves: points, values, the change of standard, the legend, the year shown.

Everything is painted in the pixels of the view, crisp at any scale and as shapes into SVG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from dnplanner.override import override
from dnplanner.ui.trajectory_drawing import RADIUS, Drawing, Entry, Fonts, Label, symbol_width
from dnplanner.ui.trajectory_marks import Mark, Role
from dnplanner.ui.trajectory_text import nothing_to_show

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.ui.chart_colours import ChartColours
    from dnplanner.ui.trajectory_layout import Box

_FAINT = 110
_HALO = 205  # of 255: a grid line or curve behind a value recedes without a visible hole


class Overlay(QGraphicsItem):
    """Paints a Drawing; the curves lie below in the view box."""

    def __init__(self, colours: ChartColours, fonts: Fonts) -> None:
        """An empty overlay."""
        super().__init__()
        self._rect = QRectF()
        self._drawing: Drawing | None = None
        self._colours = colours
        self._fonts = fonts
        self._year: int | None = None
        self._framed = False

    def draw(self, drawing: Drawing, width: float, height: float) -> None:
        """Show another drawing on a view of this size."""
        rect = QRectF(0, 0, width, height)
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = rect
        self._drawing = drawing
        self.update()

    def set_look(self, colours: ChartColours, fonts: Fonts) -> None:
        """Other colours or fonts."""
        self._colours, self._fonts = colours, fonts
        self.update()

    def point_out(self, year: int | None) -> None:
        """Mark the points of a year, or none."""
        if year != self._year:
            self._year = year
            self.update()

    def set_framed(self, framed: bool) -> None:
        """Whether the frame of the keyboard focus is drawn."""
        if framed != self._framed:
            self._framed = framed
            self.update()

    def _paint_all(self, painter: QPainter, drawing: Drawing) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_header(painter, drawing)
        if not drawing.marks:
            self._paint_nothing(painter)
        for middle in drawing.breaks:
            self._paint_break(painter, drawing, middle)
        self._paint_halos(painter, drawing.labels)
        self._paint_year(painter, drawing)
        for mark in sorted(drawing.marks, key=_depth):
            self._paint_mark(painter, mark, _position(drawing, mark))
        for label in drawing.labels:
            self._paint_label(painter, label)
        if self._framed:
            self._paint_frame(painter)

    def _paint_nothing(self, painter: QPainter) -> None:
        painter.setFont(self._fonts.small)
        painter.setPen(self._colours.muted)
        painter.drawText(self._rect, Qt.AlignmentFlag.AlignCenter, nothing_to_show())

    def _paint_header(self, painter: QPainter, drawing: Drawing) -> None:
        measure = self._fonts.measure
        baseline = 2 + measure.ascent()
        painter.setFont(self._fonts.small)
        painter.setPen(self._colours.muted)
        painter.drawText(QPointF(8, baseline), drawing.heading)
        for entry in drawing.legend:
            painter.setPen(self._colours.muted)
            painter.drawText(QPointF(entry.left + symbol_width(entry.role), baseline), entry.text)
            self._paint_symbol(painter, entry, baseline - measure.xHeight() / 2)

    def _paint_symbol(self, painter: QPainter, entry: Entry, y: float) -> None:
        if entry.role is None:
            x = round(entry.left) + 2.5
            painter.setPen(_break_pen(self._colours))
            painter.drawLine(QPointF(x, y - 6), QPointF(x, y + 6))
            return
        colour, width, style = curve_look(entry.role, self._colours)
        painter.setPen(curve_pen(colour, width, style))
        painter.drawLine(QPointF(entry.left, y), QPointF(entry.left + 14, y))
        if entry.role in (Role.ACTUAL, Role.PLAN):
            self._paint_dot(painter, entry.role, QPointF(entry.left + 7, y), RADIUS - 0.5)

    def _paint_break(self, painter: QPainter, drawing: Drawing, middle: float) -> None:
        x = round(drawing.scale.x(middle)) + 0.5
        painter.setPen(_break_pen(self._colours))
        area = drawing.scale.area
        painter.drawLine(QPointF(x, area.top), QPointF(x, area.bottom))

    def _paint_halos(self, painter: QPainter, labels: tuple[Label, ...]) -> None:
        halo = QColor(self._colours.background)
        halo.setAlpha(_HALO)
        for label in labels:
            painter.fillRect(_rect(label.box.grown(1)), halo)

    def _paint_year(self, painter: QPainter, drawing: Drawing) -> None:
        if self._year is None or not drawing.marks:
            return
        area = drawing.scale.area
        x = round(drawing.scale.x(self._year)) + 0.5
        colour = QColor(self._colours.muted)
        colour.setAlpha(_FAINT)
        painter.setPen(QPen(colour, 1))
        painter.drawLine(QPointF(x, area.top), QPointF(x, area.bottom))

    def _paint_mark(self, painter: QPainter, mark: Mark, at: QPointF) -> None:
        radius = _RADII[mark.role]
        if mark.point.year == self._year:
            radius += 1.5
        self._paint_dot(painter, mark.role, at, radius)

    def _paint_dot(self, painter: QPainter, role: Role, at: QPointF, radius: float) -> None:
        colours = self._colours
        colour, _, _ = curve_look(role, colours)
        if role in (Role.ACTUAL, Role.OLDER, Role.OTHER, Role.GOAL):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        else:
            painter.setPen(QPen(colour, 1.6 if role is Role.PLAN else 1.2))
            painter.setBrush(colours.background)
        painter.drawEllipse(at, radius, radius)

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        box, fonts = label.box, self._fonts
        words = label.role is None
        painter.setFont(fonts.small if words else fonts.value)
        painter.setPen(self._label_colour(label.role))
        ascent = fonts.measure.ascent() if words else fonts.value_ascent
        painter.drawText(QPointF(box.left, box.top + ascent), label.text)

    def _label_colour(self, role: Role | None) -> QColor:
        if role is Role.PLAN:
            return self._colours.accent
        quiet = role in (None, Role.PAST_PLAN)
        return self._colours.muted if quiet else self._colours.text

    def _paint_frame(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._colours.accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    # Qt overrides

    @override
    def boundingRect(self) -> QRectF:
        """The whole view."""
        return self._rect

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the drawing, if there is one."""
        if self._drawing is not None:
            self._paint_all(painter, self._drawing)


_RADII = {
    Role.ACTUAL: RADIUS,
    Role.OLDER: RADIUS - 0.5,
    Role.PLAN: RADIUS + 1.0,  # stays visible as a ring where the figure found hides its middle
    Role.PAST_PLAN: RADIUS + 0.5,
    Role.GOAL: RADIUS - 2.0,
    Role.OTHER: RADIUS - 2.0,
}

_DEPTHS = (Role.OTHER, Role.PAST_PLAN, Role.GOAL, Role.PLAN, Role.OLDER, Role.ACTUAL)


def _depth(mark: Mark) -> int:
    return _DEPTHS.index(mark.role)


_LOOKS: dict[Role, tuple[Callable[[ChartColours], QColor], float, Qt.PenStyle]] = {
    Role.ACTUAL: (lambda colours: colours.accent, 2.0, Qt.PenStyle.SolidLine),
    Role.OLDER: (lambda colours: colours.accent_light, 2.0, Qt.PenStyle.SolidLine),
    Role.PLAN: (lambda colours: colours.accent, 2.0, Qt.PenStyle.DashLine),
    Role.PAST_PLAN: (lambda colours: colours.muted, 1.2, Qt.PenStyle.NoPen),
    Role.GOAL: (lambda colours: colours.goal, 1.6, Qt.PenStyle.DotLine),
    Role.OTHER: (lambda colours: colours.other, 1.2, Qt.PenStyle.SolidLine),
}


def curve_look(role: Role, colours: ChartColours) -> tuple[QColor, float, Qt.PenStyle]:
    """Colour, width in pixels and style of a curve."""
    colour, width, style = _LOOKS[role]
    return colour(colours), width, style


def curve_pen(colour: QColor, width: float, style: Qt.PenStyle) -> QPen:
    """A pen; its dashes are short enough for a line of one year."""
    pen = QPen(colour, width, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if style == Qt.PenStyle.DashLine:
        pen.setDashPattern([3.0, 1.8])
    elif style == Qt.PenStyle.DotLine:
        pen.setDashPattern([1.2, 1.6])
    return pen


def _break_pen(colours: ChartColours) -> QPen:
    pen = QPen(colours.warning, 1)
    pen.setDashPattern([2.0, 3.0])
    return pen


def _position(drawing: Drawing, mark: Mark) -> QPointF:
    scale = drawing.scale
    return QPointF(scale.x(mark.point.year), scale.y(float(mark.point.rate)))


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
