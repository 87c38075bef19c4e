"""Commands that take other people's files in, from the menu, the tool bar or dropped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from dnplanner.core.numerals import format_count
from dnplanner.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QMimeData

    from dnplanner.core.edits import Edit
    from dnplanner.models.import_task import Purpose
    from dnplanner.ui.import_dialog import Taken
    from dnplanner.ui.main_window import MainWindow
    from dnplanner.ui.merge_dialog import Brought

SUFFIXES = ("xlsx", "xlsm", "xls", "ods", "xlsb", "csv", "txt")
DOCUMENT = ".dnplan"


class IntakeActions(QObject):
    """Opens the dialogs; each imports what it needs when it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        """Commands of ``window``, which takes dropped files from now on."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def choose_file(self) -> None:
        """Ask for a file, or several, and take it in."""
        if self._window.settle():
            self._choose(self.tr("Nhập số liệu"), self._on_chosen, several=True)

    def choose_new(self) -> None:
        """Ask for a file and make a whole new plan of it."""
        if self._window.settle():
            title = self.tr("Kế hoạch mới từ Excel")
            self._choose(title, self._on_new_chosen, several=False)

    def take(self, paths: Sequence[Path]) -> None:
        """Take dropped or chosen files: a document is opened, tables are taken in."""
        if not self._window.settle() or not paths or self._window.parts is None:
            return
        if len(paths) == 1 and paths[0].suffix.casefold() == DOCUMENT:
            self._window.parts.files.open_path(paths[0])
        elif len(paths) == 1 and not paths[0].is_dir():
            self._import(paths[0])
        else:
            self.merge(paths)

    def choose_folder(self) -> None:
        """Ask for the folder with the files of all units."""
        if not self._window.settle():
            return
        dialog = self._file_dialog(self.tr("Chọn thư mục có tệp của các đơn vị"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._on_folder_chosen)
        dialog.open()

    def send_forms(self) -> None:
        """Write a form to fill in for each unit."""
        from dnplanner.ui.forms_dialog import FormsDialog

        if not self._window.settle():
            return
        path = self._document.path
        folder = (path.parent if path else Path.home()) / self.tr("Bieu gui don vi")
        dialog = FormsDialog(self._document.plan, self._document.question, folder, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def merge(self, paths: Sequence[Path]) -> None:
        """Bring the files of many units together."""
        from dnplanner.exchange.slots import What
        from dnplanner.models.import_session import first_purpose
        from dnplanner.ui.merge_dialog import MergeDialog

        plan, question = self._document.plan, self._document.question
        purpose = first_purpose(plan, What.PLAN, question.year)
        dialog = MergeDialog(plan, question.scenario, purpose, self._window.theme, self._window)
        dialog.brought.connect(self._on_brought)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.read(paths)

    def _import(self, path: Path) -> None:
        from dnplanner.exchange.slots import What
        from dnplanner.models.import_session import first_purpose
        from dnplanner.ui.import_dialog import ImportDialog

        document = self._document
        question = document.question
        purpose = first_purpose(document.plan, What.PLAN, question.year)
        dialog = ImportDialog(
            document.plan, question.scenario, purpose, self._window.theme, self._window
        )
        dialog.taken.connect(self._on_taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.read(path)

    def make_new(self, path: Path) -> None:
        """Make a whole new plan of a file."""
        from dnplanner.models.import_session import first_purpose
        from dnplanner.ui.import_dialog import ImportDialog

        document = self._document
        purpose = first_purpose(document.plan, None, 0)
        dialog = ImportDialog(
            document.plan, document.question.scenario, purpose, self._window.theme, self._window
        )
        dialog.taken.connect(self._on_new_taken)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        dialog.read(path)

    def _on_taken(self, taken: Taken) -> None:
        self.perform(taken.edit, taken.source, partial(self._tell_taken, taken))

    def _tell_taken(self, taken: Taken) -> None:
        self._show_year(taken.purpose)
        text = self.tr("Đã nhập {count} số liệu từ {name}. Ctrl+Z để hoàn tác.")
        self._window.tell(text.format(count=format_count(len(taken.edit.changes)), name=taken.name))

    def _on_new_taken(self, taken: Taken) -> None:
        if self._window.parts is not None:
            self._window.parts.files.open_new(taken.plan)

    def perform(self, edit: Edit, source: str, then: Callable[[], object]) -> None:
        """Make an import's edit as one step, after a backup of what was before."""
        parts = self._window.parts
        if parts is not None:
            parts.keeper.back_up()
            parts.large_edits.perform(edit, source, then)

    def _file_dialog(self, title: str) -> QFileDialog:
        path = self._document.path
        dialog = QFileDialog(self._window, title, str(path.parent if path else Path.home()))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _choose(self, title: str, chosen: Callable[[list[str]], None], *, several: bool) -> None:
        dialog = self._file_dialog(title)
        modes = QFileDialog.FileMode
        dialog.setFileMode(modes.ExistingFiles if several else modes.ExistingFile)
        patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        named = self.tr("Bảng tính ({patterns})").format(patterns=patterns)
        dialog.setNameFilters([named, self.tr("Mọi tệp (*)")])
        dialog.filesSelected.connect(chosen)
        dialog.open()

    def _on_folder_chosen(self, chosen: list[str]) -> None:
        self.merge([Path(name) for name in chosen])

    def _on_brought(self, brought: Brought) -> None:
        self.perform(brought.edit, brought.source, partial(self._tell_brought, brought))

    def _tell_brought(self, brought: Brought) -> None:
        self._show_year(brought.purpose)
        text = self.tr("Đã gộp {count} số liệu của {units} đơn vị. Ctrl+Z để hoàn tác.")
        count = format_count(len(brought.edit.changes))
        self._window.tell(text.format(count=count, units=format_count(brought.units)))

    def _show_year(self, purpose: Purpose) -> None:
        """Show the plan year that figures came for, so that nothing changes out of sight."""
        from dnplanner.exchange.slots import What

        year, years = purpose.year, self._document.plan.plan_years
        if purpose.what is What.PLAN and year is not None and year in years:
            self._document.show_question(self._document.question._replace(year=year))

    def _on_chosen(self, chosen: list[str]) -> None:
        self.take([Path(name) for name in chosen])

    def _on_new_chosen(self, chosen: list[str]) -> None:
        if chosen:
            self.make_new(Path(chosen[0]))

    # Qt overrides

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dragged over the window are welcome."""
        if isinstance(event, QDragEnterEvent) and _paths(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = _paths(event.mimeData())
            if paths:
                event.acceptProposedAction()
                self.take(paths)
                return True
        return super().eventFilter(watched, event)


def _paths(mime: QMimeData) -> list[Path]:
    """The files and folders of a drag, those of this computer only."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
