"""What a check finds: a code with parameters, on a unit and cell, with its fix as an Edit.

The sentence of a finding is made where there are words. Parameters and fixes of thousands of
findings are made when somebody looks at them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dnplanner.core.edits import Edit
    from dnplanner.core.entry import Cell


class Level(StrEnum):
    """How bad a finding is: an error blocks, a warning asks, info tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    __hash__ = str.__hash__  # thousands are ranked by it; Enum's own is four times slower


class Details(Mapping[str, object]):
    """Parameters that are computed when first read."""

    __slots__ = ("_known", "_make", "_subject")

    def __init__(self, make: Callable[..., dict[str, object]], *subject: object) -> None:
        """``make`` called with ``subject`` gives the parameters."""
        self._make = make
        self._subject = subject
        self._known: dict[str, object] | None = None

    def __getitem__(self, name: str) -> object:
        """One parameter."""
        return self._all()[name]

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(self._all())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._all())

    def __repr__(self) -> str:
        """As a dict."""
        return repr(self._all())

    def _all(self) -> dict[str, object]:
        if self._known is None:
            self._known = self._make(*self._subject)
        return self._known


_NONE: Mapping[str, object] = MappingProxyType({})


class Finding:
    """One thing to look at: on which unit and cell, and by how many households it is short.

    Not to be changed. A plain class: thousands are made at once, and what would guard or write it
    takes longer to load than the rest of the core.
    """

    __slots__ = ("cell", "code", "level", "make_fix", "missing", "params", "unit")

    def __init__(  # noqa: PLR0913, PLR0917 - all that a finding is made of
        self,
        code: str,
        level: Level,
        unit: str,
        cell: Cell | None = None,
        missing: int = 0,
        params: Mapping[str, object] = _NONE,
        make_fix: Callable[[], Edit | None] | None = None,
    ) -> None:
        self.code = code
        self.level = level
        self.unit = unit
        self.cell = cell
        self.missing = missing
        self.params = params
        self.make_fix = make_fix

    def _facts(self) -> tuple[object, ...]:
        return self.code, self.level, self.unit, self.cell, self.missing, self.params

    def __eq__(self, other: object) -> bool:
        """Whether both say the same, whatever their fixes."""
        return self._facts() == other._facts() if isinstance(other, Finding) else NotImplemented

    def __hash__(self) -> int:
        """By what cannot be a mapping."""
        return hash(self._facts()[:-1])

    def __repr__(self) -> str:
        """As it would be made."""
        return f"Finding{self._facts()!r}"

    @property
    def fixable(self) -> bool:
        """Whether a fix may be tried."""
        return self.make_fix is not None

    @property
    def fix(self) -> Edit | None:
        """The edit that does away with it, made now; None where there is none."""
        return None if self.make_fix is None else self.make_fix()


_RANK = {Level.ERROR: 0, Level.WARNING: 1, Level.INFO: 2}


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By level, then by households missing, otherwise in the order given."""
    return sorted(findings, key=rank)


def rank(finding: Finding) -> tuple[int, int]:
    """What findings are sorted by; smaller comes first."""
    return _RANK[finding.level], -finding.missing
