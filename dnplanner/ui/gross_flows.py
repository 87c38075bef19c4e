"""Gross flows: how many households must escape when some relapse or become poor anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from dnplanner.core.errors import PlannerError
from dnplanner.core.expectations import expect, expected_below, own_or_below
from dnplanner.core.flows import Expected, must_escape
from dnplanner.core.numerals import NO_VALUE, format_count, parse_count
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override
from dnplanner.ui.caption import Line
from dnplanner.ui.labels import write

if TYPE_CHECKING:
    from dnplanner.core.evaluation import Question
    from dnplanner.core.targets import Row
    from dnplanner.models.document import Document

_FIELD = 9
"""Width of a field, in digits."""
_TYPED = 2
"""The flows that are typed here, which are the first of Expected."""


class GrossFlows(QWidget):
    """What is expected of the unit in view: typed here, kept in the plan, undone as any change."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """No unit in view yet."""
        super().__init__(parent)
        self._document = document
        self._row: Row | None = None
        self._place: tuple[Question, str] | None = None
        self._shown = Expected()
        self._below = Expected()
        self._summed: tuple[object, object] | None = None
        """The table and the place of which ``_below`` is the sum."""
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
        """Another unit, or other figures of it.

        What is being typed is taken before another unit is shown, and stays while the plan says
        nothing else about this one.
        """
        place = (self._document.question, unit)
        if self._place is not None and self._place == (place[0], self._place[1]) != place:
            self._take()
        expected = self._expected(place)
        if place != self._place or expected != self._shown:
            self._row, self._place = row, place
            self._show(expected)
        self._row = row
        self._sum_below(place)
        self._calculate()

    def _sum_below(self, place: tuple[Question, str]) -> None:
        """What is not typed here is the sum of what is expected of the units below."""
        plan = self._document.plan
        table = plan.tables.expected
        if self._summed is not None and self._summed[0] is table and self._summed[1] == place:
            return
        self._summed = (table, place)
        self._below = expected_below(plan, *place)
        for field, count in zip(self._fields(), self._below[:_TYPED], strict=True):
            field.setPlaceholderText(format_count(count))

    def settle(self) -> bool:
        """Take what is being typed, if anything; False when it is refused and must be mended."""
        taken = self._take()
        if not taken:
            # Where it was refused is where it is mended.
            next(field for field in self._fields() if field.isModified()).setFocus()
        return taken

    def give_up(self) -> None:
        """Leave what is being typed, and show what the plan says."""
        if self._place is not None:
            self._show(self._expected(self._place))
            self._calculate()

    def _expected(self, place: tuple[Question, str]) -> Expected:
        (scenario, year, series), unit = place
        return self._document.plan.expected(scenario, unit, year, series)

    def _show(self, expected: Expected) -> None:
        """Show what the plan says; nothing expected leaves a field empty."""
        self._shown = expected
        counts = (expected.relapsed, expected.newly_poor)
        for field, count in zip(self._fields(), counts, strict=True):
            field.setText(format_count(count) if count else "")
            field.setModified(False)

    def _take(self) -> bool:
        """Make what was typed, if anything, an edit of the plan; False when it is refused."""
        place = self._place
        if place is None or not any(field.isModified() for field in self._fields()):
            return True
        question, unit = place
        try:
            relapsed, newly_poor = (_count(field) for field in self._fields())
            expected = self._shown._replace(relapsed=relapsed, newly_poor=newly_poor)
            edit = expect(self._document.plan, question, unit, expected)
        except PlannerError:
            return False  # said beside the field while it was typed
        self._show(expected)
        self._document.perform(edit)
        return True

    def _fields(self) -> tuple[QLineEdit, QLineEdit]:
        return self.relapsed, self.newly_poor

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("0") * _FIELD)
        field.setAccessibleName(name)
        field.setPlaceholderText("0")
        field.textEdited.connect(self._calculate)
        field.editingFinished.connect(self._take)
        field.installEventFilter(self)
        return field

    def _calculate(self) -> None:
        row = self._row
        words = self.tr("Phải thoát nghèo")
        if row is None or row.reduction is None or row.poor_start is None:
            self._tell(words, NO_VALUE, "")
            return
        try:
            relapsed, newly_poor = (_count(field) for field in self._fields())
            typed = self._shown._replace(relapsed=relapsed, newly_poor=newly_poor)
            expected = own_or_below(typed, self._below)
            found = must_escape(row.reduction, row.poor_start, expected)
        except PlannerError as error:
            self._tell(words, NO_VALUE, refusal_sentence(error))
            return
        note = ""
        if expected != typed:
            note = self.tr("Ô để trống được cộng từ các đơn vị bên dưới.")
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

    # Qt overrides

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives up what was typed."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress:
            self.give_up()
            return True
        return super().eventFilter(watched, event)


def _count(field: QLineEdit) -> int:
    """The households typed; an empty field expects none. Raises NumeralError."""
    text = field.text().strip()
    return parse_count(text) if text else 0
