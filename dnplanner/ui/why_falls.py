"""Why the rate falls: households leaving poverty, and more households (domain, §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dnplanner.core.numerals import MINUS, NO_VALUE, format_count, format_ratio
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.core.series import Series
from dnplanner.core.targets import decompose
from dnplanner.ui.caption import Line
from dnplanner.ui.fall_bar import FallBar
from dnplanner.ui.labels import section_title

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.core.targets import Row
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme


class FallParts(QWidget):
    """The two parts of one row's drop, in points, as a bar and in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing to explain yet."""
        super().__init__(parent)
        self.bar = FallBar(theme, self)
        self.exits = Line(self)
        self.growth = Line(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.bar)
        column.addWidget(self.exits)
        column.addWidget(self.growth)

    def show_row(self, row: Row, series: Series) -> None:
        """Explain a row of households counted by ``series``."""
        parts = decompose(row)
        exits = self._exits(series).format(count=format_count(row.reduction))
        grown = self.tr("Tăng tổng số hộ ({change})").format(change=_change_of_households(row))
        self.bar.show_parts(parts)
        self.exits.show_text(exits, _part(parts.exits if parts else None))
        self.growth.show_text(grown, _part(parts.growth if parts else None))
        self.bar.setAccessibleName(f"{self.exits.accessibleName()}; {self.growth.accessibleName()}")

    def _exits(self, series: Series) -> str:
        if series is Series.NEAR_POOR:
            return self.tr("Hộ cận nghèo giảm ({count})")
        if series is Series.MULTIDIMENSIONAL:
            return self.tr("Hộ nghèo đa chiều giảm ({count})")
        return self.tr("Hộ nghèo giảm ({count})")

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.bar.set_theme(theme)


class WhyFalls(QWidget):
    """Why the rate of the whole falls."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Explain the whole of ``document``."""
        super().__init__(parent)
        self._document = document
        self.parts = FallParts(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(section_title(self.tr("Vì sao giảm"), self))
        head.addWidget(self.parts.bar, 1)
        column.addLayout(head)
        column.addWidget(self.parts)

    def refresh(self) -> None:
        """Show the document as it is now."""
        self.parts.show_row(self._document.total, self._document.question.series)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.parts.set_theme(theme)


def _part(points: Fraction | None) -> str:
    if points is None:
        return NO_VALUE
    figure = format_ratio(abs(points), RATE_DECIMALS)
    if not points:
        return figure
    return (MINUS if points > 0 else "+") + figure


def _change_of_households(row: Row) -> str:
    if row.households_start is None or row.households_end is None:
        return NO_VALUE
    change = row.households_end - row.households_start
    return ("+" if change >= 0 else MINUS) + format_count(abs(change))
