"""The colours: every text can be read, and every outline seen, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from dnplanner.ui.theme import DARK, LIGHT, Theme

GROUNDS = ("window", "base", "header", "total", "warning_soft", "danger_soft")
INKS = ("text", "muted", "accent", "ink", "warning", "danger", "link")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    mixed = QColor(colour)
    channels = mixed.redF(), mixed.greenF(), mixed.blueF()
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


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
def test_outlines_and_marks_stand_out_from_what_they_are_on(theme: Theme) -> None:
    for ground in ("window", "base", "warning_soft"):
        assert contrast(theme.faint, getattr(theme, ground)) >= 3
