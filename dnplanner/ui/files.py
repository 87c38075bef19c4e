"""Opening and saving documents from the window; reading and writing happen in a worker thread."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.ui.main_window import MainWindow

_SUFFIX = "dnplan"


class Files(QObject):
    """The commands of the file menu. Nothing is lost by any of them without being asked for."""

    saved = Signal()
    recent_changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        """Open and save the document of ``window``."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._busy: Background | None = None
        self._then: Callable[[], None] | None = None
        self._closing = False

    def open(self) -> None:
        """Ask for a file and open it."""
        self._after_saving(self._ask_open)

    def open_path(self, path: Path) -> None:
        """Open a file; when it cannot be, say why and keep what is open."""
        self._target = path
        self._run(_reading(path), self._on_read)

    def open_recent(self, path: Path) -> None:
        """Open a file that was open before, after unsaved changes are settled."""
        self._recent = path
        self._after_saving(self._open_recent)

    def open_sample(self) -> None:
        """Open the plan that comes with the program."""
        self._after_saving(self._open_sample)

    def save(self) -> None:
        """Save to the document's file, asking for one if it has none."""
        if not self._window.settle():
            return
        if self._document.path is None:
            self.save_as()
        else:
            self._save_to(self._document.path)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        if not self._window.settle():
            return
        dialog = self._dialog(self.tr("Lưu kế hoạch"), QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.fileSelected.connect(self._on_save_chosen)
        dialog.rejected.connect(self._forget_then)
        dialog.open()

    def may_close(self) -> bool:
        """Whether the window may close now; otherwise the user is asked, and it closes later."""
        if self._closing or self._document.undo_stack.isClean():
            return True
        self._after_saving(self._close_window)
        return False

    def _after_saving(self, then: Callable[[], None]) -> None:
        """Do ``then`` once unsaved changes are saved or given up."""
        if not self._window.settle():
            return
        if self._document.undo_stack.isClean():
            then()
            return
        self._then = then
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(self.tr("Kế hoạch có thay đổi chưa lưu."))
        box.setInformativeText(self.tr("Lưu lại trước khi tiếp tục?"))
        button = QMessageBox.StandardButton
        box.setStandardButtons(button.Save | button.Discard | button.Cancel)
        box.setDefaultButton(button.Save)
        box.finished.connect(self._on_answer)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_answer(self, answer: int) -> None:
        if answer == QMessageBox.StandardButton.Save:
            self.save()
        elif answer == QMessageBox.StandardButton.Discard:
            self._do_then()
        else:
            self._forget_then()

    def _do_then(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _forget_then(self) -> None:
        self._then = None

    def _close_window(self) -> None:
        self._closing = True
        self._window.close()

    def _ask_open(self) -> None:
        dialog = self._dialog(self.tr("Mở kế hoạch"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_open_chosen)
        dialog.open()

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        path = self._document.path
        folder = path.parent if path else Path.home()
        dialog = QFileDialog(self._window, title, str(folder))
        dialog.setAcceptMode(mode)
        dialog.setNameFilter(self.tr("Kế hoạch DN Planner (*.dnplan)"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _on_open_chosen(self, chosen: str) -> None:
        self.open_path(Path(chosen))

    def _on_save_chosen(self, chosen: str) -> None:
        self._save_to(Path(chosen))

    def _open_recent(self) -> None:
        self.open_path(self._recent)

    def _open_sample(self) -> None:
        from dnplanner.storage.samples import sample

        self._document.replace(sample(), None)

    def _save_to(self, path: Path) -> None:
        self._target = path
        self._saving_index = self._document.undo_stack.index()
        self._run(_writing(self._document.plan, path), self._on_written)

    def _run(self, work: Callable[[Background], object], done: Callable[[Any], None]) -> None:
        self._busy = Background(work, self)
        self._busy.done.connect(done)
        self._busy.failed.connect(self._on_failed)
        self._busy.start()

    def _on_read(self, plan: Plan) -> None:
        self._document.replace(plan, self._target)
        self._remember()

    def _on_written(self, _result: object) -> None:
        stack = self._document.undo_stack
        if stack.index() == self._saving_index:
            stack.setClean()
        self._document.set_path(self._target)
        self._remember()
        self.saved.emit()
        self._do_then()

    def _on_failed(self, error: Exception) -> None:
        self._forget_then()
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._window.refuse(error)

    def _remember(self) -> None:
        self._window.preferences.add_recent(self._target)
        self.recent_changed.emit()


def _reading(path: Path) -> Callable[[Background], Plan]:
    def read(_work: Background) -> Plan:
        from dnplanner.storage.document_file import load

        return load(path)

    return read


def _writing(plan: Plan, path: Path) -> Callable[[Background], None]:
    def write(_work: Background) -> None:
        from dnplanner.storage.document_file import save

        save(plan, path)

    return write
