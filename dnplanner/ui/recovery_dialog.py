"""What earlier runs of the program left without saving: when, how much, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from dnplanner.core.numerals import format_count
from dnplanner.models.history import history_lines, shown_time
from dnplanner.models.line_tables import LineTable
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.asking import Doubt, ask
from dnplanner.ui.line_dialog import LineDialog
from dnplanner.ui.screen_room import within_screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dnplanner.storage.recovery import Leftover

_CHANGES_SHOWN = 4
_SIZE = (1040, 400)
_FIGURES = frozenset({5})


class RecoveryDialog(LineDialog):
    """Each leftover can be opened or thrown away; closing the dialog keeps all of them."""

    chosen = Signal(object)
    """A leftover is to be opened; carries the Path of its working copy."""

    def __init__(self, leftovers: Sequence[Leftover], parent: QWidget) -> None:
        """Offer ``leftovers``."""
        headings = (
            self.tr("Kế hoạch"),
            self.tr("Tệp"),
            self.tr("Chưa lưu"),
            self.tr("Từ lúc"),
            self.tr("Đến lúc"),
            self.tr("Cỡ"),
        )
        super().__init__(self.tr("Khôi phục"), LineTable(headings, self._texts, _FIGURES), parent)
        self._left = list(leftovers)
        self.set_widths((24, 26, 20, 22, 22, 10), 0)
        self.resize(within_screen(self, *_SIZE))
        self.tell(
            self.tr(
                "Lần trước chương trình dừng trước khi lưu. Mọi thay đổi đã nhận vẫn còn; hãy chọn"
                " bản cần mở. Đóng cửa sổ này thì các bản vẫn được giữ cho lần sau."
            )
        )
        self.changes = QLabel(self)
        self.changes.setWordWrap(True)
        self.column.insertWidget(self.column.indexOf(self.buttons), self.changes)
        self._discard = self.add_button(self.tr("Bỏ bản này…"), self._on_discard)
        self._open = self.add_main_button(self.tr("Mở"), self._on_open)
        self.view.selectionModel().selectionChanged.connect(self._on_selected)
        self._show()

    def _show(self) -> None:
        self.model.show_lines(self._left)
        self.view.selectRow(0)
        self._on_selected()

    def _texts(self, left: Leftover) -> tuple[str, ...]:
        if left.problem is not None:
            return left.path.name, "", self.tr("không đọc được"), "", "", _size(left)
        done = [(change.sequence, change.time) for change in left.unsaved]
        done += [(version.sequence, version.time) for version in left.named]
        times = [time for _, time in sorted(done)]
        return (
            left.title or self.tr("(chưa đặt tên)"),
            left.saved.path or self.tr("(chưa lưu thành tệp)"),
            self._how_much(left),
            shown_time(times[0]) if times else "",
            shown_time(times[-1]) if times else "",
            _size(left),
        )

    def _how_much(self, left: Leftover) -> str:
        changes = self.tr("{count} thay đổi").format(count=format_count(len(left.unsaved)))
        names = self.tr("{count} tên phiên bản").format(count=format_count(len(left.named)))
        counted = ((left.unsaved, changes), (left.named, names))
        return ", ".join(words for there, words in counted if there)

    def _on_selected(self) -> None:
        left = self._selected()
        self._open.setEnabled(left is not None and left.problem is None)
        self._discard.setEnabled(left is not None)
        self.changes.setText("" if left is None else self._what(left))

    def _what(self, left: Leftover) -> str:
        """The latest of the unsaved changes, or why nothing can be read."""
        if left.problem is not None or left.snapshot is None:
            return refusal_sentence(left.problem) if left.problem is not None else ""
        lines = history_lines(left.snapshot.plan, left.unsaved[-_CHANGES_SHOWN:], ())
        naming = self.tr("Đặt tên phiên bản “{name}”")
        said = [line.sentence for line in lines]
        said += [naming.format(name=version.name) for version in left.named[-_CHANGES_SHOWN:]]
        return "\n".join([self.tr("Thay đổi gần nhất:"), *(f"•  {what}" for what in said)])

    def _selected(self) -> Leftover | None:
        row = self.chosen_row()
        return None if row is None else self._left[row]

    def _on_open(self) -> None:
        left = self._selected()
        if left is not None:
            self.chosen.emit(left.path)
            self.accept()

    def _on_discard(self) -> None:
        """What is thrown away cannot be had back: it is asked for."""
        left = self._selected()
        if left is None:
            return
        question = (
            self.tr("Bỏ hẳn {what} chưa lưu của bản này?").format(what=self._how_much(left))
            if left.problem is None
            else self.tr("Bỏ hẳn bản không đọc được này?")
        )
        doubt = Doubt(question, self.tr("Không lấy lại được nữa."), self.tr("Bỏ hẳn"))
        ask(doubt, self._throw_away, self)

    def _throw_away(self) -> None:
        from dnplanner.storage.recovery import discard_leftover

        left = self._selected()
        if left is None:
            return
        discard_leftover(left)
        self._left.remove(left)
        if self._left:
            self._show()
        else:
            self.accept()


def _size(left: Leftover) -> str:
    return f"{format_count(-(-left.bytes // 1000))} kB"
