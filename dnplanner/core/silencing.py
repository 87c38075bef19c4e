"""Silencing a finding: with a reason, kept in the document, as an Edit like any other.

A silence holds for a kind of finding on one unit and cell, whatever its figures become.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.core.edits import Edit, edit_of
from dnplanner.core.errors import EntryRefused
from dnplanner.core.plan import Plan, SilencedKey

if TYPE_CHECKING:
    from dnplanner.core.finding import Finding

MAX_REASON = 500
"""Longest reason taken, in characters."""


def silence(plan: Plan, finding: Finding, reason: str) -> Edit:
    """Silence a finding. Raises EntryRefused: ``reason_empty``, ``reason_too_long``."""
    cleaned = " ".join(reason.split())
    if not cleaned:
        raise EntryRefused("reason_empty")
    if len(cleaned) > MAX_REASON:
        raise EntryRefused("reason_too_long", limit=MAX_REASON)
    return edit_of(plan, "silence", {key_of(finding): cleaned})


def unsilence(plan: Plan, finding: Finding) -> Edit:
    """Let a finding speak again."""
    return edit_of(plan, "unsilence", {key_of(finding): None})


def reason_of(plan: Plan, finding: Finding) -> str | None:
    """Why a finding is silenced; None when it is not."""
    return plan.tables.silenced.get(key_of(finding))


def key_of(finding: Finding) -> SilencedKey:
    """The key of a finding's silence."""
    cell = "" if finding.cell is None else finding.cell.value
    return SilencedKey(finding.code, finding.unit, cell)
