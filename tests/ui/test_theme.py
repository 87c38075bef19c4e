"""The colours: every text can be read, and every outline seen, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox

from dnplanner.ui.theme import DARK, LIGHT, Theme, apply_theme

GROUNDS = ("window", "base", "header", "total", "warning_soft", "danger_soft")
INKS = ("text", "muted", "accent", "ink", "warning", "danger", "link")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    asked = QColor(colour)
    return (
        0.2126 * linear(asked.redF())
        + 0.7152 * linear(asked.greenF())
        + 0.0722 * linear(asked.blueF())
    )


def linear(channel: float) -> float:
    low = channel <= 0.03928
    return channel / 12.92 if low else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_text_has_the_contrast_that_wcag_asks_for(theme: Theme) -> None:
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS]
    pairs += [(ink, "selection") for ink in ("text", "muted", "ink")]
    pairs += [("accent_text", "accent"), ("accent_text", "accent_strong")]
    weak = {
        pair: round(contrast(getattr(theme, pair[0]), getattr(theme, pair[1])), 2)
        for pair in pairs
        if contrast(getattr(theme, pair[0]), getattr(theme, pair[1])) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_boxes_are_drawn_with_an_outline_that_can_be_seen(
    theme: Theme, looks: QApplication
) -> None:
    apply_theme(looks, theme)
    box = QCheckBox("Kèm trang kiểm tra")
    box.resize(box.sizeHint())
    picture = box.grab().toImage()
    middle = picture.height() // 2
    across = [picture.pixelColor(x, middle).name() for x in range(8)]
    assert max(contrast(colour, theme.base) for colour in across) >= 2.8  # Fusion softens it
    box.deleteLater()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_outlines_and_marks_stand_out_from_what_they_are_on(theme: Theme) -> None:
    for ground in ("window", "base", "warning_soft"):
        assert contrast(theme.faint, getattr(theme, ground)) >= 3
