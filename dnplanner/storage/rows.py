"""The facts of a plan as rows of its tables, and back.

Works by columns, not by rows: a hundred thousand targets are converted in a few calls each, and
equal values are made once and shared.
"""

from __future__ import annotations

import sqlite3
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from dnplanner.core.plan import TABLE_OF, Key, Plan, Value
from dnplanner.storage.codec import RECORDS
from dnplanner.storage.errors import ContentUnwritable, UnknownContent
from dnplanner.storage.schema import FACT_TABLES, Column, Form, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Row: TypeAlias = tuple[Any, ...]
"""A row as SQLite takes and gives it; its types are those of the columns."""

_KEYS: Mapping[str, type[Key]] = {table: key for key, table in TABLE_OF.items()}

_REPEATED = "targets"
"""The table in which a hundred thousand records are the same few hundred again and again."""


_BY_SCENARIO = frozenset({"households_end", "targets", "expected"})
"""The tables that grow with every scenario."""


class Identifiers(dict[Any, Any]):
    """Identifiers to their numbers; new ones are numbered as they are met and kept in ``added``."""

    def __init__(self, known: Iterable[tuple[int, str]] = ()) -> None:
        super().__init__((text, number) for number, text in known)
        self._next = max(self.values(), default=0) + 1
        self[None] = None
        self.added: list[tuple[int, str]] = []

    def __missing__(self, text: str) -> int:
        number = self[text] = self._next
        self._next += 1
        self.added.append((number, text))
        return number


