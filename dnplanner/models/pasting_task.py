"""Working out what a pasted block does: the work that a thread does, without Qt.

Everything needed goes in, what would change comes out, together with what is to be asked first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.core.edits import Edit, apply
from dnplanner.core.errors import EntryRefused
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.pasting import Reject, paste
from dnplanner.exchange.pasted_numbers import AskedNumber, read_numbers
from dnplanner.models.foresight import Foreseen, foresee_edit
from dnplanner.models.paste_lines import PasteLine, changed, paste_lines
from dnplanner.models.paste_place import Arranged, Clip, Place, Selected, Size, arranged

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from dnplanner.core.entry import Cell
    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan


class AskedCell(NamedTuple):
    """A cell to ask about: where it stood in the block, its unit and column, what it may mean."""

    place: Place
    unit: str
    cell: Cell
    number: AskedNumber


class Turning(NamedTuple):
    """A block that fits only with rows and columns exchanged, which is to be asked first."""

    copied: Size
    turned: Size
    lines: Sequence[PasteLine]
    """What would land where if it is turned."""
    fits_partly: bool
    """Whether anything of it could be pasted as it was copied."""


class PasteFound(NamedTuple):
    """What pasting would change, what it leaves out, and what is to be asked before.

    At most one of ``turning``, ``asked`` and ``preview`` is there; while one is, nothing is pasted.
    """

    edit: Edit
    rejects: tuple[Reject, ...]
    asked: tuple[AskedCell, ...] = ()
    placed: Size | None = None
    """Rows and columns it takes from the current cell on; None where its rows name their units."""
    foreseen: Foreseen | None = None
    turning: Turning | None = None
    preview: Sequence[PasteLine] | None = None
    """The cells left out and those that would change, where somebody wants to see them first."""


@dataclass(frozen=True)
class PasteTask:
    """A block on its way into a plan, with the answers to what was asked about it.

    An answer is a number as the table writes it; a cell asked about without one is left out.
    """

    plan: Plan
    question: Question
    clip: Clip
    selected: Selected
    previewed: bool = False
    """Whether what would change is looked at before it does."""
    turned: bool | None = None
    """Whether rows and columns are exchanged; None until somebody says so."""
    answers: Mapping[Place, str] | None = None
    agreed: PasteFound | None = None
    """What somebody looked at and said yes to."""

    @property
    def rows(self) -> int:
        """About how many rows it fills: a single value the whole selection."""
        lines = self.clip.lines
        return lines if lines > 1 else max(lines, self.selected.rows)

    def turned_over(self, turned: bool) -> PasteTask:
        """The same block, and whether its rows and columns are exchanged."""
        return replace(self, turned=turned)

    def answered(self, answers: Mapping[Place, str]) -> PasteTask:
        """The same block, and what was said about its numbers."""
        return replace(self, answers=answers)

    def agreed_to(self, found: PasteFound) -> PasteTask:
        """The same block, and the outcome that was agreed to."""
        return replace(self, agreed=found)

    def against(self, plan: Plan, question: Question) -> PasteTask:
        """The same block into the plan as it is by now; another one was not agreed to."""
        same = plan is self.plan and question == self.question
        agreed = self.agreed if same else None
        return replace(self, plan=plan, question=question, agreed=agreed)


def worked_out(
    task: PasteTask, evaluation: Evaluation | None = None, *, ahead: bool = False
) -> PasteFound:
    """What a block does; nothing yet where something is to be asked first.

    ``evaluation`` are the rows of the plan where they are known. ``ahead`` also works out what the
    window needs after the edit.
    """
    evaluation = evaluation or Evaluation(task.plan, task.question)
    lying = arranged(task.plan, task.clip, task.selected, task.turned)
    if lying.is_doubtful:
        return _asked_to_turn(task, evaluation)
    tried = _tried(task, lying, evaluation)
    if tried.asked and task.answers is None:
        return PasteFound(Edit("paste", ()), (), tried.asked)
    edit = tried.edit
    seen = foresee_edit(task.plan, edit, task.question) if ahead and edit else None
    found = PasteFound(edit, tried.rejects, (), lying.placed, seen)
    if not task.previewed:
        return found
    made = seen.made.evaluations[seen.made.question] if seen is not None else None
    return found._replace(preview=changed(_lines(task, tried, evaluation, made)))


class _Tried(NamedTuple):
    """What comes of a block as it lies, cells that are to be asked about left out."""

    lying: Arranged
    edit: Edit
    rejects: tuple[Reject, ...]
    asked: tuple[AskedCell, ...]


def _tried(task: PasteTask, lying: Arranged, evaluation: Evaluation) -> _Tried:
    numbers = read_numbers(lying.cells, lying.block)
    found = (_asked(lying, number) for number in numbers.asked)
    asked = tuple(one for one in found if one.unit)
    filled: list[list[str | None]] = [list(row) for row in numbers.block]
    left_out = [*lying.left_out, *_answer(filled, asked, task.answers or {})]
    pasted = paste(task.plan, evaluation, lying.units, lying.cells, filled)
    rejects = [*left_out, *(_placed(lying, reject) for reject in pasted.rejects)]
    rejects.sort(key=lambda reject: (reject.row, reject.column))
    return _Tried(lying, pasted.edit, tuple(rejects), asked)


def _asked_to_turn(task: PasteTask, evaluation: Evaluation) -> PasteFound:
    """Both ways tried: what lands where if it is turned, and whether there is another way."""
    tried, as_copied = (
        _tried(task, arranged(task.plan, task.clip, task.selected, turned), evaluation)
        for turned in (True, False)
    )
    lines = list(_lines(task, tried, evaluation))
    fits_partly = bool(as_copied.edit or as_copied.asked)
    placed = tried.lying.placed or tried.lying.copied
    turning = Turning(tried.lying.copied, placed, lines, fits_partly)
    return PasteFound(Edit("paste", ()), (), turning=turning)


def _lines(
    task: PasteTask, tried: _Tried, before: Evaluation, after: Evaluation | None = None
) -> Iterator[PasteLine]:
    open_cells = (
        {} if task.answers is not None else {one.place: one.number.doubt for one in tried.asked}
    )
    after = after or Evaluation(apply(task.plan, tried.edit), task.question)
    return paste_lines(tried.lying, tried.rejects, open_cells, (before, after))


def _asked(lying: Arranged, number: AskedNumber) -> AskedCell:
    unit = lying.units[number.row] if number.row < len(lying.units) else ""
    place = lying.place(number.row, number.column)
    return AskedCell(place, unit, lying.cells[number.column], number)


def _answer(
    filled: list[list[str | None]], asked: Sequence[AskedCell], answers: Mapping[Place, str]
) -> Iterator[Reject]:
    """Put the answers into the block; a cell without one is left out."""
    for one in asked:
        answer = answers.get(one.place)
        filled[one.number.row][one.number.column] = answer
        if answer is None:
            yield Reject(*one.place, one.number.doubt.text, EntryRefused("number_unclear"))


def _placed(lying: Arranged, reject: Reject) -> Reject:
    row, column = lying.place(reject.row, reject.column)
    return reject._replace(row=row, column=column)
