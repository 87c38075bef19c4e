"""Taking one file in, from its cells to the moment somebody says yes: what is decided so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.numerals import parse_change, parse_count, parse_percent
from dnplanner.exchange.number_meaning import Wanted
from dnplanner.exchange.proposals import LEFT_OUT
from dnplanner.exchange.slots import What
from dnplanner.models.import_task import (
    ImportTask,
    Purpose,
    Understood,
    place_on_sheet,
    understood,
)
from dnplanner.models.intake_lines import answer_text, doubt_reason, shown_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.entry import Cell
    from dnplanner.core.plan import Plan
    from dnplanner.exchange.proposals import Answers, Doubt
    from dnplanner.exchange.register_words import Held
    from dnplanner.exchange.slots import Slot
    from dnplanner.exchange.table_finding import Pointed
    from dnplanner.models.import_task import FileRead

UNANSWERABLE = frozenset({"no_table", "other_year"})
"""Questions about the whole table: the header, the year or the purpose answers them."""

NOT_LEFT_OUT = frozenset({"code_twice", "code_differs", "codes_twice", "register_year"})
"""Questions that leaving a place out is no answer to."""


class DoubtLine(NamedTuple):
    """A question, open or decided, in words."""

    doubt: Doubt
    place: str
    text: str
    reason: str
    decision: str
    is_open: bool
    is_recalled: bool
    """Whether the decision is an earlier one taken over."""


class ImportSession:
    """The decisions about one file; ``task`` is the work to find out what they lead to."""

    def __init__(self, file: FileRead, plan: Plan, scenario: str, purpose: Purpose) -> None:
        """Nothing decided yet."""
        self.file = file
        self.plan = plan
        self.purpose = purpose
        self._scenario = scenario
        self._answers: dict[str, str] = {}
        self._pointed: Pointed | None = None
        self._asked: dict[str, Doubt] = {}
        self._recalled: frozenset[str] = frozenset()
        self.understood: Understood | None = None

    @property
    def task(self) -> ImportTask:
        """What is to be understood now."""
        return ImportTask(
            self.file,
            self.plan,
            self._scenario,
            self.purpose,
            dict(self._answers),
            self._pointed,
        )

    @property
    def shown_plan(self) -> Plan:
        """The plan whose units and scenarios are spoken of."""
        return self.understood.plan if self.understood else self.plan

    @property
    def question(self) -> Callable[[], Understood]:
        """Finds out what the file means by what is decided now; for a worker thread."""
        return partial(understood, self.task)

    def take(self, found: Understood) -> None:
        """What the decisions led to."""
        self.understood = found
        for doubt in found.doubts:
            self._asked.setdefault(doubt.place, doubt)

    # Decisions

    def aim(self, purpose: Purpose) -> None:
        """Take the file for something else; figures decided before stay decided."""
        self.purpose = purpose
        self._asked.clear()

    def point(self, pointed: Pointed) -> None:
        """The header stands in these rows."""
        self._pointed = pointed
        self._asked.clear()

    def decide(self, doubt: Doubt, answer: str) -> None:
        """Answer a question with one of its choices."""
        self._decide(doubt.place, answer)

    def decide_figure(self, doubt: Doubt, text: str) -> None:
        """Answer with a figure somebody typed. Raises NumeralError."""
        slot = self._slot(doubt)
        parsers = {Wanted.COUNT: parse_count, Wanted.CHANGE: parse_change}
        parse = parsers.get(slot.wanted, parse_percent) if slot else parse_percent
        parse(text)
        self._answers[doubt.place] = text.strip()

    def decide_column(self, sheet: str, column: str, meant: Cell | Held | None) -> None:
        """A column is about a cell of the plan, holds that in a register, or nothing wanted."""
        self._decide(f"{sheet}!{column}", LEFT_OUT if meant is None else meant.value)

    def decide_unit(self, sheet: str, cell: str, unit: str | None) -> None:
        """A row is about ``unit``, or is left out."""
        self._decide(f"{sheet}!{cell}", LEFT_OUT if unit is None else unit)

    def _decide(self, place: str, answer: str) -> None:
        self._answers[place] = answer
        self._recalled -= {place}

    def recall(self, answers: Answers) -> None:
        """Take over what was decided about an earlier file of the same sender."""
        self._answers.update(answers)
        self._recalled |= frozenset(answers)

    def forget_recalled(self) -> None:
        """Take those decisions back, where nobody has decided otherwise since."""
        for place in self._recalled:
            self._answers.pop(place, None)
        self._recalled = frozenset()

    def is_recalled(self, place: str) -> bool:
        """Whether the decision about a place is an earlier one taken over."""
        return place in self._recalled

    def reopen(self, doubt: Doubt) -> None:
        """Take an answer back."""
        self._answers.pop(doubt.place, None)
        self._recalled -= {doubt.place}

    def accept_suggestions(self) -> None:
        """Answer every open question that has a likeliest answer with it."""
        if self.understood is not None:
            self._answers.update(self.understood.suggestions)

    # What there is to see

    @property
    def open_doubts(self) -> list[Doubt]:
        """The first questions that nobody has answered well yet."""
        return list(self.understood.doubts) if self.understood else []

    @property
    def open_count(self) -> int:
        """How many questions are open, also those that are not listed yet."""
        return self.understood.doubt_count if self.understood else 0

    @property
    def can_suggest(self) -> bool:
        """Whether an open question has a likeliest answer."""
        return self.understood is not None and bool(self.understood.suggestions)

    @property
    def is_understood(self) -> bool:
        """Whether it is known what the file means."""
        return self.understood is not None

    @property
    def is_ready(self) -> bool:
        """Whether nothing is open and something would change."""
        return self.understood is not None and not self.open_count and bool(self.understood.edit)

    def doubt_lines(self) -> list[DoubtLine]:
        """The questions ever asked about the file as it is taken now, as many as are shown."""
        opened = {doubt.place: doubt for doubt in self.open_doubts}
        asked = {**self._asked, **opened}
        return [
            self._line(doubt, is_open=place in opened)
            for place, doubt in asked.items()
            if place in opened or place in self._answers
        ]

    def _line(self, doubt: Doubt, *, is_open: bool) -> DoubtLine:
        plan = self.shown_plan
        answer = self._answers.get(doubt.place)
        decision = "" if is_open or answer is None else answer_text(plan, answer)
        reason = doubt_reason(plan, doubt)
        place = doubt.place
        if self.understood is not None:
            place = shown_place(self.understood.proposal, doubt.sheet, doubt.cell)
        recalled = self.is_recalled(doubt.place)
        return DoubtLine(doubt, place, doubt.text, reason, decision, is_open, recalled)

    def holds_names(self, sheet: str, column: str) -> bool:
        """Whether units were found in a column."""
        named = self.understood.named.get(sheet, ()) if self.understood else ()
        at = place_on_sheet(column)[1]
        return any(place[1] == at for place in named)

    def is_about_unit(self, doubt: Doubt) -> bool:
        """Whether a unit answers the question."""
        return doubt.code.startswith("unit_")

    def is_about_figure(self, doubt: Doubt) -> bool:
        """Whether a typed figure answers the question."""
        return self._slot(doubt) is not None and doubt.code != "column_twice"

    def _slot(self, doubt: Doubt) -> Slot | None:
        if self.understood is None or self.is_about_unit(doubt) or doubt.code in UNANSWERABLE:
            return None
        letters = doubt.cell.rstrip("0123456789")
        for column in self.understood.proposal.columns:
            if (column.sheet, column.column) == (doubt.sheet, letters):
                return column.slot
        return None


def first_purpose(plan: Plan, what: What | None, shown_year: int) -> Purpose:
    """What a file is taken for before anybody says so."""
    if what is None:
        return Purpose(None, None)
    return Purpose(what, plan.base_year if what is What.REVIEW else shown_year)


def likely_purpose(plan: Plan, purpose: Purpose, file: FileRead) -> Purpose:
    """The purpose for a file just read: a register is known by itself, as the base year's."""
    if purpose.what is None or not file.is_register:
        return purpose
    return Purpose(What.REGISTER, plan.base_year)
