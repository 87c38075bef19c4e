"""Sentences with gaps: marking them for translation, and filling them."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate finds this name only
    """``text`` as it is; Qt's lupdate collects it for ``context``.

    The function of the same name in PySide6 does this too, but is declared to return object.
    """
    del context
    return text


class Filling(dict[str, str]):
    """What fills the gaps of a sentence; a gap without its parameter shows an ellipsis."""

    def __missing__(self, key: str) -> str:
        """Never an error: a sentence with a hole still says more than none."""
        return "…"
