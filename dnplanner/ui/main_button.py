"""The button that does what its dialog is for, in the accent colour."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QPushButton


def add_main_button(
    box: QDialogButtonBox, text: str, role: QDialogButtonBox.ButtonRole
) -> QPushButton:
    """Add the main button to ``box``; Enter presses it.

    It is named before it is added: a button box asks for its size at once, and the style sheet
    looks at a widget's name only the first time.
    """
    button = QPushButton(text, box)
    button.setObjectName("primary")
    box.addButton(button, role)
    button.setDefault(True)
    return button
