"""The menus, and the actions they share with the tool bar."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox

from dnplanner import __version__
from dnplanner.models.sample_names import sample_names
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.window_parts import WindowParts

_KEYS = QKeySequence.StandardKey


class Menus(QObject):
    """Every command of the program, in its place and with its keys."""

    def __init__(self, parts: WindowParts, window: MainWindow) -> None:
        """Fill the menu bar of ``window``."""
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._document = window.document
        self.undo: QAction = self._undo_action()
        self.redo: QAction = self._redo_action()
        parts.steps.wished.connect(self._show_steps)
        self._show_steps()
        self.export: QAction = self._action(self.tr("Xuất &phụ lục…"), self._on_export, "Ctrl+E")
        self.take_in: QAction = self._action(
            self.tr("&Nhập số liệu…"), parts.intake.choose_file, "Ctrl+I"
        )
        self.cell_menu = QMenu(window)
        bar = window.menuBar()
        self._fill_file(bar.addMenu(self.tr("&Tệp")))
        self._fill_edit(bar.addMenu(self.tr("&Sửa")))
        self._fill_view(bar.addMenu(self.tr("&Xem")))
        bar.addMenu(parts.targets)
        bar.addMenu(parts.units)
        bar.addMenu(parts.scenarios)
        self._fill_export(bar.addMenu(self.tr("X&uất")))
        self._fill_help(bar.addMenu(self.tr("Trợ &giúp")))
        self._fill_cell_menu()

    def _fill_file(self, menu: QMenu) -> None:
        files = self._parts.files
        page = self._parts.documents.show_start_page
        menu.addAction(self._action(self.tr("Trang đầ&u…"), page, "Ctrl+Shift+O"))
        menu.addAction(self._action(self.tr("&Mở…"), files.open, _KEYS.Open))
        self._recent = menu.addMenu(self.tr("Mở &gần đây"))
        self._recent.aboutToShow.connect(self._fill_recent)
        samples = menu.addMenu(self.tr("Mở &kế hoạch mẫu"))
        for name, text in sample_names().items():
            samples.addAction(self._action(text, partial(files.open_sample, name)))
        intake = self._parts.intake
        menu.addAction(self._action(self.tr("Kế hoạch mới từ &Excel…"), intake.choose_new))
        menu.addSeparator()
        menu.addAction(self.take_in)
        menu.addAction(self._action(self.tr("Gộ&p tệp các đơn vị…"), intake.choose_folder))
        menu.addSeparator()
        menu.addAction(self._action(self.tr("&Lưu"), files.save, _KEYS.Save))
        menu.addAction(self._action(self.tr("Lưu &thành tệp khác…"), files.save_as, "Ctrl+Shift+S"))
        menu.addAction(self._action(self.tr("Lưu &bản gửi đi…"), files.send_copy))
        menu.addAction(self._action(self.tr("&Sao lưu…"), self._parts.documents.show_backups))
        menu.addSeparator()
        menu.addAction(self._action(self.tr("T&hoát"), self._window.close, "Ctrl+Q"))

    def _fill_edit(self, menu: QMenu) -> None:
        editing, sheet = self._parts.editing, self._window.sheet
        menu.addActions([self.undo, self.redo])
        menu.addSeparator()
        self._cell_actions = [
            self._sheet_action(self.tr("&Cắt"), editing.cut, _KEYS.Cut),
            self._sheet_action(self.tr("&Sao chép"), editing.copy, _KEYS.Copy),
            self._sheet_action(self.tr("&Dán"), editing.paste, _KEYS.Paste),
            self._sheet_action(
                self.tr("Dán và xem t&rước…"), editing.paste_previewed, "Ctrl+Shift+V"
            ),
            self._sheet_action(self.tr("Xóa &nội dung"), editing.clear, "Delete"),
            self._sheet_action(self.tr("Điền &xuống"), editing.fill_down, "Ctrl+D"),
        ]
        menu.addActions(self._cell_actions)
        menu.addSeparator()
        menu.addAction(self._action(self.tr("Chọn &tất cả"), sheet.body.selectAll))

    def _fill_view(self, menu: QMenu) -> None:
        documents = self._parts.documents
        menu.addAction(self._action(self.tr("&Lịch sử…"), documents.show_history, "Ctrl+H"))
        menu.addAction(
            self._action(self.tr("So sánh &phương án…"), documents.compare_with_reference)
        )
        menu.addAction(self._action(self.tr("So sánh với &tệp…"), documents.compare_with_file))
        menu.addSeparator()
        regions = self._parts.regions
        menu.addAction(self._action(self.tr("Sang phần &kế tiếp"), regions.go_on, "F6"))
        menu.addAction(self._action(self.tr("&Về phần trước"), regions.go_back, "Shift+F6"))
        menu.addSeparator()
        Presentation(menu, self._window)
        themes = menu.addMenu(self.tr("&Giao diện"))
        names = {
            "system": self.tr("Theo &hệ thống"),
            "light": self.tr("&Sáng"),
            "dark": self.tr("&Tối"),
        }
        self._theme_group = self._choices(themes, names, self._window.preferences.theme)
        self._theme_group.triggered.connect(self._on_theme)
        languages = menu.addMenu(self.tr("&Ngôn ngữ (Language)"))
        both = {"vi": "&Tiếng Việt", "en": "&English"}
        self._language_group = self._choices(languages, both, self._window.preferences.language)
        self._language_group.triggered.connect(self._on_language)

    def _fill_export(self, menu: QMenu) -> None:
        menu.addAction(self.export)
        forms = self._parts.intake.send_forms
        menu.addAction(self._action(self.tr("&Biểu mẫu cho đơn vị…"), forms))
        menu.addSeparator()
        menu.addAction(self._action(self.tr("&Sao chép biểu đồ"), self._on_copy_chart))
        menu.addAction(self._action(self.tr("&Lưu biểu đồ…"), self._on_save_chart))

    def _fill_help(self, menu: QMenu) -> None:
        menu.addAction(self._action(self.tr("&Hướng dẫn và phím tắt"), self._on_keys, "F1"))
        menu.addAction(self._action(self.tr("&Giới thiệu"), self._on_about))

    def connect_chart(self) -> None:
        """The chart is there: its own menu does what the menu bar does."""
        plot = self._parts.chart.plot
        if plot is not None:
            plot.picture_copy_requested.connect(self._on_copy_chart)
            plot.picture_save_requested.connect(self._on_save_chart)

    def _fill_cell_menu(self) -> None:
        self.cell_menu.addActions(self._cell_actions)
        self.cell_menu.addSeparator()
        history = self._action(self.tr("&Lịch sử ô này…"), self._parts.documents.show_cell_history)
        self.cell_menu.addAction(history)
        self.cell_menu.addSeparator()
        self.cell_menu.addActions(self._parts.units.actions())
        body = self._window.sheet.body
        body.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        body.customContextMenuRequested.connect(self._on_cell_menu)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._window.preferences.recent:
            action = self._recent.addAction(path.name)
            action.setToolTip(str(path))
            action.setData(str(path))
            action.triggered.connect(self._on_recent)
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("(chưa có tệp nào)")).setEnabled(False)

    def _choices(self, menu: QMenu, names: dict[str, str], chosen: str) -> QActionGroup:
        group = QActionGroup(menu)
        for name, text in names.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(name)
            action.setChecked(name == chosen)
            group.addAction(action)
        return group

    def _action(
        self, text: str, slot: Callable[[], object], keys: QKeySequence.StandardKey | str = ""
    ) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(_Call(slot, action).call)
        return action

    def _sheet_action(
        self, text: str, slot: Callable[[], object], keys: QKeySequence.StandardKey | str
    ) -> QAction:
        """An action whose keys work only in the table, so that text fields keep theirs."""
        action = self._action(text, partial(self._after_steps, slot), keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.sheet.addAction(action)
        return action

    def _after_steps(self, slot: Callable[[], object]) -> None:
        """Do what is meant for the table as it is after the undo that was asked for."""
        self._parts.steps.finish()
        slot()

    def _undo_action(self) -> QAction:
        return self._action("", self._parts.steps.undo, _KEYS.Undo)

    def _redo_action(self) -> QAction:
        action = self._action("", self._parts.steps.redo)
        action.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        return action

    def _show_steps(self) -> None:
        """Say what would be undone and redone, and whether anything can be."""
        stack, index = self._document.undo_stack, self._parts.steps.index
        undone = stack.text(index - 1) if index else ""
        redone = stack.text(index) if index < stack.count() else ""
        self.undo.setText(self.tr("Hoàn tác {what}").format(what=undone).strip())
        self.redo.setText(self.tr("Làm lại {what}").format(what=redone).strip())
        self.undo.setEnabled(index > 0)
        self.redo.setEnabled(index < stack.count())

    def _on_export(self) -> None:
        from dnplanner.ui.export_dialog import ExportDialog

        if not self._window.settle():
            return
        path = self._document.path
        folder = path.parent if path else Path.home()
        dialog = ExportDialog(self._document, folder, self._window)
        dialog.exported.connect(self._parts.tell_exported)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_copy_chart(self) -> None:
        plot = self._parts.chart.plot
        if plot is not None:
            plot.copy_picture()
            self._window.tell(self.tr("Đã sao chép biểu đồ."))

    def _on_save_chart(self) -> None:
        if self._parts.chart.plot is None:
            return
        dialog = QFileDialog(self._window, self.tr("Lưu biểu đồ"), str(Path.home() / "bieu-do.png"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("Ảnh PNG (*.png)"), self.tr("Ảnh véc-tơ SVG (*.svg)")])
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(self._save_chart)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_chart(self, chosen: str) -> None:
        from dnplanner.durable import WriteFailed, write_file

        plot = self._parts.chart.plot
        if plot is None:
            return
        path = Path(chosen)
        try:
            write_file(path, plot.picture_bytes("svg" if path.suffix.lower() == ".svg" else "png"))
        except WriteFailed as error:
            self._parts.messages.refuse(refusal_sentence(error))
        else:
            self._window.tell(self.tr("Đã lưu biểu đồ: {path}").format(path=path))

    def _on_theme(self, action: QAction) -> None:
        self._window.set_theme(action.data())

    def _on_language(self, action: QAction) -> None:
        self._window.preferences.language = action.data()
        self._window.tell(
            "Ngôn ngữ mới có từ lần mở sau. · The language changes at the next start."
        )

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._parts.files.open_path(Path(action.data()))

    def _on_cell_menu(self) -> None:
        self.cell_menu.popup(self._window.cursor().pos())

    def _on_keys(self) -> None:
        from dnplanner.ui.help_dialog import HelpDialog

        dialog = HelpDialog(self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_about(self) -> None:
        text = self.tr(
            "DN Planner {version}\nLập và theo dõi chỉ tiêu giảm nghèo hằng năm của các đơn vị.\n\n"
            "Số liệu chỉ nằm trên máy này, chương trình không gửi đi đâu.\n"
            "Phần mềm tự do, theo giấy phép MIT."
        )
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Giới thiệu"))
        box.setText(text.format(version=__version__))
        box.finished.connect(box.deleteLater)
        box.open()


class _Call(QObject):
    """Calls a command without what Qt's ``triggered`` passes along."""

    def __init__(self, slot: Callable[[], object], owner: QAction) -> None:
        super().__init__(owner)
        self._slot = slot

    def call(self) -> None:
        """Do the command."""
        self._slot()
