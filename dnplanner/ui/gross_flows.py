"""Gross flows: how many households must escape when some relapse or become poor anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dnplanner.core.errors import PlannerError
from dnplanner.core.flows import Expected, must_escape
from dnplanner.core.numerals import NO_VALUE, format_count, parse_count
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.caption import Line
from dnplanner.ui.labels import write

if TYPE_CHECKING:
    from dnplanner.core.targets import Row

_FIELD = 9
"""Width of a field, in digits."""


class GrossFlows(QWidget):
    """What is expected is typed here for the unit in view, and belongs to no document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing expected yet."""
        super().__init__(parent)
        self._row: Row | None = None
        self._unit = ""
        self._typed: dict[str, tuple[str, str]] = {}
        self.relapsed = self._field(self.tr("Tái nghèo dự kiến (hộ)"))
        self.newly_poor = self._field(self.tr("Phát sinh mới dự kiến (hộ)"))
        self.result = Line(self)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for place, field in enumerate((self.relapsed, self.newly_poor)):
            label = QLabel(field.accessibleName(), self)
            label.setBuddy(field)
            grid.addWidget(label, place, 0)
            grid.addWidget(field, place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(5)
        column.addLayout(grid)
        column.addWidget(self.result)
        column.addWidget(self._note)

    @property
    def note(self) -> str:
        """What is wrong with what was typed; empty when nothing is."""
        return self._note.text()

    def show_row(self, unit: str, row: Row) -> None:
        """Another unit, or other figures of it; what was typed for a unit comes back with it."""
        self._row = row
        if unit != self._unit:
            self._unit = unit
            for field, text in zip(self._fields(), self._typed.get(unit, ("", "")), strict=True):
                field.setText(text)
        self._calculate()

    def _fields(self) -> tuple[QLineEdit, QLineEdit]:
        return self.relapsed, self.newly_poor

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("0") * _FIELD)
        field.setAccessibleName(name)
        field.setPlaceholderText("0")
        field.textEdited.connect(self._on_edited)
        return field

    def _on_edited(self) -> None:
        self._typed[self._unit] = (self.relapsed.text(), self.newly_poor.text())
        self._calculate()

    def _calculate(self) -> None:
        row = self._row
        words = self.tr("Phải thoát nghèo")
        if row is None or row.reduction is None or row.poor_start is None:
            self._tell(words, NO_VALUE, "")
            return
        try:
            relapsed, newly_poor = (_count(field) for field in self._fields())
            found = must_escape(row.reduction, row.poor_start, Expected(relapsed, newly_poor))
        except PlannerError as error:
            self._tell(words, NO_VALUE, refusal_sentence(error))
            return
        note = ""
        if found.beyond:
            note = self.tr("Vượt số hộ nghèo đầu năm {count} hộ: không thể đạt.").format(
                count=format_count(found.beyond)
            )
        figure = self.tr("{count} hộ").format(count=format_count(found.must_escape))
        self._tell(words, figure, note)

    def _tell(self, words: str, figure: str, note: str) -> None:
        self.result.show_text(words, figure)
        write(self._note, note)
        self._note.setVisible(bool(note))


def _count(field: QLineEdit) -> int:
    """The households typed; an empty field expects none. Raises NumeralError."""
    text = field.text().strip()
    return parse_count(text) if text else 0
