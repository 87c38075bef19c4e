"""What a file would change, and what is asked about it, in words."""

from __future__ import annotations

from dnplanner.exchange.proposals import Doubt
from dnplanner.models.intake_lines import doubt_reason, heading_text
from dnplanner.storage.samples import sample


def test_a_heading_says_its_own_words_before_those_over_several_columns() -> None:
    heading = "Kế hoạch thực hiện | Hộ nghèo |  Số hộ\n giảm"
    assert heading_text(heading) == "Số hộ giảm · Hộ nghèo · Kế hoạch thực hiện"
    assert heading_text("Stt") == "Stt"


def test_a_unit_inside_a_question_has_a_small_letter() -> None:
    doubt = Doubt("Sheet", "B8", "Cư Júit", "unit_suggested", ("cu-jut",), "cu-jut")
    assert doubt_reason(sample(), doubt) == "“Cư Júit” có phải là huyện Cư Jút không?"
