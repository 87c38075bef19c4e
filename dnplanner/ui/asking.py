"""Asking before something is done that may not be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class Doubt(NamedTuple):
    """What is asked: the question, what follows from a yes, and what the yes is called."""

    question: str
    consequence: str
    yes: str


def ask(doubt: Doubt, then: Callable[[], object], parent: QWidget) -> None:
    """Do ``then`` if the user says so; Enter and Escape leave all as it is. Returns at once."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(doubt.question)
    box.setInformativeText(doubt.consequence)
    box.addButton(doubt.yes, QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.accepted.connect(then)
    box.finished.connect(box.deleteLater)
    box.open()
