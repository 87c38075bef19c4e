"""Findings, worst first, counted and filtered by level; an explicit clean state."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from dnplanner.core.checks import Finding, Level
from dnplanner.core.numerals import format_count
from dnplanner.core.silencing import reason_of, silence, unsilence
from dnplanner.models.fix_preview import fix_preview
from dnplanner.models.wording import finding_headline, finding_sentence
from dnplanner.ui.finding_row import FindingRow
from dnplanner.ui.icons import icon
from dnplanner.ui.labels import section_title, tint, write
from dnplanner.ui.name_dialog import NameDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dnplanner.core.entry import Cell
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_FEW, _MANY = 6, 60
"""Findings listed at first, and when more are asked for; the rest is counted."""

_HEAD = 2
"""What stands over the rows: the title, and the statement that there are none."""

_SILENCED = "silenced"
_ICONS: Mapping[str, str] = {
    Level.ERROR: "error",
    Level.WARNING: "warning",
    _SILENCED: "filter",
}


class FindingsList(QWidget):
    """The findings on what is shown, or the statement that there are none."""

    cell_requested = Signal(str, object)

    not_mended = Signal()
    """A fix was asked for that the present figures leave no room for."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """List the findings of ``document``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._document = document
        self._theme = theme
        self._wanted: str | None = None
        self._room = _FEW
        self._silencing: Finding | None = None
        self.rows: list[FindingRow] = []
        self._title = section_title("", self)
        self._clean = QLabel(self)
        self._clean.setWordWrap(True)
        self.filters: dict[str, QToolButton] = {name: self._filter(name) for name in _ICONS}
        self._more = self._link(self._on_more)
        self._notes_shown = False
        self._notes = self._link(self._on_notes)
        self._lay_out()
        self.set_theme(theme)

    @property
    def clean_text(self) -> str:
        """The statement that there is nothing to look at; empty while there is."""
        return "" if self._clean.isHidden() else self._clean.text()

    @property
    def shown_rows(self) -> list[FindingRow]:
        """The rows to be seen, from top to bottom."""
        return [row for row in self.rows if not row.isHidden()]

    def refresh(self) -> None:
        """Show the document as it is now."""
        counts = {str(level): count for level, count in self._document.finding_counts.items()}
        counts[_SILENCED] = len(self._document.silenced)
        notes = counts.pop(Level.INFO)
        if self._wanted is not None and not counts[self._wanted]:
            self._wanted = None
        self._show_counts(counts)
        self._show_notes(notes if self._wanted is None else 0)
        found = self._found()
        shown = found if len(found) <= self._room + 1 else found[: self._room]
        self._column.setEnabled(False)  # rows get their places once all are there
        self._arrange(shown)
        self._column.setEnabled(True)
        rest = len(found) - len(shown)
        self._more.setText(self.tr("Xem thêm {count}").format(count=format_count(rest)))
        self._more.setVisible(rest > 0)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        colours: dict[str, str] = {Level.ERROR: theme.danger, Level.WARNING: theme.warning}
        for name, button in self.filters.items():
            button.setIcon(icon(_ICONS[name], colours.get(name, theme.muted)))
        for row in self.rows:
            row.set_theme(theme)

    def _found(self) -> Sequence[Finding]:
        """What is listed: the findings of the level that is filtered for."""
        if self._wanted == _SILENCED:
            return [finding for finding, _ in self._document.silenced]
        found = self._document.findings
        if self._wanted is None:
            # The worst come first, so the notes are at the end.
            notes = len(found) if self._notes_shown else bisect_left(found, True, key=_is_note)
            return found[:notes]
        return [finding for finding in found if finding.level == self._wanted]

    def _show_counts(self, counts: dict[str, int]) -> None:
        total = sum(count for name, count in counts.items() if name != _SILENCED)
        title = self.tr("Cần xem lại · {count}").format(count=format_count(total))
        write(self._title, title if total else self.tr("Kiểm tra"))
        write(self._clean, self._clean_words(counts[_SILENCED]))
        known = self._document.total.poor_start is not None
        tint(self._clean, self._theme.accent if known else self._theme.muted)
        self._clean.setVisible(not total)
        names = {
            Level.ERROR: self.tr("lỗi"),
            Level.WARNING: self.tr("cảnh báo"),
            _SILENCED: self.tr("đã ẩn"),
        }
        for name, button in self.filters.items():
            button.setText(format_count(counts[name]))
            button.setVisible(counts[name] > 0)
            button.setChecked(name == self._wanted)
            words = self.tr("Chỉ xem {count} {name}")
            button.setToolTip(words.format(count=format_count(counts[name]), name=names[name]))
            button.setAccessibleName(button.toolTip())

    def _clean_words(self, silenced: int) -> str:
        """What is said where there is no finding to show."""
        if self._document.total.poor_start is None:
            return self.tr("Chưa có số liệu để kiểm tra")
        if silenced:
            return self.tr("✓ Không có vấn đề (đã ẩn {count})").format(count=silenced)
        return self.tr("✓ Không có vấn đề")

    def _arrange(self, shown: Sequence[Finding]) -> None:
        """A row for each finding; one that is shown already keeps its row."""
        before = self.shown_rows
        places = {_place(row.finding): row for row in self.rows if row.finding is not None}
        kept = [places.pop(_place(finding), None) for finding in shown]
        used = {row for row in kept if row is not None}
        spare = [row for row in self.rows if row not in used]
        rows = [row or (spare.pop(0) if spare else self._new_row()) for row in kept]
        for at, row in enumerate((*rows, *spare)):
            if at >= len(self.rows) or self.rows[at] is not row:
                self._column.insertWidget(_HEAD + at, row)
        self.rows = [*rows, *spare]
        for row, finding in zip(rows, shown, strict=True):
            self._fill(row, finding)
        for row in rows:
            row.show()
        for row in spare:
            row.hide()
            # Without height, since it appears where it stood, before it gets its new place: there
            # it would spoil rows that only move, and they would be painted anew.
            row.resize(row.width(), 0)
        if rows != before:
            self._order_keys()
            self._column.invalidate()
            self.updateGeometry()

    def _order_keys(self) -> None:
        """Rows come late, and would be reached after everything else in the panel."""
        steps = (step for row in self.rows for step in (row, row.fix_button, row.silence))
        for before, after in pairwise((self._notes, *steps, self._more)):
            self.setTabOrder(before, after)

    def _fill(self, row: FindingRow, finding: Finding) -> None:
        plan = self._document.plan
        reason = reason_of(plan, finding) if self._wanted == _SILENCED else None
        if row.shows(finding, reason):
            return
        # The button that mends it says how many households are missing.
        headline = finding_headline(plan, finding, with_missing=not finding.fixable)
        row.show_finding(finding, headline, finding_sentence(plan, finding), reason)

    def _filter(self, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIconSize(QSize(14, 14))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("finding_level", str(name))
        button.clicked.connect(self._on_filter)
        return button

    def _link(self, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(slot)
        return button

    def _show_notes(self, count: int) -> None:
        """The button that shows what is only worth knowing."""
        self._notes.setVisible(count > 0)
        words = self.tr("Ẩn lưu ý") if self._notes_shown else self.tr("Xem {count} lưu ý")
        label = words.format(count=format_count(count))
        if self._notes.text() != label:
            self._notes.setText(label)

    def _on_notes(self) -> None:
        self._notes_shown = not self._notes_shown
        self._room = _MANY if self._notes_shown else _FEW  # they come last, and are wanted now
        self.refresh()

    def _new_row(self) -> FindingRow:
        row = FindingRow(self._theme, self._preview, self)
        row.clicked.connect(self._on_clicked)
        row.fix_requested.connect(self._on_fix)
        row.silence_requested.connect(self._on_silence)
        return row

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in self.filters.values():
            head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self._clean)
        head.addWidget(self._notes)
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def _preview(self, finding: Finding) -> str:
        return fix_preview(self._document.plan, finding)

    def _on_filter(self) -> None:
        """Show only this level, or all again."""
        button = self.sender()
        if isinstance(button, QToolButton):
            name = str(button.property("finding_level"))
            self._wanted = None if name == self._wanted else name
            self._room = _FEW
            self.refresh()

    def _on_more(self) -> None:
        self._room = _MANY
        self.refresh()

    def _on_clicked(self, finding: Finding) -> None:
        self.cell_requested.emit(finding.unit, finding.cell)

    def _on_fix(self, finding: Finding) -> None:
        fix = finding.fix
        if fix is None:
            self.not_mended.emit()
        else:
            self._document.perform(fix)

    def _on_silence(self, finding: Finding) -> None:
        """Ask why; a silenced finding speaks again at once."""
        plan = self._document.plan
        if reason_of(plan, finding) is not None:
            self._document.perform(unsilence(plan, finding))
            return
        self._silencing = finding
        words = self.tr("{finding}\n\nLý do ẩn (được lưu trong kế hoạch):")
        label = words.format(finding=finding_sentence(plan, finding))
        dialog = NameDialog(self.tr("Ẩn cảnh báo"), label, "", self._silence, self.window())
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _silence(self, reason: str) -> None:
        if self._silencing is not None:
            self._document.perform(silence(self._document.plan, self._silencing, reason))


def _place(finding: Finding) -> tuple[str, str, Cell | None]:
    """What a finding is about; it may come back with other figures."""
    return finding.code, finding.unit, finding.cell


def _is_note(finding: Finding) -> bool:
    return finding.level is Level.INFO
