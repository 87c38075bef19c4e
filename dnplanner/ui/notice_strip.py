"""What a document says about itself that nobody may overlook, such as made-up figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget

from dnplanner.core.plan import DocumentField
from dnplanner.ui.labels import write

if TYPE_CHECKING:
    from dnplanner.models.document import Document
    from dnplanner.ui.theme import Theme


class NoticeStrip(QLabel):
    """One line over the table; not there where the document has no notice."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        """Show the notice of ``document``."""
        super().__init__(parent)
        self._document = document
        self.setObjectName("notice")
        self.setWordWrap(True)
        self.setContentsMargins(12, 5, 12, 5)
        document.plan_changed.connect(self._on_plan_changed)
        document.replaced.connect(self.refresh)
        self.set_theme(theme)
        self.refresh()

    def refresh(self) -> None:
        """Show the document as it is now."""
        notice = self._document.plan.text(DocumentField.NOTICE)
        write(self, notice)
        self.setAccessibleName(notice)
        self.setVisible(bool(notice))

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self.setStyleSheet(f"#notice {{ background: {theme.warning_soft}; color: {theme.text}; }}")

    def _on_plan_changed(self, _change: object) -> None:
        self.refresh()
