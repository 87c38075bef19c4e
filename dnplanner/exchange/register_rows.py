"""The rows of one register held against a plan: where each household lives, and what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from dnplanner.exchange.grid import cell_name, column_letters
from dnplanner.exchange.headers import words
from dnplanner.exchange.proposals import LEFT_OUT, Answers, Doubt, place
from dnplanner.exchange.register_cells import cells_of, totals_in
from dnplanner.exchange.register_places import Places, times_of
from dnplanner.exchange.register_words import (
    DTTS,
    KINH,
    MARKED,
    NEAR_POOR,
    PLACES,
    POOR,
    Held,
    class_of,
    ethnicity_of,
    likely_class,
    mark_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from dnplanner.exchange.proposals import ReadUnit
    from dnplanner.exchange.register_finding import Register, RegisterColumn
    from dnplanner.exchange.unit_matching import UnitIndex

ASKED = "?"
"""What a household is as long as the question about it is open."""


class _Question(NamedTuple):
    """What is asked about a text nobody knows; ``likely`` suggests one of the choices."""

    code: str
    choices: tuple[str, ...]
    likely: Callable[[str], str | None] = lambda _: None


_CLASS = _Question("class_unknown", (POOR, NEAR_POOR), likely_class)
_MARK = _Question("mark_unknown", (MARKED,))
_ETHNICITY = _Question("ethnicity_unknown", (DTTS, KINH))


class RegisterRows:
    """One register understood. ``rows`` has unit, kind, ethnicity, local, code and row of each."""

    def __init__(self, register: Register, index: UnitIndex, answers: Answers) -> None:
        """Understand ``register`` by the units of ``index`` and the answers so far."""
        self.register = register
        self.sheet = register.sheet.name
        self.doubts: list[Doubt] = []
        self.left_out: dict[str, int] = {}
        self._answers = answers
        self._columns: dict[Held, RegisterColumn] = {}
        self._take_columns()
        read = cells_of(register, self._columns)
        totals = totals_in(register, self._columns, read)
        self.left_out["totals"] = int(totals.sum())
        self._cells = read[~totals]
        kind = self._kinds()
        places = Places(register, index, answers, self._columns, self._cells)
        unit = places.settle(kind.isin((POOR, NEAR_POOR, ASKED)))
        self._place_column = places.column
        self.units: list[ReadUnit] = places.units
        self.doubts.extend(places.doubts)
        self.rows = self._understood(kind, unit)
        self.speaks_of = self._speaks_of(kind)

    def column(self, role: Held) -> int:
        """The place of a column that is there, from 0."""
        return self._columns[role].column

    def heading(self, role: Held) -> str:
        """Its heading."""
        return self._columns[role].heading

    def texts(self, role: Held) -> pd.Series[str]:
        """Its texts by sheet row."""
        return self._cells[role.value]

    def shown_role(self, column: RegisterColumn) -> str:
        """What a column is used for: a value of Held, UNIT where units are found; or nothing."""
        if column == self._place_column:
            return Held.UNIT.value
        used = column.held is not None and self._columns.get(column.held) == column
        is_place = column.held in PLACES or column.held is Held.HEAD
        return column.held.value if used and column.held and not is_place else ""

    # Columns and cells

    def _take_columns(self) -> None:
        """The first column of each kind; others of the same are asked to be left out."""
        for column in self.register.columns:
            if column.held is None:
                continue
            if column.held not in self._columns:
                self._columns[column.held] = column
            elif column.held not in PLACES and column.held is not Held.HEAD:
                letters = column_letters(column.column)
                self.doubts.append(
                    Doubt(
                        self.sheet, letters, column.heading, "column_twice", (LEFT_OUT,), LEFT_OUT
                    )
                )

    # What a household is

    def _kinds(self) -> pd.Series[str]:
        """POOR, NEAR_POOR, LEFT_OUT for neither, or ASKED, by row."""
        if Held.CLASS in self._columns:
            kinds = self._settled(Held.CLASS, class_of, _CLASS)
            blank = (self._cells[Held.CLASS.value] == "") & self._listed()
            self.left_out["unclassified"] = int(blank.sum())
            return kinds
        if Held.POOR in self._columns or Held.NEAR_POOR in self._columns:
            return self._marked_kinds()
        return self._one_kind()

    def _listed(self) -> pd.Series[bool]:
        """Whether a row is about a household at all."""
        named = [r.value for r in (*PLACES, Held.HEAD, Held.CODE) if r in self._columns]
        by = [r.value for r in (Held.HEAD, Held.CODE) if r in self._columns] or named
        return (self._cells[by] != "").any(axis=1)

    def _marked_kinds(self) -> pd.Series[str]:
        poor = self._marks(Held.POOR)
        near = self._marks(Held.NEAR_POOR)
        kinds = near.map({MARKED: NEAR_POOR, LEFT_OUT: LEFT_OUT, ASKED: ASKED})
        kinds = kinds.mask(poor == ASKED, ASKED).mask(poor == MARKED, POOR)
        both = (poor == MARKED) & (near == MARKED)
        return self._asked_of(both, Held.POOR, "class_both", (POOR, NEAR_POOR), kinds)

    def _one_kind(self) -> pd.Series[str]:
        """A list without classes: what all its households are is asked, as its title suggests."""
        import pandas as pd

        column = self._columns.get(Held.HEAD) or self._columns[Held.CODE]
        row = self.register.first - 1
        answer = self._answers.get(place(self.sheet, row, column.column))
        choices = (POOR, NEAR_POOR)
        kind = answer if answer in (*choices, LEFT_OUT) else ASKED
        listed = self._listed()
        if kind == ASKED:
            said = re.search(r"\bho (can )?ngheo\b", words(self.register.title))
            likely = None if said is None else NEAR_POOR if said[1] else POOR
            name = cell_name(row, column.column)
            times = int(listed.sum())
            self.doubts.append(
                Doubt(self.sheet, name, column.heading, "class_missing", choices, likely, times)
            )
        kinds = pd.Series(LEFT_OUT, index=self._cells.index, dtype=str)
        return kinds.mask(listed, kind)

    def _marks(self, role: Held) -> pd.Series[str]:
        """MARKED, LEFT_OUT or ASKED by row; LEFT_OUT without such a column."""
        import pandas as pd

        if role not in self._columns:
            return pd.Series(LEFT_OUT, index=self._cells.index, dtype=str)
        return self._settled(role, mark_of, _MARK)

    def _settled(
        self,
        role: Held,
        known: Callable[[str], str | None],
        question: _Question,
        matters: pd.Series[bool] | None = None,
    ) -> pd.Series[str]:
        """What a column's texts mean; unknown ones are asked at the first row that says so."""
        texts = self._cells[role.value]
        times = times_of(texts if matters is None else texts[matters])
        meant: dict[str, str] = {}
        for row, text in texts.drop_duplicates().items():
            found = known(text)
            name = cell_name(int(str(row)), self.column(role))
            answer = self._answers.get(f"{self.sheet}!{name}")
            if found is None and answer in (*question.choices, LEFT_OUT):
                found = answer
            if found is None and text in times:
                self._ask(name, text, question, times[text])
            meant[text] = ASKED if found is None else found
        return texts.map(meant)

    def _ask(self, name: str, text: str, question: _Question, times: int) -> None:
        likely = question.likely(text)
        self.doubts.append(
            Doubt(self.sheet, name, text, question.code, question.choices, likely, times)
        )

    def _asked_of(
        self,
        which: pd.Series[bool],
        role: Held,
        code: str,
        choices: tuple[str, ...],
        values: pd.Series[str],
    ) -> pd.Series[str]:
        """The values, those of ``which`` rows as answered at the first of them, or ASKED."""
        if not which.any():
            return values
        row = int(str(which.idxmax()))
        name = cell_name(row, self.column(role))
        answer = self._answers.get(f"{self.sheet}!{name}")
        if answer not in (*choices, LEFT_OUT):
            answer = ASKED
            text = str(self._cells.loc[row, role.value])
            self.doubts.append(Doubt(self.sheet, name, text, code, choices, None, int(which.sum())))
        return values.mask(which, answer)

    # Ethnicity

    def _ethnicities(self, poor: pd.Series[bool], local: pd.Series[bool]) -> pd.Series[str]:
        """DTTS, KINH, empty or ASKED by row. Whoever is DTTS tại chỗ is DTTS."""
        import pandas as pd

        found = pd.Series("", index=self._cells.index, dtype=str)
        if Held.ETHNICITY in self._columns:
            found = self._settled(Held.ETHNICITY, ethnicity_of, _ETHNICITY, poor)
            self.left_out["no_ethnicity"] = int(((found == "") & poor & ~local).sum())
        if Held.DTTS in self._columns:
            found = found.mask(self._marks(Held.DTTS) == MARKED, DTTS)
        if Held.LOCAL in self._columns:
            found = found.mask((found == "") & local, DTTS)
            both = (found == KINH) & local & poor
            found = self._asked_of(both, Held.LOCAL, "kinh_local", (DTTS, KINH), found)
        return found

    def _understood(self, kind: pd.Series[str], unit: pd.Series[str]) -> pd.DataFrame:
        import pandas as pd

        marked = self._marks(Held.LOCAL) == MARKED
        ethnicity = self._ethnicities(kind == POOR, marked)
        code = pd.Series("", index=self._cells.index, dtype=str)
        if Held.CODE in self._columns:
            code = self._cells[Held.CODE.value].str.casefold().str.replace(" ", "")
        return pd.DataFrame(
            {
                "unit": unit,
                "kind": kind,
                "ethnicity": ethnicity,
                "local": marked & (ethnicity == DTTS),
                "code": code,
                "row": self._cells.index,
            }
        )

    def _speaks_of(self, kind: pd.Series[str]) -> set[str]:
        """The counts that the register has something to say about, be it that there are none."""
        found = {one for one in (POOR, NEAR_POOR) if bool((kind == one).any())}
        marks = ((Held.POOR, POOR), (Held.NEAR_POOR, NEAR_POOR))
        if Held.CLASS not in self._columns:
            found |= {one for role, one in marks if role in self._columns}
        if POOR in found:
            told = bool(self.rows["ethnicity"].isin((DTTS, KINH)).any())
            found |= {Held.DTTS.value} if told or Held.DTTS in self._columns else set()
            found |= {Held.LOCAL.value} if Held.LOCAL in self._columns else set()
        return found
