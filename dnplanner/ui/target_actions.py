"""The commands on targets: share a total, goals from above, prove the table right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.ui.main_window import MainWindow


class TargetMenu(QMenu):
    """Opens the dialogs about targets; each of them makes one undo step at a time."""

    refused = Signal(object)
    shared = Signal(str)
    """A total was shared; carries the parent's unit."""

    def __init__(self, window: MainWindow) -> None:
        """Commands on the document of ``window``."""
        super().__init__(window)
        self._window = window
        self._document: Document = window.document
        self.setTitle(self.tr("&Chỉ tiêu"))
        self.share = self.addAction(
            self.tr("&Phân bổ chỉ tiêu…"), QKeySequence("Ctrl+Shift+P"), self.open_sharing
        )
        self.share.setIconText(self.tr("Phân bổ…"))
        self.share.setToolTip(self.tr("Phân bổ một tổng cho các đơn vị bên dưới (Ctrl+Shift+P)"))

    def open_sharing(self) -> None:
        """Share the number of the current unit where it has units below it, else of the whole."""
        from dnplanner.ui.share_dialog import ShareDialog

        if not self._window.settle():
            return
        dialog = ShareDialog(self._document, self._parent(), self._window.theme, self._window)
        dialog.shared.connect(self.shared)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _parent(self) -> str:
        tree = self._document.plan.tree
        unit = self._window.sheet.current_unit
        return unit if unit is not None and tree.children_of(unit) else tree.root
