"""The curves of the trajectory and their axes, drawn by pyqtgraph where we place them.

The only module that imports pyqtgraph, which is slow to load. Importing makes no widget and sets
none of pyqtgraph's global options, so it may happen in a worker thread before the widget is made.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView

from dnplanner.ui.trajectory_marks import Role, role_of_line
from dnplanner.ui.trajectory_overlay import Overlay, curve_look, curve_pen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.core.trajectory import Point, Trajectory
    from dnplanner.ui.chart_colours import ChartColours
    from dnplanner.ui.trajectory_drawing import Drawing, Fonts, Request
    from dnplanner.ui.trajectory_layout import Scale
    from dnplanner.ui.trajectory_marks import Others

_DEPTHS = (Role.OTHER, Role.OLDER, Role.PLAN, Role.GOAL, Role.ACTUAL)


class TrajectoryCanvas(pg.GraphicsView):
    """The axes, the curves and the overlay, all placed by us; deaf to mouse and keyboard.

    Curves are given in pixels: there is no view box that could be dragged, zoomed or ranged by
    itself, and pens keep their width at any scale of the screen or of a picture.
    """

    def __init__(self, parent: QWidget, colours: ChartColours, fonts: Fonts) -> None:
        super().__init__(parent, False, None)  # type: ignore[no-untyped-call]  # pyqtgraph's
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self._years, self._rates = pg.AxisItem("bottom"), pg.AxisItem("left")
        self.overlay = Overlay(colours, fonts)
        self.overlay.setZValue(len(_DEPTHS))
        # A dozen items that are always drawn together need no index of where each of them is.
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        for item in (self._rates, self._years, self.overlay):
            self.scene().addItem(item)
        self._curves: list[_Curve] = []
        self._placed: tuple[object, ...] = ()
        self._colours = colours
        self.set_look(colours, fonts)

    def set_look(self, colours: ChartColours, fonts: Fonts) -> None:
        """Other colours or fonts."""
        self._colours = colours
        self.setBackgroundBrush(colours.background)
        self._rates.setPen(QPen(Qt.PenStyle.NoPen))
        self._rates.setTickPen(colours.grid)
        self._years.setPen(colours.muted)
        for axis in (self._rates, self._years):
            axis.setZValue(-1)
            axis.enableAutoSIPrefix(False)
            axis.setTextPen(colours.muted)
            axis.setTickFont(fonts.small)
        self.overlay.set_look(colours, fonts)
        self._placed = ()

    def draw(self, request: Request, drawing: Drawing) -> None:
        """Show a drawing; existing curves only get other numbers."""
        self._place_axes(drawing)
        self._draw_curves(request, drawing.scale)
        self.overlay.draw(drawing, request.width, request.height)

    def _place_axes(self, drawing: Drawing) -> None:
        scale = drawing.scale
        wanted = (scale, drawing.year_ticks, drawing.rate_ticks)
        if wanted == self._placed:
            return
        self._placed = wanted
        left, top, right, bottom = scale.area
        empty = not drawing.marks
        for axis in (self._rates, self._years):
            axis.setVisible(not empty)
        self._rates.setWidth(ceil(left))
        self._years.setHeight(ceil(top))
        self._rates.setGeometry(QRectF(0, top, left, bottom - top))
        self._years.setGeometry(QRectF(left, bottom, right - left, top))
        self._rates.setStyle(tickLength=-int(right - left))  # ticks across the area are the grid
        self._years.setStyle(tickLength=3)
        self._rates.setRange(0, scale.top_rate)
        self._years.setRange(scale.first, scale.last)
        self._rates.setTicks([list(drawing.rate_ticks)])
        self._years.setTicks([[(year, str(year)) for year in drawing.year_ticks]])

    def _draw_curves(self, request: Request, scale: Scale) -> None:
        wanted = _curves(request.trajectory, request.others)
        while len(self._curves) < len(wanted):
            self._curves.append(_Curve(self.scene()))
        for curve, (role, points) in zip(self._curves, wanted, strict=False):
            curve.set_look(role, self._colours)
            curve.draw(points, scale)
        for curve in self._curves[len(wanted) :]:
            curve.hide()


class _Curve:
    """A line of pyqtgraph's that is only touched where something about it changed."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._item = pg.PlotCurveItem(antialias=True, skipFiniteCheck=True)
        self._item.setSegmentedLineMode("off")
        scene.addItem(self._item)
        self._look: tuple[Role, ChartColours] | None = None
        self._drawn: tuple[Sequence[Point], Scale] | None = None

    def set_look(self, role: Role, colours: ChartColours) -> None:
        """Draw as curves of this role look."""
        if (role, colours) != self._look:
            self._look = role, colours
            self._item.setPen(curve_pen(*curve_look(role, colours)))
            self._item.setZValue(_DEPTHS.index(role))

    def draw(self, points: Sequence[Point], scale: Scale) -> None:
        """Lead through these points."""
        if (points, scale) != self._drawn:
            self._drawn = points, scale
            self._item.setData(
                [scale.x(point.year) for point in points],
                [scale.y(float(point.rate)) for point in points],
            )
        self._item.show()

    def hide(self) -> None:
        """Keep the line for later."""
        self._item.hide()


def _curves(trajectory: Trajectory, others: Others) -> list[tuple[Role, Sequence[Point]]]:
    """The curves with their roles; a goal leads from each start to the highest rate allowed."""
    goal = trajectory.goal
    return [
        (Role.PLAN, trajectory.plan),
        *((Role.GOAL, goal[at : at + 2]) for at in range(0, len(goal), 2)),
        *(
            (role_of_line(trajectory, index), line.points)
            for index, line in enumerate(trajectory.actual)
        ),
        *((Role.OTHER, points) for _, points in others),
    ]
