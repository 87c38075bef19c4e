"""What a parent was assigned beside what its units plan, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.levels import assigned
from dnplanner.core.numerals import format_count

if TYPE_CHECKING:
    from dnplanner.core.levels import Assigned
    from dnplanner.models.document import Document

translate = QCoreApplication.translate


def assigned_note(document: Document, unit: str) -> str | None:
    """How a parent's assigned reduction compares with the sum below it; None where none is."""
    found = assigned(document.plan, document.evaluation, unit)
    if found is None:
        return None
    return _template(found).format(
        assigned=format_count(found.reduction),
        planned=format_count(found.planned),
        by=format_count(abs(found.difference)),
    )


def _template(found: Assigned) -> str:
    if found.difference < 0:
        return translate(
            "Assigned", "Được giao {assigned} hộ, bên dưới cộng lại {planned} hộ: thiếu {by} hộ."
        )
    if found.difference:
        return translate(
            "Assigned", "Được giao {assigned} hộ, bên dưới cộng lại {planned} hộ: dư {by} hộ."
        )
    return translate("Assigned", "Được giao {assigned} hộ; bên dưới cộng lại đúng số này.")
