"""The words for what core, storage and exchange say in codes.

Sentences are Vietnamese in the source and go through Qt's translation; numbers stay written the
Vietnamese way in every language, since that is how they are typed.
"""

from __future__ import annotations

from dnplanner.models.wording.appendix import appendix_options, appendix_wording
from dnplanner.models.wording.edits import edit_sentence
from dnplanner.models.wording.findings import finding_headline, finding_sentence, level_name
from dnplanner.models.wording.names import (
    cell_name,
    children_heading,
    scenario_name,
    series_name,
    unit_name,
    whole_name,
)
from dnplanner.models.wording.refusals import refusal_sentence

__all__ = [
    "appendix_options",
    "appendix_wording",
    "cell_name",
    "children_heading",
    "edit_sentence",
    "finding_headline",
    "finding_sentence",
    "level_name",
    "refusal_sentence",
    "scenario_name",
    "series_name",
    "unit_name",
    "whole_name",
]
