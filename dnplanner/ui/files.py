"""The commands of the file menu: opening, saving, closing. Nothing is lost without being asked."""

from __future__ import annotations

from collections import deque
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from dnplanner.core.errors import PlannerError
from dnplanner.durable import WriteFailed
from dnplanner.models.wording import refusal_sentence
from dnplanner.ui.background import Background
from dnplanner.ui.opening import Opening

if TYPE_CHECKING:
    from collections.abc import Callable

    from dnplanner.core.plan import Plan
    from dnplanner.models.keeper import Keeper
    from dnplanner.storage.logged import NamedVersion
    from dnplanner.storage.saving import SavedFile
    from dnplanner.ui.main_window import MainWindow

_SUFFIX = "dnplan"
_NOT_IN_NAMES = frozenset('\\/:*?"<>|')
"""Signs that Windows has no room for in a file's name."""


class _Saving(NamedTuple):
    """A save that was ordered: where to, and the names that go with it."""

    path: Path
    versions: list[NamedVersion]


class Files(QObject):
    """Asks what has to be asked, and has the rest done."""

    saved = Signal()
    """The document is in its file."""

    def __init__(self, window: MainWindow, keeper: Keeper) -> None:
        """Open and save the document of ``window``, kept by ``keeper``."""
        super().__init__(window)
        self._window = window
        self._document = window.document
        self._keeper = keeper
        self.opening = Opening(window, keeper)
        self._then: Callable[[], None] | None = None
        self._closing = False
        self._saving: deque[_Saving] = deque()
        self._asking_to_overwrite: Path | None = None
        keeper.saved.connect(self._on_saved)
        keeper.save_failed.connect(self._on_save_failed)
        keeper.trouble.connect(self._on_trouble)
        keeper.trouble_over.connect(self._on_trouble_over)

    def keep_shown_plan(self) -> None:
        """Give the plan that is shown from the start its working copy."""
        self.opening.keep(self._document.plan)

    def open(self) -> None:
        """Ask for a file and open it."""
        self._after_saving(self._ask_open)

    def open_path(self, path: Path) -> None:
        """Open a file, after unsaved changes are settled."""
        self._after_saving(partial(self.opening.open_path, path))

    def take_over(self, path: Path) -> None:
        """Open a file whose lock belongs to a computer that has it open no longer."""
        self._after_saving(partial(self.opening.open_path, path, take_over=True))

    def open_copy(self, path: Path) -> None:
        """Open what a file holds as a new document, such as a backup."""
        self._after_saving(partial(self.opening.open_copy, path))

    def open_leftover(self, working: Path) -> None:
        """Open what a crash left."""
        self._after_saving(partial(self.opening.open_leftover, working))

    def open_sample(self, name: str = "") -> None:
        """Open a plan that comes with the program."""
        from dnplanner.storage.samples import SAMPLE

        self._after_saving(partial(self.opening.open_sample, name or SAMPLE))

    def open_new(self, plan: Plan) -> None:
        """Open a plan that was made just now and that no file holds."""
        self._after_saving(partial(self.opening.open_plan, plan))

    def save(self) -> None:
        """Save to the document's file, asking for one if it has none or may not be written."""
        if not self._window.settle():
            self._then = None
            return
        path = self._document.path
        if path is None or self._is_read_only(path):
            self.save_as()
        else:
            self._save_to(path)

    def save_as(self) -> None:
        """Ask for a file and save there."""
        path = self._document.path
        name = path.name if path else f"{self._name_offered()}.{_SUFFIX}"
        self._choose(self.tr("Lưu kế hoạch"), name, self._on_save_chosen)

    def send_copy(self) -> None:
        """Ask for a file and write a copy without history there, for mailing."""
        path = self._document.path
        words = self.tr("{name} – bản gửi đi")
        name = words.format(name=path.stem if path else self._name_offered())
        self._choose(self.tr("Lưu bản gửi đi"), f"{name}.{_SUFFIX}", self._on_copy_chosen)

    def may_close(self) -> bool:
        """Whether the window may close now; otherwise the user is asked, and it closes later."""
        if self._closing or self._document.undo_stack.isClean():
            return True
        self._after_saving(self._close_window)
        return False

    def _is_read_only(self, path: Path) -> bool:
        """Whether the file was opened without the right to write it; others may be written."""
        opened = self._keeper.open_document
        if opened is None or not opened.read_only:
            return False
        return str(path.absolute()) == opened.saved.path

    def _name_offered(self) -> str:
        """What a plan that has no file yet may be called; only what a file name can hold."""
        plan, year = self._document.plan, self._document.question.year
        words = self.tr("Kế hoạch giảm nghèo {year} – {unit}")
        name = words.format(year=year, unit=plan.unit(plan.tree.root).name)
        return "".join("-" if sign in _NOT_IN_NAMES else sign for sign in name)

    def _choose(self, title: str, name: str, chosen: Callable[[str], None]) -> None:
        if not self._window.settle():
            self._then = None
            return
        dialog = self._dialog(title, QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(name)
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
        self.opening.open_path(Path(chosen))

    def _on_save_chosen(self, chosen: str) -> None:
        self._save_to(Path(chosen), overwrite=True)

    def _on_copy_chosen(self, chosen: str) -> None:
        path, store = Path(chosen), self._keeper.store
        if path == self._document.path:
            self._window.refuse(PlannerError("copy_onto_itself", path=path))
        elif store is not None:
            written = store.send_copy(path)

            def wait(_task: Background) -> Path:
                written.result()
                return path

            task = Background(wait, self)
            task.done.connect(self._on_copied)
            task.failed.connect(self._on_copy_failed)
            task.start()

    def _on_copied(self, path: Path) -> None:
        self._window.tell(self.tr("Đã lưu bản gửi đi: {path}").format(path=path))

    def _on_copy_failed(self, error: Exception) -> None:
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        self._offer_another_place(error, self.send_copy)

    def _save_to(self, path: Path, *, overwrite: bool = False) -> None:
        self._saving.append(_Saving(path.absolute(), list(self._keeper.versions)))
        self._keeper.save(path.absolute(), overwrite=overwrite)

    def _on_saved(self, file: SavedFile) -> None:
        saving, store = self._saving.popleft(), self._keeper.store
        if store is None:
            return
        named_since = saving.versions != self._keeper.versions
        if file.saved.sequence == store.last_sequence and not named_since:
            self._document.undo_stack.setClean()
        self._document.set_path(saving.path)
        self._window.preferences.add_recent(saving.path)
        if file.backup_problem is not None:
            text = self.tr("Đã lưu, nhưng chưa giữ được bản sao lưu. {reason}")
            reason = refusal_sentence(file.backup_problem)
            self._window.tell(text.format(reason=reason))
        self.saved.emit()
        self._do_then()

    def _on_save_failed(self, error: Exception) -> None:
        path = self._saving.popleft().path
        self._forget_then()
        if not isinstance(error, PlannerError | WriteFailed):
            raise error
        error.params.setdefault("path", path)
        if error.code == "changed_by_others":
            self._ask_to_overwrite(path, refusal_sentence(error))
        else:
            self._offer_another_place(error, self.save_as)

    def _ask_to_overwrite(self, path: Path, sentence: str) -> None:
        """Somebody else wrote the file: theirs is kept as a backup if the user goes on."""
        self._asking_to_overwrite = path
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(sentence)
        over = box.addButton(self.tr("Ghi đè, giữ bản kia"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(self.tr("Lưu thành tệp khác…"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(other)
        over.clicked.connect(self._on_overwrite)
        other.clicked.connect(self.save_as)
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_overwrite(self) -> None:
        if self._asking_to_overwrite is not None:
            self._save_to(self._asking_to_overwrite, overwrite=True)

    def _offer_another_place(
        self, error: PlannerError | WriteFailed, choose: Callable[[], None]
    ) -> None:
        if self._window.parts is not None:
            label = self.tr("Lưu thành tệp khác…")
            self._window.parts.messages.offer(refusal_sentence(error), label, choose)

    def _on_trouble(self, error: Exception) -> None:
        """The disk with the working copy refuses; the user's own file may be on another one."""
        if isinstance(error, PlannerError | WriteFailed) and self._window.parts is not None:
            code = "memory_only_disk_full" if error.code == "disk_full" else "memory_only"
            said = {name: value for name, value in error.params.items() if name != "path"}
            sentence = refusal_sentence(PlannerError(code, **said))
            self._window.parts.messages.offer(sentence, self.tr("Lưu ngay…"), self.save_as)

    def _on_trouble_over(self) -> None:
        self._window.tell(self.tr("Ổ đĩa đã ghi lại được: mọi thay đổi đã giữ trên máy."))
