"""The main window: the table over the chart, the panel beside them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from dnplanner.core.entry import Cell
from dnplanner.models.columns import NAME, column_of
from dnplanner.override import override
from dnplanner.ui.plan_sheet import PlanSheet
from dnplanner.ui.theme import apply_theme, wanted_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QCloseEvent

    from dnplanner.models.document import Document
    from dnplanner.models.wording.refusals import Refused
    from dnplanner.ui.preferences import Preferences
    from dnplanner.ui.window_parts import WindowParts

_SIZE = (1366, 768)
_PANEL = 380
_TABLE_SHARE = 0.62
"""At most this share of the height goes to the table at first; the chart gets the rest."""


class MainWindow(QMainWindow):
    """First only the table, which is what the user looks for; ``complete`` adds all around it."""

    completed = Signal()
    """Everything but the chart is there."""

    def __init__(self, document: Document, preferences: Preferences) -> None:
        """Show the table of ``document``."""
        super().__init__()
        self.document = document
        self.preferences = preferences
        self.theme = wanted_theme(self.preferences.theme)
        self.parts: WindowParts | None = None
        self._building = self._build()
        self.sheet = PlanSheet(document, self.theme)
        self.left = QSplitter(Qt.Orientation.Vertical)
        self.left.setChildrenCollapsible(False)
        self.left.setHandleWidth(1)
        self.middle = QSplitter(Qt.Orientation.Horizontal)
        self.middle.setChildrenCollapsible(False)
        self.middle.setHandleWidth(1)
        self._lay_out()
        self.resize(*_SIZE)
        document.path_changed.connect(self._show_title)
        document.replaced.connect(self._on_replaced)
        self._show_title()

    def complete(self) -> None:
        """Build menus, tool bar, panel and status bar; the chart is fetched later."""
        for _ in self._building:
            pass

    def complete_further(self) -> bool:
        """One more stage of ``complete``; whether there is another."""
        for _ in self._building:
            return True
        return False

    def _build(self) -> Iterator[None]:
        """The stages: none keeps the user waiting for long."""
        import_module("dnplanner.ui.side_panel")
        yield
        from dnplanner.ui.window_parts import WindowParts

        yield
        self.sheet.complete()
        yield
        parts = WindowParts(self)
        yield from parts.build()
        self.parts = parts
        self.document.undo_stack.cleanChanged.connect(self._on_clean_changed)
        self._on_clean_changed(self.document.undo_stack.isClean())
        self._go_to_first_target()
        self.completed.emit()

    def tell(self, text: str) -> None:
        """Say something good under the table."""
        if self.parts is not None:
            self.parts.messages.tell(text)

    def refuse(self, error: Refused) -> None:
        """Say under the table why something could not be done."""
        from dnplanner.models.wording import refusal_sentence

        if self.parts is not None:
            self.parts.messages.refuse(refusal_sentence(error))

    def settle(self) -> bool:
        """Make the steps on their way, then take the value being typed.

        False when it is refused and must be mended first.
        """
        if self.parts is not None:
            self.parts.steps.finish()
        if not self.sheet.settle():
            return False
        if self.parts is None:
            return True
        panel = self.parts.panel
        return panel.assumptions.settle() and panel.unit.flows.settle()

    def show_cell(self, unit: str, cell: Cell | None) -> None:
        """Go to a cell of the table."""
        self.sheet.show_cell(unit, NAME if cell is None else column_of(cell))

    def set_theme(self, name: str) -> None:
        """Paint the whole program in another theme: light, dark or system."""
        self.preferences.theme = name
        self.theme = wanted_theme(self.preferences.theme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self.theme)
        self.sheet.set_theme(self.theme)
        if self.parts is not None:
            self.parts.set_theme(self.theme)

    def _lay_out(self) -> None:
        self.table_column = QWidget()
        self.table_layout = QVBoxLayout(self.table_column)
        self.table_layout.setContentsMargins(0, 0, 0, 0)
        self.table_layout.setSpacing(0)
        self.table_layout.addWidget(self.sheet, 1)
        self.left.addWidget(self.table_column)
        self.middle.addWidget(self.left)
        self.setCentralWidget(self.middle)

    def place_splitters(self) -> None:
        """Where the splitters were left, or the usual proportions."""
        sizes = self.table_column.sizeHint().height()  # with a notice over the table
        height = max(self.height() - 110, 300)
        table = min(sizes + 2, int(height * _TABLE_SHARE))
        self.left.setStretchFactor(1, 1)  # room to spare goes to the chart
        self.middle.setStretchFactor(0, 1)  # and not to the panel
        self.left.setSizes([table, height - table])
        self.middle.setSizes([self.width() - _PANEL, _PANEL])
        for name, splitter in (("left", self.left), ("middle", self.middle)):
            state = self.preferences.place(name)
            if state is not None:
                splitter.restoreState(state)

    def _show_title(self) -> None:
        path = self.document.path
        name = path.name if path else self.tr("Kế hoạch mẫu")
        self.setWindowTitle(f"{name}[*] — DN Planner")
        if path is not None:
            self.setWindowFilePath(str(path))
            self.setWindowTitle(f"{name}[*] — DN Planner")

    def _on_replaced(self) -> None:
        self._show_title()
        self._go_to_first_target()

    def _go_to_first_target(self) -> None:
        if self.sheet.body_model.rowCount():
            self.sheet.body.go_to(0, column_of(Cell.REDUCTION))

    def _on_clean_changed(self, clean: bool) -> None:  # Qt's signature
        self.setWindowModified(not clean)

    # Qt overrides

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """A value being typed and unsaved changes are settled first."""
        if not self.settle() or (self.parts is not None and self.parts.large_edits.is_busy):
            event.ignore()
            return
        if self.parts is not None and not self.parts.files.may_close():
            event.ignore()
            return
        for name, splitter in (("left", self.left), ("middle", self.middle)):
            self.preferences.set_place(name, splitter.saveState())
        self.preferences.set_place("window", self.saveGeometry())
        if self.parts is not None:
            # What is not in the user's file was saved or given up by the question before.
            self.parts.keeper.close(discard=True)
        super().closeEvent(event)
