"""Is a file a whole, unchanged document? Decided from its bytes, before SQLite sees them."""

from __future__ import annotations

from dnplanner.storage import seal
from dnplanner.storage.errors import (
    DocumentDamaged,
    DocumentIsNewer,
    NotADocument,
    UnknownContent,
)
from dnplanner.storage.schema import APPLICATION_ID, VERSION

MAX_BYTES = 1024 * 1024 * 1024
"""The largest file taken; ten scenarios of all the country's communes take a hundredth."""

_HEADER_BYTES = 100
_SQLITE = b"SQLite format 3\x00"
_HTML = (b"<!doctype", b"<html", b"<head", b"<?xml")


def check_envelope(content: bytes) -> int:
    """The version of the document in ``content``. Raises DocumentRefused for anything else."""
    if not content.startswith(_SQLITE):
        raise _foreign(content)
    if len(content) < _HEADER_BYTES:
        raise DocumentDamaged("truncated", bytes=len(content), expected=_HEADER_BYTES)
    if _number(content, 68) != APPLICATION_ID:
        raise NotADocument("other")
    _check_size(content)
    version = _number(content, 60)
    if not seal.is_intact(content):
        # A later version may seal otherwise; it does not look damaged just because we cannot tell.
        if version > VERSION and not seal.has_seal(content):
            raise DocumentIsNewer(version, VERSION)
        raise DocumentDamaged("damaged")
    if version > VERSION:
        raise DocumentIsNewer(version, VERSION)
    if version < 1 or content[18:20] != b"\x01\x01":
        raise UnknownContent("schema")
    return version


def _check_size(content: bytes) -> None:
    page = int.from_bytes(content[16:18], "big")
    expected = (65536 if page == 1 else page) * _number(content, 28)
    if len(content) < expected:
        raise DocumentDamaged("truncated", bytes=len(content), expected=expected)
    if len(content) > MAX_BYTES:
        raise UnknownContent("size")


def _foreign(content: bytes) -> NotADocument | DocumentDamaged:
    if not content:
        return NotADocument("empty")
    if not content.strip(b"\x00"):
        return DocumentDamaged("damaged")  # what a power cut leaves of a file on many disks
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_HTML):
        return NotADocument("html")
    return NotADocument("zip" if start.startswith(b"pk\x03\x04") else "other")


def _number(content: bytes, offset: int) -> int:
    return int.from_bytes(content[offset : offset + 4], "big")
