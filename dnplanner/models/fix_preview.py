"""What a fix would change, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.edits import Edit
from dnplanner.core.numerals import format_count
from dnplanner.models.wording import edit_sentence

if TYPE_CHECKING:
    from dnplanner.core.checks import Finding
    from dnplanner.core.plan import Plan

translate = QCoreApplication.translate

_TOLD = 8
"""Changes told one by one; the rest is counted."""


def fix_preview(plan: Plan, finding: Finding) -> str:
    """Each change of a finding's fix with its value before and after, a line each."""
    fix = finding.fix
    if fix is None:
        return translate("Fix", "Không tự sửa được với số liệu hiện có.")
    told = fix.changes[:_TOLD]
    lines = [edit_sentence(plan, Edit("enter", (change,))) for change in told]
    rest = len(fix.changes) - len(told)
    if rest:
        more = translate("Fix", "… và {count} thay đổi khác")
        lines.append(more.format(count=format_count(rest)))
    return "\n".join((translate("Fix", "Sẽ sửa:"), *lines))
