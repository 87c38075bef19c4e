"""What there is to see and to decide about a file that was read, beside its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QTabWidget, QWidget

from dnplanner.core.numerals import format_count
from dnplanner.models.intake_lines import note_lines
from dnplanner.models.line_tables import LineTable
from dnplanner.ui.change_view import ChangeView
from dnplanner.ui.doubt_panel import Asked, DoubtPanel
from dnplanner.ui.line_view import LineView
from dnplanner.ui.mapping_panel import column_panel, unit_panel

if TYPE_CHECKING:
    from dnplanner.models.import_session import ImportSession


class ImportTabs(QTabWidget):
    """Open questions first, then what would change, what was understood and what differs."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until a session is shown."""
        super().__init__(parent)
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        self.doubts = DoubtPanel(self)
        self.changes = ChangeView(self)
        self.columns = column_panel(self)
        self.units = unit_panel(self)
        self.comparisons = self._comparison_view()
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setAccessibleName(self.tr("Lưu ý về tệp"))
        pages = (
            self.doubts,
            self.changes,
            self.columns,
            self.units,
            self.comparisons,
            self.notes,
        )
        for page in pages:
            self.addTab(page, "")
        self._show_counts(0, 0, 0)

    def show_session(self, session: ImportSession) -> None:
        """Show what a file means by what is decided now."""
        found = session.understood
        if found is None:
            return
        self.doubts.show_lines([Asked(line, session) for line in session.doubt_lines()])
        self.columns.show_session(session)
        self.units.show_session(session)
        is_new = session.purpose.what is None
        self.changes.show_changes(session.shown_plan, found.changes, is_new=is_new)
        self.comparisons.lines.show_lines(found.comparisons)
        notes = note_lines(found.proposal)
        self.notes.setPlainText("\n".join(notes) or self.tr("Không có gì đặc biệt."))
        self._show_counts(session.open_count, len(found.changes), len(notes))

    def _show_counts(self, doubts: int, changes: int, notes: int) -> None:
        differences = self.comparisons.lines.rowCount()
        texts = (
            (self.tr("Cần quyết định"), doubts),
            (self.tr("Sẽ thay đổi"), changes),
            (self.tr("Cột"), 0),
            (self.tr("Đơn vị"), 0),
            (self.tr("Đối chiếu"), differences),
            (self.tr("Lưu ý"), notes),
        )
        for place, (text, count) in enumerate(texts):
            self.setTabText(place, f"{text} ({format_count(count)})" if count else text)

    def _comparison_view(self) -> LineView:
        headings = (
            self.tr("Ô"),
            self.tr("Đơn vị"),
            self.tr("Cột"),
            self.tr("Trên tệp"),
            self.tr("Tính lại"),
            self.tr("Chênh"),
        )
        model = LineTable(headings, tuple, frozenset({3, 4, 5}))
        view = LineView(model, self.tr("Đối chiếu tỷ lệ và dòng tổng"), self)
        view.set_widths((12, 14, 20, 9, 9, 9), 2)
        return view
