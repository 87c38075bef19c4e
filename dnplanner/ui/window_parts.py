"""What stands around the table: messages, chart, panel, menus, tool bar, status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dnplanner.core.numerals import format_count
from dnplanner.models.keeper import Keeper
from dnplanner.models.wording import refusal_sentence, unit_name
from dnplanner.ui.chart_colours import DARK_CHART, LIGHT_CHART, ChartColours
from dnplanner.ui.chart_pane import ChartPane
from dnplanner.ui.document_actions import DocumentActions
from dnplanner.ui.files import Files
from dnplanner.ui.focus_ring import FocusRing
from dnplanner.ui.intake_actions import IntakeActions
from dnplanner.ui.large_edits import LargeEdits
from dnplanner.ui.menus import Menus
from dnplanner.ui.message_bar import MessageBar
from dnplanner.ui.notice_strip import NoticeStrip
from dnplanner.ui.region_keys import RegionKeys
from dnplanner.ui.scenario_actions import ScenarioMenu
from dnplanner.ui.sheet_editing import SheetEditing
from dnplanner.ui.side_panel import SidePanel
from dnplanner.ui.status_line import StatusLine
from dnplanner.ui.step_switch import StepSwitch
from dnplanner.ui.target_actions import TargetMenu
from dnplanner.ui.tool_bar import ToolBar
from dnplanner.ui.unit_actions import UnitMenu

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from PySide6.QtCore import QPoint

    from dnplanner.core.errors import PlannerError
    from dnplanner.core.pasting import Reject
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.theme import Theme

_REJECTS_SAID = 3
"""Refused cells of a pasted block that are told one by one."""


class WindowParts(QObject):
    """Builds the parts of the main window and connects them with each other."""

    def __init__(self, window: MainWindow) -> None:
        """Parts of ``window``, made by ``build``."""
        super().__init__(window)
        self._window = window
        self._rejects: Sequence[Reject] = ()
        self._rejects_told = ""
        self._pasted_at: int | None = None
        """How many steps could be undone when a block was pasted whose rejects are being told."""

    def build(self) -> Iterator[None]:
        """Make them in stages, between which the window can answer its user."""
        self._build_notices()
        yield
        self._build_panel()
        yield
        self._place_panel()
        yield
        self._build_commands()
        yield
        self._build_bars()
        self._connect()

    def _build_notices(self) -> None:
        window = self._window
        document, theme = window.document, window.theme
        self.messages = MessageBar(theme)
        self.notice = NoticeStrip(document, theme, window.table_column)
        window.table_layout.insertWidget(0, self.notice)

    def _build_panel(self) -> None:
        window = self._window
        self.chart = ChartPane(window.document, _chart_colours(window.theme))
        self.panel = SidePanel(window.document, window.theme)

    def _place_panel(self) -> None:
        window = self._window
        below = QWidget()  # messages come and go there: no row may move under the user's hand
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self.chart, 1)
        window.left.addWidget(below)
        window.middle.addWidget(self.panel)
        window.place_splitters()

    def _build_commands(self) -> None:
        window = self._window
        document, sheet = window.document, window.sheet
        self.keeper = Keeper(document, window)
        self.files = Files(window, self.keeper)
        self.documents = DocumentActions(window)
        self.intake = IntakeActions(window)
        self.large_edits = LargeEdits(window)
        self.editing = SheetEditing(document, sheet, self.large_edits)
        self.steps = StepSwitch(document, window)
        self.units = UnitMenu(document, sheet)
        self.scenarios = ScenarioMenu(document, window)
        self.regions = RegionKeys(window, self)
        self.focus_ring = FocusRing(window)
        self.targets = TargetMenu(window)
        self.menus = Menus(self, window)

    def _build_bars(self) -> None:
        window = self._window
        self.tool_bar = ToolBar(self.menus, self.targets, window)
        window.addToolBar(self.tool_bar)
        self.status = StatusLine(window.document, window.sheet, self.keeper)
        window.setStatusBar(self.status)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.messages.set_theme(theme)
        self.notice.set_theme(theme)
        self.panel.set_theme(theme)
        self.tool_bar.set_theme(theme)
        self.chart.set_colours(_chart_colours(theme))

    def _connect(self) -> None:
        self.panel.cell_requested.connect(self._window.show_cell)
        self.panel.data_requested.connect(self.targets.enter_data)
        self.panel.findings.not_mended.connect(self._on_not_mended)
        self._window.sheet.selection_changed.connect(self._on_selection_changed)
        self.chart.ready.connect(self.menus.connect_chart)
        self.files.saved.connect(self.status.tell_saved)
        self.files.opening.opened.connect(self.documents.tell_opened)
        self.editing.rejected.connect(self._on_rejected)
        self.steps.dropped.connect(self._on_step_dropped)
        refusing = (self.editing, self.units, self.scenarios, self.targets, self._window.sheet)
        for part in refusing:
            part.refused.connect(self._on_refused)
        self._window.document.undo_stack.indexChanged.connect(self._on_steps_changed)
        self._window.sheet.menu_requested.connect(self._on_menu_requested)
        for model in (self._window.sheet.body_model, self._window.sheet.total_model):
            model.entering.connect(self.steps.finish)
            model.shared.connect(self._on_shared)
        self.targets.flawed.connect(self.messages.refuse)
        self.targets.shared.connect(self._on_shared_by_dialog)

    def _on_refused(self, error: PlannerError) -> None:
        self.messages.refuse(refusal_sentence(error), passing=True)

    def _on_not_mended(self) -> None:
        words = self.tr(
            "Không tự bù được với các số hiện có: hãy xem lại chỉ tiêu và số liệu của đơn vị."
        )
        self.messages.refuse(words, passing=True)

    def _on_steps_changed(self, index: int) -> None:
        """A step more: a refused command is over. A step less: so are the rejects of a paste."""
        if self._pasted_at is not None and index < self._pasted_at:
            self._pasted_at = None
            if self.messages.text == self._rejects_told:
                self.messages.hide()
        self.messages.pass_by()

    def _on_step_dropped(self) -> None:
        self.messages.tell(
            self.tr("Chưa hoàn tác hay làm lại: kế hoạch đã được sửa trong lúc đang chuẩn bị.")
        )

    def _on_rejected(self, rejects: Sequence[Reject], taken: bool) -> None:
        """Say which cells of a block were not taken, and why."""
        lines = [
            self.tr("Dòng {row}, cột {column} của khối dán (“{text}”): {reason}").format(
                row=reject.row + 1,
                column=reject.column + 1,
                text=reject.text,
                reason=refusal_sentence(reject.error),
            )
            for reject in rejects[:_REJECTS_SAID]
        ]
        rest = len(rejects) - len(lines)
        if rest > 0:
            lines.append(self.tr("… và {count} ô khác.").format(count=format_count(rest)))
        head = self.tr("{count} ô không nhận được; các ô khác đã dán.")
        if not taken:
            head = self.tr("Không ô nào được dán.")
        said = "\n".join([head.format(count=format_count(len(rejects))), *lines])
        self._rejects_told = said
        self._pasted_at = self._window.document.undo_stack.index() if taken else None
        if rest > 0:
            self._rejects = rejects
            self.messages.offer(said, self.tr("Xem tất cả…"), self._show_rejects)
        else:
            self.messages.refuse(said)

    def _show_rejects(self) -> None:
        from dnplanner.ui.rejects_dialog import RejectsDialog

        dialog = RejectsDialog(self._rejects, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_selection_changed(self) -> None:
        self.panel.show_unit(self._window.sheet.current_unit)

    def _on_shared(self, unit: str) -> None:
        """A parent's number was typed: say where it went, and how else it could have."""
        plan = self._window.document.plan
        words = self.tr(
            "{unit}: đã chia cho {count} đơn vị theo tỷ trọng hiện tại. "
            "Muốn chia cách khác, bấm “Phân bổ…” (Ctrl+Shift+P)."
        )
        count = format_count(len(plan.tree.children_of(unit)))
        self.messages.tell(words.format(unit=unit_name(plan, unit), count=count))

    def _on_shared_by_dialog(self, unit: str) -> None:
        plan = self._window.document.plan
        words = self.tr("{unit}: đã phân bổ cho {count} đơn vị. Ctrl+Z để hoàn tác.")
        count = format_count(len(plan.tree.children_of(unit)))
        self.messages.tell(words.format(unit=unit_name(plan, unit), count=count))

    def _on_menu_requested(self, place: QPoint) -> None:
        self.menus.cell_menu.popup(place)

    def tell_exported(self, path: Path) -> None:
        """The appendix is written."""
        self.messages.tell(self.tr("Đã xuất phụ lục: {path}").format(path=path))


def _chart_colours(theme: Theme) -> ChartColours:
    return DARK_CHART if theme.name == "dark" else LIGHT_CHART
