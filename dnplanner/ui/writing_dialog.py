"""The frame of dialogs that write files: where to, how far, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.models.wording import refusal_sentence
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.main_button import add_main_button

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QFileDialog


class WritingDialog(QDialog):
    """Writes in a worker thread, with progress and cancel; stays open to tell what came of it."""

    def __init__(self, title: str, accept: str, parent: QWidget) -> None:
        """``accept`` is on the button that writes, which calls ``start``."""
        super().__init__(parent)
        self._work: Background | None = None
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.write = add_main_button(self.buttons, accept, action)

    @property
    def message(self) -> str:
        """What came of writing."""
        return self._message.text()

    @property
    def is_busy(self) -> bool:
        """Whether files are being written."""
        return self._work is not None and self._work.running

    def write_with(
        self, job: Callable[[Background], object], written: Callable[[Any], None]
    ) -> None:
        """Begin; ``written`` is called with the result, and is to tell what came of it."""
        self._set_busy(busy=True)
        self._work = Background(job, self)
        self._work.progressed.connect(self._on_progress)
        self._work.done.connect(self._on_done)
        self._work.done.connect(written)
        self._work.failed.connect(self._on_failed)
        self._work.start()

    def tell(self, text: str) -> None:
        """Say what came of writing, or why nothing is written."""
        self._message.setText(text)
        self._message.setAccessibleName(text)

    def field(self, text: str, name: str) -> QLineEdit:
        """A line to type in, shown from its beginning."""
        field = QLineEdit(text, self)
        field.setAccessibleName(name)
        field.setCursorPosition(0)
        return field

    def add_place(self, place: QLineEdit, choose: str, chosen: Callable[[], None]) -> None:
        """A row of the form that says where to, with a button to choose that."""
        place.setToolTip(place.text())
        place.textChanged.connect(place.setToolTip)
        browse = QPushButton(choose, self)
        browse.setAutoDefault(False)
        browse.clicked.connect(chosen)
        row = QHBoxLayout()
        row.addWidget(place, 1)
        row.addWidget(browse)
        self.form.addRow(place.accessibleName() + ":", row)

    def add_later_button(self, text: str, clicked: Callable[[], None]) -> QPushButton:
        """A button for what can be done once the files are there; hidden until then."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(clicked)
        button.hide()
        return button

    def lay_out(self, width: int, *above: QWidget) -> None:
        """The form below other parts, then what came of it; at least ``width`` pixels wide."""
        column = QVBoxLayout(self)
        for widget in above:
            column.addWidget(widget)
        column.addLayout(self.form)
        for part in (self._progress, self._message, self.buttons):
            column.addWidget(part)
        self.setMinimumWidth(width)

    def ask(self, dialog: QFileDialog, field: QLineEdit) -> None:
        """Show a file dialog whose choice goes into ``field``."""
        dialog.fileSelected.connect(field.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_progress(self, done: int, total: int) -> None:
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def _on_done(self, _result: object) -> None:
        self._set_busy(busy=False)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(busy=False)
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self.tell(refusal_sentence(error))

    def _set_busy(self, *, busy: bool) -> None:
        self.write.setEnabled(not busy)
        self._progress.setRange(0, 0)
        self._progress.setVisible(busy)
        leave = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        leave.setText(self.tr("Hủy") if busy else self.tr("Đóng"))
        self.tell(self.tr("Đang ghi…") if busy else "")

    # Qt overrides

    @override
    def reject(self) -> None:
        """Cancel what is being written; close when nothing is."""
        if self._work is not None and self._work.running:
            self._work.cancel()
            return
        super().reject()


def show_on_desktop(path: Path) -> None:
    """Open a file or folder with the program of the desktop that is for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
