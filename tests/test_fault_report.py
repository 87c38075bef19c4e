"""Faults nobody expected: logged, said once, and the program goes on."""

from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QThreadPool,
    QTimer,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget

from dnplanner import __version__
from dnplanner.core.errors import PlannerError
from dnplanner.fault_report import LOG, FaultReport, report_of
from dnplanner.override import override
from dnplanner.ui.background import Background
from dnplanner.ui.fault_dialog import FaultDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SECRET = "Nguyễn Văn A, 748 hộ, /home/nva/ke-hoach.dnplan"

pytestmark = pytest.mark.qt_no_exception_capture


class Fault(RuntimeError):
    """What goes wrong in these tests."""


class Emitter(QObject):
    emitted = Signal()

    def fail(self) -> None:
        raise Fault(SECRET)


class FailingModel(QAbstractTableModel):
    @override
    def rowCount(self, parent: object = None) -> int:
        return 1

    @override
    def columnCount(self, parent: object = None) -> int:
        return 1

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str:
        raise Fault(SECRET)


class FailingPaint(QWidget):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        raise Fault(SECRET)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def faults(window: QWidget, tmp_path: Path) -> Iterator[FaultReport]:
    report = FaultReport(tmp_path / "home", window)
    report.install()
    report.show_over(window)
    yield report
    report.uninstall()


def dialogs(window: QWidget) -> list[FaultDialog]:
    QApplication.processEvents()
    return [found for found in window.findChildren(FaultDialog) if found.isVisible()]


def logged(tmp_path: Path) -> str:
    path = tmp_path / "home" / LOG
    return path.read_text(encoding="utf-8") if path.exists() else ""


def in_slot(window: QWidget, _qtbot: QtBot) -> None:
    emitter = Emitter(window)
    emitter.emitted.connect(emitter.fail)
    emitter.emitted.emit()


def in_timer(window: QWidget, qtbot: QtBot) -> None:
    emitter = Emitter(window)
    QTimer.singleShot(0, emitter.fail)
    qtbot.waitUntil(lambda: bool(dialogs(window)))


def in_model(window: QWidget, qtbot: QtBot) -> None:
    table = QTableView(window)
    model = FailingModel(table)
    table.setModel(model)
    table.resize(100, 100)
    table.show()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    table.hide()


def in_paint(window: QWidget, qtbot: QtBot) -> None:
    painted = FailingPaint(window)
    painted.resize(20, 20)
    painted.show()
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    painted.hide()


def in_worker(window: QWidget, _qtbot: QtBot) -> None:
    def work(_work: Background) -> None:
        raise Fault(SECRET)

    def told(error: Exception) -> None:
        raise error

    background = Background(work, window)
    background.failed.connect(told)
    background.start()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()


def in_thread(_window: QWidget, _qtbot: QtBot) -> None:
    def work() -> None:
        raise Fault(SECRET)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


SOURCES = [in_slot, in_timer, in_model, in_paint, in_worker, in_thread]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.__name__)
def test_a_fault_anywhere_is_logged_and_said_and_the_window_stays(
    faults: FaultReport,
    window: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
    source: Callable[[QWidget, QtBot], None],
) -> None:
    source(window, qtbot)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    assert "Fault" in logged(tmp_path)
    assert window.isVisible()
    dialog = dialogs(window)[0]
    assert any("Kế hoạch đang mở vẫn còn nguyên" in x.text() for x in dialog.findChildren(QLabel))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.__name__)
def test_neither_report_nor_log_holds_anything_of_the_user(
    faults: FaultReport,
    window: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
    source: Callable[[QWidget, QtBot], None],
) -> None:
    source(window, qtbot)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    report = dialogs(window)[0].report
    for text in (report, logged(tmp_path)):
        assert "Nguyễn" not in text
        assert "748" not in text
        assert "/" not in text.replace(str(tmp_path), "")
    assert "test_fault_report.py:" in report
    assert f"DN Planner {__version__}" in report


def test_the_report_can_be_copied(faults: FaultReport, window: QWidget, qtbot: QtBot) -> None:
    in_slot(window, qtbot)
    qtbot.waitUntil(lambda: bool(dialogs(window)))
    dialog = dialogs(window)[0]
    copy = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Sao chép báo cáo")
    copy.click()
    assert QGuiApplication.clipboard().text() == dialog.report


def test_a_fault_that_repeats_is_said_once_and_logged_each_time(
    faults: FaultReport, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(20):
        in_slot(window, qtbot)
    assert len(dialogs(window)) == 1
    assert logged(tmp_path).count("Fault") == 20


def test_the_log_does_not_grow_for_ever(
    faults: FaultReport, window: QWidget, tmp_path: Path
) -> None:
    for _ in range(3000):
        sys.excepthook(Fault, Fault(), None)
    sizes = [path.stat().st_size for path in (tmp_path / "home").iterdir()]
    assert sum(sizes) < 1_000_000


def test_a_folder_that_cannot_be_written_costs_only_the_log(
    window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be", encoding="utf-8")
    report = FaultReport(tmp_path / "home", window)
    report.install()
    report.show_over(window)
    try:
        in_slot(window, qtbot)
        qtbot.waitUntil(lambda: bool(dialogs(window)))
    finally:
        report.uninstall()


def test_what_led_to_a_fault_is_part_of_the_report() -> None:
    def chained() -> None:
        try:
            raise PlannerError("outdated", text=SECRET)
        except PlannerError as error:
            raise Fault(SECRET) from error

    with pytest.raises(Fault) as caught:
        chained()
    lines = report_of(caught.value).splitlines()
    assert lines.index("PlannerError") < lines.index("Fault")


def test_afterwards_everything_is_as_before(window: QWidget, tmp_path: Path) -> None:
    hooks = sys.excepthook, threading.excepthook
    report = FaultReport(tmp_path / "home", window)
    report.install()
    assert sys.excepthook is not hooks[0]
    report.uninstall()
    assert (sys.excepthook, threading.excepthook) == hooks


def test_stopping_the_program_is_no_fault(
    faults: FaultReport, window: QWidget, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert dialogs(window) == []
    assert logged(tmp_path) == ""


def test_catching_faults_does_not_slow_the_start() -> None:
    script = "import sys, dnplanner.fault_report; print('logging.handlers' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
