"""What becomes of each cell of a pasted block, as lines to look through before, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from dnplanner.models.columns import cell_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dnplanner.core.entry import Cell
    from dnplanner.core.errors import PlannerError
    from dnplanner.core.evaluation import Evaluation
    from dnplanner.core.pasting import Reject
    from dnplanner.exchange.proposals import Doubt
    from dnplanner.models.paste_place import Arranged, Place


class PasteLine(NamedTuple):
    """A cell of a block: what the table shows there, and what it would show.

    Where ``why`` says that the cell is left out, or that it is still to be asked about, ``after``
    is the text as it was copied. ``unit`` is empty and ``cell`` None where it lies on no cell.
    """

    place: Place
    unit: str
    cell: Cell | None
    before: str
    after: str
    why: PlannerError | Doubt | None = None


def paste_lines(
    arranged: Arranged,
    rejects: Iterable[Reject],
    open_cells: Mapping[Place, Doubt],
    rows: tuple[Evaluation, Evaluation],
) -> Iterator[PasteLine]:
    """All cells of a block that hold a text or would change, in the block's order.

    ``rejects`` stand where they stood in the block as it was copied; ``rows`` are those before and
    after the paste.
    """
    refused = {(reject.row, reject.column): reject for reject in rejects}
    for at, (unit, texts) in enumerate(zip(arranged.units, arranged.block, strict=False)):
        was, will = (evaluation.row(unit) for evaluation in rows)
        for column, (cell, text) in enumerate(zip(arranged.cells, texts, strict=False)):
            place = arranged.place(at, column)
            reject = refused.pop(place, None)
            before, after = cell_text(was, cell), cell_text(will, cell)
            if reject is not None:
                why = open_cells.get(place, reject.error)
                yield PasteLine(place, unit, cell, before, reject.text, why)
            elif text or before != after:
                yield PasteLine(place, unit, cell, before, after)
    for place, reject in refused.items():
        yield PasteLine(place, "", None, "", reject.text, reject.error)


def changed(lines: Iterable[PasteLine]) -> list[PasteLine]:
    """The lines that are left out, and after them those that would change."""
    kept = [line for line in lines if line.why is not None or line.before != line.after]
    return sorted(kept, key=lambda line: line.why is None)


def left_out_count(lines: Sequence[PasteLine]) -> int:
    """How many cells of the block are not taken."""
    return sum(line.why is not None for line in lines)
