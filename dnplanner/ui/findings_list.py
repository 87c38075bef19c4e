"""Findings, worst first, each with its fix; an explicit clean state; notes on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dnplanner.core.checks import Finding, Level
from dnplanner.core.numerals import format_count
from dnplanner.models.wording import finding_headline, finding_sentence
from dnplanner.override import override
from dnplanner.ui.icons import icon
from dnplanner.ui.labels import section_title, tint, write

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme

_SHOWN = 12
"""Findings listed at once; the rest is counted."""
_ICON = 16

_Look: TypeAlias = tuple[QColor, QColor, QPixmap]
"""Colour of the frame when focused, soft colour under the words, the mark."""


def _look(level: Level, theme: Theme) -> _Look:
    colour, soft, name = {
        Level.ERROR: (theme.danger, theme.danger_soft, "error"),
        Level.WARNING: (theme.warning, theme.warning_soft, "warning"),
        Level.INFO: (theme.muted, theme.base, "info"),
    }[level]
    return QColor(colour), QColor(soft), icon(name, colour).pixmap(_ICON, _ICON)


class FindingRow(QFrame):
    """One finding: a click goes to its cell, the button mends it."""

    clicked = Signal(object)
    fix_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty row, filled by ``show_finding``."""
        super().__init__(parent)
        self._finding: Finding | None = None
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._fix = QPushButton(self)
        self._fix.setObjectName("link")
        self._fix.setCursor(Qt.CursorShape.PointingHandCursor)
        self._fix.clicked.connect(self._on_fix)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 2, 4)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self._fix, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName("finding")
        self.set_theme(theme)

    def shows(self, finding: Finding) -> bool:
        """Whether this very finding is shown already."""
        return finding is self._finding

    @property
    def words(self) -> str:
        """What the row says."""
        return self._words.text()

    @property
    def fix_button(self) -> QPushButton:
        """The button that mends it."""
        return self._fix

    def show_finding(self, finding: Finding, headline: str, sentence: str) -> None:
        """Fill the row: the headline to read, the whole sentence as tip and for screen readers."""
        same_look = self._finding is not None and self._finding.level is finding.level
        self._finding = finding
        write(self._words, headline)
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self._fix.setVisible(finding.fixable)
        words = self.tr("Bù {count} hộ") if finding.missing else self.tr("Sửa")
        label = words.format(count=format_count(finding.missing))
        if self._fix.text() != label:
            self._fix.setText(label)
        self._fix.setAccessibleName(f"{label}: {sentence}")
        if not same_look:
            self._paint_level()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._looks: dict[Level, _Look] = {}
        self._paint_level()

    def _paint_level(self) -> None:
        level = self._finding.level if self._finding else Level.WARNING
        look = self._looks.get(level)
        if look is None:
            look = self._looks[level] = _look(level, self._theme)
        self._colour, self._soft, mark = look
        self._mark.setPixmap(mark)
        self.update()

    def _on_fix(self) -> None:
        if self._finding is not None:
            self.fix_requested.emit(self._finding)

    # Qt overrides

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A soft card; not by a style sheet, which takes a frame to change."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._colour if self.hasFocus() else QColor(self._theme.line))
        painter.setBrush(self._soft)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the cell."""
        if event.button() == Qt.MouseButton.LeftButton and self._finding is not None:
            self.clicked.emit(self._finding)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space go to the cell."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self._finding is not None:
            self.clicked.emit(self._finding)
        else:
            super().keyPressEvent(event)


class FindingsList(QWidget):
    """All findings on what is shown, or the statement that there are none."""

    cell_requested = Signal(str, object)

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """List the findings of ``document``."""
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._rows: list[FindingRow] = []
        self._title = section_title("", self)
        self._clean = QLabel(self.tr("✓ Không có vấn đề"), self)
        self._more = QLabel(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._notes_shown = False
        self._notes = QPushButton(self)
        self._notes.setObjectName("link")
        self._notes.setCursor(Qt.CursorShape.PointingHandCursor)
        self._notes.clicked.connect(self._on_notes)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._notes)
        self._column.addLayout(top)
        self._column.addWidget(self._clean)
        self._column.addWidget(self._more)

    def refresh(self) -> None:
        """Show the document as it is now."""
        found = self._document.findings
        findings = [finding for finding in found if finding.level is not Level.INFO]
        notes = [finding for finding in found if finding.level is Level.INFO]
        title = self.tr("Cần xem lại · {count}").format(count=format_count(len(findings)))
        write(self._title, title if findings else self.tr("Kiểm tra"))
        self._clean.setVisible(not findings)
        tint(self._clean, self._theme.accent)
        self._show_notes(len(notes))
        findings += notes if self._notes_shown else []
        shown = findings[:_SHOWN]
        while len(self._rows) < len(shown):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                self._fill(row, shown[place])
        rest = len(findings) - len(shown)
        write(self._more, self.tr("… và {count} điểm khác").format(count=format_count(rest)))
        self._more.setVisible(rest > 0)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        for row in self._rows:
            row.set_theme(theme)

    def _fill(self, row: FindingRow, finding: Finding) -> None:
        if row.shows(finding):
            return
        plan = self._document.plan
        # The button that mends it says how many households are missing.
        headline = finding_headline(plan, finding, with_missing=not finding.fixable)
        row.show_finding(finding, headline, finding_sentence(plan, finding))

    def _add_row(self) -> None:
        row = FindingRow(self._theme, self)
        row.clicked.connect(self._on_clicked)
        row.fix_requested.connect(self._on_fix)
        self._column.insertWidget(1 + len(self._rows), row)
        self._rows.append(row)

    def _show_notes(self, count: int) -> None:
        """The button that shows what is only worth knowing."""
        self._notes.setVisible(count > 0)
        words = self.tr("Ẩn lưu ý") if self._notes_shown else self.tr("Xem {count} lưu ý")
        label = words.format(count=format_count(count))
        if self._notes.text() != label:
            self._notes.setText(label)

    def _on_notes(self) -> None:
        self._notes_shown = not self._notes_shown
        self.refresh()

    def _on_clicked(self, finding: Finding) -> None:
        self.cell_requested.emit(finding.unit, finding.cell)

    def _on_fix(self, finding: Finding) -> None:
        if finding.fix is not None:
            self._document.perform(finding.fix)
