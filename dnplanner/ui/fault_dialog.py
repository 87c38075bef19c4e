"""What is said when something failed that should not have: calmly, with a report to hand on."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dnplanner.ui.screen_room import within_screen


class FaultDialog(QDialog):
    """The report, to be read and copied; the program goes on meanwhile."""

    def __init__(self, report: str, parent: QWidget) -> None:
        """Show ``report`` over ``parent``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Có lỗi trong chương trình"))
        words = QLabel(
            self.tr(
                "Một thao tác chưa thực hiện được vì lỗi của chương trình. Kế hoạch đang mở vẫn"
                " còn nguyên; nên lưu lại rồi làm tiếp.\n\nBáo cáo dưới đây không có tên, số liệu"
                " hay đường dẫn của bạn và không được gửi đi đâu. Nếu muốn được hỗ trợ, hãy sao"
                " chép rồi gửi cho người phụ trách phần mềm."
            ),
            self,
        )
        words.setWordWrap(True)
        self._report = QPlainTextEdit(report, self)
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Báo cáo lỗi"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = buttons.addButton(
            self.tr("Sao chép báo cáo"), QDialogButtonBox.ButtonRole.ActionRole
        )
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (words, self._report, buttons):
            column.addWidget(widget)
        self.resize(within_screen(self, 560, 380))

    @property
    def report(self) -> str:
        """The report as it is shown."""
        return self._report.toPlainText()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
