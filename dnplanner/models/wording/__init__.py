"""The words for what core, storage and exchange say in codes.

Sentences are Vietnamese in the source and go through Qt's translation; numbers stay written the
Vietnamese way in every language, since that is how they are typed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dnplanner.models.wording.appendix import (
        appendix_options,
        appendix_title,
        appendix_wording,
    )
    from dnplanner.models.wording.edits import edit_sentence
    from dnplanner.models.wording.findings import finding_headline, finding_sentence, level_name
    from dnplanner.models.wording.names import (
        cell_name,
        children_heading,
        flow_name,
        scenario_name,
        series_name,
        series_title,
        unit_name,
        whole_name,
    )
    from dnplanner.models.wording.refusals import refusal_sentence

__all__ = [
    "appendix_options",
    "appendix_title",
    "appendix_wording",
    "cell_name",
    "children_heading",
    "edit_sentence",
    "finding_headline",
    "finding_sentence",
    "flow_name",
    "level_name",
    "refusal_sentence",
    "scenario_name",
    "series_name",
    "series_title",
    "unit_name",
    "whole_name",
]

_HOME_OF = {
    "appendix_options": "appendix",
    "appendix_title": "appendix",
    "appendix_wording": "appendix",
    "edit_sentence": "edits",
    "finding_headline": "findings",
    "finding_sentence": "findings",
    "level_name": "findings",
    "refusal_sentence": "refusals",
}
"""The module of this package that a name comes from; the others come from ``names``."""


def __getattr__(name: str) -> Any:
    """Load what is asked for. Raises AttributeError."""
    if name not in __all__:
        raise AttributeError(name)
    home = import_module(f"dnplanner.models.wording.{_HOME_OF.get(name, 'names')}")
    found = globals()[name] = getattr(home, name)
    return found
