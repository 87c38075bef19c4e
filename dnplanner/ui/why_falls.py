"""Why the rate falls: households leaving poverty, and more households (domain, §2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dnplanner.core.numerals import MINUS, NO_VALUE, format_count, format_ratio
from dnplanner.core.rates import RATE_DECIMALS
from dnplanner.core.targets import decompose
from dnplanner.ui.labels import Line, section_title

if TYPE_CHECKING:
    from fractions import Fraction

    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme


class WhyFalls(QWidget):
    """The two parts of the drop, in points."""

    def __init__(self, document: Document, _theme: Theme, parent: QWidget | None = None) -> None:
        """Explain the whole of ``document``."""
        super().__init__(parent)
        self._document = document
        self._exits = Line(self)
        self._growth = Line(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(section_title(self.tr("Vì sao giảm"), self))
        column.addWidget(self._exits)
        column.addWidget(self._growth)

    def refresh(self) -> None:
        """Show the document as it is now."""
        row = self._document.total
        parts = decompose(row)
        change = (row.households_end or 0) - (row.households_start or 0)
        signed = ("+" if change >= 0 else MINUS) + format_count(abs(change))
        grown = self.tr("Tăng tổng số hộ ({change})").format(change=signed)
        self._exits.show_text(self.tr("Hộ thoát nghèo"), _part(parts.exits if parts else None))
        self._growth.show_text(grown, _part(parts.growth if parts else None))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours from the palette; there is nothing else to paint."""


def _part(points: Fraction | None) -> str:
    if points is None:
        return NO_VALUE
    sign = MINUS if points >= 0 else "+"
    return sign + format_ratio(abs(points), RATE_DECIMALS)
