"""The place of the chart; the chart itself comes once the window is painted."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from dnplanner.core.trajectory import planned_line, trajectory
from dnplanner.models.wording import scenario_name, unit_name
from dnplanner.ui.background import Background
from dnplanner.ui.qt_mirror import passing_mirrors

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.ui.chart_colours import ChartColours
    from dnplanner.ui.trajectory_plot import TrajectoryPlot


class ChartPane(QWidget):
    """Loads the plotting library in a worker thread, then draws the whole's trajectory."""

    ready = Signal()
    """The chart is drawn for the first time."""

    def __init__(
        self, document: Document, colours: ChartColours, parent: QWidget | None = None
    ) -> None:
        """Keep the chart's place for ``document``."""
        super().__init__(parent)
        self._document = document
        self._colours = colours
        self._plot: TrajectoryPlot | None = None
        self._loading: Background | None = None
        self._stack = QStackedLayout(self)
        self._waiting = QLabel(self.tr("Đang tải biểu đồ…"), self)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(self._waiting)
        self.setMinimumHeight(150)
        document.plan_changed.connect(self._on_plan_changed)
        document.question_changed.connect(self.refresh)
        document.replaced.connect(self.refresh)

    @property
    def plot(self) -> TrajectoryPlot | None:
        """The chart, once it is there."""
        return self._plot

    def load(self) -> None:
        """Fetch the plotting library without holding up the window."""
        self._loading = Background(_import_plot, self)
        self._loading.done.connect(self._on_loaded)
        self._loading.failed.connect(self._on_failed)
        self._loading.start()

    def set_colours(self, colours: ChartColours) -> None:
        """Draw in other colours."""
        self._colours = colours
        if self._plot is not None:
            self._plot.set_colours(colours)

    def refresh(self) -> None:
        """Draw the document as it is now."""
        if self._plot is None:
            return
        document, plan = self._document, self._document.plan
        scenario, _, series = document.question
        root = plan.tree.root
        rows = document.planned_rows(scenario, root)
        shown = trajectory(plan, series, root, rows, document.found_lines.of(plan, series))
        others = [
            (scenario_name(plan, name), planned_line(document.planned_rows(name, root)))
            for name in plan.outline.scenarios
            if name != scenario
        ]
        self._plot.show_trajectory(shown, others, unit_name(plan, root), series)

    def _on_loaded(self, _module: object) -> None:
        from dnplanner.ui.trajectory_plot import TrajectoryPlot

        self._plot = TrajectoryPlot(self)
        self._plot.set_colours(self._colours)
        self._stack.addWidget(self._plot)
        self._stack.setCurrentWidget(self._plot)
        self.refresh()
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        """Go on without a chart, and say so; the fault itself is reported."""
        self._waiting.setText(self.tr("Chưa tải được biểu đồ."))
        raise error

    def _on_plan_changed(self, _change: object) -> None:
        self.refresh()


def _import_plot(_work: Background) -> None:
    with passing_mirrors():
        importlib.import_module("dnplanner.ui.trajectory_plot")
