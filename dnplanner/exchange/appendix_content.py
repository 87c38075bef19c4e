"""What the official appendix says beside its figures: fixed texts, and what the user chose."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class AppendixWording:
    """The fixed Vietnamese texts of the appendix, with its years filled in.

    ``attached`` has the gaps ``{number}``, ``{date}`` and ``{issuer}``; ``columns`` are the eight
    headings from households at the start to the rate at the end; ``gap`` stands where the user
    gave no number, date or issuer.
    """

    heading: str
    attached: str
    gap: str
    number: str
    units: str
    found: str
    planned: str
    columns: tuple[str, ...]
    whole: str
    end: str


class CheckSheet(NamedTuple):
    """A second sheet with what was found on the plan: its name, headings, and lines of texts."""

    name: str
    headings: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AppendixOptions:
    """What the user chose: the plan's number, date, issuer and title; the line "Phụ lục" or not.

    ``with_checks`` asks for the findings on a sheet of their own.
    """

    number: str = ""
    date: str = ""
    issuer: str = ""
    title: str = ""
    with_heading_line: bool = field(default=False, kw_only=True)
    with_checks: bool = field(default=False, kw_only=True)
