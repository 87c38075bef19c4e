"""A plan: frozen tables of facts, each with a key.

Every fact has a typed key; a table maps the keys of one kind to values. Tables are persistent hash
maps, so that a plan of ten thousand units with one fact changed shares the rest with the one before
it. ``edits.apply`` is the only way from one plan to the next.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from rpds import HashTrieMap

from dnplanner.core.errors import NotFound, PlanBroken
from dnplanner.core.flows import Expected, Flow
from dnplanner.core.units import Unit, UnitTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dnplanner.core.series import Measure, Series

_Kind = TypeVar("_Kind", bound=type[Any])
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def _equal_within_kind(kind: _Kind) -> _Kind:
    """Make keys of a single text equal only to their own kind.

    As tuples the unit "a" and the scenario "a" would be one key to an edit that changes both.
    """

    def equal(self: Any, other: object) -> bool:
        return type(other) is kind and bool(tuple.__eq__(self, other))

    def different(self: Any, other: object) -> bool:
        return not equal(self, other)

    made: Any = kind
    made.__eq__, made.__ne__, made.__hash__ = equal, different, tuple.__hash__
    return kind


@_equal_within_kind
class UnitKey(NamedTuple):
    """Key of a Unit."""

    unit: str


class ObservedKey(NamedTuple):
    """Key of a count (int, ≥ 0) found by a review at the end of ``year``."""

    unit: str
    year: int
    measure: Measure


class Nature(StrEnum):
    """What kind of figure a document printed."""

    ACTUAL = "actual"
    ROUNDED = "rounded"
    PLAN = "plan"
    ESTIMATE = "estimate"


class PrintedKey(NamedTuple):
    """Key of a Printed figure: one document's statement about a unit and year."""

    unit: str
    year: int
    series: Series
    nature: Nature
    standard: str


@_equal_within_kind
class ScenarioKey(NamedTuple):
    """Key of a Scenario."""

    scenario: str


class GrowthKey(NamedTuple):
    """Key of a Growth rule for one denominator."""

    scenario: str
    denominator: Measure


class HouseholdsEndKey(NamedTuple):
    """Key of year-end households (int) typed for a unit instead of the growth rule."""

    scenario: str
    unit: str
    year: int
    denominator: Measure


class TargetKey(NamedTuple):
    """Key of a Target."""

    scenario: str
    unit: str
    year: int
    series: Series


class ExpectedKey(NamedTuple):
    """Key of the households (int, > 0) expected to relapse or become poor within the year."""

    scenario: str
    unit: str
    year: int
    series: Series
    flow: Flow


@_equal_within_kind
class GoalKey(NamedTuple):
    """Key of a Goal."""

    goal: str


class StandardKey(NamedTuple):
    """Key of the name (str) of the poverty standard a year's figures were measured by."""

    year: int


class SilencedKey(NamedTuple):
    """Key of the reason (str) why a finding is silenced; ``cell`` is empty where it has none."""

    code: str
    unit: str
    cell: str


@_equal_within_kind
class DocumentKey(NamedTuple):
    """Key of a property of the document itself (str or int), see DocumentField."""

    field: str


Key: TypeAlias = (
    UnitKey
    | ObservedKey
    | PrintedKey
    | ScenarioKey
    | GrowthKey
    | HouseholdsEndKey
    | TargetKey
    | ExpectedKey
    | GoalKey
    | StandardKey
    | SilencedKey
    | DocumentKey
)


class Printed(NamedTuple):
    """What a source printed; None where it is silent. Rates and points in percent.

    These are quotations, the only rates that are stored: for most past years no counts were
    published that they could be recomputed from.
    """

    poor: int | None = None
    households: int | None = None
    rate: Fraction | None = None
    reduction: int | None = None
    points: Fraction | None = None
    note: str = ""
    source: str = ""


class Scenario(NamedTuple):
    """A complete set of growth assumptions and targets (phương án).

    ``reference`` is the scenario that this one's intensity is measured against.
    """

    name: str
    position: int
    reference: str | None = None


class GrowthKind(StrEnum):
    """How households grow from one year's end to the next."""

    HOUSEHOLDS = "households"
    PERCENT = "percent"


class Growth(NamedTuple):
    """+``amount`` households per unit, or +``amount`` percent."""

    kind: GrowthKind
    amount: Fraction


class Pinned(StrEnum):
    """Which plan cell of a row was typed last; the others follow from it."""

    REDUCTION = "reduction"
    POINTS = "points"
    POOR_END = "poor_end"
    RATE_END = "rate_end"


class Target(NamedTuple):
    """A unit's target: the pinned cell and its value (households, or percent)."""

    pinned: Pinned
    value: Fraction


class GoalKind(StrEnum):
    """The form of a demand from above."""

    POINTS = "points"
    REDUCTION = "reduction"
    RATE_END = "rate_end"


