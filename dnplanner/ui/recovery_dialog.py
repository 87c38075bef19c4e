"""What earlier runs of the program left without saving: when, how much, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dnplanner.models.history import shown_time
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.line_dialog import LineDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.storage.recovery import Leftover


class RecoveryDialog(LineDialog):
    """Each leftover can be opened or thrown away; closing the dialog keeps all of them."""

    chosen = Signal(object)
    """A leftover is to be opened; carries the Path of its working copy."""

    def __init__(self, leftovers: Sequence[Leftover], parent: QWidget) -> None:
        """Offer ``leftovers``."""
        headings = (
            self.tr("Kế hoạch"),
            self.tr("Tệp"),
            self.tr("Thay đổi chưa lưu"),
            self.tr("Từ lúc"),
            self.tr("Đến lúc"),
        )
        super().__init__(self.tr("Khôi phục"), LineTable(headings, self._texts), parent)
        self._left = list(leftovers)
        self.set_widths((30, 24, 18, 19, 19), 0)
        self.tell(
            self.tr(
                "Lần trước chương trình dừng trước khi lưu. Mọi thay đổi đã nhận vẫn còn; hãy chọn"
                " bản cần mở."
            )
        )
        self.model.show_lines(self._left)
        self.view.selectRow(0)
        self.add_button(self.tr("Mở"), self._on_open)
        self.add_button(self.tr("Bỏ bản này"), self._on_discard)

    def _texts(self, left: Leftover) -> tuple[str, ...]:
        if left.problem is not None:
            return left.path.name, "", refusal_sentence(left.problem), "", ""
        times = [change.time for change in left.unsaved]
        return (
            left.title or self.tr("(chưa đặt tên)"),
            left.saved.path or self.tr("(chưa lưu thành tệp)"),
            str(len(left.unsaved)),
            shown_time(times[0]) if times else "",
            shown_time(times[-1]) if times else "",
        )

    def _on_open(self) -> None:
        row = self.chosen_row()
        if row is not None:
            self.chosen.emit(self._left[row].path)
            self.accept()

    def _on_discard(self) -> None:
        from dnplanner.storage.recovery import discard_leftover

        row = self.chosen_row()
        if row is None:
            return
        discard_leftover(self._left.pop(row))
        self.model.show_lines(self._left)
        if not self._left:
            self.accept()
