"""Why a document is not opened, as codes with parameters; the words live in ``models``.

::

    PlannerError
    ├── DocumentRefused   the file is not opened, and nothing is ever written into it
    │   ├── NotADocument      another kind of file, or an empty one
    │   ├── DocumentDamaged   bytes differ from those saved, or are missing
    │   ├── DocumentIsNewer   written by a later version of the program
    │   ├── UnknownContent    sound bytes with something in them that no version writes
    │   └── DocumentUnread    the system does not let us read it
    ├── SaveRefused       the file is left alone, since saving would destroy something
    └── ContentUnwritable a fact that no document can hold (half a character, a number too large)
"""

from __future__ import annotations

from dnplanner.core.errors import PlannerError


class DocumentRefused(PlannerError):
    """Base of the reasons for not opening a file."""


class NotADocument(DocumentRefused):
    """Code ``not_a_document``; ``looks_like`` is empty, html, zip or other."""

    def __init__(self, looks_like: str) -> None:
        super().__init__("not_a_document", looks_like=looks_like)


class DocumentDamaged(DocumentRefused):
    """Code ``damaged``, or ``truncated`` with ``bytes`` present and ``expected``."""


class DocumentIsNewer(DocumentRefused):
    """Code ``newer_version``; ``version`` is the file's, ``known`` the latest that we read."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__("newer_version", version=version, known=known)


class UnknownContent(DocumentRefused):
    """Code ``unknown_content``; ``what`` is schema, rows, facts or size."""

    def __init__(self, what: str) -> None:
        super().__init__("unknown_content", what=what)


class DocumentUnread(DocumentRefused):
    """Code ``cannot_read``; ``reason`` is missing, forbidden, folder or the system's symbol."""

    def __init__(self, reason: str) -> None:
        super().__init__("cannot_read", reason=reason)


class SaveRefused(PlannerError):
    """Code ``changed_by_others`` or ``medium_changed``; ``path``.

    The file is not the one we read or wrote; or its folder is another one, since a stick was pulled
    out or exchanged.
    """


class ContentUnwritable(PlannerError):
    """Code ``content_unwritable``: text that is no Unicode, or a number beyond 64 bits."""