class _Made(dict[Any, Any]):
    """Values made of what is stored, once each."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, stored: Any) -> Any:
        value = self[stored] = self._make(stored)
        return value


def write_all(connection: sqlite3.Connection, plan: Plan) -> None:
    """Insert all facts of ``plan`` into empty tables. Raises ContentUnwritable."""
    identifiers = Identifiers()
    for table in FACT_TABLES:
        facts = getattr(plan.tables, table.name).items()
        _insert(connection, table, _rows_of(table, list(facts), identifiers))
    add_identifiers(connection, identifiers)


def write_some(
    connection: sqlite3.Connection,
    facts: Iterable[tuple[Key, Value | None]],
    identifiers: Identifiers,
) -> None:
    """Insert, replace or (None) delete single facts. Raises ContentUnwritable."""
    by_table: dict[str, list[tuple[Key, Value | None]]] = {}
    for key, value in facts:
        by_table.setdefault(TABLE_OF[type(key)], []).append((key, value))
    for table in FACT_TABLES:
        found = by_table.get(table.name, [])
        gone = [key for key, value in found if value is None]
        kept = [(key, value) for key, value in found if value is not None]
        _delete(connection, table, _key_rows(table, gone, identifiers))
        _insert(connection, table, _rows_of(table, kept, identifiers))
    add_identifiers(connection, identifiers)


def add_identifiers(connection: sqlite3.Connection, identifiers: Identifiers) -> None:
    """Write the identifiers numbered since the last time."""
    _execute(connection, "INSERT INTO identifiers VALUES (?, ?)", identifiers.added)
    identifiers.added = []


def read_identifiers(connection: sqlite3.Connection) -> dict[int, str]:
    """Identifiers by their numbers."""
    return dict(connection.execute("SELECT number, text FROM identifiers ORDER BY number"))


def read_all(connection: sqlite3.Connection) -> Plan:
    """The plan that the tables hold. Raises UnknownContent for rows that are no facts."""
    names: dict[Any, str | None] = {None: None}
    names.update(read_identifiers(connection))
    try:
        return Plan.of_tables(
            {table.name: _read(connection, table, names) for table in FACT_TABLES}
        )
    except (ValueError, TypeError, KeyError, ZeroDivisionError) as error:
        raise UnknownContent("rows") from error


def _rows_of(table: Table, facts: list[tuple[Any, Any]], identifiers: Identifiers) -> Iterator[Row]:
    if not facts:
        return iter(())
    keys, values = zip(*facts, strict=True)
    parts = [*zip(*keys, strict=True), *_fields(table, values)]
    return zip(*_written(table.columns, parts, identifiers), strict=True)


def _key_rows(table: Table, keys: list[Key], identifiers: Identifiers) -> Iterator[Row]:
    if not keys:
        return iter(())
    return zip(*_written(table.key, list(zip(*keys, strict=True)), identifiers), strict=True)


def _fields(table: Table, values: tuple[Any, ...]) -> Iterable[Iterable[Any]]:
    """The columns of the values: one for plain values, one per field for records."""
    if table.name not in RECORDS:
        return [values]
    return list(zip(*values, strict=True))


def _written(
    columns: tuple[Column, ...], parts: list[Any], identifiers: Identifiers
) -> list[Iterable[Any]]:
    return [_write(column, part, identifiers) for column, part in zip(columns, parts, strict=True)]


def _write(column: Column, parts: Iterable[Any], identifiers: Identifiers) -> Iterable[Any]:
    if column.form is Form.IDENTIFIER:
        return map(identifiers.__getitem__, parts)
    if column.form in (Form.CHOICE, Form.RATIO):
        # str() of an enumeration is its bare word: sqlite3 takes ten times as long for a subclass.
        return (None if part is None else str(part) for part in parts)
    return parts


def _insert(connection: sqlite3.Connection, table: Table, rows: Iterable[Row]) -> None:
    places = ", ".join("?" * len(table.columns))
    _execute(connection, f"INSERT OR REPLACE INTO {table.name} VALUES ({places})", rows)


def _delete(connection: sqlite3.Connection, table: Table, keys: Iterable[Row]) -> None:
    same = " AND ".join(f"{column.name} = ?" for column in table.key)
    _execute(connection, f"DELETE FROM {table.name} WHERE {same}", keys)


def _execute(connection: sqlite3.Connection, statement: str, rows: Iterable[Row]) -> None:
    try:
        connection.executemany(statement, rows)
    except (OverflowError, UnicodeEncodeError, sqlite3.IntegrityError) as error:
        raise ContentUnwritable("content_unwritable") from error


def _read(
    connection: sqlite3.Connection, table: Table, names: Mapping[Any, str | None]
) -> Iterator[tuple[Any, Any]]:
    stored = _stored_by_scenario if table.name in _BY_SCENARIO else _stored
    parts = stored(connection, table)
    if not parts:
        return iter(())
    width = len(table.key)
    readers = [_reader(column, names) for column in table.columns]
    # Past the named tuple's own __new__, which takes its fields one by one.
    made = partial(tuple.__new__, _KEYS[table.name])
    keys = map(made, zip(*_columns(readers[:width], parts[:width]), strict=True))
    return zip(keys, _values(table, readers[width:], parts[width:]), strict=True)


def _stored(connection: sqlite3.Connection, table: Table) -> list[Sequence[Any]]:
    """The columns of a table; none where it has no rows."""
    columns = ", ".join(column.name for column in table.columns)
    rows = connection.execute(f"SELECT {columns} FROM {table.name}").fetchall()
    return list(zip(*rows, strict=True))


def _stored_by_scenario(connection: sqlite3.Connection, table: Table) -> list[Sequence[Any]]:
    """The same of a table whose rows belong to scenarios, each scenario's columns as one text.

    No column of these tables may be empty or hold a comma, by the rules that were checked before.
    Handing over a few long texts takes half the time of half a million short values.
    """
    first, *others = table.columns
    texts = ", ".join(f"group_concat({column.name})" for column in others)
    parts: list[list[Any]] = [[] for _ in table.columns]
    query = f"SELECT {first.name}, {texts} FROM {table.name} GROUP BY {first.name}"
    for scenario, *joined in connection.execute(query):
        found = [_split(other, text) for other, text in zip(others, joined, strict=True)]
        parts[0] += [scenario] * len(found[0])
        for column, more in zip(parts[1:], found, strict=True):
            column.extend(more)
    return [*parts] if parts[0] else []


def _split(column: Column, text: str) -> list[Any]:
    values = text.split(",")
    return values if column.form in (Form.CHOICE, Form.RATIO) else [*map(int, values)]


def _reader(column: Column, names: Mapping[Any, str | None]) -> Callable[[Any], Any] | None:
    """What turns stored parts into fields; None where they are the same."""
    if column.form is Form.IDENTIFIER:
        return names.__getitem__
    if column.choices is not None:
        return {choice.value: choice for choice in column.choices}.__getitem__
    return _Made(_ratio).__getitem__ if column.form is Form.RATIO else None


def _ratio(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _values(
    table: Table, readers: list[Callable[[Any], Any] | None], parts: list[Sequence[Any]]
) -> Iterable[Any]:
    """Counts and texts as they are, records of their columns; see _REPEATED for those shared."""
    if table.name not in RECORDS:
        return parts[0]
    made = partial(tuple.__new__, RECORDS[table.name])
    if table.name != _REPEATED:
        return map(made, zip(*_columns(readers, parts), strict=True))

    def made_of(stored: Row) -> Any:
        return made(next(zip(*_columns(readers, [(part,) for part in stored]), strict=True)))

    return map(_Made(made_of).__getitem__, zip(*parts, strict=True))


def _columns(
    readers: list[Callable[[Any], Any] | None], parts: Iterable[Sequence[Any]]
) -> list[Iterable[Any]]:
    """The fields of many rows, column by column."""
    return [
        part if reader is None else map(reader, part)
        for reader, part in zip(readers, parts, strict=True)
    ]
