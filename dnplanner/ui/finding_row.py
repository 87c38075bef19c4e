"""One finding in the panel: read it, go to its cell, mend it, or silence it with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from dnplanner.core.checks import Finding, Level
from dnplanner.core.numerals import format_count
from dnplanner.override import override
from dnplanner.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from dnplanner.ui.theme import Theme

_ICON = 16
_LEFT, _RIGHT, _ABOVE, _GAP = 8, 2, 4, 3
_WIDTH = 200
_MOST = 1 << 14
"""More pixels than any text is high."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


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


class FindingRow(QWidget):
    """A click goes to the cell, the button mends it, the cross silences it.

    It paints its words and places its buttons itself: rows come, go and change with every edit, and
    labels in layouts would have the whole panel measured anew each time.
    """

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
        self._headline = self._reason = ""
        self._heights: dict[int, int] = {}
        self.fix_button = FixButton(self._preview_text, self)
        self.fix_button.clicked.connect(self._on_fix)
        self.silence = QToolButton(self)
        self.silence.setAutoRaise(True)
        self.silence.setFixedSize(_ICON + 4, _ICON + 4)
        self.silence.setIconSize(QSize(_ICON - 4, _ICON - 4))
        self.silence.clicked.connect(self._on_silence)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAutoFillBackground(True)  # a row that only moves is copied, not painted anew
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_theme(theme)

    @property
    def words(self) -> str:
        """What is read in the row."""
        return "\n".join(filter(None, (self._headline, self._reason)))

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
        self._headline = headline
        told = self.tr("Đã ẩn: {reason}").format(reason=reason)
        self._reason = told if self._silenced else ""
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self._show_buttons(finding, sentence)
        self._fit()
        if not same_look:
            self._paint_level()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._paint_level()

    def _fit(self) -> None:
        """Ask for another height where the words need one, and give the buttons their places."""
        width = self.width()
        before = self._heights.get(width)
        self._heights = {}
        self._place_buttons()
        if self.heightForWidth(width) != before:
            self.updateGeometry()
        self.update()

    def _place_buttons(self) -> None:
        right = self.width() - _RIGHT
        for button in (self.silence, self.fix_button):
            if button.isHidden():
                continue
            size = button.sizeHint() if button is self.fix_button else button.size()
            place = QPoint(right - size.width(), (self.height() - size.height()) // 2)
            button.setGeometry(QRect(place, size))
            right = place.x() - _GAP

    def _words_area(self, width: int) -> QRect:
        """Where the words stand in a row of this width; as high as there may ever be words."""
        taken = _RIGHT + self.silence.width() + _GAP
        if not self.fix_button.isHidden():
            taken += self.fix_button.sizeHint().width() + _GAP
        left = _LEFT + _ICON + _GAP
        return QRect(left, _ABOVE, max(1, width - left - taken), _MOST)

    def _paragraphs(self, area: QRect) -> list[tuple[QRect, str]]:
        """The places of headline and reason, one under the other."""
        places, top = [], area.top()
        for text in filter(None, (self._headline, self._reason)):
            room = QRect(area.left(), top, area.width(), _MOST)
            place = self.fontMetrics().boundingRect(room, _WRAPPED, text)
            places.append((QRect(room.topLeft(), QSize(area.width(), place.height())), text))
            top += place.height() + 2
        return places

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
        self._mark = icon(name, colour)
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
        self._mark.paint(painter, _LEFT, (self.height() - _ICON) // 2, _ICON, _ICON)
        places = self._paragraphs(self._words_area(self.width()))
        height = places[-1][0].bottom() - _ABOVE + 1 if places else 0
        below = (self.height() - height) // 2 - _ABOVE
        for place, text in places:
            painter.setPen(QColor(self._theme.muted if text is self._reason else self._theme.text))
            painter.drawText(place.translated(0, below), _WRAPPED, text)

    @override
    def hasHeightForWidth(self) -> bool:
        """Long words need more lines."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """The words, or the buttons where they are higher."""
        found = self._heights.get(width)
        if found is None:
            places = self._paragraphs(self._words_area(width))
            words = places[-1][0].bottom() - _ABOVE + 1 if places else 0
            highest = max(words, self.silence.height(), self.fix_button.sizeHint().height())
            found = self._heights[width] = highest + 2 * _ABOVE
        return found

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(_WIDTH, self.heightForWidth(max(self.width(), _WIDTH)))

    @override
    def minimumSizeHint(self) -> QSize:
        """Narrower than any panel."""
        return QSize(_WIDTH // 2, self.silence.height() + 2 * _ABOVE)

    @override
    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the buttons at the right."""
        self._place_buttons()

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Other fonts need other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights = {}
            self.updateGeometry()

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
