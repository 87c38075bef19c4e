"""The open document: a plan, what is shown of it, and the one door for changes.

Values travel down from here, one signal travels up: a widget asks the document to perform an Edit;
the document swaps the plan and says what changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from dnplanner.core.edits import Edit, apply
from dnplanner.core.evaluation import Evaluation, Question
from dnplanner.core.plan import Plan, ScenarioKey, UnitKey
from dnplanner.models.question_shown import first_question, question_after
from dnplanner.models.undo import EditCommand

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from dnplanner.core.checks import Finding, Level
    from dnplanner.core.history import Act
    from dnplanner.core.realism import Realism
    from dnplanner.core.targets import Row
    from dnplanner.models.foresight import Foreseen, Foresight
    from dnplanner.models.found_lines import FoundLines
    from dnplanner.models.review import Review


class Step(NamedTuple):
    """One undo step of a history, with what it did in words."""

    edit: Edit
    text: str


class UndoHistory(NamedTuple):
    """What a document's history lets undo and redo, each in the order it happened."""

    undoable: tuple[Step, ...] = ()
    redoable: tuple[Step, ...] = ()
    """The last one is redone first."""


NO_HISTORY = UndoHistory()


class PlanChange(NamedTuple):
    """What an edit changed in what is shown."""

    edit: Edit
    act: Act
    """Done anew, undone or done again."""
    units: frozenset[str]
    """Units whose rows or findings differ now."""
    territory: bool
    """Whether units came, went, moved or have other names."""
    scenarios: bool
    """Whether the list of scenarios differs."""
    source: str = ""
    """The file it came from, where there is one."""
    writable: bool = False
    """Whether it is known already that a document can hold it."""


