"""Facts as plain values (text, whole numbers, lists) and back.

One form serves documents, change logs and samples. Exact percentages are written as fractions
(``4/5``), enumerations by their names; anything else is refused when read.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from dnplanner.core.errors import PlannerError
from dnplanner.core.flows import Flow
from dnplanner.core.plan import (
    TABLE_OF,
    Goal,
    GoalKind,
    Growth,
    GrowthKind,
    Key,
    Nature,
    Pinned,
    Plan,
    Printed,
    Scenario,
    Target,
    Value,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Plain: TypeAlias = str | int | list["Plain"] | None
"""What JSON and SQLite hold without loss."""


class FactUnreadable(PlannerError):
    """Plain values that are not a fact of this version."""


_KEYS: Mapping[str, type[Key]] = {table: kind for kind, table in TABLE_OF.items()}

_KEY_FIELDS: Mapping[str, Callable[[Any], Any]] = {
    "measure": Measure,
    "denominator": Measure,
    "series": Series,
    "nature": Nature,
    "flow": Flow,
}

RECORDS: Mapping[str, type[Any]] = {
    "units": Unit,
    "printed": Printed,
    "scenarios": Scenario,
    "growth": Growth,
    "targets": Target,
    "goals": Goal,
}
"""The tables whose values are records; the others hold plain counts and texts."""

_COUNTED = ("observed", "households_end", "expected")
"""The tables whose values are whole numbers; a property of the document may be one or a text."""

_VALUE_FIELDS: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("printed", "rate"): Fraction,
    ("printed", "points"): Fraction,
    ("growth", "kind"): GrowthKind,
    ("growth", "amount"): Fraction,
    ("targets", "pinned"): Pinned,
    ("targets", "value"): Fraction,
    ("goals", "series"): Series,
    ("goals", "kind"): GoalKind,
    ("goals", "at_least"): Fraction,
    ("goals", "at_most"): Fraction,
}


def encode_key(key: Key) -> list[Plain]:
    """The fields of a key, in order."""
    return [_plain(part) for part in key]


def encode_value(value: Value) -> Plain:
    """A count or text as it is, a record as the list of its fields."""
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return str(value)
    return [_plain(part) for part in value]


def decode_key(table: str, parts: list[Plain]) -> Key:
    """The key that ``encode_key`` wrote for ``table``. Raises FactUnreadable."""
    kind = _KEYS.get(table)
    if kind is None or len(parts) != len(kind._fields):
        raise FactUnreadable("fact_unreadable", table=table)
    named = zip(kind._fields, parts, strict=True)
    try:
        return kind._make(_KEY_FIELDS.get(name, _same)(part) for name, part in named)
    except (ValueError, TypeError) as error:
        raise FactUnreadable("fact_unreadable", table=table) from error


def decode_value(table: str, plain: Plain) -> Value:
    """The value that ``encode_value`` wrote for ``table``. Raises FactUnreadable."""
    record = RECORDS.get(table)
    if record is None:
        if isinstance(plain, str) and table not in _COUNTED:
            return plain
        if isinstance(plain, int) and table in (*_COUNTED, "document"):
            return plain
        raise FactUnreadable("fact_unreadable", table=table)
    if not isinstance(plain, list) or len(plain) != len(record._fields):
        raise FactUnreadable("fact_unreadable", table=table)
    named = zip(record._fields, plain, strict=True)
    try:
        made: Value = record._make(_field(table, name, part) for name, part in named)
    except (ValueError, TypeError, ZeroDivisionError) as error:
        raise FactUnreadable("fact_unreadable", table=table) from error
    return made


def encode_facts(plan: Plan) -> dict[str, list[Plain]]:
    """All facts by table, each ``[key, value]``, sorted so that equal plans are written alike."""
    return {
        name: [
            [encode_key(key), encode_value(value)]
            for key, value in sorted(getattr(plan.tables, name).items())
        ]
        for name in plan.tables._fields
    }


def decode_facts(tables: Mapping[str, list[Any]]) -> Iterator[tuple[Key, Value]]:
    """The facts that ``encode_facts`` wrote. Raises FactUnreadable."""
    for table, entries in tables.items():
        for parts, value in entries:
            yield decode_key(table, parts), decode_value(table, value)


def _plain(part: object) -> Plain:
    if part is None or type(part) is int:
        return part
    return str(part)


def _field(table: str, name: str, part: Plain) -> object:
    convert = _VALUE_FIELDS.get((table, name))
    return part if convert is None or part is None else convert(part)


def _same(part: Plain) -> Plain:
    return part
