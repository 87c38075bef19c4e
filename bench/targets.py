"""Setting targets: sharing and findings of everything, findings after an edit, other series, trees.

The baseline of the core's figures is the plain loop over lists that ``bench.core`` compares with.
What is painted is measured in the one window, in the processor time of its thread.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from fractions import Fraction
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

from bench.core import plain_loop
from bench.figures import Figure, Target, medians, p95
from bench.territories import QUESTION, ROOT, bottom_units, target, territory
from bench.window import close, program_of, repaint, settle
from dnplanner.core.checks import Findings
from dnplanner.core.edits import apply, edit_of
from dnplanner.core.evaluation import Evaluation
from dnplanner.core.plan import Pinned
from dnplanner.core.plan import Target as Demand
from dnplanner.core.series import Series
from dnplanner.core.sharing import Sharing, Weighting, share, share_edit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dnplanner.app import Program
    from dnplanner.core.evaluation import Question
    from dnplanner.core.plan import Plan

_MOST = 10_600
_ROUNDS = 9
_EDITS = 200
_VILLAGES = 713
_SWITCHES = 12


def measure() -> list[Figure]:
    """The core at the largest size, then the window at 713 and at the largest."""
    figures = [*_whole(territory(_MOST)), _after_an_edit(territory(_MOST))]
    with tempfile.TemporaryDirectory() as folder:
        program = program_of(territory(_VILLAGES), Path(folder) / "few.ini")
        figures += [_switching(program), _opening(program, _VILLAGES)]
        close(program)
        program = program_of(territory(_MOST), Path(folder) / "many.ini")
        figures += [*_switching_many(program), _opening(program, _MOST)]
        close(program)
    return figures


def _whole(plan: Plan) -> list[Figure]:
    """Sharing a total down to every unit, and all findings, of ten thousand units."""
    evaluation = Evaluation(plan, QUESTION)
    found = medians(
        _ROUNDS,
        {
            "plain loop over lists": plain_loop(plan),
            "sharing down to every unit": partial(_share, plan, evaluation),
            "all findings": lambda: Findings(plan, evaluation).listed(),
        },
    )
    base = found["plain loop over lists"]
    figures = [Figure(name, _MOST, median, median / base) for name, median in found.items()]
    both = found["sharing down to every unit"] + found["all findings"]
    limit = Target(100e-3, "median")
    return [
        *figures,
        Figure("sharing and findings together", _MOST, both, both / base, None, limit),
    ]


def _share(plan: Plan, evaluation: Evaluation) -> None:
    demand = Demand(Pinned.POINTS, Fraction(1))
    shares = share(plan, evaluation, Sharing(ROOT, demand, Weighting.POOR))
    share_edit(plan, evaluation, shares, Weighting.POOR)


def _after_an_edit(plan: Plan) -> Figure:
    """The findings of everything again after one target was typed."""
    evaluation = Evaluation(plan, QUESTION)
    findings = Findings(plan, evaluation)
    findings.listed()
    seconds = []
    values = cycle(range(5, 36))
    for unit, reduction in zip(bottom_units(_EDITS), values, strict=False):
        edit = edit_of(plan, "enter", target(unit, reduction))
        plan = apply(plan, edit)
        changed = evaluation.follow(plan, edit)
        started = time.perf_counter()
        findings.follow(plan, edit, changed)
        findings.listed()
        findings.counts()
        seconds.append(time.perf_counter() - started)
    limit = Target(2e-3, "p95")
    return Figure(
        "findings after one edit", _MOST, statistics.median(seconds), None, p95(seconds), limit
    )


def _questions() -> list[Question]:
    """Every other series in turn, and back; the first time of each included."""
    others = [each for each in Series if each is not Series.POOR]
    return [QUESTION._replace(series=each) for each in [*others, Series.POOR] * 3]


def _switching(program: Program) -> Figure:
    """From one series to the next until all is repainted."""
    show = program.document.show_question
    steps = [partial(show, question) for question in _questions()]
    return _timed(program, "another series shown", _VILLAGES, steps)


def _switching_many(program: Program) -> list[Figure]:
    """The same where rows are made in a thread: until shown, and how long the window stood."""
    from dnplanner.ui.question_switch import QuestionSwitch

    (switch,) = program.window.findChildren(QuestionSwitch)
    seconds, stands = [], []
    for question in _questions():
        started = time.perf_counter()
        switch.show(question)
        while program.document.question != question:
            stands.append(_one_turn(program))
        stands.append(_one_turn(program))
        seconds.append(time.perf_counter() - started)
        settle(program)
    standing = Target(50e-3, "p95")
    return [
        Figure("another series shown", _MOST, statistics.median(seconds), None, p95(seconds)),
        Figure(
            "stand-still meanwhile", _MOST, statistics.median(stands), None, max(stands), standing
        ),
    ]


def _one_turn(program: Program) -> float:
    """Seconds that the event loop takes for what is waiting."""
    started = time.perf_counter()
    program.application.processEvents()
    return time.perf_counter() - started


def _opening(program: Program, units: int) -> Figure:
    """A unit closed and opened in the tree."""
    model = program.window.sheet.body_model
    district = next(unit for unit in program.document.plan.tree.children if unit != ROOT)
    steps = [partial(model.toggle, district)] * _SWITCHES
    return _timed(program, "a district opened or closed", units, steps)


def _timed(
    program: Program,
    what: str,
    units: int,
    steps: Sequence[Callable[[], object]],
) -> Figure:
    settle(program)
    seconds = []
    for step in steps:
        started = time.thread_time()
        step()
        repaint(program)
        seconds.append(time.thread_time() - started)
        settle(program)
    limit = Target(30e-3, "p95") if units == _VILLAGES else None
    return Figure(what, units, statistics.median(seconds), None, p95(seconds), limit)