class Goal(NamedTuple):
    """A demand from above on ``unit`` in ``year`` (chỉ tiêu được giao).

    ``at_least`` is in points or households; for a year-end rate it is the highest rate allowed.
    ``at_most`` closes a range, None leaves it open.
    """

    unit: str
    year: int
    series: Series
    kind: GoalKind
    at_least: Fraction
    at_most: Fraction | None = None
    source: str = ""
    date: str = ""
    position: int = 0


class Reading(StrEnum):
    """How "từ X trở lên" is read: of the exact points, or of the points as printed."""

    EXACT = "exact"
    ROUNDED = "rounded"


class DocumentField(StrEnum):
    """The properties of a document; text unless said otherwise."""

    TITLE = "title"
    BASE_YEAR = "base_year"  # int
    LAST_YEAR = "last_year"  # int
    NUMBER = "number"
    DATE = "date"
    ISSUER = "issuer"
    READING = "reading"
    NOTICE = "notice"


Value: TypeAlias = Unit | Printed | Scenario | Growth | Target | Goal | int | str

NO_GROWTH = Growth(GrowthKind.HOUSEHOLDS, Fraction(0))


class Tables(NamedTuple):
    """The facts of a plan, one persistent map for each kind of key."""

    units: HashTrieMap[UnitKey, Unit]
    observed: HashTrieMap[ObservedKey, int]
    printed: HashTrieMap[PrintedKey, Printed]
    scenarios: HashTrieMap[ScenarioKey, Scenario]
    growth: HashTrieMap[GrowthKey, Growth]
    households_end: HashTrieMap[HouseholdsEndKey, int]
    targets: HashTrieMap[TargetKey, Target]
    expected: HashTrieMap[ExpectedKey, int]
    goals: HashTrieMap[GoalKey, Goal]
    standards: HashTrieMap[StandardKey, str]
    silenced: HashTrieMap[SilencedKey, str]
    document: HashTrieMap[DocumentKey, str | int]


TABLE_OF: Mapping[type[Key], str] = {
    UnitKey: "units",
    ObservedKey: "observed",
    PrintedKey: "printed",
    ScenarioKey: "scenarios",
    GrowthKey: "growth",
    HouseholdsEndKey: "households_end",
    TargetKey: "targets",
    ExpectedKey: "expected",
    GoalKey: "goals",
    StandardKey: "standards",
    SilencedKey: "silenced",
    DocumentKey: "document",
}
"""The table that holds the facts of each kind of key."""


def entries(table: HashTrieMap[_Key, _Value]) -> list[tuple[_Key, _Value]]:
    """All keys of a table with their values, in no particular order.

    An iterator of rpds copies what is left of its map at every step: 1 µs an entry. What pickle
    would write is the same list, made in one go: 0.1 to 0.2 µs an entry, during which no other
    thread runs.
    """
    written: Any = table.__reduce__()
    listed: list[tuple[_Key, _Value]] = written[1][0]
    return listed


class Outline(NamedTuple):
    """What is derived from the few structural facts: the tree, and lists in order."""

    tree: UnitTree
    scenarios: tuple[str, ...]
    goals: tuple[str, ...]

    @classmethod
    def of(cls, tables: Tables) -> Outline:
        """Raises PlanBroken when the units are no tree, or a goal is about none of them."""
        return cls.of_units(tables, entries(tables.units))

    @classmethod
    def of_units(cls, tables: Tables, units: Iterable[tuple[UnitKey, Unit]]) -> Outline:
        """The same for who has the facts of ``tables.units`` at hand."""
        tree = UnitTree.of({key.unit: unit for key, unit in units})
        for goal in tables.goals.values():
            if goal.unit not in tree.units:
                raise PlanBroken("unknown_goal_unit", unit=goal.unit)
        return cls(
            tree,
            tuple(key.scenario for key, _ in sorted(tables.scenarios.items(), key=_by_position)),
            tuple(key.goal for key, _ in sorted(tables.goals.items(), key=_by_position)),
        )


def _by_position(entry: tuple[Key, Scenario | Goal]) -> tuple[int, Key]:
    return entry[1].position, entry[0]


