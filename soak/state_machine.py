"""Any sequence of edits, undo, redo, saves, crashes and reopening equals a plain reference (M1)."""

from __future__ import annotations

import shutil
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from dnplanner.core.edits import apply, combined, edit_of
from dnplanner.core.history import Act, undo_state
from dnplanner.core.plan import (
    DocumentKey,
    ObservedKey,
    Pinned,
    Plan,
    Scenario,
    ScenarioKey,
    Target,
    TargetKey,
    UnitKey,
)
from dnplanner.core.series import Measure, Series
from dnplanner.core.units import Unit
from dnplanner.storage.author import Author
from dnplanner.storage.inspection import plan_at, read_snapshot
from dnplanner.storage.opening import Desk, new_document, open_document, resume
from dnplanner.storage.recovery import leftovers
from dnplanner.storage.snapshot import Snapshot
from soak.outcome import Outcome, memory

if TYPE_CHECKING:
    import random

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Key, Value
    from dnplanner.storage.opening import OpenDocument

AUTHOR = Author("soak", "here")
STEPS = 50

Facts = dict[Any, Any]


def small_plan() -> Plan:
    """Three units, one scenario."""
    units = [(UnitKey(name), Unit(name.title(), "whole", at)) for at, name in enumerate("abc")]
    return Plan.of(
        [(UnitKey("whole"), Unit("Whole", None, 0)), *units, (ScenarioKey("pa"), Scenario("PA", 0))]
    )


_KEYS: list[Key] = [
    *(TargetKey("pa", unit, 2024, Series.POOR) for unit in "abc"),
    *(ObservedKey(unit, 2023, Measure.POOR) for unit in "abc"),
    DocumentKey("title"),
]


def _value(key: Key, number: int) -> Value | None:
    if number == 0:
        return None
    if isinstance(key, TargetKey):
        return Target(Pinned.POINTS, Fraction(number, 3))
    return f"Kế hoạch {number}" if isinstance(key, DocumentKey) else number


changes = st.dictionaries(st.sampled_from(_KEYS), st.integers(0, 5), min_size=1, max_size=4)


