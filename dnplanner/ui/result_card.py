"""The one number that matters: how far the whole's rate falls, held against its goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dnplanner.core.numerals import MINUS, NO_VALUE, format_count, format_ratio
from dnplanner.core.plan import GoalKind
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.models.result import goal_words, results_of_goals, spare_words
from dnplanner.models.wording import series_name, whole_name
from dnplanner.override import override
from dnplanner.ui.caption import Caption, Line
from dnplanner.ui.goal_lines import GoalLines
from dnplanner.ui.labels import section_title, tint, write

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.core.goals import GoalResult
    from dnplanner.core.targets import Row
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme


class GoalBar(QWidget):
    """How much of a goal in points is reached; a mark stands where the goal is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """An empty bar."""
        super().__init__(parent)
        self._theme = theme
        self._reached = 0.0
        self._met = True
        self.setFixedHeight(16)

    def show_goal(self, reached: Fraction, at_least: Fraction, *, met: bool) -> None:
        """Fill the bar; the goal stands at five sixths of its length until it is outrun."""
        share = float(reached / at_least) if at_least > 0 else 1.0
        self._reached, self._met = max(0.0, min(1.2, share)), met
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self.update()

    # Qt overrides

    @override
    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, 16)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        """A rounded track, its filled part, and the mark of the goal."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width, goal = self.width(), self.width() / 1.2
        painter.setBrush(QColor(self._theme.line))
        painter.drawRoundedRect(QRectF(0, 4, width, 8), 4, 4)
        painter.setBrush(QColor(self._theme.accent if self._met else self._theme.warning))
        painter.drawRoundedRect(QRectF(0, 4, max(8.0, goal * self._reached), 8), 4, 4)
        painter.setBrush(QColor(self._theme.text))
        painter.drawRect(QRectF(goal - 1, 0, 2, 16))


class ResultCard(QWidget):
    """The whole's points, rates and counts, and one line for each goal."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Show ``document``'s whole."""
        super().__init__(parent)
        self._document = document
        self._theme = theme
        self._title = section_title("", self)
        self._points = Caption(self)
        font = QFont(self._points.font())
        font.setPointSizeF(font.pointSizeF() * 2.9)
        font.setWeight(QFont.Weight.DemiBold)
        self._points.setFont(font)
        self._unit = QLabel(self.tr("điểm %"), self)
        self._rates = Caption(self, yields=True)
        self._bar = GoalBar(theme, self)
        self._counts = Line(self)
        self._missing = QLabel(self)
        self._missing.setWordWrap(True)
        self.goals = GoalLines(theme, self)
        self._lay_out()
        self.set_theme(theme)

    def refresh(self) -> None:
        """Show the document as it is now."""
        row, plan = self._document.total, self._document.plan
        title = self.tr("{whole} · {year}").format(
            whole=whole_name(plan), year=self._document.question.year
        )
        write(self._title, title)
        write(self._points, _drop(row))
        arrow = self.tr("{start} → {end} %")
        write(self._rates, arrow.format(start=_rate(row.rate_start), end=_rate(row.rate_end)))
        known = row.poor_start is not None
        for label in (self._points, self._unit, self._rates):
            label.setVisible(known)
        self._points.setAccessibleName(f"{title}: {_drop(row)} {self._unit.text()}")
        results = results_of_goals(self._document)
        self._show_bar(results)
        self._show_counts(row, results)
        beside = next((one for one in self._of_series(results) if spare_words(one)), None)
        words = (goal_words(self._document, one, with_spare=one is not beside) for one in results)
        self.goals.show_goals([*words])

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._bar.set_theme(theme)
        self.goals.set_theme(theme)
        tint(self._points, theme.accent)
        for label in (self._unit, self._rates, self._counts, self._missing):
            tint(label, theme.muted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(self._unit)
        beside.addWidget(self._rates)
        beside.addStretch(1)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._points)
        top.addLayout(beside, 1)
        column.addWidget(self._title)
        column.addLayout(top)
        column.addWidget(self._bar)
        column.addWidget(self._counts)
        column.addWidget(self._missing)
        column.addWidget(self.goals)

    def _of_series(self, results: list[GoalResult]) -> list[GoalResult]:
        """The results on what the table counts; the others have their own lines."""
        series = self._document.question.series
        return [result for result in results if result.goal.series is series]

    def _show_bar(self, results: list[GoalResult]) -> None:
        for result in self._of_series(results):
            if result.goal.kind is GoalKind.POINTS and result.reached is not None:
                self._bar.show_goal(result.reached, result.goal.at_least, met=bool(result.met))
                self._bar.show()
                tint(self._points, self._theme.accent if result.met else self._theme.warning)
                return
        self._bar.hide()
        tint(self._points, self._theme.accent)

    def _show_counts(self, row: Row, results: list[GoalResult]) -> None:
        known = row.poor_start is not None
        self._counts.setVisible(known)
        self._missing.setVisible(not known)
        if not known:
            write(self._missing, self._missing_words())
            return
        text = self.tr("{start} → {end} hộ · giảm {reduction}").format(
            start=format_count(row.poor_start),
            end=format_count(row.poor_end),
            reduction=format_count(row.reduction),
        )
        told = (spare_words(result) for result in self._of_series(results))
        self._counts.show_text(text, next(filter(None, told), ""))

    def _missing_words(self) -> str:
        """What there is no figure of yet, and where figures come from."""
        question = self._document.question
        words = self.tr(
            "Chưa có số liệu {series} cuối năm {year}: hãy gõ vào bảng, hoặc bấm “Nhập số liệu…”"
            " để lấy từ Excel."
        )
        return words.format(series=series_name(question.series), year=question.year - 1)


def _drop(row: Row) -> str:
    """The points as a fall: −2,03; a rise carries a plus."""
    if row.points is None:
        return NO_VALUE
    text = format_ratio(abs(row.points), RATE_DECIMALS)
    return (MINUS if row.points >= 0 else "+") + text


def _rate(value: Fraction | None) -> str:
    return format_ratio(value, RATE_DECIMALS)
