"""Open questions about a file, each with its answers one click or one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.errors import NumeralError
from dnplanner.core.numerals import format_count
from dnplanner.exchange.proposals import LEFT_OUT
from dnplanner.models.import_session import NOT_LEFT_OUT, UNANSWERABLE
from dnplanner.models.intake_lines import answer_text
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.answer_buttons import AnswerButtons
from dnplanner.ui.answer_fields import FigureField, UnitField
from dnplanner.ui.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.core.plan import Plan
    from dnplanner.exchange.proposals import Doubt
    from dnplanner.models.import_session import DoubtLine, ImportSession

_COLUMNS = 3


class Asked:
    """A line in a list of questions, with the file it is about."""

    def __init__(self, line: DoubtLine, session: ImportSession) -> None:
        """``session`` takes the answer."""
        self.line = line
        self.session = session


class DoubtPanel(QWidget):
    """The questions above, the answers to the current one below."""

    decided = Signal(object)
    """A question was answered in its session; carries the session."""
    shown = Signal(object)
    """Another question is current; carries its Doubt."""
    whole_asked = Signal(object, str)
    """A question about the whole table; carries its Doubt and the answer chosen."""

    def __init__(self, parent: QWidget, *, with_file: bool = False) -> None:
        """``with_file`` adds a column that says which file asks."""
        super().__init__(parent)
        self._with_file = with_file
        self._asked: list[Asked] = []
        headings = [self.tr("Ô"), self.tr("Trên tệp"), self.tr("Vì sao cần hỏi"), self.tr("Chọn")]
        if with_file:
            headings.insert(0, self.tr("Tệp"))
        self.view = LineView(LineTable(headings, self._texts), self.tr("Chỗ cần quyết định"), self)
        widths = (24, 9, 14, 30, 30) if with_file else (10, 15, 30, 30)
        self.view.set_widths(widths, 3 if with_file else 2)
        self.view.line_chosen.connect(self._on_chosen)
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self._buttons = AnswerButtons(_COLUMNS, self)
        self._buttons.picked.connect(self._on_picked)
        self._figure = FigureField(self.tr("Số khác:"), self)
        self._figure.used.connect(self._on_figure)
        self._unit = UnitField(self)
        self._unit.used.connect(self._on_unit)
        self._reason = QLabel(self)
        self._reason.setObjectName("refusal")
        self._reason.setWordWrap(True)
        self._reopen = QPushButton(self.tr("Hỏi lại"), self)
        self._reopen.clicked.connect(self._on_reopen)
        self._lay_out()
        self._show_question(None)

    def show_lines(self, asked: Sequence[Asked]) -> None:
        """Show other questions; the first open one becomes the current one."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        before = self._current()
        self._asked = list(asked)
        self.view.lines.show_lines(self._asked)
        row = self._next_row(before)
        if row is None:
            self._show_question(None)
            return
        self.view.choose(row)
        if had_focus:
            self.view.setFocus()

    def answers(self) -> list[QPushButton]:
        """The buttons of the answers offered, in order."""
        return self._buttons.buttons()

    @property
    def figure(self) -> QLineEdit:
        """Where another figure is typed."""
        return self._figure.line

    @property
    def reason(self) -> str:
        """Why what was typed is no answer; empty when it is one."""
        return self._reason.text()

    def _texts(self, asked: Any) -> Sequence[str]:
        line: DoubtLine = asked.line
        decision = self.tr("● chưa chọn") if line.is_open else f"✓ {line.decision}"
        if line.is_recalled and not line.is_open:
            decision = self.tr("{decision} (lần trước)").format(decision=decision)
        texts = (line.place, line.text, line.reason, decision)
        return (asked.session.file.source.name, *texts) if self._with_file else texts

    def _next_row(self, before: Asked | None) -> int | None:
        """After an answer the next open question; else the line that was current, or the first."""
        opened = [row for row, asked in enumerate(self._asked) if asked.line.is_open]
        if before is None:
            return opened[0] if opened else (0 if self._asked else None)
        same = [r for r, a in enumerate(self._asked) if a.line.doubt.place == before.line.place]
        here = same[0] if same else 0
        if here in opened:
            return here
        after = [row for row in opened if row > here]
        left = after or opened or same
        return left[0] if left else None

    def _current(self) -> Asked | None:
        row = self.view.chosen
        return self._asked[row] if row is not None and row < len(self._asked) else None

    def _on_chosen(self, row: int) -> None:
        asked = self._asked[row]
        self._show_question(asked)
        self.shown.emit(asked.line.doubt)

    def _show_question(self, asked: Asked | None) -> None:
        self._buttons.offer(())
        self._reason.clear()
        self._reason.hide()
        self._figure.setVisible(False)
        self._unit.setVisible(False)
        self._reopen.setVisible(asked is not None and not asked.line.is_open)
        if asked is None:
            self._question.setText(
                self.tr("Không còn chỗ nào cần quyết định.")
                if not self._asked
                else self.tr("Chọn một dòng để xem các cách trả lời.")
            )
            return
        place = asked.line.place
        if self._with_file:
            place = f"{asked.session.file.source.name}, {place}"
        self._question.setText(f"<b>{_escaped(place)}</b> — {_escaped(asked.line.reason)}")
        self._offer(asked)

    def _offer(self, asked: Asked) -> None:
        doubt, session = asked.line.doubt, asked.session
        plan = session.shown_plan
        choices = self._choices(doubt)
        self._buttons.offer((answer, self._button_text(doubt, plan, answer)) for answer in choices)
        self._figure.setVisible(session.is_about_figure(doubt))
        self._figure.line.clear()
        if session.is_about_unit(doubt) and doubt.code != "unit_twice":
            self._unit.show_units(plan)
            self._unit.show()

    def _choices(self, doubt: Doubt) -> list[str]:
        if doubt.code == "no_table":
            return []
        if doubt.code == "other_year":
            return [doubt.text] if doubt.text else []
        if doubt.code in NOT_LEFT_OUT:
            return list(doubt.choices)
        return [*(choice for choice in doubt.choices if choice != LEFT_OUT), LEFT_OUT]

    def _button_text(self, doubt: Doubt, plan: Plan, answer: str) -> str:
        if doubt.code == "other_year":
            return self.tr("Nhập cho năm {year}").format(year=answer)
        if answer != LEFT_OUT:
            text = answer_text(plan, answer)
            likely = answer == doubt.suggested and len(doubt.choices) > 1
            return self.tr("{answer} (có lẽ đúng)").format(answer=text) if likely else text
        if doubt.code == "column_twice":
            return self.tr("Bỏ qua cột này")
        if doubt.times > 1:
            return self.tr("Bỏ qua {count} dòng này").format(count=format_count(doubt.times))
        return self.tr("Bỏ qua dòng này") if doubt.code[:5] == "unit_" else self.tr("Bỏ qua ô này")

    def _on_picked(self, answer: str) -> None:
        asked = self._current()
        if asked is None:
            return
        if asked.line.doubt.code in UNANSWERABLE:
            self.whole_asked.emit(asked.line.doubt, answer)
            return
        asked.session.decide(asked.line.doubt, answer)
        self.decided.emit(asked.session)

    def _on_figure(self, text: str) -> None:
        asked = self._current()
        if asked is None:
            return
        try:
            asked.session.decide_figure(asked.line.doubt, text)
        except NumeralError as error:
            self._reason.setText(refusal_sentence(error))
            self._reason.show()
            self._figure.line.setFocus()
            return
        self.decided.emit(asked.session)

    def _on_unit(self, unit: str) -> None:
        self._on_picked(unit)

    def _on_reopen(self) -> None:
        asked = self._current()
        if asked is not None:
            asked.session.reopen(asked.line.doubt)
            self.decided.emit(asked.session)

    def _lay_out(self) -> None:
        other = QHBoxLayout()
        other.addWidget(self._figure)
        other.addWidget(self._unit)
        other.addStretch(1)
        other.addWidget(self._reopen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self._question)
        column.addLayout(self._buttons)
        column.addLayout(other)
        column.addWidget(self._reason)


def _escaped(text: str) -> str:
    from html import escape

    return escape(text)