class Plan(NamedTuple):
    """All facts of a document. Frozen: an edit makes another plan."""

    tables: Tables
    outline: Outline

    @classmethod
    def of(cls, facts: Iterable[tuple[Key, Value]]) -> Plan:
        """A plan that holds just ``facts``. Raises PlanBroken as Outline.of does."""
        sorted_out: dict[type[Key], list[tuple[Key, Value]]] = {kind: [] for kind in TABLE_OF}
        for fact in facts:
            sorted_out[type(fact[0])].append(fact)
        return cls.of_tables({TABLE_OF[kind]: found for kind, found in sorted_out.items()})

    @classmethod
    def of_tables(cls, facts: Mapping[str, Mapping[Any, Any] | Iterable[tuple[Any, Any]]]) -> Plan:
        """A plan of facts sorted by table already. Raises PlanBroken as ``of`` does."""
        units = dict(facts.get("units", {}))
        facts = {**facts, "units": units}
        maps: dict[str, HashTrieMap[Any, Any]] = {
            name: HashTrieMap(facts.get(name, {})) for name in Tables._fields
        }
        tables = Tables(**maps)
        return cls(tables, Outline.of_units(tables, units.items()))

    def with_tables(self, tables: Tables) -> Plan:
        """The plan with other tables; the outline is kept where nothing structural changed."""
        mine, outline = self
        if (
            tables.units is not mine.units
            or tables.scenarios is not mine.scenarios
            or tables.goals is not mine.goals
        ):
            outline = Outline.of(tables)
        return Plan(tables, outline)

    def facts(self) -> Iterator[tuple[Key, Value]]:
        """All facts, table by table, in no particular order within one."""
        for table in self.tables:
            yield from table.items()

    def get(self, key: Key) -> Value | None:
        """The value of any fact, None where the plan says nothing."""
        found: Value | None = getattr(self.tables, TABLE_OF[type(key)]).get(key)
        return found

    @property
    def tree(self) -> UnitTree:
        """The units."""
        return self.outline.tree

    def unit(self, unit: str) -> Unit:
        """The unit with this identifier. Raises NotFound."""
        try:
            return self.outline.tree.units[unit]
        except KeyError:
            raise NotFound("unit", name=unit) from None

    def observed(self, unit: str, year: int, measure: Measure) -> int | None:
        """The count a review found at the end of ``year``, None where none is known.

        A measure that is a sum is known where all its parts are.
        """
        if measure.parts:
            counts = [self.observed(unit, year, part) for part in measure.parts]
            known = [count for count in counts if count is not None]
            return sum(known) if len(known) == len(counts) else None
        return self.tables.observed.get(ObservedKey(unit, year, measure))

    def scenario(self, scenario: str) -> Scenario:
        """The scenario with this identifier. Raises NotFound."""
        found = self.tables.scenarios.get(ScenarioKey(scenario))
        if found is None:
            raise NotFound("scenario", name=scenario)
        return found

    def growth(self, scenario: str, denominator: Measure) -> Growth:
        """The growth rule; none set means no growth."""
        return self.tables.growth.get(GrowthKey(scenario, denominator)) or NO_GROWTH

    def households_end(
        self, scenario: str, unit: str, year: int, denominator: Measure
    ) -> int | None:
        """Year-end households typed for the unit, None where the growth rule holds."""
        return self.tables.households_end.get(HouseholdsEndKey(scenario, unit, year, denominator))

    def target(self, scenario: str, unit: str, year: int, series: Series) -> Target | None:
        """The unit's target, None where none is set."""
        return self.tables.targets.get(TargetKey(scenario, unit, year, series))

    def expected(self, scenario: str, unit: str, year: int, series: Series) -> Expected:
        """The gross flows expected of the unit; none set means none are."""
        key, table = (scenario, unit, year, series), self.tables.expected
        return Expected(*(table.get(ExpectedKey(*key, flow)) or 0 for flow in Flow))

    def goal(self, goal: str) -> Goal:
        """The goal with this identifier. Raises NotFound."""
        found = self.tables.goals.get(GoalKey(goal))
        if found is None:
            raise NotFound("goal", name=goal)
        return found

    def standard(self, year: int) -> str:
        """The poverty standard of a year's figures, empty where not said."""
        return self.tables.standards.get(StandardKey(year)) or ""

    def text(self, field: DocumentField) -> str:
        """A property of the document, empty where not said."""
        return str(self.tables.document.get(DocumentKey(field)) or "")

    @property
    def base_year(self) -> int:
        """The last year observed when the plan is made. Raises PlanBroken if unsaid."""
        year = self._year(DocumentField.BASE_YEAR)
        if year is None:
            raise PlanBroken("no_base_year")
        return year

    @property
    def plan_years(self) -> range:
        """The years planned, each starting where the one before ends; none where none are said."""
        base, last = self._year(DocumentField.BASE_YEAR), self._year(DocumentField.LAST_YEAR)
        return range(0) if base is None or last is None else range(base + 1, last + 1)

    def _year(self, field: DocumentField) -> int | None:
        found = self.tables.document.get(DocumentKey(field))
        return None if found is None else int(found)

    @property
    def reading(self) -> Reading:
        """How "từ X trở lên" is read; exactly unless the document says otherwise."""
        return Reading(self.text(DocumentField.READING) or Reading.EXACT)
