"""Which scenario, year and series are shown: at first, and after an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.evaluation import Question
from dnplanner.core.plan import ExpectedKey, GrowthKey, HouseholdsEndKey, ScenarioKey, TargetKey
from dnplanner.core.series import Series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dnplanner.core.edits import Edit
    from dnplanner.core.plan import Plan

_OF_SCENARIO = (TargetKey, ExpectedKey, HouseholdsEndKey, GrowthKey, ScenarioKey)


def first_question(plan: Plan) -> Question:
    """What a plan shows when it is opened: its first scenario's first plan year."""
    return Question(plan.outline.scenarios[0], plan.plan_years[0], Series.POOR)


def question_after(plan: Plan, edit: Edit, question: Question) -> Question:
    """What is shown of ``plan`` after ``edit``, where ``question`` was shown before.

    It is the scenario that an edit was made in, so that nothing changes out of sight.
    """
    wanted = question.scenario
    touched = _scenarios_of(edit)
    scenarios = plan.outline.scenarios
    if touched and wanted not in touched:
        wanted = next((name for name in touched if name in scenarios), wanted)
    if wanted not in scenarios:
        wanted = scenarios[0]
    return question._replace(scenario=wanted)


def _scenarios_of(edit: Edit) -> list[str]:
    """The scenarios whose assumptions or targets an edit changes, in order."""
    keys: Iterable[object] = edit.changed_keys()
    found = (key.scenario for key in keys if isinstance(key, _OF_SCENARIO))
    return list(dict.fromkeys(found))