class DocumentMachine(RuleBasedStateMachine):
    """A document beside plain dictionaries of its facts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="soak-", dir=memory()))
        self.homes = 0
        self.file = self.folder / "plan.dnplan"
        self.plan = small_plan()
        self.document = new_document(Snapshot(self.plan), self.desk())
        self.states: list[Facts] = [dict(self.plan.facts())]
        self.undo_to: list[Facts] = []
        self.redo_to: list[Facts] = []
        self.in_file: Facts | None = None
        self.names: dict[str, int] = {}
        self.names_in_file: dict[str, int] = {}

    def desk(self) -> Desk:
        """The user's folder; each crash moves to a copy of it."""
        return Desk(self.folder / f"home{self.homes}", AUTHOR, lambda _: None)

    def record(self, edit: Edit, act: Act) -> None:
        """What the window does after every edit."""
        self.plan = apply(self.plan, edit)
        self.document.store.record(edit, act)
        self.states.append(dict(self.plan.facts()))

    @rule(wanted=changes, joined=st.booleans())
    def edit(self, wanted: dict[Key, int], *, joined: bool) -> None:
        """Typing a cell or pasting a block; typing on in the same cell joins the step before."""
        edit = edit_of(self.plan, "paste", {key: _value(key, n) for key, n in wanted.items()})
        before = self.states[-1]
        if not (joined and self.undo_to and not self.redo_to):
            self.undo_to.append(before)
        self.redo_to.clear()
        self.record(edit, Act.JOINED if joined else Act.DONE)
        for key, number in wanted.items():
            value = _value(key, number)
            assert self.states[-1].get(key) == value

    @precondition(lambda self: self.undo_to)
    @rule()
    def undo(self) -> None:
        """Ctrl+Z."""
        self.redo_to.append(self.states[-1])
        self.record(self._step(self._undo_state().undoable[-1]).inverse(), Act.UNDONE)
        assert self.states[-1] == self.undo_to.pop()

    @precondition(lambda self: self.redo_to)
    @rule()
    def redo(self) -> None:
        """Ctrl+Y."""
        self.undo_to.append(self.states[-1])
        self.record(self._step(self._undo_state().redoable[-1]), Act.REDONE)
        assert self.states[-1] == self.redo_to.pop()

    @rule()
    def save(self) -> None:
        """Ctrl+S."""
        self.document.store.save(self.file).result()
        self.in_file, self.names_in_file = self.states[-1], dict(self.names)

    @rule(number=st.integers(0, 3))
    def name_version(self, number: int) -> None:
        """Naming a state; a name given again is moved."""
        self.document.store.name_version(f"Bản {number}").result()
        self.names[f"Bản {number}"] = len(self.states) - 1

    @precondition(lambda self: self.in_file is not None)
    @rule()
    def reopen(self) -> None:
        """Save, close, open."""
        self.save()
        assert self.document.close()
        assert leftovers(self.desk().home, AUTHOR) == []
        self._opened(open_document(self.file, self.desk()))

    @rule()
    def crash(self) -> None:
        """The program is killed; the next start finds what was on the disk."""
        assert self.document.store.flush().result()
        old = self.desk().home
        self.homes += 1
        shutil.copytree(old, self.desk().home)
        self.document.close(discard=True)
        left = leftovers(self.desk().home, AUTHOR)
        if left:
            self._opened(resume(left[0].path, self.desk()))
        elif self.in_file is None:
            assert (len(self.states), self.names) == (1, {})
            self._opened(new_document(Snapshot(small_plan()), self.desk()))
        else:
            self._opened(open_document(self.file, self.desk()))

    @invariant()
    def the_plan_is_the_reference(self) -> None:
        """What the window shows."""
        assert dict(self.plan.facts()) == self.states[-1]

    @rule(chance=st.randoms(use_true_random=False))
    def look_back(self, chance: random.Random) -> None:
        """Any earlier state can be had back, and the file is what was saved last."""
        assert self.document.store.flush().result()
        whole = Snapshot(self.plan, changes=tuple(self.document.store.changes))
        number = chance.randrange(len(self.states))
        assert dict(plan_at(whole, number).facts()) == self.states[number]
        if self.in_file is not None:
            found = read_snapshot(self.file)
            assert dict(found.plan.facts()) == self.in_file
            assert _names(found) == self.names_in_file

    def _opened(self, document: OpenDocument) -> None:
        assert dict(document.snapshot.plan.facts()) == self.states[-1]
        assert len(document.snapshot.changes) == len(self.states) - 1
        assert _names(document.snapshot) == self.names
        self.document, self.plan = document, document.snapshot.plan
        state = self._undo_state()
        assert len(state.undoable) == len(self.undo_to)
        assert len(state.redoable) == len(self.redo_to)

    def _undo_state(self) -> Any:
        assert self.document.store.flush().result()
        return undo_state((change.sequence, change.act) for change in self.document.store.changes)

    def _step(self, sequences: tuple[int, ...]) -> Edit:
        log = self.document.store.changes
        return combined("step", [log[number - 1].edit for number in sequences])

    def teardown(self) -> None:
        """Nothing is left in memory or on the disk."""
        self.document.close(discard=True)
        shutil.rmtree(
            self.folder, ignore_errors=True
        )  # after a failure a writer may still be there


def _names(snapshot: Snapshot) -> dict[str, int]:
    return {version.name: version.sequence for version in snapshot.versions}


def run(examples: int) -> Outcome:
    """``examples`` sequences of STEPS steps."""
    outcome = Outcome("state machine", {"sequences": examples, "steps each": STEPS})
    try:
        run_machine(examples, STEPS)
    except Exception as error:  # the sequence that fails has been printed
        outcome.losses.append(repr(error))
    return outcome


def run_machine(examples: int, steps: int) -> None:
    """Raises what failed, after printing the shortest sequence that does."""
    run_state_machine_as_test(
        DocumentMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
