"""What came of proving a table, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from dnplanner.core.finding import Level
from dnplanner.core.numerals import format_count
from dnplanner.models.wording import finding_sentence, unit_name

if TYPE_CHECKING:
    from dnplanner.core.plan import Plan
    from dnplanner.core.proof import Proof

translate = QCoreApplication.translate


def proof_sentence(plan: Plan, proof: Proof) -> str:
    """That a table is right and how far that was looked into, or what is wrong with it first."""
    if proof.differing:
        words = translate(
            "Proof", "Số đang hiện của {unit} khác số tính lại từ đầu: hãy mở lại tài liệu."
        )
        return words.format(unit=unit_name(plan, proof.differing[0]))
    if proof.flaws:
        return _flawed(plan, proof)
    words = translate(
        "Proof",
        "✓ Bảng đúng: đã tính lại {rows} dòng trong {tables} bảng, tổng khớp từng hộ, "
        "không có lỗi hay cảnh báo{rest}.",
    )
    return words.format(
        rows=format_count(proof.rows), tables=format_count(proof.tables), rest=_rest(proof)
    )


def _flawed(plan: Plan, proof: Proof) -> str:
    errors = sum(flaw.finding.level is Level.ERROR for flaw in proof.flaws)
    words = translate(
        "Proof",
        "Các tổng khớp, nhưng còn {errors} lỗi và {warnings} cảnh báo. Đầu tiên: {sentence}",
    )
    return words.format(
        errors=format_count(errors),
        warnings=format_count(len(proof.flaws) - errors),
        sentence=finding_sentence(plan, proof.flaws[0].finding),
    )


def _rest(proof: Proof) -> str:
    """What does not speak against the table but should be known."""
    told = []
    if proof.notes:
        notes = translate("Proof", "{count} điểm lưu ý")
        told.append(notes.format(count=format_count(proof.notes)))
    if proof.silenced:
        silenced = translate("Proof", "{count} cảnh báo đã ẩn")
        told.append(silenced.format(count=format_count(proof.silenced)))
    return f" ({', '.join(told)})" if told else ""
