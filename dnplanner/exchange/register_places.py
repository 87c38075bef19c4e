"""Which unit of a plan each household of a register lives in, by the names in its columns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dnplanner.core.unit_names import fold
from dnplanner.exchange.grid import cell_name
from dnplanner.exchange.proposals import LEFT_OUT, Answers, Doubt, ReadUnit
from dnplanner.exchange.register_words import PLACES, Held
from dnplanner.exchange.unit_matching import UnitIndex, UnitMatch

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from dnplanner.exchange.register_finding import Register, RegisterColumn

AS_ABOVE = "^"
"""The answer that a blank place is the one in the row above."""
_ENOUGH = 0.5
"""Share of rows whose place must be a unit of the plan for a column to be the one counted by."""
_KNOWN = ("matched", "ambiguous")
_LEVELS = {
    "tỉnh": "province",
    "huyện": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "thôn": "village",
    "bon": "village",
    "buôn": "village",
    "bản": "village",
    "tổ dân phố": "village",
}


def times_of(texts: pd.Series[str]) -> Counter[str]:
    """How often each text stands in a column."""
    return Counter({str(text): int(times) for text, times in texts.value_counts().items()})


class Places:
    """The places of one register; ``settle`` finds their units."""

    def __init__(
        self,
        register: Register,
        index: UnitIndex,
        answers: Answers,
        columns: Mapping[Held, RegisterColumn],
        cells: pd.DataFrame,
    ) -> None:
        """Choose the column to count by: the lowest whose names are units of the plan."""
        self.units: list[ReadUnit] = []
        self.doubts: list[Doubt] = []
        self._register = register
        self._index = index
        self._answers = answers
        self._cells = cells
        self._roles = [role for role in PLACES if role in columns]
        self._role = self._best_role()
        self.column = columns[self._role]

    def settle(self, matters: pd.Series[bool]) -> pd.Series[str]:
        """The unit of each row, empty where none; asked where one of the rows that matter is."""
        names = self._filled(matters)
        above = self._above()
        keys = names if above is None else names.str.cat(above, sep="\n")
        times = times_of(keys[matters])
        meant = {
            key: self._unit(int(str(row)), key, times[key])
            for row, key in keys.drop_duplicates().items()
        }
        return self._without_wholes(keys, meant, times)

    def _filled(self, matters: pd.Series[bool]) -> pd.Series[str]:
        """The names, blank ones as in the row above if that was answered."""
        names = self._cells[self._role.value]
        blank = names[(names == "") & matters]
        if blank.empty:
            return names
        place = self._place(int(str(names[names == ""].index[0])))
        if self._answers.get(place) == AS_ABOVE:
            return names.mask(names == "").ffill().fillna("")
        return names

    def _above(self) -> pd.Series[str] | None:
        """The names of the places that hold those counted by, which tell namesakes apart."""
        higher = self._roles[self._roles.index(self._role) + 1 :]
        return self._cells[higher[0].value] if higher else None

    def _best_role(self) -> Held:
        shares = {role: self._share(role) for role in self._roles}
        for role in self._roles:
            if shares[role] >= _ENOUGH:
                return role
        found = max(self._roles, key=lambda role: shares[role])
        if shares[found]:
            return found
        return self._roles[1] if self._roles[0] is Held.VILLAGE and self._roles[1:] else found

    def _share(self, role: Held) -> float:
        """The share of the rows with a name in this column whose name is a unit's."""
        if role is Held.PROVINCE and len(self._roles) > 1:
            return 0.0  # all rows of a province say so; what is below counts
        texts = self._cells[role.value]
        times = times_of(texts[texts != ""])
        known = ((text, n) for text, n in times.items() if self._index.knows(text))
        found = sum(n for text, n in known if self._match(text, "", role).code in _KNOWN)
        return found / (sum(times.values()) or 1)

    def _match(self, text: str, above: str, role: Held) -> UnitMatch:
        if not self._index.knows(text):
            return self._index.match(text)
        within = self._index.match(above).unit if above else None
        found = self._index.match(text, within)
        if found.code not in _KNOWN:
            return found
        level = _LEVELS.get(fold(text).kind, "" if role is Held.UNIT else role.value)
        units = self._index.plan.tree.units
        fitting = [one for one in found.choices if level in ("", units[one].level or level)]
        if len(fitting) == 1:
            return UnitMatch("matched", fitting[0], tuple(fitting))
        return UnitMatch("ambiguous", None, tuple(fitting)) if fitting else UnitMatch("unknown")

    def _place(self, row: int) -> str:
        return f"{self._register.sheet.name}!{cell_name(row, self.column.column)}"

    def _unit(self, row: int, key: str, times: int) -> str:
        """The unit of a name, empty where it is none or asked; ``times`` rows depend on it."""
        text, _, above = key.partition("\n")
        answer = self._answers.get(self._place(row))
        if answer is not None and answer in self._index.plan.tree.units:
            self._note(row, text, answer, "answered")
            return answer
        if answer == LEFT_OUT:
            self._note(row, text, None, "left_out")
            return ""
        found = self._match(text, above, self._role) if text else UnitMatch("blank", None)
        unit = found.unit if found.code == "matched" else None
        if text:
            self._note(row, text, unit, found.code)
        if unit is None and times:
            choices = found.choices if text else (AS_ABOVE,)
            suggested = found.unit
            self._ask(row, text, f"unit_{found.code}", choices, times, suggested)
        return unit or ""

    def _note(self, row: int, text: str, unit: str | None, how: str) -> None:
        name = cell_name(row, self.column.column)
        self.units.append(ReadUnit(self._register.sheet.name, name, text, unit, how))

    def _ask(
        self,
        row: int,
        text: str,
        code: str,
        choices: tuple[str, ...],
        times: int,
        suggested: str | None = None,
    ) -> None:
        sheet, name = self._register.sheet.name, cell_name(row, self.column.column)
        self.doubts.append(Doubt(sheet, name, text, code, choices, suggested, times))

    def _without_wholes(
        self, keys: pd.Series[str], meant: dict[str, str], times: Mapping[str, int]
    ) -> pd.Series[str]:
        """Ask about rows that name a unit whose parts are named by others."""
        tree = self._index.plan.tree
        wholes = {above for unit in meant.values() if unit for above in tree.ancestors(unit)}
        for row, key in keys.drop_duplicates().items():
            unit = meant[key]
            if unit in wholes and times[key]:
                at = int(str(row))
                meant[key] = ""
                if self._answers.get(self._place(at)) != LEFT_OUT:
                    parts = tuple(tree.children_of(unit))
                    self._ask(at, key.partition("\n")[0], "unit_above", parts, times[key])
        return keys.map(meant)
