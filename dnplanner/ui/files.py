"""Opening and saving documents from the window; reading and writing happen in worker threads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.models.keeper import Keeper, copy_opened, file_opened, leftover_opened, plan_opened
from dnplanner.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.models.keeper import Opened
    from dnplanner.storage.opening import OpenDocument
    from dnplanner.storage.saving import SavedFile
    from dnplanner.ui.main_window import MainWindow

_SUFFIX = "dnplan"


class Files(QObject):
    """The commands of the file menu. Nothing is lost by any of them without being asked for."""

    saved = Signal()
    """The document is in its file."""
    opened = Signal(object)
    """A document is shown; carries its Opened."""

    def __init__(self, window: MainWindow, keeper: Keeper) -> None:
        """Open and save the document of ``window``, kept by ``keeper``."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._keeper = keeper
        self._then: Callable[[], None] | None = None
        self._closing = False
        self._saving: tuple[Path, int] | None = None
        self._asking_to_overwrite: Path | None = None
        keeper.saved.connect(self._on_saved)
        keeper.save_failed.connect(self._on_save_failed)
        keeper.trouble.connect(self._window.refuse)

    def keep_shown_plan(self) -> None:
        """Give the plan that is shown from the start its working copy."""
        plan = self._document.plan
        self._run(partial(_plan_job, plan), self._keeper.begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        self._after_saving(self._ask_open)

    def open_path(self, path: Path) -> None:
        """Open a file; when it cannot be, say why and keep what is open."""
        self._run(partial(_file_job, path), self._adopt)

    def open_recent(self, path: Path) -> None:
        """Open a file that was open before, after unsaved changes are settled."""
        self._after_saving(partial(self.open_path, path))

    def open_copy(self, path: Path) -> None:
        """Open what a file holds as a new document, such as a backup."""
        self._after_saving(partial(self._run, partial(_copy_job, path), self._adopt))

    def open_leftover(self, working: Path) -> None:
        """Open what a crash left."""
        self._after_saving(partial(self._run, partial(_leftover_job, working), self._adopt))

    def open_sample(self, name: str = "") -> None:
        """Open a plan that comes with the program."""
        self._after_saving(partial(self._run, partial(_sample_job, name), self._adopt))

    def open_new(self, plan: Plan) -> None:
        """Open a plan that was made just now and that no file holds."""
        self._after_saving(partial(self._run, partial(_plan_job, plan), self._adopt))

    def save(self) -> None:
        """Save to the document's file, asking for one if it has none or may not be written."""
        if not self._window.settle():
            return
        opened = self._keeper.open_document
        if self._document.path is None or (opened is not None and opened.read_only):
            self.save_as()
        else:
            self._save_to(self._document.path)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        self._choose(self.tr("Lưu kế hoạch"), self._on_save_chosen)

    def send_copy(self) -> None:
        """Ask for a file and write a copy without history there, for mailing."""
        self._choose(self.tr("Lưu bản gửi đi"), self._on_copy_chosen)

    def may_close(self) -> bool:
        """Whether the window may close now; otherwise the user is asked, and it closes later."""
        if self._closing or self._document.undo_stack.isClean():
            return True
        self._after_saving(self._close_window)
        return False

    def _choose(self, title: str, chosen: Callable[[str], None]) -> None:
        if not self._window.settle():
            return
        dialog = self._dialog(title, QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.fileSelected.connect(chosen)
        dialog.rejected.connect(self._forget_then)
        dialog.open()

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
        self._save_to(Path(chosen), overwrite=True)

    def _on_copy_chosen(self, chosen: str) -> None:
        store = self._keeper.store
        if store is not None:
            future = store.send_copy(Path(chosen))
            self._run(partial(_wait_for, future.result), partial(self._tell_copied, chosen))

    def _tell_copied(self, chosen: str, _result: object) -> None:
        self._window.tell(self.tr("Đã lưu bản gửi đi: {path}").format(path=chosen))

    def _save_to(self, path: Path, *, overwrite: bool = False) -> None:
        self._saving = (path, self._document.undo_stack.index())
        self._keeper.save(path, overwrite=overwrite)

    def _run(self, work: Callable[[Keeper], object], done: Callable[[Any], None]) -> None:
        task = Background(_for_keeper(work, self._keeper), self)
        task.done.connect(done)
        task.failed.connect(self._on_failed)
        task.done.connect(task.deleteLater)
        task.failed.connect(task.deleteLater)
        task.start()

    def _adopt(self, opened: Opened) -> None:
        before = self._keeper.adopt(opened)
        if before is not None:
            # What was not saved was given up before anything else was opened.
            self._run(partial(_close_job, before), _done)
        if opened.path is not None:
            self._window.preferences.add_recent(opened.path)
        self.opened.emit(opened)

    def _on_saved(self, _file: SavedFile) -> None:
        if self._saving is None:
            return
        (path, index), self._saving = self._saving, None
        stack = self._document.undo_stack
        if stack.index() == index:
            stack.setClean()
        self._document.set_path(path)
        self._window.preferences.add_recent(path)
        self.saved.emit()
        self._do_then()

    def _on_save_failed(self, error: Exception) -> None:
        failed, self._saving = self._saving, None
        self._forget_then()
        if isinstance(error, PlannerError) and error.code == "changed_by_others" and failed:
            self._ask_to_overwrite(failed[0], error)
            return
        self._on_failed(error)

    def _ask_to_overwrite(self, path: Path, error: PlannerError) -> None:
        """Somebody else wrote the file: theirs is kept as a backup if the user goes on."""
        from dnplanner.models.wording import refusal_sentence

        self._asking_to_overwrite = path
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(refusal_sentence(error))
        over = box.addButton(self.tr("Ghi đè, giữ bản kia"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(self.tr("Lưu thành tệp khác…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        over.clicked.connect(self._on_overwrite)
        other.clicked.connect(self.save_as)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_overwrite(self) -> None:
        if self._asking_to_overwrite is not None:
            self._save_to(self._asking_to_overwrite, overwrite=True)

    def _on_failed(self, error: Exception) -> None:
        self._forget_then()
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._window.refuse(error)


def _for_keeper(work: Callable[[Keeper], object], keeper: Keeper) -> Callable[[Background], object]:
    def job(_task: Background) -> object:
        return work(keeper)

    return job


def _plan_job(plan: Plan, keeper: Keeper) -> Opened:
    return plan_opened(plan, keeper.desk())


def _file_job(path: Path, keeper: Keeper) -> Opened:
    return file_opened(path, keeper.desk())


def _copy_job(path: Path, keeper: Keeper) -> Opened:
    return copy_opened(path, keeper.desk())


def _leftover_job(working: Path, keeper: Keeper) -> Opened:
    return leftover_opened(working, keeper.desk())


def _sample_job(name: str, keeper: Keeper) -> Opened:
    from dnplanner.storage.samples import SAMPLE, sample

    return plan_opened(sample(name or SAMPLE), keeper.desk())


def _close_job(before: OpenDocument, _keeper: Keeper) -> None:
    before.close(discard=True)


def _wait_for(result: Callable[[], object], _keeper: Keeper) -> object:
    return result()


def _done(_result: object) -> None:
    """Nothing more to do."""
