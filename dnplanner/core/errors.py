"""What can go wrong in planning, as codes with parameters; the words live in ``models``.

::

    PlannerError
    ├── NumeralError      a text is not the number it should be
    ├── EntryRefused      a number is well written but cannot be (more poor than households …)
    ├── EditOutdated      an edit was made against another state of the plan
    ├── PlanBroken        facts contradict each other (a unit without its parent …)
    └── NotFound          a unit, scenario or cell that the plan does not have
"""

from __future__ import annotations


class PlannerError(Exception):
    """Base of all refusals. ``code`` names the reason, ``params`` fill its sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class NumeralError(PlannerError):
    """A text that is not a number in the form asked for. ``params["text"]`` is the text."""


class EntryRefused(PlannerError):
    """A well-formed number that a cell cannot hold; the old value stays."""


class EditOutdated(PlannerError):
    """An edit whose *before* values differ from what the plan holds now."""


class PlanBroken(PlannerError):
    """Facts that cannot be a plan: no root, two roots, an unknown parent, a cycle."""


class NotFound(PlannerError):
    """Something asked for by name that the plan does not have."""
