"""What a dialog shows while files are being read: which, how far, and the way to stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from dnplanner.core.numerals import format_count


class ReadingPage(QWidget):
    """A line of words over a bar, or only words when reading has failed."""

    def __init__(self, parent: QWidget) -> None:
        """Nothing is read yet."""
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(420)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def begin(self, name: str) -> None:
        """Begin reading a file, or several."""
        self._tell(self.tr("Đang đọc {name}…").format(name=name))
        self._name = name
        self._bar.setRange(0, 0)
        self._bar.show()

    def count_rows(self, rows: int) -> None:
        """So many rows are read."""
        text = self.tr("Đang đọc {name}… {rows} dòng")
        self._tell(text.format(name=self._name, rows=format_count(rows)))

    def count_files(self, done: int, total: int) -> None:
        """So many files are read."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        text = self.tr("Đang đọc các tệp… {done}/{total}")
        self._tell(text.format(done=done, total=total))

    def begin_comparing(self) -> None:
        """Begin to compare."""
        self._tell(self.tr("Đang so sánh…"))
        self._bar.setRange(0, 0)
        self._bar.show()

    def count_steps(self, done: int, total: int) -> None:
        """So much of the work is done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def fail(self, reason: str) -> None:
        """Say why nothing could be read."""
        self._bar.hide()
        self._tell(reason)

    def _tell(self, text: str) -> None:
        self._words.setText(text)
        self.setAccessibleName(text)
