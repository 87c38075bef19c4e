"""The tables of a document and how the facts of a plan are laid out in them (version 2).

Every kind of fact has a table of its own with typed, checked columns. Identifiers of units,
scenarios and goals are numbered once in ``identifiers``: ten scenarios of ten thousand units repeat
them a hundred thousand times. Counts are whole numbers, percentages exact fractions as text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from dnplanner.core.flows import Flow
from dnplanner.core.plan import GoalKind, GrowthKind, Nature, Pinned
from dnplanner.core.series import Measure, Series

APPLICATION_ID = 0x444E504C
"""``DNPL`` in the header of every document."""

VERSION = 2
"""The version of the tables below, in the header as ``user_version``."""


class Form(Enum):
    """What a column holds."""

    IDENTIFIER = auto()
    CHOICE = auto()
    YEAR = auto()
    COUNT = auto()
    WHOLE = auto()
    TEXT = auto()
    RATIO = auto()
    TEXT_OR_WHOLE = auto()


_TYPES = {
    Form.IDENTIFIER: "INTEGER",
    Form.YEAR: "INTEGER",
    Form.COUNT: "INTEGER",
    Form.WHOLE: "INTEGER",
    Form.TEXT_OR_WHOLE: "ANY",
}

_CHECKS = {
    Form.YEAR: "{0} BETWEEN 1900 AND 2200",
    Form.COUNT: "{0} >= 0",
    Form.RATIO: "{0} GLOB '*[0-9]' AND {0} NOT GLOB '*[^0-9/-]*'",
    Form.TEXT_OR_WHOLE: "typeof({0}) = 'text' OR typeof({0}) = 'integer'",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Only ``optional`` ones may be empty; a CHOICE is among ``choices``."""

    name: str
    form: Form = Form.TEXT
    optional: bool = False
    choices: type[StrEnum] | None = None

    def definition(self) -> str:
        """The SQL that declares the column."""
        words = [self.name, _TYPES.get(self.form, "TEXT")]
        if not self.optional:
            words.append("NOT NULL")
        condition = self._condition()
        if condition:
            words.append(f"CHECK ({condition})")
        return " ".join(words)

    def _condition(self) -> str:
        if self.choices is None:
            return _CHECKS.get(self.form, "").format(self.name)
        # Not IN: a CHECK builds its list anew for every row, which takes three times as long.
        return " OR ".join(f"{self.name} = '{choice.value}'" for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of facts: the fields of the key, then those of the value."""

    name: str
    key: tuple[Column, ...]
    value: tuple[Column, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return self.key + self.value

    def definition(self) -> str:
        """The SQL that creates the table."""
        lines = [column.definition() for column in self.columns]
        lines.append(f"PRIMARY KEY ({', '.join(column.name for column in self.key)})")
        return f"CREATE TABLE {self.name} ({', '.join(lines)}) STRICT, WITHOUT ROWID"


def _identifier(name: str, *, optional: bool = False) -> Column:
    return Column(name, Form.IDENTIFIER, optional)


def _choice(name: str, choices: type[StrEnum]) -> Column:
    return Column(name, Form.CHOICE, choices=choices)


def _count(name: str) -> Column:
    return Column(name, Form.COUNT, optional=True)


def _ratio(name: str, *, optional: bool = False) -> Column:
    return Column(name, Form.RATIO, optional)


_UNIT = _identifier("unit")
_SCENARIO = _identifier("scenario")
_YEAR = Column("year", Form.YEAR)
_POSITION = Column("position", Form.WHOLE)
_SERIES = _choice("series", Series)
_DENOMINATOR = _choice("denominator", Measure)
_HOUSEHOLDS = Column("households", Form.COUNT)

FACT_TABLES = (
    Table(
        "units",
        (_UNIT,),
        (
            Column("name"),
            _identifier("parent", optional=True),
            _POSITION,
            Column("kind"),
            Column("level"),
            Column("code"),
        ),
    ),
    Table("observed", (_UNIT, _YEAR, _choice("measure", Measure)), (_HOUSEHOLDS,)),
    Table(
        "printed",
        (_UNIT, _YEAR, _SERIES, _choice("nature", Nature), Column("standard")),
        (
            _count("poor"),
            _count("households"),
            _ratio("rate", optional=True),
            Column("reduction", Form.WHOLE, optional=True),
            _ratio("points", optional=True),
            Column("note"),
            Column("source"),
        ),
    ),
    Table(
        "scenarios",
        (_SCENARIO,),
        (Column("name"), _POSITION, _identifier("reference", optional=True)),
    ),
    Table(
        "growth",
        (_SCENARIO, _DENOMINATOR),
        (_choice("kind", GrowthKind), _ratio("amount")),
    ),
    Table("households_end", (_SCENARIO, _UNIT, _YEAR, _DENOMINATOR), (_HOUSEHOLDS,)),
    Table(
        "targets",
        (_SCENARIO, _UNIT, _YEAR, _SERIES),
        (_choice("pinned", Pinned), _ratio("value")),
    ),
    Table(
        "expected",
        (_SCENARIO, _UNIT, _YEAR, _SERIES, _choice("flow", Flow)),
        (_HOUSEHOLDS,),
    ),
    Table(
        "goals",
        (_identifier("goal"),),
        (
            _UNIT,
            _YEAR,
            _SERIES,
            _choice("kind", GoalKind),
            _ratio("at_least"),
            _ratio("at_most", optional=True),
            Column("source"),
            Column("date"),
            _POSITION,
        ),
    ),
    Table("standards", (_YEAR,), (Column("name"),)),
    Table("silenced", (Column("code"), _UNIT, Column("cell")), (Column("reason"),)),
    Table("document", (Column("field"),), (Column("value", Form.TEXT_OR_WHOLE),)),
)
"""The tables of a plan's facts; names and field order as in ``core.plan``."""

_ONE_ROW = "one INTEGER PRIMARY KEY CHECK (one = 1)"

_OTHER_TABLES = (
    "CREATE TABLE identifiers (number INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT",
    # Which document this is, whatever its file is called; backups and recovery go by it.
    f"CREATE TABLE identity ({_ONE_ROW}, uuid TEXT NOT NULL CHECK (length(uuid) = 36)) STRICT",
    # Every change ever made, undoing included, with all it changed: see history.py.
    "CREATE TABLE changes (sequence INTEGER PRIMARY KEY CHECK (sequence > 0), "
    "act TEXT NOT NULL CHECK (act = 'done' OR act = 'joined' OR act = 'undone' OR act = 'redone'), "
    "time TEXT NOT NULL, user TEXT NOT NULL, computer TEXT NOT NULL, kind TEXT NOT NULL, "
    "source TEXT NOT NULL, facts INTEGER NOT NULL CHECK (facts >= 0), edit BLOB NOT NULL) STRICT",
    "CREATE TABLE versions (name TEXT PRIMARY KEY, "
    "sequence INTEGER NOT NULL CHECK (sequence >= 0), "
    "time TEXT NOT NULL, user TEXT NOT NULL, computer TEXT NOT NULL) STRICT, WITHOUT ROWID",
    # Filled in working copies only: which file it belongs to, and what was last saved there.
    "CREATE TABLE working (field TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    f"CREATE TABLE seal ({_ONE_ROW}, mark BLOB NOT NULL CHECK (length(mark) = 48)) STRICT",
)

STATEMENTS = (*(table.definition() for table in FACT_TABLES), *_OTHER_TABLES)
"""What makes an empty document of this version."""
