"""All cells of a pasted block that were not taken, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QGuiApplication

from dnplanner.core.numerals import format_count
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.line_dialog import LineDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.core.pasting import Reject


class RejectsDialog(LineDialog):
    """Where each refused cell stood in the block, what it said, and why it was refused."""

    def __init__(self, rejects: Sequence[Reject], parent: QWidget) -> None:
        """List ``rejects``."""
        headings = (
            QGuiApplication.translate("RejectsDialog", "Dòng"),
            QGuiApplication.translate("RejectsDialog", "Cột"),
            QGuiApplication.translate("RejectsDialog", "Nội dung dán"),
            QGuiApplication.translate("RejectsDialog", "Vì sao không nhận"),
        )
        title = QGuiApplication.translate("RejectsDialog", "Ô dán không nhận được")
        super().__init__(title, LineTable(headings, _texts, frozenset({0, 1})), parent)
        self._rejects = list(rejects)
        self._headings = headings
        self.set_widths((8, 8, 20, 50), 3)
        self.model.show_lines(self._rejects)
        note = self.tr("{count} ô không nhận được. Dòng và cột đếm từ góc trên bên trái khối dán.")
        self.tell(note.format(count=format_count(len(self._rejects))))
        self.copy = self.add_button(self.tr("Sao chép danh sách"), self._on_copy)

    def _on_copy(self) -> None:
        lines = ["\t".join(self._headings)]
        lines += ["\t".join(_texts(reject)) for reject in self._rejects]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _texts(reject: Any) -> Sequence[str]:
    refused: Reject = reject
    reason = refusal_sentence(refused.error)
    text = " ".join(refused.text.split())
    return format_count(refused.row + 1), format_count(refused.column + 1), text, reason
