"""One finding in the panel: read it, go to its cell, mend it, or silence it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.checks import Finding, Level
from dnplanner.core.numerals import format_count
from dnplanner.override import override
from dnplanner.ui.icons import icon
from dnplanner.ui.labels import tint, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from dnplanner.ui.theme import Theme

_ICON = 16
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class FixButton(QPushButton):
    """Tells what it would change only when somebody asks: fixes are made at that moment."""

    def __init__(self, preview: Callable[[], str], parent: QWidget) -> None:
        """``preview`` says what a click would do."""
        super().__init__(parent)
        self._preview = preview
        self.setObjectName("link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    # Qt overrides

    @override
    def event(self, event: QEvent) -> bool:
        """Make the preview when it is about to be shown or read."""
        if event.type() in (QEvent.Type.ToolTip, QEvent.Type.FocusIn):
            preview = self._preview()
            self.setToolTip(preview)
            self.setAccessibleDescription(preview)
        return super().event(event)


class FindingRow(QFrame):
    """A click goes to the cell, the button mends it, the cross silences it."""

    clicked = Signal(object)
    fix_requested = Signal(object)
    silence_requested = Signal(object)
    """The finding is to be silenced, or to speak again where it is silenced."""

    def __init__(
        self, theme: Theme, preview: Callable[[Finding], str], parent: QWidget | None = None
    ) -> None:
        """An empty row, filled by ``show_finding``; ``preview`` says what a fix would do."""
        super().__init__(parent)
        self.finding: Finding | None = None
        self._preview = preview
        self._silenced = False
        self._mark = QLabel(self)
        self._words = QLabel(self)
        self._reason = QLabel(self)
        for label in (self._words, self._reason):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.fix_button = FixButton(self._preview_text, self)
        self.fix_button.clicked.connect(self._on_fix)
        self.silence = QToolButton(self)
        self.silence.setAutoRaise(True)
        self.silence.setFixedSize(_ICON + 4, _ICON + 4)
        self.silence.setIconSize(QSize(_ICON - 4, _ICON - 4))
        self.silence.clicked.connect(self._on_silence)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setObjectName("finding")
        self.set_theme(theme)

    @property
    def words(self) -> str:
        """What is read in the row."""
        return "\n".join(filter(None, (self._words.text(), self._reason.text())))

    def shows(self, finding: Finding, reason: str | None) -> bool:
        """Whether this very finding is shown already, with this reason for being silenced."""
        return finding is self.finding and self._silenced is (reason is not None)

    def show_finding(
        self, finding: Finding, headline: str, sentence: str, reason: str | None = None
    ) -> None:
        """Fill the row: the headline to read, the whole sentence as tip and for screen readers.

        ``reason`` is why the finding is silenced, None for one that is not.
        """
        known = self.finding
        stays = known is not None and known.level is finding.level
        same_look = stays and self._silenced is (reason is not None)
        self.finding, self._silenced = finding, reason is not None
        write(self._words, headline)
        told = self.tr("Đã ẩn: {reason}").format(reason=reason)
        write(self._reason, told if self._silenced else "")
        self._reason.setVisible(self._silenced)
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self._show_buttons(finding, sentence)
        if not same_look:
            self._paint_level()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        tint(self._reason, theme.muted)
        self._paint_level()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._words)
        words.addWidget(self._reason)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 2, 4)
        row.setSpacing(3)
        row.addWidget(self._mark, 0, _MIDDLE)
        row.addLayout(words, 1)
        row.addWidget(self.fix_button, 0, _MIDDLE)
        row.addWidget(self.silence, 0, _MIDDLE)

    def _show_buttons(self, finding: Finding, sentence: str) -> None:
        self.fix_button.setVisible(finding.fixable and not self._silenced)
        words = self.tr("Bù {count} hộ") if finding.missing else self.tr("Sửa")
        label = words.format(count=format_count(finding.missing))
        if self.fix_button.text() != label:
            self.fix_button.setText(label)
        self.fix_button.setAccessibleName(f"{label}: {sentence}")
        words = self.tr("Hiện lại") if self._silenced else self.tr("Ẩn, có ghi lý do…")
        self.silence.setToolTip(words)
        self.silence.setAccessibleName(f"{words}: {sentence}")

    def _paint_level(self) -> None:
        level = self.finding.level if self.finding else Level.WARNING
        theme = self._theme
        colour, soft, name = {
            Level.ERROR: (theme.danger, theme.danger_soft, "error"),
            Level.WARNING: (theme.warning, theme.warning_soft, "warning"),
            Level.INFO: (theme.muted, theme.base, "info"),
        }[level]
        if self._silenced:
            colour, soft = theme.muted, theme.base
        self._colour, self._soft = QColor(colour), QColor(soft)
        self._mark.setPixmap(icon(name, colour).pixmap(_ICON, _ICON))
        self.silence.setIcon(icon("undo" if self._silenced else "close", theme.muted))
        self.update()

    def _preview_text(self) -> str:
        return "" if self.finding is None else self._preview(self.finding)

    def _on_clicked(self) -> None:
        if self.finding is not None:
            self.clicked.emit(self.finding)

    def _on_fix(self) -> None:
        if self.finding is not None:
            self.fix_requested.emit(self.finding)

    def _on_silence(self) -> None:
        if self.finding is not None:
            self.silence_requested.emit(self.finding)

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
        if event.button() == Qt.MouseButton.LeftButton:
            self._on_clicked()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space go to the cell, Delete silences."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_clicked()
        elif event.key() == Qt.Key.Key_Delete:
            self._on_silence()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that can be done with it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Đi đến ô"), self._on_clicked)
        if not self.fix_button.isHidden():
            menu.addAction(self.fix_button.text(), self._on_fix).setToolTip(self._preview_text())
            menu.setToolTipsVisible(True)
        menu.addAction(self.silence.toolTip(), self._on_silence)
        menu.popup(event.globalPos())
