"""Work in other threads ends with one signal, and quietly where nobody listens any more."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QApplication

from dnplanner.ui.background import Background
from tests.ui.driving import settle_down, until

if TYPE_CHECKING:
    import pytest


def ended(work: Background) -> list[object]:
    """What the work ends with, as it comes."""
    told: list[object] = []
    work.done.connect(told.append)
    work.failed.connect(told.append)
    return told


def test_a_result_is_told_in_the_windows_thread(qapp: QApplication) -> None:
    owner, threads = QObject(), []
    work = Background(lambda _: threading.get_ident(), owner)
    told = ended(work)
    work.done.connect(lambda _: threads.append(threading.get_ident()))
    work.start()
    assert work.running
    until(lambda: bool(told))
    assert not work.running
    assert told != [threading.get_ident()]
    assert threads == [threading.get_ident()]


def test_an_exception_is_told_and_nothing_else(qapp: QApplication) -> None:
    def fail(_work: Background) -> None:
        raise ValueError("no")

    owner = QObject()
    work = Background(fail, owner)
    told = ended(work)
    work.start()
    until(lambda: bool(told))
    assert [type(each) for each in told] == [ValueError]


def test_work_that_outlives_its_window_ends_quietly(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    going_on = threading.Event()

    def wait(work: Background) -> None:
        going_on.wait(20)
        work.report_progress(1, 1)

    owner = QObject()
    work = Background(wait, owner)
    told = ended(work)
    work.start()
    owner.deleteLater()
    QApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    going_on.set()
    QThreadPool.globalInstance().waitForDone()
    settle_down()
    assert told == []
    assert capsys.readouterr().err == ""


def test_cancelled_work_sees_it(qapp: QApplication) -> None:
    owner = QObject()
    work = Background(Background.is_cancelled, owner)
    told = ended(work)
    work.cancel()
    work.start()
    until(lambda: bool(told))
    assert told == [True]
