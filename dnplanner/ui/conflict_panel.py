"""Figures about which files differ, side by side, and which file to believe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dnplanner.models.line_tables import LineTable
from dnplanner.models.merge_lines import conflict_lines
from dnplanner.ui.answer_buttons import AnswerButtons
from dnplanner.ui.line_view import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.models.merge_lines import ConflictLine
    from dnplanner.models.merge_session import MergeSession

_COLUMNS = 2


class ConflictPanel(QWidget):
    """The differences above, the versions of the current one below, newest first."""

    picked = Signal()
    """A version was chosen."""

    def __init__(self, parent: QWidget) -> None:
        """Empty until a session is shown."""
        super().__init__(parent)
        self._session: MergeSession | None = None
        self._rows: list[ConflictLine] = []
        headings = (
            self.tr("Đơn vị"),
            self.tr("Số liệu"),
            self.tr("Các tệp ghi (mới nhất trước)"),
            self.tr("Chọn"),
        )
        self.view = LineView(LineTable(headings, self._texts), self.tr("Khác nhau"), self)
        self.view.set_widths((14, 32, 30, 18), 2)
        self.view.line_chosen.connect(self._on_chosen)
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self._buttons = AnswerButtons(_COLUMNS, self)
        self._buttons.picked.connect(self._on_picked)
        self.newest = QPushButton(self.tr("Lấy tệp mới nhất cho mọi chỗ &còn lại"), self)
        self.newest.setAutoDefault(False)
        self.newest.clicked.connect(self._on_newest)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self.newest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        column.addWidget(self._question)
        column.addLayout(self._buttons)
        column.addLayout(below)

    def show_session(self, session: MergeSession) -> None:
        """Show the differences as they are decided now; the next open one becomes current."""
        self._session = session
        before = self.view.chosen or 0
        self._rows = conflict_lines(session)
        self.view.lines.show_lines(self._rows)
        opened = [at for at, row in enumerate(self._rows) if not row.picked]
        after = [at for at in opened if at >= before]
        left = after or opened
        self.newest.setEnabled(bool(opened))
        self._offer(None)
        if self._rows:
            self.view.choose(left[0] if left else min(before, len(self._rows) - 1))

    def answers(self) -> list[QPushButton]:
        """The buttons of the versions, newest first, then the one that changes nothing."""
        return self._buttons.buttons()

    def _texts(self, row: Any) -> Sequence[str]:
        line: ConflictLine = row
        values = " · ".join(version.value for version in line.versions)
        files = " · ".join(version.file for version in line.versions)
        picked = f"✓ {line.picked}" if line.picked else self.tr("● chưa chọn")
        return line.unit, line.cell, f"{values} ({files})", picked

    def _on_chosen(self, row: int) -> None:
        self._offer(self._rows[row])

    def _offer(self, line: ConflictLine | None) -> None:
        if line is None:
            self._buttons.offer(())
            self._question.setText("" if self._rows else self.tr("Các tệp không mâu thuẫn nhau."))
            return
        self._question.setText(f"{line.unit}, {line.cell}:")
        template = self.tr("{value} — {file}, ghi lúc {moment}")
        named = [
            (one.file, template.format(value=one.value, file=one.file, moment=one.written))
            for one in line.versions
        ]
        self._buttons.offer([*named, ("", self.tr("Giữ như cũ"))])

    def _on_picked(self, file: str) -> None:
        row = self.view.chosen
        if self._session is not None and row is not None:
            self._session.pick(self._rows[row].conflict.key, file)
            self.picked.emit()

    def _on_newest(self) -> None:
        if self._session is not None:
            self._session.pick_newest()
            self.picked.emit()