class Document(QObject):
    """A plan being edited, with the scenario, year and series that are shown."""

    plan_changed = Signal(object)
    """After an edit, its undo or redo; carries a PlanChange."""
    question_changed = Signal()
    """Another scenario, year or series is shown."""
    replaced = Signal()
    """Another plan altogether was opened."""
    path_changed = Signal()
    """The document lives in another file."""

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        """Open ``plan``, showing its first scenario's first plan year."""
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._path: Path | None = None
        self._restoring = False
        self._plan = plan
        self._question = first_question(plan)
        self._shown: Evaluation | None = None
        self._evaluations: dict[Question, Evaluation] = {}
        self._reviews: dict[Question, Review] = {}
        self._review: Review | None = None
        self._expected: Foresight | None = None
        self._found_lines: FoundLines | None = None
        self._foreseen: Foreseen | None = None

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._plan

    @property
    def path(self) -> Path | None:
        """The user's file, None while the document has none."""
        return self._path

    @property
    def question(self) -> Question:
        """What is shown."""
        return self._question

    @property
    def evaluation(self) -> Evaluation:
        """The rows shown; asked for with every cell that is painted."""
        if self._shown is None:
            self._shown = self.evaluation_of(self._question)
        return self._shown

    @property
    def findings(self) -> Sequence[Finding]:
        """All findings on what is shown, worst first; a live view."""
        return self._review_shown().findings()

    @property
    def silenced(self) -> list[tuple[Finding, str]]:
        """The findings that are silenced, with the reasons given."""
        return self._review_shown().silenced()

    @property
    def finding_counts(self) -> dict[Level, int]:
        """How many findings there are of each level, silenced ones left out."""
        return self._review_shown().counts()

    def findings_on(self, unit: str) -> tuple[Finding, ...]:
        """The findings on one unit's row."""
        return self._review_shown().on(unit)

    def realism(self, unit: str) -> Realism:
        """What is known to judge a unit's planned cut by."""
        return self._review_shown().realism(unit)

    @property
    def total(self) -> Row:
        """The row of the whole."""
        return self.evaluation.row(self._plan.tree.root)

    def evaluation_of(self, question: Question) -> Evaluation:
        """The rows of any scenario, year and series; kept and followed from then on."""
        found = self._evaluations.get(question)
        if found is None:
            found = Evaluation(self._plan, question, self._evaluations)
            self._evaluations[question] = found
        return found

    def planned_rows(self, scenario: str, unit: str) -> list[tuple[int, Row]]:
        """A unit's rows in a scenario, for all plan years of the series shown."""
        question = self._question._replace(scenario=scenario)
        return [
            (year, self.evaluation_of(question._replace(year=year)).row(unit))
            for year in self._plan.plan_years
        ]

    def perform(self, edit: Edit, source: str = "", foreseen: Foreseen | None = None) -> None:
        """Make an edit, as one undo step; an edit that changes nothing leaves no step.

        ``source`` names the file it came from, for the history. ``foreseen`` is what the edit
        leads to where a thread has worked it out; it counts only if the plan is still the same.
        """
        from dnplanner.models.wording import edit_sentence

        self._foreseen = foreseen
        if edit:
            sentence = edit_sentence(self._plan, edit)
            self.undo_stack.push(EditCommand(self, edit, sentence, source))

    def step(self, *, back: bool, foreseen: Foreseen | None = None) -> None:
        """Undo or redo one step; ``foreseen`` is where it leads, as for ``perform``."""
        self._foreseen = foreseen
        if not back:
            self.undo_stack.redo()
            return
        command = self.undo_stack.command(self.undo_stack.index() - 1)
        if foreseen is not None and isinstance(command, EditCommand):
            command.way_back = foreseen.edit
        self.undo_stack.undo()

    def next_step(self, *, back: bool) -> Edit | None:
        """What ``step`` would undo or redo."""
        index = self.undo_stack.index()
        command = self.undo_stack.command(index - 1 if back else index)
        return command.edit if isinstance(command, EditCommand) else None

    def apply(self, edit: Edit, act: Act, source: str = "") -> None:
        """Go to the plan after ``edit`` without an undo step: for undo commands only."""
        if self._restoring:
            return
        before = self._plan, self._question
        try:
            change, moved = self._go(edit, act)
        except Exception:
            # Half an edit must not stay: everything derived is derived again.
            self._plan, self._question = before
            self._evaluations, self._reviews, self._shown = {}, {}, None
            self._review = None
            raise
        self.plan_changed.emit(change._replace(source=source))
        if moved:
            self.question_changed.emit()

    def _go(self, edit: Edit, act: Act) -> tuple[PlanChange, bool]:
        """Change plan, rows and findings; what changed, and whether another scenario is shown."""
        seen, self._foreseen = self._foreseen, None
        if seen is not None and seen.holds(self._plan, edit, self._question):
            return self._go_to(seen, act)
        self._plan = apply(self._plan, edit)
        self._drop_lost_scenarios()
        changed: frozenset[str] = frozenset()
        for question, evaluation in self._evaluations.items():
            followed = evaluation.follow(self._plan, edit)
            if question == self._question:
                changed = followed
        question = question_after(self._plan, edit, self._question)
        moved = question != self._question
        self._reviews = {}
        if moved:
            self._question, self._shown, self._review = question, None, None
        elif self._review is not None:
            changed |= self._review.follow(self._plan, edit, changed)
            self._reviews[self._question] = self._review
        return _change(edit, act, changed), moved

    def _go_to(self, seen: Foreseen, act: Act) -> tuple[PlanChange, bool]:
        """Go to a plan whose rows and findings are there already; the others when asked for."""
        made = seen.made
        moved = made.question != self._question
        self._plan, self._question = made.plan, made.question
        self._evaluations, self._reviews = {}, {}
        self.take(made)
        units = frozenset(self.evaluation.rows)
        return _change(seen.edit, act, units)._replace(writable=True), moved

    def show_question(self, question: Question) -> None:
        """Show another scenario, year or series. Raises NotFound for an unknown scenario."""
        if question == self._question:
            return
        self._plan.scenario(question.scenario)
        self._question, self._shown = question, None
        self._review = None
        self.question_changed.emit()

    @property
    def known_questions(self) -> frozenset[Question]:
        """Those whose rows are kept and followed."""
        return frozenset(self._evaluations)

    def is_quick(self, question: Question) -> bool:
        """Whether a question is shown at once, since little is to be made for it, or nothing."""
        from dnplanner.models.foresight import MANY, charted

        if question == self._question or len(self._plan.tree.units) < MANY:
            return True
        rows = self._evaluations
        return (
            question in self._reviews
            and self.found_lines.knows(self._plan, question.series)
            and all(each in rows for each in (question, *charted(self._plan, question)))
        )

    def take(self, made: Foresight) -> None:
        """Keep what was made elsewhere, if the plan is still the one it was made for."""
        if made.plan is not self._plan:
            return
        question = made.question
        self._evaluations = {**made.evaluations, **self._evaluations}
        self._evaluations[question] = made.evaluations[question]  # which the review follows
        self._reviews[question] = made.review
        self.found_lines.keep(made.plan, question.series, made.lines)
        if question == self._question:
            self._shown, self._review = None, made.review

    @property
    def found_lines(self) -> FoundLines:
        """What reviews found of the whole."""
        if self._found_lines is None:
            from dnplanner.models.found_lines import FoundLines

            self._found_lines = FoundLines()
        return self._found_lines

    def expect(self, made: Foresight) -> None:
        """Keep what was made for a plan that is about to be opened."""
        self._expected = made

    def replace(self, plan: Plan, path: Path | None, history: UndoHistory = NO_HISTORY) -> None:
        """Open another plan in place of this one, with what its history lets undo and redo."""
        self._plan = plan
        self._question, self._shown = first_question(plan), None
        self._evaluations, self._reviews = {}, {}
        self._review = None
        expected, self._expected = self._expected, None
        if expected is not None:
            self.take(expected)
        self._restore(history)
        self.replaced.emit()
        self.set_path(path)

    def set_path(self, path: Path | None) -> None:
        """The document now lives at ``path``."""
        self._path = path
        self.path_changed.emit()

    def _review_shown(self) -> Review:
        """The findings on what is shown, looked for when somebody first asks.

        Those of other tables are kept until the next edit.
        """
        if self._review is None:
            found = self._reviews.get(self._question)
            if found is None:
                from dnplanner.models.review import Review

                found = self._reviews[self._question] = Review(self._plan, self.evaluation)
            self._review = found
        return self._review

    def _restore(self, history: UndoHistory) -> None:
        """Fill the undo stack with steps that were taken before; the plan is after them already."""
        self._restoring = True
        try:
            self.undo_stack.clear()
            for step in (*history.undoable, *reversed(history.redoable)):
                self.undo_stack.push(EditCommand(self, step.edit, step.text))
            self.undo_stack.setIndex(len(history.undoable))
            self.undo_stack.setClean()
        finally:
            self._restoring = False

    def _drop_lost_scenarios(self) -> None:
        scenarios = set(self._plan.outline.scenarios)
        for question in [q for q in self._evaluations if q.scenario not in scenarios]:
            del self._evaluations[question]


def _change(edit: Edit, act: Act, units: frozenset[str]) -> PlanChange:
    keys = {type(key) for key in edit.changed_keys()}
    return PlanChange(edit, act, units, UnitKey in keys, ScenarioKey in keys)
