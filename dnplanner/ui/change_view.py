"""The figures that would change, before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from dnplanner.models.intake_lines import change_line
from dnplanner.models.line_tables import LineTable
from dnplanner.ui.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.core.edits import Change
    from dnplanner.core.plan import Plan


translate = QCoreApplication.translate
"""For what is said before the view is there to ask."""


class ChangeView(LineView):
    """Words for the lines in view only: a file may change thousands."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until changes are shown."""
        self._plan: Plan | None = None
        self._is_new = False
        headings = (
            translate("ChangeView", "Đơn vị"),
            translate("ChangeView", "Số liệu"),
            translate("ChangeView", "Trước"),
            translate("ChangeView", "Sau"),
        )
        model = LineTable(headings, self._texts, frozenset({2, 3}))
        super().__init__(model, translate("ChangeView", "Sẽ thay đổi"), parent)
        self.set_widths((18, 30, 10, 12), 1)

    def show_changes(self, plan: Plan, changes: Sequence[Change], *, is_new: bool = False) -> None:
        """Show what would change in ``plan``; in a new plan nothing was before."""
        self._plan, self._is_new = plan, is_new
        self.lines.show_lines(changes)

    def _texts(self, change: Any) -> Sequence[str]:
        if self._plan is None:
            return ("",) * 4
        return change_line(self._plan, change, is_new=self._is_new)
