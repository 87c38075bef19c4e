"""The keys of the program and how figures follow from each other, inside the program."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from dnplanner.ui.screen_room import within_screen


class HelpDialog(QDialog):
    """One page, read with the keyboard or the mouse."""

    def __init__(self, parent: QWidget) -> None:
        """Help over ``parent``."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Trợ giúp"))
        page = QTextBrowser(self)
        page.setHtml(self._page())
        page.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(page)
        column.addWidget(buttons)
        self.resize(within_screen(self, 660, 640))

    def _page(self) -> str:
        keys = "".join(
            f"<tr><td style='padding-right:18px'><b>{key}</b></td><td>{words}</td></tr>"
            for key, words in self._keys()
        )
        notes = "".join(f"<p>{note}</p>" for note in self._notes())
        steps = "".join(f"<li>{step}</li>" for step in self._steps())
        # Outside the f-string: lupdate does not look into those.
        over_steps = self.tr("Các bước chính")
        over_keys = self.tr("Phím tắt trong bảng")
        over_notes = self.tr("Số liệu liên hệ với nhau thế nào")
        first = f"<h3>{over_steps}</h3><ol style='margin-left:-22px'>{steps}</ol>"
        return f"{first}<h3>{over_keys}</h3><table>{keys}</table><h3>{over_notes}</h3>{notes}"

    def _steps(self) -> list[str]:
        return [
            self.tr(
                "Mở kế hoạch có sẵn hoặc kế hoạch mẫu; hoặc lập kế hoạch mới từ bảng Excel (menu"
                " Tệp, Kế hoạch mới từ Excel)."
            ),
            self.tr(
                "Gõ, dán hoặc nhập kết quả rà soát cuối năm trước, rồi chỉ tiêu của từng đơn vị."
                " Muốn chia một tổng cho các đơn vị, bấm “Phân bổ…”."
            ),
            self.tr(
                "Nhập một tệp Excel hoặc gộp tệp của các đơn vị: chỗ chưa chắc được hỏi. Cột và tên"
                " đơn vị đã chọn cho một nơi gửi được nhớ; lần sau bấm “Dùng lại” nếu vẫn đúng."
            ),
            self.tr(
                "Xem bảng bên phải: chỉ tiêu được giao đã đạt chưa, còn thiếu bao nhiêu hộ. Cảnh"
                " báo sửa được thì có nút sửa; bấm vào cảnh báo để đến ô."
            ),
            self.tr(
                "Muốn cân nhắc nhiều mức, nhân bản phương án rồi kéo thanh cường độ; so sánh các"
                " phương án trong menu Xem."
            ),
            self.tr("Lưu kế hoạch, rồi bấm “Xuất phụ lục” để có bảng Excel kèm theo văn bản."),
        ]

    def _keys(self) -> list[tuple[str, str]]:
        return [
            ("F2", self.tr("Sửa ô; gõ số để thay cả ô")),
            ("Enter · Shift+Enter", self.tr("Nhận giá trị và xuống · lên một dòng")),
            ("Tab · Shift+Tab", self.tr("Nhận giá trị và sang phải · trái")),
            ("Home · Ctrl+Home", self.tr("Về số liệu đầu của dòng · của bảng")),
            (self.tr("Ctrl+mũi tên"), self.tr("Đến ô cuối về phía đó")),
            ("Esc", self.tr("Bỏ giá trị đang gõ")),
            ("Delete", self.tr("Xóa nội dung các ô đang chọn")),
            ("Ctrl+C · Ctrl+X · Ctrl+V", self.tr("Sao chép · cắt · dán khối ô, cả từ Excel")),
            ("Ctrl+Shift+V", self.tr("Dán, nhưng xem trước ô nào thay đổi, ô nào không dán được")),
            ("Ctrl+D", self.tr("Điền ô trên cùng xuống các ô đang chọn")),
            ("Ctrl+Z · Ctrl+Y", self.tr("Hoàn tác · làm lại")),
            ("Alt+↓", self.tr("Mở danh sách lệnh của ô")),
            ("Alt+→ · Alt+←", self.tr("Mở · đóng các đơn vị cấp dưới")),
            ("Alt+Shift+↑ · Alt+Shift+↓", self.tr("Chuyển đơn vị lên · xuống")),
            ("F6 · Shift+F6", self.tr("Sang phần kế tiếp · về phần trước của cửa sổ")),
            ("Ctrl+Shift+P", self.tr("Phân bổ chỉ tiêu cho các đơn vị")),
            ("Ctrl+S · Ctrl+O · Ctrl+E", self.tr("Lưu · mở · xuất phụ lục")),
            ("F11", self.tr("Trình chiếu cả màn hình; bấm lần nữa để trở lại")),
        ]

    def _notes(self) -> list[str]:
        return [
            self.tr(
                "Trong mỗi dòng, ô kế hoạch gõ sau cùng được ghim (dấu chấm); các ô khác tính theo"
                " ô đó, và tính lại khi số hộ thay đổi."
            ),
            self.tr(
                "Tỷ lệ luôn tính từ số hộ, chỉ làm tròn khi hiển thị. Mức giảm là hiệu của"
                " hai tỷ lệ chưa làm tròn. Dòng tổng cộng lấy từ tổng số hộ, không lấy trung bình"
                " tỷ lệ."
            ),
            self.tr(
                "“Từ X trở lên” đọc đúng nghĩa: số hộ phải thật sự đạt mức X. Chỗ chưa đạt"
                " có góc màu cam, bảng bên phải nêu số hộ còn thiếu và nút bù."
            ),
            self.tr("Viết số: dấu chấm tách hàng nghìn, dấu phẩy thập phân: 170.550 và 5,18."),
        ]
